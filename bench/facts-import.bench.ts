import path from 'node:path'
import { newId } from '@jiju/kernel/ids'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { applyImport } from '../domains/scoring/src/server/imports/apply-import.ts'
import { checkFile } from '../domains/scoring/src/server/imports/check-import.ts'
import { plantWorkbook } from '../domains/scoring/src/server/imports/test-workbook.ts'
import type { ScoringDeps } from '../domains/scoring/src/server/needs.ts'
import { listDefinitions } from '../domains/scoring/src/server/sql/definitions.ts'
import { chooseMode, findImport, insertImport, listIssues } from '../domains/scoring/src/server/sql/imports.ts'
import type { DB } from '../domains/scoring/src/server/tables.ts'
import { type BenchContext, seededRandom } from './bench.ts'

const NOW = new Date('2026-11-23T01:40:00.000Z')

/**
 * 22,000 enterprises × 38 facts from a workbook with 1 % planted mistakes of ten kinds (and a fault in the headers of four more sheets),
 * checked against the facts of a year earlier: found, missed, false alarms; seconds and peak memory of check and of writing.
 */
export default async function factsImport({ quick, emit, databaseUrl, home }: BenchContext): Promise<void> {
  const enterprises = quick ? 2000 : 22_000
  const pool = openPool({ connectionString: databaseUrl })
  const db = openDatabase<DB>(pool)
  const deps = { db, needs: { now: () => NOW } } as unknown as ScoringDeps
  try {
    const file = path.join(home, 'facts.xlsx')
    const definitions = await listDefinitions(db)
    const mistakes = Math.round((enterprises * definitions.length) / 100)
    const { planted, facts } = await plantWorkbook(db, file, definitions, { enterprises, mistakes, random: seededRandom(20_261_122) })
    await pool.query('analyze scoring.enterprise, scoring.fact')
    const row = await insertImport(db, {
      id: newId(),
      content: 'facts',
      door: 'upload',
      source: 'self_report',
      period: null,
      fileId: null,
      fileName: 'facts.xlsx',
      createdBy: null,
      organisationId: null,
      now: NOW,
    })

    const memory = watchMemory()
    const checkSeconds = await secondsOf(() => checkFile(deps, row, file))
    const checkPeak = memory.peak()
    const open = new Set(planted.map(({ sheet, row: line, column, code }) => `${sheet} ${line} ${column} ${code}`))
    const issues = await listIssues(db, { importId: row.id, show: 'all', after: undefined, limit: facts })
    const falseAlarms = issues.filter(
      ({ sheet, row_no, column_no, code }) => !open.delete(`${sheet} ${row_no} ${column_no} ${code}`),
    ).length

    emit({ figure: 'facts', value: facts, unit: 'facts' })
    emit({ figure: 'planted', value: planted.length, unit: 'mistakes' })
    emit({ figure: 'kinds', value: new Set(planted.map(({ code }) => code)).size, unit: 'kinds' })
    emit({ figure: 'found', value: planted.length - open.size, unit: 'mistakes' })
    emit({ figure: 'false_alarms', value: falseAlarms, unit: 'mistakes' })
    emit({ figure: 'check_s', value: checkSeconds, unit: 's' })
    emit({ figure: 'check_peak_mb', value: checkPeak, unit: 'MB' })

    await chooseMode(db, row.id, 'good_rows')
    const writeSeconds = await secondsOf(() => applyImport(deps, row.id))
    const done = await findImport(db, row.id)
    emit({ figure: 'written_facts', value: done?.recorded_count ?? 0, unit: 'facts' })
    emit({ figure: 'write_s', value: writeSeconds, unit: 's' })
    emit({ figure: 'peak_mb', value: memory.stop(), unit: 'MB' })
  } finally {
    await db.destroy()
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** The most memory that the process holds, looked at ten times a second. */
function watchMemory() {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss / 1_048_576)
    return peak
  }
  const timer = setInterval(look, 100)
  return {
    peak: look,
    stop: () => {
      clearInterval(timer)
      return look()
    },
  }
}
