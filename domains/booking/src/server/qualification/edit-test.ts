import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { KnowledgeTestEntry } from '../../contract/tests.ts'
import { findQuestionProblems } from '../../core/qualification/tests.ts'
import type { BookingTables } from '../needs.ts'
import { listValidity } from '../sql/qualification/rules.ts'
import { findTest, insertTest, publishDraft, saveDraft, type TestRow, touchTest } from '../sql/qualification/tests.ts'
import { RESOURCE_NOT_OWN } from './grant.ts'

export const TEST_MISSING: Problem = { code: 'booking.test_missing', kind: 'missing' }
const GRANTS_NOWHERE: Problem = { code: 'booking.test_grants_nowhere', kind: 'refused', field: '/resourceIds' }

type Target = { readonly id: string; readonly version: number; readonly providerId: string; readonly userId: string }

export async function getTest(db: Db<BookingTables>, id: string, providerId: string): Promise<TestRow> {
  const row = await findTest(db, id, providerId)
  if (!row) throw new Refusal(TEST_MISSING)
  return row
}

/** Begins a test with its first draft. */
export async function createTest(
  tx: Db<BookingTables>,
  command: Command,
  wish: { entry: KnowledgeTestEntry; providerId: string; userId: string },
): Promise<TestRow> {
  await checkEntry(tx, wish.entry, wish.providerId)
  const id = newId(command.now.getTime())
  await insertTest(tx, { id, providerId: wish.providerId, by: wish.userId, now: command.now })
  await saveDraft(tx, id, wish.entry, command.now)
  await command.audit({ action: 'booking.test.create', subjectType: 'test', subjectId: id, detail: { title: wish.entry.title } })
  return getTest(tx, id, wish.providerId)
}

/** Rewrites the draft; after a published version a new one begins, which nobody meets until it is published. */
export async function editTest(tx: Db<BookingTables>, command: Command, wish: Target & { entry: KnowledgeTestEntry }): Promise<TestRow> {
  await getTest(tx, wish.id, wish.providerId)
  await checkEntry(tx, wish.entry, wish.providerId)
  if (!(await touchTest(tx, wish))) throw new Refusal(VERSION_STALE)
  await saveDraft(tx, wish.id, wish.entry, command.now)
  await command.audit({ action: 'booking.test.edit', subjectType: 'test', subjectId: wish.id, detail: { title: wish.entry.title } })
  return getTest(tx, wish.id, wish.providerId)
}

/** The draft is what people meet from now on; attempts under way keep their version. */
export async function publishTest(tx: Db<BookingTables>, command: Command, wish: Target): Promise<TestRow> {
  const row = await getTest(tx, wish.id, wish.providerId)
  if (!(await touchTest(tx, wish, { publishedNumber: row.number, isRetired: false }))) throw new Refusal(VERSION_STALE)
  if (!(await publishDraft(tx, wish.id, row.number, { userId: wish.userId, now: command.now })))
    throw new Refusal({ code: 'booking.test_without_draft', kind: 'conflict' })
  await command.audit({ action: 'booking.test.publish', subjectType: 'test', subjectId: wish.id, detail: { number: row.number } })
  return getTest(tx, wish.id, wish.providerId)
}

/** Takes the test out of use; what was passed stays. */
export async function retireTest(tx: Db<BookingTables>, command: Command, wish: Target): Promise<TestRow> {
  await getTest(tx, wish.id, wish.providerId)
  if (!(await touchTest(tx, wish, { isRetired: true }))) throw new Refusal(VERSION_STALE)
  await command.audit({ action: 'booking.test.retire', subjectType: 'test', subjectId: wish.id })
  return getTest(tx, wish.id, wish.providerId)
}

async function checkEntry(tx: Db<BookingTables>, entry: KnowledgeTestEntry, providerId: string): Promise<void> {
  const problems = findQuestionProblems(entry.questions)
  if (entry.grantsLevel !== null && entry.resourceIds.length === 0) problems.push(GRANTS_NOWHERE)
  const own = await listValidity(tx, providerId, entry.resourceIds)
  if (own.size !== new Set(entry.resourceIds).size) problems.push(RESOURCE_NOT_OWN)
  if (problems.length > 0) throw new Refusal(...problems)
}
