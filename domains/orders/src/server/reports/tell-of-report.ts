import type { Db } from '@jiju/platform/database/pool'
import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import type { PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'
import { REPORT_KINDS } from '../../core/reports/vocabulary.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import texts from '../notices/reports.json' with { type: 'json' }
import type { Work } from '../order/order-act.ts'
import type { ReportRow } from '../sql/reports/reports.ts'
import { findOrder } from '../sql/service-orders.ts'

export const REPORT_NOTICES: NoticeKinds = {
  'orders.report_waits': { group: 'orders', mail: 'daily', texts: texts['orders.report_waits'] },
  'orders.report_returned': { group: 'orders', mail: 'at_once', texts: texts['orders.report_returned'] },
  'orders.report_replaced': { group: 'orders', mail: 'at_once', texts: texts['orders.report_replaced'] },
  'orders.report_withdrawn': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.report_withdrawn'] },
}

const NEXT = {
  prepared: { zh: '审核', en: 'check' },
  checked: { zh: '批准', en: 'approve' },
  approved: { zh: '签发', en: 'issue' },
} as const
const ROLES = {
  prepared: ['provider:lab_staff', 'provider:lab_manager'],
  checked: ['provider:approver', 'provider:lab_manager'],
  approved: ['provider:approver', 'provider:lab_manager'],
} as const

/** Whoever signs next hears of it, and whoever prepared a report that came back. */
export async function tellSigners(
  tx: Db<OrdersTables>,
  { notify }: Pick<OrdersNeeds, 'notify'>,
  report: ReportRow,
  actorId: string,
): Promise<void> {
  const params = { number: report.order_number, title: report.order_title, reason: report.returned_reason ?? '' }
  const link = `/p/reports/${report.id}`
  const key = `${report.id} ${report.version}`
  const { state } = report
  if (state === 'prepared' || state === 'checked' || state === 'approved') {
    const except = [actorId, ...[report.prepared_by, report.checked_by].filter((id) => id !== null)]
    await notify(tx, {
      kind: 'orders.report_waits',
      to: { organisationId: report.provider_id, roles: ROLES[state], except: state === 'approved' ? [actorId] : except },
      params: { ...params, step: NEXT[state] },
      link,
      key,
    })
  }
  if (state === 'draft')
    await notify(tx, {
      kind: 'orders.report_returned',
      to: { organisationId: report.provider_id, roles: ['provider:lab_staff', 'provider:lab_manager'], except: [actorId] },
      params,
      link,
      key,
    })
}

/** An issued, replaced or withdrawn report leaves as an event; the client hears of what the steps of the order do not tell. */
export async function announceReport(
  tx: Db<OrdersTables>,
  work: Work,
  { notify }: Pick<OrdersNeeds, 'notify'>,
  report: ReportRow,
): Promise<void> {
  await work.publish('orders.report_changed', {
    reportId: report.id,
    orderId: report.order_id,
    organisationId: report.organisation_id,
    providerId: report.provider_id,
    kind: report.kind,
    state: report.state,
    number: report.number,
    sha256: report.sha256,
    replacesNumber: report.replaces_number,
  })
  const kind = report.state === 'withdrawn' ? 'orders.report_withdrawn' : report.replaces_id ? 'orders.report_replaced' : undefined
  const order = kind && (await findOrder(tx, report.order_id))
  if (!kind || !order) return
  await notify(tx, {
    kind,
    to: [order.person_id],
    params: {
      report: report.number ?? '',
      replaced: report.replaces_number ?? '',
      provider: report.provider_name,
      title: order.title,
      reason: (report.state === 'withdrawn' ? report.end_reason : report.replace_reason) ?? '',
    },
    link: `/e/orders/${order.id}`,
    key: `${report.id} ${report.state}`,
  })
}

const ReportChanged = z.object({
  reportId: z.uuid(),
  orderId: z.uuid(),
  organisationId: z.uuid().describe('The organisation that ordered'),
  providerId: z.uuid().describe('The organisation that issued it'),
  kind: z.enum(REPORT_KINDS),
  state: z.enum(['issued', 'withdrawn']),
  number: z.string(),
  sha256: z.string().describe('Of the file, in hex'),
  replacesNumber: z.string().nullable().describe('The report whose place it takes'),
})

export const REPORT_PUBLIC_EVENTS: PublicEvents = {
  'orders.report_changed': {
    title: { zh: '报告已签发、替换或撤回', en: 'A report was issued, replaced or withdrawn' },
    data: ReportChanged,
    present: async ({ payload }) => {
      const data = ReportChanged.parse(payload)
      return { organisationIds: [data.organisationId, data.providerId], data }
    },
  },
}
