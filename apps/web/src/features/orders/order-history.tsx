import type { Order } from '@jiju/orders/contract/orders'
import { useTranslation } from 'react-i18next'
import { StepHistory } from '../../ui/step-history.tsx'
import { reasonOf } from './reason.ts'

/** Every step of an order. */
export function OrderHistory({ order }: { order: Order }) {
  const { t } = useTranslation('orders')
  return (
    <StepHistory
      title={t('history')}
      note={t('historyNote', { count: order.steps.length })}
      steps={order.steps.map((step) => ({
        name: t(`step.${step.act}`),
        reason: step.reason && t('reasonIs', { reason: reasonOf(step, t) }),
        at: step.at,
        by: [step.personName, t(`side.${step.side}`)].filter(Boolean).join(' · '),
      }))}
    />
  )
}
