import { formatFen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import type { OrdersTables } from '../needs.ts'
import * as check from '../sql/money/verify.ts'

type LedgerFinding = {
  readonly kind: keyof typeof MEANING
  /** The account, order, payment or line that it is about. */
  readonly subject: string
  readonly detail: string
}

/** What each finding means, for whoever has to look into it. */
export const MEANING = {
  not_balanced: 'debits and credits of all accounts differ',
  wrong_total: 'the account does not hold what was posted to it',
  below_zero: 'the account is below zero',
  order_not_closed: 'the order has ended and something of it is still owed, set aside or not shared out',
  settlement_incomplete: 'the settlement is done and one of its steps is not',
  share_differs: 'charge, fee and share of the settlement do not sum up',
  bill_differs: 'what the bill of the booking says was charged, credited or is owed was not posted so',
  payment_not_booked: 'the payment is paid and was not posted with its amount',
  line_not_booked: 'the line of a statement was not posted as it was decided',
  outgoing_not_booked: 'the refund or payout was not posted as it stands',
} as const

type LedgerCheck = { readonly accounts: number; readonly transfers: number; readonly findings: readonly LedgerFinding[] }

/** Reckons the whole ledger again from its transfers and compares it with every account, order, payment and line. */
export async function verifyLedger(db: Db<OrdersTables>): Promise<LedgerCheck> {
  const { accounts, transfers, debit_fen, credit_fen } = await check.countLedger(db)
  const findings: LedgerFinding[] = []
  if (debit_fen !== credit_fen)
    findings.push({ kind: 'not_balanced', subject: 'ledger', detail: `debits ${formatFen(debit_fen)}, credits ${formatFen(credit_fen)}` })
  for (const row of await check.listWrongTotals(db))
    findings.push({
      kind: 'wrong_total',
      subject: row.name,
      detail: `kept ${formatFen(row.debit_fen)} / ${formatFen(row.credit_fen)}, posted ${formatFen(row.posted_debit)} / ${formatFen(row.posted_credit)}`,
    })
  for (const row of await check.listBelowZero(db))
    findings.push({ kind: 'below_zero', subject: row.subject, detail: formatFen(row.amount_fen) })
  for (const row of await check.listOpenRests(db))
    findings.push({ kind: 'order_not_closed', subject: row.subject, detail: formatFen(row.amount_fen) })
  for (const row of await check.listIncomplete(db))
    findings.push({ kind: 'settlement_incomplete', subject: row.subject, detail: `${row.steps} steps` })
  for (const row of await check.listUnevenShares(db))
    findings.push({ kind: 'share_differs', subject: row.subject, detail: `off by ${formatFen(row.amount_fen)}` })
  for (const row of await check.listUnevenBills(db))
    findings.push({ kind: 'bill_differs', subject: row.subject, detail: `owed off by ${formatFen(row.amount_fen)}` })
  for (const row of await check.listUnbookedPayments(db))
    findings.push({ kind: 'payment_not_booked', subject: row.subject, detail: formatFen(row.amount_fen) })
  for (const row of await check.listUnbookedLines(db))
    findings.push({ kind: 'line_not_booked', subject: row.subject, detail: formatFen(row.amount_fen) })
  for (const row of await check.listUnbookedOutgoings(db))
    findings.push({ kind: 'outgoing_not_booked', subject: row.subject, detail: formatFen(row.amount_fen) })
  return { accounts, transfers, findings }
}
