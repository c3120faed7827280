import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { z } from 'zod'
import {
  type ClauseEvaluation,
  type EvaluateClause,
  type EvaluationChoices,
  type FiscalEvaluation,
  OUTCOMES,
} from '../../contract/evaluation.ts'
import { type Caution, cautionsOf } from '../../core/evaluation/cautions.ts'
import { beforeStart, differenceOf, eventStudy, permutationP } from '../../core/evaluation/difference.ts'
import { fiscalLine } from '../../core/evaluation/fiscal.ts'
import { groupKey, groupOf, type MatchGroup, type Matching } from '../../core/evaluation/matching.ts'
import { matchPanel, meansByYear, type Panel, type Unit } from '../../core/evaluation/panel.ts'
import type { ScoringTables } from '../needs.ts'
import { listDefinitions } from '../sql/definitions.ts'
import { listEnterprises, listStatedFacts } from '../sql/standing.ts'
import { listFactYears, listSupport, type SupportedRow } from '../sql/support.ts'

const YEARS_BEFORE = 4
const YEARS_AFTER = 3
const DRAWS = 499
/** With fewer on either side there is no variance to speak of. */
const LEAST_OF_EACH = 2

/** Clauses that paid, and what can be looked at. */
export async function evaluationChoices(db: Db<ScoringTables>): Promise<EvaluationChoices> {
  const clauses = byClause(await listSupport(db))
  const outcomes = await outcomesOf(db)
  return {
    outcomes,
    clauses: clauses.map(({ code, name, rows }) => {
      const firsts = [...firstYears(rows).values()]
      return {
        code,
        name,
        amount: formatFen(sumOf(rows)),
        enterprises: firsts.length,
        years: [...new Set(firsts)].sort().map((year) => ({ year, enterprises: firsts.filter((first) => first === year).length })),
      }
    }),
  }
}

/** Compares those first supported by a clause in a year with those never supported by any. */
export async function evaluateClause(db: Db<ScoringTables>, wanted: z.output<typeof EvaluateClause>, now: Date): Promise<ClauseEvaluation> {
  const support = await listSupport(db)
  const clause = byClause(support).find(({ code }) => code === wanted.clause)
  if (!clause) throw new Refusal({ code: 'scoring.clause_missing', kind: 'missing' })
  const firsts = firstYears(clause.rows)
  const anySupport = new Set(support.map(({ enterprise_id }) => enterprise_id))
  const years = (await listFactYears(db, wanted.outcome)).filter(
    (year) => year >= wanted.start - YEARS_BEFORE && year <= wanted.start + YEARS_AFTER,
  )
  const candidates = (await listEnterprises(db)).filter(({ id }) => firsts.get(id) === wanted.start || !anySupport.has(id))
  const values = await valuesByYear(db, wanted.outcome, { years, at: now })
  const revenue = await valuesByYear(db, 'revenue', { years: [wanted.start - 1], at: now })
  const groups = new Map<string, MatchGroup>()
  const panelBy = (matching: Matching): { panel: Panel; withoutGroup: number } => {
    const units = candidates.flatMap(({ id, industry }): Unit[] => {
      const group = groupOf(matching, { revenue: revenue.get(id)?.get(wanted.start - 1), industry })
      if (!group) return []
      groups.set(groupKey(group), group)
      const outcomes = years.map((year) => scaled(values.get(id)?.get(year), wanted.scale))
      return [{ id, isTreated: firsts.has(id), group: groupKey(group), outcomes }]
    })
    return { panel: matchPanel(units, years, wanted.start), withoutGroup: candidates.length - units.length }
  }
  const { panel, withoutGroup } = panelBy(wanted.match)
  const plainPanel = wanted.match === 'none' ? null : panelBy('none').panel
  const { treated, others, isEnough } = sidesOf(panel)
  const difference = isEnough ? differenceOf(panel) : null
  const plain = plainPanel && sidesOf(plainPanel).isEnough ? differenceOf(plainPanel) : null
  const study = isEnough ? eventStudy(panel) : null
  const madeUp = isEnough ? placeboOf(panel, wanted.start) : null
  const permutation = isEnough ? permutationP(panel, { draws: DRAWS, seed: wanted.seed }) : null
  const { withoutBefore, withoutAfter, withoutMatch } = panel.leftOut
  const treatedIds = new Set(panel.units.flatMap(({ id, isTreated }) => (isTreated ? [id] : [])))
  const otherSupport = new Set(
    support.filter((row) => treatedIds.has(row.enterprise_id) && row.clause_code !== clause.code).map(({ enterprise_id }) => enterprise_id),
  )
  const outcome = (await outcomesOf(db)).find(({ code }) => code === wanted.outcome)
  if (!outcome) throw new Error(`no definition of ${wanted.outcome}`)
  return {
    clause: { code: clause.code, name: clause.name },
    outcome,
    scale: wanted.scale,
    match: wanted.match,
    start: wanted.start,
    years,
    amount: formatFen(sumOf(clause.rows.filter((row) => row.year === wanted.start && firsts.get(row.enterprise_id) === wanted.start))),
    treated,
    others,
    observations: difference?.observations ?? null,
    difference: difference && estimate(difference),
    plain: plain && plainPanel && { ...estimate(plain), treated: sidesOf(plainPanel).treated, others: sidesOf(plainPanel).others },
    eventStudy: study?.lines.map((line) => ({ year: line.year, ...estimate(line) })) ?? null,
    pretrendP: study?.pretrendP ?? null,
    placebo: madeUp,
    permutation: permutation && { p: permutation.p, draws: permutation.draws, seed: wanted.seed },
    means: meansByYear(panel),
    groups: panel.groups.map(({ group, ...counts }) => ({ stage: null, industry: null, ...groups.get(group), ...counts })),
    leftOut: { withoutBefore, withoutAfter, withoutMatch, withoutGroup },
    cautions: cautionsOf({
      isMatched: wanted.match !== 'none',
      treated,
      others,
      difference,
      plain,
      pretrendP: study?.pretrendP ?? null,
      placeboP: madeUp?.estimate.p ?? null,
      chanceP: permutation?.p ?? null,
      yearsAfter: years.filter((year) => year >= wanted.start).length,
      leftOut: withoutBefore + withoutAfter + withoutMatch + withoutGroup,
      otherSupport: otherSupport.size,
    }).map(presentCaution),
  }
}

/** Money by clause beside the change among the supported, from the year before their first payment to the last year known. */
export async function evaluateMoney(db: Db<ScoringTables>, now: Date): Promise<FiscalEvaluation> {
  const clauses = byClause(await listSupport(db))
  const outcomes = await outcomesOf(db)
  const values = new Map<string, { last: number | null; values: Awaited<ReturnType<typeof valuesByYear>> }>()
  for (const { code } of outcomes) {
    const years = await listFactYears(db, code)
    values.set(code, { last: years.at(-1) ?? null, values: await valuesByYear(db, code, { years, at: now }) })
  }
  const lasts = [...values.values()].flatMap(({ last }) => (last === null ? [] : [last]))
  return {
    lastYear: lasts.length > 0 ? Math.max(...lasts) : null,
    outcomes,
    clauses: clauses.map(({ code, name, rows }) => {
      const firsts = firstYears(rows)
      const paid = new Map<string, bigint>()
      for (const row of rows) paid.set(row.enterprise_id, (paid.get(row.enterprise_id) ?? 0n) + BigInt(row.amount_fen))
      const years = rows.map(({ year }) => year)
      return {
        code,
        name,
        amount: formatFen(sumOf(rows)),
        enterprises: firsts.size,
        firstYear: Math.min(...years),
        lastYear: Math.max(...years),
        lines: outcomes.map((outcome) => {
          const known = values.get(outcome.code)
          const changes = [...firsts].map(([id, first]) => ({
            paidFen: paid.get(id) ?? 0n,
            before: known?.values.get(id)?.get(first - 1) ?? null,
            after:
              known?.last !== undefined && known.last !== null && known.last >= first
                ? (known.values.get(id)?.get(known.last) ?? null)
                : null,
          }))
          return { outcome: outcome.code, ...fiscalLine(changes) }
        }),
      }
    }),
  }
}

/** How many there are on either side, and whether that is enough for a variance. */
function sidesOf({ units }: Panel): { treated: number; others: number; isEnough: boolean } {
  const treated = units.filter(({ isTreated }) => isTreated).length
  const others = units.length - treated
  return { treated, others, isEnough: treated >= LEAST_OF_EACH && others >= LEAST_OF_EACH }
}

function placeboOf(panel: Panel, start: number): ClauseEvaluation['placebo'] {
  const early = beforeStart(panel, start - 1)
  const found = early && early.units.length > 1 ? differenceOf(early) : null
  return found && { start: start - 1, estimate: estimate(found) }
}

const estimate = ({
  value,
  standardError,
  low,
  high,
  p,
}: {
  value: number
  standardError: number
  low: number
  high: number
  p: number
}) => ({
  value,
  standardError,
  low,
  high,
  p,
})

function presentCaution(caution: Caution): ClauseEvaluation['cautions'][number] {
  const { count = null, of = null, least = null, p = null } = caution as Partial<Record<'count' | 'of' | 'least' | 'p', number>>
  return { kind: caution.kind, count, of, least, p }
}

/** ln(1 + x), so that small and large enterprises count alike; below 0 there is none. */
function scaled(value: number | undefined, scale: 'level' | 'log'): number | null {
  if (value === undefined) return null
  if (scale === 'level') return value
  return value >= 0 ? Math.log1p(value) : null
}

function byClause(support: readonly SupportedRow[]): { code: string; name: string; rows: SupportedRow[] }[] {
  const codes = [...new Set(support.map(({ clause_code }) => clause_code))].sort()
  return codes.map((code) => {
    const rows = support.filter(({ clause_code }) => clause_code === code)
    return { code, name: rows[0]?.clause_name ?? code, rows }
  })
}

function firstYears(rows: readonly SupportedRow[]): Map<string, number> {
  const firsts = new Map<string, number>()
  for (const { enterprise_id, year } of rows) firsts.set(enterprise_id, Math.min(year, firsts.get(enterprise_id) ?? year))
  return firsts
}

const sumOf = (rows: readonly SupportedRow[]) => rows.reduce((sum, { amount_fen }) => sum + BigInt(amount_fen), 0n)

async function outcomesOf(db: Db<ScoringTables>): Promise<EvaluationChoices['outcomes']> {
  const definitions = new Map((await listDefinitions(db)).map((definition) => [definition.code, definition]))
  return OUTCOMES.flatMap((code) => {
    const definition = definitions.get(code)
    return definition ? [{ code, name: definition.name, unit: definition.unit }] : []
  })
}

async function valuesByYear(
  db: Db<ScoringTables>,
  code: string,
  { years, at }: { years: readonly number[]; at: Date },
): Promise<Map<string, Map<number, number>>> {
  const columns = years.map((year) => ({ ref: String(year), code, period: String(year), isPoint: false }))
  const values = new Map<string, Map<number, number>>()
  for (const { enterprise_id, ref, value } of await listStatedFacts(db, columns, null, at)) {
    const own = values.get(enterprise_id) ?? new Map<number, number>()
    own.set(Number(ref), Number(value))
    values.set(enterprise_id, own)
  }
  return values
}
