import type { Filters } from './candidates.ts'
import { MARK } from './tokens.ts'
import { allOf, anyOf, type Condition, lexeme } from './ts-query.ts'

/** The part of the conditions that the index compares; days, prices and distances are compared on the rows. */
export function filterMarks(filters: Filters): Condition | undefined {
  const any = (prefix: string, values: readonly string[]) => anyOf(values.map((value) => lexeme(prefix + value)))
  return allOf([
    any(MARK.kind, filters.kinds),
    any(MARK.class, filters.classes),
    any(MARK.provider, filters.providers),
    any(MARK.district, filters.districts),
    any(MARK.cited, filters.standards),
    any(MARK.mode, filters.modes),
    ...filters.schemes.map((scheme) => lexeme(MARK.scheme + scheme)),
  ])
}
