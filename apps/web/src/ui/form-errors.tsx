import { useTranslation } from 'react-i18next'
import type { FieldErrors } from '../lib/use-form.ts'

/** All that is wrong with what was typed, with links to the fields; the form moves the focus here. */
export function FormErrors({ errors, idOf }: { errors: FieldErrors; idOf: (name: string) => string }) {
  const { t } = useTranslation('workspace')
  const list = Object.entries(errors)
  if (list.length === 0) return null
  return (
    <div className="notice notice-bad" tabIndex={-1} data-form-errors role="alert">
      <div className="f1">
        <div className="b">{t('form.problems', { count: list.length })}</div>
        <ul>
          {list.map(([name, message]) => (
            <li key={name}>
              <a
                href={`#${idOf(name)}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(idOf(name))?.focus()
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
