import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { IMPORT_FORMATS, IMPORT_MODES, IMPORT_STATES } from '../core/import-formats.ts'

/** One thing that is wrong or missing in one cell. */
const CellProblem = z
  .object({
    sheet: z.string(),
    row: z.number().int().describe('as a spreadsheet counts, the header is row 1'),
    column: z.string().nullable().describe('header of the column; null when the row as a whole is meant'),
    value: z.string().nullable(),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'CellProblem' })

export const Import = z
  .object({
    id: z.uuid(),
    format: z.enum(IMPORT_FORMATS),
    organisationId: z.uuid().nullable(),
    fileName: z.string(),
    state: z.enum(IMPORT_STATES),
    mode: z.enum(IMPORT_MODES).nullable(),
    rowsTotal: z.number().int().nullable(),
    rowsDone: z.number().int(),
    rowsValid: z.number().int().nullable(),
    rowsRejected: z.number().int().nullable(),
    rowsWarned: z.number().int().nullable(),
    rowsCreated: z.number().int().nullable(),
    rowsUpdated: z.number().int().nullable(),
    rowsUnchanged: z.number().int().nullable(),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    checkedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    linesDroppedAt: z.iso.datetime().nullable().describe('since when only the counts are kept: 90 days after the end'),
  })
  .meta({ id: 'CatalogImport' })
export type Import = z.infer<typeof Import>

export const ImportQuery = z.object(pageQuery)
export const ImportPage = pageOf(Import).meta({ id: 'CatalogImportPage' })

export const ImportRow = z
  .object({
    line: z.number().int(),
    sheet: z.string(),
    row: z.number().int(),
    state: z.enum(['valid', 'rejected']),
    outcome: z.enum(['created', 'updated', 'unchanged', 'refused']).nullable(),
    cells: z.record(z.string(), z.string()),
    problems: z.array(CellProblem),
    warnings: z.array(CellProblem),
  })
  .meta({ id: 'CatalogImportRow' })
export const ImportRowQuery = z.object({
  ...pageQuery,
  show: z.enum(['all', 'rejected', 'warned']).default('all'),
})
export const ImportRowPage = pageOf(ImportRow).meta({ id: 'CatalogImportRowPage' })

export const ApplyImport = z.object({ mode: z.enum(IMPORT_MODES) }).meta({ id: 'ApplyImport' })

export const UploadQuery = z.object({
  organisationId: z.uuid().exactOptional().describe('the institution, when the operator brings its file'),
  sourceCheckedOn: z.iso.date().exactOptional().describe('the day on which the source was compared with its publisher'),
})

export const TEMPLATES = [
  'provider',
  'sites',
  'methods',
  'resources',
  'services',
  'facilities',
  'accreditations',
  'prices',
  'standards',
] as const
export const EXPORTS = [
  'provider',
  'sites',
  'methods',
  'resources',
  'services',
  'facilities',
  'accreditations',
  'prices',
  'standards',
  'twins',
  'device_classes',
  'survey_classes',
] as const
export const TemplateParams = z.object({ what: z.enum(TEMPLATES) })
export const ExportParams = z.object({ what: z.enum(EXPORTS) })
export const ExportQuery = z.object({
  format: z.enum(['xlsx', 'csv']).default('xlsx').describe('several sheets only go as xlsx'),
  organisationId: z.uuid().exactOptional(),
})
