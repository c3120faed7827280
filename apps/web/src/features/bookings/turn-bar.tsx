import type { Reservation } from '@jiju/booking/contract/reservations'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../../lib/clock.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Remaining } from '../../ui/remaining.tsx'
import { toast } from '../../ui/toast.tsx'
import { AnswerButtons } from './answer-buttons.tsx'
import { confirmHold, extendHold } from './calls.ts'
import { NoShowButton } from './no-show-button.tsx'
import { shownState } from './state-tag.tsx'

/** Whose turn it is, until when, what happens then, and the acts that are possible now. */
export function TurnBar({
  reservation,
  onMove,
  onCancel,
  onChanged,
}: {
  reservation: Reservation
  onMove: () => void
  onCancel: () => void
  onChanged: (next: Reservation) => void
}) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const mayChange = useAccess('booking.reservation.change')
  const submit = useCommand({ run: confirmHold, onDone: onChanged })
  const extend = useCommand({
    run: extendHold,
    onDone: (next) => {
      toast(t('detail.extended', { until: format.time(next.heldUntil ?? next.start, next.zone) }))
      onChanged(next)
    },
  })
  const { text, note } = useWords(reservation)
  const state = shownState(reservation)
  return (
    <div
      className="turn-bar"
      data-turn={
        state === 'held' || reservation.isDisplaced || reservation.canAnswer
          ? 'mine'
          : state === 'declined' || state === 'no_show'
            ? 'bad'
            : 'other'
      }
    >
      <div className="row g12">
        <Icon name={state === 'completed' ? 'checkCircle' : 'clock'} size={18} />
        <div>
          <div className="h3">{text}</div>
          {note && <div className="m t2">{note}</div>}
          {mayChange && reservation.moveBlock && !reservation.moveRequest && (
            <div className="m t2">{t(`move.block.${reservation.moveBlock}`)}</div>
          )}
        </div>
      </div>
      <div className="row g8 wrap">
        <ProblemSummary error={submit.error ?? extend.error} />
        {reservation.request?.decideUntil && <Remaining until={reservation.request.decideUntil} />}
        {mayChange && reservation.cancellation.canCancel && !(reservation.canAnswer && state === 'pending') && (
          <Button kind="danger" onClick={onCancel}>
            {t(state === 'pending' ? 'request.withdraw' : 'cancel.button')}
          </Button>
        )}
        <AnswerButtons reservation={reservation} onDone={(next) => next && onChanged(next)} />
        <NoShowButton reservation={reservation} onChanged={onChanged} />
        {mayChange && reservation.canMove && <Button onClick={onMove}>{t('move.button')}</Button>}
        {mayChange && reservation.canAskMove && <Button onClick={onMove}>{t('moveRequest.button')}</Button>}
        {mayChange && state === 'held' && reservation.canExtendHold && (
          <Button isBusy={extend.isPending} onClick={() => extend.mutate({ id: reservation.id })}>
            {t('detail.extendHold')}
          </Button>
        )}
        {mayChange && state === 'held' && (
          <Button kind="primary" isBusy={submit.isPending} onClick={() => submit.mutate({ id: reservation.id })}>
            {t('detail.submitHold')}
          </Button>
        )}
      </div>
    </div>
  )
}

function useWords(reservation: Reservation): { text: string; note?: string } {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const { zone, cancellation } = reservation
  const reason = reservation.endReason ? t('detail.reason', { reason: reservation.endReason }) : ''
  if (reservation.isDisplaced) return { text: t('detail.turnDisplaced'), note: t('detail.turnDisplacedNote') }
  switch (shownState(reservation)) {
    case 'held':
      return {
        text: t('detail.turnHeld', { until: format.time(reservation.heldUntil ?? reservation.start, zone) }),
        note: t('detail.turnHeldNote'),
      }
    case 'pending':
      return pendingWords(reservation, t, format)
    case 'confirmed': {
      const isFree = Date.parse(cancellation.freeUntil) > serverClock.now().getTime()
      return {
        text: t('detail.turnConfirmed', { time: format.range(reservation.start, reservation.end, zone) }),
        note: isFree
          ? t('detail.turnConfirmedNote', { until: format.instant(cancellation.freeUntil, zone), percent: cancellation.percentAfter })
          : t('detail.turnConfirmedLate', { percent: cancellation.percentAfter, fee: format.money(cancellation.feeNow) }),
      }
    }
    case 'in_use':
      return { text: t('detail.turnRunning', { end: format.instant(reservation.end, zone) }) }
    case 'completed':
      return {
        text: t('detail.turnDone', { end: format.instant(reservation.end, zone) }),
        ...(reservation.bookedUntil ? { note: t('detail.turnFreed', { until: format.instant(reservation.bookedUntil, zone) }) } : {}),
      }
    case 'expired':
      if (reservation.request) return { text: t('request.turnExpired'), note: t('request.turnExpiredNote') }
      return { text: t('detail.turnExpired'), note: reason }
    case 'declined':
      return {
        text: t('request.turnDeclined', { name: reservation.providerName }),
        note: [reservation.declineReason && t(`request.reasons.${reservation.declineReason}`), reservation.endReason]
          .filter(Boolean)
          .join('：'),
      }
    case 'no_show':
      return {
        text: t('request.turnMissed'),
        note:
          Number(reservation.noShowFee) > 0
            ? t('request.turnMissedFee', { name: reservation.providerName, fee: format.money(reservation.noShowFee) })
            : t('request.turnMissedNote', { name: reservation.providerName }),
      }
    case 'released':
      return { text: t('detail.turnExpired'), note: reason }
    default:
      return { text: t('detail.turnCancelled', { at: format.instant(reservation.endedAt ?? reservation.end, zone) }), note: reason }
  }
}

/** Whose answer a request waits for, until when, and what silence does. */
function pendingWords(
  reservation: Reservation,
  t: TFunction<'bookings'>,
  format: ReturnType<typeof useFormat>,
): { text: string; note?: string } {
  const { request, zone, providerName, organisationName, canAnswer } = reservation
  const until = request?.decideUntil ? format.instant(request.decideUntil, zone) : ''
  const time = format.range(reservation.start, reservation.end, zone)
  if (request?.awaits === 'customer')
    return canAnswer
      ? { text: t('request.turnProposal', { until, time }), note: t('request.turnSilence') }
      : { text: t('request.turnCustomer', { name: organisationName, until }), note: t('request.turnSilence') }
  return canAnswer
    ? { text: t('request.turnProvider', { until }), note: t('request.turnSilence') }
    : { text: t('request.turnWaiting', { name: providerName, until }), note: t('request.turnWaitingNote') }
}
