import { STANDARD_STATUSES, type StandardStatus } from '@jiju/catalog/core/vocabulary'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { standardsOptions } from '../../features/catalog/requests.ts'
import { StandardStatus as StatusTag, standardTitle } from '../../features/catalog/standard-line.tsx'
import { one, oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Bones, Empty, ErrorState, Skeleton } from '../../ui/states.tsx'
import styles from './standard.module.css'

const PAUSE_MS = 250

/** Library of standards: status, succession, and how many resources cite each. */
export function StandardsPage() {
  const { t } = useTranslation(['standard', 'common'])
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const q = one(search.q)?.slice(0, 100) ?? ''
  const status = oneOf(search.status, STANDARD_STATUSES)
  const [text, setText] = useState(q)
  const query = useInfiniteQuery(standardsOptions({ ...(q ? { q } : {}), ...(status ? { status } : {}) }))
  const items = query.data?.pages.flatMap((page) => page.items) ?? []

  const change = (next: { q: string; status: StandardStatus | undefined }) =>
    void navigate({
      to: '/standards',
      search: { ...(next.q ? { q: next.q } : {}), ...(next.status ? { status: next.status } : {}) } as never,
      replace: true,
      resetScroll: false,
    })
  useEffect(() => setText(q), [q])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts a new search.
  useEffect(() => {
    if (text.trim() === q) return
    const timer = setTimeout(() => change({ q: text.trim(), status }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <div className={`wide ${styles.page}`}>
      <div className={styles.head}>
        <div>
          <PageTitle>{t('list.title')}</PageTitle>
          <p className="t2">{t('list.lead')}</p>
        </div>
        <div className={styles.filters}>
          <TextField
            isLabelHidden
            label={t('list.search')}
            placeholder={t('list.placeholder')}
            type="search"
            maxLength={100}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <SelectField
            isLabelHidden
            label={t('list.status')}
            value={status ?? ''}
            onPick={(value) => change({ q, status: value === '' ? undefined : value })}
            options={[
              { value: '' as StandardStatus | '', label: t('list.any') },
              ...STANDARD_STATUSES.map((value) => ({ value, label: t(`common:standardStatus.${value}`) })),
            ]}
          />
        </div>
      </div>
      <div className="panel">
        {query.error && !query.data ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Skeleton>
            <Bones rows={10} />
          </Skeleton>
        ) : items.length === 0 ? (
          <Empty title={t('list.none')} action={<Button onClick={() => change({ q: '', status: undefined })}>{t('list.clear')}</Button>}>
            {t('list.noneHint')}
          </Empty>
        ) : (
          <div className={query.isPlaceholderData ? 'tbl-wrap stale' : 'tbl-wrap'}>
            <table className={`tbl tbl-cards ${styles.list}`}>
              <thead>
                <tr>
                  <th>{t('list.number')}</th>
                  <th>{t('list.name')}</th>
                  <th>{t('list.status')}</th>
                  <th>{t('list.effective')}</th>
                  <th className="r">{t('list.resources')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((standard) => (
                  <tr key={standard.id}>
                    <td className="nw">
                      <Link to="/standards/$id" params={{ id: standard.id }} className="b">
                        {standard.number}
                      </Link>
                    </td>
                    <td className="card-wide">{standardTitle(standard)}</td>
                    <td>
                      <StatusTag status={standard.status} />
                      {standard.successors[0] && <div className="s t3 nw">→ {standard.successors[0].number}</div>}
                    </td>
                    <td className="nw" data-label={t('list.effective')}>
                      {standard.effectiveOn ?? '—'}
                    </td>
                    <td className="r" data-label={t('list.resources')}>
                      {format.number(standard.resourceCount)}
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
