import { newId } from '@jiju/kernel/ids'
import type { LocalDate } from '@jiju/kernel/local-date'
import { parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { violatedConstraint } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { PriceInput } from '../contract/prices.ts'
import type { CatalogDb } from './catalog-db.ts'
import { deletePrice, findPrice, insertPrice, type PriceRow, updatePrice } from './sql/prices.ts'
import { type Editor, getOwnResource } from './who.ts'

const PRICE_OVERLAPS = { code: 'catalog.price_overlaps', kind: 'conflict', field: '/validFrom' } as const
const PRICE_MISSING = { code: 'catalog.price_missing', kind: 'missing' } as const
const BACKWARDS = { code: 'catalog.price_days_backwards', kind: 'refused', field: '/validTo' } as const

function values(input: PriceInput) {
  if (input.validTo !== null && input.validTo < input.validFrom) throw new Refusal(BACKWARDS)
  return {
    customer_class: input.customerClass,
    unit: input.unit,
    price_fen: parseFen(input.price) ?? 0n,
    valid_from: input.validFrom,
    valid_to: input.validTo,
    note: input.note,
  }
}

/** Adds a price; of one class and unit exactly one price is in force on a day. */
export async function addPrice(db: CatalogDb, editor: Editor, resourceId: string, input: PriceInput, at: Date): Promise<PriceRow> {
  await getOwnResource(db, resourceId, editor.organisationId)
  const row = await insertPrice(db, { id: newId(at.getTime()), resource_id: resourceId, created_at: at, ...values(input) })
  if (!row) throw new Refusal(PRICE_OVERLAPS)
  return row
}

async function getOwnPrice(db: CatalogDb, id: string, organisationId: string): Promise<PriceRow> {
  const row = await findPrice(db, id)
  if (!row) throw new Refusal(PRICE_MISSING)
  await getOwnResource(db, row.resource_id, organisationId).catch(() => {
    throw new Refusal(PRICE_MISSING)
  })
  return row
}

/** Changes a price that is not in force yet; one that people may have relied on is ended and followed by another. */
export async function changePrice(
  db: CatalogDb,
  editor: Editor,
  change: { id: string; expectedVersion: number; input: PriceInput; today: LocalDate },
): Promise<PriceRow> {
  const before = await getOwnPrice(db, change.id, editor.organisationId)
  const isFixed = before.valid_from <= change.today || change.input.validFrom <= change.today
  if (isFixed) throw new Refusal({ code: 'catalog.price_in_force', kind: 'refused' })
  return update(db, change, values(change.input))
}

/** Sets the last day of a price; it cannot lie in the past, for bookings were priced by it. */
export async function endPrice(
  db: CatalogDb,
  editor: Editor,
  change: { id: string; expectedVersion: number; validTo: LocalDate; today: LocalDate },
): Promise<PriceRow> {
  const before = await getOwnPrice(db, change.id, editor.organisationId)
  if (change.validTo < before.valid_from) throw new Refusal(BACKWARDS)
  if (change.validTo < change.today) throw new Refusal({ code: 'catalog.price_end_past', kind: 'refused', field: '/validTo' })
  return update(db, change, { valid_to: change.validTo })
}

async function update(
  db: CatalogDb,
  change: { id: string; expectedVersion: number },
  next: Partial<ReturnType<typeof values>>,
): Promise<PriceRow> {
  const row = await updatePrice(db, { id: change.id, expectedVersion: change.expectedVersion, change: next }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'resource_price_no_overlap') throw new Refusal(PRICE_OVERLAPS)
    throw error
  })
  if (!row) throw new Refusal(VERSION_STALE)
  return row
}

/** Removes a price that never was in force. */
export async function removePrice(
  db: CatalogDb,
  editor: Editor,
  change: { id: string; expectedVersion: number; today: LocalDate },
): Promise<PriceRow> {
  const before = await getOwnPrice(db, change.id, editor.organisationId)
  if (before.valid_from <= change.today) throw new Refusal({ code: 'catalog.price_in_force', kind: 'refused' })
  if (!(await deletePrice(db, change.id, change.expectedVersion))) throw new Refusal(VERSION_STALE)
  return before
}
