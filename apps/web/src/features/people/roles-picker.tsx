import type { OrganisationKind } from '@jiju/people/core/access'
import { rolesOf } from '@jiju/people/core/roles'
import { useTranslation } from 'react-i18next'
import { Check } from '../../ui/field.tsx'
import { useRoleNames } from './roles.ts'

/** One or several roles of an organisation of `kind`, each with what it may do. */
export function RolesPicker({
  kind,
  value,
  onChange,
  error,
}: {
  kind: OrganisationKind
  value: readonly string[]
  onChange: (roles: string[]) => void
  error?: string | undefined
}) {
  const { t } = useTranslation('members')
  const roles = useRoleNames()
  return (
    <fieldset className="form-group" style={{ gap: 4 }}>
      <legend className="field-label">
        {t('roles')} <span className="t3">{t('rolesHint')}</span>
      </legend>
      {rolesOf(kind).map((role) => (
        <Check
          key={role}
          isChecked={value.includes(role)}
          onChange={(isOn) => onChange(isOn ? [...value, role] : value.filter((each) => each !== role))}
        >
          {roles.name(role)} <span className="s t3">{roles.hint(role)}</span>
        </Check>
      ))}
      {error && <div className="field-error">{error}</div>}
    </fieldset>
  )
}
