import type { Kysely } from 'kysely'
import type { CatalogTables } from '../catalog-db.ts'
import { dropLinesBefore } from '../sql/imports.ts'

/** The lines of an import, which hold the whole file as text, are kept this long after its end; its counts stay. */
const LINES_KEPT_DAYS = 90
const BATCH = 20

/** Drops what was kept long enough, some imports a transaction, so that no lock is held for long. */
export async function dropOldLines(db: Kysely<CatalogTables>, now: Date): Promise<number> {
  const before = new Date(now.getTime() - LINES_KEPT_DAYS * 86_400_000)
  for (let total = 0; ; ) {
    const dropped = await db.transaction().execute((tx) => dropLinesBefore(tx, before, now, BATCH))
    total += dropped
    if (dropped < BATCH) return total
  }
}
