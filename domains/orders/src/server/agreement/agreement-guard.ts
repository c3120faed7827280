import type { Guard } from '../order/order-act.ts'
import { isUnderNegotiation } from '../sql/agreement/agreements.ts'

/** Where one side has begun to negotiate or has accepted, samples and work wait until both have accepted the same text. Terms that nobody touched hold as offered. */
export const agreementIsAccepted: Guard = async (tx, order) =>
  order.state === 'accepted' && (await isUnderNegotiation(tx, order.id)) ? [{ code: 'orders.agreement_open', kind: 'refused' }] : []
