import type { Reservation } from '@jiju/booking/contract/reservations'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { cancelReservation } from './calls.ts'

/** Asks once, with the effect in numbers; the safe answer has the focus. */
export function CancelDialog({
  reservation,
  isOpen,
  needsReason,
  onClose,
  onDone,
}: {
  reservation: Reservation
  isOpen: boolean
  needsReason: boolean
  onClose: () => void
  onDone: (cancelled: Reservation) => void
}) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: cancelReservation,
    onDone: (cancelled) => {
      const fee = cancelled.cancelFee
      toast(fee && !/^0+\.00$/.test(fee) ? t('cancel.doneFee', { fee: format.money(fee) }) : t('cancel.done'))
      onClose()
      onDone(cancelled)
    },
  })
  const fee = reservation.cancellation.feeNow ?? '0.00'
  const feeFen = parseFen(fee) ?? 0n
  const rest = formatFen((parseFen(reservation.price.total) ?? 0n) - feeFen)
  const hours = format.hours((Date.parse(reservation.end) - Date.parse(reservation.start)) / 60_000)
  return (
    <Dialog
      title={t('cancel.title')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel.keep')}</Button>
          <Button
            kind="danger"
            isBusy={command.isPending}
            disabled={needsReason && !reason.trim()}
            onClick={() => command.mutate({ target: reservation, body: reason.trim() ? { reason: reason.trim() } : {} })}
          >
            {t('cancel.button')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <p>
          {resourceNameOf(reservation)} · {format.range(reservation.start, reservation.end, reservation.zone)}
        </p>
        <p>
          {feeFen === 0n
            ? t('cancel.textFree', { hours, price: format.money(reservation.price.total) })
            : t('cancel.textFee', { hours, fee: format.money(fee), rest: format.money(rest) })}
        </p>
        <TextArea
          label={t('cancel.reason')}
          hint={needsReason ? t('cancel.reasonNeeded') : t('cancel.reasonHint')}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
