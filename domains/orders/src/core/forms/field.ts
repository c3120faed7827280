/** What a field asks for. `file` is the name of a paper; the paper itself is sent in the thread. */
export const FIELD_KINDS = ['text', 'number', 'choice', 'multi', 'date', 'yes_no', 'table', 'file'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** Words in both languages. */
export type Words = { readonly zh: string; readonly en: string }
export type Option = Words & { readonly value: string }

/** The field is asked only when an earlier one was answered with one of `is` (`true` and `false` for yes-no). */
type Condition = { readonly key: string; readonly is: readonly (string | boolean)[] }

type Base = {
  readonly key: string
  readonly label: Words
  readonly help?: Words
  readonly isRequired: boolean
  readonly when?: Condition
  /** Heading that begins with this field. */
  readonly section?: Words
}

type TextField = Base & { readonly kind: 'text'; readonly isLong?: boolean; readonly maxLength?: number }
/** `min` and `max` belong to the range; `isWhole` takes no fractions. */
export type NumberField = Base & {
  readonly kind: 'number'
  readonly unit: Words
  readonly min?: number
  readonly max?: number
  readonly isWhole?: boolean
}
type ChoiceField = Base & { readonly kind: 'choice' | 'multi'; readonly options: readonly Option[] }
type PlainField = Base & { readonly kind: 'date' | 'yes_no' | 'file' }

export type Column = { readonly key: string; readonly label: Words } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly unit?: Words }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
)
/** Rows of the same columns; the first column is never empty. */
export type TableField = Base & {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  readonly minRows?: number
  readonly maxRows?: number
}

export type FormField = TextField | NumberField | ChoiceField | PlainField | TableField

export type Row = Readonly<Record<string, string | number>>
export type Answer = string | number | boolean | readonly string[] | readonly Row[]
/** Answers by the key of the field; what is not asked or not known is left out. */
export type Answers = Readonly<Record<string, Answer>>

/** Longest texts that people may write into a field. */
export const MAX_SHORT_TEXT = 200
export const MAX_LONG_TEXT = 2000
export const MAX_ROWS = 60
export const MAX_FIELDS = 80
