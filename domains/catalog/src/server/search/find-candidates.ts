import { type QueryPlan, type TierName, wideTiers } from '../../core/search/query-plan.ts'
import { DRAW_BITS, MARK } from '../../core/search/tokens.ts'
import { allOf, anyOf, type Condition, lexeme, not, toTsQuery } from '../../core/search/ts-query.ts'
import type { CatalogDb } from '../catalog-db.ts'
import {
  type CandidateRow,
  countByTier,
  countEach,
  estimateDocuments,
  listCandidates,
  listTopOfTiers,
  type RowConditions,
} from '../sql/search.ts'
import { readCompletions } from './completions.ts'

export type FoundRow = CandidateRow & { readonly tierName: TierName }
/** `isComplete` is false when there are more matches than were ranked; then the rows are the best `MAX_RANKED` by tier and draw. */
export type Candidates = { readonly rows: readonly FoundRow[]; readonly isComplete: boolean }

/** Up to this many matches are all ranked, counted and sorted. */
export const MAX_COMPLETE = 1000
/** Of more matches this many of the best are ranked: all that can be paged, sorted otherwise, or asked for free time. */
export const MAX_RANKED = 500
/** What the first page needs of them; the order is the same, so the pages after it fit. */
export const FIRST_RANKED = 200
/** Tables up to this size are ranked by a plain sort. */
const SMALL_TABLE = 20_000
/** Size of the fair sample that tells how many matches there are. */
const SAMPLE = 1024

export type Narrowing = { readonly marks?: Condition | undefined; readonly conditions?: RowConditions | undefined }

/** The best matches of a plan: better tiers first, wider ones while there is room, guesses only when nothing else is found. */
export async function findCandidates(db: CatalogDb, plan: QueryPlan, narrowing: Narrowing = {}, ranked = MAX_RANKED): Promise<Candidates> {
  const size = await documentsIn(db)
  const search = (tiers: readonly OpenTier[], without: readonly OpenTier[]) => findTiers(db, { tiers, without, narrowing, size, ranked })

  const core = await search(plan.core, [])
  if (!core.isComplete) return core
  const wide = [...wideTiers(plan, await readCompletions(db, plan)), ...(core.rows.length === 0 ? plan.fallback : [])]
  const more = await search(wide, plan.core)
  const found = [...core.rows, ...more.rows]
  if (!more.isComplete || found.length > MAX_COMPLETE) return { rows: found.slice(0, MAX_COMPLETE), isComplete: false }
  if (found.length > 0) return { rows: found, isComplete: true }
  const sound = await search(plan.sound, [])
  return sound.rows.length > 0 ? sound : findOneOff(db, plan.oneOff, { narrowing, size, ranked })
}

/** Each slip is looked for by itself: together they would read all that any of their characters touches. */
async function findOneOff(
  db: CatalogDb,
  variants: readonly Condition[],
  { narrowing, size, ranked }: { narrowing: Narrowing; size: number; ranked: number },
): Promise<Candidates> {
  if (variants.length === 0) return { rows: [], isComplete: true }
  const { marks, conditions } = narrowing
  const level = sampleLevel(size)
  const sampled = variants.map((variant) => text([variant, marks, sample(level)]))
  const counts = level === 0 ? [] : await countEach(db, sampled, conditions)
  const levels = variants.map((_, index) => levelFor((counts[index] ?? 0) * 2 ** level, ranked))
  const queries = variants.map((variant, index) => text([variant, marks, sample(levels[index] ?? 0)]))
  const rows = await listTopOfTiers(db, { queries, conditions, limit: ranked })
  const unique = [...new Map(rows.map((row) => [row.resource_id, row])).values()]
  unique.sort((a, b) => a.draw - b.draw || (a.resource_id < b.resource_id ? -1 : 1))
  const isComplete = rows.length < ranked && levels.every((one) => one === 0)
  const tiers = [{ name: 'one_off' as const, condition: undefined }]
  return { rows: unique.slice(0, ranked).map((row) => named(row, tiers, 0)), isComplete }
}

/** Everything that meets the narrowing alone: a page without a query. */
export async function findAll(db: CatalogDb, narrowing: Narrowing = {}, ranked = MAX_RANKED): Promise<Candidates> {
  return findTiers(db, {
    tiers: [{ name: 'all_words', condition: undefined }],
    without: [],
    narrowing,
    size: await documentsIn(db),
    ranked,
  })
}

/** Without a condition every document meets the tier. */
type OpenTier = { readonly name: TierName; readonly condition: Condition | undefined }
type TierSearch = { tiers: readonly OpenTier[]; without: readonly OpenTier[]; narrowing: Narrowing; size: number; ranked: number }

async function findTiers(db: CatalogDb, search: TierSearch): Promise<Candidates> {
  const { tiers, narrowing, size } = search
  const { conditions } = narrowing
  if (tiers.length === 0) return { rows: [], isComplete: true }
  const tierTexts = tiers.map(({ condition }) => (condition ? toTsQuery(condition) : ''))
  const whole = [anyOf(tiers.map(({ condition }) => condition)), ...around(search)]

  const level = sampleLevel(size)
  const estimates = level === 0 ? tiers.map(() => 0) : await estimate(db, { ...search, whole, tierTexts, level })
  if (sum(estimates) <= 2 * MAX_COMPLETE) {
    const isOrdered = level === 0
    const rows = await listCandidates(db, { query: text(whole), tiers: tierTexts, conditions, limit: MAX_COMPLETE + 1, isOrdered })
    if (rows.length <= MAX_COMPLETE) return { rows: rows.map((row) => named(row, tiers)), isComplete: true }
    if (isOrdered) return { rows: rows.slice(0, search.ranked).map((row) => named(row, tiers)), isComplete: false }
  }
  return { rows: await rankBest(db, search, estimates), isComplete: false }
}

type Estimated = TierSearch & { whole: readonly (Condition | undefined)[]; tierTexts: readonly string[]; level: number }

/** About how many documents meet each tier, from a fair sample; all of them where nothing is asked. */
async function estimate(db: CatalogDb, { whole, tierTexts, level, size, narrowing }: Estimated): Promise<number[]> {
  if (text(whole) === null && !narrowing.conditions) return [size]
  const sampled = await countByTier(db, text([...whole, sample(level)]), tierTexts, narrowing.conditions)
  return sampled.map((count) => count * 2 ** level)
}

/** The first `ranked` by tier and draw of more matches than can be read: each tier is looked for in a fair sample that should hold enough. */
async function rankBest(db: CatalogDb, search: TierSearch, estimates: readonly number[]): Promise<FoundRow[]> {
  const { tiers, narrowing, ranked } = search
  const { conditions } = narrowing
  const own = (index: number) => {
    const better = anyOf(tiers.slice(0, index).map(({ condition }) => condition))
    return [tiers[index]?.condition, better && not(better), ...around(search)]
  }
  // An estimate may be double the truth; tiers beyond these are asked only when they are needed after all.
  const asked = tiers.filter((_, index) => sum(estimates.slice(0, index)) < 2 * ranked)
  const levels = asked.map((_, index) => levelFor(estimates[index] ?? 0, ranked))
  const queries = asked.map((_, index) => text([...own(index), sample(levels[index] ?? 0)]))
  const rows = await listTopOfTiers(db, { queries, conditions, limit: ranked })

  const topOf = (index: number, level: number, limit: number) =>
    listTopOfTiers(db, { queries: [text([...own(index), sample(level)])], conditions, limit })
  const best: FoundRow[] = []
  for (const [index] of tiers.entries()) {
    const wanted = ranked - best.length
    if (wanted === 0) break
    const wasAsked = index < asked.length
    let level = wasAsked ? (levels[index] ?? 0) : levelFor(estimates[index] ?? 0, wanted)
    let top = wasAsked ? rows.filter(({ tier }) => tier === index) : await topOf(index, level, wanted)
    while (top.length < wanted && level > 0) {
      level = Math.max(0, level - 2)
      top = await topOf(index, level, wanted)
    }
    best.push(...top.slice(0, wanted).map((row) => named(row, tiers, index)))
  }
  return best
}

function around({ without, narrowing }: TierSearch): (Condition | undefined)[] {
  const excluded = anyOf(without.map(({ condition }) => condition))
  return [narrowing.marks, excluded && not(excluded)]
}

const named = (row: CandidateRow, tiers: readonly OpenTier[], tier = row.tier): FoundRow =>
  // Hundreds of rows a search: each is labelled where it is.
  Object.assign(row, { tier, tierName: tiers[tier]?.name ?? ('all_words' as const) })

/** The fair sample in which matches are counted; 0 is the whole table. */
const sampleLevel = (size: number): number => (size <= SMALL_TABLE ? 0 : Math.min(DRAW_BITS, Math.floor(Math.log2(size / SAMPLE))))

/** The smallest fair sample in which some `wanted` of the estimated matches should be found. */
const levelFor = (estimate: number, wanted: number): number =>
  estimate > 3 * wanted ? Math.min(DRAW_BITS, Math.floor(Math.log2(estimate / (1.5 * wanted)))) : 0

const sample = (level: number): Condition | undefined => (level === 0 ? undefined : lexeme(MARK.draw + level))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

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
