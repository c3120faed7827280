import type { OrganisationSummary } from '@jiju/people/contract/organisations'
import { useTranslation } from 'react-i18next'
import { Combobox } from '../../ui/combobox.tsx'
import { Icon } from '../../ui/icon.tsx'
import { searchOrganisations } from './calls.ts'

/** Chooses a verified organisation by name or credit code. */
export function OrganisationPicker({
  label,
  hint,
  none,
  value,
  onPick,
  error,
  filter,
}: {
  label: string
  hint?: string
  none: string
  value: OrganisationSummary | null
  onPick: (organisation: OrganisationSummary | null) => void
  error?: string | undefined
  filter?: (organisation: OrganisationSummary) => boolean
}) {
  const { t } = useTranslation('common')
  if (value)
    return (
      <div>
        <div className="field-label">{label}</div>
        <div className="row g8 input" style={{ height: 'auto' }}>
          <span className="f1">
            {value.name} <span className="s t3">{value.uscc}</span>
          </span>
          <button type="button" className="link-btn" onClick={() => onPick(null)} aria-label={`${t('close')} ${value.name}`}>
            <Icon name="close" />
          </button>
        </div>
      </div>
    )
  return (
    <Combobox
      label={label}
      placeholder={hint ?? ''}
      error={error}
      queryKey="organisations"
      find={async (text, signal) => (await searchOrganisations(text, signal)).items.filter(filter ?? (() => true))}
      keyOf={(item) => item.id}
      show={(item) => (
        <>
          {item.name} <span className="s t3">{item.uscc}</span>
        </>
      )}
      none={none}
      onPick={onPick}
    />
  )
}
