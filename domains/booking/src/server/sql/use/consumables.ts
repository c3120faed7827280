import { newId } from '@jiju/kernel/ids'
import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { BookingTables } from '../../needs.ts'

export type ConsumableRow = {
  readonly id: string
  readonly provider_id: string
  readonly resource_id: string | null
  readonly name_zh: string
  readonly name_en: string | null
  readonly unit_name: string
  readonly stock: number | null
  readonly is_offered: boolean
  readonly version: number
  readonly prices: readonly { readonly valid_from: LocalDate; readonly price_fen: string }[]
}

export type ConsumableValues = Pick<ConsumableRow, 'resource_id' | 'name_zh' | 'name_en' | 'unit_name' | 'stock' | 'is_offered'>

const columns: RawBuilder<ConsumableRow> = sql`
  select c.id, c.provider_id, c.resource_id, c.name_zh, c.name_en, c.unit_name, c.stock, c.is_offered, c.version,
    coalesce((
      select jsonb_agg(jsonb_build_object('valid_from', p.valid_from, 'price_fen', p.price_fen::text) order by p.valid_from desc)
      from booking.consumable_price p where p.consumable_id = c.id), '[]') as prices
  from booking.consumable c`

export async function listConsumables(db: Db<BookingTables>, providerId: string): Promise<ConsumableRow[]> {
  const { rows } = await sql<ConsumableRow>`${columns} where c.provider_id = ${providerId} order by c.name_zh, c.id`.execute(db)
  return rows
}

/** What can be taken at a resource: the provider's own of it, and those for all its resources. */
export async function listOffered(db: Db<BookingTables>, providerId: string, resourceId: string): Promise<ConsumableRow[]> {
  const { rows } = await sql<ConsumableRow>`
    ${columns} where c.provider_id = ${providerId} and c.is_offered and (c.resource_id is null or c.resource_id = ${resourceId})
    order by c.name_zh, c.id`.execute(db)
  return rows
}

export async function findConsumable(db: Db<BookingTables>, id: string, providerId: string): Promise<ConsumableRow | undefined> {
  const { rows } = await sql<ConsumableRow>`${columns} where c.id = ${id} and c.provider_id = ${providerId}`.execute(db)
  return rows[0]
}

export async function insertConsumable(
  db: Db<BookingTables>,
  row: { id: string; providerId: string; values: ConsumableValues },
  by: { userId: string; now: Date },
): Promise<void> {
  const { values } = row
  await sql`
    insert into booking.consumable (id, provider_id, resource_id, name_zh, name_en, unit_name, stock, is_offered, updated_at, updated_by)
    values (${row.id}, ${row.providerId}, ${values.resource_id}, ${values.name_zh}, ${values.name_en}, ${values.unit_name}, ${values.stock},
      ${values.is_offered}, ${by.now}, ${by.userId})`.execute(db)
}

export async function updateConsumable(
  db: Db<BookingTables>,
  target: { id: string; providerId: string; version: number },
  values: ConsumableValues,
  by: { userId: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.consumable
    set resource_id = ${values.resource_id}, name_zh = ${values.name_zh}, name_en = ${values.name_en}, unit_name = ${values.unit_name},
      stock = ${values.stock}, is_offered = ${values.is_offered}, version = version + 1, updated_at = ${by.now}, updated_by = ${by.userId}
    where id = ${target.id} and provider_id = ${target.providerId} and version = ${target.version}`.execute(db)
  return result.numAffectedRows === 1n
}

/** States the price from a day on; a price of that same day is put right. */
export async function setConsumablePrice(
  db: Db<BookingTables>,
  price: { id: string; validFrom: LocalDate; priceFen: bigint },
): Promise<void> {
  await sql`
    insert into booking.consumable_price (consumable_id, valid_from, price_fen) values (${price.id}, ${price.validFrom}, ${price.priceFen})
    on conflict (consumable_id, valid_from) do update set price_fen = excluded.price_fen`.execute(db)
}

export type TakenRow = {
  readonly consumable_id: string
  readonly name_zh: string
  readonly name_en: string | null
  readonly unit_name: string
  readonly quantity: number
  readonly unit_price_fen: bigint
}

/** Writes what was taken, and takes it from the stock as far as that is counted. */
export async function insertTaken(
  db: Db<BookingTables>,
  reservationId: string,
  taken: readonly { consumableId: string; quantity: number; unitPriceFen: bigint }[],
  by: { userId: string | null; now: Date },
): Promise<void> {
  for (const { consumableId, quantity, unitPriceFen } of taken) {
    await sql`
      insert into booking.use_consumable (id, reservation_id, consumable_id, quantity, unit_price_fen, added_by, added_at)
      values (${newId()}, ${reservationId}, ${consumableId}, ${quantity}, ${unitPriceFen}, ${by.userId}, ${by.now})`.execute(db)
    await sql`
      update booking.consumable set stock = greatest(0, stock - ${quantity}) where id = ${consumableId} and stock is not null`.execute(db)
  }
}

/** What was taken during a use, one line for each consumable and price. */
export async function listTaken(db: Db<BookingTables>, reservationId: string): Promise<TakenRow[]> {
  const { rows } = await sql<TakenRow>`
    select t.consumable_id, c.name_zh, c.name_en, c.unit_name, sum(t.quantity)::int as quantity, t.unit_price_fen
    from booking.use_consumable t join booking.consumable c on c.id = t.consumable_id
    where t.reservation_id = ${reservationId}
    group by t.consumable_id, c.name_zh, c.name_en, c.unit_name, t.unit_price_fen
    order by c.name_zh, t.consumable_id, t.unit_price_fen`.execute(db)
  return rows
}
