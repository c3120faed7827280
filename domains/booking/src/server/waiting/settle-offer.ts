import type { Db } from '@jiju/platform/database/pool'
import { MAX_MISSED_OFFERS, type OfferState } from '../../core/waiting/wish.ts'
import type { BookingTables } from '../needs.ts'
import { changeWish, settleOffer } from '../sql/waiting.ts'

/**
 * What a held slot that was offered came to, for the wish behind it; nothing for any other reservation. Who declines keeps the place in the list,
 * and so does who misses an offer, the first time.
 */
export async function settleOfferOf(
  tx: Db<BookingTables>,
  reservationId: string,
  state: Exclude<OfferState, 'open'>,
  now: Date,
): Promise<void> {
  const offer = await settleOffer(tx, reservationId, state, now)
  if (!offer) return
  const missed = state === 'missed' ? 1 : 0
  await changeWish(tx, offer.wish_id, { from: ['offered'], to: state === 'accepted' ? 'booked' : 'waiting', missed, now })
  if (missed) await changeWish(tx, offer.wish_id, { from: ['waiting'], to: 'expired', minMissed: MAX_MISSED_OFFERS, now })
}
