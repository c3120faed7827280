import type { Reservation } from '@jiju/booking/contract/reservations'
import { DECLINE_REASONS, type DeclineReason } from '@jiju/booking/core/vocabulary'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { declineMove, declineRequest } from './request-calls.ts'

/** Declining a request, or a move that is asked for, names a reason from the list and may add words for the customer. */
export function DeclineDialog({
  reservation,
  isOpen,
  onClose,
  onDone,
}: {
  reservation: Reservation
  isOpen: boolean
  onClose: () => void
  onDone: (declined: Reservation) => void
}) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const [reason, setReason] = useState<DeclineReason>('no_staff')
  const [words, setWords] = useState('')
  const { moveRequest } = reservation
  const onDeclined = (declined: Reservation) => {
    toast(t(moveRequest ? 'moveRequest.declined' : 'request.declined'))
    onClose()
    onDone(declined)
  }
  const request = useCommand({ run: declineRequest, onDone: onDeclined })
  const move = useCommand({ run: declineMove, onDone: onDeclined })
  const body = { reason, ...(words.trim() ? { words: words.trim() } : {}) }
  const decline = () => (moveRequest ? move.mutate({ id: moveRequest.id, body }) : request.mutate({ target: reservation, body }))
  const asked = moveRequest ?? reservation
  return (
    <Dialog
      title={t(moveRequest ? 'moveRequest.declineTitle' : 'request.declineTitle')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('request.keep')}</Button>
          <Button
            kind="danger"
            isBusy={request.isPending || move.isPending}
            disabled={reason === 'other' && !words.trim()}
            onClick={decline}
          >
            {t('request.decline')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ProblemSummary error={request.error ?? move.error} />
        <p>
          {reservation.organisationName} · {format.range(asked.start, asked.end, reservation.zone)}
        </p>
        <SelectField
          label={t('request.reason')}
          hint={t(moveRequest ? 'moveRequest.reasonHint' : 'request.reasonHint')}
          value={reason}
          options={DECLINE_REASONS.map((value) => ({ value, label: t(`request.reasons.${value}`) }))}
          onPick={setReason}
        />
        <TextArea
          label={t('request.words')}
          hint={t(reason === 'other' ? 'request.wordsNeeded' : 'request.wordsHint')}
          rows={2}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
