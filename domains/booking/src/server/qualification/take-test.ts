import { randomInt } from 'node:crypto'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { KnowledgeTestCover, SubmitAnswers } from '../../contract/tests.ts'
import { findAttemptProblems, markAnswers } from '../../core/qualification/tests.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import {
  type AttemptRow,
  type AttemptsSoFar,
  findAttempt,
  insertAttempt,
  lockAttempts,
  readAttempts,
  submitAttempt,
} from '../sql/qualification/attempts.ts'
import { findPublished, findVersion, listResourceNames, type TestRow } from '../sql/qualification/tests.ts'
import { TEST_MISSING } from './edit-test.ts'
import { grantQualifications } from './grant.ts'

const ATTEMPT_MISSING: Problem = { code: 'booking.attempt_missing', kind: 'missing' }
const SUBMITTED: Problem = { code: 'booking.attempt_submitted', kind: 'conflict' }

export type Attempt = { readonly row: AttemptRow; readonly test: TestRow }

/** What somebody sees of a test before it begins. */
export async function readCover(db: Db<BookingTables>, testId: string, personId: string, now: Date): Promise<KnowledgeTestCover> {
  const test = await findPublished(db, testId)
  if (!test) throw new Refusal(TEST_MISSING)
  const attempts = await readAttempts(db, testId, personId)
  const [problem] = attempts.open_id ? [] : problemsOf(test, attempts, now)
  return {
    id: test.id,
    providerName: test.provider_name,
    title: test.title,
    intro: test.intro,
    questionCount: test.questions.length,
    passPercent: test.pass_percent,
    attemptLimit: test.attempt_limit,
    pauseHours: test.pause_hours,
    grantsLevel: test.grants_level,
    resources: await listResourceNames(db, test.resource_ids),
    mine: {
      used: attempts.used,
      isPassed: attempts.is_passed,
      openAttemptId: attempts.open_id,
      canBegin: problem === undefined,
      againAt: problem?.params?.again ? String(problem.params.again) : null,
    },
  }
}

/** Begins an attempt, or goes on with the one that is open. */
export async function beginAttempt(tx: Db<BookingTables>, command: Command, who: { testId: string; personId: string }): Promise<Attempt> {
  const { now } = command
  await lockAttempts(tx, who.testId, who.personId)
  const test = await findPublished(tx, who.testId)
  if (!test) throw new Refusal(TEST_MISSING)
  const attempts = await readAttempts(tx, who.testId, who.personId)
  if (attempts.open_id) return getAttempt(tx, attempts.open_id, who.personId)
  const problems = problemsOf(test, attempts, now)
  if (problems.length > 0) throw new Refusal(...problems)
  const row = await insertAttempt(tx, {
    testId: test.id,
    number: test.number,
    providerId: test.provider_id,
    personId: who.personId,
    attempt: attempts.used + 1,
    seed: randomInt(2 ** 31),
    questionCount: test.questions.length,
    now,
  })
  await command.audit({
    action: 'booking.test.begin',
    subjectType: 'test',
    subjectId: test.id,
    detail: { attemptId: row.id, attempt: row.attempt },
  })
  return { row, test }
}

/** Marks the answers against the version that was begun; who passes gets the level that it grants. */
export async function submitAnswers(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: SubmitAnswers & { attemptId: string; personId: string },
): Promise<Attempt> {
  const { row, test } = await getAttempt(tx, wish.attemptId, wish.personId)
  if (row.submitted_at) throw new Refusal(SUBMITTED)
  const chosen = new Map(wish.answers.map((answer) => [answer.position, answer.chosen]))
  const answers = test.questions.map((_, position) => chosen.get(position) ?? [])
  const marks = markAnswers(test.questions, answers, test.pass_percent)
  const submitted = await submitAttempt(tx, row.id, { answers, marks, now: command.now })
  if (!submitted) throw new Refusal(SUBMITTED)
  await command.audit({
    action: 'booking.test.submit',
    subjectType: 'test',
    subjectId: test.id,
    detail: { attemptId: row.id, number: test.number, ...marks },
  })
  if (marks.isPassed && test.grants_level !== null)
    await grantQualifications(tx, command, needs, {
      providerId: test.provider_id,
      personId: wish.personId,
      resourceIds: test.resource_ids,
      level: test.grants_level,
      ground: 'test',
      groundId: row.id,
      reason: null,
      months: test.validity_months ?? undefined,
      by: null,
    })
  return { row: submitted, test }
}

export async function getAttempt(db: Db<BookingTables>, id: string, personId: string): Promise<Attempt> {
  const row = await findAttempt(db, id, personId)
  const test = row && (await findVersion(db, row.test_id, row.test_number))
  if (!row || !test) throw new Refusal(ATTEMPT_MISSING)
  return { row, test }
}

function problemsOf(test: TestRow, attempts: AttemptsSoFar, now: Date): Problem[] {
  const rules = { attemptLimit: test.attempt_limit, pauseHours: test.pause_hours }
  return findAttemptProblems(rules, { used: attempts.used, lastSubmittedAt: attempts.last_submitted_at, isPassed: attempts.is_passed }, now)
}
