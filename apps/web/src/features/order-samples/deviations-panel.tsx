import type { Deviation } from '@jiju/orders/contract/deviations'
import type { Order } from '@jiju/orders/contract/orders'
import { DEVIATION_DECISIONS } from '@jiju/orders/core/samples/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { decideDeviation, editDeviation, openDeviation, orderSamplesOptions } from './calls.ts'
import { StepDialog } from './step-dialog.tsx'
import { useRenew } from './use-renew.ts'

const WORKING: readonly Order['state'][] = ['accepted', 'received', 'working', 'reporting', 'paused']
const OWN_KINDS = ['method', 'equipment', 'environment', 'result', 'study', 'batch', 'other'] as const

/** What went otherwise than agreed: the provider writes it down, the client decides where it must. */
export function DeviationsPanel({ order }: { order: Order }) {
  const { t } = useTranslation('order-samples')
  const mayWrite = useAccess('orders.deviation.write') && order.side === 'provider'
  const renew = useRenew()
  const query = useQuery(orderSamplesOptions(order.id))
  const deviations = query.data?.deviations ?? []
  const mayReport = mayWrite && WORKING.includes(order.state)
  if (deviations.length === 0 && !mayReport) return null
  return (
    <Panel
      title={t('deviation.title')}
      note={deviations.length > 0 ? t('deviation.note', { count: deviations.length }) : undefined}
      extra={
        mayReport && (
          <StepDialog
            title={t('deviation.report')}
            effect={t('deviation.reportEffect')}
            orderId={order.id}
            fields={[
              {
                name: 'kind',
                label: t('field.deviationKind'),
                kind: 'select',
                initial: 'method',
                options: OWN_KINDS.map((value) => ({ value, label: t(`deviation.kind.${value}`) })),
              },
              { name: 'what', label: t('field.what'), kind: 'area' },
              { name: 'impact', label: t('field.impact'), kind: 'area', isOptional: true },
              {
                name: 'needsDecision',
                label: t('field.decision'),
                kind: 'select',
                initial: 'yes',
                options: [
                  { value: 'yes', label: t('field.needsDecision') },
                  { value: 'no', label: t('page.none') },
                ],
              },
            ]}
            toBody={({ kind, what, impact, needsDecision }) => ({ kind, what, impact, needsDecision: needsDecision === 'yes' })}
            run={(body, headers) =>
              openDeviation({ orderId: order.id, body: body as Parameters<typeof openDeviation>[0]['body'] }, headers)
            }
            onDone={() => renew.order(order.id)}
          />
        )
      }
    >
      {deviations.length > 0 && (
        <ul className="plain stack">
          {deviations.map((deviation) => (
            <li key={deviation.id}>
              <One order={order} deviation={deviation} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function One({ order, deviation, mayWrite }: { order: Order; deviation: Deviation; mayWrite: boolean }) {
  const { t } = useTranslation('order-samples')
  const format = useFormat()
  const mayDecide = useAccess('orders.deviation.decide') && order.side === 'client'
  const waits = deviation.state === 'open' && deviation.needsDecision && deviation.decision === null
  const facts: [string, string][] = [
    [t('field.impact'), deviation.impact],
    [t('field.cause'), deviation.cause],
    [t('field.correctiveAction'), deviation.correctiveAction],
  ]
  return (
    <div className="col g8">
      <div className="row g8 wrap">
        <strong>
          {t('deviation.number', { number: deviation.number })} · {t(`deviation.kind.${deviation.kind}`)}
          {deviation.sampleNumber && ` · ${deviation.sampleNumber}`}
        </strong>
        <Tag kind={waits ? 'warn' : deviation.state === 'closed' ? 'plain' : 'accent'}>
          {waits ? t(order.side === 'client' ? 'deviation.waitsOwn' : 'deviation.waits') : t(`deviation.${deviation.state}`)}
        </Tag>
        <span className="s t3">{format.instant(deviation.occurredAt)}</span>
      </div>
      <p className="pre">{deviation.what}</p>
      <FactList facts={facts} />
      {deviation.decision && deviation.decidedAt && (
        <p className="m t2">
          {t('deviation.decided', {
            name: deviation.decidedByName ?? '',
            at: format.instant(deviation.decidedAt),
            decision: t(`deviation.decision.${deviation.decision}`),
          })}
          {deviation.decisionWords && ` · ${deviation.decisionWords}`}
        </p>
      )}
      {waits && order.side !== 'client' && deviation.informedAt && (
        <p className="m t3">{t('deviation.informed', { at: format.instant(deviation.informedAt) })}</p>
      )}
      <div className="row g8 wrap">
        {waits && mayDecide && <Decide order={order} deviation={deviation} />}
        {mayWrite && deviation.state === 'open' && <Edit order={order} deviation={deviation} waits={waits} />}
      </div>
    </div>
  )
}

function Decide({ order, deviation }: { order: Order; deviation: Deviation }) {
  const { t } = useTranslation('order-samples')
  const renew = useRenew()
  const options = DEVIATION_DECISIONS.filter((value) => value !== 'replace' || deviation.sampleId !== null)
  return (
    <StepDialog
      title={t('deviation.decide')}
      effect={t('deviation.decideEffect')}
      look="primary"
      size="sm"
      orderId={order.id}
      fields={[
        {
          name: 'decision',
          label: t('field.decision'),
          kind: 'select',
          initial: 'go_on',
          options: options.map((value) => ({ value, label: t(`deviation.decision.${value}`) })),
        },
        { name: 'words', label: t('field.words'), kind: 'area', isOptional: true },
      ]}
      run={(body, headers) => decideDeviation({ id: deviation.id, body: body as Parameters<typeof decideDeviation>[0]['body'] }, headers)}
      onDone={() => {
        toast(t('deviation.done'))
        return renew.order(order.id)
      }}
    />
  )
}

function Edit({ order, deviation, waits }: { order: Order; deviation: Deviation; waits: boolean }) {
  const { t } = useTranslation('order-samples')
  const renew = useRenew()
  return (
    <StepDialog
      title={t('deviation.edit')}
      effect={t('deviation.close')}
      size="sm"
      orderId={order.id}
      fields={[
        { name: 'impact', label: t('field.impact'), kind: 'area', initial: deviation.impact, isOptional: true },
        { name: 'cause', label: t('field.cause'), kind: 'area', initial: deviation.cause, isOptional: true },
        {
          name: 'correctiveAction',
          label: t('field.correctiveAction'),
          kind: 'area',
          initial: deviation.correctiveAction,
          isOptional: true,
        },
      ]}
      toBody={({ impact = '', cause = '', correctiveAction = '' }) => ({
        impact,
        cause,
        correctiveAction,
        isClosed: !waits && Boolean(cause.trim() && correctiveAction.trim()),
      })}
      run={(body, headers) => editDeviation({ target: deviation, body: body as Parameters<typeof editDeviation>[0]['body'] }, headers)}
      onDone={() => {
        toast(t('deviation.done'))
        return renew.order(order.id)
      }}
    />
  )
}
