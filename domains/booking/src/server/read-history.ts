import { formatFen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import type { ReservationHistory } from '../contract/reservations.ts'
import type { BookingTables } from './needs.ts'
import { type HistoryRow, listHistory } from './sql/history.ts'
import type { ReservationRow } from './sql/reservations.ts'

type Change = ReservationHistory['items'][number]

const ACTIONS: Readonly<Record<string, Change['action']>> = {
  'booking.reservation.place': 'placed',
  'booking.reservation.hold': 'held',
  'booking.reservation.extend_hold': 'hold_extended',
  'booking.reservation.confirm': 'confirmed',
  'booking.reservation.move': 'moved',
  'booking.reservation.ask_move': 'move_asked',
  'booking.reservation.approve_move': 'move_approved',
  'booking.reservation.decline_move': 'move_declined',
  'booking.reservation.withdraw_move': 'move_withdrawn',
  'booking.reservation.expire_move': 'move_expired',
  'booking.reservation.cancel': 'cancelled',
  'booking.reservation.release': 'released',
  'booking.reservation.expire': 'expired',
  'booking.reservation.request': 'requested',
  'booking.reservation.approve': 'approved',
  'booking.reservation.decline': 'declined',
  'booking.reservation.propose': 'proposed',
  'booking.reservation.accept': 'accepted',
  'booking.reservation.refuse': 'refused',
  'booking.reservation.withdraw': 'withdrawn',
  'booking.reservation.miss': 'missed',
  'booking.reservation.start': 'started',
  'booking.reservation.finish': 'finished',
  'booking.reservation.displace': 'displaced',
  'booking.reservation.interrupt': 'interrupted',
  'booking.reservation.reinstate': 'reinstated',
  'booking.reservation.replace': 'replaced',
  'booking.reservation.lapse': 'lapsed',
  'booking.reservation.take_over': 'taken_over',
}

/** Who did what to the reservation and when, first to last. The other side's people are named by their side only. */
export async function readHistory(db: Db<BookingTables>, row: ReservationRow, readerOrganisationId: string): Promise<ReservationHistory> {
  const entries = await listHistory(db, row.id)
  return { items: entries.flatMap((entry) => present(entry, row, readerOrganisationId) ?? []) }
}

function present(entry: HistoryRow, row: ReservationRow, readerOrganisationId: string): Change | undefined {
  const action = ACTIONS[entry.action]
  if (!action) return undefined
  const { start, end, fromStart, fromEnd, priceFen, feeFen, reason } = entry.detail
  const isProvider = entry.actor_organisation_id === row.provider_id
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    action,
    actorName: entry.actor_organisation_id === readerOrganisationId ? entry.actor_name : null,
    actorSide: entry.actor_organisation_id === null ? 'platform' : isProvider ? 'provider' : 'customer',
    from: fromStart && fromEnd ? { start: fromStart, end: fromEnd } : null,
    to: start && end ? { start, end } : null,
    price: priceFen === undefined ? null : formatFen(BigInt(priceFen)),
    fee: feeFen === undefined ? null : formatFen(BigInt(feeFen)),
    reason: reason ?? null,
  }
}
