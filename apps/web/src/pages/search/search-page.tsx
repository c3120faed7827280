import type { SearchAnswer, SearchItem } from '@jiju/catalog/contract/search'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Availability, availabilityOptions } from '../../features/catalog/availability.ts'
import { searchOptions } from '../../features/catalog/requests.ts'
import {
  appliedOf,
  DEFAULT_MINUTES,
  parseConditions,
  type SearchConditions,
  type Sort,
  sortOf,
  withoutCondition,
} from '../../features/catalog/search-conditions.ts'
import { serverClock } from '../../lib/clock.ts'
import { useAccess, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useIsNarrow, useIsPhone } from '../../lib/use-media.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Segmented } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CompareBar } from './compare-bar.tsx'
import { Facets } from './facets.tsx'
import { FilterChips } from './filter-chips.tsx'
import { QueryNotes } from './query-notes.tsx'
import { ResultRow } from './result-row.tsx'
import { ResultSkeleton } from './result-skeleton.tsx'
import { SaveSearch } from './save-search.tsx'
import { SearchEmpty } from './search-empty.tsx'
import styles from './search-page.module.css'
import { useConditionLabel } from './use-condition-label.ts'
import { useRowKeys } from './use-row-keys.ts'

/** Search results: every condition stands in the address, so that a search can be sent and saved. */
export function SearchPage() {
  const { t } = useTranslation(['search', 'common'])
  const format = useFormat()
  const navigate = useNavigate()
  const isNarrow = useIsNarrow()
  const isPhone = useIsPhone()
  const me = useMe()
  const mayKeepSearches = useAccess('catalog.saved_search.manage')
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const conditions = useMemo(() => parseConditions(search), [search])
  // Fixed per search, so that all its pages ask for the same window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new search begins now.
  const now = useMemo(() => serverClock.now(), [conditions])
  const query = useInfiniteQuery({ ...searchOptions(conditions, me?.activeOrganisationId ?? null, now), enabled: me !== undefined })
  const answer = query.data?.pages[0]
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const labelOf = useConditionLabel(conditions, answer?.facets ?? null)
  const [isSheetOpen, setSheetOpen] = useState(false)

  const bookable = useMemo(() => items.filter((item) => item.confirmation !== null).map((item) => item.id), [items])
  const minutes = Number(conditions.minutes ?? DEFAULT_MINUTES)
  // The server answers for at most 50 resources at once; further pages are asked for as they are read.
  const availability = useQuery({ ...availabilityOptions(bookable.slice(-50), minutes), enabled: bookable.length > 0 })
  const byResource = useMemo(() => new Map(availability.data?.items.map((item) => [item.resourceId, item])), [availability.data])

  const change = (next: SearchConditions) => void navigate({ to: '/search', search: next as never, replace: true, resetScroll: false })
  const rowKeys = useRowKeys(items)
  const applied = appliedOf(conditions)
  const heading = conditions.q ? t('titleFor', { q: conditions.q }) : t('title')

  return (
    <>
      {isPhone && <FilterChips conditions={conditions} onChange={change} onOpen={() => setSheetOpen(true)} appliedCount={applied.length} />}
      <div className={`wide ${styles.layout}`}>
        <Facets
          conditions={conditions}
          facets={answer?.facets ?? null}
          total={answer?.total}
          onChange={change}
          isSheet={isNarrow}
          isOpen={isSheetOpen}
          onClose={() => setSheetOpen(false)}
        />
        <div>
          <div className={styles.head}>
            <div className="row g12 wrap">
              <PageTitle className="h2" documentTitle={heading}>
                {answer ? <ResultCount answer={answer} /> : heading}
              </PageTitle>
              {!isPhone && (
                <span className="row g6 wrap">
                  {applied.map((item) => (
                    <Tag
                      key={JSON.stringify(item)}
                      kind="line"
                      onRemove={() => change(withoutCondition(conditions, item))}
                      removeLabel={t('filters.remove', { label: labelOf(item) })}
                    >
                      {labelOf(item)}
                    </Tag>
                  ))}
                </span>
              )}
            </div>
            <div className="row g8 wrap">
              {mayKeepSearches && (conditions.q || applied.length > 0) && <SaveSearch conditions={conditions} name={heading} />}
              {isNarrow && !isPhone && (
                <Button onClick={() => setSheetOpen(true)}>
                  {applied.length > 0 ? t('filters.openCount', { count: applied.length }) : t('filters.open')}
                </Button>
              )}
              <ButtonLink to="/earliest" search={{ q: conditions.q }}>
                {t('earliestResult')}
              </ButtonLink>
              {!isPhone && <SortPicker conditions={conditions} onChange={change} />}
            </div>
          </div>
          {answer && <QueryNotes answer={answer} conditions={conditions} onChange={change} />}
          {query.error && !answer ? (
            <div className="panel">
              <ErrorState error={query.error} onRetry={() => void query.refetch()} />
            </div>
          ) : !answer ? (
            <Skeleton>
              <ResultSkeleton />
            </Skeleton>
          ) : items.length === 0 ? (
            <SearchEmpty conditions={conditions} answer={answer} labelOf={labelOf} now={now} onChange={change} />
          ) : (
            <div className={query.isPlaceholderData ? 'stale' : undefined}>
              <ResultList items={items} minutes={minutes} byResource={byResource} rowKeys={rowKeys} />
              <div className={styles.more}>
                <span>
                  {t('count.shown', {
                    n: items.length,
                    total: answer.total.atLeast
                      ? t('count.atLeast', { n: format.number(answer.total.count) })
                      : format.number(answer.total.count),
                  })}
                </span>
                {query.hasNextPage && (
                  <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('common:loadMore')}
                  </Button>
                )}
              </div>
            </div>
          )}
        </div>
      </div>
      <CompareBar />
    </>
  )
}

/** The rows under their column heads; on phones each is a card. */
function ResultList({
  items: rows,
  minutes: length,
  byResource: known,
  rowKeys: keys,
}: {
  items: readonly SearchItem[]
  minutes: number
  byResource: ReadonlyMap<string, Availability>
  rowKeys: ReturnType<typeof useRowKeys>
}) {
  const { t } = useTranslation('search')
  return (
    <div className={`panel ${styles.results}`}>
      <div className={styles.columns} aria-hidden="true">
        <span>{t('columns.name')}</span>
        <span>{t('columns.earliest')}</span>
        <span>{t('columns.report')}</span>
        <span className="r">{t('columns.price')}</span>
        <span />
      </div>
      {rows.map((item, index) => (
        <ResultRow
          key={item.id}
          item={item}
          minutes={length}
          availability={known.get(item.id)}
          isFirst={index === 0}
          rowRef={keys.refAt(index)}
        />
      ))}
    </div>
  )
}

function ResultCount({ answer }: { answer: SearchAnswer }) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const values = answer.facets?.kind ?? []
  const counted = values.some((value) => value.isChosen) ? values.filter((value) => value.isChosen) : values
  const countOf = (kinds: (kind: string) => boolean) =>
    counted.filter((value) => kinds(value.value)).reduce((sum, value) => sum + value.count, 0)
  const isAtLeast = counted.some((value) => value.atLeast)
  const numbers = {
    instrument: countOf((kind) => kind === 'instrument'),
    testing_service: countOf((kind) => kind === 'testing_service'),
    other: countOf((kind) => kind !== 'instrument' && kind !== 'testing_service'),
  }
  const shown = (value: number) => (isAtLeast ? t('count.atLeast', { n: format.number(value) }) : format.number(value))
  // Facets leave free time aside: with it only the total is exact.
  const isExact = numbers.instrument + numbers.testing_service + numbers.other === answer.total.count
  const parts = isExact
    ? (['instrument', 'testing_service', 'other'] as const)
        .filter((name) => numbers[name] > 0)
        .map((name) => t(`count.${name}`, { n: shown(numbers[name]) }))
    : [
        t('count.total', {
          n: answer.total.atLeast ? t('count.atLeast', { n: format.number(answer.total.count) }) : format.number(answer.total.count),
        }),
      ]
  return <span aria-live="polite">{answer.total.count > 0 && parts.length > 0 ? parts.join(t('count.join')) : t('count.none')}</span>
}

function SortPicker({ conditions, onChange }: { conditions: SearchConditions; onChange: (next: SearchConditions) => void }) {
  const { t } = useTranslation('search')
  const sorts: Sort[] = ['relevance', 'earliest', 'price', ...(conditions.lon ? (['distance'] as const) : [])]
  return (
    <span className="row g8">
      <span className="s t3">{t('sort.title')}</span>
      <Segmented
        label={t('sort.title')}
        value={sortOf(conditions)}
        onPick={(sort) => onChange({ ...conditions, sort })}
        options={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
    </span>
  )
}
