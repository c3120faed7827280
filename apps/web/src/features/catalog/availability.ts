import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { FRESH } from '../../lib/query-client.ts'

/** For one resource: its first free slot of the asked length, and free minutes over open minutes for each of the next seven days. */
export type Availability = {
  resourceId: string
  firstFree: { start: string; end: string } | null
  days: { day: string; freeMinutes: number; openMinutes: number }[]
}

/** One request for all rows on the screen. */
export const availabilityOptions = (resourceIds: readonly string[], minutes: number) =>
  queryOptions({
    queryKey: ['booking', 'availability', resourceIds, minutes],
    queryFn: async ({ signal }): Promise<{ items: Availability[] }> =>
      await answer(api.GET('/api/v1/booking/availability', { params: { query: { resource: [...resourceIds], minutes } }, signal })),
    staleTime: FRESH.availability,
    enabled: resourceIds.length > 0,
    retry: false,
  })
