import type { Order } from '@jiju/orders/contract/orders'
import { DescribeSample, type Sample } from '@jiju/orders/contract/samples'
import { HAZARDS, RESTS, STORAGES } from '@jiju/orders/core/samples/vocabulary'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../lib/use-form.ts'
import { Check, Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { TextArea } from '../../ui/text-area.tsx'

const EMPTY = {
  name: '',
  spec: '',
  batch: '',
  maker: '',
  packaging: '',
  appearance: '',
  quantity: '1',
  unit: '件',
  storage: 'room' as Sample['storage'],
  hazards: [] as Sample['hazards'],
  rest: 'dispose' as Sample['rest'],
  producedOn: '',
  expiresOn: '',
  note: '',
  itemIds: [] as string[],
  copies: '1',
}

const MAX_COPIES = 50

const valuesOf = (sample: Sample): typeof EMPTY => ({
  ...EMPTY,
  ...sample,
  producedOn: sample.producedOn ?? '',
  expiresOn: sample.expiresOn ?? '',
})

/** What a sample is: the form of the agreement on testing. Several that are alike are declared at once. */
export function DescribeForm({
  order,
  sample,
  like,
  head,
  foot,
  onSend,
}: {
  order: Pick<Order, 'items'>
  /** Of a change: how it stands. */
  sample?: Sample | undefined
  /** Of a new one: what it is alike. */
  like?: Sample | undefined
  head: ReactNode
  foot: ReactNode
  onSend: (description: DescribeSample, copies: number) => void
}) {
  const { t } = useTranslation(['order-samples', 'common'])
  const from = sample ?? like
  const form = useForm({
    initial: from ? valuesOf(from) : EMPTY,
    schema: DescribeSample,
    toInput: ({
      name,
      spec,
      batch,
      maker,
      packaging,
      appearance,
      quantity,
      unit,
      storage,
      hazards,
      rest,
      producedOn,
      expiresOn,
      note,
      itemIds,
    }) => ({
      ...{ name, spec, batch, maker, packaging, appearance, quantity, unit, storage, hazards, rest, note, itemIds },
      ...(producedOn && { producedOn }),
      ...(expiresOn && { expiresOn }),
    }),
    onSend: (description) => onSend(description, Math.min(MAX_COPIES, Math.max(1, Math.trunc(Number(form.values.copies)) || 1))),
  })
  const { values } = form
  const rare = (label: string) => `${label}（${t('common:optional')}）`
  const toggled = <Value extends string>(list: readonly Value[], value: Value, isOn: boolean) =>
    isOn ? [...list, value] : list.filter((one) => one !== value)
  const tests = order.items.filter(({ kind }) => kind === 'test')
  return (
    <form className="form form-wide" {...form.form}>
      {head}
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <TextField {...form.field('name')} label={t('field.name')} maxLength={200} />
      <div className="form-pair">
        <TextField {...form.field('spec')} label={rare(t('field.spec'))} maxLength={200} />
        <TextField {...form.field('batch')} label={rare(t('field.batch'))} maxLength={100} />
      </div>
      <div className="form-pair">
        <TextField {...form.field('quantity')} label={t('field.quantity')} inputMode="decimal" maxLength={14} />
        <TextField {...form.field('unit')} label={t('field.unit')} maxLength={20} />
        {!sample && (
          <TextField {...form.field('copies')} label={t('field.copies')} hint={t('field.copiesHint')} inputMode="numeric" maxLength={2} />
        )}
      </div>
      <div className="form-pair">
        <SelectField
          label={t('field.storage')}
          value={values.storage}
          options={STORAGES.map((value) => ({ value, label: t(`storage.${value}`) }))}
          onPick={(storage) => form.set({ storage })}
        />
        <div>
          <div className="field-label">{t('field.rest')}</div>
          <Segmented
            label={t('field.rest')}
            isWide
            value={values.rest}
            options={RESTS.map((value) => ({ value, label: t(`rest.${value}`) }))}
            onPick={(rest) => form.set({ rest })}
          />
        </div>
      </div>
      <fieldset className="form-group">
        <legend className="field-label">{rare(t('field.hazards'))}</legend>
        <div className="row g12 wrap">
          {HAZARDS.map((hazard) => (
            <Check
              key={hazard}
              isChecked={values.hazards.includes(hazard)}
              onChange={(isOn) => form.set({ hazards: toggled(values.hazards, hazard, isOn) })}
            >
              {t(`hazard.${hazard}`)}
            </Check>
          ))}
        </div>
      </fieldset>
      {tests.length > 1 && (
        <fieldset className="form-group">
          <legend className="field-label">{rare(t('field.items'))}</legend>
          <div className="col g4">
            {tests.map((item) => (
              <Check
                key={item.id}
                isChecked={values.itemIds.includes(item.id)}
                onChange={(isOn) => form.set({ itemIds: toggled(values.itemIds, item.id, isOn) })}
              >
                {item.name}
              </Check>
            ))}
          </div>
          <div className="s t3">{t('field.itemsHint')}</div>
        </fieldset>
      )}
      <details>
        <summary>{t('declare.more')}</summary>
        <div className="form" style={{ marginTop: 12 }}>
          <div className="form-pair">
            <TextField {...form.field('producedOn')} label={rare(t('field.producedOn'))} type="date" />
            <TextField {...form.field('expiresOn')} label={rare(t('field.expiresOn'))} type="date" />
          </div>
          <TextField {...form.field('maker')} label={rare(t('field.maker'))} maxLength={200} />
          <div className="form-pair">
            <TextField {...form.field('packaging')} label={rare(t('field.packaging'))} maxLength={200} />
            <TextField {...form.field('appearance')} label={rare(t('field.appearance'))} maxLength={500} />
          </div>
          <TextArea {...form.field('note')} label={rare(t('field.note'))} rows={2} maxLength={1000} />
        </div>
      </details>
      {foot}
    </form>
  )
}
