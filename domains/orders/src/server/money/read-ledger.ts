import { formatFen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { LedgerTotals } from '../../contract/bank.ts'
import type { Ledger, MoneySide, MoneyStatement } from '../../contract/money.ts'
import { type AccountKind, DEBIT_KINDS, type TransferKind } from '../../core/money/accounts.ts'
import { transferCodeOf } from '../../core/money/match-line.ts'
import { entryFen, monthRange, STATEMENT_ACCOUNTS } from '../../core/money/statement.ts'
import type { OrdersTables } from '../needs.ts'
import { countOpenLines } from '../sql/money/bank-lines.ts'
import { countAskedOutgoings } from '../sql/money/outgoings.ts'
import { balanceBefore, listBalances, listEntries, listTotals } from '../sql/money/statements.ts'
import { findOrganisation } from '../sql/organisations.ts'

type Party = { readonly organisationId: string; readonly side: MoneySide }

/** As which an organisation reads its money: only a provider has a choice. */
export function sideOf({ organisationKind }: Pick<Actor, 'organisationKind'>, wanted: MoneySide | undefined): MoneySide {
  return organisationKind === 'provider' ? (wanted ?? 'provider') : 'client'
}

/** What an organisation's accounts hold now. */
export async function readLedger(db: Db<OrdersTables>, { organisationId, side }: Party, canPayInSandbox: boolean): Promise<Ledger> {
  const balances = new Map((await listBalances(db, organisationId)).map((row) => [row.kind, row.balance_fen]))
  const of = (kind: AccountKind) => formatFen(balances.get(kind) ?? 0n)
  return {
    side,
    prepaid: of('client_prepaid'),
    held: of('client_held'),
    due: of('client_due'),
    payable: of('provider_payable'),
    feesPaid: of('platform_fee'),
    transferCode: transferCodeOf(organisationId),
    canPayInSandbox,
  }
}

/** One month of an organisation's accounts, each with a balance after every entry; a provider's as a client only when there is something on them. */
export async function readStatement(db: Db<OrdersTables>, { organisationId, side }: Party, month: string): Promise<MoneyStatement> {
  const period = monthRange(month)
  const accounts: MoneyStatement['accounts'] = []
  for (const kind of STATEMENT_ACCOUNTS[side]) {
    const openingFen = await balanceBefore(db, { organisationId, kind }, period.from)
    let balance = openingFen
    const entries = (await listEntries(db, { organisationId, kind }, period)).map((row) => {
      const amountFen = entryFen(kind, { side: row.side, amountFen: row.amount_fen })
      balance += amountFen
      return {
        id: row.id,
        kind: row.kind as TransferKind,
        amount: formatFen(amountFen),
        balance: formatFen(balance),
        orderId: row.order_id,
        reservationId: row.reservation_id,
        number: row.number,
        title: row.title,
        at: row.at.toISOString(),
      }
    })
    const isAlwaysShown = side === 'client' || accounts.length === 0
    if (isAlwaysShown || openingFen !== 0n || entries.length > 0)
      accounts.push({ account: kind, opening: formatFen(openingFen), entries, closing: formatFen(balance) })
  }
  return { month, organisationName: (await findOrganisation(db, organisationId))?.name ?? '', accounts }
}

/** The whole ledger by kind of account: both sides sum to the same. */
export async function readTotals(db: Db<OrdersTables>): Promise<LedgerTotals> {
  const sideOf = (kind: AccountKind) => ((DEBIT_KINDS as readonly AccountKind[]).includes(kind) ? ('debit' as const) : ('credit' as const))
  const rows = await listTotals(db)
  const sum = (side: 'debit' | 'credit') =>
    rows.reduce((total, { kind, balance_fen }) => (sideOf(kind) === side ? total + balance_fen : total), 0n)
  return {
    accounts: rows.map(({ kind, balance_fen }) => ({ account: kind, side: sideOf(kind), balance: formatFen(balance_fen) })),
    debit: formatFen(sum('debit')),
    credit: formatFen(sum('credit')),
    openLines: await countOpenLines(db),
    askedOutgoings: await countAskedOutgoings(db),
  }
}
