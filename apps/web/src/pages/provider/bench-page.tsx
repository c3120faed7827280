import { addDays } from '@jiju/kernel/local-date'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Matter, Matters } from '../../features/bench/matters.tsx'
import { SetUpOrganisation } from '../../features/bench/set-up-organisation.tsx'
import { listReservations } from '../../features/bookings/calls.ts'
import { ReservationStateTag } from '../../features/bookings/state-tag.tsx'
import { accreditationsOptions, listOwn } from '../../features/catalog-admin/calls.ts'
import { isRunning, listImports } from '../../features/catalog-admin/imports/calls.ts'
import { listJoinRequests } from '../../features/people/calls.ts'
import { readTimeline } from '../../features/provider-calendar/calls.ts'
import { daysOfView } from '../../features/provider-calendar/time-axis.ts'
import { dayNow, REGION_ZONE } from '../../lib/format.ts'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { instantOf } from '../../lib/zone.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

/** The provider's day: the week's figures, what waits, and today's bookings. */
export function ProviderBenchPage() {
  const { t } = useTranslation('bench')
  const { t: editor } = useTranslation('editor')
  const format = useFormat()
  const organisation = activeOrganisation(useMe())
  const maySeeTimeline = useAccess('booking.timeline.read')
  const mayListOwn = useAccess('catalog.resource.list_own')
  const mayDecide = useAccess('people.join_request.decide')
  const mayImport = useAccess('catalog.import.run')
  const today = dayNow()
  const monday = daysOfView('week', today, addDays)[0] ?? today
  const key = organisation?.id
  const week = useQuery({
    queryKey: ['timeline', 'bench', monday, key],
    queryFn: ({ signal }) =>
      readTimeline({ from: monday, days: 7, kind: undefined, q: undefined, order: 'name', limit: 1 }, undefined, signal),
    enabled: maySeeTimeline && organisation !== null,
  })
  const day = {
    from: new Date(instantOf(today, 0, REGION_ZONE)).toISOString(),
    until: new Date(instantOf(today, 1440, REGION_ZONE)).toISOString(),
  }
  const bookings = useQuery({
    queryKey: ['reservations', 'bench', 'today', day.from, key],
    queryFn: () => listReservations({ scope: 'provider', when: 'all', ...day, order: 'start_asc', limit: 50 }),
    enabled: maySeeTimeline && organisation !== null,
    refetchInterval: 60_000,
  })
  const returned = useQuery({
    queryKey: ['own-resources', 'bench', 'returned', key],
    queryFn: () => listOwn({ workState: 'returned' }, undefined, 20),
    enabled: mayListOwn,
  })
  const drafts = useQuery({
    queryKey: ['own-resources', 'bench', 'drafts', key],
    queryFn: () => listOwn({ workState: 'draft', status: 'published' }, undefined, 20),
    enabled: mayListOwn,
  })
  const inReview = useQuery({
    queryKey: ['own-resources', 'bench', 'in-review', key],
    queryFn: () => listOwn({ workState: 'in_review' }, undefined, 20),
    enabled: mayListOwn,
  })
  const requests = useQuery({
    queryKey: ['members', 'requests', key],
    queryFn: () => listJoinRequests(key ?? ''),
    enabled: mayDecide && organisation !== null,
  })
  const imports = useQuery({ queryKey: ['imports', 'bench', key], queryFn: () => listImports(), enabled: mayImport })
  const accreditations = useQuery({ ...accreditationsOptions, enabled: mayListOwn })
  if (!organisation) return <SetUpOrganisation />

  const nameOf = (row: { nameZh: string | null; nameEn: string | null }) => row.nameZh ?? row.nameEn ?? '—'
  const toEditor = (id: string) => ({ to: '/p/resources/$id/edit', params: { id } }) as const
  const mine: Matter[] = [
    ...(returned.data?.items ?? []).map((row) => ({
      key: `r${row.id}`,
      text: t('provider.returned', { name: nameOf(row) }),
      note: format.instant(row.updatedAt),
      isUrgent: true,
      link: toEditor(row.id),
    })),
    ...(imports.data?.items ?? [])
      .filter((run) => run.state === 'checked' && !isRunning(run))
      .map((run) => ({
        key: run.id,
        text: t('provider.checked', { name: run.fileName }),
        note: format.instant(run.createdAt),
        link: { to: '/p/import/$id', params: { id: run.id } } as const,
      })),
    ...(requests.data?.items ?? []).map((request) => ({
      key: request.id,
      text: t('enterprise.request', { name: request.person.name }),
      note: format.instant(request.createdAt),
      link: { to: '/p/members', search: { tab: 'requests' } } as const,
    })),
    ...(drafts.data?.items ?? []).map((row) => ({
      key: `d${row.id}`,
      text: t('provider.draft', { name: nameOf(row) }),
      note: format.instant(row.updatedAt),
      link: toEditor(row.id),
    })),
  ]
  const waiting: Matter[] = (inReview.data?.items ?? []).map((row) => ({
    key: row.id,
    text: t('provider.inReview', { name: nameOf(row) }),
    note: format.instant(row.updatedAt),
    link: toEditor(row.id),
  }))
  const soon = addDays(today, 60)
  const due: Matter[] = (accreditations.data?.items ?? [])
    .filter((item) => item.isInDate && item.validTo <= soon)
    .map((item) => ({
      key: item.id,
      text: t('provider.accreditation', { scheme: editor(`scheme.${item.scheme}`), number: item.certificateNo }),
      note: format.day(item.validTo),
      isUrgent: true,
      link: { to: '/p/resources' } as const,
    }))
  const running = (bookings.data?.items ?? []).filter((row) => row.phase === 'running' && row.kind !== 'outage').length
  const share = (percent: number | null | undefined) => format.percent(percent === null || percent === undefined ? null : percent / 100, 0)
  return (
    <>
      <PageHead
        title={t('title')}
        line={organisation.name}
        actions={
          maySeeTimeline && (
            <ButtonLink to="/p/calendar" kind="primary">
              {t('provider.calendar')}
            </ButtonLink>
          )
        }
      />
      <div className="stack">
        {maySeeTimeline && (
          <Figures
            items={[
              { key: 'booked', label: t('provider.booked'), value: share(week.data?.bookedPercent) },
              { key: 'external', label: t('provider.external'), value: share(week.data?.externalPercent) },
              {
                key: 'running',
                label: t('provider.running'),
                value: format.number(bookings.data ? running : null),
                unit: t('provider.runningUnit'),
              },
              {
                key: 'today',
                label: t('provider.today'),
                value: format.number(bookings.data?.items.length),
                unit: t('provider.publishedUnit'),
              },
            ]}
          />
        )}
        <Matters mine={mine} waiting={waiting} due={due} />
        {maySeeTimeline && (
          <Panel title={t('provider.today')} isFlush extra={<Link to="/p/calendar">{t('all')}</Link>}>
            <QueryView query={bookings}>
              {({ items }) =>
                items.length === 0 ? (
                  <Empty title={t('provider.todayNone')} />
                ) : (
                  <ul className="line-list">
                    {items.map((row) => (
                      <li key={row.id}>
                        <span className="nw" style={{ minWidth: 150 }}>
                          {format.range(row.start, row.end, row.zone)}
                        </span>
                        <span className="f1">
                          <Link to="/p/bookings/$id" params={{ id: row.id }}>
                            {resourceNameOf(row)}
                          </Link>
                          <span className="s t3" style={{ display: 'block' }}>
                            {row.organisationName} · {row.bookerName}
                          </span>
                        </span>
                        <ReservationStateTag reservation={row} />
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
