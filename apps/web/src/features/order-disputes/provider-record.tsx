import type { OrderEvaluation } from '@jiju/orders/contract/evaluations'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { LoadMore } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { listProviderEvaluations, recordOptions } from './calls.ts'
import { EvaluationView } from './evaluation-view.tsx'

/** What a provider's orders of the past year say of it; computed, not typed. */
export function ProviderRecord({ providerId }: { providerId: string }) {
  const { t } = useTranslation('orderDisputes')
  const format = useFormat()
  const record = useQuery(recordOptions(providerId)).data
  const { items, more } = usePages<OrderEvaluation>({
    queryKey: ['orders', 'evaluations', providerId],
    load: (cursor, signal) => listProviderEvaluations(providerId, cursor, signal),
  })
  if (!record) return null
  const share = ({ count, of }: { count: number; of: number }) =>
    of === 0 ? t('record.none') : t('record.share', { percent: format.percent(count / of, 0), count, of })
  return (
    <Panel title={t('record.title')} note={t('record.since', { day: format.day(record.since) })}>
      <dl className="kv">
        <dt>{t('record.answers')}</dt>
        <dd>
          {share(record.answers)}
          {record.medianAnswerHours !== null && ` · ${t('record.median', { hours: format.number(record.medianAnswerHours, 1) })}`}
        </dd>
        <dt>{t('record.deliveries')}</dt>
        <dd>{share(record.deliveries)}</dd>
        <dt>{t('record.retests')}</dt>
        <dd>{share(record.retests)}</dd>
        <dt>{t('record.givenUp')}</dt>
        <dd>{share(record.givenUp)}</dd>
        <dt>{t('record.evaluations')}</dt>
        <dd>
          {record.evaluations === 0
            ? t('record.none')
            : t('record.points', {
                count: record.evaluations,
                quality: format.number(record.quality, 1),
                punctuality: format.number(record.punctuality, 1),
                service: format.number(record.service, 1),
              })}
        </dd>
      </dl>
      {items.length > 0 && (
        <div className="stack" style={{ marginTop: 16 }}>
          {items.map((evaluation) => (
            <EvaluationView key={`${evaluation.givenAt}${evaluation.words}`} evaluation={evaluation} />
          ))}
          <LoadMore {...more} />
        </div>
      )}
    </Panel>
  )
}
