import { recordAudit } from '@jiju/platform/audit/audit'
import type { Db } from '@jiju/platform/database/pool'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import { queueApply } from '../../imports/start-import.ts'
import type { ScoringDeps } from '../../needs.ts'
import { isClean, listUntold, setResultState, type TakenRow } from '../../sql/deliveries.ts'
import { chooseMode, findImport, type ImportRow } from '../../sql/imports.ts'
import { listOperators } from '../../sql/lists.ts'
import { findOrganisationName } from '../../sql/organisations.ts'
import { isOfDisk } from './look-at-folder.ts'
import { writeResult } from './result-file.ts'

/**
 * Brings taken files to their end: one without any mistake or doubt is written as a whole; any other waits for an officer, who is told.
 * Beside each file stands what became of it, again when an officer has decided.
 */
export async function settleDeliveries(deps: ScoringDeps, root: string): Promise<void> {
  for (const taken of await listUntold(deps.db)) {
    const row = await findImport(deps.db, taken.import_id)
    if (!row) continue
    if (isClean(row)) await writeWhole(deps, row)
    else if (row.state !== 'checked' || row.mode === null) await tell(deps, root, taken, row)
  }
}

async function writeWhole({ db, needs }: ScoringDeps, row: ImportRow): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await chooseMode(tx, row.id, 'all_or_nothing'))) return
    await queueApply(tx, needs, row.id)
    await recordAudit(tx as unknown as Db<PlatformTables>, {
      actorUserId: null,
      actorOrganisationId: row.organisation_id,
      action: 'scoring.import.confirm',
      subjectType: 'scoring.import',
      subjectId: row.id,
      detail: { mode: 'all_or_nothing', door: row.door },
    })
  })
}

async function tell({ db, needs }: ScoringDeps, root: string, taken: TakenRow, row: ImportRow): Promise<void> {
  const isWritten = await writeResult(db, root, taken, row).then(
    () => true,
    // A folder that is away is told of when it is back.
    (error: unknown) => {
      if (!isOfDisk(error)) throw error
      return false
    },
  )
  if (row.state === 'checked' || row.state === 'failed') await tellOfficers({ db, needs }, taken, row)
  if (isWritten) await setResultState(db, row.id, row.state)
}

async function tellOfficers({ db, needs }: ScoringDeps, taken: TakenRow, row: ImportRow): Promise<void> {
  const supplier = (row.organisation_id && (await findOrganisationName(db, row.organisation_id))) ?? taken.folder
  for (const organisationId of await listOperators(db))
    await needs.notify(db, {
      kind: row.state === 'failed' ? 'scoring.delivery_unreadable' : 'scoring.delivery_waits',
      to: { organisationId, roles: ['operator:data_officer'] },
      params: { supplier, file: taken.file_name, mistakes: row.mistake_count, questions: row.question_count },
      link: `/o/facts/imports/${row.id}`,
      key: `${row.id} ${row.state} ${organisationId}`,
    })
}
