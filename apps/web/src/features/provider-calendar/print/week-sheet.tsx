import type { LocalDate } from '@jiju/kernel/local-date'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'
import { minuteOfDay, zonedDay } from '../../../lib/zone.ts'
import { hoursNeeded } from '../time-axis.ts'
import type { TimelineItem } from '../timeline/timeline-model.ts'
import './print.css'

type SheetResource = {
  readonly id: string
  readonly title: string
  readonly zone: string
  readonly open: readonly { readonly start: string; readonly end: string }[]
}

type Part = { readonly item: TimelineItem; readonly from: number; readonly to: number }

/** The parts of bookings that fall on a local day, in minutes of its wall clock. */
function partsOf(items: readonly TimelineItem[], day: LocalDate, zone: string): Part[] {
  const { start, end } = zonedDay(day, zone)
  return items
    .filter((item) => item.start.getTime() < end && item.end.getTime() > start)
    .map((item) => ({
      item,
      from: item.start.getTime() <= start ? 0 : minuteOfDay(item.start, zone),
      to: item.end.getTime() >= end ? 1440 : minuteOfDay(item.end, zone),
    }))
    .sort((a, b) => a.from - b.from)
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function useLabel(): (item: TimelineItem) => string {
  const { t } = useTranslation('feeds')
  return (item) => (item.state === 'pending' ? `${item.label}（${t('print.pending')}）` : item.label)
}

/** One instrument's week as a grid of hours: to hang beside it. */
export function ResourceWeek({
  days,
  resource,
  items,
}: {
  days: readonly LocalDate[]
  resource: SheetResource
  items: readonly TimelineItem[]
}) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const label = useLabel()
  const { zone } = resource
  const ranges = [...resource.open.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) })), ...items]
  const { fromMinute, toMinute } = hoursNeeded(ranges, zone)
  const hours = Array.from({ length: (toMinute - fromMinute) / 60 }, (_, index) => fromMinute + index * 60)
  const share = (minute: number) => `${((minute - fromMinute) / (toMinute - fromMinute)) * 100}%`
  const height = (from: number, to: number) => `${((to - from) / (toMinute - fromMinute)) * 100}%`
  const isOpen = (day: LocalDate) => {
    const { start, end } = zonedDay(day, zone)
    return resource.open.some((range) => Date.parse(range.start) < end && Date.parse(range.end) > start)
  }
  return (
    <table className="week-grid">
      <caption className="sr-only">{resource.title}</caption>
      <thead>
        <tr>
          <td />
          {days.map((day) => (
            <th key={day} scope="col">
              {format.day(day, zone)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <div className="week-day week-hours" aria-hidden="true">
              {hours.map((minute) => (
                <span key={minute} style={{ top: share(minute) }}>
                  {clock(minute)}
                </span>
              ))}
            </div>
          </td>
          {days.map((day) => (
            <td key={day}>
              <div className="week-day">
                {hours.map((minute) => (
                  <i key={minute} style={{ top: share(minute) }} aria-hidden="true" />
                ))}
                {!isOpen(day) && <span className="week-closed">{t('print.closed')}</span>}
                {partsOf(items, day, zone).map(({ item, from, to }) => (
                  <div
                    key={item.id}
                    className="week-item"
                    data-state={item.state}
                    style={{ top: share(Math.max(from, fromMinute)), height: height(Math.max(from, fromMinute), Math.min(to, toMinute)) }}
                  >
                    <b>
                      {clock(from)}—{clock(to)}
                    </b>{' '}
                    {label(item)}
                  </div>
                ))}
              </div>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** Every instrument's week as lines of text: rows that are never cut by a page, under a head that every page repeats. */
export function ProviderWeek({
  days,
  resources,
  itemsOf,
}: {
  days: readonly LocalDate[]
  resources: readonly SheetResource[]
  itemsOf: (resourceId: string) => readonly TimelineItem[]
}) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const label = useLabel()
  return (
    <table className="week-table">
      <thead>
        <tr>
          <th scope="col">{t('print.resource')}</th>
          {days.map((day) => (
            <th key={day} scope="col">
              {format.day(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {resources.map((resource) => (
          <tr key={resource.id}>
            <th scope="row">{resource.title}</th>
            {days.map((day) => (
              <td key={day}>
                {partsOf(itemsOf(resource.id), day, resource.zone).map(({ item, from, to }) => (
                  <div key={item.id} data-state={item.state}>
                    <b>
                      {clock(from)}—{clock(to)}
                    </b>{' '}
                    {label(item)}
                  </div>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
