import type { LocalDate } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import type { ParameterSource, VoucherRules } from './rules.ts'
import { PARAMETERS, type Parameter } from './vocabulary.ts'

/** The budget belongs to the programme; each other parameter of the rules names where it comes from. */
const SOURCED: readonly Parameter[] = PARAMETERS.filter((parameter) => parameter !== 'budget')

/** What speaks against writing these rules on `today`. Orders keep the rules of their day, so nothing is written back in time once there are rules. */
export function problemsOfRules(
  rules: VoucherRules,
  sources: readonly ParameterSource[],
  { today, isFirst }: { today: LocalDate; isFirst: boolean },
): Problem[] {
  const problems: Problem[] = []
  const { numerator, denominator } = rules.rate
  if (rules.validTo !== null && rules.validTo < rules.validFrom)
    problems.push({ code: 'orders.voucher_rules_days', kind: 'refused', field: '/validTo' })
  if (!isFirst && rules.validFrom < today)
    problems.push({
      code: 'orders.voucher_rules_backdated',
      kind: 'refused',
      params: { validFrom: rules.validFrom, today },
      field: '/validFrom',
    })
  if (numerator > denominator)
    problems.push({ code: 'orders.voucher_rate_invalid', kind: 'refused', params: { numerator, denominator }, field: '/rate' })
  const both = rules.allowedPurposes.filter((purpose) => rules.excludedPurposes.includes(purpose))
  if (both.length > 0)
    problems.push({
      code: 'orders.voucher_purposes_conflict',
      kind: 'refused',
      params: { purposes: both.join(', ') },
      field: '/excludedPurposes',
    })
  const missing = SOURCED.filter((parameter) => !sources.some((source) => source.parameter === parameter))
  if (missing.length > 0)
    problems.push({
      code: 'orders.voucher_sources_missing',
      kind: 'refused',
      params: { parameters: missing.join(', ') },
      field: '/sources',
    })
  return problems
}
