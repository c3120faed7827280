import type { Db } from '@jiju/platform/database/pool'
import type { RunGrounds } from '../../contract/run-desk.ts'
import { obstaclesOf } from '../../core/engine/obstacles.ts'
import { STATUSES } from '../../core/engine/score-table.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { listEnterprisesByCode } from '../sql/enterprise-names.ts'
import { openRun } from './open-run.ts'

const VETOED = STATUSES.indexOf('vetoed')
const MOST_SHOWN = 100

/** Of a finished run: how much of each column was known, the least known first, and which event excluded whom. */
export async function readGrounds(db: Db<ScoringTables>, needs: Pick<ScoringNeeds, 'files'>, runId: string): Promise<RunGrounds> {
  const run = await openRun(db, needs, runId)
  const { model, table, scores } = run
  const definitions = new Map(model.facts.map((fact) => [fact.code, fact]))
  const columns = [...table.columns].map(([ref, column]) => {
    const [code = '', offset] = ref.split('@')
    const fact = definitions.get(code)
    const knownCount = column.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0)
    return { ref, name: fact?.name ?? { zh: code, en: code }, unit: fact?.unit ?? '', yearsBack: offset ? -Number(offset) : 0, knownCount }
  })
  const cells = table.ids.length * columns.length
  const vetoed = table.ids.flatMap((id, row) => (scores.status[row] === VETOED ? [{ id, row }] : []))
  const shown = vetoed.slice(0, MOST_SHOWN)
  const names = await listEnterprisesByCode(
    db,
    shown.map(({ id }) => id),
  )
  const items = new Map(model.deductions.items.map(({ code, name }) => [code, name]))
  return {
    knownRatio: cells === 0 ? 0 : columns.reduce((sum, { knownCount }) => sum + knownCount, 0) / cells,
    columns: columns.sort((a, b) => a.knownCount - b.knownCount || (a.ref < b.ref ? -1 : 1)),
    excluded: shown.flatMap(({ id, row }) => {
      const enterprise = names.get(id)
      return obstaclesOf({ ...run, asOf: run.row.as_of }, row).flatMap((obstacle) =>
        enterprise && obstacle.kind === 'veto'
          ? [{ ...enterprise, item: items.get(obstacle.code) ?? { zh: obstacle.code, en: obstacle.code }, on: obstacle.on }]
          : [],
      )
    }),
    excludedCount: vetoed.length,
  }
}
