import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { Issue, StatedRow } from '../../core/facts/connector.ts'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import { listDefinitions } from '../sql/definitions.ts'
import type { ReportRow } from '../sql/reports.ts'
import { factChecker } from './check-facts.ts'
import { selfReportConnector } from './connectors/self-report-connector.ts'
import { issueMessage, namedParams } from './present-issue.ts'

type Figure = { readonly creditCode: string; readonly factCode: string; readonly period: string; readonly value: string }
type Asked = { readonly now: Date; readonly language: Language }

/** What the rules of the day ask about single figures of a source, figure by figure. */
async function doubtsOf(db: Db<ScoringTables>, source: Source, figures: readonly Figure[], now: Date): Promise<Issue[][]> {
  const check = await factChecker(db, { source, period: null, now })
  const rows = figures.flatMap((figure, index) => [...selfReportConnector.read(figure)].map((row) => ({ ...row, row: index + 1 })))
  return (await check(rows)).map(({ issues }) => issues.filter(({ isQuestion }) => isQuestion))
}

const definitionsByCode = async (db: Db<ScoringTables>) =>
  new Map((await listDefinitions(db)).map((definition) => [definition.code, definition]))

type CorrectedFigure = Figure & {
  readonly source: Source
  /** What is implausible about it was looked at. */
  readonly isConfirmed: boolean
  /** Where it stands in the request, as the beginning of a JSON pointer. */
  readonly at: string
}

/**
 * Refuses corrections with everything that is wrong about them and everything that is implausible and was not confirmed. Figures of one
 * source and period are looked at together, so that a part and its whole may be corrected at once.
 */
export async function refuseFaults(db: Db<ScoringTables>, figures: readonly CorrectedFigure[], { now, language }: Asked): Promise<void> {
  const definitions = await definitionsByCode(db)
  const problems: Problem[] = []
  for (const source of new Set(figures.map((figure) => figure.source))) {
    const rows = rowsOf(figures.filter((figure) => figure.source === source))
    const checked = await (await factChecker(db, { source, period: null, now }))(rows.map(({ row }) => row))
    checked.forEach(({ issues }, index) => {
      for (const issue of issues) {
        const of = rows[index]?.figures.find(({ factCode }) => factCode === issue.factCode) ?? rows[index]?.figures[0]
        // Which enterprise it is stands in the request already, whatever its credit code is like.
        if (!of || issue.columnName === 'creditCode' || (issue.isQuestion && of.isConfirmed)) continue
        problems.push({
          code: issue.code,
          kind: issue.isQuestion ? 'refused' : 'invalid',
          field: `${of.at}/${issue.columnName}`,
          params: namedParams(issue, definitions, language),
          waivable: issue.isQuestion,
        })
      }
    })
  }
  if (problems.length > 0) throw new Refusal(...problems)
}

/** Figures of one source as rows: those of one enterprise and period stand in one, as they do in a table. */
function rowsOf(figures: readonly CorrectedFigure[]): { row: StatedRow; figures: CorrectedFigure[] }[] {
  const byRow = new Map<string, CorrectedFigure[]>()
  for (const figure of figures) {
    const key = `${figure.creditCode} ${figure.period}`
    byRow.set(key, [...(byRow.get(key) ?? []), figure])
  }
  return [...byRow.values()].map((own, index) => {
    const stated = own.flatMap((figure) => selfReportConnector.read(figure))
    const [first] = stated as [StatedRow]
    return { row: { ...first, row: index + 1, values: stated.flatMap(({ values }) => values) }, figures: own }
  })
}

/** What is implausible about reports that wait, in words, by report. */
export async function doubtsOfReports(
  db: Db<ScoringTables>,
  reports: readonly ReportRow[],
  { now, language }: Asked,
): Promise<ReadonlyMap<string, string[]>> {
  const waiting = reports.filter(({ state }) => state === 'pending')
  if (waiting.length === 0) return new Map()
  const definitions = await definitionsByCode(db)
  const figures = waiting.map(({ credit_code, fact_code, period, value }) => ({
    creditCode: credit_code,
    factCode: fact_code,
    period,
    value,
  }))
  const doubts = await doubtsOf(db, 'self_report', figures, now)
  return new Map(waiting.map(({ id }, index) => [id, (doubts[index] ?? []).map((issue) => issueMessage(issue, definitions, language))]))
}
