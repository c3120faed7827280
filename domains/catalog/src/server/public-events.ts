import type { PublicEvent, PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'

const ResourceEvent = z.object({ resourceId: z.uuid(), providerId: z.uuid().describe('The organisation whose resource it is') })

/** An event of a resource goes to its institution. */
function ofResource(zh: string, en: string): PublicEvent {
  return {
    title: { zh, en },
    data: ResourceEvent,
    present: async ({ payload }) => {
      const data = ResourceEvent.parse(payload)
      return { organisationIds: [data.providerId], data }
    },
  }
}

/** What other programs may be told of the catalogue. */
export const CATALOG_PUBLIC_EVENTS: PublicEvents = {
  'catalog.resource_published': ofResource('资源已发布', 'A resource is published'),
  'catalog.resource_returned': ofResource('资源已退回修改', 'A submission of a resource was returned for changes'),
  'catalog.resource_retired': ofResource('资源已下架', 'A resource was taken off the catalogue'),
  'catalog.operation_changed': ofResource('资源的开放安排已更改', 'Opening or operation of a resource changed'),
}
