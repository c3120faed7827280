import type { LocalDate } from '@jiju/kernel/local-date'
import type { Actor } from '@jiju/platform/http/actor'
import { decodeCursor, encodeCursor } from '@jiju/platform/http/paging'
import { z } from 'zod'
import type { SearchAnswer, SearchQuery } from '../../contract/search.ts'
import {
  compareSortKeys,
  countFacets,
  type FacetCounts,
  type Filters,
  hasFilters,
  meets,
  sortCandidates,
  sortKey,
} from '../../core/search/candidates.ts'
import { filterMarks } from '../../core/search/filter-marks.ts'
import { needlesOf } from '../../core/search/highlight.ts'
import { PRICE_PREFERENCE } from '../../core/search/price-for.ts'
import { missKey, planQuery, type QueryPlan } from '../../core/search/query-plan.ts'
import type { CustomerClass } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { dayOf } from '../deps.ts'
import { type CustomerRow, findCustomer, listCards, type PriceColumn, type RowConditions } from '../sql/search.ts'
import { recordMiss } from '../sql/search-misses.ts'
import type { Card } from './card.ts'
import { correctWords } from './correct-words.ts'
import { type Candidates, FIRST_RANKED, findAll, findCandidates, MAX_COMPLETE, MAX_RANKED, type Narrowing } from './find-candidates.ts'
import { withFreeTime } from './free-time.ts'
import { type Hit, hitsOf } from './hits.ts'
import { namedStandards } from './named-standards.ts'
import type { SearchNeeds } from './needs.ts'
import { presentFacets, presentSearchItem } from './present-search.ts'
import { filtersOf, pointOf } from './search-filters.ts'
import { loadVocabulary } from './vocabulary.ts'

type Asking = Pick<SearchNeeds, 'now' | 'firstFreeSlots' | 'customerClassOf'>

const Cursor = z.tuple([z.number().nullable(), z.number(), z.number(), z.string()])

/** Answers a search: finds, narrows, asks for free time, counts, sorts, and shows one page. */
export async function searchResources(db: CatalogDb, needs: Asking, query: SearchQuery, actor: Actor | null): Promise<SearchAnswer> {
  const now = needs.now()
  const today = dayOf(now)
  const after = decodeCursor(query.cursor, Cursor)
  const vocabulary = await loadVocabulary(db)
  const viewer = actor?.organisationId ? await findCustomer(db, actor.organisationId) : undefined
  const filters = filtersOf(query)
  const asks = { query, viewer, needs, today, filters }
  const asker = { viewer, here: pointOf(query), customerClassOf: needs.customerClassOf }

  let plan = planQuery(query.q, vocabulary, { literal: query.literal ?? false })
  let found = await find(db, plan, asks)
  let corrected: string | null = null
  if (found.universe.rows.length === 0 && !plan.isBlank && !query.literal) {
    const better = await correctWords(db, plan)
    if (better !== undefined) {
      const second = planQuery(better, vocabulary)
      const again = await find(db, second, asks)
      if (again.universe.rows.length > 0) [plan, found, corrected] = [second, again, better]
    }
  }

  const universe = hitsOf(found.universe.rows, asker)
  const pool = found.narrowed ? hitsOf(found.narrowed.rows, asker) : universe
  const matching = sortCandidates(
    pool.filter((hit) => meets(hit, filters, today)),
    'relevance',
  )
  const isComplete = (found.narrowed ?? found.universe).isComplete
  const timed = await withFreeTime(matching, query, needs)
  const sorted = query.sort === 'relevance' ? timed.hits : sortCandidates(timed.hits, query.sort)
  const rest = after ? sorted.filter((hit) => compareSortKeys(sortKey(hit, query.sort), after) > 0) : sorted
  const page = rest.slice(0, query.limit)
  const last = page.at(-1)

  if (sorted.length === 0 && !after && isComplete && !plan.isBlank) await keepMiss(db, plan, query, { today, now })
  const cards = await listCards<Card>(
    db,
    page.map(({ id }) => id),
  )
  const isCapped = !isComplete || timed.isCapped
  const needles = needlesOf(plan.reading, plan.alsoIncludes)
  return {
    query: { text: query.q.trim().slice(0, 200), isTruncated: plan.isTruncated, isLiteral: query.literal ?? false, corrected },
    alsoIncludes: [...plan.alsoIncludes],
    standards: await namedStandards(db, plan.reading.standards, today),
    total: isCapped
      ? { count: Math.max(sorted.length, isComplete ? 0 : MAX_COMPLETE), atLeast: true }
      : { count: sorted.length, atLeast: false },
    isCapped,
    freeChecked: timed.checked,
    items: page.flatMap((hit) => {
      const card = cards.get(hit.id)
      return card ? [presentSearchItem(hit, card, { needles, today, free: timed.free.get(hit.id) })] : []
    }),
    facets: after
      ? null
      : await presentFacets(db, facetsOf(universe, pool, found, { filters, today }), { filters, isComplete: found.universe.isComplete }),
    nextCursor: last && rest.length > page.length ? encodeCursor(sortKey(last, query.sort)) : null,
  }
}

type Asks = {
  readonly query: SearchQuery
  readonly viewer: CustomerRow | undefined
  readonly needs: Asking
  readonly today: LocalDate
  readonly filters: Filters
}

/** Everything that the words find, and, when that is too much to rank, also what the conditions leave of it. */
type Found = { readonly universe: Candidates; readonly narrowed: Candidates | undefined }

async function find(db: CatalogDb, plan: QueryPlan, asks: Asks): Promise<Found> {
  const { cursor, sort, freeMinutes, limit } = asks.query
  const isFirstPage = cursor === undefined && sort === 'relevance' && freeMinutes === undefined
  const ranked = isFirstPage ? Math.max(FIRST_RANKED, limit + 1) : MAX_RANKED
  const look = (narrowing?: Narrowing) => (plan.isBlank ? findAll(db, narrowing, ranked) : findCandidates(db, plan, narrowing, ranked))
  // Signs alone find nothing; no query at all shows everything.
  if (plan.isBlank && plan.text !== '') return { universe: { rows: [], isComplete: true }, narrowed: undefined }
  const universe = await look()
  if (universe.isComplete || !hasFilters(asks.filters)) return { universe, narrowed: undefined }
  return {
    universe,
    narrowed: await look({
      marks: filterMarks(asks.filters, { customerClass: classOf(asks), here: pointOf(asks.query) }),
      conditions: rowConditions(asks),
    }),
  }
}

/** What the viewer pays as where the provider makes no difference; strangers see what an enterprise of the district pays. */
function classOf({ viewer, needs }: Asks): CustomerClass {
  return (viewer && needs.customerClassOf(viewer, { providerId: '', district: null })) ?? 'enterprise'
}

function rowConditions(asks: Asks): RowConditions | undefined {
  const { filters, query, today } = asks
  const { schemes, priceFromFen, priceToFen, withinKm } = filters
  if (schemes.length === 0 && priceFromFen === null && priceToFen === null && withinKm === null) return undefined
  const here = pointOf(query)
  const near = withinKm !== null && here ? { ...here, km: withinKm } : null
  const columns = PRICE_PREFERENCE[classOf(asks)].map(
    (payer): PriceColumn => `price_${payer === 'outside_district' ? 'outside' : payer}_fen`,
  )
  return { day: today, schemes, priceFromFen, priceToFen, pricePreference: columns, near }
}

/** Exact when all matches are known. Otherwise lower bounds: each value is counted among the best that the conditions leave. */
function facetsOf(
  universe: readonly Hit[],
  pool: readonly Hit[],
  found: Found,
  { filters, today }: { filters: Filters; today: LocalDate },
): FacetCounts {
  if (!found.narrowed) return countFacets(universe, filters, today)
  const known = new Map([...universe, ...pool].map((hit) => [hit.id, hit]))
  return countFacets([...known.values()], filters, today)
}

async function keepMiss(db: CatalogDb, plan: QueryPlan, query: SearchQuery, at: { today: LocalDate; now: Date }): Promise<void> {
  const key = missKey(plan.text)
  if ([...key].length < 2) return
  const { kind, class: classes, provider, district, standard, accreditation, mode, priceFrom, priceTo, freeMinutes, withinKm } = query
  const conditions = JSON.stringify({
    kind,
    class: classes,
    provider,
    district,
    standard,
    accreditation,
    mode,
    priceFrom,
    priceTo,
    freeMinutes,
    withinKm,
  })
  await recordMiss(db, { day: at.today, query: key, conditions: conditions.length > 2000 ? '{}' : conditions, at: at.now })
}
