import type { QueryPlan, Tier, TierName } from '../../core/search/query-plan.ts'
import { DRAW_BITS, MARK } from '../../core/search/tokens.ts'
import { allOf, anyOf, type Condition, lexeme, not, toTsQuery } from '../../core/search/ts-query.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { type CandidateRow, countByTier, estimateDocuments, listCandidates, type RowConditions } from '../sql/search.ts'

export type FoundRow = CandidateRow & { readonly tierName: TierName }
/** `isComplete` is false when there are more matches than were ranked; then the rows are the best `MAX_RANKED` by tier and draw. */
export type Candidates = { readonly rows: readonly FoundRow[]; readonly isComplete: boolean }

/** Up to this many matches are all ranked, counted and sorted. */
export const MAX_COMPLETE = 1000
/** Of more matches this many of the best are ranked. */
export const MAX_RANKED = 500
/** Tables up to this size are ranked by a plain sort. */
const SMALL_TABLE = 20_000
/** Size of the fair sample that tells how many matches there are. */
const SAMPLE = 4096

export type Narrowing = { readonly marks?: Condition | undefined; readonly conditions?: RowConditions | undefined }

/** The best matches of a plan: better tiers first, wider ones while there is room, guesses only when nothing else is found. */
export async function findCandidates(db: CatalogDb, plan: QueryPlan, narrowing: Narrowing = {}): Promise<Candidates> {
  const size = await documentsIn(db)
  const search = (tiers: readonly Tier[], without: readonly Tier[]) => findTiers(db, { tiers, without, narrowing, size })

  const core = await search(plan.core, [])
  if (!core.isComplete) return core
  const found: FoundRow[] = [...core.rows]
  for (const tiers of [plan.wide, ...(core.rows.length === 0 ? [plan.fallback] : [])]) {
    if (tiers.length === 0) continue
    const more = await search(tiers, [...plan.core, ...(tiers === plan.fallback ? plan.wide : [])])
    found.push(...more.rows)
    if (!more.isComplete || found.length > MAX_COMPLETE) return { rows: found.slice(0, MAX_COMPLETE), isComplete: false }
  }
  if (found.length > 0 || plan.typo.length === 0) return { rows: found, isComplete: true }
  return search(plan.typo, [])
}

/** Everything that meets the narrowing alone: a page without a query. */
export async function findAll(db: CatalogDb, narrowing: Narrowing = {}): Promise<Candidates> {
  return findTiers(db, { tiers: [{ name: 'all_words', condition: undefined }], without: [], narrowing, size: await documentsIn(db) })
}

/** Without a condition every document meets the tier. */
type OpenTier = { readonly name: TierName; readonly condition: Condition | undefined }
type TierSearch = { tiers: readonly OpenTier[]; without: readonly Tier[]; narrowing: Narrowing; size: number }

async function findTiers(db: CatalogDb, { tiers, without, narrowing, size }: TierSearch): Promise<Candidates> {
  const names = tiers.map(({ name }) => name)
  if (tiers.length === 0) return { rows: [], isComplete: true }
  const any = anyOf(tiers.map(({ condition }) => condition))
  const excluded = anyOf(without.map(({ condition }) => condition))
  const whole = [any, narrowing.marks, excluded && not(excluded)]
  const tierTexts = tiers.map(({ condition }) => (condition ? toTsQuery(condition) : ''))
  const { conditions } = narrowing
  const named = (rows: CandidateRow[], fixed?: number) => rows.map((row) => ({ ...row, tierName: names[fixed ?? row.tier] ?? 'all_words' }))

  const level = size <= SMALL_TABLE ? 0 : Math.min(DRAW_BITS, Math.floor(Math.log2(size / SAMPLE)))
  const sampled = level === 0 ? undefined : await countByTier(db, text([...whole, sample(level)]), tierTexts, conditions)
  const estimate = (sampled?.reduce((sum, count) => sum + count, 0) ?? 0) * 2 ** level
  if (estimate <= 4 * MAX_COMPLETE) {
    const rows = await listCandidates(db, {
      query: text(whole),
      tiers: tierTexts,
      conditions,
      limit: MAX_COMPLETE + 1,
      isOrdered: level === 0,
    })
    if (rows.length <= MAX_COMPLETE) return { rows: named(rows), isComplete: true }
    if (level === 0) return { rows: named(rows.slice(0, MAX_RANKED)), isComplete: false }
  }

  const best: FoundRow[] = []
  for (const [index, tier] of tiers.entries()) {
    const wanted = MAX_RANKED - best.length
    if (wanted === 0) break
    const better = anyOf(tiers.slice(0, index).map(({ condition }) => condition))
    const own = [tier.condition, narrowing.marks, better && not(better), excluded && not(excluded)]
    const rows = await firstByDraw(db, { own, conditions, wanted, estimate: (sampled?.[index] ?? 0) * 2 ** level })
    best.push(...named(rows, index).map((row) => ({ ...row, tier: index })))
  }
  return { rows: best, isComplete: false }
}

/** The first `wanted` matches by draw: looks into a fair sample that should hold them, and into larger ones until it does. */
async function firstByDraw(
  db: CatalogDb,
  request: { own: readonly (Condition | undefined)[]; conditions: RowConditions | undefined; wanted: number; estimate: number },
): Promise<CandidateRow[]> {
  const { own, conditions, wanted, estimate } = request
  let level = estimate > 3 * wanted ? Math.min(DRAW_BITS, Math.floor(Math.log2(estimate / (1.5 * wanted)))) : 0
  for (;;) {
    const narrowed = level === 0 ? own : [...own, sample(level)]
    const rows = await listCandidates(db, { query: text(narrowed), tiers: [], conditions, limit: wanted, isOrdered: true })
    if (rows.length === wanted || level === 0) return rows
    level = Math.max(0, level - 2)
  }
}

const sample = (level: number): Condition => lexeme(MARK.draw + level)

function text(conditions: readonly (Condition | undefined)[]): string | null {
  const all = allOf(conditions)
  return all ? toTsQuery(all) : null
}

// The size only chooses the way to the same rows, so an old figure does no harm.
const sizes = new WeakMap<object, { size: number; at: number }>()
const SIZE_HOLDS_MS = 60_000

async function documentsIn(db: CatalogDb): Promise<number> {
  const known = sizes.get(db)
  if (known && Date.now() - known.at < SIZE_HOLDS_MS) return known.size
  const size = await estimateDocuments(db)
  sizes.set(db, { size, at: Date.now() })
  return size
}
