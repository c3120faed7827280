import type { Kysely } from 'kysely'
import type { CatalogTables } from '../catalog-db.ts'
import { listWaiting, takeWaitingMatches, type WaitingRow } from '../sql/saved-searches.ts'
import { writeMatchLetter } from './match-letter.ts'
import type { SearchNeeds } from './needs.ts'

const BATCH = 100

/** Writes one letter for each saved search with something new. Taking the matches and writing the letter commit together. */
export async function mailMatches(
  db: Kysely<CatalogTables>,
  needs: Pick<SearchNeeds, 'now' | 'publicAddress' | 'sendMail'>,
  notify: 'at_once' | 'daily',
): Promise<number> {
  let written = 0
  for (let after: string | null = null; ; ) {
    const waiting: WaitingRow[] = await listWaiting(db, notify, after, BATCH)
    for (const search of waiting) {
      await db.transaction().execute(async (tx) => {
        const matches = await takeWaitingMatches(tx, search.id, needs.now())
        if (matches.length === 0) return
        await needs.sendMail(tx, writeMatchLetter(search, matches, needs.publicAddress))
        written += 1
      })
    }
    if (waiting.length < BATCH) return written
    after = waiting.at(-1)?.id ?? null
  }
}
