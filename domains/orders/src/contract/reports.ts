import { pageOf, pageQuery } from '@jiju/wire/page'
import { SIGNATURE_OUTCOMES } from '@jiju/wire/signature'
import { z } from 'zod'
import { MARK_SCHEMES, REPORT_FIELDS, REPORT_KINDS, REPORT_LANGUAGES, REPORT_STATES, REPORT_VERDICTS } from '../core/reports/vocabulary.ts'

export const ReportParams = z.object({ id: z.uuid() })
const instant = z.iso.datetime()
const words = (max: number) => z.string().trim().max(max)
const reason = z.string().trim().min(1).max(1000)

const item = {
  itemId: z.uuid().nullable().describe('The item of the order; null for a line added by hand'),
  name: z.string().trim().min(1).max(300),
  method: words(300),
  sample: words(100),
  requirement: words(500),
  result: words(1000),
  unit: words(40),
  verdict: z.enum(REPORT_VERDICTS),
}

/** What people write into a report. */
const ReportContent = z
  .object({
    fields: z.partialRecord(z.enum(REPORT_FIELDS), words(1000)),
    items: z.array(z.object(item)).max(300),
    conclusion: words(4000),
    remarks: words(4000),
  })
  .meta({ id: 'ReportContent' })

const Signature = z.object({ personName: z.string(), at: instant }).nullable()

const facts = {
  id: z.uuid(),
  orderId: z.uuid(),
  orderNumber: z.string(),
  orderTitle: z.string(),
  organisationName: z.string(),
  providerName: z.string(),
  kind: z.enum(REPORT_KINDS).describe('`part`: results of some items, before the rest'),
  state: z.enum(REPORT_STATES),
  version: z.int(),
  templateName: z.string(),
  number: z.string().nullable().describe('Given when it is issued'),
  edition: z.int().describe('1, or one more than the report that it replaces'),
  prepared: Signature,
  checked: Signature,
  approved: Signature,
  issuedAt: instant.nullable(),
  retainUntil: z.iso.date().nullable().describe('Last day on which the records behind it are kept, by the agreement'),
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
  createdAt: instant,
}

export const ReportSummary = z.object(facts).meta({ id: 'ReportSummary' })
export type ReportSummary = z.infer<typeof ReportSummary>

const ReportMark = z.object({
  scheme: z.enum(MARK_SCHEMES),
  certificateNo: z.string(),
  outside: z.array(z.string()).describe('Places of the items that are outside the scope'),
})

/** A report with what it says. The client and the operator see those that were issued. */
export const Report = z
  .object({
    ...facts,
    language: z.enum(REPORT_LANGUAGES),
    shownFields: z.array(z.enum(REPORT_FIELDS)),
    content: ReportContent,
    returnedReason: z.string().nullable().describe('Why it came back to whoever prepares it'),
    replaces: z.object({ id: z.uuid(), number: z.string(), reason: z.string() }).nullable(),
    successor: z.object({ id: z.uuid(), number: z.string() }).nullable(),
    code: z.string().nullable(),
    verifyUrl: z.string().nullable(),
    sha256: z.string().nullable(),
    sizeBytes: z.int().nullable(),
    pages: z.int().nullable(),
    marks: z.array(ReportMark).describe('As they were on the day of issue; before that as they would be today'),
    signature: z.enum(SIGNATURE_OUTCOMES).nullable().describe('Checked now, on the stored file; null until it is issued'),
    isHeld: z.boolean().describe('The file waits for the payment'),
    qrSvg: z.string().nullable(),
    maySign: z.array(z.enum(['prepare', 'check', 'approve', 'issue'])).describe('What the reader may sign now'),
  })
  .meta({ id: 'Report' })
export type Report = z.infer<typeof Report>

export const ListReports = z.object({
  state: z
    .enum([...REPORT_STATES, 'open'])
    .default('open')
    .describe('One state, or all that are in preparation'),
  ...pageQuery,
})
export type ListReports = z.infer<typeof ListReports>
export const ReportList = pageOf(ReportSummary).meta({ id: 'ReportList' })

export const ReportCounts = z
  .object({ draft: z.int(), prepared: z.int(), checked: z.int(), approved: z.int(), issued: z.int() })
  .meta({ id: 'ReportCounts' })

/** The reports of one order; the client sees those that were issued. */
export const OrderReports = z.object({ items: z.array(Report) }).meta({ id: 'OrderReports' })

export const DraftReport = z
  .object({
    templateId: z.uuid(),
    kind: z.enum(REPORT_KINDS).default('full'),
    itemIds: z.array(z.uuid()).max(50).exactOptional().describe('Items of a partial report; all when left out'),
    replacesId: z.uuid().exactOptional().describe('The issued report whose place it takes'),
    replaceReason: reason.exactOptional(),
  })
  .meta({ id: 'DraftReport' })
export type DraftReport = z.infer<typeof DraftReport>

export const EditReport = z.object({ content: ReportContent }).meta({ id: 'EditReport' })
export const GiveReason = z.object({ reason }).meta({ id: 'GiveReason' })
export const NoBody = z.object({}).meta({ id: 'NoBody' })

/** Lets somebody else read a copy for some days. */
export const ReleaseReport = z
  .object({ recipient: z.string().trim().min(1).max(200), note: words(500).default(''), days: z.int().min(1).max(365) })
  .meta({ id: 'ReleaseReport' })
export type ReleaseReport = z.infer<typeof ReleaseReport>

export const ReleaseParams = z.object({ id: z.uuid(), releaseId: z.uuid() })

const ReportRelease = z
  .object({
    id: z.uuid(),
    recipient: z.string(),
    note: z.string(),
    createdAt: instant,
    expiresAt: instant,
    revokedAt: instant.nullable(),
    reads: z.array(z.object({ act: z.enum(['opened', 'downloaded']), address: z.string(), at: instant })).describe('The latest 50'),
  })
  .meta({ id: 'ReportRelease' })
export const ReportReleases = z.object({ items: z.array(ReportRelease) }).meta({ id: 'ReportReleases' })
export const NewReportRelease = z.object({ id: z.uuid(), url: z.string().describe('Shown once') }).meta({ id: 'NewReportRelease' })
