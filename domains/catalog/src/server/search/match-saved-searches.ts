import type { SavedConditions } from '../../contract/search.ts'
import { filterMarks } from '../../core/search/filter-marks.ts'
import { type Completions, planQuery, type QueryPlan, type Vocabulary, wideTiers } from '../../core/search/query-plan.ts'
import { allOf, anyOf, toTsQuery } from '../../core/search/ts-query.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { insertMatches, listMeetings, listWatchingSearches, type SavedSearchRow } from '../sql/saved-searches.ts'
import { isPricedWithin } from '../sql/search.ts'
import { filtersOf } from './search-filters.ts'

/** Which saved searches each resource meets at this moment, as `<search> <resource>`. */
type Meetings = ReadonlySet<string>

const BATCH = 500

/** Reads every watching search against the documents of the resources. */
export async function findMeetings(db: CatalogDb, vocabulary: Vocabulary, resourceIds: readonly string[]): Promise<Meetings> {
  const meetings = new Set<string>()
  for (let after: string | null = null; ; ) {
    const searches: SavedSearchRow[] = await listWatchingSearches(db, after, BATCH)
    const wanted = searches.flatMap((search) => {
      const query = queryOf(search, vocabulary)
      return query === undefined ? [] : [{ search, query }]
    })
    const met = await listMeetings(
      db,
      wanted.map(({ query }) => query),
      resourceIds,
    )
    for (const { index, resource_id } of met) {
      const search = wanted[index]?.search
      if (search && (await isPricedFor(db, search.conditions, resource_id))) meetings.add(`${search.id} ${resource_id}`)
    }
    if (searches.length < BATCH) return meetings
    after = searches.at(-1)?.id ?? null
  }
}

/** Keeps what meets a search now and did not before; each resource once for each search. */
export async function recordNewMeetings(db: CatalogDb, before: Meetings, now: Meetings, at: Date): Promise<number> {
  const fresh = [...now].filter((meeting) => !before.has(meeting))
  const matches = fresh.map((meeting) => {
    const [savedSearchId = '', resourceId = ''] = meeting.split(' ')
    return { savedSearchId, resourceId }
  })
  await insertMatches(db, matches, at)
  return matches.length
}

/** Beginnings of words are compared as beginnings: one resource is read, not the whole index. */
function asBeginnings({ reading }: QueryPlan): Completions {
  return { words: new Map(reading.segments.map(({ chars }) => [chars.join(''), undefined])), standards: new Map() }
}

/** Guesses are left out: a letter is sent for what was asked. Undefined for a search that asks for nothing. */
function queryOf({ query, conditions }: SavedSearchRow, vocabulary: Vocabulary): string | undefined {
  const plan = planQuery(query, vocabulary, { literal: conditions.literal ?? false })
  if (plan.isBlank && query.trim() !== '') return undefined
  const words = anyOf([...plan.core, ...wideTiers(plan, asBeginnings(plan))].map(({ condition }) => condition))
  const all = allOf([words, filterMarks(filtersOf(conditions), { customerClass: 'enterprise', here: undefined })])
  return all ? toTsQuery(all) : undefined
}

async function isPricedFor(db: CatalogDb, conditions: SavedConditions, resourceId: string): Promise<boolean> {
  const { priceFromFen, priceToFen } = filtersOf(conditions)
  if (priceFromFen === null && priceToFen === null) return true
  return isPricedWithin(db, resourceId, priceFromFen, priceToFen)
}
