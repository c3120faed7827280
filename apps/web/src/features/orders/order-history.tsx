import type { Order } from '@jiju/orders/contract/orders'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { reasonOf } from './reason.ts'

/** Every step of an order, newest last; collapsed until it is asked for. */
export function OrderHistory({ order }: { order: Order }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  return (
    <details className="panel fold">
      <summary className="panel-head">
        <span className="row g8 base">
          <h2 className="h2">{t('history')}</h2>
          <span className="s t3">{t('historyNote', { count: order.steps.length })}</span>
        </span>
        <Icon name="chevronDown" />
      </summary>
      <ol className="line-list">
        {order.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are never moved or taken away.
          <li key={index} style={{ alignItems: 'flex-start' }}>
            <span className="f1">
              <span>{t(`step.${step.act}`)}</span>
              {step.reason && (
                <span className="s t2" style={{ display: 'block' }}>
                  {t('reasonIs', { reason: reasonOf(step, t) })}
                </span>
              )}
            </span>
            <span className="s t3 r">
              {format.stamp(step.at)}
              <br />
              {[step.personName, t(`side.${step.side}`)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
