import type { Order } from '@jiju/orders/contract/orders'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { creditOrder, orderMoneyOptions } from './calls.ts'

/** Gives a part of an order's price back, with the reason that the client reads. */
export function CreditForm({ order, rest, isOpen, onClose }: { order: Order; rest: string; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: creditOrder,
    onDone: async (money) => {
      client.setQueryData(orderMoneyOptions(order.id).queryKey, money)
      setAmount('')
      setReason('')
      toast(t('credit.done'))
      onClose()
    },
  })
  const isComplete = /^\d{1,9}(\.\d{1,2})?$/.test(amount) && reason.trim() !== ''
  return (
    <Dialog
      title={t('credit.title')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            kind="primary"
            disabled={!isComplete}
            isBusy={command.isPending}
            onClick={() => command.mutate({ id: order.id, body: { amount, reason: reason.trim() } })}
          >
            {t('credit.send')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('credit.lead', { rest: format.money(rest) })}</p>
        <UnitField
          label={t('amount')}
          unit={t('yuan')}
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.target.value.trim())}
        />
        <TextArea label={t('reason')} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        <ProblemSummary error={command.error} />
      </div>
    </Dialog>
  )
}
