import { newId, readableNumber } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { orderNeedsAgreement } from '../../core/agreement/agreement-rule.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { type Act, transitionOf } from '../../core/order/machine.ts'
import type { Confidentiality, Purpose, Side } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { findAgreementRule, listServiceKinds } from '../sql/agreement/agreement-rules.ts'
import { insertOrderItems, type NewOrderItem } from '../sql/order-items.ts'
import { findPolicy } from '../sql/policies.ts'
import { getOrder, insertOrder, insertStep, type OrderRow } from '../sql/service-orders.ts'
import { attachThread } from '../sql/threads.ts'
import { answerLimit, eventOf } from './change-order.ts'
import { EFFECTS } from './effects.ts'
import type { Work } from './order-act.ts'

export type OrderDraft = {
  readonly act: Extract<Act, 'place' | 'conclude' | 'take' | 'submit'>
  readonly side: Extract<Side, 'client' | 'provider'>
  /** Who acts; `personId` of the order is who ordered. */
  readonly actorId: string
  readonly enquiryId: string | null
  readonly quoteId: string | null
  readonly organisationId: string
  readonly providerId: string
  readonly personId: string
  readonly title: string
  readonly purpose: Purpose
  readonly confidentiality: Confidentiality
  readonly turnaroundDays: number
  readonly needsSamples: boolean
  readonly items: readonly NewOrderItem[]
  /** The programme that shall pay a part, and what was shown of it; refused when it pays less by now. */
  readonly voucher?: { readonly programmeId: string; readonly expectedFen: bigint | null } | undefined
}

/**
 * A new order at frozen prices: every door through which one comes to be ends here. Undefined when its enquiry or quote has led to an order already.
 */
export async function openOrder(tx: Db<OrdersTables>, work: Work, draft: OrderDraft): Promise<OrderRow | undefined> {
  const transition = transitionOf(null, draft.act)
  if (!transition) throw new Error(`no order begins by ${draft.act}`)
  const { now } = work
  const policy = await findPolicy(tx, draft.providerId)
  const id = newId(now.getTime())
  const isNew = await insertOrder(tx, {
    ...draft,
    id,
    number: readableNumber('ORD', localDayOf(now, ORDER_ZONE), id),
    state: transition.to,
    totalFen: draft.items.reduce((sum, { amount_fen }) => sum + amount_fen, 0n),
    cancelRates: policy.cancelRates,
    holdsResults: policy.holdsResults,
    needsAgreement: await needsAgreement(tx, draft),
    answerUntil: answerLimit(transition.to, policy, now),
    at: now,
  })
  if (!isNew) return undefined
  await insertOrderItems(tx, id, draft.items)
  await attachThread(tx, { id: newId(now.getTime()), orderId: id, ...draft, now })
  const step = { act: draft.act, side: draft.side, personId: draft.actorId, reason: null, detail: voucherDetail(draft.voucher) }
  await insertStep(tx, { ...step, id: newId(now.getTime()), orderId: id, version: 1, from: null, to: transition.to, at: now })
  await work.audit({
    action: `orders.order.${draft.act}`,
    subjectType: 'service_order',
    subjectId: id,
    detail: { to: transition.to, enquiryId: draft.enquiryId, quoteId: draft.quoteId, providerId: draft.providerId },
  })
  const opened = await getOrder(tx, id)
  for (const effect of EFFECTS[draft.act] ?? []) await effect(tx, opened, { ...step, from: transition.to, work })
  await work.publish('orders.order_changed', eventOf(opened, { ...step, from: null }))
  return getOrder(tx, id)
}

/** By the provider's rule for the services that are ordered, as it stands now. */
async function needsAgreement(tx: Db<OrdersTables>, { providerId, items }: OrderDraft): Promise<boolean> {
  const ids = [...new Set(items.flatMap(({ service_id }) => service_id ?? []))]
  return orderNeedsAgreement(await findAgreementRule(tx, providerId), await listServiceKinds(tx, ids))
}

/** As the step keeps it and the voucher's effect reads it. */
function voucherDetail(voucher: OrderDraft['voucher']): Readonly<Record<string, unknown>> {
  if (!voucher) return {}
  const { programmeId, expectedFen } = voucher
  return { voucherProgrammeId: programmeId, ...(expectedFen !== null && { expectedVoucher: formatFen(expectedFen) }) }
}
