import type { DoorPlan } from '@jiju/booking/contract/feeds'

type Resource = DoorPlan['resources'][number]
export type DoorBooking = Resource['bookings'][number]

/** What a door says of one resource at a moment. */
export type DoorState = {
  readonly kind: 'free' | 'taken' | 'outage' | 'closed'
  /** Until when it is so, as far as the plan of today and tomorrow knows. */
  readonly until: Date | null
  readonly current: readonly DoorBooking[]
  readonly next: DoorBooking | null
  readonly freeUnits: number
}

/** Computed on the screen, so that it goes on being right while the network is away. */
export function doorState(resource: Pick<Resource, 'bookings' | 'open' | 'capacity'>, now: Date): DoorState {
  const at = now.getTime()
  const start = (booking: { readonly start: string }) => Date.parse(booking.start)
  const end = (booking: { readonly end: string }) => Date.parse(booking.end)
  const current = resource.bookings.filter((booking) => start(booking) <= at && at < end(booking))
  const coming = resource.bookings.filter((booking) => start(booking) > at).sort((a, b) => start(a) - start(b))
  const next = coming[0] ?? null
  const outage = current.find(({ kind }) => kind === 'outage')
  const used = current.filter(({ kind }) => kind !== 'outage').length
  const freeUnits = outage ? 0 : Math.max(resource.capacity - used, 0)
  const common = { current, next, freeUnits }
  if (outage) return { ...common, kind: 'outage', until: new Date(end(outage)) }
  if (freeUnits === 0) return { ...common, kind: 'taken', until: new Date(Math.min(...current.map(end))) }
  const open = resource.open.find((range) => start(range) <= at && at < end(range))
  if (!open) {
    const opens = resource.open.map(start).filter((instant) => instant > at)
    return { ...common, kind: 'closed', until: opens.length > 0 ? new Date(Math.min(...opens)) : null }
  }
  const full = coming.find((booking) => takenAt(resource.bookings, start(booking)) >= resource.capacity || booking.kind === 'outage')
  return { ...common, kind: 'free', until: new Date(Math.min(end(open), full ? start(full) : Number.POSITIVE_INFINITY)) }
}

function takenAt(bookings: readonly DoorBooking[], at: number): number {
  return bookings.filter(({ start, end }) => Date.parse(start) <= at && at < Date.parse(end)).length
}

/** How many of a site's resources stand on a screen at a time; more take turns. */
export const DOOR_PAGE_SIZE = 6

export function pageOf<Item>(items: readonly Item[], page: number): readonly Item[] {
  const pages = Math.max(Math.ceil(items.length / DOOR_PAGE_SIZE), 1)
  const first = (page % pages) * DOOR_PAGE_SIZE
  return items.slice(first, first + DOOR_PAGE_SIZE)
}
