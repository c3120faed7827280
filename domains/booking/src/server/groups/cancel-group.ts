import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { cancelFee } from '../../core/cancellation.ts'
import { cancelReservation } from '../cancel-reservation.ts'
import type { BookingTables } from '../needs.ts'
import { sideOf, termsOf } from '../present.ts'
import { type GroupRow, takeGroupVersion } from '../sql/groups.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import { chooseReservations, type ScopedChange } from './choose-reservations.ts'

/** What cancelling would cost, for each reservation that the change means. */
export async function previewCancellation(
  db: Db<BookingTables>,
  change: ScopedChange,
  now: Date,
): Promise<{ group: GroupRow; items: { row: ReservationRow; feeFen: bigint }[]; feeFen: bigint }> {
  const { group, chosen } = await chooseReservations(db, change, now)
  const items = chosen.map((row) => ({ row, feeFen: cancelFee(termsOf(row), { side: sideOf(row, change.organisationId), now }) }))
  return { group, items, feeFen: items.reduce((sum, { feeFen }) => sum + feeFen, 0n) }
}

/** Cancels what the change means, together, at the fee that was shown. */
export async function cancelGroup(
  tx: Db<BookingTables>,
  command: Command,
  cancel: ScopedChange & { readonly version: number; readonly reason: string | undefined; readonly quotedFeeFen: bigint | undefined },
): Promise<void> {
  const { now } = command
  const { group, items, feeFen } = await previewCancellation(tx, cancel, now)
  if (!(await takeGroupVersion(tx, { id: group.id, version: cancel.version }, now))) throw new Refusal(VERSION_STALE)
  if (cancel.quotedFeeFen !== undefined && cancel.quotedFeeFen !== feeFen)
    throw new Refusal({
      code: 'booking.fee_changed',
      kind: 'conflict',
      params: { quoted: formatFen(cancel.quotedFeeFen), current: formatFen(feeFen) },
      field: '/quotedFee',
    })
  // Always in order of resource and time, so that two changes of what belongs together do not wait for each other.
  const ordered = [...items].sort((a, b) => compareRows(a.row, b.row))
  for (const { row } of ordered) {
    const { organisationId, reason } = cancel
    await cancelReservation(tx, command, { id: row.id, organisationId, version: row.version, reason, asGroup: group.id })
  }
  await command.audit({
    action: 'booking.group.cancel',
    subjectType: 'reservation_group',
    subjectId: group.id,
    detail: { reservationIds: items.map(({ row }) => row.id), feeFen: feeFen.toString() },
  })
  await command.publish('booking.group_cancelled', {
    groupId: group.id,
    reservationIds: items.map(({ row }) => row.id),
    feeFen: feeFen.toString(),
    actorUserId: command.actor?.userId ?? null,
    actorOrganisationId: cancel.organisationId,
    ...(cancel.reason && { reason: cancel.reason }),
  })
}

function compareRows(a: Pick<ReservationRow, 'resource_id' | 'start'>, b: Pick<ReservationRow, 'resource_id' | 'start'>): number {
  if (a.resource_id !== b.resource_id) return a.resource_id < b.resource_id ? -1 : 1
  return a.start.getTime() - b.start.getTime()
}
