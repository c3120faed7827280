import type { Order } from '@jiju/orders/contract/orders'
import { DISPUTE_WISHES, type DisputeWish } from '@jiju/orders/core/disputes/vocabulary'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { objectTo, settleDispute } from './calls.ts'

/** An objection takes the order to the operator; an agreement of the parties takes it back. */
export function ObjectButton({ order, onDone }: { order: Order; onDone: (next: Order) => void }) {
  const { t } = useTranslation('orderDisputes')
  const mayAnswer = useAccess('orders.order.answer')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [wanted, setWanted] = useState<DisputeWish>('redo')
  const object = useCommand({
    run: objectTo,
    onDone: (next) => {
      setOpen(false)
      toast(t('object.done'))
      onDone(next)
    },
  })
  const settle = useCommand({ run: settleDispute, onDone })
  if (!mayAnswer || order.side !== 'client') return null
  if (order.acts.includes('settle_dispute'))
    return (
      <>
        <ProblemSummary error={settle.error} />
        <Button isBusy={settle.isPending} onClick={() => settle.mutate({ order })}>
          {t('settle')}
        </Button>
      </>
    )
  if (!order.acts.includes('object')) return null
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t('object.button')}
      </Button>
      <Dialog
        title={t('object.button')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('back')}</Button>
            <Button
              kind="danger"
              isBusy={object.isPending}
              disabled={!reason.trim()}
              onClick={() => object.mutate({ order, body: { reason: reason.trim(), wanted } })}
            >
              {t('object.button')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={object.error} />
          <p>{t('object.effect')}</p>
          <SelectField
            label={t('object.wanted')}
            value={wanted}
            options={DISPUTE_WISHES.map((value) => ({ value, label: t(`wanted.${value}`) }))}
            onPick={setWanted}
          />
          <TextArea
            label={t('object.reason')}
            hint={t('object.reasonHint')}
            rows={4}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </Dialog>
    </>
  )
}
