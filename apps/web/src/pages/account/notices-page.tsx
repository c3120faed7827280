import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listNotices, NOTICE_GROUPS, type Notice, readNotice, readNotices, unreadOptions } from '../../features/notices/calls.ts'
import { NoticeRow } from '../../features/notices/notice-row.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useCommand } from '../../lib/use-command.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { LoadMore } from '../../ui/data-table.tsx'
import { Check, SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

/** What one was told: unread first, by topic. */
export function NoticesPage() {
  const { t } = useTranslation('notices')
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/account/notices' })
  const group = oneOf(search.group, NOTICE_GROUPS)
  const onlyUnread = search.unread === '1'
  const { query, items, more } = usePages<Notice>({
    queryKey: ['notices', 'list', group ?? '', onlyUnread],
    load: (cursor, signal) => listNotices({ group, onlyUnread }, cursor, signal),
  })
  const unread = useQuery(unreadOptions).data ?? 0
  const refresh = () => client.invalidateQueries({ queryKey: ['notices'] })
  const read = useCommand({ run: ({ id }: { id: string }) => readNotice(id), onDone: refresh })
  const newest = items.reduce((latest, { id }) => (id > latest ? id : latest), '')
  const readAll = useCommand({
    run: () => readNotices({ upTo: newest, ...(group && { group }) }),
    onDone: async () => {
      toast(t('markedAll'))
      await refresh()
    },
  })
  const go = (change: { group?: string | undefined; unread?: string | undefined }) =>
    void navigate({ to: '/account/notices', search: { ...search, ...change }, replace: true })
  const isFiltered = group !== undefined || onlyUnread
  return (
    <>
      <PageHead
        title={t('title')}
        line={unread === 0 ? t('allRead') : unread > 99 ? t('unreadMany') : t('unread', { count: unread })}
        actions={
          <>
            <ButtonLink to="/account" search={{ tab: 'notices' }}>
              {t('settings')}
            </ButtonLink>
            {items.some(({ readAt }) => readAt === null) && (
              <Button isBusy={readAll.isPending} onClick={() => readAll.mutate({})}>
                {t('markAll')}
              </Button>
            )}
          </>
        }
      />
      <div className="filters">
        <SelectField
          label={t('filter')}
          isLabelHidden
          value={group ?? ''}
          options={[{ value: '', label: t('all') }, ...NOTICE_GROUPS.map((value) => ({ value, label: t(`group.${value}`) }))]}
          onPick={(value) => go({ group: value || undefined })}
        />
        <Check isChecked={onlyUnread} onChange={(isOn) => go({ unread: isOn ? '1' : undefined })}>
          {t('onlyUnread')}
        </Check>
      </div>
      <ProblemSummary error={readAll.error ?? read.error} />
      <QueryView query={query} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty
                title={isFiltered ? t('emptyFilter') : t('empty')}
                action={isFiltered && <Button onClick={() => go({ group: undefined, unread: undefined })}>{t('clear')}</Button>}
              />
            ) : (
              <ul className="line-list">
                {items.map((notice) => (
                  <NoticeRow key={notice.id} notice={notice} onRead={() => read.mutate({ id: notice.id })} />
                ))}
              </ul>
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
      <p className="s t3">{t('kept')}</p>
    </>
  )
}
