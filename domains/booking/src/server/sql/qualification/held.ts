import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { groupBy } from '../../../core/qualification/group-by.ts'
import type { Held } from '../../../core/qualification/levels.ts'
import type { BookingTables } from '../../needs.ts'

type Holder = { readonly resourceId: string; readonly personId: string }

/** What the person holds cannot be suspended before the transaction ends; who suspends it afterwards sees the booking that it allowed. */
export async function lockQualifications(tx: Db<BookingTables>, { resourceId, personId }: Holder): Promise<void> {
  await sql`select 1 from booking.qualification where resource_id = ${resourceId} and person_id = ${personId} order by id for share`.execute(
    tx,
  )
}

export async function listHeld(db: Db<BookingTables>, { resourceId, personId }: Holder): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select level, valid_from as "validFrom", lapses_at as "lapsesAt", suspended_at is not null as "isSuspended"
    from booking.qualification_state where resource_id = ${resourceId} and person_id = ${personId} order by level desc`.execute(db)
  return rows
}

/** What several people hold on several resources, by `heldKey`. */
export async function listHeldOf(
  db: Db<BookingTables>,
  resourceIds: readonly string[],
  personIds: readonly string[],
): Promise<Map<string, Held[]>> {
  const { rows } = await sql<Held & Holder>`
    select resource_id as "resourceId", person_id as "personId", level, valid_from as "validFrom", lapses_at as "lapsesAt",
      suspended_at is not null as "isSuspended"
    from booking.qualification_state
    where resource_id = any(${[...resourceIds]}::uuid[]) and person_id = any(${[...personIds]}::uuid[])
    order by resource_id, person_id, level desc`.execute(db)
  return groupBy(rows, heldKey)
}

export const heldKey = ({ resourceId, personId }: Holder): string => `${resourceId} ${personId}`
