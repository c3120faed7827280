import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Tag } from '../../ui/tag.tsx'

type Found = { readonly id: string; readonly name: string }

async function findOrganisations(kind: 'enterprise' | 'provider', q: string): Promise<readonly Found[]> {
  const query = { kind, q, status: 'verified' as const, limit: 20 }
  return (await answer(api.GET('/api/v1/people/organisations', { params: { query } }))).items
}

/** One organisation by its name; what was picked stands as a tag that can be taken away. */
export function OrganisationPicker({
  kind,
  label,
  hint,
  onPick,
}: {
  kind: 'enterprise' | 'provider'
  label: string
  hint?: ReactNode
  onPick: (id: string | null) => void
}) {
  const { t } = useTranslation('order-money')
  const [picked, setPicked] = useState<Found | null>(null)
  const pick = (found: Found | null) => {
    setPicked(found)
    onPick(found?.id ?? null)
  }
  if (picked)
    return (
      <div>
        <div className="field-label">{label}</div>
        <Tag kind="accent" onRemove={() => pick(null)} removeLabel={t('remove', { name: picked.name })}>
          {picked.name}
        </Tag>
      </div>
    )
  return (
    <Combobox<Found>
      label={label}
      hint={hint}
      queryKey={`money-${kind}`}
      find={(text) => findOrganisations(kind, text)}
      keyOf={({ id }) => id}
      show={({ name }) => name}
      none={t('noneFound')}
      onPick={pick}
    />
  )
}
