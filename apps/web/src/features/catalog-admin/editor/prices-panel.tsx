import { PriceInput } from '@jiju/catalog/contract/prices'
import { addDays } from '@jiju/kernel/local-date'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../../lib/format.ts'
import { useAccess } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { DateField } from '../../../ui/late/moment-field.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Empty } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { toast } from '../../../ui/toast.tsx'
import { UnitField } from '../../../ui/unit-field.tsx'
import { addPrice, endPrice, type Price, pricesOptions, removePrice } from '../calls.ts'

const CLASSES = PriceInput.shape.customerClass.options
const UNITS = PriceInput.shape.unit.options

/** Prices by class and unit with their days; in force without review. */
export function PricesPanel({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const client = useQueryClient()
  const mayEdit = useAccess('catalog.price.edit')
  const query = useQuery(pricesOptions(resourceId))
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Price | null>(null)
  const today = dayNow()
  const renew = () => client.invalidateQueries({ queryKey: ['own-resource', resourceId] })
  const remove = useCommand({
    run: removePrice,
    onDone: async () => {
      toast(t('prices.removed'))
      await renew()
    },
  })
  const stateOf = (price: Price) =>
    price.validFrom > today ? 'future' : price.validTo !== null && price.validTo < today ? 'past' : 'current'
  const columns: Column<Price>[] = [
    { key: 'class', title: t('prices.class'), cell: (row) => t(`customerClass.${row.customerClass}`) },
    { key: 'unit', title: t('prices.unitLabel'), cell: (row) => t(`unit.${row.unit}`) },
    {
      key: 'price',
      title: t('prices.price'),
      look: 'num',
      cell: (row) => (/^0+(\.0+)?$/.test(row.price) ? t('prices.free') : format.money(row.price)),
    },
    { key: 'from', title: t('prices.from'), cell: (row) => row.validFrom },
    { key: 'to', title: t('prices.to'), cell: (row) => row.validTo ?? t('prices.open') },
    {
      key: 'state',
      title: t('prices.state'),
      cell: (row) => (
        <Tag kind={stateOf(row) === 'current' ? 'ok' : stateOf(row) === 'future' ? 'accent' : 'plain'}>{t(`prices.${stateOf(row)}`)}</Tag>
      ),
    },
    { key: 'note', title: t('prices.remark'), isWideOnly: true, cell: (row) => row.note ?? '—' },
    ...(mayEdit
      ? [
          {
            key: 'action',
            title: t('prices.action'),
            look: 'action' as const,
            cell: (row: Price) =>
              stateOf(row) === 'future' ? (
                <Button size="sm" kind="text" isBusy={remove.isPending} onClick={() => remove.mutate({ target: row })}>
                  {t('prices.remove')}
                </Button>
              ) : (
                stateOf(row) === 'current' && (
                  <Button size="sm" onClick={() => setEnding(row)}>
                    {t('prices.end')}
                  </Button>
                )
              ),
          },
        ]
      : []),
  ]
  return (
    <Panel
      title={t('prices.title')}
      note={t('prices.note')}
      isFlush
      extra={
        mayEdit && (
          <Button size="sm" kind="primary" onClick={() => setAdding(true)}>
            {t('prices.add')}
          </Button>
        )
      }
    >
      <ProblemSummary error={remove.error} />
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('prices.none')} />
          ) : (
            <DataTable caption={t('prices.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
          )
        }
      </QueryView>
      <Drawer title={t('prices.addTitle')} isOpen={isAdding} onClose={() => setAdding(false)}>
        <AddPrice
          resourceId={resourceId}
          today={today}
          onDone={async () => {
            setAdding(false)
            toast(t('prices.saved'))
            await renew()
          }}
        />
      </Drawer>
      <Dialog title={t('prices.endTitle')} isOpen={ending !== null} onClose={() => setEnding(null)}>
        {ending && (
          <EndPrice
            price={ending}
            today={today}
            onDone={async () => {
              setEnding(null)
              toast(t('prices.ended'))
              await renew()
            }}
          />
        )}
      </Dialog>
    </Panel>
  )
}

function AddPrice({ resourceId, today, onDone }: { resourceId: string; today: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation('editor')
  const command = useCommand({ run: addPrice, onDone })
  const form = useForm({
    initial: {
      customerClass: 'enterprise' as (typeof CLASSES)[number],
      unit: 'hour' as (typeof UNITS)[number],
      price: '',
      validFrom: today,
      validTo: '',
      note: '',
    },
    schema: PriceInput,
    toInput: (values) => ({ ...values, validTo: values.validTo || null, note: values.note.trim() || null }),
    onSend: (body) => command.mutate({ id: resourceId, body }),
  })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <SelectField
        label={t('prices.class')}
        value={form.values.customerClass}
        options={CLASSES.map((value) => ({ value, label: t(`customerClass.${value}`) }))}
        onPick={(customerClass) => form.set({ customerClass })}
      />
      <div className="form-pair">
        <SelectField
          label={t('prices.unitLabel')}
          value={form.values.unit}
          options={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
          onPick={(unit) => form.set({ unit })}
        />
        <UnitField {...form.field('price')} label={t('prices.price')} unit={t('suffix.yuan')} inputMode="decimal" />
        <DateField {...form.field('validFrom')} label={t('prices.from')} />
        <DateField {...form.field('validTo')} label={t('prices.to')} hint={t('prices.open')} />
      </div>
      <TextField {...form.field('note')} label={t('prices.remark')} hint={t('optional')} maxLength={300} />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('prices.save')}
        </Button>
      </div>
    </form>
  )
}

function EndPrice({ price, today, onDone }: { price: Price; today: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation('editor')
  const [day, setDay] = useState(addDays(today, 30))
  const command = useCommand({ run: endPrice, onDone })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({ target: price, validTo: day })
      }}
    >
      <ProblemSummary error={command.error} />
      <p>{t('prices.endText')}</p>
      <DateField label={t('prices.endOn')} min={price.validFrom} value={day} onChange={(event) => setDay(event.target.value)} required />
      <div>
        <Button kind="danger" type="submit" isBusy={command.isPending}>
          {t('prices.end')}
        </Button>
      </div>
    </form>
  )
}
