import type { Reservation } from '@jiju/booking/contract/reservations'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Tag, type TagKind } from '../../ui/tag.tsx'

type Shown = Pick<Reservation, 'state' | 'phase'> & Partial<Pick<Reservation, 'request'>>

const LOOK: Record<Reservation['state'], { kind: TagKind; icon: IconName }> = {
  held: { kind: 'warn', icon: 'clock' },
  pending: { kind: 'warn', icon: 'clock' },
  confirmed: { kind: 'accent', icon: 'checkCircle' },
  in_use: { kind: 'accent', icon: 'instrument' },
  completed: { kind: 'plain', icon: 'check' },
  cancelled: { kind: 'plain', icon: 'close' },
  declined: { kind: 'bad', icon: 'close' },
  released: { kind: 'plain', icon: 'close' },
  expired: { kind: 'plain', icon: 'clock' },
  no_show: { kind: 'bad', icon: 'warning' },
}

/** A confirmed booking whose time is over counts as used until its record says otherwise. */
export function shownState({ state, phase }: Shown): Reservation['state'] {
  if (state !== 'confirmed') return state
  return phase === 'past' ? 'completed' : 'confirmed'
}

/** The state as text, icon and colour. */
export function ReservationStateTag({ reservation }: { reservation: Shown }) {
  const { t } = useTranslation('bookings')
  const state = shownState(reservation)
  const { kind, icon } = LOOK[state]
  return (
    <Tag kind={kind}>
      <Icon name={icon} size={12} />
      {state === 'expired' && reservation.request ? t('request.stateExpired') : t(`state.${state}`)}
    </Tag>
  )
}
