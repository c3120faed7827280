import type { OwnRunList } from '@jiju/scoring/contract/own-points'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { answer, api } from './api.ts'

export type OwnRuns = z.infer<typeof OwnRunList>

/** The published runs that scored the active organisation. They never change; what may is whether they are still published. */
export const ownRunsOptions = queryOptions({
  queryKey: ['points', 'own-runs'],
  queryFn: async (): Promise<OwnRuns> => await answer(api.GET('/api/v1/scoring/own-runs')),
  staleTime: 300_000,
})
