import data from './families.json' with { type: 'json' }
import type { FormField, Words } from './field.ts'
import type { OrderableKind } from './orderable-kinds.ts'

/** Questions that belong together; providers put their forms together from them. */
type Family = { readonly key: string; readonly name: Words; readonly fields: readonly FormField[] }

// The file is checked by a test; TypeScript reads its enumerations as strings.
export const FAMILIES = data.families as unknown as readonly Family[]
const FAMILIES_OF_KIND: Readonly<Record<OrderableKind, readonly string[]>> = data.byKind

/** The questions of some families, one after the other. */
export function fieldsOfFamilies(keys: readonly string[]): FormField[] {
  return keys.flatMap((key) => {
    const family = FAMILIES.find((one) => one.key === key)
    if (!family) throw new RangeError(`no family of questions ${key}`)
    return family.fields.map((field, index) => (index === 0 ? { ...field, section: family.name } : field))
  })
}

/** What a service of a kind asks when its provider has no form of its own: the general questions, none of which must be answered. */
export function defaultFields(kind: OrderableKind): FormField[] {
  return fieldsOfFamilies(FAMILIES_OF_KIND[kind]).map((field) => ({ ...field, isRequired: false }))
}
