import { z } from 'zod'
import { REPORT_FIELDS, REPORT_LANGUAGES } from '../core/reports/vocabulary.ts'

export const TemplateParams = z.object({ id: z.uuid() })
const words = (max: number) => z.string().trim().max(max)

/** What a template prints around the results. */
export const ReportTemplateContent = z
  .object({
    title: z.string().trim().min(1).max(60),
    subtitle: words(120),
    address: words(200),
    contact: words(200),
    fields: z.array(z.enum(REPORT_FIELDS)).min(1).max(REPORT_FIELDS.length),
    statements: z.array(z.string().trim().min(1).max(500)).max(12),
  })
  .meta({ id: 'ReportTemplateContent' })
export type ReportTemplateContent = z.infer<typeof ReportTemplateContent>

const classCode = z
  .string()
  .trim()
  .regex(/^[A-Z][A-Z0-9]{0,3}$/, { message: 'one to four capital letters or digits, a letter first' })
  .describe('Class in the number of the report, such as "S"')

const template = {
  name: z.string().trim().min(1).max(100),
  classCode,
  language: z.enum(REPORT_LANGUAGES),
  content: ReportTemplateContent,
}

export const KeepReportTemplate = z.object(template).meta({ id: 'KeepReportTemplate' })
export type KeepReportTemplate = z.infer<typeof KeepReportTemplate>

export const ReportTemplate = z
  .object({
    id: z.uuid(),
    ...template,
    version: z.int().describe('Reports keep to the version that they began with'),
    state: z.enum(['active', 'retired']),
  })
  .meta({ id: 'ReportTemplate' })
export type ReportTemplate = z.infer<typeof ReportTemplate>
export const ReportTemplates = z.object({ items: z.array(ReportTemplate) }).meta({ id: 'ReportTemplates' })

export const ReportNumbering = z
  .object({
    code: z.string().nullable().describe('Body code; null until the provider has set it'),
    version: z.int(),
    example: z.string().nullable(),
  })
  .meta({ id: 'ReportNumbering' })

export const KeepReportNumbering = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^[A-Z][A-Z0-9]{1,7}$/, { message: 'two to eight capital letters or digits, a letter first' }),
  })
  .meta({ id: 'KeepReportNumbering' })
