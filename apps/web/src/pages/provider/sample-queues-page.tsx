import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sampleQueuesOptions } from '../../features/samples/calls.ts'
import { QueuePanel } from '../../features/samples/queue-panel.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

/** The provider's queues of samples, each in its order. */
export function SampleQueuesPage() {
  const { t } = useTranslation('samples')
  const query = useQuery(sampleQueuesOptions)
  return (
    <>
      <PageHead title={t('queueTitle')} />
      <QueryView query={query} isPage>
        {({ items }) =>
          items.length === 0 ? (
            <div className="panel">
              <Empty title={t('queue.emptyTitle')} action={<ButtonLink to="/p/resources">{t('queue.emptyAction')}</ButtonLink>}>
                {t('queue.emptyText')}
              </Empty>
            </div>
          ) : (
            <div className="stack">
              {items.map((item) => (
                <QueuePanel key={item.queue.resourceId} item={item} />
              ))}
            </div>
          )
        }
      </QueryView>
    </>
  )
}
