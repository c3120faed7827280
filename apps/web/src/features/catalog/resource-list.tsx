import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Bones, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { makerAndModel, nameOf, providerName } from './names.ts'
import { type ResourceFilter, resourcesOptions } from './requests.ts'
import styles from './resource-list.module.css'

/** Published resources of a provider or under a standard, page by page. */
export function ResourceList({
  filter,
  isProviderShown,
  emptyText,
}: {
  filter: ResourceFilter
  isProviderShown: boolean
  emptyText: string
}) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const query = useInfiniteQuery(resourcesOptions(filter))
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data)
    return (
      <Skeleton>
        <Bones rows={5} />
      </Skeleton>
    )
  if (items.length === 0) return <p className="panel-body t2">{emptyText}</p>
  return (
    <div className={query.isPlaceholderData ? 'stale' : undefined}>
      <ul>
        {items.map((item) => {
          const price = item.prices.find((entry) => entry.customerClass === 'enterprise') ?? item.prices[0]
          return (
            <li key={item.id} className={styles.item}>
              <div className="f1">
                <div className="row g8">
                  <Tag kind={item.kind === 'instrument' ? 'plain' : 'accent'}>{t(`kind.${item.kind}`)}</Tag>
                  <Link to="/resources/$id" params={{ id: item.id }} className="b ell">
                    {nameOf(item)}
                  </Link>
                </div>
                <div className="m t2 ell">
                  {[makerAndModel(item), isProviderShown ? providerName(item.provider) : item.siteName].filter(Boolean).join(' · ')}
                </div>
              </div>
              <div className="row g6">
                {item.accreditations.map((scheme) => (
                  <Tag key={scheme} kind="line">
                    {t(`scheme.${scheme}`)}
                  </Tag>
                ))}
              </div>
              <div className={styles.price}>
                <span className="b">{format.shortPrice(price?.price)}</span>{' '}
                {price && <span className="s t3">/ {t(`priceUnit.${price.unit}`)}</span>}
              </div>
            </li>
          )
        })}
      </ul>
      {query.hasNextPage && (
        <div className={styles.more}>
          <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('loadMore')}
          </Button>
        </div>
      )}
    </div>
  )
}
