import type { Order } from '@jiju/orders/contract/orders'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import { approvalsOptions } from './calls.ts'
import { DecideButtons } from './decide-buttons.tsx'
import { useStepName } from './step-name.ts'

/** The approvals that an order above its orderer's limit needs, for the client only. Nothing is shown when it needed none. */
export function ApprovalPanel({ order }: { order: Order }) {
  const { t } = useTranslation('order-spending')
  const format = useFormat()
  const stepName = useStepName()
  const mayRead = useAccess('orders.purchase.read') && order.side === 'client'
  const data = useQuery({ ...approvalsOptions(order.id), enabled: mayRead }).data
  if (!data || data.steps.length === 0) return null
  return (
    <Panel title={t('approvals.title')} note={t('approvals.note', { count: data.steps.length })}>
      <ol className="line-list">
        {data.steps.map((step) => (
          <li key={step.position}>
            <span className="f1">
              {step.position}. {stepName(step)}
              {step.upTo && <span className="s t3"> {t('approvals.upTo', { amount: format.money(step.upTo) })}</span>}
              {step.words && <div className="s t2 pre">{step.words}</div>}
            </span>
            <span className="s t3 r">
              {step.state === 'open' ? (
                <Tag kind={step.position === data.nextPosition ? 'warn' : 'plain'}>
                  {t(step.position === data.nextPosition ? 'approvals.next' : 'approvals.later')}
                </Tag>
              ) : (
                <>
                  <Tag kind={step.state === 'approved' ? 'ok' : 'bad'}>{t(`approvals.${step.state}`)}</Tag>
                  <br />
                  {step.decidedByName} · {step.decidedAt && format.stamp(step.decidedAt)}
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      {data.canDecide && data.nextPosition !== null && (
        <div className="row g8 wrap" style={{ marginTop: 12, justifyContent: 'flex-end' }}>
          <DecideButtons orderId={order.id} position={data.nextPosition} />
        </div>
      )}
    </Panel>
  )
}
