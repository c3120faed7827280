import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { BillKind } from '../../../core/money/booking-bill.ts'
import type { SETTLEMENT_STATES } from '../../../core/money/settlement.ts'
import type { OrdersTables } from '../../needs.ts'

type ChargeRow = {
  readonly charge_id: string
  readonly kind: BillKind
  readonly number: string
  readonly title: string
  readonly organisation_id: string
  readonly provider_id: string
  readonly total_fen: bigint
  readonly is_accepted: boolean
}

/** The charge that stands for a booking or a place in a training; undefined for the provider's own use, which nobody pays. */
export async function findCharge(db: Db<OrdersTables>, subjectId: string): Promise<ChargeRow | undefined> {
  const { rows } = await sql<ChargeRow>`
    select c.id as charge_id, c.kind, coalesce(c.number, '') as number, coalesce(r.name_zh, r.name_en, c.training_title, '') as title, c.organisation_id,
      c.provider_id, c.total_fen, coalesce(c.answer in ('accepted', 'silence'), false) as is_accepted
    from booking_pub.charge c left join catalog_pub.resource r on r.id = c.resource_id
    where (c.reservation_id = ${subjectId} or c.enrolment_id = ${subjectId}) and c.organisation_id <> c.provider_id`.execute(db)
  return rows[0]
}

export type BillRow = {
  readonly id: string
  readonly kind: BillKind
  readonly number: string
  readonly title: string
  readonly organisation_id: string
  readonly provider_id: string
  readonly charge_id: string
  readonly total_fen: bigint
  readonly charged_fen: bigint
  readonly credited_fen: bigint
  readonly paid_fen: bigint
  readonly fee_fen: bigint
  readonly fee_basis_points: number
  readonly state: (typeof SETTLEMENT_STATES)[number]
}

const billColumns: RawBuilder<BillRow> = sql`
  select id, kind, number, title, organisation_id, provider_id, charge_id, total_fen, charged_fen, credited_fen, paid_fen, fee_fen, fee_basis_points, state
  from orders.booking_bill`

/** A bill, locked: its postings follow one another. */
export async function lockBill(tx: Db<OrdersTables>, id: string): Promise<BillRow | undefined> {
  const { rows } = await sql<BillRow>`${billColumns} where id = ${id} for update`.execute(tx)
  return rows[0]
}

/** Opens a bill of nothing, unless there is one. */
export async function insertBill(
  tx: Db<OrdersTables>,
  bill: { id: string; charge: ChargeRow; feeBasisPoints: number; at: Date },
): Promise<void> {
  const { charge } = bill
  await sql`
    insert into orders.booking_bill (id, kind, number, title, organisation_id, provider_id, charge_id, total_fen, fee_basis_points, opened_at)
    values (${bill.id}, ${charge.kind}, ${charge.number}, ${charge.title}, ${charge.organisation_id}, ${charge.provider_id}, ${charge.charge_id}, 0,
      ${bill.feeBasisPoints}, ${bill.at})
    on conflict do nothing`.execute(tx)
}

/** What the bill shall come to, by which version of its charge. */
export async function setBillTotal(tx: Db<OrdersTables>, id: string, charge: ChargeRow, totalFen: bigint): Promise<void> {
  await sql`
    update orders.booking_bill set charge_id = ${charge.charge_id}, kind = ${charge.kind}, total_fen = ${totalFen}, state = 'running', done_at = null
    where id = ${id}`.execute(tx)
}

/** What was posted, and whether the bill waits for money. */
export async function writeBill(
  tx: Db<OrdersTables>,
  id: string,
  bill: { chargedFen: bigint; creditedFen: bigint; paidFen: bigint; feeFen: bigint; state: 'waiting' | 'done'; now: Date },
): Promise<void> {
  const doneAt = bill.state === 'done' ? bill.now : null
  await sql`
    update orders.booking_bill set charged_fen = ${bill.chargedFen}, credited_fen = ${bill.creditedFen}, paid_fen = ${bill.paidFen}, fee_fen = ${bill.feeFen},
      state = ${bill.state}, done_at = ${doneAt}
    where id = ${id}`.execute(tx)
}

/** Bills that can go on, the oldest first: those that were interrupted, with `isWaitingToo` those that wait for money, of one client or of all. */
export async function listOpenBills(
  db: Db<OrdersTables>,
  { organisationId, isWaitingToo, limit }: { organisationId?: string; isWaitingToo: boolean; limit: number },
): Promise<string[]> {
  const states = isWaitingToo ? ['running', 'waiting'] : ['running']
  const own = organisationId === undefined ? sql`` : sql`and organisation_id = ${organisationId}`
  const { rows } = await sql<{ id: string }>`
    select id from orders.booking_bill where state <> 'done' and state = any(${states}::text[]) ${own} order by opened_at, id limit ${limit}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
