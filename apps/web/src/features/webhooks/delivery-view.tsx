import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { readDelivery, resendDelivery } from './calls.ts'
import { DeliveryStateTag } from './state-tags.tsx'
import { useAnswer } from './use-answer.ts'

const REFRESH_MS = 5_000

/** One delivery: what was sent, every try with its answer, and sending it again. */
export function DeliveryView({ id }: { id: string }) {
  const { t } = useTranslation('webhooks')
  const format = useFormat()
  const answerText = useAnswer()
  const client = useQueryClient()
  const query = useQuery({ queryKey: ['webhook-delivery', id], queryFn: () => readDelivery(id), refetchInterval: REFRESH_MS })
  const resend = useCommand({
    run: resendDelivery,
    onDone: async () => {
      toast(t('delivery.resent'))
      await client.invalidateQueries({ queryKey: ['webhook-deliveries'] })
    },
  })
  return (
    <QueryView query={query}>
      {(delivery) => (
        <div className="stack">
          <dl className="kv">
            <dt>{t('delivery.topic')}</dt>
            <dd className="mono">{delivery.topic}</dd>
            <dt>{t('delivery.state')}</dt>
            <dd>
              <DeliveryStateTag state={delivery.state} />{' '}
              {delivery.nextAttemptAt && <span className="s t3">{t('delivery.next', { at: format.stamp(delivery.nextAttemptAt) })}</span>}
            </dd>
            <dt>{t('delivery.at')}</dt>
            <dd>{format.stamp(delivery.createdAt)}</dd>
            <dt>{t('delivery.event')}</dt>
            <dd className="mono in-text">{delivery.eventId}</dd>
          </dl>
          <ProblemSummary error={resend.error} />
          <div>
            <Button isBusy={resend.isPending} onClick={() => resend.mutate({ id })}>
              {t('delivery.resend')}
            </Button>
          </div>
          <h3 className="b">{t('delivery.body')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard. */}
          <pre className="mono notice" tabIndex={0} style={{ overflowX: 'auto' }}>
            {pretty(delivery.body)}
          </pre>
          <h3 className="b">{t('delivery.tries')}</h3>
          {delivery.tries.length === 0 && <p className="t2">{t('delivery.none')}</p>}
          {delivery.tries.map((one) => (
            <details key={one.id} className="panel fold">
              <summary className="panel-head" style={{ cursor: 'pointer' }}>
                <span className="b">{answerText(one)}</span>
                <span className="s t3">
                  {one.byHand && <Tag kind="line">{t('delivery.byHand')}</Tag>} {t('delivery.took', { ms: one.tookMs })} ·{' '}
                  {format.stamp(one.at)}
                </span>
              </summary>
              <div className="stack" style={{ padding: 16 }}>
                <h4 className="s t3">{t('delivery.requestHeaders')}</h4>
                <pre className="mono s" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {Object.entries(one.requestHeaders)
                    .map(([name, value]) => `${name}: ${value}`)
                    .join('\n')}
                </pre>
                {one.responseStart && (
                  <>
                    <h4 className="s t3">{t('delivery.responseStart')}</h4>
                    <pre className="mono s" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                      {one.responseStart}
                    </pre>
                  </>
                )}
              </div>
            </details>
          ))}
        </div>
      )}
    </QueryView>
  )
}

function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2)
}
