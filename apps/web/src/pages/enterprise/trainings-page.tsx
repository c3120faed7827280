import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TrainingList } from '../../features/qualification/training-list.tsx'
import { one, oneOf } from '../../lib/search-params.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Segmented } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'

const SHOW = ['open', 'mine', 'past'] as const

/** Trainings to take: those that come, and one's own. */
export function TrainingsPage() {
  const { t } = useTranslation('qualification')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/trainings' })
  const show = oneOf(search.show, SHOW) ?? 'open'
  const resourceId = one(search.resource)
  return (
    <>
      <PageHead title={t('training.caption')} actions={<ButtonLink to="/account/passport">{t('passport.title')}</ButtonLink>} />
      <div className="stack">
        <div>
          <Segmented
            label={t('training.caption')}
            value={show}
            options={SHOW.map((value) => ({ value, label: t(`training.show.${value}`) }))}
            onPick={(value) =>
              void navigate({ to: '/trainings', search: { ...search, show: value === 'open' ? undefined : value }, replace: true })
            }
          />
        </div>
        <TrainingList
          conditions={{
            scope: show === 'open' ? 'open' : 'mine',
            when: show === 'past' ? 'past' : 'coming',
            ...(resourceId ? { resourceId } : {}),
          }}
        />
      </div>
    </>
  )
}
