import type { Db } from '@jiju/platform/database/pool'
import type { Kysely } from 'kysely'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import { voucherPartFen } from '../../core/money/charge.ts'
import { feeFen } from '../../core/money/rules.ts'
import { type FaultPoint, SETTLEMENT_STEPS, type SettlementStep } from '../../core/money/settlement.ts'
import type { OrdersTables } from '../needs.ts'
import { changeOrder } from '../order/change-order.ts'
import { jobWork } from '../order/job-work.ts'
import type { Work } from '../order/order-act.ts'
import { balanceOf, balancesOf, post } from '../sql/money/ledger.ts'
import { findTerms } from '../sql/money/order-money.ts'
import { findSettlement, insertSettlementStep, listSettlementSteps, moveSettlement, type SettlementRow } from '../sql/money/settlements.ts'
import { lockOrder, type OrderRow } from '../sql/service-orders.ts'
import { redeemVoucher } from '../vouchers/voucher-of-order.ts'

const JOB = 'orders.settle'

type Step = (tx: Db<OrdersTables>, order: OrderRow, settlement: SettlementRow, work: Work) => Promise<bigint | 'waits_for_money'>

/** What each step does, in fen; the order is locked. `waits_for_money`: it cannot be done before the client has paid. */
const STEPS: Readonly<Record<SettlementStep, Step>> = {
  redeem_voucher: async (tx, order, { kind, charge_fen }, work) => {
    if (kind === 'cancellation') return 0n
    const voucher = await redeemVoucher(tx, work, order.id, charge_fen)
    if (!voucher) return 0n
    const amountFen = voucherPartFen(await balanceOf(tx, ACCOUNTS.due(order)), voucher.amountFen)
    await postStep(tx, order, work, {
      kind: 'voucher',
      debit: ACCOUNTS.voucherReceivable(voucher.programmeId),
      credit: ACCOUNTS.due(order),
      amountFen,
    })
    return amountFen
  },
  collect_held: async (tx, order, _settlement, work) => {
    const [due = 0n, held = 0n] = await balancesOf(tx, [ACCOUNTS.due(order), ACCOUNTS.held(order)])
    const amountFen = held < due ? held : due
    await postStep(tx, order, work, { kind: 'collect_held', debit: ACCOUNTS.held(order), credit: ACCOUNTS.due(order), amountFen })
    return amountFen
  },
  release_rest: async (tx, order, _settlement, work) => {
    const amountFen = await balanceOf(tx, ACCOUNTS.held(order))
    await postStep(tx, order, work, {
      kind: 'release',
      debit: ACCOUNTS.held(order),
      credit: ACCOUNTS.prepaid(order.organisation_id),
      amountFen,
    })
    return amountFen
  },
  collect_balance: async (tx, order, _settlement, work) => {
    const prepaid = ACCOUNTS.prepaid(order.organisation_id)
    const [due = 0n, balance = 0n] = await balancesOf(tx, [ACCOUNTS.due(order), prepaid], { isLocked: true })
    if (balance < due) return 'waits_for_money'
    await postStep(tx, order, work, { kind: 'collect_balance', debit: prepaid, credit: ACCOUNTS.due(order), amountFen: due })
    return due
  },
  take_fee: async (tx, order, _settlement, work) => {
    const income = await balanceOf(tx, ACCOUNTS.income(order))
    const amountFen = feeFen(income, (await findTerms(tx, order.id))?.fee_basis_points ?? 0)
    await postStep(tx, order, work, { kind: 'fee', debit: ACCOUNTS.income(order), credit: ACCOUNTS.fee(order.provider_id), amountFen })
    return amountFen
  },
  credit_provider: async (tx, order, _settlement, work) => {
    const amountFen = await balanceOf(tx, ACCOUNTS.income(order))
    await postStep(tx, order, work, {
      kind: 'share',
      debit: ACCOUNTS.income(order),
      credit: ACCOUNTS.payable(order.provider_id),
      amountFen,
    })
    return amountFen
  },
  close: async (tx, order, { kind, charge_fen }, work) => {
    await moveSettlement(tx, order.id, 'done', work.now)
    if (kind === 'order') await changeOrder(tx, work, { orderId: order.id, act: 'settle', side: 'platform', personId: null })
    const { number, organisation_id: organisationId, provider_id: providerId } = order
    await work.publish('orders.order_settled', {
      orderId: order.id,
      number,
      organisationId,
      providerId,
      kind,
      chargeFen: charge_fen.toString(),
    })
    return charge_fen
  },
}

async function postStep(
  tx: Db<OrdersTables>,
  order: OrderRow,
  { now }: Work,
  transfer: Omit<Parameters<typeof post>[2][number], 'cause'>,
): Promise<void> {
  await post(tx, { at: now, orderId: order.id }, [{ ...transfer, cause: `settle:${order.id}:${transfer.kind}` }])
}

export type Settling = {
  readonly db: Kysely<OrdersTables>
  readonly now: () => Date
  /** Told at every point at which a settlement can be interrupted. */
  readonly onPoint?: ((point: FaultPoint) => Promise<void>) | undefined
}

/**
 * Takes the settlement of an order as far as it goes. Each step is a transaction of its own that locks the order, posts and writes itself down; whoever
 * comes second, or after a crash, finds it done and goes on with the next. Answers where it stands; undefined when nothing is to be settled.
 */
export async function settleOrder({ db, now, onPoint }: Settling, orderId: string): Promise<SettlementRow['state'] | undefined> {
  for (const step of SETTLEMENT_STEPS) {
    const outcome = await db.transaction().execute(async (tx) => {
      const order = await lockOrder(tx, orderId)
      const settlement = await findSettlement(tx, orderId)
      if (!order || !settlement || settlement.state === 'done') return settlement?.state ?? 'nothing'
      const done = await listSettlementSteps(tx, orderId)
      if (done.some((row) => row.step === step)) return 'next'
      const work = jobWork(tx, now(), JOB)
      const amount = await STEPS[step](tx, order, settlement, work)
      await moveSettlement(tx, orderId, amount === 'waits_for_money' ? 'waiting' : 'running', work.now)
      if (amount === 'waits_for_money') return 'waiting'
      await insertSettlementStep(tx, { orderId, step, amountFen: amount, at: work.now })
      await onPoint?.(`in:${step}`)
      return 'stepped'
    })
    if (outcome === 'nothing') return undefined
    if (outcome === 'done' || outcome === 'waiting' || outcome === 'running') return outcome
    if (outcome === 'stepped') await onPoint?.(`after:${step}`)
  }
  return 'done'
}
