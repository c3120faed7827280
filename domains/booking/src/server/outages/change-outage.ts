import { Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { BookingTables } from '../needs.ts'
import { resolveDisplacements } from '../sql/outages/displacements.ts'
import { lockCalendars, regrowBuffers, reinstate, removeOutageRows } from '../sql/outages/occupy.ts'
import { findOutage, type OutageRow, updateOutage } from '../sql/outages/outages.ts'
import { outageDetail } from './declare-outage.ts'
import { occupyResource } from './occupy-resource.ts'
import { recordHits } from './record-hits.ts'

export const OUTAGE_MISSING = { code: 'booking.outage_missing', kind: 'missing' } as const
const OUTAGE_OVER = { code: 'booking.outage_over', kind: 'conflict' } as const

type Target = { readonly id: string; readonly providerId: string; readonly version: number; readonly userId: string }

/** Gives an outage another expected end; later hits more bookings, earlier gives some their time back. */
export async function changeOutage(
  tx: Db<BookingTables>,
  command: Command,
  target: Target,
  to: { readonly end: Date; readonly reason: string | undefined },
): Promise<OutageRow> {
  const row = await getRunning(tx, target, command.now)
  if (to.end <= row.start || to.end <= command.now)
    throw new Refusal({ code: 'booking.outage_end_passed', kind: 'refused', params: { now: command.now.toISOString() }, field: '/end' })
  return reshape(tx, command, target, row, { during: { start: row.start, end: to.end }, reason: to.reason ?? row.reason, isOver: false })
}

/** Ends an outage now, or calls one off that has not begun. Bookings that it displaced from what is left get their time back. */
export async function endOutage(tx: Db<BookingTables>, command: Command, target: Target): Promise<OutageRow> {
  const row = await getRunning(tx, target, command.now)
  const during = command.now > row.start ? { start: row.start, end: command.now } : null
  return reshape(tx, command, target, row, { during, reason: row.reason, isOver: true })
}

async function getRunning(tx: Db<BookingTables>, target: Target, now: Date): Promise<OutageRow> {
  const row = await findOutage(tx, target.id, target.providerId)
  if (!row) throw new Refusal(OUTAGE_MISSING)
  if (row.version !== target.version) throw new Refusal(VERSION_STALE)
  if (row.state !== 'declared' || row.end <= now) throw new Refusal(OUTAGE_OVER)
  return row
}

/** `during` is what the outage takes from now on; null when it never was. */
async function reshape(
  tx: Db<BookingTables>,
  command: Command,
  target: Target,
  row: OutageRow,
  to: { during: TimeRange | null; reason: string; isOver: boolean },
): Promise<OutageRow> {
  const { now } = command
  const calendars = await lockCalendars(
    tx,
    row.resources.map((resource) => resource.id),
  )
  const before = { start: row.start, end: row.end }
  const isUpdated = await updateOutage(tx, target, {
    during: to.during ?? before,
    reason: to.reason,
    state: to.isOver ? (to.during ? 'ended' : 'called_off') : 'declared',
    endedAt: to.isOver ? now : null,
    now,
  })
  if (!isUpdated) throw new Refusal(VERSION_STALE)
  const unitsOf = new Map(row.resources.map(({ id, units }) => [id, units]))
  for (const { resource_id: resourceId, capacity } of calendars) {
    await removeOutageRows(tx, row.id, resourceId)
    await giveBack(tx, command, { row, resourceId, remains: to.during })
    if (to.during) {
      const outage = {
        outageId: row.id,
        number: row.number,
        providerId: row.provider_id,
        during: to.during,
        reason: to.reason,
        by: target.userId,
        now,
      }
      const hits = await occupyResource(tx, outage, { id: resourceId, capacity, units: unitsOf.get(resourceId) ?? null })
      await recordHits(tx, command, { id: row.id, providerId: row.provider_id, during: to.during }, hits)
    }
    await regrowBuffers(tx, resourceId, before, to.during)
    if (!to.during || to.during.end < before.end) {
      const freed = { resourceId, start: (to.during?.end ?? before.start).toISOString(), end: before.end.toISOString() }
      await command.publish('booking.slot_freed', freed)
    }
  }
  const changed = await findOutage(tx, row.id, target.providerId)
  if (!changed) throw new Error(`outage ${row.id} vanished while it was changed`)
  const detail = { ...outageDetail(changed, to.during ?? before), fromEnd: before.end.toISOString(), isCalledOff: to.during === null }
  await command.audit({ action: `booking.outage.${to.isOver ? 'end' : 'change'}`, subjectType: 'outage', subjectId: row.id, detail })
  await command.publish(to.isOver ? 'booking.outage_ended' : 'booking.outage_changed', detail)
  return changed
}

async function giveBack(
  tx: Db<BookingTables>,
  command: Command,
  from: { row: OutageRow; resourceId: string; remains: TimeRange | null },
): Promise<void> {
  const back = await reinstate(tx, from.row.id, from.resourceId, from.remains, command.now)
  const closed = await resolveDisplacements(
    tx,
    back.map((booking) => booking.id),
    { state: 'reinstated', now: command.now },
  )
  for (const displacement of closed) {
    const detail = { displacementId: displacement.id, reservationId: displacement.reservation_id, outageId: from.row.id }
    await command.audit({
      action: 'booking.reservation.reinstate',
      subjectType: 'reservation',
      subjectId: displacement.reservation_id,
      detail,
    })
    await command.publish('booking.outage_reinstated', detail)
  }
}
