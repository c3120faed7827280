import { Refusal } from '@jiju/kernel/problem'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { ResourceContent } from '../contract/resource-content.ts'
import { findGaps } from '../core/content-gaps.ts'
import { type ReviewAction, stepReview } from '../core/review.ts'
import type { CatalogDb } from './catalog-db.ts'
import { refuseTakenNumber } from './save-draft.ts'
import { hasPriceFrom } from './sql/prices.ts'
import { replaceLinks } from './sql/resource-links.ts'
import { type Author, changeResource, insertVersion, lockResource, type ResourceRow, type StateChange } from './sql/resources.ts'
import { type Editor, lockOwnResource, RESOURCE_MISSING } from './who.ts'

/** Which resource, as the caller last saw it, and what they say to it. */
type Decision = { readonly id: string; readonly expectedVersion: number; readonly note: string | null; readonly at: Date }

type Effect = Pick<StateChange, 'working' | 'shown' | 'marks'> & { readonly content: ResourceContent }

async function move(
  db: CatalogDb,
  row: ResourceRow,
  author: Author,
  decision: Decision,
  action: ReviewAction,
  effect: Effect,
): Promise<ResourceRow> {
  const step = stepReview({ status: row.status, workState: row.work_state }, action)
  if (row.version !== decision.expectedVersion) throw new Refusal(VERSION_STALE)
  if ('code' in step) throw new Refusal(step)
  const { content, ...change } = effect
  const moved = await changeResource(db, {
    id: row.id,
    expectedVersion: decision.expectedVersion,
    status: step.status,
    workState: step.workState,
    at: decision.at,
    ...change,
  }).catch(refuseTakenNumber)
  if (!moved) throw new Refusal(VERSION_STALE)
  await insertVersion(db, {
    resourceId: row.id,
    version: moved.version,
    content,
    state: step.recordedAs,
    author,
    at: decision.at,
    note: decision.note,
  })
  return moved
}

const waiting = (row: ResourceRow): ResourceContent => row.working ?? row.content

/** Hands the working copy to the operator; refuses with every blocking gap. */
export async function submitResource(db: CatalogDb, editor: Editor, decision: Decision, today: string) {
  const row = await lockOwnResource(db, decision.id, editor.organisationId)
  const gaps = findGaps(waiting(row), await hasPriceFrom(db, row.id, today)).filter((gap) => gap.isBlocking)
  const step = stepReview({ status: row.status, workState: row.work_state }, 'submit')
  if (!('code' in step) && row.version === decision.expectedVersion && gaps.length > 0)
    throw new Refusal(...gaps.map((gap) => ({ code: gap.code, kind: 'refused' as const, field: gap.field })))
  return move(db, row, editor, decision, 'submit', {
    content: waiting(row),
    working: row.working,
    marks: { submitted_at: decision.at, submitted_by: editor.userId },
  })
}

/** Takes a submission back before the operator has decided. */
export async function withdrawSubmission(db: CatalogDb, editor: Editor, decision: Decision) {
  const row = await lockOwnResource(db, decision.id, editor.organisationId)
  return move(db, row, editor, decision, 'withdraw', { content: waiting(row), working: row.working })
}

/** Drops the working copy beside a published version. */
export async function discardDraft(db: CatalogDb, editor: Editor, decision: Decision) {
  const row = await lockOwnResource(db, decision.id, editor.organisationId)
  return move(db, row, editor, decision, 'discard', { content: row.content, working: null })
}

async function lockForReview(db: CatalogDb, id: string): Promise<ResourceRow> {
  const row = await lockResource(db, id)
  if (!row) throw new Refusal(RESOURCE_MISSING)
  return row
}

/** Makes the submitted version the one that everybody sees. */
export async function publishResource(db: CatalogDb, reviewer: Author, decision: Decision) {
  const row = await lockForReview(db, decision.id)
  const content = waiting(row)
  const moved = await move(db, row, reviewer, decision, 'publish', {
    content,
    shown: content,
    working: null,
    marks: { published_version: decision.expectedVersion + 1, published_at: decision.at, retired_at: null },
  })
  await replaceLinks(db, row.id, content)
  return moved
}

/** Gives a submission back with reasons; what is public stays public. */
export async function returnResource(db: CatalogDb, reviewer: Author, decision: Decision) {
  const row = await lockForReview(db, decision.id)
  return move(db, row, reviewer, decision, 'return', { content: waiting(row), working: row.working })
}

/** Takes a published resource off the public pages; it comes back through review. `organisationId` null: the operator acts. */
export async function retireResource(db: CatalogDb, author: Author, decision: Decision, asOwner: string | null) {
  const row = asOwner === null ? await lockForReview(db, decision.id) : await lockOwnResource(db, decision.id, asOwner)
  return move(db, row, author, decision, 'retire', { content: row.content, working: null, marks: { retired_at: decision.at } })
}
