import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Ways } from '../../../core/qualification/levels.ts'
import type { BookingTables } from '../../needs.ts'

/** The next training with a free place that ends before `before`, or else the next at all; and a test that grants the level. */
export async function findWays(
  db: Db<BookingTables>,
  ask: { resourceId: string; level: number; before: Date; now: Date },
): Promise<Pick<Ways, 'training' | 'test'>> {
  const { rows } = await sql<{ training: { id: string; start: string; freePlaces: number } | null; test: Ways['test'] }>`
    select (
      select jsonb_build_object('id', t.id, 'start', lower(t.during), 'freePlaces', t.places - taken.count)
      from booking.training t
      join booking.training_resource r on r.training_id = t.id and r.resource_id = ${ask.resourceId}
      cross join lateral (
        select count(*)::int as count from booking.training_enrolment e where e.training_id = t.id and e.place is not null
      ) taken
      where t.state = 'open' and lower(t.during) > ${ask.now} and t.level >= ${ask.level} and taken.count < t.places
      order by upper(t.during) > ${ask.before}, lower(t.during), t.id
      limit 1
    ) as training, (
      select jsonb_build_object('id', v.test_id, 'title', v.title)
      from booking.test t
      join booking.test_version v on v.test_id = t.id and v.number = t.published_number
      where not t.is_retired and v.grants_level >= ${ask.level} and v.resource_ids @> array[${ask.resourceId}::uuid]
      order by v.grants_level, v.test_id
      limit 1
    ) as test`.execute(db)
  const { training = null, test = null } = rows[0] ?? {}
  return { training: training && { ...training, start: new Date(training.start) }, test }
}
