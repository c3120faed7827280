import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import './workspace.css'

/** A text field with its unit inside (万元, 小时). */
export function UnitField({
  label,
  unit,
  error,
  hint,
  id,
  ...input
}: { label: ReactNode; unit: string; error?: string | null | undefined; hint?: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  const ownId = useId()
  const controlId = id ?? ownId
  const described = [`${controlId}-unit`, hint && `${controlId}-hint`, error && `${controlId}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label className="field-label" htmlFor={controlId}>
        {label}
      </label>
      <div className="with-unit">
        <input {...input} id={controlId} className="input" aria-invalid={error ? true : undefined} aria-describedby={described} />
        <span className="unit" id={`${controlId}-unit`}>
          {unit}
        </span>
      </div>
      {hint && (
        <div className="s t3" id={`${controlId}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="field-error" id={`${controlId}-error`}>
          {error}
        </div>
      )}
    </div>
  )
}
