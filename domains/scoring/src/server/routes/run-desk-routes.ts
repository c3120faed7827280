import { randomBytes } from 'node:crypto'
import { Refusal } from '@jiju/kernel/problem'
import { sendDownload } from '@jiju/platform/files/send-download'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { zipStream } from '@jiju/platform/files/write-zip'
import { actorOf } from '@jiju/platform/http/actor'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AskCoverage, RunCoverage, RunGrounds, RunMovers, RunSummary } from '../../contract/run-desk.ts'
import { RunOutlook } from '../../contract/run-outlook.ts'
import { RunParams } from '../../contract/runs.ts'
import { makeRunBundle, signRunBundle } from '../bundle/export-bundle.ts'
import type { ScoringDeps } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { checkCoverage } from '../runs/check-coverage.ts'
import { readGrounds } from '../runs/read-grounds.ts'
import { readOutlook } from '../runs/read-outlook.ts'
import { runTables } from '../runs/run-table.ts'
import { findModel } from '../sql/models.ts'
import { countMoves, countStatuses, findRunBefore, listMovers, type MoverRow } from '../sql/run-desk.ts'
import { findRun, type RunRow } from '../sql/runs.ts'

const tags = ['scoring']
const MOVERS = 50
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What the points officer looks at before and after a run: coverage, states, movers, downloads. */
export async function runDeskRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  async function getDone(id: string): Promise<RunRow> {
    const run = await findRun(db, id)
    if (!run) throw new Refusal(RUN_MISSING)
    if (run.state !== 'done') throw new Refusal({ code: 'scoring.run_not_done', kind: 'conflict' })
    return run
  }

  app.get(
    '/run-coverage',
    {
      schema: {
        operationId: 'checkRunCoverage',
        tags,
        summary: 'How much of what a model reads is known for a period, the least known first',
        querystring: AskCoverage,
        response: { 200: RunCoverage, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request) => checkCoverage(db, request.query),
  )

  app.get(
    '/run-outlook',
    {
      schema: {
        operationId: 'readRunOutlook',
        tags,
        summary: 'Where the facts are too thin for a model, by stage, dimension and indicator',
        querystring: AskCoverage,
        response: { 200: RunOutlook, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request) => readOutlook(db, { ...request.query, now: needs.now() }),
  )

  app.get(
    '/runs/:id/summary',
    {
      schema: {
        operationId: 'getRunSummary',
        tags,
        summary: 'How many enterprises have a score by stage, and why the others have none',
        params: RunParams,
        response: { 200: RunSummary, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request) => {
      const run = await getDone(request.params.id)
      const model = await findModel(db, run.model_id)
      const stages = model?.document.stages ?? []
      return {
        statuses: await countStatuses(db, run.id),
        stages: stages.map(({ code, name }) => ({ code, nameZh: name.zh, nameEn: name.en })),
      }
    },
  )

  app.get(
    '/runs/:id/grounds',
    {
      schema: {
        operationId: 'getRunGrounds',
        tags,
        summary: 'How much of each column a run knew, the least known first, and which event excluded whom',
        params: RunParams,
        response: { 200: RunGrounds, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request) => readGrounds(db, needs, (await getDone(request.params.id)).id),
  )

  app.get(
    '/runs/:id/movers',
    {
      schema: {
        operationId: 'listRunMovers',
        tags,
        summary: 'Whose score moved most since the run before, or the one that this run corrects',
        params: RunParams,
        response: { 200: RunMovers, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request) => {
      const run = await getDone(request.params.id)
      const against = await findRunBefore(db, run.id)
      if (!against) return { against: null, counts: null, items: [] }
      const [counts, rows] = await Promise.all([countMoves(db, against.id, run.id), listMovers(db, against.id, run.id, MOVERS)])
      return { against, counts, items: rows.map(presentMover) }
    },
  )

  app.get(
    '/runs/:id/table',
    {
      schema: {
        operationId: 'exportRunTable',
        tags,
        summary: 'The result as an Excel workbook',
        params: RunParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'scoring.run.read' },
    },
    async (request, reply) => {
      const run = await getDone(request.params.id)
      return sendDownload(reply, { name: `${run.number}.xlsx`, type: XLSX, body: workbookStream(await runTables(db, run)) })
    },
  )

  app.get(
    '/runs/:id/bundle',
    {
      schema: {
        operationId: 'exportRunBundle',
        tags,
        summary: 'Model, facts under pseudonyms, result and hashes, for `jiju scoring verify` on any machine',
        params: RunParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'scoring.run.start' },
    },
    async (request, reply) => {
      const run = await getDone(request.params.id)
      const wanted = { number: run.number, pseudonymKey: randomBytes(32), withNames: false, actorUserId: actorOf(request).userId }
      const bundle = await makeRunBundle(db, needs, wanted)
      const { files, at } = await db.transaction().execute((tx) => signRunBundle(tx, needs, bundle))
      const entries = [...files].map(([name, bytes]) => ({ name, read: async () => bytes }))
      return sendDownload(reply, { name: `${run.number}.zip`, type: 'application/zip', body: zipStream(entries, at) })
    },
  )
}

function presentMover(row: MoverRow) {
  const side = (status: string | null, score: string | null, rank: number | null) => (status === null ? null : { status, score, rank })
  return {
    enterpriseId: row.enterprise_id,
    name: row.name,
    before: side(row.old_status, row.old_score, row.old_rank),
    after: side(row.new_status, row.new_score, row.new_rank),
  }
}
