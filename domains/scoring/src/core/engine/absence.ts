import { columnOf, type FactTable } from './fact-table.ts'
import type { FactRef, Measure } from './model.ts'

/** Why an indicator counts for nothing, or only as imputed. */
export type Absence =
  | { readonly kind: 'missing_facts'; readonly facts: readonly FactRef[] }
  | { readonly kind: 'zero_denominator'; readonly fact: FactRef }
  /** The value is known, but its treatment has no answer, such as the logarithm of a negative number. */
  | { readonly kind: 'untreatable' }
  | { readonly kind: 'no_cohort' }
  /** The value is known, but too little else of its branch. */
  | { readonly kind: 'branch_missing'; readonly branch: string }

/** Why the only row of a table has no value for a measure that counts. */
export function absenceOf(own: FactTable, measure: Measure, hasCohort: boolean): Absence {
  const missing = factsOf(measure).filter((fact) => Number.isNaN(columnOf(own, fact)[0]))
  if (missing.length > 0) return { kind: 'missing_facts', facts: missing }
  const divisor = measure.kind === 'ratio' ? measure.denominator : measure.kind === 'growth' ? measure.before : null
  if (divisor !== null && columnOf(own, divisor)[0] === 0) return { kind: 'zero_denominator', fact: divisor }
  return hasCohort ? { kind: 'untreatable' } : { kind: 'no_cohort' }
}

/** The facts that a measure reads. */
export function factsOf(measure: Measure): readonly FactRef[] {
  if (measure.kind === 'fact') return [measure.fact]
  return measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : [measure.now, measure.before]
}
