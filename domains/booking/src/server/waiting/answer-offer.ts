import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { cancelReservation } from '../cancel-reservation.ts'
import { submitHold } from '../hold.ts'
import type { BookingTables } from '../needs.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import { changeWish, findWish, listOffers, type OfferRow, type WishRow } from '../sql/waiting.ts'

type Target = { readonly wishId: string; readonly userId: string; readonly organisationId: string }

const WISH_MISSING: Problem = { code: 'booking.wish_missing', kind: 'missing' }
const NO_OFFER: Problem = { code: 'booking.no_open_offer', kind: 'conflict' }
const WISH_ENDED: Problem = { code: 'booking.wish_ended', kind: 'conflict' }

export async function getWish(db: Db<BookingTables>, { wishId, userId, organisationId }: Target): Promise<WishRow> {
  const wish = await findWish(db, wishId, userId)
  if (wish?.organisation_id !== organisationId) throw new Refusal(WISH_MISSING)
  return wish
}

/** Takes the slot that is kept: the hold becomes a booking, or a request where the provider answers first. */
export async function acceptOffer(
  tx: Db<BookingTables>,
  command: Command,
  target: Target & { readonly project: string | null; readonly note: string | null },
): Promise<ReservationRow> {
  const offer = await getOffer(tx, target)
  const wish = await getWish(tx, target)
  const { organisationId, note } = target
  return submitHold(tx, command, { id: offer.reservation_id, organisationId, project: target.project ?? wish.project, note })
}

/** Gives the slot to the next; the wish keeps its place in the list unless it leaves. */
export async function declineOffer(tx: Db<BookingTables>, command: Command, target: Target & { readonly leaves: boolean }): Promise<void> {
  await giveBack(tx, command, target.organisationId, await getOffer(tx, target))
  if (target.leaves) await leaveList(tx, command, target)
}

/** Leaves the list at any time; a slot that is kept goes to the next. */
export async function leaveList(tx: Db<BookingTables>, command: Command, target: Target): Promise<void> {
  const wish = await getWish(tx, target)
  const [offer] = await listOpen(tx, wish.id)
  if (offer && offer.until > command.now) await giveBack(tx, command, target.organisationId, offer)
  if (!(await changeWish(tx, wish.id, { from: ['waiting', 'offered'], to: 'left', now: command.now }))) throw new Refusal(WISH_ENDED)
  await command.audit({ action: 'booking.wish.leave', subjectType: 'waiting_wish', subjectId: wish.id })
}

function giveBack(tx: Db<BookingTables>, command: Command, organisationId: string, offer: OfferRow): Promise<ReservationRow> {
  const hold = { id: offer.reservation_id, organisationId, version: offer.reservation_version, reason: undefined }
  return cancelReservation(tx, command, hold)
}

async function getOffer(tx: Db<BookingTables>, target: Target): Promise<OfferRow> {
  const wish = await getWish(tx, target)
  const [offer] = await listOpen(tx, wish.id)
  if (!offer) throw new Refusal(NO_OFFER)
  return offer
}

async function listOpen(db: Db<BookingTables>, wishId: string): Promise<OfferRow[]> {
  return (await listOffers(db, [wishId])).filter(({ state }) => state === 'open')
}
