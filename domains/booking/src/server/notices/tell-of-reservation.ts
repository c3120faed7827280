import { formatFen } from '@jiju/kernel/money'
import type { NoticeParams } from '@jiju/platform/notices/notice'
import type { EventHandler } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { BookingDeps } from '../needs.ts'
import { listRecipients } from '../sql/customers.ts'
import { findReservationForLetters, type ReservationRow } from '../sql/reservations.ts'

type Change = 'placed' | 'moved' | 'cancelled'

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
  actorUserId: z.uuid().nullable(),
})
type Payload = z.infer<typeof Payload>

const NONE = '—'
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
    await db.transaction().execute(async (tx) => {
      await needs.notify(tx, {
        kind: `booking.${change}_customer`,
        to: customers,
        params,
        link: change === 'cancelled' ? `/resources/${row.resource_id}` : `/e/bookings/${row.id}`,
        key: event.id,
      })
      await needs.notify(tx, {
        kind: `booking.${change}_provider`,
        to: managers.filter((id) => id !== payload.actorUserId),
        params,
        link: `/p/calendar?reservation=${row.id}`,
        key: event.id,
      })
    })
  }
}

function paramsFor(row: ReservationRow, payload: Payload): NoticeParams {
  const place = (separator: string) => [row.site_name, row.site_address].filter(Boolean).join(separator) || NONE
  return {
    number: row.number,
    organisation: row.organisation_name,
    resource: { zh: row.resource_name, en: row.resource_name_en || row.resource_name },
    provider: row.provider_name,
    place: { zh: place('，'), en: place(', ') },
    time: rangeText(new Date(payload.start), new Date(payload.end), row.zone),
    before: payload.fromStart && payload.fromEnd ? rangeText(new Date(payload.fromStart), new Date(payload.fromEnd), row.zone) : NONE,
    price: formatFen(BigInt(payload.priceFen)),
    fee: formatFen(BigInt(payload.feeFen ?? '0')),
    percent: row.late_cancel_percent,
    freeUntil: instantText(row.free_cancel_until, row.zone),
    operation: OPERATION[row.operation],
    reason: payload.reason ?? NONE,
  }
}

/** `2026-11-24 14:00`, by the wall clock of the site. */
function instantText(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return parts.format(at)
}

function rangeText(start: Date, end: Date, zone: string): string {
  const from = instantText(start, zone)
  const to = instantText(end, zone)
  return from.slice(0, 10) === to.slice(0, 10) ? `${from}—${to.slice(11)}` : `${from}—${to}`
}
