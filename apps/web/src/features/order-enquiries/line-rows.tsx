import { formatFen } from '@jiju/kernel/money'
import type { Enquiry } from '@jiju/orders/contract/enquiries'
import { LINE_KINDS } from '@jiju/orders/core/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { activeOrganisation, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ownServicesOptions } from './calls.ts'
import './order-enquiries.css'
import { amountOf, type LineDraft } from './quote-lines.ts'

const UNITS = ['item', 'sample', 'run', 'batch', 'hour', 'day', 'project'] as const

/** Lines of a quote as they are typed, each with what it comes to. */
export function LineRows({
  lines,
  items,
  errorOf,
  idOf,
  onChange,
}: {
  lines: readonly LineDraft[]
  items: Enquiry['items']
  errorOf: (name: string) => string | undefined
  idOf: (name: string) => string
  onChange: (lines: LineDraft[]) => void
}) {
  const { t } = useTranslation(['order-enquiries', 'common'])
  const format = useFormat()
  const services = useQuery(ownServicesOptions(activeOrganisation(useMe())?.id ?? '')).data ?? []
  const change = (key: string, part: Partial<LineDraft>) => onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  return (
    <ol className="plain quote-lines">
      {lines.map((line, index) => {
        const amount = amountOf(line)
        const field = (name: 'name' | 'method' | 'quantity' | 'unitPrice') => ({
          id: idOf(`lines.${index}.${name}`),
          value: line[name],
          error: errorOf(`lines.${index}.${name}`),
          onChange: (event: { target: { value: string } }) => change(line.key, { [name]: event.target.value }),
        })
        return (
          <li key={line.key} className="quote-line">
            <SelectField
              label={t('line.kind')}
              value={line.kind}
              options={LINE_KINDS.map((value) => ({ value, label: t(`lineKind.${value}`) }))}
              onPick={(kind) => change(line.key, { kind })}
            />
            <TextField label={t('line.name')} maxLength={200} {...field('name')} />
            <TextField label={t('line.method')} maxLength={300} {...field('method')} />
            <SelectField
              label={t('line.item')}
              value={line.enquiryItemId ?? ''}
              options={[{ value: '', label: t('line.noItem') }, ...items.map(({ id, name }) => ({ value: id, label: name }))]}
              onPick={(value) => change(line.key, { enquiryItemId: value || undefined })}
            />
            <SelectField
              label={t('line.service')}
              value={line.serviceId ?? ''}
              options={[{ value: '', label: t('line.noService') }, ...services.map(({ id, name }) => ({ value: id, label: name }))]}
              onPick={(value) => change(line.key, { serviceId: value || undefined })}
            />
            <TextField label={t('line.quantity')} inputMode="numeric" {...field('quantity')} />
            <SelectField
              label={t('line.unit')}
              value={line.unit}
              options={UNITS.map((value) => ({ value, label: t(`common:priceUnit.${value}`) }))}
              onPick={(unit) => change(line.key, { unit })}
            />
            <TextField
              label={t('line.unitPrice')}
              inputMode="decimal"
              hint={line.kind === 'discount' ? t('line.discountHint') : undefined}
              {...field('unitPrice')}
            />
            <div className="quote-line-end">
              <span className="num">{amount === undefined ? '—' : format.money(formatFen(amount))}</span>
              {lines.length > 1 && (
                <Button size="sm" kind="text" onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}>
                  {t('line.remove')}
                  <span className="sr-only"> {line.name}</span>
                </Button>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
