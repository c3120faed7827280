import type { Training } from '@jiju/booking/contract/trainings'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trainingOptions } from '../../features/qualification/calls.ts'
import { CancelTrainingDialog } from '../../features/qualification/cancel-training.tsx'
import { EditTrainingDrawer } from '../../features/qualification/edit-training.tsx'
import { Enrolments } from '../../features/qualification/enrolments.tsx'
import { TrainingFacts } from '../../features/qualification/training-facts.tsx'
import { PlacesTag } from '../../features/qualification/training-list.tsx'
import { serverClock } from '../../lib/clock.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** One of the provider's sessions: who comes, what became of them. */
export function ProviderTrainingPage() {
  const { id } = useParams({ from: '/work/p/trainings/$id' })
  const query = useQuery(trainingOptions(id))
  return (
    <QueryView query={query} isPage>
      {(training) => <Loaded training={training} />}
    </QueryView>
  )
}

function Loaded({ training }: { training: Training }) {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const mayPlan = useAccess('booking.training.plan')
  const [open, setOpen] = useState<'edit' | 'cancel' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageHead
        crumb={[{ label: t('training.caption'), link: { to: '/p/trainings' } }, { label: training.number }]}
        title={training.title}
        beside={<PlacesTag of={training} />}
        line={`${training.number} · ${format.range(training.start, training.end, training.zone)}`}
        actions={
          mayPlan &&
          training.state === 'open' && (
            <>
              <Button onClick={() => setOpen('edit')}>{t('training.edit')}</Button>
              <Button kind="danger" onClick={() => setOpen('cancel')}>
                {t('training.cancel')}
              </Button>
            </>
          )
        }
      />
      <div className="two-columns">
        <Enrolments
          training={training}
          hasBegun={training.state !== 'cancelled' && Date.parse(training.start) <= serverClock.now().getTime()}
        />
        <TrainingFacts training={training} />
      </div>
      {open === 'edit' && <EditTrainingDrawer training={training} onClose={close} />}
      {open === 'cancel' && <CancelTrainingDialog training={training} onClose={close} />}
    </>
  )
}
