import { recordAudit } from '@jiju/platform/audit/audit'
import type { Db } from '@jiju/platform/database/pool'
import { publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import type { ScoringDeps } from '../needs.ts'
import { listGoodRows, moveImport, setCounts, takeImport } from '../sql/imports.ts'
import { kindOf } from './kinds.ts'

const CHUNK_ROWS = 250

/** Writes the good rows of a checked import in one transaction; a second run finds nothing to do. */
export async function applyImport({ db, needs }: ScoringDeps, importId: string): Promise<void> {
  const now = needs.now()
  await db.transaction().execute(async (tx) => {
    const row = await takeImport(tx, importId)
    if (!row) return
    const kind = kindOf(row.content)
    await kind.begin(tx, row)
    const total = {
      recorded: row.recorded_count,
      replaced: row.replaced_count,
      unchanged: row.unchanged_count,
      lackingConsent: row.lacking_consent_count,
    }
    let done = 0
    for (let after = 0; ; ) {
      const rows = await listGoodRows(tx, importId, after, CHUNK_ROWS)
      if (rows.length === 0) break
      const counts = await kind.apply(tx, row, rows, now)
      total.recorded += counts.recorded
      total.replaced += counts.replaced
      total.unchanged += counts.unchanged
      total.lackingConsent += counts.lackingConsent ?? 0
      done += rows.length
      after = rows.at(-1)?.line ?? after
      // Told from outside of the transaction, so that who waits sees it.
      await setCounts(db, importId, 'checked', { rows_done: done })
    }
    const counts = {
      recorded_count: total.recorded,
      replaced_count: total.replaced,
      unchanged_count: total.unchanged,
      lacking_consent_count: total.lackingConsent,
    }
    if (!(await moveImport(tx, importId, 'checked', { state: 'applied', ...counts, finished_at: now })))
      throw new Error(`import ${importId} was finished by somebody else`)
    const platform = tx as unknown as Db<PlatformTables>
    await publish(platform, { topic: 'scoring.facts_imported', payload: { importId, content: row.content, source: row.source } })
    await recordAudit(platform, {
      actorUserId: row.created_by,
      actorOrganisationId: row.organisation_id,
      action: 'scoring.import.apply',
      subjectType: 'scoring.import',
      subjectId: importId,
      detail: { content: row.content, door: row.door, source: row.source, mode: row.mode, rows: done, ...total },
    })
  })
}
