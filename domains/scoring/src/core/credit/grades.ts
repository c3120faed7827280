import type { LocalDate } from '@jiju/kernel/local-date'

export type CreditRule = {
  readonly kind: 'grade' | 'white_list'
  readonly code: string
  /** On a scale of 100. */
  readonly threshold: number
  /** Holds above the threshold only, not at it. */
  readonly isAbove: boolean
  readonly validFrom: LocalDate
  /** The last day on which it holds; null: open. */
  readonly validUntil: LocalDate | null
}

/** Rules that hold on a day; of one code the newest. */
export function rulesOn<Rule extends CreditRule>(rules: readonly Rule[], day: LocalDate): Rule[] {
  const newest = new Map<string, Rule>()
  for (const rule of rules) {
    if (rule.validFrom > day || (rule.validUntil !== null && rule.validUntil < day)) continue
    const key = `${rule.kind} ${rule.code}`
    const other = newest.get(key)
    if (!other || other.validFrom < rule.validFrom) newest.set(key, rule)
  }
  return [...newest.values()]
}

/** A score as it is shown, on the scale of its model, brought to 100. */
export const pointsOf100 = (score: string, scale: number): number => (Number(score) * 100) / scale

const holds = (rule: CreditRule, points: number) => (rule.isAbove ? points > rule.threshold : points >= rule.threshold)

/** The best grade whose threshold is reached; null where no grade holds on that day or none is reached. */
export function gradeOf<Rule extends CreditRule>(rules: readonly Rule[], day: LocalDate, points: number): Rule | null {
  const reached = rulesOn(rules, day).filter((rule) => rule.kind === 'grade' && holds(rule, points))
  return reached.sort((a, b) => b.threshold - a.threshold)[0] ?? null
}

/** The white lists on which these points stand. */
export function whiteListsOf<Rule extends CreditRule>(rules: readonly Rule[], day: LocalDate, points: number): Rule[] {
  return rulesOn(rules, day).filter((rule) => rule.kind === 'white_list' && holds(rule, points))
}
