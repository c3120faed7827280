import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { violatedConstraint } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { ResourceContent } from '../contract/resource-content.ts'
import { stepReview } from '../core/review.ts'
import type { CatalogDb } from './catalog-db.ts'
import { checkContent } from './check-content.ts'
import { replaceLinks } from './sql/resource-links.ts'
import { changeResource, insertResource, insertVersion, type ResourceRow } from './sql/resources.ts'
import { type Editor, lockOwnResource } from './who.ts'

const INNER_NUMBER_TAKEN = { code: 'catalog.inner_number_taken', kind: 'conflict', field: '/innerNumber' } as const

/** Starts a resource as a draft of the editor's institution. */
export async function createDraft(db: CatalogDb, editor: Editor, content: ResourceContent, at: Date): Promise<ResourceRow> {
  const id = newId(at.getTime())
  await checkContent(db, editor.organisationId, id, content)
  const row = await insertResource(db, { id, providerId: editor.organisationId, content, at })
  if (!row) throw new Refusal(INNER_NUMBER_TAKEN)
  await replaceLinks(db, id, content)
  await insertVersion(db, { resourceId: id, version: row.version, content, state: 'draft', author: editor, at, note: null })
  return row
}

/** Writes the working copy. What the public sees stays as it is until the operator publishes the new version. */
export async function saveDraft(
  db: CatalogDb,
  editor: Editor,
  change: { id: string; expectedVersion: number; content: ResourceContent },
  at: Date,
): Promise<ResourceRow> {
  const { id, expectedVersion, content } = change
  const before = await lockOwnResource(db, id, editor.organisationId)
  const step = stepReview({ status: before.status, workState: before.work_state }, 'edit')
  if ('code' in step) throw new Refusal(step)
  if (content.kind !== before.kind) throw new Refusal({ code: 'catalog.kind_fixed', kind: 'refused', field: '/kind' })
  await checkContent(db, editor.organisationId, id, content)

  const isPublic = before.published_version !== null
  const row = await changeResource(db, {
    id,
    expectedVersion,
    status: step.status,
    workState: step.workState,
    at,
    working: isPublic ? content : null,
    ...(isPublic ? {} : { shown: content }),
  }).catch(refuseTakenNumber)
  if (!row) throw new Refusal(VERSION_STALE)
  if (!isPublic) await replaceLinks(db, id, content)
  await insertVersion(db, { resourceId: id, version: row.version, content, state: step.recordedAs, author: editor, at, note: null })
  return row
}

/** Another resource of the institution has the inner number: the caller's mistake, told as such. */
export function refuseTakenNumber(error: unknown): never {
  if (violatedConstraint(error) === 'resource_inner_number_once') throw new Refusal(INNER_NUMBER_TAKEN)
  throw error
}
