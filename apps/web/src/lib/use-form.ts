import { type SyntheticEvent, useId, useRef, useState } from 'react'
import type { z } from 'zod'
import { type RawIssue, wordIssue } from './form-messages.ts'

export type FieldErrors = Readonly<Record<string, string>>

/** Messages of what `schema` finds wrong with `values`, by the path of the field (`items.0.name`). */
export function validate(schema: z.ZodType, values: unknown): FieldErrors {
  const result = schema.safeParse(values, { error: (issue) => wordIssue(issue as RawIssue) })
  if (result.success) return {}
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) errors[issue.path.join('.')] ??= issue.message
  return errors
}

/**
 * Values of a form that are checked by the contract's schema when a field is left and when the form is sent.
 * `toInput` turns what is typed into what is sent; `extra` adds messages that the schema cannot word.
 */
export function useForm<Values extends object, Input = Values>({
  initial,
  schema,
  toInput = (values) => values as unknown as Input,
  extra,
  onSend,
}: {
  initial: Values
  schema: z.ZodType
  toInput?: (values: Values) => Input
  extra?: (values: Values) => FieldErrors
  onSend: (input: Input) => void
}) {
  const id = useId()
  const [values, setValues] = useState(initial)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [isSent, setSent] = useState(false)
  const frame = useRef<HTMLFormElement>(null)
  const errors: FieldErrors = { ...validate(schema, toInput(values)), ...extra?.(values) }

  const set = (change: Partial<Values>) => setValues((old) => ({ ...old, ...change }))
  const errorOf = (name: string) => (isSent || touched.has(name) ? errors[name] : undefined)
  return {
    values,
    set,
    reset: (next: Values) => {
      setValues(next)
      setSent(false)
      setTouched(new Set())
    },
    errors: isSent ? errors : {},
    errorOf,
    idOf: (name: string) => `${id}-${name}`,
    /** Props of a text field for a value of type string. */
    field: <Name extends keyof Values & string>(name: Name) => ({
      id: `${id}-${name}`,
      name,
      value: String(values[name] ?? ''),
      onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value } as unknown as Partial<Values>),
      onBlur: () => setTouched((old) => new Set(old).add(name)),
      error: errorOf(name),
    }),
    form: {
      ref: frame,
      noValidate: true,
      onSubmit: (event: SyntheticEvent) => {
        event.preventDefault()
        event.stopPropagation()
        setSent(true)
        if (Object.keys(errors).length === 0) onSend(toInput(values))
        else requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('[data-form-errors]')?.focus())
      },
    },
  }
}
