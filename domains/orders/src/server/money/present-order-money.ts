import { formatFen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import type { LedgerEntry, OrderMoney } from '../../contract/money.ts'
import { ACCOUNTS, type AccountKind } from '../../core/money/accounts.ts'
import { outstandingFen } from '../../core/money/charge.ts'
import type { Side } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { balanceOf } from '../sql/money/ledger.ts'
import {
  type AmendmentRow,
  type CreditNoteRow,
  type EntryRow,
  listCreditNotes,
  listMetered,
  listOrderTransfers,
  listSignedAmendments,
  type MeteredRow,
} from '../sql/money/order-bills.ts'
import { findOrderMoney, findTerms, type OrderMoneyFacts } from '../sql/money/order-money.ts'
import { listSettlementSteps } from '../sql/money/settlements.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { creditableFen } from './credit-order.ts'

type Line = OrderMoney['lines'][number]

/** The money of an order as `side` reads it: what makes the price, what is paid of it, and every entry of the ledger. */
export async function presentOrderMoney(db: Db<OrdersTables>, order: OrderRow, side: Side): Promise<OrderMoney> {
  const money = await findOrderMoney(db, order)
  const terms = await findTerms(db, order.id)
  const transfers = await listOrderTransfers(db, order.id)
  const outstanding = outstandingFen(money)
  const isLive = order.ended_at === null || money.settlement !== undefined
  const lines =
    money.settlement?.kind === 'cancellation'
      ? [lineOf('cancel_fee', money.settlement.charge_fen, { at: money.settlement.opened_at })]
      : priceLines(order, {
          amendments: await listSignedAmendments(db, order.id),
          metered: await listMetered(db, order.id),
        })
  const credits = (await listCreditNotes(db, order.id)).map(creditLine)
  return {
    orderId: order.id,
    lines: [...lines, ...credits, ...paidLines(order, money, transfers)],
    outstanding: formatFen(isLive ? outstanding : 0n),
    balance: side === 'client' ? formatFen(await balanceOf(db, ACCOUNTS.prepaid(order.organisation_id))) : null,
    held: formatFen(money.heldFen),
    deposit: formatFen(terms?.deposit_fen ?? 0n),
    isDepositRequired: terms?.is_deposit_required ?? false,
    areResultsHeld: order.holds_results && isLive && order.settled_at === null && outstanding > 0n,
    creditable: side === 'provider' ? formatFen(creditableFen(order, money)) : null,
    settlement: money.settlement
      ? {
          kind: money.settlement.kind,
          state: money.settlement.state,
          charge: formatFen(money.settlement.charge_fen),
          steps: (await listSettlementSteps(db, order.id)).map((row) => ({
            step: row.step,
            amount: formatFen(row.amount_fen),
            at: row.at.toISOString(),
          })),
          openedAt: money.settlement.opened_at.toISOString(),
          doneAt: money.settlement.done_at?.toISOString() ?? null,
        }
      : null,
    entries: transfers.map(presentEntry),
  }
}

function lineOf(kind: Line['kind'], amountFen: bigint, more: { at?: Date | null; number?: string; note?: string | null } = {}): Line {
  return {
    kind,
    amount: formatFen(amountFen),
    at: more.at?.toISOString() ?? null,
    number: more.number ?? null,
    note: more.note ?? null,
  }
}

/** What was frozen first, then what both sides have signed or measured. */
function priceLines(
  order: OrderRow,
  { amendments, metered }: { amendments: readonly AmendmentRow[]; metered: readonly MeteredRow[] },
): Line[] {
  const amended = amendments.reduce((sum, { delta_fen }) => sum + delta_fen, 0n)
  return [
    lineOf('total', order.total_fen - amended, { at: order.accepted_at ?? order.placed_at }),
    ...amendments
      .filter(({ delta_fen }) => delta_fen !== 0n)
      .map((row) => lineOf('amendment', row.delta_fen, { at: row.signed_at, number: String(row.number) })),
    ...metered.map((row) =>
      lineOf('metered', row.amount_fen, {
        at: row.recorded_at,
        note: `${row.item_name} ${formatFen(row.measured_hundredths)} ${row.unit}`,
      }),
    ),
  ]
}

const creditLine = (row: CreditNoteRow): Line =>
  lineOf('credit', -row.amount_fen, { at: row.issued_at, number: row.number, note: row.reason })

/** What a voucher pays, what is set aside, and what was collected of the balance. */
function paidLines(order: OrderRow, money: OrderMoneyFacts, transfers: readonly EntryRow[]): Line[] {
  const lines: Line[] = []
  const redeemed = transfers.find(({ kind }) => kind === 'voucher')
  if (redeemed) lines.push(lineOf('voucher', -redeemed.amount_fen, { at: redeemed.at }))
  const takenBack = transfers.find(({ kind }) => kind === 'voucher_back')
  if (takenBack) lines.push(lineOf('voucher_back', takenBack.amount_fen, { at: takenBack.at }))
  if (!redeemed && money.voucherFen !== null && money.voucherFen > 0n && order.ended_at === null)
    lines.push(lineOf('voucher', -money.voucherFen, { at: order.placed_at }))
  const lastHold = transfers.findLast(({ kind }) => kind === 'hold')
  if (money.heldFen > 0n) lines.push(lineOf('held', -money.heldFen, { at: lastHold?.at ?? null }))
  for (const row of transfers)
    if (row.kind === 'collect_held' || row.kind === 'collect_balance') lines.push(lineOf('collected', -row.amount_fen, { at: row.at }))
  return lines
}

function presentEntry(row: EntryRow): LedgerEntry {
  return {
    id: row.id,
    kind: row.kind as LedgerEntry['kind'],
    debit: { account: row.debit_kind as AccountKind, ownerName: row.debit_name },
    credit: { account: row.credit_kind as AccountKind, ownerName: row.credit_name },
    amount: formatFen(row.amount_fen),
    at: row.at.toISOString(),
  }
}
