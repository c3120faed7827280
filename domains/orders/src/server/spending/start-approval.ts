import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { chainFor } from '../../core/spending/approval-chain.ts'
import type { Effect } from '../order/order-act.ts'
import { insertApprovals } from '../sql/spending/approvals.ts'
import { listApprovalSteps, listMembers } from '../sql/spending/policy.ts'

/** Fixes who has to approve an order that was submitted. Refuses with `orders.no_approver` when nobody but the orderer could. */
export const startApproval: Effect = async (tx, order) => {
  const chain = chainFor(await listApprovalSteps(tx, order.organisation_id), {
    members: await listMembers(tx, order.organisation_id),
    ordererId: order.person_id,
    totalFen: order.total_fen,
  })
  if (!chain) throw new Refusal({ code: 'orders.no_approver', kind: 'refused', params: { total: formatFen(order.total_fen) } })
  await insertApprovals(tx, order.id, chain)
}
