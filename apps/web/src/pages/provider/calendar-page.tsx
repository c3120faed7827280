import { BOOKABLE_KINDS } from '@jiju/booking/core/vocabulary'
import { addDays, isLocalDate, type LocalDate } from '@jiju/kernel/local-date'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestStrip } from '../../features/bookings/request-strip.tsx'
import { OutageBar } from '../../features/outages/outage-bar.tsx'
import { CalendarToolbar } from '../../features/provider-calendar/calendar-toolbar.tsx'
import { timelineOptions } from '../../features/provider-calendar/calls.ts'
import { isOver } from '../../features/provider-calendar/first-days.ts'
import { Legend } from '../../features/provider-calendar/legend.tsx'
import { PhoneDay } from '../../features/provider-calendar/phone-day.tsx'
import { CALENDAR_VIEWS, daysOfView, hoursOfPicture, rangeOfDays } from '../../features/provider-calendar/time-axis.ts'
import { Timeline, useNow } from '../../features/provider-calendar/timeline/timeline.tsx'
import type { TimelineItem } from '../../features/provider-calendar/timeline/timeline-model.ts'
import { closedRanges, freeRanges, toItem } from '../../features/provider-calendar/timeline-items.ts'
import { resourceOfRow, rowOfUnit, unitRows } from '../../features/provider-calendar/unit-rows.ts'
import { usePrefetchedNeighbour } from '../../features/provider-calendar/use-prefetched-neighbour.ts'
import { useTimelineTexts } from '../../features/provider-calendar/use-timeline-texts.ts'
import { REGION_ZONE, zonedParts } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useIsPhone } from '../../lib/use-media.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { LoadMore } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { CalendarDrawers, type OpenDrawer } from './calendar-drawers.tsx'
import { CalendarList } from './calendar-list.tsx'

const ORDERS = ['name', 'class'] as const
const FORMS = ['timeline', 'list'] as const

/** The provider's instruments over a day, a week or four weeks: what is booked, by whom, what is free. */
export function CalendarPage() {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const navigate = useNavigate()
  const client = useQueryClient()
  const isPhone = useIsPhone()
  const mayBook = useAccess('booking.reservation.place')
  const search = useSearch({ from: '/work/p/calendar' })
  const now = useNow()
  const today = zonedParts(now).day
  const view = isPhone ? 'day' : (oneOf(search.view, CALENDAR_VIEWS) ?? 'week')
  const day: LocalDate = search.day && isLocalDate(search.day) ? search.day : today
  const kind = oneOf(search.kind, BOOKABLE_KINDS)
  const order = oneOf(search.order, ORDERS) ?? 'name'
  const form = oneOf(search.form, FORMS) ?? 'timeline'
  const days = useMemo(() => daysOfView(view, day, addDays), [view, day])
  const [drawer, setDrawer] = useState<OpenDrawer>(null)
  const texts = useTimelineTexts()

  const conditions = { from: days[0] ?? day, days: days.length, kind, q: search.q, order }
  const query = useInfiniteQuery({
    ...timelineOptions(conditions),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
  })
  usePrefetchedNeighbour(conditions, query.isSuccess && !query.isPlaceholderData)
  const pages = query.data?.pages
  const picture = useMemo(() => {
    const resources = (pages ?? []).flatMap((page) => page.resources)
    const words = { internal: t('state.internal'), outage: t('state.outage') }
    const capacityOf = new Map(resources.map((resource) => [resource.id, resource.capacity]))
    const items = (pages ?? [])
      .flatMap((page) => page.reservations)
      .map((bar) => ({ ...toItem(bar, words), resourceId: rowOfUnit(bar.resourceId, bar.unit, capacityOf.get(bar.resourceId) ?? 1) }))
    const window = rangeOfDays(days, REGION_ZONE)
    const closed = new Map(resources.map((resource) => [resource.id, closedRanges({ start: window.from, end: window.to }, resource.open)]))
    const open = resources.flatMap((resource) => resource.open.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) })))
    const isEnglish = currentLanguage() === 'en'
    const shown = resources.map((resource) => ({
      id: resource.id,
      title: (isEnglish ? resource.nameEn : null) ?? resource.name,
      utilisation: resource.utilisationPercent === null ? null : resource.utilisationPercent / 100,
      stepMinutes: resource.stepMinutes,
      zone: resource.zone,
      open: resource.open,
      capacity: resource.capacity,
    }))
    return {
      resources: shown,
      rows: shown.flatMap((resource) => unitRows(resource, resource.capacity, (title, unit) => t('unitRow', { title, unit }))),
      items,
      closed,
      hours: hoursOfPicture(open, items, REGION_ZONE),
    }
  }, [pages, days, t])

  const go = (change: Partial<typeof search>) => void navigate({ to: '/p/calendar', search: { ...search, ...change }, replace: true })
  const first = pages?.[0]
  const hasFilter = Boolean(kind || search.q)
  const next = addDays(days[0] ?? day, 7)
  // Opened without a day it shows this week, or the next when nothing of this one remains; whoever asks for a day gets it.
  const isUnasked = view === 'week' && !search.day && !hasFilter
  const isMovingOn = isUnasked && !query.isPlaceholderData && first !== undefined && isOver(first, now)
  useEffect(() => {
    if (isMovingOn) void navigate({ to: '/p/calendar', search: { ...search, day: next }, replace: true })
  }, [isMovingOn, next, navigate, search])
  const share = (percent: number | null | undefined) => format.percent(percent === null || percent === undefined ? null : percent / 100, 0)
  const summary = first
    ? first.bookedPercent === null
      ? t('summaryNone')
      : t(days.includes(today) && view === 'week' ? 'summary' : 'summaryOther', {
          booked: share(first.bookedPercent),
          external: share(first.externalPercent),
        })
    : null
  const open = (item: TimelineItem) => setDrawer({ kind: 'look', id: item.reservationId })
  const choose = (wish: { resourceId: string; start: Date; end: Date }) =>
    mayBook && setDrawer({ kind: 'book', wish: { ...wish, resourceId: resourceOfRow(wish.resourceId) } })
  const chosen = picture.rows.find((row) => row.id === search.resource) ?? picture.rows[0]

  return (
    <>
      <PageHead
        title={t('title')}
        beside={summary && <span className="t2">{summary}</span>}
        actions={
          <>
            <ButtonLink to="/p/calendar/print" search={{ from: days[0], resource: search.resource }}>
              {t('printWeek')}
            </ButtonLink>
            <ButtonLink to="/p/calendar/addresses">{t('addresses')}</ButtonLink>
            {mayBook && chosen && (
              <Button kind="primary" onClick={() => choose({ resourceId: chosen.id, ...nextHour(now) })}>
                <Icon name="plus" /> {t('bookFor')}
              </Button>
            )}
          </>
        }
      />
      <RequestStrip />
      <section className="panel" aria-label={t('title')} style={{ overflow: 'hidden' }}>
        <CalendarToolbar
          days={days}
          view={view}
          form={form}
          kind={kind ?? ''}
          order={order}
          count={picture.resources.length}
          isPhone={isPhone}
          onDay={(day) => go({ day })}
          onView={(next) => go({ view: next === 'week' ? undefined : next })}
          onForm={(next) => go({ form: next === 'timeline' ? undefined : next })}
          onKind={(next) => go({ kind: next || undefined })}
          onOrder={(next) => go({ order: next === 'name' ? undefined : next })}
        />
        <QueryView query={query} skeleton={<Bones rows={10} />} isPage>
          {() =>
            isMovingOn ? (
              <Bones rows={10} />
            ) : picture.resources.length === 0 ? (
              hasFilter ? (
                <Empty
                  title={t('emptyFilter')}
                  action={<Button onClick={() => go({ kind: undefined, q: undefined })}>{t('clearFilter')}</Button>}
                />
              ) : (
                <Empty title={t('emptyTitle')} action={<ButtonLink to="/p/resources">{t('emptyAction')}</ButtonLink>}>
                  {t('emptyText')}
                </Empty>
              )
            ) : isPhone && chosen ? (
              <>
                <div style={{ padding: '12px 16px', borderBottom: '1px solid var(--line)' }}>
                  <SelectField
                    label={t('phone.resource')}
                    value={chosen.id}
                    options={picture.rows.map((resource) => ({ value: resource.id, label: resource.title }))}
                    onPick={(resource) => go({ resource })}
                  />
                </div>
                <PhoneDay
                  items={picture.items.filter((item) => item.resourceId === chosen.id)}
                  free={freeRanges(
                    chosen.open,
                    picture.items.filter((item) => item.resourceId === chosen.id),
                    windowOf(days),
                    now,
                  )}
                  isOpen={chosen.open.length > 0}
                  zone={chosen.zone}
                  texts={texts}
                  onOpen={open}
                  onChoose={(range) => choose({ resourceId: chosen.id, ...range })}
                />
              </>
            ) : form === 'list' ? (
              <CalendarList items={picture.items} resources={picture.rows} texts={texts} onOpen={open} />
            ) : (
              <>
                <div className="tl-bar">
                  <Legend />
                  <span className="s t3">{t('hint')}</span>
                </div>
                <Timeline
                  days={days}
                  zone={REGION_ZONE}
                  hours={picture.hours}
                  resources={picture.rows}
                  items={picture.items}
                  closedOf={(row) => picture.closed.get(resourceOfRow(row)) ?? NOTHING}
                  now={now}
                  texts={texts}
                  onOpen={open}
                  onChoose={choose}
                  onMove={(item, range) => mayBook && setDrawer({ kind: 'move', id: item.id, range })}
                  onOpenResource={(row) => void navigate({ to: '/p/resources/$id/edit', params: { id: resourceOfRow(row) } })}
                />
              </>
            )
          }
        </QueryView>
        <LoadMore hasMore={query.hasNextPage} isLoading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
      </section>
      <OutageBar />
      <CalendarDrawers
        drawer={drawer}
        resources={picture.resources}
        onChange={setDrawer}
        onDone={() => {
          setDrawer(null)
          void client.invalidateQueries({ queryKey: ['timeline'] })
        }}
      />
    </>
  )
}

const NOTHING: readonly { start: Date; end: Date }[] = []

function windowOf(days: readonly LocalDate[]): { start: Date; end: Date } {
  const { from, to } = rangeOfDays(days, REGION_ZONE)
  return { start: from, end: to }
}

/** The next full hour, two hours long: where the form starts when nothing was dragged. */
function nextHour(now: Date): { start: Date; end: Date } {
  const start = new Date(Math.ceil((now.getTime() + 2 * 3_600_000) / 3_600_000) * 3_600_000)
  return { start, end: new Date(start.getTime() + 2 * 3_600_000) }
}
