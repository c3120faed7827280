import type { EventHandler } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { CatalogDeps } from '../deps.ts'
import { findVersion } from '../sql/resources.ts'
import { bothNames, EDITOR_ROLES } from './kinds.ts'
import texts from './texts.json' with { type: 'json' }

const Decided = z.object({ resourceId: z.uuid(), providerId: z.uuid(), version: z.int().exactOptional() })

/** Tells the owners and lab managers of the institution what the operator decided and why; what the institution did itself needs no notice. */
export function tellDecision({ db, needs }: CatalogDeps, decision: 'published' | 'returned' | 'retired'): EventHandler {
  return async (event) => {
    const { resourceId, providerId, version } = Decided.parse(event.payload)
    const decided = version === undefined ? undefined : await findVersion(db, resourceId, version)
    if (!decided || decided.author_organisation_id === providerId) return
    const { nameZh, nameEn } = decided.content
    await db.transaction().execute((tx) =>
      needs.notify(tx, {
        kind: `catalog.resource_${decision}`,
        to: { organisationId: providerId, roles: EDITOR_ROLES },
        params: { resource: bothNames(nameZh, nameEn), note: decided.note ?? texts.words.none },
        link: decision === 'published' ? `/resources/${resourceId}` : `/p/resources/${resourceId}/edit`,
        key: event.id,
      }),
    )
  }
}
