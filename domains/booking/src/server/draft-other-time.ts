import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { Operation } from '../core/vocabulary.ts'
import { type Draft, draftReservation } from './draft-reservation.ts'
import type { BookingTables } from './needs.ts'
import { findCustomer } from './sql/customers.ts'
import type { ReservationRow } from './sql/reservations.ts'
import { findResourceFacts } from './sql/resource-facts.ts'

type OtherTime = {
  readonly during: TimeRange
  /** Undefined: as it is booked. */
  readonly operation: Operation | undefined
  readonly actorOrganisationId: string
  readonly beside?: readonly string[] | undefined
  readonly now: Date
}

/** What another time would make of a reservation, for the customer and on the resource that it has: broken rules are in `problems`. */
export async function draftOtherTime(tx: Db<BookingTables>, row: ReservationRow, other: OtherTime): Promise<Draft> {
  const known = {
    resource: await findResourceFacts(tx, row.resource_id),
    customer: await findCustomer(tx, row.organisation_id),
    bookerName: '',
  }
  return draftReservation(known, {
    ...other,
    resourceId: row.resource_id,
    operation: other.operation ?? row.operation,
    customerId: row.organisation_id,
  })
}
