import { Refusal } from '@jiju/kernel/problem'
import { addMinutes } from '@jiju/kernel/time-range'
import { instantAt, localDayOf, minuteOfDayAt } from '@jiju/kernel/zoned-time'
import type { Actor } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import type { Transaction } from 'kysely'
import type { SlotWish } from '../draft-reservation.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { placeInTransaction } from '../place-in-transaction.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import { findResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { beginUse } from './begin-use.ts'

/** The grid step that runs now: a use that begins between two steps is booked from the earlier one. */
export function currentStep(now: Date, { rules, site }: Pick<ResourceFacts, 'rules' | 'site'>): Date {
  const minute = minuteOfDayAt(now, site.zone)
  return instantAt(localDayOf(now, site.zone), minute - (minute % rules.stepMinutes), site.zone)
}

/** A wish from the step that runs now; notice is judged as if it were asked for at that moment. */
export function wishNow(facts: ResourceFacts, minutes: number, by: { organisationId: string; now: Date }): SlotWish {
  const start = currentStep(by.now, facts)
  return {
    resourceId: facts.resourceId,
    during: { start, end: addMinutes(start, minutes) },
    operation: undefined,
    customerId: by.organisationId,
    actorOrganisationId: by.organisationId,
    now: by.now,
    judgedAt: start,
  }
}

/** Books what is free and begins the use at once, by the same rules and through the same door as any booking. */
export async function bookNow(
  tx: Transaction<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  wish: { resourceId: string; organisationId: string; actor: Actor; minutes: number; project: string | null; source: 'qr' | 'api_key' },
): Promise<ReservationRow> {
  const facts = await findResourceFacts(tx, wish.resourceId)
  if (!facts) throw new Refusal(RESOURCE_MISSING)
  const row = await placeInTransaction(tx, {
    wish: wishNow(facts, wish.minutes, { organisationId: wish.organisationId, now: command.now }),
    state: 'booked',
    bookerId: wish.actor.userId,
    placedBy: wish.actor.userId,
    project: wish.project,
    note: null,
    requestId: command.requestId,
  })
  // A request waits for the provider: nothing begins before the answer.
  if (row.state === 'confirmed') await beginUse(tx, command, needs, row, { at: command.now, source: wish.source })
  return row
}
