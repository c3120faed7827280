import type { Reservation } from '@jiju/booking/contract/reservations'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Step, Steps } from '../../ui/steps.tsx'
import { shownState } from './state-tag.tsx'

/** The way of a booking with its dates: placed, confirmed, used, done; or how it ended instead. */
export function ReservationSteps({ reservation }: { reservation: Reservation }) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const state = shownState(reservation)
  const at = (instant: string) => format.instant(instant, reservation.zone)
  const placed: Step = { key: 'placed', name: t('detail.steps.placed'), note: at(reservation.createdAt), state: 'done' }
  const held: Step = {
    key: 'held',
    name: t('detail.steps.held'),
    note: reservation.heldUntil ? at(reservation.heldUntil) : at(reservation.createdAt),
    state: state === 'held' ? 'now' : 'done',
  }
  const isRequest = reservation.request !== null
  const steps: Step[] = [state === 'held' || (state === 'expired' && !isRequest) ? held : placed]
  if (['cancelled', 'declined', 'released', 'expired', 'no_show'].includes(state)) {
    const name =
      state === 'expired'
        ? t(isRequest ? 'request.stepExpired' : 'detail.steps.expired')
        : state === 'released'
          ? t('detail.steps.ended')
          : t(`state.${state}`)
    steps.push({ key: 'ended', name, note: reservation.endedAt ? at(reservation.endedAt) : undefined, state: 'bad' })
  } else {
    steps.push(
      {
        key: 'confirmed',
        name: t(isRequest ? 'request.stepAnswer' : 'detail.steps.confirmed'),
        note: reservation.request?.decideUntil ? t('request.stepUntil', { until: at(reservation.request.decideUntil) }) : undefined,
        state: state === 'held' ? 'todo' : state === 'pending' ? 'now' : 'done',
      },
      {
        key: 'use',
        name: t('detail.steps.use'),
        note: at(reservation.start),
        state: state === 'in_use' || state === 'confirmed' ? 'now' : state === 'completed' ? 'done' : 'todo',
      },
      { key: 'done', name: t('detail.steps.done'), note: at(reservation.end), state: state === 'completed' ? 'done' : 'todo' },
    )
  }
  return <Steps label={t('detail.stepsLabel')} steps={steps} />
}
