import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Tag } from '../../ui/tag.tsx'

type Found = { readonly id: string; readonly name: string }

type Kind = 'enterprise' | 'provider'

async function findOrganisations(kinds: readonly Kind[], q: string): Promise<readonly Found[]> {
  const found = kinds.map(async (kind) => {
    const query = { kind, q, status: 'verified' as const, limit: 20 }
    return (await answer(api.GET('/api/v1/people/organisations', { params: { query } }))).items
  })
  return (await Promise.all(found)).flat()
}

/** One organisation by its name; what was picked stands as a tag that can be taken away. */
export function OrganisationPicker({
  kinds,
  label,
  hint,
  onPick,
}: {
  kinds: readonly Kind[]
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
      queryKey={`money-${kinds.join('-')}`}
      find={(text) => findOrganisations(kinds, text)}
      keyOf={({ id }) => id}
      show={({ name }) => name}
      none={t('noneFound')}
      onPick={pick}
    />
  )
}
