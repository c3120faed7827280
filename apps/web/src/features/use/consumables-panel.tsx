import type { Consumable, EditConsumable } from '@jiju/booking/contract/consumables'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Check, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { consumablesOptions, saveConsumable } from './calls.ts'

/** What users can use up, with its price and, if counted, its stock. */
export function ConsumablesPanel() {
  const { t } = useTranslation('use')
  const format = useFormat()
  const mayEdit = useAccess('booking.consumable.edit')
  const query = useQuery(consumablesOptions)
  const [open, setOpen] = useState<Consumable | 'new' | null>(null)
  const columns: Column<Consumable>[] = [
    { key: 'name', title: t('consumable.name'), cell: (row) => row.nameZh },
    { key: 'price', title: t('consumable.price'), look: 'num', cell: (row) => `${format.money(row.price)} / ${row.unitName}` },
    { key: 'stock', title: t('consumable.stock'), look: 'num', cell: (row) => (row.stock === null ? '—' : format.number(row.stock)) },
    { key: 'offered', title: t('board.state'), cell: (row) => (row.isOffered ? t('consumable.offered') : t('consumable.notOffered')) },
    {
      key: 'act',
      title: t('board.act'),
      look: 'action',
      cell: (row) =>
        mayEdit && (
          <Button size="sm" onClick={() => setOpen(row)}>
            {t('consumable.edit')}
          </Button>
        ),
    },
  ]
  return (
    <Panel
      title={t('consumable.title')}
      isFlush
      extra={
        mayEdit && (
          <Button size="sm" onClick={() => setOpen('new')}>
            {t('consumable.add')}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('consumable.none')} />
          ) : (
            <DataTable caption={t('consumable.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
          )
        }
      </QueryView>
      <Drawer title={t(open === 'new' ? 'consumable.add' : 'consumable.edit')} isOpen={open !== null} onClose={() => setOpen(null)}>
        {open && <Form key={open === 'new' ? 'new' : open.id} consumable={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </Drawer>
    </Panel>
  )
}

function Form({ consumable, onDone }: { consumable: Consumable | null; onDone: () => void }) {
  const { t } = useTranslation('use')
  const client = useQueryClient()
  const [nameZh, setNameZh] = useState(consumable?.nameZh ?? '')
  const [nameEn, setNameEn] = useState(consumable?.nameEn ?? '')
  const [unitName, setUnitName] = useState(consumable?.unitName ?? '')
  const [price, setPrice] = useState(consumable?.price ?? '')
  const [stock, setStock] = useState(consumable?.stock?.toString() ?? '')
  const [isOffered, setOffered] = useState(consumable?.isOffered ?? true)
  const command = useCommand({
    run: saveConsumable,
    onDone: async () => {
      await client.invalidateQueries({ queryKey: ['uses', 'consumables'] })
      onDone()
    },
  })
  const body: EditConsumable = {
    resourceId: consumable?.resourceId ?? null,
    nameZh: nameZh.trim(),
    nameEn: nameEn.trim() || null,
    unitName: unitName.trim(),
    stock: stock === '' ? null : Number(stock),
    isOffered,
    ...(price !== consumable?.price && price.trim() ? { price: price.trim() } : {}),
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({ id: consumable?.id ?? null, version: consumable?.version ?? 0, body })
      }}
    >
      <ProblemSummary error={command.error} />
      <TextField label={t('consumable.name')} required maxLength={60} value={nameZh} onChange={(event) => setNameZh(event.target.value)} />
      <TextField label={t('consumable.nameEn')} maxLength={120} value={nameEn} onChange={(event) => setNameEn(event.target.value)} />
      <TextField
        label={t('consumable.unit')}
        required
        maxLength={20}
        value={unitName}
        onChange={(event) => setUnitName(event.target.value)}
      />
      <TextField
        label={t('consumable.price')}
        hint={t('consumable.priceHint')}
        required={consumable === null}
        inputMode="decimal"
        pattern="\d{1,7}(\.\d{1,2})?"
        value={price}
        onChange={(event) => setPrice(event.target.value)}
      />
      <TextField
        label={t('consumable.stock')}
        hint={t('consumable.stockHint')}
        type="number"
        min={0}
        value={stock}
        onChange={(event) => setStock(event.target.value)}
      />
      <Check isChecked={isOffered} onChange={setOffered}>
        {t('consumable.offered')}
      </Check>
      <div>
        <Button type="submit" kind="primary" isBusy={command.isPending}>
          {t('rules.save')}
        </Button>
      </div>
    </form>
  )
}
