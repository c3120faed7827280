import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { ReportContent } from '../../core/reports/complete.ts'
import type { OrdersTables } from '../needs.ts'
import { listOrderItems } from '../sql/order-items.ts'
import { findReport, type ReportRow, writeContent } from '../sql/reports/reports.ts'
import { REPORT_MISSING } from './report-problems.ts'

type Wanted = { readonly reportId: string; readonly version: number; readonly providerId: string; readonly content: ReportContent }

/** Keeps what was typed into a draft. Lines may name items of this order only. */
export async function editReport(
  tx: Db<OrdersTables>,
  command: Command,
  { reportId, version, providerId, content }: Wanted,
): Promise<ReportRow> {
  const report = await findReport(tx, reportId)
  if (!report || report.provider_id !== providerId) throw new Refusal(REPORT_MISSING)
  const own = new Set((await listOrderItems(tx, report.order_id)).map(({ id }) => id))
  const items = content.items.map((item) => ({ ...item, itemId: item.itemId && own.has(item.itemId) ? item.itemId : null }))
  if (!(await writeContent(tx, reportId, version, { ...content, items }))) {
    if (report.state !== 'draft')
      throw new Refusal({ code: 'orders.report_act_not_allowed', kind: 'conflict', params: { act: 'edit', state: report.state } })
    throw new Refusal(VERSION_STALE)
  }
  await command.audit({ action: 'orders.report.edit', subjectType: 'report', subjectId: reportId })
  const edited = await findReport(tx, reportId)
  if (!edited) throw new Error('a report that was edited is gone')
  return edited
}
