import { formatFen } from '@jiju/kernel/money'
import { fillText } from '@jiju/platform/http/problem-texts'
import type { DeliveredEvent } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import letters from './letters.json' with { type: 'json' }
import type { BookingDeps } from './needs.ts'
import { listRecipients, type Recipient } from './sql/customers.ts'
import { findReservationForLetters, type ReservationRow } from './sql/reservations.ts'

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

/** Tells the customer and the lab managers, each in their language; who made the change oneself is told as customer only. One letter per event and person. */
export function letterWriter(deps: BookingDeps, change: Change): (event: DeliveredEvent) => Promise<void> {
  return async (event) => {
    const payload = Payload.parse(event.payload)
    const row = await findReservationForLetters(deps.db, payload.reservationId)
    if (row?.kind !== 'customer') return
    const { customers, managers } = await listRecipients(deps.db, row)
    const write = (recipient: Recipient, side: 'customer' | 'provider') => {
      const params = paramsFor(row, payload, recipient, { side, change, publicAddress: deps.needs.publicAddress })
      const text = letters[change][side][recipient.language]
      return deps.needs.sendMail(deps.db, {
        key: `${event.id} ${recipient.personId}`,
        to: recipient.email,
        subject: fillText(text.subject, params, recipient.language),
        text: fillText(text.text, params, recipient.language),
        language: recipient.language,
      })
    }
    for (const recipient of customers) await write(recipient, 'customer')
    for (const recipient of managers) if (recipient.personId !== payload.actorUserId) await write(recipient, 'provider')
  }
}

function paramsFor(
  row: ReservationRow,
  payload: Payload,
  recipient: Recipient,
  about: { side: 'customer' | 'provider'; change: Change; publicAddress: string },
): Record<string, string | number> {
  const { language } = recipient
  const words = letters.words[language]
  const customerLink = about.change === 'cancelled' ? `/resources/${row.resource_id}` : `/e/bookings/${row.id}`
  return {
    name: recipient.name,
    number: row.number,
    organisation: row.organisation_name,
    resource: (language === 'en' && row.resource_name_en) || row.resource_name,
    provider: row.provider_name,
    place: [row.site_name, row.site_address].filter(Boolean).join(language === 'en' ? ', ' : '，') || words.none,
    time: rangeText(new Date(payload.start), new Date(payload.end), row.zone),
    before: payload.fromStart && payload.fromEnd ? rangeText(new Date(payload.fromStart), new Date(payload.fromEnd), row.zone) : words.none,
    price: formatFen(BigInt(payload.priceFen)),
    fee: formatFen(BigInt(payload.feeFen ?? '0')),
    percent: row.late_cancel_percent,
    freeUntil: instantText(row.free_cancel_until, row.zone),
    operation: words[row.operation],
    reason: payload.reason ?? words.none,
    link: `${about.publicAddress}${about.side === 'customer' ? customerLink : `/p/calendar?reservation=${row.id}`}`,
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
