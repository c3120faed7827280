import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TrainingList } from '../../features/qualification/training-list.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Segmented } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'

const WHEN = ['coming', 'past'] as const

/** The provider's training sessions. */
export function ProviderTrainingsPage() {
  const { t } = useTranslation('qualification')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/trainings' })
  const mayPlan = useAccess('booking.training.plan')
  const when = oneOf(search.when, WHEN) ?? 'coming'
  return (
    <>
      <PageHead
        crumb={[{ label: t('title'), link: { to: '/p/qualifications' } }, { label: t('training.caption') }]}
        title={t('training.caption')}
        actions={
          mayPlan && (
            <ButtonLink kind="primary" to="/p/trainings/new">
              {t('training.plan')}
            </ButtonLink>
          )
        }
      />
      <div className="stack">
        <div>
          <Segmented
            label={t('training.time')}
            value={when}
            options={WHEN.map((value) => ({ value, label: t(`training.when.${value}`) }))}
            onPick={(value) => void navigate({ to: '/p/trainings', search: value === 'coming' ? {} : { when: value }, replace: true })}
          />
        </div>
        <TrainingList conditions={{ scope: 'provider', when }} />
      </div>
    </>
  )
}
