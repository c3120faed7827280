import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { GROUP_SCOPES } from '../../contract/groups.ts'
import { stateAt } from '../../core/cancellation.ts'
import type { BookingTables } from '../needs.ts'
import { findGroup, type GroupRow, listGroupReservations } from '../sql/groups.ts'
import type { ReservationRow } from '../sql/reservations.ts'

export type ScopedChange = {
  readonly groupId: string
  readonly organisationId: string
  readonly scope: (typeof GROUP_SCOPES)[number]
  readonly reservationId: string | undefined
}

const GROUP_MISSING: Problem = { code: 'booking.group_missing', kind: 'missing' }
const ANCHOR_MISSING: Problem = { code: 'booking.group_anchor_missing', kind: 'refused', field: '/reservationId' }
const GROUP_OVER: Problem = { code: 'booking.group_over', kind: 'conflict' }
const OPEN: ReadonlySet<ReservationRow['state']> = new Set(['pending', 'confirmed'])

export async function getGroup(db: Db<BookingTables>, id: string, organisationId: string): Promise<GroupRow> {
  const group = await findGroup(db, id, organisationId)
  if (!group) throw new Refusal(GROUP_MISSING)
  return group
}

/** The reservations that a change means and that can still change, in order of time; of a bundle always all. Refuses when there are none. */
export async function chooseReservations(
  db: Db<BookingTables>,
  change: ScopedChange,
  now: Date,
): Promise<{ group: GroupRow; chosen: ReservationRow[]; anchor: ReservationRow }> {
  const group = await getGroup(db, change.groupId, change.organisationId)
  const rows = await listGroupReservations(db, group.id)
  const named = rows.find(({ id }) => id === change.reservationId)
  const scope = group.kind === 'bundle' ? 'all' : change.scope
  if (scope !== 'all' && !named) throw new Refusal(ANCHOR_MISSING)
  const chosen = rows.filter((row) => {
    if (!OPEN.has(stateAt({ state: row.state, heldUntil: row.held_until, decideUntil: row.decide_until }, now)) || row.start <= now)
      return false
    return scope === 'all' || !named || (scope === 'one' ? row.id === named.id : row.start >= named.start)
  })
  const anchor = chosen.find(({ id }) => id === named?.id) ?? chosen[0]
  if (!anchor) throw new Refusal(GROUP_OVER)
  return { group, chosen, anchor }
}
