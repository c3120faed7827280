import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NoShowList } from '../../features/standing/no-show-list.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { Segmented } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'

const SHOWN = ['appeals', 'all'] as const

/** Appeals against no-shows at all providers: the operator decides where a provider has no second person. */
export function AppealsPage() {
  const { t } = useTranslation('standing')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/o/appeals' })
  const show = oneOf(search.show, SHOWN) ?? 'appeals'
  return (
    <>
      <PageHead
        title={t('appealsTitle')}
        actions={
          <Segmented
            label={t('showLabel')}
            value={show}
            options={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
            onPick={(value) =>
              void navigate({ to: '/o/appeals', search: { show: value === 'appeals' ? undefined : value }, replace: true })
            }
          />
        }
      />
      <section className="panel" aria-label={t('appealsTitle')}>
        <NoShowList show={show} hasProvider />
      </section>
    </>
  )
}
