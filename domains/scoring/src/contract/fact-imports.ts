import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { RUN_PERIOD } from '../core/facts/periods.ts'
import { SOURCES } from '../core/facts/sources.ts'

const Content = z.enum(['facts', 'enterprises', 'events'])

export const UploadFactImport = z
  .object({
    content: Content,
    source: z.enum(SOURCES).exactOptional().describe('Who states the facts; for facts only'),
    period: z.string().regex(RUN_PERIOD).exactOptional().describe('Of rows that name none'),
  })
  .refine(({ content, source }) => (content === 'facts') === (source !== undefined), {
    path: ['source'],
    params: { problem: 'scoring.import_source' },
  })

export const FactImport = z
  .object({
    id: z.uuid(),
    content: Content,
    door: z.enum(['upload', 'push', 'folder']),
    source: z.enum(SOURCES).nullable(),
    period: z.string().nullable(),
    fileName: z.string(),
    state: z.enum(['uploaded', 'checked', 'applied', 'failed', 'cancelled']),
    mode: z.enum(['good_rows', 'all_or_nothing']).nullable(),
    rowsTotal: z.int(),
    rowsDone: z.int(),
    rowsGood: z.int(),
    rowsRefused: z.int(),
    rowsAsked: z.int(),
    valueCount: z.int(),
    mistakeCount: z.int(),
    questionCount: z.int().describe('Open ones'),
    recordedCount: z.int(),
    replacedCount: z.int(),
    unchangedCount: z.int(),
    lackingConsentCount: z.int().describe('Of what was written, kept unseen and unused until the enterprises consent'),
    failure: z.string().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'FactImport' })
export type FactImport = z.infer<typeof FactImport>

export const FactImportDetail = FactImport.extend({
  kinds: z
    .array(z.object({ code: z.string(), example: z.string(), count: z.int(), isQuestion: z.boolean() }))
    .describe('Most frequent first'),
}).meta({ id: 'FactImportDetail' })

export const ListFactImports = z.object(pageQuery)
export const FactImportList = pageOf(FactImport).meta({ id: 'FactImportList' })

export const ListFactImportIssues = z.object({ ...pageQuery, show: z.enum(['all', 'mistakes', 'questions']).default('all') })
export const FactImportIssue = z
  .object({
    position: z.int(),
    sheet: z.string(),
    row: z.int(),
    column: z.int().nullable(),
    columnName: z.string().nullable(),
    value: z.string().nullable(),
    code: z.string(),
    message: z.string(),
    isQuestion: z.boolean(),
    acceptReason: z.string().nullable(),
  })
  .meta({ id: 'FactImportIssue' })
export type FactImportIssue = z.infer<typeof FactImportIssue>
export const FactImportIssueList = pageOf(FactImportIssue).meta({ id: 'FactImportIssueList' })

export const ApplyFactImport = z.object({ mode: z.enum(['good_rows', 'all_or_nothing']) }).meta({ id: 'ApplyFactImport' })
export const AcceptFactQuestions = z
  .object({
    positions: z.array(z.int()).min(1).max(1000).nullable().describe('Null: all that are open'),
    reason: z.string().trim().min(2).max(500),
  })
  .meta({ id: 'AcceptFactQuestions' })

export const FactTemplateParams = z.object({ what: z.enum(['facts', 'facts-list', 'enterprises', 'events']) })
