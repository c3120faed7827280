import type { Reservation } from '@jiju/booking/contract/reservations'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useEnterpriseMatters } from '../../features/bench/enterprise-matters.ts'
import { Matters } from '../../features/bench/matters.tsx'
import { SetUpOrganisation } from '../../features/bench/set-up-organisation.tsx'
import { listReservations } from '../../features/bookings/calls.ts'
import { monthFigures } from '../../features/bookings/month-figures.ts'
import { ReservationStateTag } from '../../features/bookings/state-tag.tsx'
import { listConsents, listJoinRequests } from '../../features/people/calls.ts'
import { serverClock } from '../../lib/clock.ts'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

/** What waits for the enterprise, for others, and what is due soon; then the next bookings. */
export function EnterpriseBenchPage() {
  const { t } = useTranslation('bench')
  const format = useFormat()
  const me = useMe()
  const organisation = activeOrganisation(me)
  const mayList = useAccess('booking.reservation.list')
  const mayDecide = useAccess('people.join_request.decide')
  const maySeeConsents = useAccess('people.consent.list')
  const upcoming = useQuery({
    queryKey: ['reservations', 'bench', 'upcoming', organisation?.id],
    queryFn: () => listReservations({ scope: 'organisation', when: 'upcoming', order: 'start_asc', limit: 50 }),
    enabled: mayList && organisation !== null,
    refetchInterval: 60_000,
  })
  const month = monthFigures.range(serverClock.now())
  const recent = useQuery({
    queryKey: ['reservations', 'bench', 'month', month.from, organisation?.id],
    queryFn: () =>
      listReservations({ scope: 'organisation', when: 'all', from: month.from, until: month.until, order: 'start_desc', limit: 200 }),
    enabled: mayList && organisation !== null,
  })
  const requests = useQuery({
    queryKey: ['members', 'requests', organisation?.id],
    queryFn: () => listJoinRequests(organisation?.id ?? ''),
    enabled: mayDecide && organisation !== null,
  })
  const consents = useQuery({
    queryKey: ['consents', 'given', 'bench'],
    queryFn: () => listConsents('given', undefined),
    enabled: maySeeConsents && organisation !== null,
  })
  const matters = useEnterpriseMatters({
    organisation,
    reservations: upcoming.data?.items ?? [],
    requests: requests.data?.items ?? [],
    consents: consents.data?.items ?? [],
    personId: me?.person?.id ?? null,
  })
  if (!organisation) return <SetUpOrganisation />
  const next = upcoming.data?.items.find((row) => row.phase === 'upcoming' && row.endedAt === null)
  const figures = recent.data ? monthFigures.sum(recent.data.items, serverClock.now()) : null
  return (
    <>
      <PageHead
        title={t('title')}
        line={organisation.name}
        actions={
          <ButtonLink to="/search" kind="primary">
            {t('findInstruments')}
          </ButtonLink>
        }
      />
      <div className="stack">
        {mayList && (
          <Figures
            items={[
              {
                key: 'next',
                label: t('enterprise.next'),
                value: next ? format.instant(next.start, next.zone) : '—',
                note: next && resourceNameOf(next),
              },
              {
                key: 'booked',
                label: t('enterprise.booked'),
                value: upcoming.data?.nextCursor
                  ? t('operator.more', { count: 50 })
                  : format.number(upcoming.data?.items.filter(isLive).length),
              },
              { key: 'hours', label: t('enterprise.hours'), value: format.number(figures?.hours, 1), unit: t('enterprise.hoursUnit') },
              { key: 'spent', label: t('enterprise.spent'), value: format.money(figures?.yuan), unit: t('enterprise.spentUnit') },
            ]}
          />
        )}
        <Matters {...matters} />
        {mayList && (
          <Panel title={t('upcoming')} isFlush extra={<Link to="/e/bookings">{t('all')}</Link>}>
            <QueryView query={upcoming}>
              {({ items }) =>
                items.filter(isLive).length === 0 ? (
                  <Empty title={t('nothingUpcoming')} action={<ButtonLink to="/search">{t('findInstruments')}</ButtonLink>} />
                ) : (
                  <ul className="line-list">
                    {items
                      .filter(isLive)
                      .slice(0, 8)
                      .map((row: Reservation) => (
                        <li key={row.id}>
                          <span className="f1">
                            <Link to="/e/bookings/$id" params={{ id: row.id }}>
                              {resourceNameOf(row)}
                            </Link>
                            <span className="s t3" style={{ display: 'block' }}>
                              {row.providerName} · {row.bookerName}
                            </span>
                          </span>
                          <span className="r">
                            <span className="nw">{format.range(row.start, row.end, row.zone)}</span>
                            <span style={{ display: 'block' }}>
                              <ReservationStateTag reservation={row} />
                            </span>
                          </span>
                        </li>
                      ))}
                  </ul>
                )
              }
            </QueryView>
          </Panel>
        )}
      </div>
    </>
  )
}

const isLive = (row: Reservation) => row.endedAt === null
