import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { providerName } from '../../features/catalog/names.ts'
import { type ProviderListItem, providersOptions } from '../../features/catalog/requests.ts'
import { serviceCount, totalCount } from '../../features/catalog/resource-counts.ts'
import { one } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Bones, Empty, ErrorState, Skeleton } from '../../ui/states.tsx'
import styles from './provider.module.css'

/** All institutions with what they share. */
export function ProvidersPage() {
  const { t } = useTranslation(['provider', 'common'])
  const format = useFormat()
  const navigate = useNavigate()
  const q = one((useSearch({ strict: false }) as Record<string, unknown>).q) ?? ''
  const query = useInfiniteQuery(providersOptions)
  const all = query.data?.pages.flatMap((page) => page.items) ?? []
  const shown = all.filter((provider) => matches(provider, q))
  const setQuery = (text: string) =>
    void navigate({ to: '/providers', search: (text ? { q: text } : {}) as never, replace: true, resetScroll: false })
  return (
    <div className={`wide ${styles.page}`}>
      <div className={styles.head}>
        <div>
          <PageTitle>{t('list.title')}</PageTitle>
          {query.data && <p className="t2">{t('list.count', { n: format.number(all.length) + (query.hasNextPage ? '+' : '') })}</p>}
        </div>
        <div className={styles.filter}>
          <TextField
            isLabelHidden
            label={t('list.filter')}
            placeholder={t('list.filter')}
            type="search"
            value={q}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
      </div>
      <div className="panel">
        {query.error && !query.data ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Skeleton>
            <Bones rows={8} />
          </Skeleton>
        ) : shown.length === 0 ? (
          <Empty title={t('list.none', { q })} action={<Button onClick={() => setQuery('')}>{t('list.clear')}</Button>} />
        ) : (
          <div className="tbl-wrap">
            <table className={`tbl tbl-cards ${styles.list}`}>
              <thead>
                <tr>
                  <th>{t('list.name')}</th>
                  <th>{t('list.capabilities')}</th>
                  <th className="r">{t('list.instruments')}</th>
                  <th className="r">{t('list.services')}</th>
                  <th className="r">{t('list.total')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((provider) => (
                  <tr key={provider.id}>
                    <td className="card-wide">
                      <Link to="/providers/$id" params={{ id: provider.id }} className="b">
                        {providerName(provider)}
                      </Link>
                      {provider.district && <div className="s t3">{provider.district}</div>}
                    </td>
                    <td className="t2 card-wide">{provider.capabilities.slice(0, 5).join(' · ')}</td>
                    <td className="r" data-label={t('list.instruments')}>
                      {format.number(provider.resourceCounts.instrument ?? 0)}
                    </td>
                    <td className="r" data-label={t('list.services')}>
                      {format.number(serviceCount(provider.resourceCounts))}
                    </td>
                    <td className="r" data-label={t('list.total')}>
                      {format.number(totalCount(provider.resourceCounts))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
      {query.hasNextPage && (
        <div className={styles.more}>
          <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common:loadMore')}
          </Button>
        </div>
      )}
    </div>
  )
}

function matches(provider: ProviderListItem, q: string): boolean {
  const needle = q.trim().toLowerCase()
  return [provider.name, provider.shortName, provider.nameEn, provider.district, ...provider.capabilities].some((text) =>
    text?.toLowerCase().includes(needle),
  )
}
