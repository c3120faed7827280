import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { ACCOUNT_KINDS } from '../core/money/accounts.ts'
import { MATCHED_BY } from '../core/money/match-line.ts'
import { instant, words } from './money.ts'
import { yuan } from './orders.ts'

export const BankLineParams = z.object({ id: z.uuid() })

/** What an import of a statement did. */
export const BankImport = z
  .object({
    lines: z.int(),
    isNew: z.int().describe('Lines that were in no statement before'),
    matched: z.int().describe('Lines that were assigned at once'),
    problems: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), reason: z.enum(['day', 'amount', 'side']) })),
  })
  .meta({ id: 'BankImport' })
export type BankImport = z.infer<typeof BankImport>

export const BankLine = z
  .object({
    id: z.uuid(),
    bookedOn: z.iso.date(),
    amount: yuan.describe('What went out is negative'),
    counterpartyName: z.string(),
    counterpartyAccount: z.string(),
    reference: z.string(),
    serial: z.string(),
    state: z.enum(['open', 'assigned', 'set_aside']),
    matchedBy: z.enum(MATCHED_BY).nullable(),
    target: z.enum(['prepaid', 'gateway', 'voucher', 'outgoing']).nullable(),
    organisationName: z.string().nullable(),
    paymentNumber: z.string().nullable(),
    outgoingNumber: z.string().nullable(),
    note: z.string().nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'BankLine' })
export type BankLine = z.infer<typeof BankLine>
export const BankLineList = pageOf(BankLine).meta({ id: 'BankLineList' })
export const ListBankLines = z.object({ state: z.enum(['open', 'assigned', 'set_aside']).exactOptional(), ...pageQuery })

/** What somebody decides that a line is. */
export const AssignBankLine = z
  .discriminatedUnion('target', [
    z.object({ target: z.literal('prepaid'), organisationId: z.uuid() }),
    z.object({ target: z.literal('gateway') }),
    z.object({ target: z.literal('voucher'), programmeId: z.uuid() }),
    z.object({ target: z.literal('outgoing'), outgoingId: z.uuid() }),
  ])
  .meta({ id: 'AssignBankLine' })
export type AssignBankLine = z.infer<typeof AssignBankLine>

export const SetBankLineAside = z.object({ note: words }).meta({ id: 'SetBankLineAside' })

/** What every kind of account of the whole ledger holds together. */
export const LedgerTotals = z
  .object({
    accounts: z.array(z.object({ account: z.enum(ACCOUNT_KINDS), side: z.enum(['debit', 'credit']), balance: yuan })),
    debit: yuan.describe('Sum of the accounts on the debit side'),
    credit: yuan.describe('Sum of the accounts on the credit side: the same'),
    openLines: z.int().describe('Lines of statements that somebody has to decide'),
    askedOutgoings: z.int(),
  })
  .meta({ id: 'LedgerTotals' })
export type LedgerTotals = z.infer<typeof LedgerTotals>
