import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { DraftReport } from '../../contract/reports.ts'
import type { OrderState } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { listOrderItems } from '../sql/order-items.ts'
import { findTemplate } from '../sql/reports/report-templates.ts'
import { findReport, insertReport, listReportsOfOrder, type ReportRow } from '../sql/reports/reports.ts'
import { lockOrder } from '../sql/service-orders.ts'
import { firstContent } from './first-content.ts'
import { NOT_CURRENT, NOT_YET, TEMPLATE_MISSING } from './report-problems.ts'

const WHILE_WORKING: readonly OrderState[] = ['working', 'reporting', 'paused']
/** What was issued may turn out wrong long after. */
export const AFTER_REPORT: readonly OrderState[] = ['reported', 'retest_requested', 'disputed', 'approved', 'settled']

type By = { readonly providerId: string; readonly personId: string }

/**
 * A draft from what the order already says. When a report of the whole order is in force, the new one takes its place and says why. Refuses with
 * `orders.order_missing`, `orders.template_missing`, `orders.report_not_yet`, `orders.report_must_replace`, `orders.report_not_current` or
 * `orders.report_in_preparation`.
 */
export async function draftReport(tx: Db<OrdersTables>, command: Command, orderId: string, body: DraftReport, by: By): Promise<ReportRow> {
  const order = await lockOrder(tx, orderId)
  if (!order || order.provider_id !== by.providerId) throw new Refusal(ORDER_MISSING)
  const template = await findTemplate(tx, body.templateId)
  if (!template || template.provider_id !== by.providerId || template.state !== 'active') throw new Refusal(TEMPLATE_MISSING)

  const issued = await listReportsOfOrder(tx, orderId, ['issued', 'withdrawn'])
  const replaced = issued.find(({ id, state }) => id === body.replacesId && state === 'issued')
  if (body.replacesId && replaced?.kind !== body.kind) throw new Refusal(NOT_CURRENT)
  const inForce = issued.find(({ kind, state }) => kind === 'full' && state === 'issued')
  if (inForce && body.kind === 'full' && (!replaced || !body.replaceReason))
    throw new Refusal({
      code: 'orders.report_must_replace',
      kind: 'refused',
      params: { number: inForce.number ?? '' },
      field: '/replaceReason',
    })
  if (replaced && !body.replaceReason) throw new Refusal({ code: 'orders.reason_missing', kind: 'refused', field: '/replaceReason' })
  const isLate = AFTER_REPORT.includes(order.state) && (replaced || issued.some(({ state }) => state === 'withdrawn'))
  if (!isLate && !WHILE_WORKING.includes(order.state)) throw new Refusal(NOT_YET)

  const items = (await listOrderItems(tx, orderId)).filter(({ id, kind }) => (body.itemIds ? body.itemIds.includes(id) : kind === 'test'))
  const id = newId(command.now.getTime())
  const isNew = await insertReport(tx, {
    id,
    order_id: orderId,
    provider_id: by.providerId,
    template_id: template.id,
    template_version: template.version,
    kind: body.kind,
    content: replaced ? replaced.content : await firstContent(tx, order, items, template.language),
    replaces: replaced && { id: replaced.id, edition: replaced.edition, reason: body.replaceReason ?? '' },
    personId: by.personId,
    now: command.now,
  })
  if (!isNew) throw new Refusal({ code: 'orders.report_in_preparation', kind: 'conflict' })
  await command.audit({
    action: 'orders.report.draft',
    subjectType: 'report',
    subjectId: id,
    detail: { orderId, kind: body.kind, replacesId: replaced?.id ?? null },
  })
  const report = await findReport(tx, id)
  if (!report) throw new Error('a report that was drafted is gone')
  return report
}
