import { newId } from '@jiju/kernel/ids'
import { parseFen } from '@jiju/kernel/money'
import { PriceInput } from '../../contract/prices.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { listPricesOfResources, lockResourcesByNumber } from '../sql/bulk.ts'
import { insertPrice, type NewPrice, updatePrice } from '../sql/prices.ts'
import { type ApplyContext, type ApplyRow, batches, done, type Effects, issue, issuesOf, type Outcome, refused } from './apply-context.ts'

type Row = ApplyRow<'price'>
type Held = Pick<NewPrice, 'customer_class' | 'unit' | 'price_fen' | 'valid_from' | 'valid_to' | 'note'> & { id: string; version: number }

const FOREVER = '9999-12-31'
const overlaps = (a: Held, b: Held) =>
  a.customer_class === b.customer_class &&
  a.unit === b.unit &&
  a.valid_from <= (b.valid_to ?? FOREVER) &&
  b.valid_from <= (a.valid_to ?? FOREVER)

/** Prices by resource, class, unit and first day. The rules are those of the price table: what is in force is only ended. */
export async function applyPrices(
  db: CatalogDb,
  context: ApplyContext,
  organisationId: string,
  rows: readonly Row[],
  effects: Effects,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for await (const chunk of batches(context, rows)) {
    const resources = await lockResourcesByNumber(db, organisationId, [...new Set(chunk.map((row) => row.record.innerNumber))])
    const held = new Map<string, Held[]>()
    for (const price of await listPricesOfResources(
      db,
      [...resources.values()].map((resource) => resource.id),
    ))
      held.set(price.resource_id, [...(held.get(price.resource_id) ?? []), price])
    for (const row of chunk) {
      const resource = resources.get(row.record.innerNumber)
      if (!resource) {
        outcomes.push(refused(row, issue(row, 'innerNumber', 'catalog.price_resource_unknown', { number: row.record.innerNumber })))
        continue
      }
      const prices = held.get(resource.id) ?? []
      held.set(resource.id, prices)
      const outcome = await applyPrice(db, context, row, resource.id, prices)
      if (outcome.outcome === 'created' || outcome.outcome === 'updated') effects.pricedResourceIds.add(resource.id)
      outcomes.push(outcome)
    }
  }
  return outcomes
}

async function applyPrice(db: CatalogDb, context: ApplyContext, row: Row, resourceId: string, prices: Held[]): Promise<Outcome> {
  const { innerNumber: _, ...input } = row.record
  const read = PriceInput.safeParse(input)
  if (!read.success) return refused(row, ...issuesOf(row, read.error))
  const { data } = read
  const before = prices.find(
    (price) => price.customer_class === data.customerClass && price.unit === data.unit && price.valid_from === data.validFrom,
  )
  const next: Held = {
    id: before?.id ?? newId(context.at.getTime()),
    version: before?.version ?? 1,
    customer_class: data.customerClass,
    unit: data.unit,
    price_fen: parseFen(data.price) ?? 0n,
    valid_from: data.validFrom,
    valid_to: data.validTo,
    note: data.note,
  }
  if (before && before.price_fen === next.price_fen && before.valid_to === next.valid_to && before.note === next.note)
    return done(row, 'unchanged')
  if (prices.some((price) => price.id !== next.id && overlaps(price, next)))
    return refused(row, issue(row, 'validFrom', 'catalog.price_overlaps'))
  if (!before) {
    const { version: _version, ...values } = next
    const written = await insertPrice(db, { ...values, resource_id: resourceId, created_at: context.at })
    if (!written) return refused(row, issue(row, 'validFrom', 'catalog.price_overlaps'))
    prices.push(next)
    return done(row, 'created')
  }
  if (before.valid_from <= context.day) {
    if (before.price_fen !== next.price_fen) return refused(row, issue(row, 'price', 'catalog.price_in_force'))
    if (before.valid_to !== next.valid_to && (next.valid_to ?? FOREVER) < context.day)
      return refused(row, issue(row, 'validTo', 'catalog.price_end_past'))
  }
  const { id, version, ...change } = next
  const written = await updatePrice(db, { id, expectedVersion: version, change })
  if (!written) return refused(row, issue(row, null, 'catalog.row_changed_meanwhile'))
  prices[prices.indexOf(before)] = { ...next, version: version + 1 }
  return done(row, 'updated')
}
