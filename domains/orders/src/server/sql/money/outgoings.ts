import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OutgoingKind, OutgoingState } from '../../../core/money/outgoings.ts'
import type { OrdersTables } from '../../needs.ts'

export type OutgoingRow = {
  readonly id: string
  readonly number: string
  readonly kind: OutgoingKind
  readonly organisation_id: string
  readonly organisation_name: string
  readonly amount_fen: bigint
  readonly account_name: string
  readonly account_number: string
  readonly bank_name: string
  readonly reason: string
  readonly state: OutgoingState
  readonly asked_by_name: string
  readonly asked_at: Date
  readonly ended_at: Date | null
  readonly refusal: string | null
}

const outgoingRows = sql`
  select w.id, w.number, w.kind, w.organisation_id, o.name as organisation_name, w.amount_fen, w.account_name, w.account_number, w.bank_name, w.reason,
    w.state, m.name as asked_by_name, w.asked_at, w.ended_at, w.refusal
  from orders.outgoing w
  join people_pub.organisation o on o.id = w.organisation_id
  join people_pub.person m on m.id = w.asked_by`

export async function findOutgoing(db: Db<OrdersTables>, id: string): Promise<OutgoingRow | undefined> {
  const { rows } = await sql<OutgoingRow>`${outgoingRows} where w.id = ${id}`.execute(db)
  return rows[0]
}

export async function insertOutgoing(
  tx: Db<OrdersTables>,
  outgoing: {
    id: string
    number: string
    kind: OutgoingKind
    organisationId: string
    amountFen: bigint
    accountName: string
    accountNumber: string
    bankName: string
    reason: string
    by: string
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.outgoing (id, number, kind, organisation_id, amount_fen, account_name, account_number, bank_name, reason, asked_by, asked_at)
    values (${outgoing.id}, ${outgoing.number}, ${outgoing.kind}, ${outgoing.organisationId}, ${outgoing.amountFen}, ${outgoing.accountName},
      ${outgoing.accountNumber}, ${outgoing.bankName}, ${outgoing.reason}, ${outgoing.by}, ${outgoing.at})`.execute(tx)
}

/** False when somebody has decided it before. */
export async function endOutgoing(
  tx: Db<OrdersTables>,
  end: { id: string; state: 'sent' | 'refused'; refusal: string | null; by: string | null; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.outgoing set state = ${end.state}, refusal = ${end.refusal}, decided_by = ${end.by}, ended_at = ${end.at}
    where id = ${end.id} and state = 'asked'`.execute(tx)
  return numAffectedRows === 1n
}

type Filter = {
  readonly organisationId: string | undefined
  readonly kind: OutgoingKind | undefined
  readonly state: OutgoingState | undefined
  readonly after: { at: Date; id: string } | undefined
  readonly limit: number
}

export async function listOutgoings(db: Db<OrdersTables>, { organisationId, kind, state, after, limit }: Filter): Promise<OutgoingRow[]> {
  const own = organisationId === undefined ? sql`true` : sql`w.organisation_id = ${organisationId}`
  const ofKind = kind === undefined ? sql`` : sql`and w.kind = ${kind}`
  const inState = state === undefined ? sql`` : sql`and w.state = ${state}`
  const older = after ? sql`and (w.asked_at, w.id) < (${after.at}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<OutgoingRow>`
    ${outgoingRows} where ${own} ${ofKind} ${inState} ${older} order by w.asked_at desc, w.id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** What may stand in a statement: asked for and not sent, or entered as sent and not seen in a statement yet. */
export async function listOutgoingsToMatch(db: Db<OrdersTables>): Promise<OutgoingRow[]> {
  const { rows } = await sql<OutgoingRow>`
    ${outgoingRows} where w.state = 'asked' or (w.state = 'sent' and not exists (select from orders.bank_line l where l.outgoing_id = w.id))
    order by w.asked_at, w.id`.execute(db)
  return rows
}

export async function countAskedOutgoings(db: Db<OrdersTables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from orders.outgoing where state = 'asked'`.execute(db)
  return rows[0]?.count ?? 0
}
