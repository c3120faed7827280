import type { Timeline } from '@jiju/booking/contract/timeline'
import { addDays, isLocalDate, type LocalDate } from '@jiju/kernel/local-date'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { readWholeTimeline } from '../../features/provider-calendar/calls.ts'
import { PageRule } from '../../features/provider-calendar/print/page-rule.tsx'
import { ProviderWeek, ResourceWeek } from '../../features/provider-calendar/print/week-sheet.tsx'
import { daysOfView } from '../../features/provider-calendar/time-axis.ts'
import { toItem } from '../../features/provider-calendar/timeline-items.ts'
import { serverClock } from '../../lib/clock.ts'
import { dayNow, REGION_ZONE } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { activeOrganisation, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

/** A week on paper: of one instrument as a grid, of the institution as a table. What is on the screen is what is printed. */
export function WeekPrintPage() {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/calendar/print' })
  const organisation = activeOrganisation(useMe())
  const day: LocalDate = search.from && isLocalDate(search.from) ? search.from : dayNow()
  const days = daysOfView('week', day, addDays)
  const from = days[0] ?? day
  const query = useQuery({
    queryKey: ['timeline', 'whole', from],
    queryFn: ({ signal }) => readWholeTimeline({ from, days: 7, kind: undefined, q: undefined, order: 'class' }, signal),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
  const go = (change: Partial<typeof search>) => void navigate({ to: '/p/calendar/print', search: { ...search, ...change }, replace: true })
  const week = t('print.week_of', { from: format.day(from), to: format.day(days.at(-1) ?? from) })
  const provider = organisation?.name ?? ''

  return (
    <>
      <div className="no-print">
        <PageHead
          crumb={[{ label: t('print.back'), link: { to: '/p/calendar' } }, { label: t('print.title') }]}
          title={t('print.title')}
          line={t('print.hint')}
          actions={
            <Button kind="primary" onClick={() => window.print()}>
              {t('print.print')}
            </Button>
          }
        />
        <div className="row g8 wrap" style={{ marginBottom: 12 }}>
          <Button aria-label={t('print.previous')} onClick={() => go({ from: addDays(from, -7) })}>
            <Icon name="chevronLeft" />
          </Button>
          <span className="b">{week}</span>
          <Button aria-label={t('print.next')} onClick={() => go({ from: addDays(from, 7) })}>
            <Icon name="chevronRight" />
          </Button>
          {query.data && (
            <SelectField
              isLabelHidden
              label={t('print.of')}
              value={search.resource ?? ''}
              options={[
                { value: '', label: t('print.all') },
                ...query.data.resources.map((resource) => ({ value: resource.id, label: titleOf(resource) })),
              ]}
              onPick={(resource) => go({ resource: resource || undefined })}
            />
          )}
        </div>
      </div>
      <QueryView query={query} skeleton={<Bones rows={8} />} isPage>
        {({ resources, reservations }) => {
          const words = { internal: t('print.internal'), outage: t('print.outage') }
          const itemsOf = (id: string) => reservations.filter((bar) => bar.resourceId === id).map((bar) => toItem(bar, words))
          const sheets = resources.map((resource) => ({ ...resource, title: titleOf(resource) }))
          const chosen = sheets.find(({ id }) => id === search.resource)
          if (sheets.length === 0) return <Empty title={t('print.none')} />
          return (
            <article className="sheet">
              <PageRule address={`${provider} · ${location.origin}/p/calendar/print?from=${from}`} />
              <header className="sheet-head">
                <h2>{chosen ? chosen.title : provider}</h2>
                <span>
                  {chosen && `${provider} · `}
                  {week} · {t('print.printedAt', { time: format.stamp(serverClock.now(), REGION_ZONE) })}
                </span>
              </header>
              {chosen ? (
                <ResourceWeek days={days} resource={chosen} items={itemsOf(chosen.id)} />
              ) : (
                <ProviderWeek days={days} resources={sheets} itemsOf={itemsOf} />
              )}
            </article>
          )
        }}
      </QueryView>
    </>
  )
}

function titleOf({ name, nameEn }: Timeline['resources'][number]): string {
  return (currentLanguage() === 'en' ? nameEn : null) ?? name
}
