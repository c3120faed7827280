import { Refusal } from '@jiju/kernel/problem'
import type { Actor } from '@jiju/platform/http/actor'
import type { CatalogDb } from './catalog-db.ts'
import { findResource, lockResource, type ResourceRow } from './sql/resources.ts'

/** Who changes something, and for which organisation. */
export type Editor = { readonly userId: string | null; readonly organisationId: string }

export const RESOURCE_MISSING = { code: 'catalog.resource_missing', kind: 'missing' } as const

const isReviewer = (actor: Actor | null) =>
  actor?.organisationKind === 'operator' && actor.roles.some((role) => role === 'operator:operator' || role === 'operator:administrator')

/** True for the people of the institution and for those who review. */
export function maySeeUnpublished(actor: Actor | null, providerId: string): boolean {
  return actor !== null && (actor.organisationId === providerId || isReviewer(actor))
}

/** A resource of the editor's own institution; another's answers like one that does not exist. */
export async function getOwnResource(db: CatalogDb, id: string, organisationId: string): Promise<ResourceRow> {
  const row = await findResource(db, id)
  if (row?.provider_id !== organisationId) throw new Refusal(RESOURCE_MISSING)
  return row
}

/** The same, locked until the transaction ends. */
export async function lockOwnResource(db: CatalogDb, id: string, organisationId: string): Promise<ResourceRow> {
  const row = await lockResource(db, id)
  if (row?.provider_id !== organisationId) throw new Refusal(RESOURCE_MISSING)
  return row
}

/** A resource that this reader may see: published, or unpublished and their own. */
export async function getVisibleResource(db: CatalogDb, id: string, actor: Actor | null): Promise<ResourceRow> {
  const row = await findResource(db, id)
  if (!row || (row.status !== 'published' && !maySeeUnpublished(actor, row.provider_id))) throw new Refusal(RESOURCE_MISSING)
  return row
}
