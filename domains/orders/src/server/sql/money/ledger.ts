import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { type AccountKey, type AccountKind, balanceFen, DEBIT_KINDS, type TransferKind } from '../../../core/money/accounts.ts'
import type { OrdersTables } from '../../needs.ts'

/** An amount that goes from the account that is debited to the one that is credited. */
export type Transfer = {
  /** What it is for; each cause is posted once. */
  readonly cause: string
  readonly kind: TransferKind
  readonly debit: AccountKey
  readonly credit: AccountKey
  readonly amountFen: bigint
}

/** When, by whom, and for which order or bill of a booking. */
type Posting = { readonly at: Date; readonly personId?: string | null; readonly orderId?: string | null; readonly billId?: string }

type AccountRow = {
  readonly id: string
  readonly name: string
  readonly kind: AccountKind
  readonly debit_fen: bigint
  readonly credit_fen: bigint
}

/** How an account is named in its table. */
const nameOf = ({ kind, organisationId, scopeId }: AccountKey): string =>
  [kind, organisationId, scopeId].filter((part) => part !== null).join('/')

/**
 * Posts transfers and answers the causes that were new; a cause that is there already is left as it is. The accounts are locked in the order of their ids.
 * Refuses with `orders.balance_too_small` when an account would fall below zero; an amount of zero is not posted.
 */
export async function post(tx: Db<OrdersTables>, posting: Posting, transfers: readonly Transfer[]): Promise<string[]> {
  const wanted = transfers.filter(({ amountFen }) => amountFen !== 0n)
  if (wanted.length === 0) return []
  const accounts = await lockAccounts(
    tx,
    wanted.flatMap(({ debit, credit }) => [debit, credit]),
    posting.at,
  )
  const idOf = (key: AccountKey) => accounts.get(nameOf(key))?.id
  // Of one moment statements list them by id: in the order in which they follow from one another.
  const ids = wanted.map(() => newId(posting.at.getTime())).sort()
  try {
    const { rows } = await sql<{ cause: string }>`
      with posted as (
        insert into orders.ledger_transfer (id, cause, kind, debit_account_id, credit_account_id, amount_fen, order_id, bill_id, person_id, at)
        select id, cause, kind, debit, credit, amount, ${posting.orderId ?? null}::uuid, ${posting.billId ?? null}::uuid, ${posting.personId ?? null}::uuid, ${posting.at}
        from unnest(${ids}::uuid[], ${wanted.map(({ cause }) => cause)}::text[],
          ${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ debit }) => idOf(debit))}::uuid[],
          ${wanted.map(({ credit }) => idOf(credit))}::uuid[], ${wanted.map(({ amountFen }) => amountFen.toString())}::bigint[])
          as t (id, cause, kind, debit, credit, amount)
        on conflict (cause) do nothing
        returning cause, debit_account_id, credit_account_id, amount_fen
      ), moved as (
        select account_id, sum(debit) as debit, sum(credit) as credit from (
          select debit_account_id as account_id, amount_fen as debit, 0 as credit from posted
          union all select credit_account_id, 0, amount_fen from posted) as side group by account_id
      ), kept as (
        update orders.ledger_account a set debit_fen = a.debit_fen + moved.debit, credit_fen = a.credit_fen + moved.credit
        from moved where a.id = moved.account_id
      )
      select cause from posted`.execute(tx)
    return rows.map(({ cause }) => cause)
  } catch (error) {
    if (violatedConstraint(error) === 'ledger_account_not_below_zero')
      throw new Refusal({ code: 'orders.balance_too_small', kind: 'refused' })
    throw error
  }
}

/** Takes accounts for this transaction, opening those that are new; always in the order of their ids, so that two postings never wait for each other. */
async function lockAccounts(tx: Db<OrdersTables>, keys: readonly AccountKey[], at: Date): Promise<Map<string, AccountRow>> {
  const distinct = [...new Map(keys.map((key) => [nameOf(key), key])).values()]
  let found = await selectAccounts(tx, distinct, true)
  const missing = distinct.filter((key) => !found.has(nameOf(key)))
  if (missing.length > 0) {
    await openAccounts(tx, missing, at)
    found = await selectAccounts(tx, distinct, true)
  }
  return found
}

async function selectAccounts(db: Db<OrdersTables>, keys: readonly AccountKey[], isLocked: boolean): Promise<Map<string, AccountRow>> {
  const { rows } = await sql<AccountRow>`
    select id, name, kind, debit_fen, credit_fen from orders.ledger_account where name = any(${keys.map(nameOf)}::text[])
    order by id ${isLocked ? sql`for no key update` : sql``}`.execute(db)
  return new Map(rows.map((row) => [row.name, row]))
}

async function openAccounts(tx: Db<OrdersTables>, keys: readonly AccountKey[], at: Date): Promise<void> {
  const sideOf = (kind: AccountKind) => ((DEBIT_KINDS as readonly AccountKind[]).includes(kind) ? 'debit' : 'credit')
  for (const key of keys)
    await sql`
      insert into orders.ledger_account (id, name, kind, normal_side, organisation_id, scope_id, opened_at)
      values (${newId(at.getTime())}, ${nameOf(key)}, ${key.kind}, ${sideOf(key.kind)}, ${key.organisationId}, ${key.scopeId}, ${at})
      on conflict on constraint ledger_account_name do nothing`.execute(tx)
}

/** What an account holds now, in fen; nothing when it was never opened. */
export async function balanceOf(db: Db<OrdersTables>, key: AccountKey): Promise<bigint> {
  return balanceIn(await selectAccounts(db, [key], false), key)
}

/** What some accounts hold, in the order in which they are named; `isLocked`: they stay so for this transaction. */
export async function balancesOf(
  db: Db<OrdersTables>,
  keys: readonly AccountKey[],
  options: { isLocked?: boolean } = {},
): Promise<bigint[]> {
  const found = await selectAccounts(db, keys, options.isLocked ?? false)
  return keys.map((key) => balanceIn(found, key))
}

function balanceIn(found: ReadonlyMap<string, AccountRow>, key: AccountKey): bigint {
  const row = found.get(nameOf(key))
  return row ? balanceFen(row.kind, { debitFen: row.debit_fen, creditFen: row.credit_fen }) : 0n
}
