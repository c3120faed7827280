import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BankLine } from '../../../core/money/bank-lines.ts'
import type { MatchedBy } from '../../../core/money/match-line.ts'
import { PAYER_KINDS } from '../../../core/money/payments.ts'
import type { OrdersTables } from '../../needs.ts'

export type BankTarget = 'prepaid' | 'gateway' | 'voucher' | 'outgoing'

export type BankLineRow = {
  readonly id: string
  readonly booked_on: string
  readonly amount_fen: bigint
  readonly counterparty_name: string
  readonly counterparty_account: string
  readonly reference: string
  readonly serial: string
  readonly state: 'open' | 'assigned' | 'set_aside'
  readonly matched_by: MatchedBy | null
  readonly target: BankTarget | null
  readonly organisation_id: string | null
  readonly organisation_name: string | null
  readonly payment_number: string | null
  readonly outgoing_number: string | null
  readonly programme_id: string | null
  readonly note: string | null
  readonly decided_by_name: string | null
  readonly decided_at: Date | null
}

const lineRows = sql`
  select l.id, l.booked_on, l.amount_fen, l.counterparty_name, l.counterparty_account, l.reference, l.serial, l.state, l.matched_by, l.target,
    l.organisation_id, o.name as organisation_name, p.number as payment_number, w.number as outgoing_number, l.programme_id, l.note,
    m.name as decided_by_name, l.decided_at
  from orders.bank_line l
  left join people_pub.organisation o on o.id = l.organisation_id
  left join people_pub.person m on m.id = l.decided_by
  left join orders.payment p on p.id = l.payment_id
  left join orders.outgoing w on w.id = l.outgoing_id`

/** False when the file was imported before. */
export async function insertStatement(
  tx: Db<OrdersTables>,
  statement: { id: string; sha256: string; name: string; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.bank_statement (id, sha256, name, line_count, new_count, imported_by, imported_at)
    values (${statement.id}, ${statement.sha256}, ${statement.name}, 0, 0, ${statement.by}, ${statement.at})
    on conflict on constraint bank_statement_file do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export async function countStatement(tx: Db<OrdersTables>, id: string, counts: { lines: number; isNew: number }): Promise<void> {
  await sql`update orders.bank_statement set line_count = ${counts.lines}, new_count = ${counts.isNew} where id = ${id}`.execute(tx)
}

/** False when the line is there already, from this statement or another. */
export async function insertBankLine(
  tx: Db<OrdersTables>,
  line: BankLine & { id: string; statementId: string; fingerprint: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.bank_line (id, statement_id, fingerprint, booked_on, amount_fen, counterparty_name, counterparty_account, reference, serial)
    values (${line.id}, ${line.statementId}, ${line.fingerprint}, ${line.bookedOn}, ${line.amountFen}, ${line.counterpartyName},
      ${line.counterpartyAccount}, ${line.reference}, ${line.serial})
    on conflict on constraint bank_line_once do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export async function lockBankLine(tx: Db<OrdersTables>, id: string): Promise<BankLineRow | undefined> {
  await sql`select from orders.bank_line where id = ${id} for no key update`.execute(tx)
  return findBankLine(tx, id)
}

export async function findBankLine(db: Db<OrdersTables>, id: string): Promise<BankLineRow | undefined> {
  const { rows } = await sql<BankLineRow>`${lineRows} where l.id = ${id}`.execute(db)
  return rows[0]
}

type LineDecision = {
  readonly id: string
  readonly state: 'assigned' | 'set_aside'
  readonly matchedBy: MatchedBy
  readonly target: BankTarget | null
  readonly organisationId: string | null
  readonly paymentId: string | null
  readonly outgoingId: string | null
  readonly programmeId: string | null
  readonly note: string | null
  readonly by: string | null
  readonly at: Date
}

/** False when the line was decided before. */
export async function decideBankLine(tx: Db<OrdersTables>, line: LineDecision): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.bank_line set state = ${line.state}, matched_by = ${line.matchedBy}, target = ${line.target}, organisation_id = ${line.organisationId},
      payment_id = ${line.paymentId}, outgoing_id = ${line.outgoingId}, programme_id = ${line.programmeId}, note = ${line.note},
      decided_by = ${line.by}, decided_at = ${line.at}
    where id = ${line.id} and state = 'open'`.execute(tx)
  return numAffectedRows === 1n
}

type Filter = {
  readonly state: BankLineRow['state'] | undefined
  readonly after: { bookedOn: string; id: string } | undefined
  readonly limit: number
}

export async function listBankLines(db: Db<OrdersTables>, { state, after, limit }: Filter): Promise<BankLineRow[]> {
  const only = state === undefined ? sql`true` : sql`l.state = ${state}`
  const older = after ? sql`and (l.booked_on, l.id) < (${after.bookedOn}::date, ${after.id}::uuid)` : sql``
  const { rows } = await sql<BankLineRow>`
    ${lineRows} where ${only} ${older} order by l.booked_on desc, l.id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** Every organisation that may pay in by its id, for the codes on transfers. */
export async function listPayerIds(db: Db<OrdersTables>): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from people_pub.organisation where kind = any(${[...PAYER_KINDS]}::text[]) order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Orders of some numbers, and whose they are. */
export async function listOrderPayers(
  db: Db<OrdersTables>,
  numbers: readonly string[],
): Promise<{ number: string; organisation_id: string }[]> {
  const { rows } = await sql<{ number: string; organisation_id: string }>`
    select number, organisation_id from orders.service_order where number = any(${numbers}::text[]) order by number`.execute(db)
  return rows
}

export async function programmeExists(db: Db<OrdersTables>, id: string): Promise<boolean> {
  const { rows } = await sql`select from orders.voucher_programme where id = ${id}`.execute(db)
  return rows.length > 0
}

/** How many lines somebody has to decide. */
export async function countOpenLines(db: Db<OrdersTables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from orders.bank_line where state = 'open'`.execute(db)
  return rows[0]?.count ?? 0
}
