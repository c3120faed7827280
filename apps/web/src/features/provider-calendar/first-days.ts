import type { Timeline } from '@jiju/booking/contract/timeline'

/** True when resources are shown, and neither opening hours nor bookings of theirs lie after `now`: nobody opens a calendar to see what has passed. */
export function isOver({ resources, reservations }: Pick<Timeline, 'resources' | 'reservations'>, now: Date): boolean {
  const remains = ({ end }: { readonly end: string }) => new Date(end) > now
  return resources.length > 0 && !reservations.some(remains) && !resources.some(({ open }) => open.some(remains))
}
