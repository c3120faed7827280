import { formatFen } from '@jiju/kernel/money'
import type { BankLine } from '../../contract/bank.ts'
import type { Invoice, InvoiceData } from '../../contract/invoices.ts'
import type { DepositRule, FeeRule, OrderIncome } from '../../contract/money.ts'
import type { Outgoing, Payment, SandboxPayment } from '../../contract/payments.ts'
import { missingInvoiceData } from '../../core/money/invoices.ts'
import type { BankLineRow } from '../sql/money/bank-lines.ts'
import type { InvoiceRow, ProfileRow } from '../sql/money/invoices.ts'
import type { OutgoingRow } from '../sql/money/outgoings.ts'
import type { PaymentRow } from '../sql/money/payments.ts'
import type { DepositRuleRow, FeeRuleRow } from '../sql/money/rules.ts'
import type { SandboxRow } from '../sql/money/sandbox.ts'
import type { IncomeRow } from '../sql/money/statements.ts'
import { invoiceDataOf } from './ask-invoice.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

export const presentPayment = (row: PaymentRow): Payment => ({
  id: row.id,
  number: row.number,
  orderId: row.order_id,
  orderNumber: row.order_number,
  channel: row.channel,
  amount: formatFen(row.amount_fen),
  state: row.state,
  payPath: row.state === 'waiting' ? row.pay_path : null,
  begunByName: row.begun_by_name,
  begunAt: row.begun_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  endedAt: iso(row.ended_at),
})

export const presentSandboxPayment = (row: SandboxRow): SandboxPayment => ({
  reference: row.reference,
  merchantNumber: row.merchant_number,
  amount: formatFen(row.amount_fen),
  state: row.state,
  manner: row.manner,
})

export const presentOutgoing = (row: OutgoingRow): Outgoing => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  organisationName: row.organisation_name,
  amount: formatFen(row.amount_fen),
  accountName: row.account_name,
  accountNumber: row.account_number,
  bankName: row.bank_name,
  reason: row.reason,
  state: row.state,
  askedByName: row.asked_by_name,
  askedAt: row.asked_at.toISOString(),
  endedAt: iso(row.ended_at),
  refusal: row.refusal,
})

export function presentInvoiceData(row: ProfileRow): InvoiceData {
  const data = invoiceDataOf(row)
  return { ...data, version: row.version, missing: missingInvoiceData(data) }
}

export const presentInvoice = (row: InvoiceRow): Invoice => ({
  id: row.id,
  number: row.number,
  organisationName: row.organisation_name,
  providerName: row.provider_name,
  amount: formatFen(row.amount_fen),
  contents: row.contents,
  data: invoiceDataOf(row),
  orderNumbers: row.order_numbers,
  state: row.state,
  askedByName: row.asked_by_name,
  askedAt: row.asked_at.toISOString(),
  invoiceNumber: row.invoice_number,
  invoiceDay: row.invoice_day,
  endedAt: iso(row.ended_at),
  refusal: row.refusal,
})

export const presentBankLine = (row: BankLineRow): BankLine => ({
  id: row.id,
  bookedOn: row.booked_on,
  amount: formatFen(row.amount_fen),
  counterpartyName: row.counterparty_name,
  counterpartyAccount: row.counterparty_account,
  reference: row.reference,
  serial: row.serial,
  state: row.state,
  matchedBy: row.matched_by,
  target: row.target,
  organisationName: row.organisation_name,
  paymentNumber: row.payment_number,
  outgoingNumber: row.outgoing_number,
  note: row.note,
  decidedByName: row.decided_by_name,
  decidedAt: iso(row.decided_at),
})

/** Hundredths of a percent as percent with two decimals. */
const percentOf = (basisPoints: number): string => (basisPoints / 100).toFixed(2)

export const presentFeeRule = (row: FeeRuleRow): FeeRule => ({
  id: row.id,
  providerId: row.provider_id,
  providerName: row.provider_name,
  validFrom: row.valid_from,
  ratePercent: percentOf(row.rate_basis_points),
  note: row.note,
  createdByName: row.created_by_name,
  createdAt: row.created_at.toISOString(),
})

export const presentDepositRule = (row: DepositRuleRow): DepositRule => ({
  validFrom: row.valid_from,
  depositPercent: row.deposit_percent,
  isRequired: row.is_required,
  createdByName: row.created_by_name,
  createdAt: row.created_at.toISOString(),
})

export const presentIncome = (row: IncomeRow): OrderIncome => ({
  id: row.id,
  number: row.number,
  title: row.title,
  clientName: row.client_name,
  kind: row.kind,
  state: row.state,
  charge: formatFen(row.charge_fen),
  fee: formatFen(row.fee_fen),
  share: formatFen(row.share_fen),
  credited: formatFen(row.credited_fen),
  chargedAt: row.opened_at.toISOString(),
  settledAt: iso(row.done_at),
})
