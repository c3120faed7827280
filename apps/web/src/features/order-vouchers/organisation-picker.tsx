import { useTranslation } from 'react-i18next'
import { Combobox } from '../../ui/combobox.tsx'
import { type Found, findOrganisations } from './calls.ts'

/** Finds one organisation by typing its name; what was picked stands below. */
export function OrganisationPicker({
  label,
  kind,
  value,
  onPick,
}: {
  label: string
  kind?: 'enterprise' | 'provider'
  value: Found | null
  onPick: (found: Found) => void
}) {
  const { t } = useTranslation('order-vouchers')
  return (
    <div>
      <Combobox<Found>
        label={label}
        hint={value ? value.name : t('office.parties.find')}
        queryKey={`voucher-organisations-${kind ?? 'all'}`}
        find={(text, signal) => findOrganisations(text, kind, signal)}
        keyOf={(one) => one.id}
        show={(one) => (
          <>
            {one.name} <span className="s t3">{one.district}</span>
          </>
        )}
        none={t('office.parties.noneFound')}
        onPick={onPick}
      />
    </div>
  )
}
