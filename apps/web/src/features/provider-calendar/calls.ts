import type { Timeline } from '@jiju/booking/contract/timeline'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { FRESH } from '../../lib/query-client.ts'

export type TimelineConditions = {
  readonly from: string
  readonly days: number
  readonly kind: string | undefined
  readonly q: string | undefined
  readonly order: 'name' | 'class'
  readonly limit?: number
}

/** A page of the provider's resources with what touches the window; one request for what is on the screen. */
export async function readTimeline(conditions: TimelineConditions, cursor: string | undefined, signal: AbortSignal): Promise<Timeline> {
  const { kind, q, limit = 200, ...rest } = conditions
  const query = { ...rest, ...(kind ? { kind } : {}), ...(q ? { q } : {}), ...(cursor ? { cursor } : {}), limit }
  return await answer(api.GET('/api/v1/booking/timeline', { params: { query }, signal }))
}

/** The pages of one window, kept under its conditions. */
export function timelineOptions(conditions: TimelineConditions) {
  return infiniteQueryOptions({
    queryKey: ['timeline', conditions],
    queryFn: ({ pageParam, signal }) => readTimeline(conditions, pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Timeline) => last.nextCursor,
    staleTime: FRESH.availability,
  })
}

/** All of the provider's resources, however many: for paper, which has no scroll bar. */
export async function readWholeTimeline(
  conditions: TimelineConditions,
  signal: AbortSignal,
): Promise<Pick<Timeline, 'resources' | 'reservations'>> {
  const pages: Timeline[] = []
  for (let cursor: string | null | undefined; cursor !== null; cursor = pages.at(-1)?.nextCursor ?? null)
    pages.push(await readTimeline(conditions, cursor ?? undefined, signal))
  return { resources: pages.flatMap((page) => page.resources), reservations: pages.flatMap((page) => page.reservations) }
}
