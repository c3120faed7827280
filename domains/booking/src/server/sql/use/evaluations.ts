import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { EvaluationCriterion } from '../../../core/use/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'

type Marks = Readonly<Record<EvaluationCriterion, number>>

export type ReplyColumns = { readonly reply: string | null; readonly replied_at: Date | null }

type EvaluationRow = Marks & {
  readonly reservation_id: string
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly organisation_name: string
  readonly number: string
  readonly words: string | null
  readonly created_at: Date
} & ReplyColumns

/** False when the booking has been judged before. */
export async function insertEvaluation(
  db: Db<BookingTables>,
  row: {
    reservationId: string
    resourceId: string
    providerId: string
    organisationId: string
    personId: string
    marks: Marks
    words: string | null
    now: Date
  },
): Promise<boolean> {
  const { marks } = row
  const result = await sql`
    insert into booking.evaluation (reservation_id, resource_id, provider_id, organisation_id, person_id, condition, service, process, words, created_at)
    values (${row.reservationId}, ${row.resourceId}, ${row.providerId}, ${row.organisationId}, ${row.personId}, ${marks.condition}, ${marks.service},
      ${marks.process}, ${row.words}, ${row.now})
    on conflict do nothing`.execute(db)
  return result.numAffectedRows === 1n
}

export async function findEvaluation(
  db: Db<BookingTables>,
  reservationId: string,
): Promise<(Marks & ReplyColumns & { words: string | null; created_at: Date }) | undefined> {
  const { rows } = await sql<Marks & ReplyColumns & { words: string | null; created_at: Date }>`
    select e.condition, e.service, e.process, e.words, e.created_at, a.words as reply, a.replied_at
    from booking.evaluation e left join booking.evaluation_reply a on a.reservation_id = e.reservation_id
    where e.reservation_id = ${reservationId}`.execute(db)
  return rows[0]
}

/** How many there are of a resource, and their averages. */
export async function averageEvaluations(db: Db<BookingTables>, resourceId: string): Promise<Marks & { count: number }> {
  const { rows } = await sql<Marks & { count: number }>`
    select count(*)::int as count, coalesce(avg(condition), 0)::float8 as condition, coalesce(avg(service), 0)::float8 as service,
      coalesce(avg(process), 0)::float8 as process
    from booking.evaluation where resource_id = ${resourceId}`.execute(db)
  return rows[0] ?? { count: 0, condition: 0, service: 0, process: 0 }
}

/** Of a provider's resources, latest first. */
export async function listEvaluations(
  db: Db<BookingTables>,
  filter: {
    providerId: string
    resourceId: string | undefined
    only: 'all' | 'unanswered' | 'low'
    after: { createdAt: Date; id: string } | undefined
    limit: number
  },
): Promise<EvaluationRow[]> {
  const { rows } = await sql<EvaluationRow>`
    select e.reservation_id, e.resource_id, coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en,
      coalesce(o.short_name, o.name, '') as organisation_name, b.number, e.condition, e.service, e.process, e.words, e.created_at,
      a.words as reply, a.replied_at
    from booking.evaluation e
    left join booking.evaluation_reply a on a.reservation_id = e.reservation_id
    join booking.reservation b on b.id = e.reservation_id and b.resource_id = e.resource_id
    left join catalog_pub.resource r on r.id = e.resource_id
    left join people_pub.organisation o on o.id = e.organisation_id
    where e.provider_id = ${filter.providerId} and (${filter.resourceId ?? null}::uuid is null or e.resource_id = ${filter.resourceId ?? null})
      and (${filter.only !== 'unanswered'} or a.reservation_id is null)
      and (${filter.only !== 'low'} or least(e.condition, e.service, e.process) <= 3)
      and (${filter.after?.id ?? null}::uuid is null or (e.created_at, e.reservation_id) < (${filter.after?.createdAt ?? null}, ${filter.after?.id ?? null}))
    order by e.created_at desc, e.reservation_id desc
    limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** Who judged a resource of the provider. */
export async function findEvaluator(
  db: Db<BookingTables>,
  target: { reservationId: string; providerId: string },
): Promise<{ person_id: string; resource_id: string } | undefined> {
  const { rows } = await sql<{ person_id: string; resource_id: string }>`
    select person_id, resource_id from booking.evaluation
    where reservation_id = ${target.reservationId} and provider_id = ${target.providerId}`.execute(db)
  return rows[0]
}

/** False when it was answered before. */
export async function insertReply(
  db: Db<BookingTables>,
  row: { reservationId: string; providerId: string; words: string; by: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    insert into booking.evaluation_reply (reservation_id, provider_id, words, replied_by, replied_at)
    values (${row.reservationId}, ${row.providerId}, ${row.words}, ${row.by}, ${row.now}) on conflict do nothing`.execute(db)
  return result.numAffectedRows === 1n
}
