import type { LocalDate } from '@jiju/kernel/local-date'
import { parseFen } from '@jiju/kernel/money'
import type { Actor } from '@jiju/platform/http/actor'
import { decodeCursor, encodeCursor } from '@jiju/platform/http/paging'
import { z } from 'zod'
import type { SearchAnswer, SearchQuery } from '../../contract/search.ts'
import {
  type Candidate,
  compareSortKeys,
  countFacets,
  distanceKm,
  type FacetCounts,
  type Filters,
  hasFilters,
  meets,
  NO_FILTERS,
  type Scheme,
  sortCandidates,
  sortKey,
} from '../../core/search/candidates.ts'
import { filterMarks } from '../../core/search/filter-marks.ts'
import { needlesOf } from '../../core/search/highlight.ts'
import { PRICE_PREFERENCE, priceFor } from '../../core/search/price-for.ts'
import { missKey, planQuery, type QueryPlan, TIERS } from '../../core/search/query-plan.ts'
import { baseNumber } from '../../core/search/tokens.ts'
import { BOOKABLE_KINDS, type CustomerClass } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { dayOf } from '../deps.ts'
import { type CustomerRow, findCustomer, listCards, type PriceColumn, type RowConditions, recordMiss } from '../sql/search.ts'
import type { Card } from './card.ts'
import { correctWords } from './correct-words.ts'
import { type Candidates, type FoundRow, findAll, findCandidates, MAX_COMPLETE, MAX_RANKED, type Narrowing } from './find-candidates.ts'
import { namedStandards } from './named-standards.ts'
import type { SearchNeeds } from './needs.ts'
import { presentFacets, presentSearchItem } from './present-search.ts'
import { loadVocabulary } from './vocabulary.ts'

type Asking = Pick<SearchNeeds, 'now' | 'firstFreeSlots' | 'customerClassOf'>
export type FreeSlots = ReadonlyMap<string, { readonly start: Date; readonly end: Date }>

/** A found resource with what its row tells; prices and distance are those of whoever asks. */
export type Hit = Candidate & { readonly row: FoundRow; readonly customerClass: CustomerClass | null }

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

  const universe = hitsOf(found.universe.rows, asks)
  const pool = found.narrowed ? hitsOf(found.narrowed.rows, asks) : universe
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
  const look = (narrowing?: Narrowing) => (plan.isBlank ? findAll(db, narrowing) : findCandidates(db, plan, narrowing))
  // Signs alone find nothing; no query at all shows everything.
  if (plan.isBlank && plan.text !== '') return { universe: { rows: [], isComplete: true }, narrowed: undefined }
  const universe = await look()
  if (universe.isComplete || !hasFilters(asks.filters)) return { universe, narrowed: undefined }
  return { universe, narrowed: await look({ marks: filterMarks(asks.filters), conditions: rowConditions(asks) }) }
}

function rowConditions({ filters, query, viewer, needs, today }: Asks): RowConditions | undefined {
  const { schemes, priceFromFen, priceToFen, withinKm } = filters
  if (schemes.length === 0 && priceFromFen === null && priceToFen === null && withinKm === null) return undefined
  const base = viewer && needs.customerClassOf(viewer, { providerId: '', district: null })
  const near =
    withinKm !== null && query.lon !== undefined && query.lat !== undefined ? { lon: query.lon, lat: query.lat, km: withinKm } : null
  const columns = PRICE_PREFERENCE[base ?? 'enterprise'].map(
    (payer): PriceColumn => `price_${payer === 'outside_district' ? 'outside' : payer}_fen`,
  )
  return { day: today, schemes, priceFromFen, priceToFen, pricePreference: columns, near }
}

export function filtersOf(query: Omit<SearchQuery, 'sort' | 'limit' | 'q' | 'literal'>): Filters {
  const filters: Filters = {
    ...NO_FILTERS,
    kinds: query.kind ?? [],
    classes: query.class ?? [],
    providers: query.provider ?? [],
    districts: query.district ?? [],
    standards: (query.standard ?? []).map(baseNumber),
    schemes: (query.accreditation ?? []) as Scheme[],
    modes: query.mode ?? [],
    priceFromFen: query.priceFrom === undefined ? null : (parseFen(query.priceFrom) ?? null),
    priceToFen: query.priceTo === undefined ? null : (parseFen(query.priceTo) ?? null),
    withinKm: query.withinKm ?? null,
  }
  return hasFilters(filters) ? filters : NO_FILTERS
}

function hitsOf(rows: readonly FoundRow[], { query, viewer, needs }: Pick<Asks, 'query' | 'viewer' | 'needs'>): Hit[] {
  const here = query.lon !== undefined && query.lat !== undefined ? { lon: query.lon, lat: query.lat } : undefined
  return rows.map((row) => {
    const customerClass = viewer ? needs.customerClassOf(viewer, { providerId: row.provider_id, district: row.provider_district }) : null
    return {
      row,
      customerClass,
      id: row.resource_id,
      tier: TIERS.indexOf(row.tierName),
      draw: row.draw,
      kind: row.kind,
      providerId: row.provider_id,
      district: row.district,
      classCode: row.class_code,
      standards: row.standards === '' ? [] : row.standards.split('|'),
      modes: row.modes === '' ? [] : row.modes.split('|'),
      validUntil: { cma: row.cma_until, cnas: row.cnas_until, glp: row.glp_until },
      priceFen: priceFor(pricesOf(row), customerClass ?? 'enterprise'),
      distanceKm:
        here && row.longitude !== null && row.latitude !== null ? distanceKm(here, { lon: row.longitude, lat: row.latitude }) : null,
      freeAt: null,
    }
  })
}

export function pricesOf(row: FoundRow): Record<CustomerClass, bigint | null> {
  return {
    inside: row.price_inside_fen,
    member: row.price_member_fen,
    academic: row.price_academic_fen,
    enterprise: row.price_enterprise_fen,
    outside_district: row.price_outside_fen,
  }
}

type Timed = { hits: Hit[]; free: FreeSlots; checked: number | null; isCapped: boolean }

/** Asks booking for the best `MAX_RANKED` matches; what cannot be booked is ordered without a slot and stays. */
async function withFreeTime(matching: readonly Hit[], query: SearchQuery, needs: Asking): Promise<Timed> {
  const { freeMinutes, freeFrom, freeTo } = query
  if (freeMinutes === undefined || freeFrom === undefined || freeTo === undefined)
    return { hits: [...matching], free: new Map(), checked: null, isCapped: false }
  const best = matching.slice(0, MAX_RANKED)
  const bookable = best.filter(isBookable).map(({ id }) => id)
  const window = { from: new Date(freeFrom), to: new Date(freeTo), minutes: freeMinutes }
  const free: FreeSlots = bookable.length === 0 ? new Map() : await needs.firstFreeSlots(bookable, window)
  const hits = best
    .filter((hit) => !isBookable(hit) || free.has(hit.id))
    .map((hit) => ({ ...hit, freeAt: free.get(hit.id)?.start.getTime() ?? null }))
  return { hits, free, checked: best.length, isCapped: matching.length > best.length }
}

const isBookable = ({ kind }: Candidate) => (BOOKABLE_KINDS as readonly string[]).includes(kind)

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
