import { sql } from 'kysely'
import type { CatalogDb } from '../catalog-db.ts'

export type TermRow = { readonly kind: 'name' | 'model' | 'standard' | 'word'; readonly key: string; readonly text: string }

/** Terms that begin with the key, then those whose initials do, then those that hold it. Up to `limit` of each. */
export async function listTerms(db: CatalogDb, key: string, initials: string | null, limit: number): Promise<TermRow[]> {
  const starting = `${key.replace(/[\\%_]/g, '\\$&')}%`
  const reading = initials === null ? null : `${initials}%`
  const { rows } = await sql<TermRow>`
    (select kind, key, text, 0 as step, length(key) as length from catalog.search_term
      where kind <> 'word' and key like ${starting} order by length, key, kind limit ${limit})
    union all
    (select kind, key, text, 1, length(key) from catalog.search_term
      where ${reading}::text is not null and initials like ${reading} and initials <> '' order by 5, key, kind limit ${limit})
    union all
    (select kind, key, text, 2, length(key) from catalog.search_term
      where kind <> 'word' and length(${key}::text) >= 2 and key like ${`%${starting}`} and key not like ${starting} order by 5, key, kind limit ${limit})
    order by step, length, key, kind`.execute(db)
  return rows
}

/** Which of the lexemes occur in a published resource. */
export async function listLivingLexemes(db: CatalogDb, queries: readonly string[]): Promise<boolean[]> {
  if (queries.length === 0) return []
  const { rows } = await sql<{ ordinality: bigint; lives: boolean }>`
    select ordinality, exists (select from catalog.search_document where tokens @@ query::tsquery) as lives
    from unnest(${queries}::text[]) with ordinality as wanted (query, ordinality) order by ordinality`.execute(db)
  return rows.map(({ lives }) => lives)
}

/** Known words that may have been meant by `word`: those that share trigrams, and those of about its length that begin alike. */
export async function listSimilarWords(db: CatalogDb, word: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct key from (
      (select key from catalog.search_term where kind = 'word' and key % ${word}
        and length(key) between length(${word}) - 2 and length(${word}) + 2 order by similarity(key, ${word}) desc, key limit 50)
      union all
      (select key from catalog.search_term where kind = 'word' and key like left(${word}, 1) || '%'
        and length(key) between length(${word}) - 1 and length(${word}) + 1 order by key limit 2000)
    ) as near order by key`.execute(db)
  return rows.map(({ key }) => key)
}

/** Known words that begin with one of the given beginnings; at most `limit` of each and one more. */
export async function listWordsFrom(
  db: CatalogDb,
  kind: 'word' | 'standard',
  beginnings: readonly string[],
  limit: number,
): Promise<{ beginning: string; key: string }[]> {
  if (beginnings.length === 0) return []
  const { rows } = await sql<{ beginning: string; key: string }>`
    select wanted.beginning, known.key from unnest(${beginnings}::text[]) as wanted (beginning),
    lateral (select key from catalog.search_term where kind = ${kind} and key ^@ wanted.beginning order by key collate "C" limit ${limit + 1}) as known`.execute(
    db,
  )
  return rows
}
