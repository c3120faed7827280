import type { ResourceDetail } from '@jiju/catalog/contract/resources'
import { BOOKABLE_KINDS } from '@jiju/catalog/core/vocabulary'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bookingFactsOptions, freeSlotsOptions, rulesOptions } from '../../features/booking/requests.ts'
import { toggleCompared, useCompareBasket } from '../../features/catalog/compare-basket.ts'
import { nameOf } from '../../features/catalog/names.ts'
import { comparisonOptions } from '../../features/catalog/requests.ts'
import { many } from '../../lib/search-params.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Check } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bone, Empty } from '../../ui/states.tsx'
import styles from './compare.module.css'
import type { Compared } from './compared.ts'
import { ComparisonTable } from './comparison-table.tsx'

/** Two to four resources side by side. */
export function ComparePage() {
  const { t } = useTranslation('compare')
  const navigate = useNavigate()
  const basket = useCompareBasket()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const ids = [...new Set(many(search.ids).flatMap((text) => text.split(',')))].filter(Boolean).slice(0, 4)
  const query = useQuery(comparisonOptions(ids))
  const [isOnlyDifferent, setOnlyDifferent] = useState(false)

  const remove = (id: string) => {
    const known = basket.find((item) => item.id === id)
    if (known) toggleCompared(known)
    void navigate({
      to: '/compare',
      search: { ids: ids.filter((other) => other !== id).join(',') } as never,
      replace: true,
      resetScroll: false,
    })
  }

  return (
    <div className={`wide ${styles.page}`}>
      <div className={styles.head}>
        <PageTitle>{t('title')}</PageTitle>
        {ids.length >= 2 && (
          <Check isChecked={isOnlyDifferent} onChange={setOnlyDifferent}>
            {t('onlyDifferent')}
          </Check>
        )}
      </div>
      {ids.length < 2 ? (
        <div className="panel">
          <Empty
            title={t('needTwo')}
            action={
              <ButtonLink to="/search" kind="primary">
                {t('toSearch')}
              </ButtonLink>
            }
          >
            {t('needTwoText')}
          </Empty>
        </div>
      ) : (
        <QueryView query={query} isPage skeleton={<Bone height={420} />}>
          {(comparison) => <WithCalendars resources={comparison.items} onRemove={remove} isOnlyDifferent={isOnlyDifferent} />}
        </QueryView>
      )}
    </div>
  )
}

function WithCalendars({
  resources,
  onRemove,
  isOnlyDifferent,
}: {
  resources: readonly ResourceDetail[]
  onRemove: (id: string) => void
  isOnlyDifferent: boolean
}) {
  const isBookable = (resource: ResourceDetail) => BOOKABLE_KINDS.includes(resource.kind)
  const rules = useQueries({ queries: resources.map((item) => ({ ...rulesOptions(item.id), enabled: isBookable(item) })) })
  const slots = useQueries({
    queries: resources.map((item, index) => {
      const known = rules[index]?.data
      const minutes = known ? Math.min(known.maxMinutes, Math.max(known.minMinutes, 120)) : 120
      return { ...freeSlotsOptions(item.id, { minutes, limit: 1 }), enabled: known !== undefined }
    }),
  })
  const facts = useQueries({ queries: resources.map((item) => ({ ...bookingFactsOptions(item.id), enabled: isBookable(item) })) })
  const items: Compared[] = resources.map((resource, index) => ({
    resource,
    rules: rules[index]?.data,
    firstFree: slots[index]?.data,
    facts: facts[index]?.data,
  }))
  return <ComparisonTable items={items} onRemove={onRemove} isOnlyDifferent={isOnlyDifferent} nameOf={(item) => nameOf(item.resource)} />
}
