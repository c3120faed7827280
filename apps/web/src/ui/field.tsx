import { type ChangeEvent, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react'

type FieldProps = { label: ReactNode; error?: string | null | undefined; hint?: ReactNode; isLabelHidden?: boolean }

/** What stands under a control: its hint, and what is wrong with it. */
export function FieldNotes({ id, hint, error }: Pick<FieldProps, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint && (
        <div className="s t3" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </>
  )
}

/** Label above, control, hint, error; for controls of their own. */
export function FieldFrame({ id, label, error, hint, isLabelHidden, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div>
      <label className={isLabelHidden ? 'sr-only' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}

/** The attributes by which a control points to its error and hint. */
export type Described = { 'aria-invalid'?: true; 'aria-describedby'?: string }

/** What a control of its own says of the hint and error in its frame. */
export function described(id: string, frame: Pick<FieldProps, 'error' | 'hint'>): Described {
  const ids = describedBy(id, frame)
  return { ...(frame.error ? { 'aria-invalid': true } : {}), ...(ids ? { 'aria-describedby': ids } : {}) }
}

function describedBy(id: string, { error, hint }: Pick<FieldProps, 'error' | 'hint'>): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

/** Label above, control, hint, error. `id` lets a summary of problems link to it. */
export function TextField({ label, error, hint, isLabelHidden = false, id, ...input }: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const ownId = useId()
  const controlId = id ?? ownId
  const frame = { label, error, hint, isLabelHidden }
  return (
    <FieldFrame id={controlId} {...frame}>
      <input
        {...input}
        id={controlId}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(controlId, frame)}
      />
    </FieldFrame>
  )
}

type Option<Value extends string = string> = { value: Value; label: string; isDisabled?: boolean }

export function SelectField<Value extends string>({
  label,
  error,
  hint,
  isLabelHidden = false,
  id,
  options,
  value,
  onPick,
  ...select
}: FieldProps & { options: readonly Option<Value>[]; value: Value; onPick: (value: Value) => void } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'value' | 'onChange'
  >) {
  const ownId = useId()
  const controlId = id ?? ownId
  const frame = { label, error, hint, isLabelHidden }
  return (
    <FieldFrame id={controlId} {...frame}>
      <select
        {...select}
        id={controlId}
        className="select"
        value={value}
        onChange={(event) => onPick(event.target.value as Value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(controlId, frame)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

export function Check({
  isChecked,
  onChange,
  children,
  isMuted,
  isDisabled,
}: {
  isChecked: boolean
  onChange: (isChecked: boolean) => void
  children: ReactNode
  isMuted?: boolean
  isDisabled?: boolean
}) {
  return (
    <label className={isMuted ? 'check check-none' : 'check'}>
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.checked)}
      />
      <span className="f1">{children}</span>
    </label>
  )
}

/** One of a few, all visible: radio buttons drawn as a strip. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onPick,
  isWide = false,
}: {
  label: string
  options: readonly Option<Value>[]
  value: Value
  onPick: (value: Value) => void
  isWide?: boolean
}) {
  const name = useId()
  return (
    <div className={isWide ? 'segmented segmented-wide' : 'segmented'} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.isDisabled}
            onChange={() => onPick(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
