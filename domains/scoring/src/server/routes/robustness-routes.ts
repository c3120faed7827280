import { Refusal } from '@jiju/kernel/problem'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { RunRobustness } from '../../contract/robustness.ts'
import { RunParams } from '../../contract/runs.ts'
import type { ScoringDeps } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { findRobustness } from '../sql/robustness.ts'

/** How far the places of a run hang on choices of weight and method. */
export async function robustnessRoutes(scope: FastifyInstance, { db }: ScoringDeps): Promise<void> {
  scope.withTypeProvider<ZodTypeProvider>().get(
    '/runs/:id/robustness',
    {
      schema: {
        operationId: 'getRunRobustness',
        tags: ['scoring'],
        summary: 'What the intervals of a run’s places hold, what leaving an indicator out moves, and which choice places hang on most',
        params: RunParams,
        response: { 200: RunRobustness, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request) => {
      const found = await findRobustness(db, request.params.id)
      if (!found) throw new Refusal(RUN_MISSING)
      const { state, settings, progress_percent, summary, result_sha256, failure, finished_at } = found
      return {
        state,
        progressPercent: progress_percent,
        settings: { ...settings, normalisations: [...settings.normalisations], aggregations: [...settings.aggregations] },
        leaveOneOut: summary ? [...summary.leaveOneOut] : null,
        sensitivity: summary?.sensitivity ? { ...summary.sensitivity, factors: [...summary.sensitivity.factors] } : null,
        resultSha256: result_sha256,
        failure,
        finishedAt: finished_at?.toISOString() ?? null,
      }
    },
  )
}
