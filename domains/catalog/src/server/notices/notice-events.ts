import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import type { CatalogDeps } from '../deps.ts'
import { tellDecision } from './tell-decision.ts'
import { tellOutdatedStandards } from './tell-outdated-standards.ts'

/** What the people of an institution are told about their resources. */
export function noticeEvents(deps: CatalogDeps): EventHandlers {
  return {
    'catalog.resource_published': { 'catalog.tell': tellDecision(deps, 'published') },
    'catalog.resource_returned': { 'catalog.tell': tellDecision(deps, 'returned') },
    'catalog.resource_retired': { 'catalog.tell': tellDecision(deps, 'retired') },
    'catalog.standards_changed': { 'catalog.tell': tellOutdatedStandards(deps) },
  }
}
