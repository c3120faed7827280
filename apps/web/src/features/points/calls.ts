import type { EnterprisePointsExplained, PointsMovement, WhatIfAnswer, WhatIfGround } from '@jiju/scoring/contract/own-points'
import type { CohortSummary } from '@jiju/scoring/core/engine/cohort-summary'
import type { Model } from '@jiju/scoring/core/engine/model'
import type { OwnFacts } from '@jiju/scoring/core/engine/what-if'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { answer, api } from '../../lib/api.ts'

/** Whose points are shown: the active organisation's own, or any enterprise's to the office. */
export type PointsOf = { readonly runId: string; readonly enterpriseId?: string }

export type Points = Omit<EnterprisePointsExplained, 'model'> & { readonly model: Model }
export type Ground = Omit<z.infer<typeof WhatIfGround>, 'summary' | 'own'> & { readonly summary: CohortSummary; readonly own: OwnFacts }

// A run never changes; what may is whether it is still published.
const STALE_MS = 300_000

export const pointsOptions = (of: PointsOf) =>
  queryOptions({
    queryKey: ['points', of],
    queryFn: async (): Promise<Points> => {
      const id = of.runId
      const points = of.enterpriseId
        ? await answer(
            api.GET('/api/v1/scoring/runs/{id}/enterprises/{enterpriseId}', { params: { path: { id, enterpriseId: of.enterpriseId } } }),
          )
        : await answer(api.GET('/api/v1/scoring/own-runs/{id}', { params: { path: { id } } }))
      return points as unknown as Points
    },
    staleTime: STALE_MS,
  })

export const movementOptions = (of: PointsOf) =>
  queryOptions({
    queryKey: ['points', of, 'movement'],
    queryFn: async (): Promise<PointsMovement> => {
      const id = of.runId
      return of.enterpriseId
        ? await answer(
            api.GET('/api/v1/scoring/runs/{id}/enterprises/{enterpriseId}/movement', {
              params: { path: { id, enterpriseId: of.enterpriseId } },
            }),
          )
        : await answer(api.GET('/api/v1/scoring/own-runs/{id}/movement', { params: { path: { id } } }))
    },
    staleTime: STALE_MS,
  })

export const groundOptions = (of: PointsOf) =>
  queryOptions({
    queryKey: ['points', of, 'ground'],
    queryFn: async (): Promise<Ground> => {
      const id = of.runId
      const ground = of.enterpriseId
        ? await answer(
            api.GET('/api/v1/scoring/runs/{id}/enterprises/{enterpriseId}/what-if', {
              params: { path: { id, enterpriseId: of.enterpriseId } },
            }),
          )
        : await answer(api.GET('/api/v1/scoring/own-runs/{id}/what-if', { params: { path: { id } } }))
      return ground as unknown as Ground
    },
    staleTime: STALE_MS,
  })

/** The exact figure for other facts. */
export async function tryExactly(of: PointsOf, changes: Readonly<Record<string, number | null>>): Promise<WhatIfAnswer> {
  const id = of.runId
  const body = { changes }
  return of.enterpriseId
    ? await answer(
        api.POST('/api/v1/scoring/runs/{id}/enterprises/{enterpriseId}/what-if', {
          params: { path: { id, enterpriseId: of.enterpriseId } },
          body,
        }),
      )
    : await answer(api.POST('/api/v1/scoring/own-runs/{id}/what-if', { params: { path: { id } }, body }))
}
