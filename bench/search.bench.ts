/** Searches over invented resources: time of the first page by kind of query, recall against a reading of every row, and LIKE and pg_trgm beside it. */
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { SearchQuery } from '@jiju/catalog/contract/search'
import { searchResources } from '@jiju/catalog/server/search/search-resources'
import { insertTerms } from '@jiju/catalog/server/sql/search-index'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import type pg from 'pg'
import { type BenchContext, percentile } from './bench.ts'
import { resourceOf } from './search-corpus.ts'
import { QUERIES, type QueryClass, readAll } from './search-queries.ts'

const ROWS = 1_000_000
const QUICK_ROWS = 10_000
const NEEDS = { now: () => new Date('2026-11-21T04:00:00Z'), firstFreeSlots: async () => new Map(), customerClassOf: () => null }

export default async function run({ quick, emit, databaseUrl }: BenchContext): Promise<void> {
  const rows = quick ? QUICK_ROWS : ROWS
  emit({ figure: 'rows', value: rows, unit: quick ? 'resources (quick: fewer)' : 'resources' })
  const pool = openPool({ connectionString: databaseUrl, maxConnections: 4, statementTimeoutMs: 0 })
  const db = openDatabase<never>(pool)

  const started = performance.now()
  const indexSeconds = await load(pool, databaseUrl, rows)
  emit({ figure: 'load_s', value: (performance.now() - started) / 1000 - indexSeconds, unit: 's' })
  emit({ figure: 'index_s', value: indexSeconds, unit: 's' })
  const size = await pool.query(
    `select pg_relation_size('catalog.search_document_tokens') as index, pg_table_size('catalog.search_document') as rows`,
  )
  emit({ figure: 'index_mb', value: Number(size.rows[0].index) / 1e6, unit: 'MB' })
  emit({ figure: 'table_mb', value: Number(size.rows[0].rows) / 1e6, unit: 'MB' })

  const { truths, words } = readAll(rows, resourceOf)
  await insertTerms(
    db,
    [...words].map((word) => ({ kind: 'word', key: word, text: word, initials: '' })),
  )
  const peers = await loadPeers(pool, quick)
  const search = (query: SearchQuery) => searchResources(db, NEEDS, query, null)
  for (const [name, queries] of Object.entries(QUERIES) as [QueryClass, (typeof QUERIES)[QueryClass]][]) {
    const asked = queries.map(({ params, like }, index) => ({
      like,
      query: SearchQuery.parse(params),
      truth: truths.get(`${name} ${index}`) ?? new Set<string>(),
    }))
    for (const { query } of asked) await search(query)
    const times: number[] = []
    for (let round = 0; round < (quick ? 3 : 20); round += 1)
      for (const { query } of asked) {
        const begin = performance.now()
        await search(query)
        times.push(performance.now() - begin)
      }
    const recalls: number[] = []
    for (const { query, truth } of asked) {
      const found = new Set<string>()
      for (let cursor: string | undefined; ; ) {
        const page = await search({ ...query, limit: 100, ...(cursor && { cursor }) })
        for (const { id } of page.items) found.add(id)
        if (!page.nextCursor) break
        cursor = page.nextCursor
      }
      const hits = [...truth].filter((id) => found.has(id)).length
      // Of more matches than are ranked, every ranked one must be true.
      recalls.push(truth.size === 0 ? 1 : hits / Math.min(truth.size, found.size >= truth.size ? truth.size : Math.max(found.size, 500)))
    }
    const own = { p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
    for (const peer of peers) {
      const theirs = await peer.measure(asked.slice(0, quick ? 2 : 4).map(({ like }) => like))
      emit({ figure: `p50_ms_${name}`, value: own.p50, unit: 'ms', peer: peer.name, peerValue: percentile(theirs, 0.5) })
      emit({ figure: `p95_ms_${name}`, value: own.p95, unit: 'ms', peer: peer.name, peerValue: percentile(theirs, 0.95) })
    }
    emit({ figure: `recall_${name}`, value: recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length, unit: 'ratio' })
  }
  await pool.end()
}

/** Rows first, then the index over all of them: what an import of a whole country does. Returns the seconds of the index. */
async function load(pool: pg.Pool, databaseUrl: string, rows: number): Promise<number> {
  await pool.query('drop index catalog.search_document_tokens')
  const loaders = Math.min(4, availableParallelism())
  const stretch = Math.ceil(rows / loaders)
  await Promise.all(
    Array.from({ length: loaders }, (_, index) => {
      const stretchOf = [databaseUrl, String(index * stretch), String(Math.min(rows, (index + 1) * stretch))]
      const loader = fork(fileURLToPath(new URL('./search-load.ts', import.meta.url)), stretchOf)
      return new Promise<void>((resolve, reject) => {
        loader.once('error', reject)
        loader.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`loader ended with ${code}`))))
      })
    }),
  )
  const begin = performance.now()
  const client = await pool.connect()
  await client.query(`set maintenance_work_mem = '1GB'`)
  await client.query('create index search_document_tokens on catalog.search_document using gin (tokens) with (fastupdate = off)')
  client.release(true)
  const seconds = (performance.now() - begin) / 1000
  await pool.query('vacuum analyze catalog.search_document')
  return seconds
}

type Peer = { readonly name: string; readonly measure: (patterns: readonly string[]) => Promise<number[]> }

/** The plain ways on the same rows: first page and a count up to 1,000 of what holds the text. */
async function loadPeers(pool: pg.Pool, quick: boolean): Promise<Peer[]> {
  await pool.query(`create table bench_text as select resource_id, lower(concat_ws(' ', card->>'nameZh', card->>'nameEn', card->>'manufacturer', card->>'model', card->>'summary',
    card->'provider'->>'name', card->>'methods', (select string_agg(s->>'number', ' ') from jsonb_array_elements(card->'standards') s))) as text from catalog.search_document`)
  await pool.query('create table bench_trgm as select * from bench_text')
  await pool.query('create index on bench_text (resource_id)')
  await pool.query('create index on bench_trgm using gin (text gin_trgm_ops)')
  await pool.query('vacuum analyze bench_text')
  await pool.query('vacuum analyze bench_trgm')
  const timed = async (text: string, patterns: readonly string[], rounds: number) => {
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1)
      for (const pattern of patterns) {
        const begin = performance.now()
        await pool.query(text, [pattern])
        times.push(performance.now() - begin)
      }
    return times
  }
  // Both stop as early as they can: the page at its 20th row where the order allows, the count at 1,001.
  const page = (table: string, condition: string, order: string) =>
    `select (select json_agg(first.*) from (select resource_id from ${table} where ${condition} order by ${order} limit 20) as first),
      (select count(*) from (select 1 from ${table} where ${condition} limit 1001) as counted)`
  const like = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rounds = quick ? 1 : 2
  return [
    { name: 'like', measure: (texts) => timed(page('bench_text', 'text like $1', 'resource_id'), texts.map(like), rounds) },
    {
      name: 'pg_trgm',
      measure: (texts) =>
        timed(
          page('bench_trgm', `(text like '%' || $1 || '%' or $1 <% text)`, 'word_similarity($1, text) desc, resource_id'),
          texts.map((text) => text.toLowerCase()),
          rounds,
        ),
    },
  ]
}
