import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import { checkStored } from '@jiju/platform/pdf/check-stored'
import { qrSvg } from '@jiju/platform/qr/qr-code'
import type { ReportTemplate } from '../../contract/report-templates.ts'
import type { Report, ReportSummary } from '../../contract/reports.ts'
import { maySign, reportAllows } from '../../core/reports/report-machine.ts'
import type { Side } from '../../core/vocabulary.ts'
import { areResultsHeld } from '../money/results-held.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import type { TemplateRow } from '../sql/reports/report-templates.ts'
import type { ReportRow } from '../sql/reports/reports.ts'
import { listRoots } from '../sql/reports/signing-keys.ts'
import { findOrder } from '../sql/service-orders.ts'
import { verifyUrl } from './issue-report.ts'
import { marksOfReport } from './marks-of-report.ts'

export function presentReportSummary(row: ReportRow): ReportSummary {
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    orderTitle: row.order_title,
    organisationName: row.organisation_name,
    providerName: row.provider_name,
    kind: row.kind,
    state: row.state,
    version: row.version,
    templateName: row.template_name,
    number: row.number,
    edition: row.edition,
    prepared: signatureOf(row.prepared_name, row.prepared_at),
    checked: signatureOf(row.checked_name, row.checked_at),
    approved: signatureOf(row.approved_name, row.approved_at),
    issuedAt: row.issued_at?.toISOString() ?? null,
    retainUntil: row.retain_until,
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
    createdAt: row.created_at.toISOString(),
  }
}

const signatureOf = (personName: string | null, at: Date | null) => (personName && at ? { personName, at: at.toISOString() } : null)

type Reader = { readonly side: Side; readonly actor: Actor; readonly needs: OrdersNeeds; readonly now: Date }

const SIGNING = ['prepare', 'check', 'approve', 'issue'] as const
const NOTHING = { fields: {}, items: [], conclusion: '', remarks: '' }

/** A report for whoever reads it. While results wait for the money, the client sees that it exists and nothing of what it says. */
export async function presentReport(db: Db<OrdersTables>, row: ReportRow, { side, actor, needs, now }: Reader): Promise<Report> {
  const isHeld = side === 'client' && (await isHeldBack(db, row))
  const url = row.code && verifyUrl(needs, row.code)
  const signers = { preparedBy: row.prepared_by, checkedBy: row.checked_by }
  return {
    ...presentReportSummary(row),
    language: row.language,
    shownFields: [...row.template.fields],
    content: isHeld ? NOTHING : { ...row.content, items: row.content.items.map((item) => ({ ...item })) },
    returnedReason: row.returned_reason,
    replaces: row.replaces_id ? { id: row.replaces_id, number: row.replaces_number ?? '', reason: row.replace_reason ?? '' } : null,
    successor: row.successor_id ? { id: row.successor_id, number: row.successor_number ?? '' } : null,
    code: row.code,
    verifyUrl: url,
    sha256: row.sha256,
    sizeBytes: row.size_bytes === null ? null : Number(row.size_bytes),
    pages: row.pages,
    marks: [...(row.marks ?? (await marksOfReport(db, row, now)))].map((mark) => ({ ...mark, outside: [...mark.outside] })),
    signature: row.sha256 === null ? null : (await checkStored(needs.files, row.sha256, await listRoots(db))).outcome,
    isHeld,
    qrSvg: url && (await qrSvg(url)),
    maySign: side === 'provider' ? SIGNING.filter((act) => reportAllows(row.state, act) && maySign(act, actor.userId, signers)) : [],
  }
}

/** Whether the client's copy waits for the money. */
export async function isHeldBack(db: Db<OrdersTables>, row: Pick<ReportRow, 'order_id'>): Promise<boolean> {
  const order = await findOrder(db, row.order_id)
  return order !== undefined && (await areResultsHeld(db, order))
}

export function presentTemplate(row: TemplateRow): ReportTemplate {
  return {
    id: row.id,
    name: row.name,
    classCode: row.class_code,
    language: row.language,
    content: { ...row.content, fields: [...row.content.fields], statements: [...row.content.statements] },
    version: row.version,
    state: row.state,
  }
}
