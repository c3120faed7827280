import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { type CheckContext, type CheckedRow, checkRow } from '../../core/facts/check-row.ts'
import type { StatedRow } from '../../core/facts/connector.ts'
import type { FactLimits } from '../../core/facts/definition.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import { listDefinitions, listStoredValues, readUsual } from '../sql/definitions.ts'
import { findEnterprisesByCode } from '../sql/enterprises.ts'
import { listLimits, listRelations } from '../sql/fact-rules.ts'

const NO_LIMITS: FactLimits = { low: null, high: null, factor: null }

type About = { readonly source: Source; readonly period: string | null; readonly now: Date }

/** What checks rows of statements, whatever door they came through: a few hundred at a time, with look-ups for all of them at once. */
export async function factChecker(db: Db<ScoringTables>, about: About): Promise<(rows: readonly StatedRow[]) => Promise<CheckedRow[]>> {
  const today = localDayOf(about.now, SCORING_ZONE)
  const definitions = new Map((await listDefinitions(db)).map((definition) => [definition.code, definition]))
  const limits = await listLimits(db, today)
  const relations = await listRelations(db, today)
  const usual = await readUsual(db, about.now)
  const firstRows = new Map<string, { sheet: string; row: number }>()
  const rowBefore: CheckContext['rowBefore'] = (key, { sheet, row }) => {
    const first = firstRows.get(key)
    if (!first) firstRows.set(key, { sheet, row })
    return first
  }
  return async (rows) => {
    const enterprises = await findEnterprisesByCode(db, [...new Set(rows.map(({ creditCode }) => normalCode(creditCode.text)))])
    const stored = await storedValues(db, [...enterprises.values()], rows, about)
    return rows.map((row) =>
      checkRow(row, {
        ...about,
        today,
        definitions,
        limitsOf: (factCode) => limits.get(factCode) ?? NO_LIMITS,
        relations,
        rowBefore,
        enterpriseOf: (creditCode) => enterprises.get(creditCode),
        storedValue: (enterpriseId, factCode, period) => stored.get(`${enterpriseId} ${factCode} ${period}`) ?? null,
        usual: (factCode) => usual.get(factCode) ?? null,
      }),
    )
  }
}

const normalCode = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** The periods of the rows, with their days as points in time, and the same a year before. */
async function storedValues(
  db: Db<ScoringTables>,
  enterpriseIds: readonly string[],
  rows: readonly StatedRow[],
  { source, period, now }: About,
) {
  const years = new Set(rows.map((row) => /^\d{4}/.exec(row.period?.text || (period ?? ''))?.[0] ?? '').filter((year) => year !== ''))
  const tails = ['', '-Q1', '-Q2', '-Q3', '-Q4', '-03-31', '-06-30', '-09-30', '-12-31']
  const periods = new Set(
    [...years].flatMap((year) => [year, String(Number(year) - 1)].flatMap((each) => tails.map((tail) => each + tail))),
  )
  const values = await listStoredValues(db, { enterpriseIds, periods: [...periods], source, at: now })
  return new Map(values.map((row) => [`${row.enterprise_id} ${row.fact_code} ${row.period}`, row.value]))
}
