import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trainingOptions } from '../../features/qualification/calls.ts'
import { EnrolPanel } from '../../features/qualification/enrol-panel.tsx'
import { TrainingFacts } from '../../features/qualification/training-facts.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** One session, with the act to take a place. */
export function TrainingPage() {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const { id } = useParams({ from: '/work/trainings/$id' })
  const query = useQuery(trainingOptions(id))
  return (
    <QueryView query={query} isPage>
      {(training) => (
        <>
          <PageHead
            crumb={[{ label: t('training.caption'), link: { to: '/trainings' } }, { label: training.number }]}
            title={training.title}
            line={`${training.providerName} · ${format.range(training.start, training.end, training.zone)}`}
          />
          <div className="two-columns">
            <TrainingFacts training={training} />
            <EnrolPanel training={training} />
          </div>
        </>
      )}
    </QueryView>
  )
}
