import { newId } from '@jiju/kernel/ids'
import type { Answers } from '@jiju/orders/core/forms/field'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { TextField } from '../../ui/field.tsx'
import { ServiceQuestions } from '../../ui/service-form/service-questions.tsx'
import { findServices } from './calls.ts'
import './order-enquiries.css'

/** What is asked for, as it is typed. */
export type ItemDraft = {
  readonly key: string
  readonly serviceId: string | undefined
  readonly name: string
  readonly method: string
  readonly quantity: string
  readonly sampleCount: string
  /** Answers to the form of the service. */
  readonly answers: Answers
}

/** Items of an enquiry: picked from the catalogue's services or described in one's own words. */
export function ItemRows({
  items,
  idOf,
  errorOf,
  showProblems,
  onChange,
}: {
  items: readonly ItemDraft[]
  idOf: (name: string) => string
  errorOf: (name: string) => string | undefined
  /** Answers are judged once the enquiry was sent. */
  showProblems: boolean
  onChange: (items: ItemDraft[]) => void
}) {
  const { t } = useTranslation('order-enquiries')
  const change = (key: string, part: Partial<ItemDraft>) => onChange(items.map((item) => (item.key === key ? { ...item, ...part } : item)))
  const add = (item: Omit<ItemDraft, 'key'>) => {
    const isUnused = items.length === 1 && items[0]?.name === '' && !items[0]?.serviceId
    onChange([...(isUnused ? [] : items), { ...item, key: newId() }])
  }
  return (
    <div className="stack">
      <Combobox
        label={t('form.findService')}
        hint={t('form.findServiceHint')}
        queryKey="enquiry-services"
        find={findServices}
        keyOf={(service) => service.id}
        show={(service) => (
          <>
            {service.nameZh ?? service.nameEn} <span className="s t3">{service.provider.name}</span>
          </>
        )}
        none={t('form.noService')}
        onPick={(service) =>
          add({
            serviceId: service.id,
            name: service.nameZh ?? service.nameEn ?? '',
            method: '',
            quantity: '1',
            sampleCount: '1',
            answers: {},
          })
        }
      />
      {items.map((item, index) => {
        const field = (name: 'name' | 'method' | 'quantity' | 'sampleCount') => ({
          id: idOf(`items.${index}.${name}`),
          value: item[name],
          error: errorOf(`items.${index}.${name}`),
          onChange: (event: { target: { value: string } }) => change(item.key, { [name]: event.target.value }),
        })
        return (
          <div key={item.key} className="need-item">
            <TextField
              label={t('item.name')}
              maxLength={200}
              hint={item.serviceId ? t('form.fromCatalogue') : undefined}
              {...field('name')}
            />
            <TextField label={t('item.method')} maxLength={300} placeholder="GB/T 16886.5" {...field('method')} />
            <TextField label={t('item.quantity')} inputMode="numeric" {...field('quantity')} />
            <TextField label={t('item.samples')} inputMode="numeric" {...field('sampleCount')} />
            {items.length > 1 && (
              <Button kind="text" size="sm" onClick={() => onChange(items.filter(({ key }) => key !== item.key))}>
                {t('line.remove')}
                <span className="sr-only"> {item.name}</span>
              </Button>
            )}
            {item.serviceId && (
              <details className="need-questions" open={showProblems}>
                <summary className="m">{t('form.questions')}</summary>
                <ServiceQuestions
                  serviceId={item.serviceId}
                  answers={item.answers}
                  idPrefix={idOf(`items.${index}.form.`)}
                  showProblems={showProblems}
                  onChange={(answers) => change(item.key, { answers })}
                />
              </details>
            )}
          </div>
        )
      })}
      <div>
        <Button
          size="sm"
          onClick={() =>
            onChange([...items, { key: newId(), serviceId: undefined, name: '', method: '', quantity: '1', sampleCount: '1', answers: {} }])
          }
        >
          {t('form.addItem')}
        </Button>
      </div>
    </div>
  )
}
