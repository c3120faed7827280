import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { sampleQueueOptions } from './calls.ts'
import { SubmitForm } from './submit-form.tsx'

/** 送样 on the resource's page; nothing for a resource that takes no samples. */
export function SubmitPanel({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation('samples')
  const { data: queue } = useQuery(sampleQueueOptions(resourceId))
  if (!queue?.isAccepting) return null
  return (
    <Panel title={t('form.title')}>
      <SubmitForm queue={queue} />
    </Panel>
  )
}
