import { newId } from '@jiju/kernel/ids'
import { ProposeAmendment } from '@jiju/orders/contract/amendments'
import type { Order } from '@jiju/orders/contract/orders'
import { LINE_KINDS, type LineKind } from '@jiju/orders/core/vocabulary'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Check, Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { proposeAmendment } from './calls.ts'

type Item = { id: string; name: string; what: 'keep' | 'reprice' | 'remove'; quantity: string; unitPrice: string; isSubcontracted: boolean }
type Added = { key: string; kind: LineKind; name: string; quantity: string; unitPrice: string }
type Values = { kind: 'change' | 'subcontract'; reason: string; extraDays: string; subcontractor: string; items: Item[]; added: Added[] }

type ItemChange = Extract<ProposeAmendment, { kind: 'change' }>['changes'][number]

function changeOf({ id, what, quantity, unitPrice }: Item): ItemChange[] {
  if (what === 'keep') return []
  if (what === 'remove') return [{ change: 'remove', itemId: id }]
  return [{ change: 'reprice', itemId: id, quantity: Number(quantity), unitPrice: unitPrice.trim() }]
}

/** What is sent: only what changes. */
function toInput({ kind, reason, extraDays, subcontractor, items, added }: Values): ProposeAmendment {
  const said = { reason: reason.trim(), extraDays: Number(extraDays || 0) }
  if (kind === 'subcontract')
    return { ...said, kind, subcontractor: subcontractor.trim(), itemIds: items.flatMap((item) => (item.isSubcontracted ? [item.id] : [])) }
  return {
    ...said,
    kind,
    changes: [
      ...items.flatMap(changeOf),
      ...added.map((item) => ({
        change: 'add' as const,
        kind: item.kind,
        name: item.name.trim(),
        method: '',
        quantity: Number(item.quantity),
        sampleCount: 0,
        unit: 'item',
        unitPrice: item.unitPrice.trim(),
      })),
    ],
  }
}

/** A change of items, prices and days, or who does the work instead; proposing it signs it for the own side. */
export function AmendmentForm({ order, onDone }: { order: Order; onDone: () => void }) {
  const { t } = useTranslation('order-agreement')
  const propose = useCommand({
    run: proposeAmendment,
    onDone: () => {
      toast(t('amendment.proposed'))
      onDone()
    },
  })
  const form = useForm<Values, ProposeAmendment>({
    initial: {
      kind: 'change',
      reason: '',
      extraDays: '',
      subcontractor: '',
      items: order.items.map(({ id, name, quantity, unitPrice }) => ({
        id,
        name,
        what: 'keep',
        quantity: String(quantity),
        unitPrice,
        isSubcontracted: false,
      })),
      added: [],
    },
    schema: ProposeAmendment,
    toInput,
    onSend: (body) => propose.mutate({ id: order.id, body }),
  })
  const { values } = form
  const setItem = (id: string, change: Partial<Item>) =>
    form.set({ items: values.items.map((item) => (item.id === id ? { ...item, ...change } : item)) })
  const setAdded = (key: string, change: Partial<Added>) =>
    form.set({ added: values.added.map((item) => (item.key === key ? { ...item, ...change } : item)) })
  const isChange = values.kind === 'change'
  return (
    <form {...form.form} className="form form-wide">
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={propose.error} />
      <Segmented
        label={t('amendment.kindLabel')}
        value={values.kind}
        options={[
          { value: 'change', label: t('amendment.kind.change') },
          { value: 'subcontract', label: t('amendment.kind.subcontract') },
        ]}
        onPick={(kind) => form.set({ kind })}
      />
      {isChange ? (
        <>
          {values.items.map((item) => (
            <fieldset key={item.id} className="change-card">
              <legend className="b">{item.name}</legend>
              <Segmented
                label={t('amendment.what', { name: item.name })}
                value={item.what}
                options={(['keep', 'reprice', 'remove'] as const).map((value) => ({ value, label: t(`amendment.whatTo.${value}`) }))}
                onPick={(what) => setItem(item.id, { what })}
              />
              {item.what === 'reprice' && (
                <div className="form-pair">
                  <TextField
                    label={t('amendment.quantity')}
                    inputMode="numeric"
                    value={item.quantity}
                    onChange={(event) => setItem(item.id, { quantity: event.target.value })}
                  />
                  <UnitField
                    label={t('amendment.price')}
                    unit={t('amendment.yuan')}
                    inputMode="decimal"
                    value={item.unitPrice}
                    onChange={(event) => setItem(item.id, { unitPrice: event.target.value })}
                  />
                </div>
              )}
            </fieldset>
          ))}
          {values.added.map((item, index) => (
            <fieldset key={item.key} className="change-card">
              <legend className="b">{t('amendment.added', { number: index + 1 })}</legend>
              <div className="form-pair">
                <TextField
                  label={t('amendment.name')}
                  maxLength={200}
                  value={item.name}
                  onChange={(event) => setAdded(item.key, { name: event.target.value })}
                />
                <SelectField
                  label={t('amendment.lineKind')}
                  value={item.kind}
                  options={LINE_KINDS.map((value) => ({ value, label: t(`amendment.line.${value}`) }))}
                  onPick={(kind) => setAdded(item.key, { kind })}
                />
                <TextField
                  label={t('amendment.quantity')}
                  inputMode="numeric"
                  value={item.quantity}
                  onChange={(event) => setAdded(item.key, { quantity: event.target.value })}
                />
                <UnitField
                  label={t('amendment.price')}
                  unit={t('amendment.yuan')}
                  inputMode="decimal"
                  value={item.unitPrice}
                  onChange={(event) => setAdded(item.key, { unitPrice: event.target.value })}
                />
              </div>
              <div>
                <Button size="sm" onClick={() => form.set({ added: values.added.filter(({ key }) => key !== item.key) })}>
                  <Icon name="close" size={14} /> {t('amendment.drop')}
                </Button>
              </div>
            </fieldset>
          ))}
          <div>
            <Button
              onClick={() => form.set({ added: [...values.added, { key: newId(), kind: 'test', name: '', quantity: '1', unitPrice: '' }] })}
            >
              {t('amendment.add')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <fieldset className="form-group" style={{ gap: 4 }}>
            <legend className="field-label">{t('amendment.subcontracted')}</legend>
            {values.items.map((item) => (
              <Check key={item.id} isChecked={item.isSubcontracted} onChange={(isSubcontracted) => setItem(item.id, { isSubcontracted })}>
                {item.name}
              </Check>
            ))}
            {form.errorOf('itemIds') && <div className="field-error">{form.errorOf('itemIds')}</div>}
          </fieldset>
          <TextField label={t('amendment.subcontractorName')} maxLength={200} {...form.field('subcontractor')} />
        </>
      )}
      <UnitField
        label={t('amendment.extraDays')}
        hint={t('amendment.extraDaysHint')}
        unit={t('amendment.workingDays')}
        inputMode="numeric"
        {...form.field('extraDays')}
      />
      <TextArea label={t('amendment.reason')} hint={t('amendment.reasonHint')} rows={3} maxLength={1000} {...form.field('reason')} />
      <div>
        <Button kind="primary" type="submit" isBusy={propose.isPending}>
          {t('amendment.send')}
        </Button>
      </div>
    </form>
  )
}
