import { addDays } from '@jiju/kernel/local-date'
import { instantAt } from '@jiju/kernel/zoned-time'
import { ORDER_ZONE } from '../order/clock.ts'
import { type AccountKind, DEBIT_KINDS } from './accounts.ts'

/** Kinds of accounts that stand on statements. */
export const STATEMENT_KINDS = ['client_prepaid', 'client_held', 'client_due', 'provider_payable'] as const

/** The accounts of which a party gets a statement; the first is the one that it asks for first. */
export const STATEMENT_ACCOUNTS = {
  client: ['client_prepaid', 'client_held', 'client_due'],
  // A provider that books elsewhere is a client too.
  provider: ['provider_payable', 'client_prepaid', 'client_due'],
} as const satisfies Readonly<Record<'client' | 'provider', readonly (typeof STATEMENT_KINDS)[number][]>>

/** A month such as `2026-11` as instants: from its first day's start to the next month's, in the district's zone. */
export function monthRange(month: string): { readonly from: Date; readonly to: Date } {
  const first = `${month}-01`
  const next = `${addDays(first, 31).slice(0, 7)}-01`
  return { from: instantAt(first, 0, ORDER_ZONE), to: instantAt(next, 0, ORDER_ZONE) }
}

/** What an entry does to the account: positive when it grows on the side on which it stands. */
export function entryFen(kind: AccountKind, entry: { readonly side: 'debit' | 'credit'; readonly amountFen: bigint }): bigint {
  const own = (DEBIT_KINDS as readonly AccountKind[]).includes(kind) ? 'debit' : 'credit'
  return entry.side === own ? entry.amountFen : -entry.amountFen
}
