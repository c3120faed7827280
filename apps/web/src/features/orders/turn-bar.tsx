import type { Order } from '@jiju/orders/contract/orders'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Remaining } from '../../ui/remaining.tsx'
import { ActButton } from './act-button.tsx'
import { SIMPLE_ACTS, type SimpleAct } from './calls.ts'
import { reasonOf } from './reason.ts'

/** Whose turn it is, until when, what silence does, and what the reader may do now. `children`: acts of other topics. */
export function OrderTurnBar({ order, onChanged, children }: { order: Order; onChanged: (next: Order) => void; children?: ReactNode }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const until = order.answerUntil ? format.instant(order.answerUntil) : ''
  const limit = order.answerUntil ? t(`silence.${order.state as 'placed'}`, { defaultValue: '' }) : ''
  const isEnded = order.turn === null
  const last = order.steps.findLast((step) => step.to === order.state && step.reason)
  const reason = last && reasonOf(last, t)
  const acts = (Object.keys(SIMPLE_ACTS) as SimpleAct[]).filter((act) => {
    if (act === 'giveUp') return order.side === 'provider' && order.acts.includes('cancel')
    if (act === 'cancel') return order.side === 'client' && order.acts.includes('cancel')
    return order.acts.includes(act)
  })
  return (
    <div
      className="turn-bar"
      data-turn={order.isOwnTurn ? 'mine' : order.state === 'declined' || order.state === 'disputed' ? 'bad' : 'other'}
    >
      <div className="row g12">
        <Icon name={isEnded ? 'checkCircle' : 'clock'} size={18} />
        <div>
          <div className="h3">
            {t(`turn.${order.side === 'provider' ? 'provider' : order.side === 'client' ? 'client' : 'other'}.${order.state}`, { until })}
          </div>
          {(limit || reason) && <div className="m t2">{[limit, reason && t('reasonIs', { reason })].filter(Boolean).join(' ')}</div>}
        </div>
      </div>
      <div className="row g8 wrap">
        {order.answerUntil && <Remaining until={order.answerUntil} />}
        {acts.map((act) => (
          <ActButton key={act} order={order} act={act} onDone={onChanged} />
        ))}
        {children}
      </div>
    </div>
  )
}
