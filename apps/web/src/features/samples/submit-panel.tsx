import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { sampleQueueOptions } from './calls.ts'
import { SubmitForm } from './submit-form.tsx'

/** 送样 on the resource's page, folded under its date; nothing for a resource that takes no samples. */
export function SubmitPanel({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation('samples')
  const format = useFormat()
  const { data: queue } = useQuery(sampleQueueOptions(resourceId))
  if (!queue?.isAccepting) return null
  return (
    <details className="panel fold">
      <summary className="panel-head">
        <span className="row g8 base">
          <h2 className="h2">{t('form.title')}</h2>
          {queue.nextPromisedDay && <span className="s t3">{t('queue.next', { day: format.day(queue.nextPromisedDay) })}</span>}
        </span>
        <Icon name="chevronDown" />
      </summary>
      <div className="panel-body">
        <SubmitForm queue={queue} />
      </div>
    </details>
  )
}
