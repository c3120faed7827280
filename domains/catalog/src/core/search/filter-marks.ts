import type { CustomerClass } from '../vocabulary.ts'
import type { Filters } from './candidates.ts'
import { cellsAround, priceSteps } from './steps.ts'
import { MARK } from './tokens.ts'
import { allOf, anyOf, type Condition, lexeme } from './ts-query.ts'

type Asker = { readonly customerClass: CustomerClass; readonly here: { readonly lon: number; readonly lat: number } | undefined }

/** The part of the conditions that the index compares. Days are compared on the rows, and so are prices and distances once more, whose steps are coarse. */
export function filterMarks(filters: Filters, { customerClass, here }: Asker): Condition | undefined {
  const any = (prefix: string, values: readonly string[]) => anyOf(values.map((value) => lexeme(prefix + value)))
  const steps = priceSteps(filters.priceFromFen, filters.priceToFen)
  const cells = filters.withinKm === null || !here ? undefined : cellsAround(here, filters.withinKm)
  return allOf([
    any(MARK.kind, filters.kinds),
    any(MARK.class, filters.classes),
    any(MARK.provider, filters.providers),
    any(MARK.district, filters.districts),
    any(MARK.cited, filters.standards),
    any(MARK.mode, filters.modes),
    ...filters.schemes.map((scheme) => lexeme(MARK.scheme + scheme)),
    steps &&
      any(
        MARK.price,
        steps.map((step) => `${customerClass}:${step}`),
      ),
    cells && any(MARK.cell, cells),
  ])
}
