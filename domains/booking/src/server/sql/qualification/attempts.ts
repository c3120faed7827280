import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Answers, Marks } from '../../../core/qualification/tests.ts'
import type { BookingTables } from '../../needs.ts'

export type AttemptRow = {
  readonly id: string
  readonly test_id: string
  readonly test_number: number
  readonly provider_id: string
  readonly person_id: string
  readonly attempt: number
  readonly seed: number
  readonly started_at: Date
  readonly submitted_at: Date | null
  readonly correct_count: number | null
  readonly question_count: number
  readonly is_passed: boolean | null
}

const columns = sql.raw(
  'id, test_id, test_number, provider_id, person_id, attempt, seed, started_at, submitted_at, correct_count, question_count, is_passed',
)

/** An own attempt; another's does not exist. */
export async function findAttempt(db: Db<BookingTables>, id: string, personId: string): Promise<AttemptRow | undefined> {
  const { rows } = await sql<AttemptRow>`select ${columns} from booking.test_attempt where id = ${id} and person_id = ${personId}`.execute(
    db,
  )
  return rows[0]
}

export type AttemptsSoFar = {
  readonly used: number
  readonly last_submitted_at: Date | null
  readonly is_passed: boolean
  readonly open_id: string | null
}

export async function readAttempts(db: Db<BookingTables>, testId: string, personId: string): Promise<AttemptsSoFar> {
  const { rows } = await sql<AttemptsSoFar>`
    select count(*)::int as used, max(submitted_at) as last_submitted_at, coalesce(bool_or(is_passed), false) as is_passed,
      (array_agg(id) filter (where submitted_at is null))[1] as open_id
    from booking.test_attempt where test_id = ${testId} and person_id = ${personId}`.execute(db)
  return rows[0] ?? { used: 0, last_submitted_at: null, is_passed: false, open_id: null }
}

/** One attempt of a person begins at a time: two at once would both count from the same number. */
export async function lockAttempts(tx: Db<BookingTables>, testId: string, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking.test ${testId} ${personId}`}, 0))`.execute(tx)
}

export async function insertAttempt(
  db: Db<BookingTables>,
  row: {
    testId: string
    number: number
    providerId: string
    personId: string
    attempt: number
    seed: number
    questionCount: number
    now: Date
  },
): Promise<AttemptRow> {
  const { rows } = await sql<AttemptRow>`
    insert into booking.test_attempt (id, test_id, test_number, provider_id, person_id, attempt, seed, started_at, question_count)
    values (${newId(row.now.getTime())}, ${row.testId}, ${row.number}, ${row.providerId}, ${row.personId}, ${row.attempt}, ${row.seed}, ${row.now},
      ${row.questionCount})
    returning ${columns}`.execute(db)
  const [attempt] = rows
  if (!attempt) throw new Error(`no attempt began at test ${row.testId}`)
  return attempt
}

/** Keeps answers and marks, once. */
export async function submitAttempt(
  db: Db<BookingTables>,
  id: string,
  submitted: { answers: Answers; marks: Marks; now: Date },
): Promise<AttemptRow | undefined> {
  const { answers, marks, now } = submitted
  const { rows } = await sql<AttemptRow>`
    update booking.test_attempt
    set submitted_at = ${now}, answers = ${JSON.stringify(answers)}::jsonb, correct_count = ${marks.correctCount}, is_passed = ${marks.isPassed}
    where id = ${id} and submitted_at is null
    returning ${columns}`.execute(db)
  return rows[0]
}

type PassedRow = { readonly test_id: string; readonly title: string; readonly provider_name: string; readonly passed_at: Date }

/** Tests that a person passed, newest first. */
export async function listPassed(db: Db<BookingTables>, personId: string): Promise<PassedRow[]> {
  const { rows } = await sql<PassedRow>`
    select a.test_id, v.title, coalesce(o.name, '') as provider_name, a.submitted_at as passed_at
    from booking.test_attempt a
    join booking.test_version v on v.test_id = a.test_id and v.number = a.test_number
    left join people_pub.organisation o on o.id = a.provider_id
    where a.person_id = ${personId} and a.is_passed order by a.submitted_at desc, a.id`.execute(db)
  return rows
}
