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
import { declineRequest } from './request-calls.ts'

/** Declining names a reason from the list, which is counted as unmet demand, and may add words for the customer. */
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
  const command = useCommand({
    run: declineRequest,
    onDone: (declined) => {
      toast(t('request.declined'))
      onClose()
      onDone(declined)
    },
  })
  return (
    <Dialog
      title={t('request.declineTitle')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('request.keep')}</Button>
          <Button
            kind="danger"
            isBusy={command.isPending}
            disabled={reason === 'other' && !words.trim()}
            onClick={() => command.mutate({ target: reservation, body: { reason, ...(words.trim() ? { words: words.trim() } : {}) } })}
          >
            {t('request.decline')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <p>
          {reservation.organisationName} · {format.range(reservation.start, reservation.end, reservation.zone)}
        </p>
        <SelectField
          label={t('request.reason')}
          hint={t('request.reasonHint')}
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
