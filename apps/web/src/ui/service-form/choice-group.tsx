import { type ReactNode, useId } from 'react'
import { described, FieldNotes } from '../field.tsx'
import styles from './service-form.module.css'

/** A few options, all visible: one of them, or any number when `isMany`. */
export function ChoiceGroup({
  id,
  label,
  hint,
  error,
  options,
  chosen,
  onPick,
  isMany = false,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  options: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onPick: (value: string) => void
  isMany?: boolean
}) {
  const name = useId()
  return (
    <fieldset className={styles.group} id={id} tabIndex={-1} {...described(id, { error, hint })}>
      <legend className="field-label">{label}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className="check">
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              onChange={() => onPick(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  )
}
