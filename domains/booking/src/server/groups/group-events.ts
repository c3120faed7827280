import { formatFen } from '@jiju/kernel/money'
import type { EventHandler, EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import { DECLINE_REASONS } from '../../core/vocabulary.ts'
import type { BookingDeps } from '../needs.ts'
import { instantText, rangeText } from '../notices/time-texts.ts'
import words from '../notices/words.json' with { type: 'json' }
import { listRecipients } from '../sql/customers.ts'
import { findGroupForNotices, type GroupRow, listGroupReservations } from '../sql/groups.ts'
import type { ReservationRow } from '../sql/reservations.ts'

const Payload = z.object({
  groupId: z.uuid(),
  /** Which of them changed; all when absent. */
  reservationIds: z.array(z.uuid()).exactOptional(),
  act: z.string().exactOptional(),
  feeFen: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  declineReason: z.enum(DECLINE_REASONS).exactOptional(),
  actorUserId: z.uuid().nullable(),
})
type Payload = z.infer<typeof Payload>

type Change = 'placed' | 'requested' | 'approved' | 'declined' | 'moved' | 'cancelled'

/** Who is told of what. */
const TOLD: Readonly<Record<Change, readonly ('customer' | 'provider')[]>> = {
  placed: ['customer', 'provider'],
  requested: ['customer', 'provider'],
  approved: ['customer'],
  declined: ['customer'],
  moved: ['customer', 'provider'],
  cancelled: ['customer', 'provider'],
}

/** An answer to a group, as people are told of it. */
const ANSWERS: Readonly<Record<string, Change>> = {
  approve: 'approved',
  accept: 'approved',
  decline: 'declined',
  refuse: 'cancelled',
  withdraw: 'cancelled',
}

const NONE = '—'
const MAX_LINES = 60

/** Tells once of what happens to a series or a bundle as a whole. */
export function groupEvents(deps: BookingDeps): EventHandlers {
  const told = (changeOf: (payload: Payload, rows: readonly ReservationRow[]) => Change | undefined): Record<string, EventHandler> => ({
    'booking.tell_group': async (event) => {
      const payload = Payload.parse(event.payload)
      const group = await findGroupForNotices(deps.db, payload.groupId)
      const rows = (await listGroupReservations(deps.db, payload.groupId)).filter(
        ({ id, kind }) => kind === 'customer' && (payload.reservationIds?.includes(id) ?? true),
      )
      const change = changeOf(payload, rows)
      if (group && change && rows.length > 0) await tell(deps, { group, rows, change, payload, key: event.id })
    },
  })
  return {
    'booking.group_placed': told((_, rows) => (rows.some(({ request_cause }) => request_cause !== null) ? 'requested' : 'placed')),
    'booking.group_answered': told(({ act }) => ANSWERS[act ?? '']),
    'booking.group_moved': told(() => 'moved'),
    'booking.group_cancelled': told(() => 'cancelled'),
  }
}

async function tell(
  { db, needs }: BookingDeps,
  told: { group: GroupRow; rows: readonly ReservationRow[]; change: Change; payload: Payload; key: string },
): Promise<void> {
  const { group, change, payload, key } = told
  const { customers, managers } = await listRecipients(db, group)
  const to = { customer: customers, provider: managers.filter((id) => id !== payload.actorUserId) }
  const link = {
    customer: `/e/bookings/groups/${group.id}`,
    provider: change === 'requested' ? '/p/inbox' : `/e/bookings/groups/${group.id}`,
  }
  const params = paramsFor(told)
  await db.transaction().execute(async (tx) => {
    for (const side of TOLD[change])
      await needs.notify(tx, { kind: `booking.group_${change}_${side}`, to: to[side], params, link: link[side], key })
  })
}

function paramsFor({ group, rows, payload }: { group: GroupRow; rows: readonly ReservationRow[]; payload: Payload }) {
  const [first] = rows
  const names = [...new Map(rows.map((row) => [row.resource_id, row])).values()]
  const line = (name: string, row: ReservationRow) => `${name}：${rangeText(row.start, row.end, row.zone)}`
  const limits = rows.flatMap(({ decide_until }) => decide_until ?? []).sort((a, b) => a.getTime() - b.getTime())
  return {
    number: group.number,
    organisation: group.organisation_name,
    provider: group.provider_name,
    what: {
      zh: names.map((row) => row.resource_name).join(' + '),
      en: names.map((row) => row.resource_name_en || row.resource_name).join(' + '),
    },
    count: rows.length,
    times: {
      zh: rows.slice(0, MAX_LINES).map((row) => line(row.resource_name, row)),
      en: rows.slice(0, MAX_LINES).map((row) => line(row.resource_name_en || row.resource_name, row)),
    },
    total: formatFen(rows.reduce((sum, { price_fen }) => sum + price_fen, 0n)),
    fee: formatFen(BigInt(payload.feeFen ?? '0')),
    reason: payload.reason ?? NONE,
    declined: payload.declineReason ? words.declined[payload.declineReason] : NONE,
    decideUntil: limits[0] && first ? instantText(limits[0], first.zone) : NONE,
  }
}
