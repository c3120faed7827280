import type { ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Check } from '../../../ui/field.tsx'

/** Permissions by domain: `booking.reservation.place` stands under `booking`. */
export function ScopesPicker({
  id,
  scopes,
  value,
  onChange,
  error,
}: {
  id: string
  scopes: readonly string[]
  value: readonly string[]
  onChange: (scopes: string[]) => void
  error?: string | undefined
}) {
  const { t, i18n } = useTranslation('account')
  // A permission that is newer than these texts still shows its key.
  const word = (key: string, fallback: string) => (i18n.exists(key, { ns: 'account' }) ? t(key as ParseKeys<'account'>) : fallback)
  const domainOf = (scope: string) => scope.split('.')[0] ?? ''
  const groups = new Map([...new Set(scopes.map(domainOf))].map((domain) => [domain, scopes.filter((scope) => domainOf(scope) === domain)]))
  const chosen = new Set(value)
  const set = (changed: readonly string[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const scope of changed) isOn ? next.add(scope) : next.delete(scope)
    onChange(scopes.filter((scope) => next.has(scope)))
  }
  return (
    <fieldset className="form-group" style={{ gap: 8 }} id={id} tabIndex={-1}>
      <legend className="field-label">
        {t('keys.scopes')} <span className="t3">{t('keys.scopesHint')}</span>
      </legend>
      {[...groups].map(([domain, own]) => (
        <details key={domain} className="panel fold" open={groups.size === 1}>
          <summary className="panel-head" style={{ cursor: 'pointer' }}>
            <span className="b">{word(`domain.${domain}`, domain)}</span>
            <span className="s t3">
              {own.filter((scope) => chosen.has(scope)).length} / {own.length}
            </span>
          </summary>
          <div style={{ padding: '4px 16px' }}>
            <Check isChecked={own.every((scope) => chosen.has(scope))} onChange={(isOn) => set(own, isOn)}>
              {t('keys.allOf', { domain: word(`domain.${domain}`, domain) })}
            </Check>
            {own.map((scope) => (
              <Check key={scope} isChecked={chosen.has(scope)} onChange={(isOn) => set([scope], isOn)}>
                {word(`scope.${scope}`, '')} <code className="mono t3">{scope}</code>
              </Check>
            ))}
          </div>
        </details>
      ))}
      {error && <div className="field-error">{error}</div>}
    </fieldset>
  )
}
