import type { Calendar } from '@jiju/booking/contract/calendars'
import type { ResourceDetail } from '@jiju/catalog/contract/resources'
import { BOOKABLE_KINDS } from '@jiju/catalog/core/vocabulary'
import { isOrderable } from '@jiju/orders/core/forms/orderable-kinds'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BookingCalendar } from '../../features/booking/booking-calendar.tsx'
import { BookingBar, BookingPanel, BookingSections } from '../../features/booking/booking-panel.tsx'
import { DayStrip } from '../../features/booking/day-strip.tsx'
import { daysOptions, iso, rulesOptions } from '../../features/booking/requests.ts'
import { RulesList } from '../../features/booking/rules-list.tsx'
import { type Booking, type Choice, useBooking } from '../../features/booking/use-booking.ts'
import { useWeek } from '../../features/booking/use-week.ts'
import { resourceOptions } from '../../features/catalog/requests.ts'
import { OperatingStatePanel } from '../../features/outages/operating-state.tsx'
import { currentLanguage, loadTexts } from '../../lib/i18n.ts'
import { RequestProblem } from '../../lib/problem.ts'
import { one, oneOf } from '../../lib/search-params.ts'
import { useIsPhone } from '../../lib/use-media.ts'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bone, ErrorState } from '../../ui/states.tsx'
import { AccreditationPanel, ContactPanel, PricePanel, StandardsPanel, TextPanels } from './detail-panels.tsx'
import { FactsPanel, PhoneFacts } from './facts-panel.tsx'
import { FiguresStrip } from './figures-strip.tsx'
import { NationalPanel } from './national-panel.tsx'
import { OrderPanel, OrderSection } from './order-panel.tsx'
import { ResourceHead } from './resource-head.tsx'
import styles from './resource-page.module.css'

// Most resources have no price rules, so what shows them comes late.
const PriceRulesPanel = lazy(async () => {
  const texts = loadTexts('prices')
  const { PriceRulesPanel: panel } = await import('../../features/prices/price-rules-panel.tsx')
  await texts
  return { default: panel }
})

// Only some resources take samples.
const SubmitPanel = lazy(async () => {
  const texts = loadTexts('samples')
  const { SubmitPanel: panel } = await import('../../features/samples/submit-panel.tsx')
  await texts
  return { default: panel }
})

// Who books one slot needs none of the other ways.
const PlanWays = lazy(async () => {
  const texts = loadTexts('plans')
  const { PlanWays: ways } = await import('../../features/plans/plan-ways.tsx')
  await texts
  return { default: ways }
})

// Most resources ask for no qualification.
const OwnHint = lazy(async () => {
  const texts = loadTexts('qualification')
  const { OwnHint: hint } = await import('../../features/qualification/own-hint.tsx')
  await texts
  return { default: hint }
})

/** Days of the strip on phones. */
const DAYS = 7

const OPERATIONS = ['self_service', 'with_operator'] as const

/** Instrument or service: what it is, when it is free, what it costs, and the booking itself. */
export function ResourcePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(resourceOptions(id))
  return (
    <QueryView query={query} isPage skeleton={<PageSkeleton />}>
      {(resource) => <Loaded key={resource.id} resource={resource} />}
    </QueryView>
  )
}

/** The head stays the same element while the calendar arrives: it holds the focus. */
function Loaded({ resource }: { resource: ResourceDetail }) {
  const isPhone = useIsPhone()
  const isBookableKind = BOOKABLE_KINDS.includes(resource.kind) && resource.status === 'published'
  const rules = useQuery({ ...rulesOptions(resource.id), enabled: isBookableKind })
  return (
    <div className={isPhone ? styles.phone : `wide ${styles.page}`}>
      <ResourceHead resource={resource} />
      {rules.data ? (
        <Bookable resource={resource} rules={rules.data} isPhone={isPhone} />
      ) : (
        <div className={styles.columns}>
          <div className={styles.main}>
            <FactsPanel resource={resource} />
            <Details resource={resource} />
          </div>
          <div className={styles.aside}>
            <BesideWithoutCalendar resource={resource} rules={rules} isBookableKind={isBookableKind} />
          </div>
        </div>
      )}
    </div>
  )
}

/** A resource without a calendar is ordered through its contact. */
function BesideWithoutCalendar({
  resource,
  rules,
  isBookableKind,
}: {
  resource: ResourceDetail
  rules: UseQueryResult<Calendar, Error>
  isBookableKind: boolean
}) {
  const hasNoCalendar = !isBookableKind || (rules.error instanceof RequestProblem && rules.error.status === 404)
  if (hasNoCalendar) return <OrderPanel resource={resource} />
  if (!rules.error) return <Bone height={320} />
  return (
    <div className="panel">
      <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />
    </div>
  )
}

function Bookable({ resource, rules, isPhone }: { resource: ResourceDetail; rules: Calendar; isPhone: boolean }) {
  const [choice, setChoice] = useChoiceInAddress()
  const booking = useBooking({ resourceId: resource.id, choice, setChoice })
  const Layout = isPhone ? PhoneLayout : WideLayout
  return <Layout resource={resource} rules={rules} booking={booking} />
}

type BookableProps = { resource: ResourceDetail; rules: Calendar; booking: Booking }

function WideLayout({ resource, rules, booking }: BookableProps) {
  const { t } = useTranslation('resource')
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <FactsPanel resource={resource}>
          <FiguresStrip resourceId={resource.id} />
        </FactsPanel>
        <OperatingStatePanel resourceId={resource.id} zone={rules.zone} />
        <BookingCalendar rules={rules} chosen={booking.choice.span} onChoose={booking.choose} />
        <Panel title={t('rules.title')}>
          <RulesList rules={rules} />
        </Panel>
        <Details resource={resource} />
      </div>
      <div className={`col g16 ${styles.aside} ${styles.sticky}`}>
        <aside className="panel" aria-label={t('book.submit')}>
          <BookingPanel booking={booking} rules={rules} operationNote={<SelfServiceHint rules={rules} />} />
          <MoreWays resource={resource} rules={rules} booking={booking} />
        </aside>
        <Suspense>
          <SubmitPanel resourceId={resource.id} />
        </Suspense>
        <OrderBesideBooking resource={resource} />
      </div>
    </div>
  )
}

function SelfServiceHint({ rules }: { rules: Calendar }) {
  if (!rules.operations.includes('self_service')) return null
  return (
    <Suspense>
      <OwnHint resourceId={rules.resourceId} />
    </Suspense>
  )
}

function PhoneLayout({ resource, rules, booking }: BookableProps) {
  const { t } = useTranslation('resource')
  const week = useWeek(rules, booking.choice.span)
  const days = useQuery(daysOptions(resource.id, week.from, DAYS))
  return (
    <>
      <section className={styles.block}>
        <QueryView query={days} skeleton={<Bone height={240} style={{ margin: 16, width: 'calc(100% - 32px)' }} />}>
          {(calendar) => (
            <DayStrip
              key={calendar.from}
              calendar={calendar}
              earlier={week.earlier(DAYS)}
              later={week.later(DAYS)}
              chosen={booking.choice.span}
              bufferMinutes={rules.bufferBeforeMinutes + rules.bufferAfterMinutes}
              onChoose={booking.choose}
            />
          )}
        </QueryView>
      </section>
      {(booking.choice.span || booking.placed) && (
        <section className={styles.block}>
          <BookingSections booking={booking} rules={rules} operationNote={<SelfServiceHint rules={rules} />} />
        </section>
      )}
      <section className={styles.block}>
        <MoreWays resource={resource} rules={rules} booking={booking} />
      </section>
      <OperatingStatePanel resourceId={resource.id} zone={rules.zone} />
      <section className={`${styles.block} ${styles.pad}`}>
        <h2 className="h2">{t('rules.title')}</h2>
        <RulesList rules={rules} />
      </section>
      <Suspense>
        <SubmitPanel resourceId={resource.id} />
      </Suspense>
      <OrderBesideBooking resource={resource} />
      <PhoneFacts resource={resource} />
      <Details resource={resource} />
      <BookingBar booking={booking} rules={rules} />
    </>
  )
}

/** A pilot line or a cluster can be booked by time or ordered by the batch or the task. */
function OrderBesideBooking({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('resource')
  if (!isOrderable(resource.kind)) return null
  return (
    <Panel title={t('contact.orderInstead')}>
      <OrderSection resource={resource} />
    </Panel>
  )
}

function MoreWays({ resource, rules, booking }: BookableProps) {
  const { choice } = booking
  const name = (currentLanguage() === 'en' && resource.nameEn) || resource.nameZh || resource.nameEn || ''
  return (
    <Suspense>
      <PlanWays rules={rules} name={name} span={choice.span} operation={choice.operation} onTakeOver={booking.giveUp} />
    </Suspense>
  )
}

function Details({ resource }: { resource: ResourceDetail }) {
  return (
    <>
      <TextPanels resource={resource} />
      <StandardsPanel resource={resource} />
      <PricePanel resource={resource} />
      {BOOKABLE_KINDS.includes(resource.kind) && (
        <Suspense>
          <PriceRulesPanel resourceId={resource.id} />
        </Suspense>
      )}
      <AccreditationPanel resource={resource} />
      <ContactPanel resource={resource} />
      <NationalPanel resource={resource} />
    </>
  )
}

/** The chosen time stands in the address: it survives a sign-in and can be sent to a colleague. */
function useChoiceInAddress(): [Choice, (choice: Choice) => void] {
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const [start, end] = [one(search.start), one(search.end)]
  const operation = oneOf(search.operation, OPERATIONS)
  const choice = useMemo((): Choice => {
    const [from, to] = [Date.parse(start ?? ''), Date.parse(end ?? '')]
    return { span: from < to ? { start: from, end: to } : null, operation }
  }, [start, end, operation])
  const setChoice = useCallback(
    (next: Choice) => {
      const address = {
        ...(next.span ? { start: iso(next.span.start), end: iso(next.span.end) } : {}),
        ...(next.operation ? { operation: next.operation } : {}),
      }
      void navigate({ to: '.', search: address as never, replace: true, resetScroll: false })
    },
    [navigate],
  )
  return [choice, setChoice]
}

function PageSkeleton() {
  return (
    <div className={`wide ${styles.page}`}>
      <Bone width={200} height={14} />
      <Bone width={320} height={32} style={{ margin: '8px 0 24px' }} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Bone height={260} />
          <Bone height={340} />
        </div>
        <Bone height={420} />
      </div>
    </div>
  )
}
