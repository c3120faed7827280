/** Accounts that stand on the debit side: what others owe the platform, and what it has. */
export const DEBIT_KINDS = ['bank', 'gateway', 'voucher_receivable', 'client_due'] as const

/** Accounts that stand on the credit side: what the platform owes others, and what it has earned. */
const CREDIT_KINDS = [
  'clearing',
  'client_prepaid',
  'client_held',
  'order_income',
  'platform_fee',
  'provider_payable',
  'refunds',
  'payouts',
] as const

export const ACCOUNT_KINDS = [...DEBIT_KINDS, ...CREDIT_KINDS] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

/** What a transfer was for. */
export const TRANSFER_KINDS = [
  'payment',
  'bank_receipt',
  'receipt_assigned',
  'gateway_payout',
  'voucher_paid',
  'hold',
  'release',
  'charge',
  'voucher',
  'voucher_back',
  'collect_held',
  'collect_balance',
  'fee',
  'share',
  'credit',
  'fee_back',
  'refund_asked',
  'refund_sent',
  'refund_refused',
  'payout_asked',
  'payout_sent',
  'payout_refused',
] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]

/** One account: the platform's own, an organisation's, or that of one order or voucher programme (`scopeId`). */
export type AccountKey = { readonly kind: AccountKind; readonly organisationId: string | null; readonly scopeId: string | null }

const own = (kind: AccountKind): AccountKey => ({ kind, organisationId: null, scopeId: null })
const ofOrganisation = (kind: AccountKind) => (organisationId: string) => ({ kind, organisationId, scopeId: null })

type OrderParties = { readonly id: string; readonly organisation_id: string; readonly provider_id: string }

/** Every account of the ledger by what it holds. */
export const ACCOUNTS = {
  /** Money on the platform's bank account. */
  bank: own('bank'),
  /** Money that the payment provider has taken and not yet paid out. */
  gateway: own('gateway'),
  /** Receipts by bank of which nobody knows yet what they are. */
  clearing: own('clearing'),
  /** Refunds and payouts that were asked for and not yet sent. */
  refunds: own('refunds'),
  payouts: own('payouts'),
  /** What a voucher programme owes for redeemed vouchers. */
  voucherReceivable: (programmeId: string): AccountKey => ({ kind: 'voucher_receivable', organisationId: null, scopeId: programmeId }),
  /** What a client has paid ahead and can use. */
  prepaid: ofOrganisation('client_prepaid'),
  /** What a client has set aside for one order. */
  held: (order: OrderParties): AccountKey => ({ kind: 'client_held', organisationId: order.organisation_id, scopeId: order.id }),
  /** What a client owes for one order. */
  due: (order: OrderParties): AccountKey => ({ kind: 'client_due', organisationId: order.organisation_id, scopeId: order.id }),
  /** What was charged for an order and not yet shared out. */
  income: (order: OrderParties): AccountKey => ({ kind: 'order_income', organisationId: order.provider_id, scopeId: order.id }),
  /** What a provider has earned and not yet been paid out. */
  payable: ofOrganisation('provider_payable'),
  /** The platform's fees, by the provider whose orders they come of. */
  fee: ofOrganisation('platform_fee'),
} as const

/** What an account holds on the side on which it stands. */
export function balanceFen(kind: AccountKind, totals: { readonly debitFen: bigint; readonly creditFen: bigint }): bigint {
  const isDebit = (DEBIT_KINDS as readonly AccountKind[]).includes(kind)
  return isDebit ? totals.debitFen - totals.creditFen : totals.creditFen - totals.debitFen
}
