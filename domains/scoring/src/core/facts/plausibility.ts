import { type FactLimits, type FactRelation, TEN_THOUSAND_YUAN } from './definition.ts'

export type Finding = { readonly code: string; readonly params: Readonly<Record<string, string | number>>; readonly isQuestion: boolean }

/** Between which values nearly all enterprises of the district lie. */
export type Usual = { readonly low: number; readonly high: number }

type Reference = {
  readonly unit: string
  readonly limits: FactLimits
  /** What is known of the same enterprise a year earlier. */
  readonly before: number | null
  readonly usual: Usual | null
}

// A figure in yuan instead of 10,000 yuan differs by 10,000 times what the year did, which is taken to be at most five times.
const UNIT_FACTOR = 10_000
const UNIT_SLACK = 5
// Without a year before: far above everybody, but usual if it were in yuan.
const FAR_ABOVE = 20

/** What is doubtful about a value: the unit first, then its limits, then the leap from the year before. At most one. */
export function doubtOf(value: number, { unit, limits, before, usual }: Reference): Finding | undefined {
  const ask = (code: string, params: Finding['params']): Finding => ({ code, params: { value, ...params }, isQuestion: true })
  if (unit === TEN_THOUSAND_YUAN) {
    const than = before !== null && before !== 0 ? before : null
    if (than !== null && isUnitApart(value / than)) return ask('scoring.question_unit_before', { reference: than })
    if (than === null && usual && value > usual.high * FAR_ABOVE && isWithin(value / UNIT_FACTOR, usual))
      return ask('scoring.question_unit_peers', { reference: usual.high })
  }
  const { low, high, factor } = limits
  if ((low !== null && value < low) || (high !== null && value > high))
    return ask('scoring.question_range', { low: low ?? '—', high: high ?? '—' })
  if (factor !== null && before !== null && before > 0 && (value > before * factor || value * factor < before))
    return ask('scoring.question_jump', { reference: before, factor })
  return undefined
}

function isUnitApart(ratio: number): boolean {
  const size = Math.abs(ratio)
  const isNear = (target: number) => size >= target / UNIT_SLACK && size <= target * UNIT_SLACK
  return isNear(UNIT_FACTOR) || isNear(1 / UNIT_FACTOR)
}

const isWithin = (value: number, { low, high }: Usual) => value >= low && value <= high

/** A part larger than its whole allows. What is compared with a figure of another batch is asked about, never refused. */
export function partFault(
  relation: FactRelation,
  part: number,
  whole: { readonly value: number; readonly isStatedHere: boolean },
): Finding | undefined {
  const limit = whole.value * relation.factor
  if (part <= limit) return undefined
  const isQuestion = relation.severity === 'question' || !whole.isStatedHere
  const params = { part: relation.part, whole: relation.whole, value: part, limit }
  return { code: isQuestion ? 'scoring.question_part_above_whole' : 'scoring.mistake_part_above_whole', params, isQuestion }
}
