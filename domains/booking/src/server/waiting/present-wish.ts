import { formatFen } from '@jiju/kernel/money'
import type { WaitingWish } from '../../contract/waiting.ts'
import type { WishWindow } from '../../core/waiting/wish.ts'
import type { ChoiceRow, OfferRow, WishRow } from '../sql/waiting.ts'

export function presentWindow(row: WishRow): WishWindow {
  return {
    fromDay: row.from_day,
    untilDay: row.until_day,
    weekdays: [...row.weekdays],
    fromMinute: row.from_minute,
    untilMinute: row.until_minute,
    minutes: row.minutes,
  }
}

/** Row to wire. An offer that ran out is none, even before it is written down. */
export function presentWish(row: WishRow, choices: readonly ChoiceRow[], offers: readonly OfferRow[], now: Date): WaitingWish {
  const open = offers.find((offer) => offer.wish_id === row.id && offer.state === 'open' && offer.until > now)
  const state = row.state === 'offered' && !open ? 'waiting' : row.state
  const isOpen = state === 'waiting' || state === 'offered'
  return {
    id: row.id,
    number: row.number,
    state,
    ...presentWindow(row),
    weekdays: [...row.weekdays],
    operation: row.operation,
    project: row.project,
    choices: choices
      .filter((choice) => choice.wish_id === row.id)
      .map((choice) => ({
        resourceId: choice.resource_id,
        resourceName: choice.resource_name,
        resourceNameEn: choice.resource_name_en,
        providerName: choice.provider_name,
        ahead: isOpen ? choice.ahead : null,
      })),
    offer: open
      ? {
          id: open.id,
          reservationId: open.reservation_id,
          reservationVersion: open.reservation_version,
          resourceId: open.resource_id,
          resourceName: open.resource_name,
          resourceNameEn: open.resource_name_en,
          zone: open.zone,
          start: open.start.toISOString(),
          end: open.end.toISOString(),
          until: open.until.toISOString(),
          price: formatFen(open.price_fen),
        }
      : null,
    reservationId: offers.find((offer) => offer.wish_id === row.id && offer.state === 'accepted')?.reservation_id ?? null,
    missedOffers: row.missed_offers,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}
