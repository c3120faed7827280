import type { LocalDate } from '@jiju/kernel/local-date'
import type { FactLimitRule, FactRelationRule } from '../../contract/fact-rules.ts'
import type { LimitRow, RelationRow } from '../sql/fact-rules.ts'

type Dated = { readonly valid_from: LocalDate; readonly replaced_at: Date | null }

/** In what state each rule is on a day; the rules are of one fact or pair, the latest day first. */
function statesOn<Rule extends Dated>(rules: readonly Rule[], today: LocalDate): Map<Rule, FactLimitRule['state']> {
  const inForce = rules.find(({ valid_from, replaced_at }) => replaced_at === null && valid_from <= today)
  return new Map(
    rules.map((rule) => {
      if (rule.replaced_at !== null) return [rule, 'replaced']
      if (rule === inForce) return [rule, 'in_force']
      return [rule, rule.valid_from > today ? 'planned' : 'past']
    }),
  )
}

export function presentLimits(rules: readonly LimitRow[], today: LocalDate): FactLimitRule[] {
  return [...statesOn(rules, today)].map(([rule, state]) => ({
    ...dating(rule),
    state,
    low: rule.low,
    high: rule.high,
    factor: rule.factor,
    leastKnownRatio: rule.least_known_ratio,
  }))
}

export function presentRelations(rules: readonly RelationRow[], today: LocalDate): FactRelationRule[] {
  const pairOf = ({ part, whole }: RelationRow) => `${part} ${whole}`
  return [...new Set(rules.map(pairOf))].flatMap((pair) =>
    [
      ...statesOn(
        rules.filter((rule) => pairOf(rule) === pair),
        today,
      ),
    ].map(([rule, state]) => ({
      ...dating(rule),
      state,
      part: rule.part,
      whole: rule.whole,
      factor: rule.factor,
      severity: rule.severity,
      certainty: rule.certainty,
    })),
  )
}

function dating({ id, valid_from, reason, set_by_name, set_at }: LimitRow | RelationRow) {
  return { id, validFrom: valid_from, reason, setBy: set_by_name, setAt: set_at.toISOString() }
}
