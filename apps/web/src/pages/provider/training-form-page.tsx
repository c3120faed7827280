import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TrainingForm } from '../../features/qualification/training-form.tsx'
import { serverClock } from '../../lib/clock.ts'
import { PageHead } from '../../ui/page-head.tsx'

/** Announces a training session. */
export function TrainingFormPage() {
  const { t } = useTranslation('qualification')
  const navigate = useNavigate()
  const client = useQueryClient()
  const [now] = useState(() => serverClock.now())
  return (
    <>
      <PageHead
        crumb={[{ label: t('training.caption'), link: { to: '/p/trainings' } }, { label: t('training.plan') }]}
        title={t('training.plan')}
      />
      <TrainingForm
        now={now}
        onDone={async (training) => {
          await client.invalidateQueries({ queryKey: ['trainings'] })
          await navigate({ to: '/p/trainings/$id', params: { id: training.id } })
        }}
      />
    </>
  )
}
