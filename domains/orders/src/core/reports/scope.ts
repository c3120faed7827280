import type { LocalDate } from '@jiju/kernel/local-date'
import { MARK_SCHEMES, type MarkScheme } from './vocabulary.ts'

/** An accreditation whose scope names a service. Days included. */
export type Scope = {
  readonly serviceId: string
  readonly scheme: string
  readonly certificateNo: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
}

/** The mark on the cover, and the items that it does not speak for. */
export type Mark = { readonly scheme: MarkScheme; readonly certificateNo: string; readonly outside: readonly string[] }

/**
 * The marks that a report may carry on `day`: a scheme appears when at least one item is inside its scope on that day, and every item outside must be
 * labelled. An item without a service of the catalogue is outside. `items` are keyed as the report names them.
 */
export function marksOf(
  items: readonly { readonly key: string; readonly serviceId: string | null }[],
  scopes: readonly Scope[],
  day: LocalDate,
): Mark[] {
  const valid = scopes.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
  return MARK_SCHEMES.flatMap((scheme): Mark[] => {
    const ofScheme = valid.filter((scope) => scope.scheme === scheme)
    const inside = (serviceId: string | null) => ofScheme.find((scope) => scope.serviceId === serviceId)
    const first = items.map(({ serviceId }) => inside(serviceId)).find(Boolean)
    if (!first) return []
    return [
      { scheme, certificateNo: first.certificateNo, outside: items.filter(({ serviceId }) => !inside(serviceId)).map(({ key }) => key) },
    ]
  })
}
