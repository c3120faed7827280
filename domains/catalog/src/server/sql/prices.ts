import type { LocalDate } from '@jiju/kernel/local-date'
import type { Selectable } from 'kysely'
import type { CustomerClass, PriceUnit } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogResourcePrice } from '../tables.ts'

export type PriceRow = Omit<Selectable<CatalogResourcePrice>, 'customer_class' | 'unit'> & {
  customer_class: CustomerClass
  unit: PriceUnit
}

export async function listPrices(db: CatalogDb, resourceId: string): Promise<PriceRow[]> {
  return (await db
    .selectFrom('catalog.resource_price')
    .selectAll()
    .where('resource_id', '=', resourceId)
    .orderBy('customer_class')
    .orderBy('unit')
    .orderBy('valid_from')
    .orderBy('id')
    .execute()) as PriceRow[]
}

export async function listPricesOn(db: CatalogDb, resourceIds: readonly string[], day: LocalDate): Promise<PriceRow[]> {
  if (resourceIds.length === 0) return []
  return (await db
    .selectFrom('catalog.resource_price')
    .selectAll()
    .where('resource_id', 'in', resourceIds)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('resource_id')
    .orderBy('customer_class')
    .orderBy('unit')
    .orderBy('id')
    .execute()) as PriceRow[]
}

export async function hasPriceFrom(db: CatalogDb, resourceId: string, day: LocalDate): Promise<boolean> {
  const row = await db
    .selectFrom('catalog.resource_price')
    .select('id')
    .where('resource_id', '=', resourceId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function findPrice(db: CatalogDb, id: string): Promise<PriceRow | undefined> {
  return (await db.selectFrom('catalog.resource_price').selectAll().where('id', '=', id).executeTakeFirst()) as PriceRow | undefined
}

export type NewPrice = {
  readonly id: string
  readonly resource_id: string
  readonly customer_class: CustomerClass
  readonly unit: PriceUnit
  readonly price_fen: bigint
  readonly valid_from: LocalDate
  readonly valid_to: LocalDate | null
  readonly note: string | null
  readonly created_at: Date
}

/** Undefined when a price of the same class and unit covers one of the days. */
export async function insertPrice(db: CatalogDb, price: NewPrice): Promise<PriceRow | undefined> {
  return (await db
    .insertInto('catalog.resource_price')
    .values(price)
    .onConflict((conflict) => conflict.constraint('resource_price_no_overlap').doNothing())
    .returningAll()
    .executeTakeFirst()) as PriceRow | undefined
}

type PriceChange = Pick<NewPrice, 'customer_class' | 'unit' | 'price_fen' | 'valid_from' | 'valid_to' | 'note'>

/** Undefined when the version is another; overlapping another price violates `resource_price_no_overlap`. */
export async function updatePrice(
  db: CatalogDb,
  price: { id: string; expectedVersion: number; change: Partial<PriceChange> },
): Promise<PriceRow | undefined> {
  return (await db
    .updateTable('catalog.resource_price')
    .set({ ...price.change, version: price.expectedVersion + 1 })
    .where('id', '=', price.id)
    .where('version', '=', price.expectedVersion)
    .returningAll()
    .executeTakeFirst()) as PriceRow | undefined
}

export async function deletePrice(db: CatalogDb, id: string, expectedVersion: number): Promise<boolean> {
  const result = await db
    .deleteFrom('catalog.resource_price')
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
