import type { LocalDate } from '@jiju/kernel/local-date'
import { usccFault } from '@jiju/kernel/uscc'
import type { Issue, StatedRow, StatedText } from './connector.ts'
import type { FactDefinition, FactLimits, FactRelation } from './definition.ts'
import { readNumber } from './number-text.ts'
import { isPeriodOf, lastDayOf, RUN_PERIOD } from './periods.ts'
import { doubtOf, type Finding, partFault, type Usual } from './plausibility.ts'
import type { PeriodKind, Source } from './sources.ts'

/** What is known when rows are checked; look-ups of what is stored come from outside. */
export type CheckContext = {
  readonly definitions: ReadonlyMap<string, FactDefinition>
  /** The rules of the day of the check. */
  readonly limitsOf: (factCode: string) => FactLimits
  readonly relations: readonly FactRelation[]
  readonly source: Source
  /** The period of the whole import; rows may repeat it, not contradict it. */
  readonly period: string | null
  readonly today: LocalDate
  readonly enterpriseOf: (creditCode: string) => string | undefined
  /** What the source, or else the first by authority, states now. */
  readonly storedValue: (enterpriseId: string, factCode: string, period: string) => number | null
  readonly usual: (factCode: string) => Usual | null
  /** The row in which the same enterprise, period and (in a list of facts) fact stood before; remembers this one. */
  readonly rowBefore: (key: string, row: StatedRow) => { readonly sheet: string; readonly row: number } | undefined
}

type CheckedValue = { readonly factCode: string; readonly period: string; readonly value: string }

export type CheckedRow = {
  readonly state: 'good' | 'asked' | 'refused'
  readonly creditCode: string
  readonly enterpriseId: string | null
  readonly values: readonly CheckedValue[]
  readonly issues: readonly Issue[]
}

/** Everything wrong and doubtful about one row. A mistake refuses the row; a question keeps it waiting; else it is good. */
export function checkRow(row: StatedRow, context: CheckContext): CheckedRow {
  const issues: Issue[] = []
  const say = (at: SaidOf, finding: Finding) =>
    issues.push({ sheet: row.sheet, row: row.row, column: at.column, columnName: at.columnName, value: at.text, ...factOf(at), ...finding })
  const wrong = (at: SaidOf, code: string, params: Issue['params'] = {}) =>
    say(at, { code, params: { value: at.text, ...params }, isQuestion: false })

  const creditCode = row.creditCode.text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const enterpriseId = findEnterprise(creditCode, row.creditCode, context, wrong)
  const periodText = readPeriod(row, context, wrong)
  const values: (CheckedValue & { readonly at: SaidOf; readonly number: number })[] = []
  const attempted = new Set<string>()
  for (const at of row.values) {
    const cell = readNumber(at.text)
    if (cell.kind === 'blank') continue
    attempted.add(at.factCode)
    const definition = context.definitions.get(at.factCode)
    if (!definition) wrong(at.named ?? at, 'scoring.mistake_fact_unknown')
    else if (cell.kind === 'error') wrong(at, 'scoring.mistake_error_cell')
    else if (cell.kind === 'words') wrong(at, 'scoring.mistake_not_a_number')
    else if (!definition.authority.includes(context.source))
      wrong(at, 'scoring.mistake_source_not_competent', { source: context.source, name: definition.code })
    else if (periodText) {
      const period = periodFor(definition.periodKind, periodText.text)
      if (period) values.push({ factCode: at.factCode, period, value: cell.text, at, number: Number(cell.text) })
      else wrong(periodText, 'scoring.mistake_period_form', { name: definition.code, expected: PERIOD_FORMS[definition.periodKind] })
    }
  }
  if (attempted.size === 0)
    wrong({ column: null, columnName: row.creditCode.columnName, text: row.creditCode.text }, 'scoring.mistake_row_empty')
  if (enterpriseId && periodText) {
    const keys =
      row.values.length === 1 ? `${creditCode} ${periodText.text} ${row.values[0]?.factCode}` : `${creditCode} ${periodText.text}`
    const first = context.rowBefore(keys, row)
    if (first) wrong(row.creditCode, 'scoring.mistake_row_twice', { sheet: first.sheet, row: first.row })
    else doubtsOf(values, enterpriseId, context, attempted, say)
  }
  const once = onePeriodFault(issues)
  const state = once.some(({ isQuestion }) => !isQuestion) ? 'refused' : once.length > 0 ? 'asked' : 'good'
  return {
    state,
    creditCode,
    enterpriseId: enterpriseId ?? null,
    values: values.map(({ factCode, period, value }) => ({ factCode, period, value })),
    issues: once,
  }
}

type SaidOf = StatedText & { readonly factCode?: string }

const factOf = ({ factCode }: SaidOf) => (factCode === undefined ? {} : { factCode })

/** One wrong period cell is one mistake, however many facts of the row it spoils. */
function onePeriodFault(issues: readonly Issue[]): Issue[] {
  const first = issues.findIndex(({ code }) => code === 'scoring.mistake_period_form')
  return issues.filter(({ code }, index) => code !== 'scoring.mistake_period_form' || index === first)
}

type Wrong = (at: SaidOf, code: string, params?: Issue['params']) => void

function findEnterprise(creditCode: string, at: StatedText, context: CheckContext, wrong: Wrong): string | undefined {
  const fault = usccFault(creditCode)
  if (fault === 'form') wrong(at, 'scoring.mistake_credit_code_form')
  else if (fault) wrong(at, 'scoring.mistake_check_character')
  const id = fault ? undefined : context.enterpriseOf(creditCode)
  if (!fault && !id) wrong(at, 'scoring.mistake_enterprise_unknown')
  return id
}

const PERIOD_FORMS: Readonly<Record<PeriodKind, string>> = { year: '2025', quarter: '2025-Q4', point: '2025-12-31' }

/** The period of a row; undefined when it is wrong. */
function readPeriod(row: StatedRow, context: CheckContext, wrong: Wrong): StatedText | undefined {
  const at = row.period ?? { column: null, columnName: '', text: '' }
  const written = at.text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/年度?$/, '')
    .toUpperCase()
  const text = written || (context.period ?? '')
  const end = RUN_PERIOD.test(text) ? lastDayOf(text) : isPeriodOf('point', text) ? text : undefined
  if (end === undefined || end < '1990')
    return void wrong(at, 'scoring.mistake_period_form', { name: 'row', expected: '2025 / 2025-Q4 / 2025-12-31' })
  if (end >= context.today) return void wrong(at, 'scoring.mistake_period_open')
  if (context.period && text !== context.period) return void wrong(at, 'scoring.mistake_period_other', { expected: context.period })
  return { ...at, text }
}

/** The period of a fact for that of its row: a point in time is the last day of a year or quarter. */
function periodFor(kind: PeriodKind, text: string): string | undefined {
  if (isPeriodOf(kind, text)) return text
  return kind === 'point' && RUN_PERIOD.test(text) ? lastDayOf(text) : undefined
}

/** The same period a year earlier. */
const yearBefore = (period: string) => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`

type NumberedValue = CheckedValue & { readonly at: SaidOf; readonly number: number }

function doubtsOf(
  values: readonly NumberedValue[],
  enterpriseId: string,
  context: CheckContext,
  attempted: ReadonlySet<string>,
  say: (at: SaidOf, finding: Finding) => void,
): void {
  const sound = new Map<string, NumberedValue>()
  for (const value of values) {
    const definition = context.definitions.get(value.factCode) as FactDefinition
    const before = context.storedValue(enterpriseId, value.factCode, yearBefore(value.period))
    const reference = { unit: definition.unit, limits: context.limitsOf(value.factCode), before, usual: context.usual(value.factCode) }
    const doubt = doubtOf(value.number, reference)
    if (doubt) say(value.at, doubt)
    else sound.set(value.factCode, value)
  }
  for (const relation of context.relations) {
    const part = sound.get(relation.part)
    if (!part) continue
    const here = sound.get(relation.whole)?.number
    // A whole that is itself wrong or doubtful says nothing about its parts.
    const stored = attempted.has(relation.whole) ? null : context.storedValue(enterpriseId, relation.whole, part.period)
    const whole = here ?? stored
    if (whole === null) continue
    const fault = partFault(relation, part.number, { value: whole, isStatedHere: here !== undefined })
    if (fault) say(part.at, fault)
  }
}
