import type { Timeline } from '@jiju/booking/contract/timeline'
import { subtractRanges, type TimeRange } from '@jiju/kernel/time-range'
import type { TimelineItem, TimelineState } from './timeline/timeline-model.ts'

type Bar = Timeline['reservations'][number]

/** What a bar looks like: use and completion follow the clock, kinds that are nobody's booking come first. */
export function barState(bar: Pick<Bar, 'kind' | 'state' | 'phase'>): TimelineState {
  if (bar.kind === 'outage') return 'outage'
  if (bar.state === 'held' || bar.state === 'pending') return 'pending'
  if (bar.phase === 'past' || bar.state === 'completed') return 'done'
  if (bar.kind === 'internal') return 'internal'
  return bar.phase === 'running' || bar.state === 'in_use' ? 'in_use' : 'confirmed'
}

export function toItem(bar: Bar, words: { readonly internal: string; readonly outage: string }): TimelineItem {
  const state = barState(bar)
  const own = bar.kind === 'internal' ? words.internal : words.outage
  return {
    id: bar.id,
    reservationId: bar.movesId ?? bar.id,
    resourceId: bar.resourceId,
    start: new Date(bar.start),
    end: new Date(bar.end),
    blockedStart: new Date(bar.blockedStart),
    blockedEnd: new Date(bar.blockedEnd),
    state,
    label: bar.kind === 'customer' || bar.kind === 'move' ? bar.organisationName : bar.project ? `${own} · ${bar.project}` : own,
    isMovable: bar.phase === 'upcoming' && bar.state === 'confirmed',
  }
}

/** The parts of `window` in which a resource is not open. */
export function closedRanges(window: TimeRange, open: readonly { readonly start: string; readonly end: string }[]): TimeRange[] {
  return subtractRanges(
    [window],
    open.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) })),
  )
}

/** Free parts of one day: open and neither used nor kept as a buffer, from `now` on. */
export function freeRanges(
  open: readonly { readonly start: string; readonly end: string }[],
  items: readonly TimelineItem[],
  day: TimeRange,
  now: Date,
): TimeRange[] {
  const from = now > day.start ? now : day.start
  if (from >= day.end) return []
  const inDay = open
    .map(({ start, end }) => ({ start: new Date(start), end: new Date(end) }))
    .filter((range) => range.start < day.end && from < range.end)
    .map((range) => ({ start: range.start < from ? from : range.start, end: range.end > day.end ? day.end : range.end }))
  return subtractRanges(
    inDay,
    items.map((item) => ({ start: item.blockedStart, end: item.blockedEnd })),
  )
}
