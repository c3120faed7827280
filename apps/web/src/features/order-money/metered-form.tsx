import type { Order } from '@jiju/orders/contract/orders'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { orderMoneyOptions, recordMetered } from './calls.ts'

type Item = Order['items'][number]

/** What was measured of an item that is counted in hours, days, runs or batches. */
export function MeteredForm({
  order,
  items,
  isOpen,
  onClose,
}: {
  order: Order
  items: readonly Item[]
  isOpen: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('order-money')
  const client = useQueryClient()
  const [itemId, setItem] = useState(items[0]?.id ?? '')
  const [measured, setMeasured] = useState('')
  const [note, setNote] = useState('')
  const item = items.find(({ id }) => id === itemId)
  const command = useCommand({
    run: recordMetered,
    onDone: async (money) => {
      client.setQueryData(orderMoneyOptions(order.id).queryKey, money)
      toast(t('metered.done'))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('metered.title')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            kind="primary"
            disabled={!/^\d{1,6}(\.\d{1,2})?$/.test(measured)}
            isBusy={command.isPending}
            onClick={() => command.mutate({ id: order.id, body: { itemId, measured, note: note.trim() } })}
          >
            {t('metered.send')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('metered.lead')}</p>
        <SelectField
          label={t('metered.item')}
          value={itemId}
          onPick={setItem}
          options={items.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          label={t('metered.measured')}
          hint={item && t('metered.foreseen', { quantity: item.quantity, unit: t(`itemUnit.${item.unit as 'hour'}`) })}
          inputMode="decimal"
          value={measured}
          onChange={(event) => setMeasured(event.target.value.trim())}
        />
        <TextField label={t('metered.note')} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        <ProblemSummary error={command.error} />
      </div>
    </Dialog>
  )
}
