import { Readable } from 'node:stream'
import { Refusal } from '@jiju/kernel/problem'
import { storeUpload } from '@jiju/platform/files/upload'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  ChangeResult,
  CloseInvestigation,
  EnterResults,
  ImportedResults,
  InvestigationParams,
  RecordInstrument,
  ResultParams,
  Task,
  TaskParams,
} from '../../contract/work.ts'
import { MAX_RESULT_ROWS } from '../../core/work/read-results.ts'
import type { OrdersDeps } from '../needs.ts'
import { readRows } from '../read-rows.ts'
import type { TaskRow } from '../sql/work/tasks.ts'
import { closeInvestigation } from '../work/close-investigation.ts'
import { changeResult, enterResults } from '../work/enter-results.ts'
import { importResults } from '../work/import-results.ts'
import { presentTask } from '../work/present-task.ts'
import { recordInstrument } from '../work/record-instrument.ts'

const tags = ['orders']
const MAX_FILE_BYTES = 5 * 1_048_576
const TABLE_TYPES = ['text/csv', 'text/plain', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip']

/** What was found, on what, and what is looked into. */
export async function resultRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), personId: actorOf(request).userId })
  const seen = (request: FastifyRequest & { params: { id: string } }) => ({
    ...by(request),
    taskId: request.params.id,
    version: expectedVersion(request),
  })
  const changed = async (tx: Parameters<typeof presentTask>[0], row: TaskRow, readerId: string) => ({
    status: 200,
    body: await presentTask(tx, row, readerId),
    headers: { etag: versionTag(row.version) },
  })

  app.post(
    '/tasks/:id/results',
    {
      schema: {
        operationId: 'enterResults',
        tags,
        summary: 'Enter results of a task that runs; one outside its limits opens an investigation (If-Match)',
        params: TaskParams,
        body: EnterResults,
        response: { 200: Task, ...problemResponses },
      },
      config: { access: 'orders.task.work' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        changed(tx, await enterResults(tx, command, seen(request), request.body), actorOf(request).userId),
      ),
  )

  app.put(
    '/tasks/:id/results/:resultId',
    {
      schema: {
        operationId: 'changeResult',
        tags,
        summary: 'Change or withdraw a result with the reason; what was there stays to be seen (If-Match)',
        params: ResultParams,
        body: ChangeResult,
        response: { 200: Task, ...problemResponses },
      },
      config: { access: 'orders.task.work' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        changed(tx, await changeResult(tx, command, seen(request), request.params.resultId, request.body), actorOf(request).userId),
      ),
  )

  app.post(
    '/tasks/:id/results-file',
    {
      schema: {
        operationId: 'importResults',
        tags,
        summary: 'Import results from CSV or xlsx, whole or not at all; every mistake with row and column (multipart, If-Match)',
        consumes: ['multipart/form-data'],
        params: TaskParams,
        response: { 200: ImportedResults, ...problemResponses },
      },
      config: { access: 'orders.task.work' },
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) throw new Refusal({ code: 'orders.no_file', kind: 'invalid' })
      const content = await part.toBuffer()
      const rows = await readRows(content, MAX_RESULT_ROWS)
      return runCommand(db, request, reply, async (tx, command) => {
        const file = await storeUpload(tx, needs.files, {
          stream: Readable.from(content),
          name: part.filename,
          maxBytes: MAX_FILE_BYTES,
          allowedTypes: TABLE_TYPES,
          ownerOrganisationId: organisationOf(request),
          uploadedBy: actorOf(request).userId,
        })
        return { status: 200, body: await importResults(tx, command, seen(request), { rows, sha256: file.sha256, name: file.name }) }
      })
    },
  )

  app.post(
    '/tasks/:id/instruments',
    {
      schema: {
        operationId: 'recordInstrument',
        tags,
        summary: 'Record an instrument that was used, with its calibration on that day (If-Match)',
        params: TaskParams,
        body: RecordInstrument,
        response: { 200: Task, ...problemResponses },
      },
      config: { access: 'orders.task.work' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        changed(tx, await recordInstrument(tx, command, seen(request), request.body), actorOf(request).userId),
      ),
  )

  app.post(
    '/investigations/:id/close',
    {
      schema: {
        operationId: 'closeInvestigation',
        tags,
        summary: 'Conclude an investigation as another person; an allowed retest opens its task',
        params: InvestigationParams,
        body: CloseInvestigation,
        response: { 200: Task, ...problemResponses },
      },
      config: { access: 'orders.task.decide' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        changed(
          tx,
          await closeInvestigation(tx, command, { ...by(request), id: request.params.id }, request.body),
          actorOf(request).userId,
        ),
      ),
  )
}
