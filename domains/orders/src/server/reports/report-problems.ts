import { type Problem, Refusal } from '@jiju/kernel/problem'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { type ReportAct, reportAllows } from '../../core/reports/report-machine.ts'
import type { ReportRow } from '../sql/reports/reports.ts'

/** Another organisation's id answers like one that does not exist. */
export const REPORT_MISSING: Problem = { code: 'orders.report_missing', kind: 'missing' }
export const TEMPLATE_MISSING: Problem = { code: 'orders.template_missing', kind: 'missing' }
export const NOT_YET: Problem = { code: 'orders.report_not_yet', kind: 'conflict' }
export const NOT_CURRENT: Problem = { code: 'orders.report_not_current', kind: 'conflict' }

/** Refuses with `orders.report_act_not_allowed` or `platform.version_stale`. */
export function expectAct(report: ReportRow, act: ReportAct, version: number): void {
  if (!reportAllows(report.state, act))
    throw new Refusal({ code: 'orders.report_act_not_allowed', kind: 'conflict', params: { act, state: report.state } })
  if (report.version !== version) throw new Refusal(VERSION_STALE)
}
