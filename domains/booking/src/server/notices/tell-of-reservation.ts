import { formatFen } from '@jiju/kernel/money'
import type { NoticeParams } from '@jiju/platform/notices/notice'
import type { EventHandler } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import { DECLINE_REASONS } from '../../core/vocabulary.ts'
import { notifyWithInvitation, sendInvitations } from '../feeds/invitations.ts'
import type { BookingDeps } from '../needs.ts'
import { listRecipients } from '../sql/customers.ts'
import { listInvited } from '../sql/invitations.ts'
import { findReservationForLetters, type ReservationRow } from '../sql/reservations.ts'
import { matterParams, NONE } from './matter-params.ts'
import { instantText, rangeText } from './time-texts.ts'
import words from './words.json' with { type: 'json' }

type Side = 'customer' | 'provider'

/** Which sides are told of what, each by a kind of its own. */
const TOLD = {
  placed: ['customer', 'provider'],
  moved: ['customer', 'provider'],
  move_requested: ['customer', 'provider'],
  move_declined: ['customer'],
  move_withdrawn: ['provider'],
  move_expired: ['customer', 'provider'],
  cancelled: ['customer', 'provider'],
  requested: ['customer', 'provider'],
  approved: ['customer', 'provider'],
  declined: ['customer'],
  proposed: ['customer'],
  expired: ['customer', 'provider'],
} as const satisfies Record<string, readonly Side[]>

type Change = keyof typeof TOLD

/** After these the customer looks for another slot. */
const OVER: ReadonlySet<Change> = new Set(['cancelled', 'declined', 'expired'])

/** What an event of a reservation says; the time and the money of that moment, whatever came after. */
const Payload = z.object({
  reservationId: z.uuid(),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  priceFen: z.string(),
  fromStart: z.iso.datetime().exactOptional(),
  fromEnd: z.iso.datetime().exactOptional(),
  feeFen: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  cause: z.enum(['outage_replaced', 'outage_lapsed']).exactOptional(),
  declineReason: z.enum(DECLINE_REASONS).exactOptional(),
  decideUntil: z.iso.datetime().exactOptional(),
  actorUserId: z.uuid().nullable(),
  moveRequestId: z.uuid().exactOptional(),
  toldAsGroup: z.uuid().exactOptional(),
})
type Payload = z.infer<typeof Payload>

const { declined: declineWords, cause: causeWords } = words
const OPERATION = {
  self_service: { zh: '自主上机', en: 'self-service' },
  with_operator: { zh: '配操作人员', en: 'with operator' },
} as const

/** Tells the customer and the lab managers; who made the change oneself is told as customer only. */
export function reservationTeller({ db, needs }: BookingDeps, change: Change): EventHandler {
  return async (event) => {
    const payload = Payload.parse(event.payload)
    const row = await findReservationForLetters(db, payload.reservationId)
    if (row?.kind !== 'customer') return
    const { customers, managers } = await listRecipients(db, row)
    const params = paramsFor(row, payload)
    // A group is told of in one letter of its own; a calendar takes one appointment a letter.
    if (payload.toldAsGroup) {
      const letter = { to: customers, params, link: `/e/bookings/${row.id}`, key: `${event.id} calendar` }
      await db.transaction().execute((tx) => sendInvitations(tx, needs, { reservationId: row.id, change }, letter))
      return
    }
    // The customer of a displaced booking chose another slot, and only a calendar must learn of it; or is told in words of its own.
    const toldOtherwise = payload.cause === 'outage_replaced' ? await listInvited(db, row.id) : []
    const to = { customer: payload.cause ? toldOtherwise : customers, provider: managers.filter((id) => id !== payload.actorUserId) }
    const link = {
      customer: OVER.has(change) ? `/resources/${row.resource_id}` : `/e/bookings/${row.id}`,
      provider: change === 'requested' || change === 'move_requested' ? '/p/inbox' : `/p/calendar?reservation=${row.id}`,
    }
    // A group that nobody answered runs out at one moment, and is told of once.
    const keyOf = (eventId: string) => (change === 'expired' && row.group_id ? `${row.group_id} expired` : eventId)
    await db.transaction().execute(async (tx) => {
      for (const side of TOLD[change]) {
        const notice = { kind: kindOf(change, side, payload), to: to[side], params, link: link[side], key: keyOf(event.id) }
        if (side === 'customer') await notifyWithInvitation(tx, needs, { reservationId: row.id, change }, notice)
        else await needs.notify(tx, notice)
      }
    })
  }
}

/** The customer of a move that was asked for is told that the provider agreed. */
function kindOf(change: Change, side: Side, { moveRequestId }: Payload): string {
  return change === 'moved' && side === 'customer' && moveRequestId ? 'booking.move_approved_customer' : `booking.${change}_${side}`
}

function paramsFor(row: ReservationRow, payload: Payload): NoticeParams {
  return {
    ...matterParams(row),
    time: rangeText(new Date(payload.start), new Date(payload.end), row.zone),
    before: payload.fromStart && payload.fromEnd ? rangeText(new Date(payload.fromStart), new Date(payload.fromEnd), row.zone) : NONE,
    price: formatFen(BigInt(payload.priceFen)),
    fee: formatFen(BigInt(payload.feeFen ?? '0')),
    percent: row.late_cancel_percent,
    freeUntil: instantText(row.free_cancel_until, row.zone),
    operation: OPERATION[row.operation],
    reason: payload.cause ? causeWords[payload.cause] : (payload.reason ?? NONE),
    declined: payload.declineReason ? declineWords[payload.declineReason] : NONE,
    decideUntil: payload.decideUntil ? instantText(new Date(payload.decideUntil), row.zone) : NONE,
  }
}
