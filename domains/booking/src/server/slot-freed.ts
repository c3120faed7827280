import type { Command } from '@jiju/platform/http/command'
import type { ReservationRow } from './sql/reservations.ts'

/** Says that a live slot was given back, for whoever waits for one. */
export async function publishFreed(
  command: Pick<Command, 'publish'>,
  row: Pick<ReservationRow, 'resource_id' | 'unit' | 'start' | 'end'>,
): Promise<void> {
  const { resource_id: resourceId, unit, start, end } = row
  // The outage that displaced it has the time.
  if (unit < 0) return
  await command.publish('booking.slot_freed', { resourceId, unit, start: start.toISOString(), end: end.toISOString() })
}
