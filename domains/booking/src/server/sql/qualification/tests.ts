import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { Question } from '../../../core/qualification/tests.ts'
import type { BookingTables } from '../../needs.ts'

export type TestRow = {
  readonly id: string
  readonly provider_id: string
  readonly provider_name: string
  readonly published_number: number | null
  readonly is_retired: boolean
  readonly version: number
  readonly number: number
  readonly title: string
  readonly intro: string | null
  readonly questions: readonly Question[]
  readonly pass_percent: number
  readonly attempt_limit: number | null
  readonly pause_hours: number
  readonly is_shuffled: boolean
  readonly grants_level: 1 | 2 | 3 | null
  readonly resource_ids: readonly string[]
  readonly validity_months: number | null
  readonly published_at: Date | null
  readonly attempts: number
  readonly passed: number
}

const columns: RawBuilder<TestRow> = sql`
  select t.id, t.provider_id, coalesce(o.name, '') as provider_name, t.published_number, t.is_retired, t.version, v.number, v.title, v.intro, v.questions,
    v.pass_percent, v.attempt_limit, v.pause_hours, v.is_shuffled, v.grants_level, v.resource_ids, v.validity_months, v.published_at,
    n.attempts, n.passed
  from booking.test t
  join booking.test_version v on v.test_id = t.id
  cross join lateral (
    select count(*)::int as attempts, count(*) filter (where a.is_passed)::int as passed
    from booking.test_attempt a where a.test_id = t.id and a.submitted_at is not null
  ) n
  left join people_pub.organisation o on o.id = t.provider_id`

const newest = sql`v.number = (select max(x.number) from booking.test_version x where x.test_id = t.id)`

/** The newest version, draft or published, for its author. */
export async function findTest(db: Db<BookingTables>, id: string, providerId: string): Promise<TestRow | undefined> {
  const { rows } = await sql<TestRow>`${columns} where t.id = ${id} and t.provider_id = ${providerId} and ${newest}`.execute(db)
  return rows[0]
}

export async function listTests(db: Db<BookingTables>, providerId: string): Promise<TestRow[]> {
  const { rows } =
    await sql<TestRow>`${columns} where t.provider_id = ${providerId} and ${newest} order by t.is_retired, v.title, t.id`.execute(db)
  return rows
}

/** The version that people take now. */
export async function findPublished(db: Db<BookingTables>, id: string): Promise<TestRow | undefined> {
  const { rows } = await sql<TestRow>`${columns} where t.id = ${id} and v.number = t.published_number and not t.is_retired`.execute(db)
  return rows[0]
}

/** A version by its number; attempts name it for good. */
export async function findVersion(db: Db<BookingTables>, id: string, number: number): Promise<TestRow | undefined> {
  const { rows } = await sql<TestRow>`${columns} where t.id = ${id} and v.number = ${number}`.execute(db)
  return rows[0]
}

export async function insertTest(db: Db<BookingTables>, row: { id: string; providerId: string; by: string; now: Date }): Promise<void> {
  await sql`
    insert into booking.test (id, provider_id, created_at, created_by) values (${row.id}, ${row.providerId}, ${row.now}, ${row.by})`.execute(
    db,
  )
}

type VersionContent = {
  readonly title: string
  readonly intro: string | null
  readonly questions: readonly Question[]
  readonly passPercent: number
  readonly attemptLimit: number | null
  readonly pauseHours: number
  readonly isShuffled: boolean
  readonly grantsLevel: number | null
  readonly resourceIds: readonly string[]
  readonly validityMonths: number | null
}

/** Writes the draft, which becomes a new version after a published one. What is published is never touched. */
export async function saveDraft(db: Db<BookingTables>, testId: string, content: VersionContent, now: Date): Promise<void> {
  await sql`
    insert into booking.test_version as v (test_id, number, title, intro, questions, pass_percent, attempt_limit, pause_hours, is_shuffled, grants_level,
      resource_ids, validity_months, updated_at)
    select ${testId}, coalesce(
        (select d.number from booking.test_version d where d.test_id = ${testId} and d.published_at is null),
        (select max(d.number) + 1 from booking.test_version d where d.test_id = ${testId}), 1),
      ${content.title}, ${content.intro}, ${JSON.stringify(content.questions)}::jsonb, ${content.passPercent}, ${content.attemptLimit},
      ${content.pauseHours}, ${content.isShuffled}, ${content.grantsLevel}, ${[...content.resourceIds]}::uuid[], ${content.validityMonths}, ${now}
    on conflict on constraint test_version_pkey do update set title = excluded.title, intro = excluded.intro, questions = excluded.questions,
      pass_percent = excluded.pass_percent, attempt_limit = excluded.attempt_limit, pause_hours = excluded.pause_hours,
      is_shuffled = excluded.is_shuffled, grants_level = excluded.grants_level, resource_ids = excluded.resource_ids,
      validity_months = excluded.validity_months, updated_at = excluded.updated_at
    where v.published_at is null`.execute(db)
}

type Target = { readonly id: string; readonly providerId: string; readonly version: number }

/** The next version of the row that guards all changes of a test; false when it is not the one seen. */
export async function touchTest(
  db: Db<BookingTables>,
  target: Target,
  change: { publishedNumber?: number; isRetired?: boolean } = {},
): Promise<boolean> {
  const result = await sql`
    update booking.test set version = version + 1, published_number = coalesce(${change.publishedNumber ?? null}::int, published_number),
      is_retired = coalesce(${change.isRetired ?? null}::boolean, is_retired)
    where id = ${target.id} and provider_id = ${target.providerId} and version = ${target.version}`.execute(db)
  return result.numAffectedRows === 1n
}

/** The draft takes effect; false when there is none. */
export async function publishDraft(
  db: Db<BookingTables>,
  testId: string,
  number: number,
  by: { userId: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.test_version set published_at = ${by.now}, published_by = ${by.userId}
    where test_id = ${testId} and number = ${number} and published_at is null`.execute(db)
  return result.numAffectedRows === 1n
}

/** Names of resources, for a cover. */
export async function listResourceNames(
  db: Db<BookingTables>,
  ids: readonly string[],
): Promise<{ id: string; name: string; nameEn: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; nameEn: string | null }>`
    select id, coalesce(name_zh, name_en, '') as name, name_en as "nameEn" from catalog_pub.resource
    where id = any(${[...ids]}::uuid[]) and status = 'published' order by name_zh, id`.execute(db)
  return rows
}
