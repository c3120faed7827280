import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BatchRecord } from '../../features/order-batches/batch-record.tsx'
import { BeginForm } from '../../features/order-batches/begin-form.tsx'
import { batchesOptions, batchTaskOptions } from '../../features/order-batches/calls.ts'
import { useAccess } from '../../lib/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** The batches of a task: the record of each, and a new one. */
export function BatchPage() {
  const { t } = useTranslation('order-batches')
  const { id } = useParams({ strict: false }) as { id: string }
  const client = useQueryClient()
  const query = useQuery(batchTaskOptions(id))
  const batches = useQuery(batchesOptions(id))
  const mayWork = useAccess('orders.batch.work')
  const renew = async () => {
    await Promise.all(['batches', 'tasks', 'orders'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  }
  return (
    <QueryView query={query} isPage>
      {(task) => (
        <>
          <PageHead
            crumb={[{ label: t('work'), link: { to: '/p/work' } }, { label: task.orderNumber }]}
            title={task.title}
            documentTitle={`${t('title')} ${task.title}`}
            line={`${task.orderNumber} · ${t('title')}`}
            actions={
              <ButtonLink to="/p/tasks/$id" params={{ id }}>
                {t('task')}
              </ButtonLink>
            }
          />
          <div className="stack">
            <QueryView query={batches}>
              {(found) => (
                <div className="stack">
                  {found.map((batch) => (
                    <BatchRecord key={`${batch.id} ${batch.version}`} batch={batch} onChanged={renew} />
                  ))}
                  {mayWork && task.state === 'running' && found.every(({ state }) => state === 'rejected') && (
                    <BeginForm taskId={id} onDone={renew} />
                  )}
                  {task.state === 'planned' && <p className="notice">{t('startFirst')}</p>}
                </div>
              )}
            </QueryView>
          </div>
        </>
      )}
    </QueryView>
  )
}
