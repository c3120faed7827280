import type { Column, FieldKind, FormField, Option, Words } from '@jiju/orders/core/forms/field'

const EMPTY: Words = { zh: '', en: '' }

/** `q1`, `q2` …: the first that no field has. */
function freeKey(prefix: string, taken: readonly string[]): string {
  let number = 1
  while (taken.includes(`${prefix}${number}`)) number += 1
  return `${prefix}${number}`
}

/** A field of a kind with nothing filled in yet. */
export function newField(kind: FieldKind, taken: readonly string[]): FormField {
  const base = { key: freeKey('q', taken), label: EMPTY, isRequired: false }
  switch (kind) {
    case 'number':
      return { ...base, kind, unit: EMPTY }
    case 'choice':
    case 'multi':
      return { ...base, kind, options: [newOption([]), newOption(['o1'])] }
    case 'table':
      return { ...base, kind, columns: [newColumn([])] }
    default:
      return { ...base, kind }
  }
}

export const newOption = (taken: readonly string[]): Option => ({ value: freeKey('o', taken), ...EMPTY })
export const newColumn = (taken: readonly string[]): Column => ({ key: freeKey('c', taken), kind: 'text', label: EMPTY })

/** Leaves out help, headings and conditions that are empty: the form has only what is said. */
export function tidy(field: FormField): FormField {
  const { help, section, when, ...rest } = field
  return {
    ...rest,
    ...(help && (help.zh || help.en) && { help: both(help) }),
    ...(section && (section.zh || section.en) && { section: both(section) }),
    ...(when && when.is.length > 0 && { when }),
  } as FormField
}

/** Said in one language only, it stands in both. */
const both = ({ zh, en }: Words): Words => ({ zh: zh || en, en: en || zh })

/** Moves one field by a place; conditions are judged when the form is published. */
export function moved(fields: readonly FormField[], index: number, by: -1 | 1): FormField[] {
  const next = [...fields]
  const [field] = next.splice(index, 1)
  if (field) next.splice(index + by, 0, field)
  return next
}
