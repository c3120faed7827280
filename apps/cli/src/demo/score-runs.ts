import { openDatabase } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import type { ScoringTables } from '@jiju/scoring/server/needs'
import { executeRun } from '@jiju/scoring/server/runs/execute-run'
import type pg from 'pg'

const MINUTE = 60_000

/** Executes the queued runs of the demo as the running platform does, so that their scores, files and hashes are real. */
export async function scoreRuns(pool: pg.Pool, files: FileStore): Promise<void> {
  const { rows } = await pool.query<{ id: string; facts_at: Date }>(
    `select id, facts_at from scoring.run where state = 'queued' order by facts_at`,
  )
  const db = openDatabase<ScoringTables>(pool)
  for (const { id, facts_at } of rows) {
    await executeRun({ db, needs: { files, now: () => new Date(facts_at.getTime() + 2 * MINUTE) } }, id)
  }
}
