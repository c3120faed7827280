import type { Reservation } from '@jiju/booking/contract/reservations'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listReservations, type ReservationFilter } from '../../features/bookings/calls.ts'
import { ReservationStateTag } from '../../features/bookings/state-tag.tsx'
import { WishList } from '../../features/plans/wish-list.tsx'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const WHEN = ['upcoming', 'past', 'cancelled'] as const
const TABS = [...WHEN, 'waiting'] as const
const SCOPES = ['mine', 'organisation'] as const

const FILTER: Record<(typeof WHEN)[number], ReservationFilter> = {
  upcoming: { when: 'upcoming', order: 'start_asc' },
  past: { when: 'past', order: 'start_desc' },
  cancelled: { when: 'all', state: 'cancelled', order: 'start_desc' },
}

/** Own bookings and those of the organisation; what is nearest comes first. */
export function BookingsPage() {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/e/bookings' })
  const tab = oneOf(search.when, TABS) ?? 'upcoming'
  const when = tab === 'waiting' ? 'upcoming' : tab
  const scope = oneOf(search.scope, SCOPES) ?? 'mine'
  const {
    query,
    items: found,
    more,
  } = usePages<Reservation>({
    queryKey: ['reservations', 'list', when, scope],
    load: (cursor, signal) => listReservations({ ...FILTER[when], scope, limit: 50 }, cursor, signal),
  })
  // What was cancelled before its time has a list of its own.
  const items = when === 'upcoming' ? found.filter((row) => row.endedAt === null) : found
  const columns: Column<Reservation>[] = [
    {
      key: 'resource',
      title: t('column.resource'),
      cell: (row) => (
        <>
          <Link to="/e/bookings/$id" params={{ id: row.id }}>
            {resourceNameOf(row)}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.providerName} · {row.number}
            {row.group && (
              <>
                {' · '}
                <Link to="/e/bookings/groups/$id" params={{ id: row.group.id }} style={{ textDecoration: 'underline' }}>
                  {t(row.group.kind === 'series' ? 'inSeries' : 'inBundle')}
                </Link>
              </>
            )}
          </div>
        </>
      ),
    },
    { key: 'time', title: t('column.time'), cell: (row) => <BookedTime reservation={row} /> },
    { key: 'state', title: t('column.state'), cell: (row) => <ReservationStateTag reservation={row} /> },
    ...(scope === 'organisation' ? [{ key: 'booker', title: t('column.booker'), cell: (row: Reservation) => row.bookerName }] : []),
    { key: 'price', title: t('column.price'), look: 'num', cell: (row) => format.money(row.price.total) },
    {
      key: 'next',
      title: t('column.next'),
      look: 'action',
      cell: (row) =>
        when === 'upcoming' ? (
          <ButtonLink size="sm" to="/e/bookings/$id" params={{ id: row.id }} kind={row.state === 'held' ? 'primary' : 'default'}>
            {row.state === 'held'
              ? t('next.confirm')
              : row.canMove
                ? t('next.move')
                : row.canAskMove
                  ? t('moveRequest.button')
                  : t('next.view')}
          </ButtonLink>
        ) : (
          <ButtonLink size="sm" to="/resources/$id" params={{ id: row.resourceId }}>
            {t('next.again')}
          </ButtonLink>
        ),
    },
  ]
  const empty = { upcoming: t('emptyUpcoming'), past: t('emptyPast'), cancelled: t('emptyCancelled') }[when]
  return (
    <>
      <PageHead
        title={t('title')}
        beside={
          tab === 'upcoming' &&
          items[0] && <span className="t2">{t('nextIs', { next: format.range(items[0].start, items[0].end, items[0].zone) })}</span>
        }
        actions={
          <>
            {tab !== 'waiting' && (
              <Segmented
                label={t('scopeLabel')}
                value={scope}
                options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
                onPick={(value) =>
                  void navigate({
                    to: '/e/bookings',
                    search: { ...search, scope: value === 'mine' ? undefined : value },
                    replace: true,
                  } as never)
                }
              />
            )}
            <ButtonLink to="/search" kind="primary">
              {t('book')}
            </ButtonLink>
          </>
        }
      />
      <TabLinks
        label={t('whenLabel')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`when.${value}`) }))}
        linkOf={(value) => ({ to: '/e/bookings', search: { ...search, when: value } })}
      />
      {tab === 'waiting' ? (
        <WishList />
      ) : (
        <QueryView query={query} skeleton={<Bones rows={6} />} isPage>
          {() =>
            items.length === 0 ? (
              <div className="panel">
                <Empty title={empty} action={when === 'upcoming' ? <ButtonLink to="/search">{t('emptyAction')}</ButtonLink> : undefined} />
              </div>
            ) : (
              <div className="panel">
                <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(row) => row.id} />
                <LoadMore {...more} />
              </div>
            )
          }
        </QueryView>
      )}
    </>
  )
}

/** When it is, and to when it is asked to be moved. */
function BookedTime({ reservation: { start, end, zone, moveRequest } }: { reservation: Reservation }) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  return (
    <>
      {format.range(start, end, zone)}
      {moveRequest && (
        <div className="s warn">{t('moveRequest.listed', { time: format.range(moveRequest.start, moveRequest.end, zone) })}</div>
      )}
    </>
  )
}
