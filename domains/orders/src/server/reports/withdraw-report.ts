import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { findReport, lockReport, moveReport, type ReportRow } from '../sql/reports/reports.ts'
import { lockOrder } from '../sql/service-orders.ts'
import { expectAct, REPORT_MISSING } from './report-problems.ts'
import { announceReport } from './tell-of-report.ts'

type Wanted = {
  readonly reportId: string
  readonly version: number
  readonly providerId: string
  readonly personId: string
  readonly reason: string
}

/** Takes an issued report back without a successor; its page says so from now on. */
export async function withdrawReport(tx: Db<OrdersTables>, command: Command, needs: OrdersNeeds, wanted: Wanted): Promise<ReportRow> {
  const { reportId, version, providerId, personId, reason } = wanted
  const found = await findReport(tx, reportId)
  if (!found || found.provider_id !== providerId) throw new Refusal(REPORT_MISSING)
  await lockOrder(tx, found.order_id)
  const report = await lockReport(tx, reportId)
  if (!report) throw new Refusal(REPORT_MISSING)
  expectAct(report, 'withdraw', version)
  if (!(await moveReport(tx, { from: report, to: 'withdrawn', personId, now: command.now, reason })))
    throw new Error('a locked report moved')
  await command.audit({
    action: 'orders.report.withdraw',
    subjectType: 'report',
    subjectId: reportId,
    detail: { orderId: report.order_id, number: report.number, reason },
  })
  const withdrawn = await findReport(tx, reportId)
  if (!withdrawn) throw new Error('a report that was withdrawn is gone')
  await announceReport(tx, command, needs, withdrawn)
  return withdrawn
}
