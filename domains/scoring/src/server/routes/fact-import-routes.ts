import { Refusal } from '@jiju/kernel/problem'
import { sendDownload } from '@jiju/platform/files/send-download'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { type Language, languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  AcceptFactQuestions,
  ApplyFactImport,
  FactImport,
  FactImportDetail,
  FactImportIssueList,
  FactImportList,
  FactTemplateParams,
  ListFactImportIssues,
  ListFactImports,
  UploadFactImport,
} from '../../contract/fact-imports.ts'
import { FactParams } from '../../contract/facts.ts'
import { PushAnswer, PushFacts } from '../../contract/push.ts'
import type { FactDefinition } from '../../core/facts/definition.ts'
import { issueMessage } from '../facts/present-issue.ts'
import { pushFacts } from '../facts/push-facts.ts'
import { templateStream } from '../facts/template.ts'
import { failureText } from '../imports/import-failure.ts'
import { rejectedTables } from '../imports/rejected-workbook.ts'
import { acceptImportQuestions, cancelImport, confirmImport, getImport, startImport } from '../imports/start-import.ts'
import type { ScoringDeps } from '../needs.ts'
import { listDefinitions } from '../sql/definitions.ts'
import { countIssues, type ImportRow, type IssueRow, listImports, listIssues } from '../sql/imports.ts'

const tags = ['scoring']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const read = { access: 'scoring.fact.read' }
const write = { access: 'scoring.fact.import' }

const languageIn = (request: FastifyRequest): Language => languageOf(request.headers['accept-language'])

function present(row: ImportRow, language: Language): z.infer<typeof FactImport> {
  return {
    id: row.id,
    content: row.content,
    door: row.door,
    source: row.source,
    period: row.period,
    fileName: row.file_name,
    state: row.state,
    mode: row.mode,
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    rowsGood: row.rows_good,
    rowsRefused: row.rows_refused,
    rowsAsked: row.rows_asked,
    valueCount: row.value_count,
    mistakeCount: row.mistake_count,
    questionCount: row.question_count,
    recordedCount: row.recorded_count,
    replacedCount: row.replaced_count,
    unchangedCount: row.unchanged_count,
    lackingConsentCount: row.lacking_consent_count,
    failure: row.failure && failureText(row.failure, language),
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

function presentIssue(row: IssueRow, definitions: ReadonlyMap<string, FactDefinition>, language: Language) {
  return {
    position: row.position,
    sheet: row.sheet,
    row: row.row_no,
    column: row.column_no,
    columnName: row.column_name,
    value: row.value,
    code: row.code,
    message: issueMessage(row, definitions, language),
    isQuestion: row.is_question,
    acceptReason: row.accept_reason,
  }
}

/** Facts, enterprises and events that come in as tables, and facts that other systems push. */
export async function factImportRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const definitionsByCode = async () => new Map((await listDefinitions(db)).map((definition) => [definition.code, definition]))

  app.post(
    '/facts',
    {
      bodyLimit: 4 * 1_048_576,
      schema: {
        operationId: 'pushFacts',
        tags,
        summary:
          'Send facts of one source (at most 5,000): good ones count at once, implausible ones wait for an officer, wrong ones are named',
        body: PushFacts,
        response: { 200: PushAnswer, ...problemResponses },
      },
      config: { access: 'scoring.fact.push' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: await pushFacts(tx, command, actorOf(request), { ...request.body, language: languageIn(request) }),
      })),
  )

  app.post(
    '/fact-imports',
    {
      schema: {
        operationId: 'uploadFactImport',
        tags,
        summary: 'Upload an xlsx or CSV file of at most 60 MB (multipart); it is checked, nothing is written yet',
        consumes: ['multipart/form-data'],
        querystring: UploadFactImport,
        response: { 202: FactImport, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) => {
      const part = await request.file({ limits: { fileSize: 60 * 1_048_576 } })
      if (!part) throw new Refusal({ code: 'scoring.no_file', kind: 'invalid' })
      const { content, source, period } = request.query
      return runCommand(db, request, reply, async (tx, command) => {
        const upload = { stream: part.file, name: part.filename, content, source: source ?? null, period: period ?? null }
        return { status: 202, body: present(await startImport(tx, command, needs, actorOf(request), upload), languageIn(request)) }
      })
    },
  )

  app.get(
    '/fact-imports',
    {
      schema: {
        operationId: 'listFactImports',
        tags,
        summary: 'What came in by tables, pushes and folders, newest first',
        querystring: ListFactImports,
        response: { 200: FactImportList, ...problemResponses },
      },
      config: read,
    },
    async (request) => {
      const { cursor, limit } = request.query
      const rows = await listImports(db, decodeCursor(cursor, z.tuple([z.uuid()]))?.[0], limit)
      return toPage(
        rows,
        limit,
        (row) => present(row, languageIn(request)),
        (row) => [row.id],
      )
    },
  )

  app.get(
    '/fact-imports/:id',
    {
      schema: {
        operationId: 'getFactImport',
        tags,
        summary: 'State, progress, counts, and how often each kind of mistake was found',
        params: FactParams,
        response: { 200: FactImportDetail, ...problemResponses },
      },
      config: read,
    },
    async (request) => {
      const language = languageIn(request)
      const row = await getImport(db, request.params.id)
      const definitions = await definitionsByCode()
      const kinds = await countIssues(db, row.id)
      return {
        ...present(row, language),
        kinds: kinds.map(({ code, count, is_question, params }) => ({
          code,
          count,
          isQuestion: is_question,
          example: issueMessage({ code, params }, definitions, language),
        })),
      }
    },
  )

  app.get(
    '/fact-imports/:id/issues',
    {
      schema: {
        operationId: 'listFactImportIssues',
        tags,
        summary: 'Every mistake and question: sheet, row, column, value, reason',
        params: FactParams,
        querystring: ListFactImportIssues,
        response: { 200: FactImportIssueList, ...problemResponses },
      },
      config: read,
    },
    async (request) => {
      const { cursor, limit, show } = request.query
      const { id } = await getImport(db, request.params.id)
      const rows = await listIssues(db, { importId: id, show, after: decodeCursor(cursor, z.tuple([z.int()]))?.[0], limit })
      const definitions = await definitionsByCode()
      return toPage(
        rows,
        limit,
        (row) => presentIssue(row, definitions, languageIn(request)),
        (row) => [row.position],
      )
    },
  )

  app.post(
    '/fact-imports/:id/accept',
    {
      schema: {
        operationId: 'acceptFactQuestions',
        tags,
        summary: 'Say with a reason that implausible values are right; rows of which nothing else is open become good',
        params: FactParams,
        body: AcceptFactQuestions,
        response: { 200: FactImport, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const accepted = { ...request.body, personId: actorOf(request).userId }
        return { status: 200, body: present(await acceptImportQuestions(tx, command, request.params.id, accepted), languageIn(request)) }
      }),
  )

  app.post(
    '/fact-imports/:id/apply',
    {
      schema: {
        operationId: 'applyFactImport',
        tags,
        summary: 'Write a checked import: everything, or its good rows',
        params: FactParams,
        body: ApplyFactImport,
        response: { 202: FactImport, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await confirmImport(tx, command, needs, request.params.id, request.body.mode)
        return { status: 202, body: present(row, languageIn(request)) }
      }),
  )

  app.post(
    '/fact-imports/:id/cancel',
    {
      schema: {
        operationId: 'cancelFactImport',
        tags,
        summary: 'Drop an import that was not confirmed',
        params: FactParams,
        response: { 200: FactImport, ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: present(await cancelImport(tx, command, request.params.id), languageIn(request)),
      })),
  )

  app.get(
    '/fact-imports/:id/rejected',
    {
      schema: {
        operationId: 'downloadRejectedFacts',
        tags,
        summary: 'The rows that are not written, with their reasons, as xlsx',
        params: FactParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: read,
    },
    async (request, reply) => {
      const row = await getImport(db, request.params.id)
      const tables = await rejectedTables(db, row, languageIn(request))
      const name = `rejected-${row.file_name.replace(/\.\w+$/, '')}.xlsx`
      return sendDownload(reply, { name, type: XLSX, body: workbookStream(tables) })
    },
  )

  app.get(
    '/fact-templates/:what',
    {
      schema: {
        operationId: 'downloadFactTemplate',
        tags,
        summary: 'An xlsx file to fill in',
        params: FactTemplateParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: read,
    },
    async (request, reply) => {
      const { what } = request.params
      return sendDownload(reply, { name: `jiju-${what}.xlsx`, type: XLSX, body: templateStream(what, await listDefinitions(db)) })
    },
  )
}
