import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { PurchaseApprovals } from '../../contract/spending.ts'
import { decides } from '../../core/spending/approval-chain.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { changeOrder } from '../order/change-order.ts'
import type { Work } from '../order/order-act.ts'
import { ORDER_MISSING } from '../problems.ts'
import { lockOrder, type OrderRow } from '../sql/service-orders.ts'
import { type ApprovalRow, decideApproval, listApprovals } from '../sql/spending/approvals.ts'
import { findRoles } from '../sql/spending/limits.ts'
import { roleOf } from './set-policy.ts'
import { tellApprovers } from './tell-approvers.ts'

type Decider = { readonly organisationId: string; readonly userId: string }
type Decision = { readonly orderId: string; readonly position: number; readonly words: string | undefined; readonly by: Decider }

const nextOf = (steps: readonly ApprovalRow[]) => steps.find(({ state }) => state === 'open')

/** One step of the chain says yes; after the last one the order goes its way: to the provider, or into force when it accepts a quote. */
export async function approvePurchase(
  tx: Db<OrdersTables>,
  { work, needs }: { readonly work: Work; readonly needs: OrdersNeeds },
  decision: Decision,
): Promise<OrderRow> {
  const { order, steps } = await decide(tx, work, decision, 'approved')
  if (steps.at(-1)?.position === decision.position)
    return changeOrder(tx, work, {
      orderId: order.id,
      act: order.quote_id === null ? 'approve_purchase' : 'conclude_purchase',
      side: 'client',
      organisationId: decision.by.organisationId,
      personId: decision.by.userId,
    })
  await work.audit({
    action: 'orders.purchase.approve_step',
    subjectType: 'service_order',
    subjectId: order.id,
    detail: { position: decision.position },
  })
  await tellApprovers(tx, needs, order)
  return order
}

export async function refusePurchase(tx: Db<OrdersTables>, work: Work, decision: Decision): Promise<OrderRow> {
  const { order } = await decide(tx, work, decision, 'refused')
  return changeOrder(tx, work, {
    orderId: order.id,
    act: 'refuse_purchase',
    side: 'client',
    organisationId: decision.by.organisationId,
    personId: decision.by.userId,
    reason: decision.words,
  })
}

/** The order is locked first: of two who decide at once the second sees what the first did. */
async function decide(tx: Db<OrdersTables>, work: Work, { orderId, position, words, by }: Decision, state: 'approved' | 'refused') {
  const order = await lockOrder(tx, orderId)
  if (!order || order.organisation_id !== by.organisationId) throw new Refusal(ORDER_MISSING)
  if (order.person_id === by.userId) throw new Refusal({ code: 'orders.own_purchase', kind: 'refused' })
  const steps = await listApprovals(tx, orderId)
  const next = order.state === 'awaiting_approval' ? nextOf(steps) : undefined
  if (next?.position !== position) throw new Refusal({ code: 'orders.purchase_decided', kind: 'conflict' })
  const roles = await findRoles(tx, by.organisationId, by.userId)
  if (!decides({ personId: next.person_id, role: next.role }, { personId: by.userId, roles }))
    throw new Refusal({ code: 'orders.not_approver', kind: 'forbidden' })
  if (!(await decideApproval(tx, { orderId, position, state, personId: by.userId, words: words ?? null, now: work.now })))
    throw new Refusal({ code: 'orders.purchase_decided', kind: 'conflict' })
  return { order, steps }
}

/** What approvals an order needs, for its own enterprise only. */
export async function readApprovals(db: Db<OrdersTables>, order: OrderRow, by: Decider): Promise<PurchaseApprovals> {
  if (order.organisation_id !== by.organisationId) throw new Refusal(ORDER_MISSING)
  const steps = await listApprovals(db, order.id)
  const next = order.state === 'awaiting_approval' ? nextOf(steps) : undefined
  const roles = next ? await findRoles(db, by.organisationId, by.userId) : []
  return {
    steps: steps.map((step) => ({
      position: step.position,
      personId: step.person_id,
      personName: step.person_name,
      role: roleOf(step.role),
      upTo: step.up_to_fen === null ? null : formatFen(step.up_to_fen),
      state: step.state,
      decidedByName: step.decided_by_name,
      decidedAt: step.decided_at?.toISOString() ?? null,
      words: step.words,
    })),
    nextPosition: next?.position ?? null,
    canDecide:
      next !== undefined &&
      order.person_id !== by.userId &&
      decides({ personId: next.person_id, role: next.role }, { personId: by.userId, roles }),
  }
}
