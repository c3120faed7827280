import { currentYears, snapshotYear } from '@jiju/booking/server/assessment/snapshot'
import type { BookingTables } from '@jiju/booking/server/needs'
import type { CatalogTables } from '@jiju/catalog/server/catalog-db'
import { reindexAll } from '@jiju/catalog/server/search/index-resources'
import type { OrdersTables } from '@jiju/orders/server/needs'
import { findSignals } from '@jiju/orders/server/signals/find-signals'
import { hashPassword } from '@jiju/people/server/password'
import { openDatabase } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import type pg from 'pg'
import type { Row } from './context.ts'
import type { DemoDistrict } from './generate.ts'
import { issueReports } from './issue-reports.ts'
import { keepFile } from './keep-file.ts'
import { labelDistrict } from './label-district.ts'
import { publishLists } from './score-lists.ts'
import { scoreRuns } from './score-runs.ts'
import { analyseTables, beginLoading, emptyAllTables, findDistrict, insertRows, isEmptyDatabase } from './sql.ts'
import { stateFigures } from './state-figures.ts'

type LoadOptions = {
  /** Drops the demo district that is there and loads anew. */
  readonly isReset?: boolean
  readonly now?: () => Date
  /** Takes the contents of files; without one they are named but cannot be seen. */
  readonly files?: FileStore
  /** What the codes on issued reports lead to. */
  readonly publicAddress?: string
}

export type Loaded = { readonly outcome: 'loaded' | 'already_there'; readonly rows: number; readonly indexed: number }

/** The database holds something else than a demo district; nothing was touched. */
class NotADemo extends Error {
  override name = 'NotADemo'
}

/** Whether a district may be loaded: refuses a database with real data, with and without `isReset`. */
export async function checkTarget(
  client: pg.PoolClient | pg.Pool,
  options: Pick<LoadOptions, 'isReset'>,
): Promise<'free' | 'already_there'> {
  const known = await findDistrict(client)
  if (known?.isDemo) return options.isReset ? 'free' : 'already_there'
  if (await isEmptyDatabase(client)) return 'free'
  throw new NotADemo(
    'This database holds data that are not a demo district, so nothing was changed. Point DATABASE_URL or JIJU_DATA_DIR to an empty database and run the command again.',
  )
}

/**
 * Writes the district in one transaction and builds the search index. A database with real data is refused, with and without `isReset`;
 * one that holds a demo district is left as it is unless `isReset`.
 */
export async function loadDemo(pool: pg.Pool, district: DemoDistrict, options: LoadOptions = {}): Promise<Loaded> {
  const now = options.now ?? (() => new Date())
  const passwordHash = await hashPassword(district.password)
  const client = await pool.connect()
  let count = 0
  try {
    await beginLoading(client)
    if ((await checkTarget(client, options)) === 'already_there') {
      await client.query('rollback')
      return { outcome: 'already_there', rows: 0, indexed: 0 }
    }
    await emptyAllTables(client)
    for (const { name, rows } of district.tables) {
      await insertRows(client, name, name === 'people.person' ? withPassword(rows, passwordHash) : rows)
      count += rows.length
    }
    await insertRows(client, 'platform.district', [
      {
        name_zh: district.nameZh,
        name_en: district.nameEn,
        is_demo: true,
        seed: district.seed,
        reference_day: district.referenceDay,
        generated_at: now(),
      },
    ])
    if (options.files) {
      for (const { sha256, bytes } of district.files) await keepFile(options.files, { sha256, bytes, mediaType: 'image/png' })
      await stateFigures(client, options.files, district)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
  if (options.files) await issueReports(pool, { files: options.files, publicAddress: options.publicAddress ?? 'http://localhost:4000' })
  if (options.files) {
    await scoreRuns(pool, options.files)
    await publishLists(pool, now())
    await labelDistrict(pool, now)
  }
  // The operator finds what the rules see in a district that has traded for a year.
  await openDatabase<OrdersTables>(pool)
    .transaction()
    .execute((tx) => findSignals(tx, now()))
  const names = district.tables.map(({ name }) => name)
  const [indexed] = await Promise.all([reindexAll(openDatabase<CatalogTables>(pool), { now }), analyseTables(pool, names)])
  for (const year of currentYears(now())) await snapshotYear({ db: openDatabase<BookingTables>(pool), needs: { now } }, year)
  return { outcome: 'loaded', rows: count, indexed }
}

function withPassword(rows: readonly Row[], passwordHash: string): Row[] {
  return rows.map((row) => ({ ...row, password_hash: passwordHash }))
}
