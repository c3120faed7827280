import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { Issue } from '../../core/facts/connector.ts'
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

/** Refuses a figure with everything that is implausible about it; whoever has looked at that may confirm it. */
export async function refuseDoubts(db: Db<ScoringTables>, figure: Figure & { source: Source }, { now, language }: Asked): Promise<void> {
  const [doubts = []] = await doubtsOf(db, figure.source, [figure], now)
  if (doubts.length === 0) return
  const definitions = await definitionsByCode(db)
  const problemOf = (issue: Issue) => ({
    code: issue.code,
    kind: 'refused' as const,
    field: '/value',
    params: namedParams(issue, definitions, language),
    waivable: true,
  })
  throw new Refusal(...doubts.map(problemOf))
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
