import type { Timeline } from '@jiju/booking/contract/timeline'

/**
 * True when of a week nothing is left to plan: no booking begins after `now`, and of the resources that open in it fewer than half still do.
 * The few that never close do not keep a past week on the screen.
 */
export function isOver({ resources, reservations }: Pick<Timeline, 'resources' | 'reservations'>, now: Date): boolean {
  if (resources.length === 0 || reservations.some(({ start }) => new Date(start) > now)) return false
  const opening = resources.filter(({ open }) => open.length > 0)
  const remaining = opening.filter(({ open }) => open.some(({ end }) => new Date(end) > now))
  return opening.length === 0 || remaining.length * 2 < opening.length
}
