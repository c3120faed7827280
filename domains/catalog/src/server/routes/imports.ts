import { Refusal } from '@jiju/kernel/problem'
import { csvStream } from '@jiju/platform/files/csv-stream'
import { sendDownload } from '@jiju/platform/files/send-download'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import {
  ApplyImport,
  ExportParams,
  ExportQuery,
  Import,
  ImportPage,
  ImportQuery,
  ImportRowPage,
  ImportRowQuery,
  TemplateParams,
  UploadQuery,
} from '../../contract/imports.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogDeps } from '../deps.ts'
import { type ExportTable, exportList, exportSheet } from '../export/export-rows.ts'
import { rejectedTables } from '../export/rejected-rows.ts'
import { writeTemplate } from '../export/template.ts'
import { cancelImport, confirmImport, getImport, keepsLibrary, startImport } from '../import/start-import.ts'
import { presentImport, presentImportLine } from '../present/imports.ts'
import { listImports, listLines } from '../sql/imports.ts'

const tags = ['catalog']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const languageIn = (request: FastifyRequest) => languageOf(request.headers['accept-language'])

/** Files in and out. */
export async function importRoutes(app: FastifyInstance, { db, needs }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()
  const access = 'catalog.import.run'

  scope.post(
    '/imports',
    {
      schema: {
        operationId: 'startImport',
        tags,
        summary: 'Upload an xlsx or CSV file of at most 20 MB and 50,000 rows (multipart); it is checked, nothing is written yet',
        consumes: ['multipart/form-data'],
        querystring: UploadQuery,
        response: { 202: Import, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) throw new Refusal({ code: 'catalog.no_file', kind: 'invalid' })
      return runCommand(db, request, reply, async (tx, command) => {
        const { organisationId, sourceCheckedOn } = request.query
        const upload = { stream: part.file, name: part.filename, organisationId, sourceCheckedOn }
        const row = await startImport(tx, needs.files, actorOf(request), upload, command.now)
        await command.audit({ action: 'catalog.import.upload', subjectType: 'import', subjectId: row.id })
        return { status: 202, body: presentImport(row, languageIn(request)) }
      })
    },
  )

  scope.get(
    '/imports',
    {
      schema: {
        operationId: 'listImports',
        tags,
        summary: 'Imports, newest first',
        querystring: ImportQuery,
        response: { 200: ImportPage, ...problemResponses },
      },
      config: { access },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const organisationId = keepsLibrary(actorOf(request)) ? null : organisationOf(request)
      const rows = await listImports(db, { organisationId, before: decodeCursor(cursor, z.tuple([z.uuid()]))?.[0], limit })
      return toPage(
        rows,
        limit,
        (row) => presentImport(row, languageIn(request)),
        (row) => [row.id],
      )
    },
  )

  scope.get(
    '/imports/:id',
    {
      schema: {
        operationId: 'readImport',
        tags,
        summary: 'State, progress and counts',
        params: IdParams,
        response: { 200: Import, ...problemResponses },
      },
      config: { access },
    },
    async (request) => presentImport(await getImport(db, actorOf(request), request.params.id), languageIn(request)),
  )

  scope.get(
    '/imports/:id/rows',
    {
      schema: {
        operationId: 'listImportRows',
        tags,
        summary: 'Rows with each problem and warning: sheet, row, column, value, reason',
        params: IdParams,
        querystring: ImportRowQuery,
        response: { 200: ImportRowPage, ...problemResponses },
      },
      config: { access },
    },
    async (request) => {
      const { cursor, limit, show } = request.query
      const { id } = await getImport(db, actorOf(request), request.params.id)
      const lines = await listLines(db, { importId: id, show, after: decodeCursor(cursor, z.tuple([z.number().int()]))?.[0], limit })
      return toPage(
        lines,
        limit,
        (line) => presentImportLine(line, languageIn(request)),
        (line) => [line.line],
      )
    },
  )

  scope.post(
    '/imports/:id/apply',
    {
      schema: {
        operationId: 'applyImport',
        tags,
        summary: 'Write a checked import, all or nothing or only its valid rows',
        params: IdParams,
        body: ApplyImport,
        response: { 202: Import, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await confirmImport(tx, actorOf(request), request.params.id, request.body.mode)
        await command.audit({
          action: 'catalog.import.confirm',
          subjectType: 'import',
          subjectId: row.id,
          detail: { mode: request.body.mode },
        })
        return { status: 202, body: presentImport(row, languageIn(request)) }
      }),
  )

  scope.post(
    '/imports/:id/cancel',
    {
      schema: {
        operationId: 'cancelImport',
        tags,
        summary: 'Drop an import that was not confirmed',
        params: IdParams,
        response: { 200: Import, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await cancelImport(tx, actorOf(request), request.params.id, command.now)
        await command.audit({ action: 'catalog.import.cancel', subjectType: 'import', subjectId: row.id })
        return { status: 200, body: presentImport(row, languageIn(request)) }
      }),
  )

  scope.get(
    '/imports/:id/rejected',
    {
      schema: {
        operationId: 'downloadRejectedRows',
        tags,
        summary: 'The rows that were not taken, with reasons, as xlsx',
        params: IdParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) => {
      const row = await getImport(db, actorOf(request), request.params.id)
      if (row.lines_dropped_at)
        throw new Refusal({ code: 'catalog.import_lines_dropped', kind: 'missing', params: { at: row.lines_dropped_at.toISOString() } })
      const tables = await rejectedTables(db, row.id, languageIn(request))
      const empty: ExportTable = { title: '原因', headers: ['原因'], rows: noRows() }
      const name = `rejected-${row.file_name.replace(/\.\w+$/, '')}.xlsx`
      return sendDownload(reply, { name, type: XLSX, body: workbookStream(tables.length > 0 ? tables : [empty]) })
    },
  )

  scope.get(
    '/import-templates/:what',
    {
      schema: {
        operationId: 'downloadTemplate',
        tags,
        summary: 'An xlsx file to fill in, with explanations and drop-down lists',
        params: TemplateParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) => {
      const { what } = request.params
      return sendDownload(reply, { name: `jiju-${what}.xlsx`, type: XLSX, body: await writeTemplate(what) })
    },
  )

  scope.get(
    '/exports/:what',
    {
      schema: {
        operationId: 'exportCatalog',
        tags,
        summary: 'What is stored, as a file that can be imported again',
        params: ExportParams,
        querystring: ExportQuery,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'catalog.export.run' },
    },
    async (request, reply) => {
      const { what } = request.params
      const isKeeper = keepsLibrary(actorOf(request))
      const organisationId = isKeeper ? (request.query.organisationId ?? null) : organisationOf(request)
      const tables = tablesOf(db, what, organisationId)
      const [single] = tables
      if (request.query.format === 'csv' && single && tables.length === 1)
        return sendDownload(reply, { name: `jiju-${what}.csv`, type: 'text/csv; charset=utf-8', body: csvStream(single) })
      return sendDownload(reply, { name: `jiju-${what}.xlsx`, type: XLSX, body: workbookStream(tables) })
    },
  )
}

async function* noRows(): AsyncGenerator<readonly string[]> {}

function tablesOf(db: CatalogDb, what: z.infer<typeof ExportParams>['what'], organisationId: string | null): ExportTable[] {
  if (what === 'twins' || what === 'device_classes' || what === 'survey_classes') return [exportList(db, what)]
  if (what === 'standards') return [exportSheet(db, what, null)]
  if (organisationId === null)
    throw new Refusal({ code: 'catalog.export_no_organisation', kind: 'invalid', field: '/querystring/organisationId' })
  const names =
    what === 'provider'
      ? (['sites', 'methods', 'resources', 'services', 'facilities', 'accreditations', 'prices'] as const)
      : ([what] as const)
  return names.map((name) => exportSheet(db, name, organisationId))
}
