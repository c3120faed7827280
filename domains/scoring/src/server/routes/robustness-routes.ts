import { Refusal } from '@jiju/kernel/problem'
import { runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { RunRobustness } from '../../contract/robustness.ts'
import { RunParams } from '../../contract/runs.ts'
import type { ScoringDeps } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { measureAgain } from '../robustness/measure-again.ts'
import { presentRobustness } from '../robustness/present-robustness.ts'
import { cancelRobustness } from '../runs/cancel-run.ts'
import { findRobustness } from '../sql/robustness.ts'

const tags = ['scoring']

/** How far the places of a run hang on choices of weight and method. */
export async function robustnessRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  async function getRobustness(on: typeof db, runId: string): Promise<RunRobustness> {
    const found = await findRobustness(on, runId)
    if (!found) throw new Refusal(RUN_MISSING)
    return presentRobustness(found)
  }

  app.get(
    '/runs/:id/robustness',
    {
      schema: {
        operationId: 'getRunRobustness',
        tags,
        summary: 'What the intervals of a run’s places hold, what leaving an indicator out moves, and which choice places hang on most',
        params: RunParams,
        response: { 200: RunRobustness, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request) => getRobustness(db, request.params.id),
  )

  app.post(
    '/runs/:id/robustness',
    {
      schema: {
        operationId: 'measureRunAgain',
        tags,
        summary: 'Measure the robustness of a run once more after that failed or was cancelled; it is queued',
        params: RunParams,
        response: { 202: RunRobustness, ...problemResponses },
      },
      config: { access: 'scoring.run.start' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await measureAgain(tx, command, needs, request.params.id)
        return { status: 202, body: await getRobustness(tx as typeof db, request.params.id) }
      }),
  )

  app.post(
    '/runs/:id/robustness/cancel',
    {
      schema: {
        operationId: 'cancelRunRobustness',
        tags,
        summary: 'Stop measuring the robustness of a run; its scores stay',
        params: RunParams,
        response: { 200: RunRobustness, ...problemResponses },
      },
      config: { access: 'scoring.run.start' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await cancelRobustness(tx, command, request.params.id)
        return { status: 200, body: await getRobustness(tx as typeof db, request.params.id) }
      }),
  )
}
