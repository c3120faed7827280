import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { EnrolmentState, TrainingState } from '../../../core/qualification/trainings.ts'
import type { BookingTables } from '../../needs.ts'

export type TrainingRow = {
  readonly id: string
  readonly number: string
  readonly provider_id: string
  readonly provider_name: string
  readonly state: TrainingState
  readonly title: string
  readonly description: string | null
  readonly level: 1 | 2 | 3
  readonly start: Date
  readonly end: Date
  readonly zone: string
  readonly location: string
  readonly places: number
  readonly fee_fen: bigint
  readonly trainer_id: string
  readonly trainer_name: string
  readonly test_id: string | null
  readonly test_title: string | null
  readonly has_passed_test: boolean
  readonly takes_instruments: boolean
  readonly end_reason: string | null
  readonly version: number
  readonly taken: number
  readonly waiting: number
  readonly resources: readonly { id: string; name: string; nameEn: string | null; reservationId: string | null }[]
  readonly own_state: EnrolmentState | null
  readonly own_rank: number | null
}

const columnsFor = (personId: string | null): RawBuilder<TrainingRow> => sql`
  select t.id, t.number, t.provider_id, coalesce(o.name, '') as provider_name, t.state, t.title, t.description, t.level, lower(t.during) as start,
    upper(t.during) as "end", coalesce(r.zone, 'Asia/Shanghai') as zone, t.location, t.places, t.fee_fen, t.trainer_id, coalesce(p.name, '') as trainer_name,
    t.test_id, v.title as test_title,
    exists (select 1 from booking.test_attempt a where a.test_id = t.test_id and a.person_id = ${personId}::uuid and a.is_passed) as has_passed_test,
    t.takes_instruments, t.end_reason, t.version, n.taken, n.waiting, r.resources, e.state as own_state,
    case when e.state = 'waiting' then (
      select count(*)::int from booking.training_enrolment w
      where w.training_id = t.id and w.state = 'waiting' and (w.enrolled_at, w.id) <= (e.enrolled_at, e.id)) end as own_rank
  from booking.training t
  cross join lateral (
    select count(*) filter (where x.place is not null)::int as taken, count(*) filter (where x.state = 'waiting')::int as waiting
    from booking.training_enrolment x where x.training_id = t.id
  ) n
  cross join lateral (
    select min(c.zone) as zone, coalesce(jsonb_agg(jsonb_build_object('id', x.resource_id, 'name', coalesce(c.name_zh, c.name_en, ''), 'nameEn', c.name_en,
      'reservationId', x.reservation_id) order by c.name_zh, x.resource_id), '[]') as resources
    from booking.training_resource x left join catalog_pub.resource c on c.id = x.resource_id where x.training_id = t.id
  ) r
  left join booking.training_enrolment e on e.training_id = t.id and e.person_id = ${personId}::uuid
  left join booking.test k on k.id = t.test_id
  left join booking.test_version v on v.test_id = k.id and v.number = k.published_number
  left join people_pub.organisation o on o.id = t.provider_id
  left join people_pub.person p on p.id = t.trainer_id`

export async function findTraining(db: Db<BookingTables>, id: string, personId: string | null): Promise<TrainingRow | undefined> {
  const { rows } = await sql<TrainingRow>`${columnsFor(personId)} where t.id = ${id}`.execute(db)
  return rows[0]
}

/** Enrolments, leaving and results of one session go one after the other, so that waiting keeps its order. */
export async function lockTraining(tx: Db<BookingTables>, id: string): Promise<void> {
  await sql`select 1 from booking.training where id = ${id} for update`.execute(tx)
}

type Filter = {
  readonly personId: string | null
  readonly scope: 'open' | 'mine' | { readonly providerId: string }
  readonly resourceId?: string | undefined
  readonly isPast: boolean
  readonly after?: { readonly start: Date; readonly id: string } | undefined
  readonly limit: number
  readonly now: Date
}

/** Coming sessions in order of time, past ones newest first. */
export async function listTrainings(db: Db<BookingTables>, filter: Filter): Promise<TrainingRow[]> {
  const { scope, after, isPast, now } = filter
  const conditions = [isPast ? sql`upper(t.during) <= ${now}` : sql`upper(t.during) > ${now}`]
  if (scope === 'open') conditions.push(sql`t.state = 'open' and lower(t.during) > ${now}`)
  else if (scope === 'mine') conditions.push(sql`e.state is not null and e.state <> 'left'`)
  else conditions.push(sql`t.provider_id = ${scope.providerId}`)
  if (filter.resourceId)
    conditions.push(
      sql`exists (select 1 from booking.training_resource x where x.training_id = t.id and x.resource_id = ${filter.resourceId})`,
    )
  if (after) conditions.push(sql`(lower(t.during), t.id) ${isPast ? sql`<` : sql`>`} (${after.start}, ${after.id})`)
  const order = isPast ? sql`lower(t.during) desc, t.id desc` : sql`lower(t.during), t.id`
  const { rows } = await sql<TrainingRow>`
    ${columnsFor(filter.personId)} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${filter.limit + 1}`.execute(db)
  return rows
}

type NewTraining = {
  readonly id: string
  readonly number: string
  readonly providerId: string
  readonly title: string
  readonly description: string | null
  readonly level: number
  readonly during: TimeRange
  readonly location: string
  readonly places: number
  readonly feeFen: bigint
  readonly trainerId: string
  readonly testId: string | null
  readonly takesInstruments: boolean
  readonly by: string
  readonly now: Date
}

/** A session with its places and instruments. */
export async function insertTraining(
  db: Db<BookingTables>,
  row: NewTraining,
  resources: readonly { id: string; reservationId: string | null }[],
): Promise<void> {
  await sql`
    insert into booking.training (id, number, provider_id, title, description, level, during, location, places, fee_fen, trainer_id, test_id,
      takes_instruments, created_by, created_at, updated_at)
    values (${row.id}, ${row.number}, ${row.providerId}, ${row.title}, ${row.description}, ${row.level}, tstzrange(${row.during.start}, ${row.during.end}),
      ${row.location}, ${row.places}, ${row.feeFen}, ${row.trainerId}, ${row.testId}, ${row.takesInstruments}, ${row.by}, ${row.now}, ${row.now})`.execute(
    db,
  )
  await addPlaces(db, row.id, row.places)
  for (const { id, reservationId } of resources)
    await sql`insert into booking.training_resource (training_id, resource_id, reservation_id) values (${row.id}, ${id}, ${reservationId})`.execute(
      db,
    )
}

export async function addPlaces(db: Db<BookingTables>, trainingId: string, count: number): Promise<void> {
  await sql`
    insert into booking.training_place (training_id, place)
    select ${trainingId}, (select coalesce(max(place), 0) from booking.training_place where training_id = ${trainingId}) + n
    from generate_series(1, ${count}::int) n`.execute(db)
}

/** Takes away free places, the last first; how many it found. */
export async function removePlaces(db: Db<BookingTables>, trainingId: string, count: number): Promise<number> {
  const result = await sql`
    delete from booking.training_place where training_id = ${trainingId} and place in (
      select f.place from booking.training_place f
      where f.training_id = ${trainingId} and not exists (
        select 1 from booking.training_enrolment e where e.training_id = f.training_id and e.place = f.place)
      order by f.place desc limit ${count})`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}

type Target = { readonly id: string; readonly providerId: string; readonly version: number }

export async function updateTraining(
  db: Db<BookingTables>,
  target: Target,
  words: { title: string; description: string | null; location: string; places: number },
  now: Date,
): Promise<boolean> {
  const result = await sql`
    update booking.training
    set title = ${words.title}, description = ${words.description}, location = ${words.location}, places = ${words.places}, version = version + 1,
      updated_at = ${now}
    where id = ${target.id} and provider_id = ${target.providerId} and version = ${target.version} and state = 'open'`.execute(db)
  return result.numAffectedRows === 1n
}

export async function endTraining(
  db: Db<BookingTables>,
  target: Target,
  end: { state: 'cancelled' | 'finished'; reason: string | null; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.training
    set state = ${end.state}, ended_at = ${end.now}, end_reason = ${end.reason}, version = version + 1, updated_at = ${end.now}
    where id = ${target.id} and provider_id = ${target.providerId} and version = ${target.version} and state = 'open'`.execute(db)
  return result.numAffectedRows === 1n
}

/** True when the person works for the provider. */
export async function isStaff(db: Db<BookingTables>, providerId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people_pub.membership where person_id = ${personId} and organisation_id = ${providerId} and status = 'active' limit 1`.execute(
    db,
  )
  return rows.length === 1
}
