import { type Fen, parseFen } from '@jiju/kernel/money'
import { pageOf } from '@jiju/wire/page'
import { z } from 'zod'
import { ACCOUNT_KINDS, TRANSFER_KINDS } from '../core/money/accounts.ts'
import { BILL_KINDS } from '../core/money/booking-bill.ts'
import { SETTLEMENT_STATES, SETTLEMENT_STEPS } from '../core/money/settlement.ts'
import { STATEMENT_KINDS } from '../core/money/statement.ts'
import { yuan } from './orders.ts'

const MAX_FEN: Fen = 10_000_000_000n

/** An amount to pay: yuan with at most two decimals, above zero, at most a hundred million. */
export const payableYuan = z
  .string()
  .trim()
  .regex(/^\d{1,9}(\.\d{1,2})?$/)
  .refine((text) => {
    const fen = parseFen(text) ?? 0n
    return fen > 0n && fen <= MAX_FEN
  })
  .describe('Yuan, such as "2712.00"; above zero')

export const line = (max: number) => z.string().trim().max(max)
export const words = z.string().trim().min(1).max(500)
export const instant = z.iso.datetime()

/** Why a line of an order's money is there. */
const MONEY_LINES = ['total', 'amendment', 'metered', 'credit', 'voucher', 'voucher_back', 'held', 'collected', 'cancel_fee'] as const

export const LedgerEntry = z
  .object({
    id: z.uuid(),
    kind: z.enum(TRANSFER_KINDS),
    debit: z.object({ account: z.enum(ACCOUNT_KINDS), ownerName: z.string().nullable() }),
    credit: z.object({ account: z.enum(ACCOUNT_KINDS), ownerName: z.string().nullable() }),
    amount: yuan,
    at: instant,
  })
  .meta({ id: 'LedgerEntry' })
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** The money of one order, for both parties and the operator. */
export const OrderMoney = z
  .object({
    orderId: z.uuid(),
    lines: z.array(
      z.object({
        kind: z.enum(MONEY_LINES),
        amount: yuan.describe('Negative when it makes less to pay'),
        at: instant.nullable(),
        number: z.string().nullable().describe('Of the amendment or the credit note'),
        note: z.string().nullable(),
      }),
    ),
    outstanding: yuan.describe('What the client still has to bring'),
    balance: yuan.nullable().describe('What the client has paid ahead and can use; for the client only'),
    held: yuan.describe('Set aside for this order'),
    deposit: yuan.describe('What is to be set aside before the work'),
    isDepositRequired: z.boolean(),
    areResultsHeld: z.boolean().describe('Results are handed over when what is outstanding is paid'),
    creditable: yuan.nullable().describe('What can still be credited; for the provider only'),
    settlement: z
      .object({
        kind: z.enum(['order', 'cancellation']),
        state: z.enum(SETTLEMENT_STATES),
        charge: yuan,
        steps: z.array(z.object({ step: z.enum(SETTLEMENT_STEPS), amount: yuan, at: instant })),
        openedAt: instant,
        doneAt: instant.nullable(),
      })
      .nullable(),
    entries: z.array(LedgerEntry).describe('Every transfer: one amount debited to one account and credited to another'),
  })
  .meta({ id: 'OrderMoney' })
export type OrderMoney = z.infer<typeof OrderMoney>

export const RecordMetered = z
  .object({
    itemId: z.uuid(),
    measured: z
      .string()
      .regex(/^\d{1,6}(\.\d{1,2})?$/)
      .describe('In the unit of the item, such as "9.25"'),
    note: line(500).default(''),
  })
  .meta({ id: 'RecordMetered' })
export type RecordMetered = z.infer<typeof RecordMetered>

export const CreditOrder = z.object({ amount: payableYuan, reason: words }).meta({ id: 'CreditOrder' })
export type CreditOrder = z.infer<typeof CreditOrder>

/** A provider has two sides: what it earns, and what it pays for the instruments of others. */
const MoneySide = z.enum(['client', 'provider'])
export type MoneySide = z.infer<typeof MoneySide>
export const SideQuery = z.object({ side: MoneySide.exactOptional().describe('Of a provider: as which it reads, `provider` unless told') })

/** What the accounts of the reader's organisation hold. */
export const Ledger = z
  .object({
    side: MoneySide,
    prepaid: yuan.describe('Paid ahead and free to use'),
    held: yuan.describe('Set aside for orders'),
    due: yuan.describe('Owed for orders that were charged'),
    payable: yuan.describe('Earned and not yet paid out'),
    feesPaid: yuan.describe('Fees of the platform so far'),
    transferCode: z.string().describe('Written on a transfer by bank, it says whose it is'),
    canPayInSandbox: z.boolean(),
  })
  .meta({ id: 'Ledger' })
export type Ledger = z.infer<typeof Ledger>

export const MonthQuery = SideQuery.extend({
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .describe('Such as 2026-11'),
})

/** A month of an organisation's accounts: what they held, what was posted, what they hold then. */
export const MoneyStatement = z
  .object({
    month: z.string(),
    organisationName: z.string(),
    accounts: z.array(
      z.object({
        account: z.enum(STATEMENT_KINDS),
        opening: yuan,
        entries: z.array(
          z.object({
            id: z.uuid(),
            kind: z.enum(TRANSFER_KINDS),
            amount: yuan.describe('Negative when the account grows smaller'),
            balance: yuan.describe('After this entry'),
            orderId: z.uuid().nullable(),
            reservationId: z.uuid().nullable(),
            number: z.string().nullable().describe('Of the order, the booking or the training'),
            title: z.string().nullable(),
            at: instant,
          }),
        ),
        closing: yuan,
      }),
    ),
  })
  .meta({ id: 'MoneyStatement' })
export type MoneyStatement = z.infer<typeof MoneyStatement>

export const OrderIncome = z
  .object({
    id: z.uuid().describe('Of the order, the reservation or the place in a training'),
    number: z.string(),
    title: z.string(),
    clientName: z.string(),
    kind: z.enum(['order', 'cancellation', ...BILL_KINDS]),
    state: z.enum(SETTLEMENT_STATES),
    charge: yuan,
    fee: yuan,
    share: yuan,
    credited: yuan.describe('Given back after the charge'),
    chargedAt: instant,
    settledAt: instant.nullable(),
  })
  .meta({ id: 'OrderIncome' })
export type OrderIncome = z.infer<typeof OrderIncome>
export const OrderIncomeList = pageOf(OrderIncome).meta({ id: 'OrderIncomeList' })

/** The platform's share of what providers earn; a rule without provider holds for all that have none of their own. */
export const FeeRule = z
  .object({
    id: z.uuid(),
    providerId: z.uuid().nullable(),
    providerName: z.string().nullable(),
    validFrom: z.iso.date(),
    ratePercent: z.string().describe('Percent with two decimals'),
    note: z.string(),
    createdByName: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'FeeRule' })
export type FeeRule = z.infer<typeof FeeRule>
export const FeeRuleList = z.object({ items: z.array(FeeRule) }).meta({ id: 'FeeRuleList' })

export const AddFeeRule = z
  .object({
    providerId: z.uuid().nullable(),
    validFrom: z.iso.date().describe('After today: what was agreed does not change'),
    ratePercent: z
      .string()
      .regex(/^([0-2]?\d(\.\d{1,2})?|30(\.0{1,2})?)$/)
      .describe('0 to 30 percent'),
    note: line(500).default(''),
  })
  .meta({ id: 'AddFeeRule' })
export type AddFeeRule = z.infer<typeof AddFeeRule>

/** What of an order's price a provider wants set aside before the work, from a day on. */
export const DepositRule = z
  .object({
    validFrom: z.iso.date(),
    depositPercent: z.int(),
    isRequired: z.boolean().describe('The work begins only when the deposit is there'),
    createdByName: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'DepositRule' })
export type DepositRule = z.infer<typeof DepositRule>
export const DepositRuleList = z.object({ items: z.array(DepositRule) }).meta({ id: 'DepositRuleList' })

export const AddDepositRule = z
  .object({
    validFrom: z.iso.date().describe('Today or later'),
    depositPercent: z.int().min(0).max(100),
    isRequired: z.boolean(),
  })
  .meta({ id: 'AddDepositRule' })
export type AddDepositRule = z.infer<typeof AddDepositRule>
