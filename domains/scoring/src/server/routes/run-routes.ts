import { Refusal } from '@jiju/kernel/problem'
import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ListRunScores, ListRuns, RunParams, RunScoreList, ScoringRun, ScoringRunList, StartRun } from '../../contract/runs.ts'
import type { ScoringDeps } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { cancelRun } from '../runs/cancel-run.ts'
import { presentRun, presentRunScore } from '../runs/present-run.ts'
import { startRun } from '../runs/start-run.ts'
import { findRun, listRunScores, listRuns, type RunRow } from '../sql/runs.ts'

const tags = ['scoring']
const ByTime = z.tuple([z.iso.datetime(), z.uuid()])
const ByRank = z.tuple([z.int(), z.uuid()])
const LAST = 2_147_483_647

/** Runs of models over the facts of the district, for the points officer. */
export async function runRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  async function getRun(on: typeof db, id: string): Promise<RunRow> {
    const run = await findRun(on, id)
    if (!run) throw new Refusal(RUN_MISSING)
    return run
  }

  app.post(
    '/runs',
    {
      schema: {
        operationId: 'startScoringRun',
        tags,
        summary: 'Score all enterprises by a model over the facts as they stand now; the run is queued',
        body: StartRun,
        response: { 202: ScoringRun, ...problemResponses },
      },
      config: { access: 'scoring.run.start' },
    },
    async (request, reply) => {
      const { modelId, period, purpose, corrects, reason } = request.body
      return runCommand(db, request, reply, async (tx, command) => {
        const id = await startRun(tx, command, needs, { modelId, period, purpose, corrects, reason, personId: actorOf(request).userId })
        return { status: 202, body: presentRun(await getRun(tx as typeof db, id)) }
      })
    },
  )

  app.get(
    '/runs',
    {
      schema: {
        operationId: 'listScoringRuns',
        tags,
        summary: 'Runs, newest first',
        querystring: ListRuns,
        response: { 200: ScoringRunList, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request) => {
      const { purpose, cursor, limit } = request.query
      const after = decodeCursor(cursor, ByTime)
      const rows = await listRuns(db, { purpose, after: after && { at: new Date(after[0]), id: after[1] }, limit })
      return toPage(rows, limit, presentRun, (row) => [row.created_at.toISOString(), row.id])
    },
  )

  app.get(
    '/runs/:id',
    {
      schema: {
        operationId: 'getScoringRun',
        tags,
        summary: 'A run with its hashes and its progress',
        params: RunParams,
        response: { 200: ScoringRun, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request) => presentRun(await getRun(db, request.params.id)),
  )

  app.post(
    '/runs/:id/cancel',
    {
      schema: {
        operationId: 'cancelScoringRun',
        tags,
        summary: 'Cancel a run that is queued or under way; nothing of it stays',
        params: RunParams,
        response: { 200: ScoringRun, ...problemResponses },
      },
      config: { access: 'scoring.run.start' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await cancelRun(tx, command, request.params.id)
        return { status: 200, body: presentRun(await getRun(tx as typeof db, request.params.id)) }
      }),
  )

  app.get(
    '/runs/:id/scores',
    {
      schema: {
        operationId: 'listRunScores',
        tags,
        summary: 'Scores of a run, best first; those without a score last, with the reason',
        params: RunParams,
        querystring: ListRunScores,
        response: { 200: RunScoreList, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request) => {
      const { stage, status, words, cursor, limit } = request.query
      await getRun(db, request.params.id)
      const after = decodeCursor(cursor, ByRank)
      const filter = { runId: request.params.id, stage, status, words, after: after && { rank: after[0], enterpriseId: after[1] }, limit }
      return toPage(await listRunScores(db, filter), limit, presentRunScore, (row) => [row.rank_all ?? LAST, row.enterprise_id])
    },
  )
}
