import type { Order } from '@jiju/orders/contract/orders'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'

/** Date, purpose and confidentiality of an order. */
export function OrderFacts({ order }: { order: Order }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  return (
    <Panel title={t('facts.title')}>
      <dl className="kv">
        <dt>{t('facts.due')}</dt>
        <dd className="b">
          {order.dueDay
            ? format.day(order.dueDay)
            : order.isClockStopped
              ? t('facts.stopped')
              : t('facts.notStarted', { count: order.turnaroundDays })}
        </dd>
        <dt>{t('facts.turnaround')}</dt>
        <dd>
          {t('facts.days', { count: order.turnaroundDays })}
          {order.stoppedDays > 0 && ` · ${t('facts.stoppedDays', { count: order.stoppedDays })}`}
        </dd>
        <dt>{t('facts.purpose')}</dt>
        <dd>{t(`purpose.${order.purpose}`)}</dd>
        <dt>{t('facts.confidentiality')}</dt>
        <dd>{t(`confidentiality.${order.confidentiality}`)}</dd>
        <dt>{t('facts.person')}</dt>
        <dd>
          {order.personName} · {order.organisationName}
        </dd>
        <dt>{t('facts.results')}</dt>
        <dd>{t(order.holdsResults ? 'facts.heldBack' : 'facts.handedOver')}</dd>
      </dl>
    </Panel>
  )
}
