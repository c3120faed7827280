import { type RawBuilder, sql } from 'kysely'
import type { CatalogDb } from '../catalog-db.ts'

export type TermRow = { readonly kind: 'name' | 'model' | 'standard' | 'word'; readonly key: string; readonly text: string }

// Every key that begins with a text lies between it and it with the last character appended; this order is that of the index.
const beginsWith = (column: RawBuilder<unknown>, beginning: RawBuilder<unknown>) =>
  sql`(${column} ~>=~ ${beginning} and ${column} ~<~ (${beginning} || chr(1114111)))`

/** Terms of a kind whose key begins so, in the order of the key. */
export async function listTermsFrom(db: CatalogDb, kind: TermRow['kind'], beginning: string, limit: number): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    select kind, key, text from catalog.search_term
    where kind = ${kind} and ${beginsWith(sql`key`, sql`${beginning}::text`)} order by key using ~<~ limit ${limit}`.execute(db)
  return rows
}

/** Names whose initials begin so. */
export async function listTermsByInitials(db: CatalogDb, initials: string, limit: number): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    select kind, key, text from catalog.search_term
    where initials <> '' and ${beginsWith(sql`initials`, sql`${initials}::text`)} order by initials using ~<~, key limit ${limit}`.execute(
    db,
  )
  return rows
}

/** Standards whose key holds the text. */
export async function listStandardTermsHolding(db: CatalogDb, part: string, limit: number): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    select kind, key, text from catalog.search_term
    where kind = 'standard' and key like ${`%${part.replace(/[\\%_]/g, '\\$&')}%`} order by key limit ${limit}`.execute(db)
  return rows
}

/** Names and models of some documents that meet the query. */
export async function listNamesMeeting(
  db: CatalogDb,
  query: string,
  limit: number,
): Promise<{ name_zh: string | null; name_en: string | null; model: string | null }[]> {
  const { rows } = await sql<{ name_zh: string | null; name_en: string | null; model: string | null }>`
    select distinct card->>'nameZh' as name_zh, card->>'nameEn' as name_en, card->>'model' as model
    from (select card from catalog.search_document where tokens @@ ${query}::tsquery limit ${limit}) as found
    order by name_zh, name_en, model`.execute(db)
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

/** Known words that share trigrams with `word`, about as long, the most similar first. */
export async function listSimilarWords(db: CatalogDb, word: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from catalog.search_term where kind = 'word' and key % ${word}
      and length(key) between length(${word}) - 2 and length(${word}) + 2
    order by similarity(key, ${word}) desc, key limit 50`.execute(db)
  return rows.map(({ key }) => key)
}

/** Known words of about the length of `word` that begin with the same character. */
export async function listWordsLike(db: CatalogDb, word: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from catalog.search_term where kind = 'word' and ${beginsWith(sql`key`, sql`left(${word}::text, 1)`)}
      and length(key) between length(${word}) - 1 and length(${word}) + 1
    order by key using ~<~ limit 1000`.execute(db)
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
    lateral (select key from catalog.search_term where kind = ${kind} and ${beginsWith(sql`key`, sql`wanted.beginning`)}
      order by key using ~<~ limit ${limit + 1}) as known`.execute(db)
  return rows
}
