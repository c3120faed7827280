import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { StandardInput } from '../contract/standards.ts'
import { parseStandardNumber, type StandardNumber } from '../core/standard-number.ts'
import type { CatalogDb } from './catalog-db.ts'
import {
  findStandard,
  insertStandards,
  listStandardsByKeys,
  replacePredecessors,
  type StandardRow,
  type StandardValues,
  updateStandard,
} from './sql/standards.ts'

/** A standard that is known only because another one cites it. */
function unconfirmedStandard(
  number: StandardNumber,
  source: string | null,
  titles?: { zh: string | null; en: string | null },
): StandardValues {
  return {
    id: newId(),
    number: number.number,
    number_key: number.key,
    base_key: number.base,
    title_zh: titles?.zh ?? null,
    title_en: titles?.en ?? null,
    field: null,
    category: null,
    subcategory: null,
    published_on: null,
    effective_on: null,
    effective_note: null,
    withdrawn_on: null,
    status: 'unconfirmed',
    source,
    last_checked_on: null,
  }
}

/** Numbers → ids; numbers that nobody knows are kept as unconfirmed standards. */
export async function ensureStandards(
  db: CatalogDb,
  numbers: readonly StandardNumber[],
  source: string | null,
  at: Date,
): Promise<Map<string, string>> {
  const distinct = [...new Map(numbers.map((number) => [number.key, number])).values()]
  await insertStandards(
    db,
    distinct.map((number) => unconfirmedStandard(number, source)),
    at,
  )
  const rows = await listStandardsByKeys(
    db,
    distinct.map((number) => number.key),
  )
  return new Map(rows.map((row) => [row.number_key, row.id]))
}

function read(input: StandardInput): { number: StandardNumber; replaces: StandardNumber[] } {
  const problems: Problem[] = []
  const parse = (text: string, field: string) => {
    const number = parseStandardNumber(text)
    if (!number) problems.push({ code: 'catalog.standard_number_unreadable', kind: 'refused', field, params: { value: text } })
    return number
  }
  const number = parse(input.number, '/number')
  const replaces = input.replaces.flatMap((text, index) => parse(text, `/replaces/${index}`) ?? [])
  if (number && replaces.some((other) => other.key === number.key))
    problems.push({ code: 'catalog.standard_replaces_itself', kind: 'refused', field: '/replaces' })
  if (!number || problems.length > 0) throw new Refusal(...problems)
  return { number, replaces }
}

const values = (input: StandardInput, number: StandardNumber) => ({
  number: number.number,
  number_key: number.key,
  base_key: number.base,
  title_zh: input.titleZh,
  title_en: input.titleEn,
  field: input.field,
  category: input.category,
  subcategory: input.subcategory,
  published_on: input.publishedOn,
  effective_on: input.effectiveOn,
  effective_note: input.effectiveNote,
  withdrawn_on: input.withdrawnOn,
  status: input.status,
  source: input.source,
  last_checked_on: input.lastCheckedOn,
})

const NUMBER_TAKEN = { code: 'catalog.standard_number_taken', kind: 'conflict', field: '/number' } as const

export async function addStandard(db: CatalogDb, input: StandardInput, at: Date): Promise<StandardRow> {
  const { number, replaces } = read(input)
  const [id] = await insertStandards(db, [{ id: newId(at.getTime()), ...values(input, number) }], at)
  if (!id) throw new Refusal(NUMBER_TAKEN)
  const predecessors = await ensureStandards(db, replaces, input.source, at)
  await replacePredecessors(db, id, [...predecessors.values()])
  return getStandard(db, id)
}

export async function changeStandard(
  db: CatalogDb,
  change: { id: string; expectedVersion: number; input: StandardInput },
  at: Date,
): Promise<StandardRow> {
  const { number, replaces } = read(change.input)
  const before = await getStandard(db, change.id)
  if (before.number_key !== number.key) throw new Refusal({ code: 'catalog.standard_number_fixed', kind: 'refused', field: '/number' })
  const row = await updateStandard(db, {
    id: change.id,
    expectedVersion: change.expectedVersion,
    values: values(change.input, number),
    at,
  })
  if (!row) throw new Refusal(VERSION_STALE)
  const predecessors = await ensureStandards(db, replaces, change.input.source, at)
  await replacePredecessors(db, change.id, [...predecessors.values()])
  return row
}

export async function getStandard(db: CatalogDb, id: string): Promise<StandardRow> {
  const row = await findStandard(db, id)
  if (!row) throw new Refusal({ code: 'catalog.standard_missing', kind: 'missing' })
  return row
}
