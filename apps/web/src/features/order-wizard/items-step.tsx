import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { siblingOptions } from './calls.ts'
import { NO_VOUCHER, newItem } from './draft.ts'
import { StandardWarnings } from './standard-warnings.tsx'
import type { Wizard, WizardItem } from './use-wizard.ts'

/** Which services, how many of each, and how many samples. */
export function ItemsStep({ wizard, showProblems }: { wizard: Wizard; showProblems: boolean }) {
  return (
    <div className="stack">
      {wizard.items.map((entry, index) => (
        <ItemPanel key={entry.item.serviceId} wizard={wizard} entry={entry} index={index} showProblems={showProblems} />
      ))}
      <AddService wizard={wizard} />
    </div>
  )
}

type ItemPanelProps = { wizard: Wizard; entry: WizardItem; index: number; showProblems: boolean }

function ItemPanel({ wizard, entry, index, showProblems }: ItemPanelProps) {
  const { t } = useTranslation(['order-wizard', 'common'])
  const format = useFormat()
  const { keeper, draft, itemProblems } = wizard
  const { item, line, takesSamples } = entry
  const problems = itemProblems[index]
  const name = line ? (currentLanguage() === 'en' && line.nameEn) || line.nameZh : '…'
  const remove = () => keeper.change({ items: draft.items.filter((_, place) => place !== index), ...NO_VOUCHER })
  return (
    <Panel
      title={name}
      note={line?.providerName}
      extra={
        draft.items.length > 1 && (
          <Button size="sm" kind="text" onClick={remove}>
            {t('items.remove')}
          </Button>
        )
      }
    >
      <div className="form">
        <div className="form-pair">
          <UnitField
            id={`quantity-${index}`}
            label={t('items.quantity')}
            unit={line?.price ? t(`common:priceUnit.${line.price.unit as 'item'}`) : t('common:priceUnit.item')}
            inputMode="numeric"
            value={item.quantity}
            error={showProblems && problems?.quantity ? t('items.countProblem') : undefined}
            onChange={(event) => keeper.changeItem(index, { quantity: event.target.value }, NO_VOUCHER)}
          />
          {takesSamples && (
            <UnitField
              id={`samples-${index}`}
              label={t('items.samples')}
              unit={t('items.piece')}
              inputMode="numeric"
              value={item.samples}
              error={showProblems && problems?.samples ? t('items.countProblem') : undefined}
              onChange={(event) => keeper.changeItem(index, { samples: event.target.value })}
            />
          )}
        </div>
        {line?.sampleRequirements && <p className="m t2">{format.said(t('items.requirements'), line.sampleRequirements)}</p>}
        {line && !takesSamples && <p className="m t2">{t(`items.receives.${line.receives as 'site' | 'files'}`)}</p>}
        {line && <StandardWarnings standards={line.standards} />}
      </div>
    </Panel>
  )
}

/** Further services of the same provider: one order, one parcel, one bill. */
function AddService({ wizard }: { wizard: Wizard }) {
  const { t } = useTranslation('order-wizard')
  const { keeper, draft, items } = wizard
  const [isOpen, setOpen] = useState(false)
  const providerId = items[0]?.line?.providerId
  const query = useQuery({ ...siblingOptions(providerId), enabled: isOpen && providerId !== undefined })
  const free = query.data?.items.filter(({ id }) => !draft.items.some(({ serviceId }) => serviceId === id)) ?? []
  if (!isOpen)
    return (
      <div>
        <Button onClick={() => setOpen(true)} disabled={providerId === undefined}>
          {t('items.add')}
        </Button>
      </div>
    )
  return (
    <div className="form">
      <SelectField
        label={t('items.addLabel')}
        hint={query.data && free.length === 0 ? t('items.noMore') : t('items.addHint')}
        value=""
        options={[
          { value: '', label: query.isPending ? t('items.loading') : t('items.choose') },
          ...free.map((one) => ({ value: one.id, label: (currentLanguage() === 'en' && one.nameEn) || one.nameZh || one.nameEn || '' })),
        ]}
        onPick={(id) => {
          if (id) keeper.change({ items: [...draft.items, newItem(id)], ...NO_VOUCHER })
          setOpen(false)
        }}
      />
    </div>
  )
}
