import { newId } from '@jiju/kernel/ids'
import type { Effect } from '../order/order-act.ts'
import { insertAgreement } from '../sql/agreement/agreements.ts'
import { endOpenAmendments } from '../sql/agreement/amendments.ts'

/** A new order has the terms that its provider offers now, whatever they become. */
export const openTerms: Effect = async (tx, order, { work }) =>
  insertAgreement(tx, {
    id: newId(work.now.getTime()),
    orderId: order.id,
    quoteId: order.quote_id,
    organisationId: order.organisation_id,
    providerId: order.provider_id,
    now: work.now,
  })

/** An amendment that nobody has signed ends with its order. */
export const dropAmendments: Effect = async (tx, order, { work }) => endOpenAmendments(tx, order.id, work.now)
