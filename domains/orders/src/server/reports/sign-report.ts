import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { missingIn } from '../../core/reports/complete.ts'
import { maySign, REPORT_TRANSITIONS, type ReportAct } from '../../core/reports/report-machine.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { lockReport, moveReport, type ReportRow } from '../sql/reports/reports.ts'
import { expectAct, REPORT_MISSING } from './report-problems.ts'
import { tellSigners } from './tell-of-report.ts'

type SigningAct = Extract<ReportAct, 'prepare' | 'check' | 'approve' | 'return' | 'discard'>

type Wanted = {
  readonly reportId: string
  readonly act: SigningAct
  readonly version: number
  readonly providerId: string
  readonly personId: string
  readonly reason?: string | undefined
}

/**
 * One signature under a report, or its way back. What is prepared can no longer be edited. Refuses with `orders.report_missing`,
 * `orders.report_act_not_allowed`, `platform.version_stale`, `orders.report_same_person`, or with everything that the report lacks.
 */
export async function signReport(tx: Db<OrdersTables>, command: Command, needs: OrdersNeeds, wanted: Wanted): Promise<ReportRow> {
  const { act, personId, reason } = wanted
  const report = await lockReport(tx, wanted.reportId)
  if (!report || report.provider_id !== wanted.providerId) throw new Refusal(REPORT_MISSING)
  expectAct(report, act, wanted.version)
  if (!maySign(act, personId, { preparedBy: report.prepared_by, checkedBy: report.checked_by }))
    throw new Refusal({ code: 'orders.report_same_person', kind: 'refused' })
  if (act === 'prepare') {
    const problems = missingIn(report.content, report.template.fields)
    if (problems.length > 0) throw new Refusal(...problems)
  }
  const { to } = REPORT_TRANSITIONS[act]
  if (!(await moveReport(tx, { from: report, to, personId, now: command.now, reason }))) throw new Error('a locked report moved')
  await command.audit({
    action: `orders.report.${act}`,
    subjectType: 'report',
    subjectId: report.id,
    detail: { orderId: report.order_id, ...(reason && { reason }) },
  })
  const moved = await lockReport(tx, report.id)
  if (!moved) throw new Error('a report that was signed is gone')
  await tellSigners(tx, needs, moved, personId)
  return moved
}
