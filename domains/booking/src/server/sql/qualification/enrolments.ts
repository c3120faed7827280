import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { EnrolmentState, TrainingResult } from '../../../core/qualification/trainings.ts'
import type { BookingTables } from '../../needs.ts'

export type EnrolmentRow = {
  readonly id: string
  readonly training_id: string
  readonly person_id: string
  readonly person_name: string
  readonly organisation_name: string
  readonly state: EnrolmentState
  readonly place: number | null
  readonly fee_fen: bigint
  readonly enrolled_at: Date
}

/** In order of places, then of waiting; who left is left out. */
export async function listEnrolments(db: Db<BookingTables>, trainingId: string): Promise<EnrolmentRow[]> {
  const { rows } = await sql<EnrolmentRow>`
    select e.id, e.training_id, e.person_id, coalesce(p.name, '') as person_name, coalesce(o.short_name, o.name, '') as organisation_name, e.state,
      e.place, e.fee_fen, e.enrolled_at
    from booking.training_enrolment e
    left join people_pub.person p on p.id = e.person_id
    left join people_pub.organisation o on o.id = e.organisation_id
    where e.training_id = ${trainingId} and e.state <> 'left'
    order by e.place nulls last, e.enrolled_at, e.id`.execute(db)
  return rows
}

const freePlace = (trainingId: string) => sql`(
  select min(f.place) from booking.training_place f
  where f.training_id = ${trainingId} and not exists (
    select 1 from booking.training_enrolment u where u.training_id = f.training_id and u.place = f.place))`

/**
 * Takes the first free place, or waits when there is none; a person has one enrolment a session, which comes back when they had left. Two that
 * take one place at once end in `training_enrolment_place_once`: the caller holds the session.
 */
export async function enrol(
  tx: Db<BookingTables>,
  row: { trainingId: string; personId: string; organisationId: string; feeFen: bigint; now: Date },
): Promise<{ id: string; state: EnrolmentState }> {
  const { rows } = await sql<{ id: string; state: EnrolmentState }>`
    with free as materialized (
      -- After everybody who came before, also within one millisecond.
      select ${freePlace(row.trainingId)} as place, greatest(${row.now}::timestamptz, (
        select max(b.enrolled_at) + interval '1 millisecond' from booking.training_enrolment b where b.training_id = ${row.trainingId})) as at
    )
    insert into booking.training_enrolment as e (id, training_id, person_id, organisation_id, state, place, fee_fen, enrolled_at)
    select ${newId(row.now.getTime())}, ${row.trainingId}, ${row.personId}, ${row.organisationId},
      case when place is null then 'waiting' else 'enrolled' end, place, ${row.feeFen}, at from free
    on conflict on constraint training_enrolment_once do update set organisation_id = excluded.organisation_id, state = excluded.state,
      place = excluded.place, fee_fen = excluded.fee_fen, enrolled_at = excluded.enrolled_at, left_at = null, version = e.version + 1
    returning id, state`.execute(tx)
  const [enrolment] = rows
  if (!enrolment) throw new Error(`nobody enrolled in training ${row.trainingId}`)
  return enrolment
}

/** Gives up place or rank; false when the person had neither. */
export async function leave(tx: Db<BookingTables>, row: { trainingId: string; personId: string; now: Date }): Promise<boolean> {
  const result = await sql`
    update booking.training_enrolment set state = 'left', place = null, left_at = ${row.now}, version = version + 1
    where training_id = ${row.trainingId} and person_id = ${row.personId} and state in ('enrolled', 'waiting')`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Who waits longest gets the first free place; undefined when nobody waits or none is free. */
export async function promoteNext(tx: Db<BookingTables>, trainingId: string): Promise<{ id: string; person_id: string } | undefined> {
  const { rows } = await sql<{ id: string; person_id: string }>`
    with free as materialized (select ${freePlace(trainingId)} as place), next as materialized (
      select id from booking.training_enrolment where training_id = ${trainingId} and state = 'waiting' order by enrolled_at, id limit 1
    )
    update booking.training_enrolment e set state = 'enrolled', place = free.place, version = version + 1
    from free, next where e.id = next.id and free.place is not null
    returning e.id, e.person_id`.execute(tx)
  return rows[0]
}

type Enrolled = { readonly id: string; readonly person_id: string; readonly organisation_id: string; readonly fee_fen: bigint }

/** Records what became of somebody who had a place; undefined when that is not so or it is recorded. */
export async function recordResult(
  tx: Db<BookingTables>,
  target: { id: string; trainingId: string },
  record: { result: TrainingResult; by: string; now: Date },
): Promise<Enrolled | undefined> {
  const { rows } = await sql<Enrolled>`
    update booking.training_enrolment set state = ${record.result}, result_by = ${record.by}, result_at = ${record.now}, version = version + 1
    where id = ${target.id} and training_id = ${target.trainingId} and state = 'enrolled'
    returning id, person_id, organisation_id, fee_fen`.execute(tx)
  return rows[0]
}

type ReminderRow = {
  readonly id: string
  readonly person_id: string
  readonly training_id: string
  readonly title: string
  readonly location: string
  readonly start: Date
  readonly end: Date
  readonly zone: string
}

/** Who has a place in a session that begins between `now` and `until`. */
export async function listToRemind(db: Db<BookingTables>, now: Date, until: Date): Promise<ReminderRow[]> {
  const { rows } = await sql<ReminderRow>`
    select e.id, e.person_id, t.id as training_id, t.title, t.location, lower(t.during) as start, upper(t.during) as "end",
      coalesce((select min(c.zone) from booking.training_resource x join catalog_pub.resource c on c.id = x.resource_id where x.training_id = t.id),
        'Asia/Shanghai') as zone
    from booking.training t join booking.training_enrolment e on e.training_id = t.id and e.state = 'enrolled'
    where t.state = 'open' and lower(t.during) > ${now} and lower(t.during) <= ${until}
    order by lower(t.during), e.id`.execute(db)
  return rows
}
