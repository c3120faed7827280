import type { Order } from '@jiju/orders/contract/orders'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { actOnOrder, SIMPLE_ACTS, type SimpleAct } from './calls.ts'

/** Acts whose reason the other side reads. */
const WITH_REASON: readonly SimpleAct[] = ['decline', 'reopen', 'pause', 'ask_retest', 'refuse_retest', 'cancel', 'giveUp']
const DANGEROUS: readonly SimpleAct[] = ['decline', 'cancel', 'giveUp', 'withdraw']
const MAIN: readonly SimpleAct[] = ['accept', 'receive', 'begin', 'finish', 'resume', 'approve', 'agree_retest']

/** One act of an order: at once, or after a dialog that asks for the reason and names what it costs. */
export function ActButton({ order, act, onDone }: { order: Order; act: SimpleAct; onDone: (next: Order) => void }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const mayAct = useAccess(SIMPLE_ACTS[act].access)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: actOnOrder,
    onDone: (next) => {
      setOpen(false)
      toast(t(`act.${act}.done`))
      onDone(next)
    },
  })
  if (!mayAct) return null
  const needsReason = WITH_REASON.includes(act)
  const asks = needsReason || DANGEROUS.includes(act) || act === 'approve'
  const kind = DANGEROUS.includes(act) ? 'danger' : MAIN.includes(act) ? 'primary' : 'default'
  const send = () => command.mutate({ order, act, body: reason.trim() ? { reason: reason.trim() } : {} })
  return (
    <>
      <Button kind={kind} isBusy={command.isPending} onClick={() => (asks ? setOpen(true) : send())}>
        {t(`act.${act}.button`)}
      </Button>
      {!asks && <ProblemSummary error={command.error} />}
      <Dialog
        title={t(`act.${act}.button`)}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('act.keep')}</Button>
            <Button kind={kind} isBusy={command.isPending} disabled={needsReason && !reason.trim()} onClick={send}>
              {t(`act.${act}.button`)}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={command.error} />
          <p>{t(`act.${act}.effect`, { fee: format.money(order.cancelFee) })}</p>
          {needsReason && (
            <TextArea
              label={t('act.reason')}
              hint={t('act.reasonHint')}
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </div>
      </Dialog>
    </>
  )
}
