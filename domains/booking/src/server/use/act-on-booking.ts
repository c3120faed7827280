import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import { findEndProblems } from '../../core/use/begin.ts'
import type { UseSource } from '../../core/use/vocabulary.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { RESERVATION_MISSING } from '../problems.ts'
import { findReservation, getReservation, type ReservationRow } from '../sql/reservations.ts'
import { findByCode } from '../sql/use/codes.ts'
import { findRunning } from '../sql/use/running.ts'
import { beginUse } from './begin-use.ts'
import { closeUse } from './close-use.ts'
import { takeConsumables } from './take-consumables.ts'

export type OnBooking = { readonly id: string; readonly organisationId: string; readonly actor: Actor; readonly code: string | undefined }

/** 签到: somebody of either side says that the use begins now. */
export async function checkIn(tx: Db<BookingTables>, command: Command, needs: BookingNeeds, on: OnBooking): Promise<ReservationRow> {
  const row = await getRow(tx, on)
  const source = await sourceOf(tx, row, on)
  await beginUse(tx, command, needs, row, { at: command.now, source })
  return getReservation(tx, on.id, on.organisationId)
}

/** 签退: the use ends now, with what was used up. */
export async function checkOut(
  tx: Db<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  on: OnBooking & { readonly consumables: readonly { consumableId: string; quantity: number }[] },
): Promise<ReservationRow> {
  const row = await getRow(tx, on)
  const problems = findEndProblems(row)
  if (problems.length > 0) throw new Refusal(...problems)
  const running = await findRunning(tx, { reservationId: row.id })
  if (!running) throw new Refusal({ code: 'booking.use_already_ended', kind: 'conflict' })
  if (on.consumables.length > 0) await takeConsumables(tx, command, row, on.consumables)
  await closeUse(tx, command, needs, running, { at: command.now, source: await sourceOf(tx, row, on) })
  return getReservation(tx, on.id, on.organisationId)
}

async function getRow(tx: Db<BookingTables>, { id, organisationId }: OnBooking): Promise<ReservationRow> {
  const row = await findReservation(tx, id, organisationId)
  if (!row) throw new Refusal(RESERVATION_MISSING)
  return row
}

/** A code that is not this instrument's is refused: somebody stands before another one. */
async function sourceOf(tx: Db<BookingTables>, row: ReservationRow, { actor, organisationId, code }: OnBooking): Promise<UseSource> {
  if (code !== undefined && (await findByCode(tx, code)) !== row.resource_id)
    throw new Refusal({ code: 'booking.use_code_other', kind: 'refused', params: { resource: row.resource_name }, field: '/code' })
  if (actor.via === 'api_key') return 'api_key'
  if (row.kind === 'customer' && organisationId === row.provider_id) return 'staff'
  return code === undefined ? 'page' : 'qr'
}
