import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { GiveEvaluation } from '../../contract/evaluations.ts'
import type { BookingTables } from '../needs.ts'
import { RESERVATION_MISSING } from '../problems.ts'
import { findReservation } from '../sql/reservations.ts'
import { insertEvaluation } from '../sql/use/evaluations.ts'

/** The customer says once how it was, after the use. The provider does not judge itself. */
export async function giveEvaluation(
  tx: Db<BookingTables>,
  command: Command,
  given: { id: string; organisationId: string; userId: string; body: GiveEvaluation },
): Promise<void> {
  const row = await findReservation(tx, given.id, given.organisationId)
  if (row?.organisation_id !== given.organisationId) throw new Refusal(RESERVATION_MISSING)
  if (row.kind !== 'customer') throw new Refusal({ code: 'booking.evaluation_own', kind: 'refused' })
  if (row.state !== 'completed') throw new Refusal({ code: 'booking.evaluation_too_early', kind: 'refused' })
  const { condition, service, process, words } = given.body
  const isGiven = await insertEvaluation(tx, {
    reservationId: row.id,
    resourceId: row.resource_id,
    providerId: row.provider_id,
    organisationId: row.organisation_id,
    personId: given.userId,
    marks: { condition, service, process },
    words: words ?? null,
    now: command.now,
  })
  if (!isGiven) throw new Refusal({ code: 'booking.evaluation_given', kind: 'conflict' })
  const detail = { reservationId: row.id, resourceId: row.resource_id, providerId: row.provider_id, condition, service, process }
  await command.audit({ action: 'booking.evaluation.give', subjectType: 'reservation', subjectId: row.id, detail })
  await command.publish('booking.evaluation_given', detail)
}
