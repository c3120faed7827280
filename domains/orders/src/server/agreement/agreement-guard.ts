import type { Guard } from '../order/order-act.ts'
import { findAgreement, isUnderNegotiation } from '../sql/agreement/agreements.ts'

/**
 * An order whose services ask for it waits until both sides have accepted the agreement. Of the others only those wait where one side has begun to negotiate
 * or has accepted; terms that nobody touched hold as offered.
 */
export const agreementIsAccepted: Guard = async (tx, order) => {
  if (order.state !== 'accepted') return []
  if (order.needs_agreement)
    return (await findAgreement(tx, order.id))?.state === 'agreed' ? [] : [{ code: 'orders.agreement_needed', kind: 'refused' }]
  return (await isUnderNegotiation(tx, order.id)) ? [{ code: 'orders.agreement_open', kind: 'refused' }] : []
}
