import { newId, readableNumber } from '@jiju/kernel/ids'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { DISPUTE_WISHES, type DisputeWish, type Ruling } from '../../core/disputes/vocabulary.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { Act } from '../../core/order/machine.ts'
import type { Effect } from '../order/order-act.ts'
import { endDispute, insertDispute } from '../sql/disputes.ts'

/** An objection opens a dispute; the platform's, after a retest request that nobody answered, asks for the work to be done again. */
export const openDispute: Effect = async (tx, order, { side, personId, reason, detail, work }) => {
  const id = newId(work.now.getTime())
  await insertDispute(tx, {
    id,
    number: readableNumber('DSP', localDayOf(work.now, ORDER_ZONE), id),
    orderId: order.id,
    side,
    personId,
    claim: reason ?? '',
    wanted: DISPUTE_WISHES.find((wish) => wish === detail.wanted) ?? ('redo' satisfies DisputeWish),
    at: work.now,
  })
}

const RULINGS: Partial<Record<Act, Ruling>> = { rule_redo: 'redo', rule_pay: 'pay', rule_refund: 'refund' }

/** A ruling, or an agreement of the parties, ends the dispute. */
export const closeDispute: Effect = async (tx, order, { act, personId, reason, work }) => {
  const ruling = RULINGS[act] ?? null
  await endDispute(tx, order.id, {
    state: ruling ? 'ruled' : 'settled',
    ruling,
    words: ruling ? reason : null,
    by: ruling ? personId : null,
    at: work.now,
  })
}
