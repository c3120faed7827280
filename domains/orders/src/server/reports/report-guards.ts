import type { Problem } from '@jiju/kernel/problem'
import type { ReportKind } from '../../core/reports/vocabulary.ts'
import type { Effect, Guard } from '../order/order-act.ts'
import { discardDrafts, listReportsOfOrder } from '../sql/reports/reports.ts'

const NONE_APPROVED: Problem = { code: 'orders.report_none_approved', kind: 'refused' }
const UNREPLACED: Problem = { code: 'orders.report_withdrawn_unreplaced', kind: 'refused' }

const hasApproved =
  (wanted: ReportKind): Guard =>
  async (tx, order) => {
    const approved = await listReportsOfOrder(tx, order.id, ['approved'])
    return approved.some(({ kind }) => kind === wanted) ? [] : [NONE_APPROVED]
  }

/** The results of an order leave with an approved report. */
export const fullReportApproved: Guard = hasApproved('full')
export const partReportApproved: Guard = hasApproved('part')

/** Nobody accepts, by word or by silence, what the provider has taken back. */
export const reportInForce: Guard = async (tx, order) => {
  const reports = (await listReportsOfOrder(tx, order.id, ['issued', 'withdrawn'])).filter(({ kind }) => kind === 'full')
  return reports.length > 0 && reports.every(({ state }) => state === 'withdrawn') ? [UNREPLACED] : []
}

export const discardReports: Effect = (tx, order, { work }) => discardDrafts(tx, order.id, work.now)
