import { type ReactNode, type RefObject, type TextareaHTMLAttributes, useId } from 'react'

/** Like TextField, for several lines. */
export function TextArea({
  label,
  error,
  hint,
  id,
  className = '',
  ...area
}: {
  label: ReactNode
  error?: string | null | undefined
  hint?: ReactNode
  ref?: RefObject<HTMLTextAreaElement | null>
} & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const ownId = useId()
  const controlId = id ?? ownId
  const described = [hint && `${controlId}-hint`, error && `${controlId}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div>
      <label className="field-label" htmlFor={controlId}>
        {label}
      </label>
      <textarea
        rows={3}
        {...area}
        id={controlId}
        className={`textarea ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={described}
      />
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
