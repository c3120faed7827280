import { formatFen } from '@jiju/kernel/money'
import type { EventHandler, EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import { notifyWithInvitation } from '../feeds/invitations.ts'
import type { BookingDeps } from '../needs.ts'
import { rangeText } from '../notices/time-texts.ts'
import { listRecipients } from '../sql/customers.ts'
import { type DisplacementRow, findDisplacementForNotices } from '../sql/outages/displacements.ts'
import { findFaultForNotices } from '../sql/outages/faults.ts'
import { findOutageForNotices } from '../sql/outages/outages.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import { listResourceFacts } from '../sql/resource-facts.ts'

const DisplacementPayload = z.object({ displacementId: z.uuid() })
const CancelPayload = z.object({ reservationId: z.uuid(), cause: z.string().exactOptional() })
const FaultPayload = z.object({ faultReportId: z.uuid() })

const VERDICTS = {
  usable: { zh: '仍可使用', en: 'still usable' },
  limited: { zh: '部分功能受限', en: 'limited' },
  down: { zh: '不能使用', en: 'down' },
} as const

/** Tells people what an outage, a fault or a missed answer means for them. */
export function outageEvents(deps: BookingDeps): EventHandlers {
  const told = (kind: 'displaced' | 'proposed' | 'interrupted' | 'reinstated'): Record<string, EventHandler> => ({
    'booking.outage_letters': async (event) => {
      const row = await findDisplacementForNotices(deps.db, DisplacementPayload.parse(event.payload).displacementId)
      // Between event and letter the customer may have answered.
      if (row && (row.state === 'open' || kind === 'interrupted' || kind === 'reinstated')) await tellCustomer(deps, row, kind, event.id)
    },
  })
  return {
    'booking.outage_displaced': told('displaced'),
    'booking.outage_proposed': told('proposed'),
    'booking.outage_interrupted': told('interrupted'),
    'booking.outage_reinstated': told('reinstated'),
    'booking.fault_reported': faultTeller(deps, 'reported'),
    'booking.fault_triaged': faultTeller(deps, 'triaged'),
    'booking.fault_resolved': faultTeller(deps, 'resolved'),
  }
}

async function tellCustomer(deps: BookingDeps, row: DisplacementRow, kind: string, key: string): Promise<void> {
  const outage = await findOutageForNotices(deps.db, row.outage_id)
  if (!outage) return
  const { customers, managers } = await listRecipients(deps.db, row)
  // The provider's own use has no customer: whoever booked it stands on the provider's side.
  const to = row.organisation_id === row.provider_id ? managers.filter((id) => id === row.booker_id).concat(customers) : customers
  await deps.needs.notify(deps.db, {
    kind: `booking.outage_${kind}`,
    to,
    params: {
      number: row.reservation_number,
      resource: { zh: row.resource_name, en: row.resource_name_en ?? row.resource_name },
      provider: outage.provider_name,
      reason: outage.reason,
      until: outage.end.toISOString(),
      usedUntil: outage.start.toISOString(),
      time: rangeText(row.start, row.end, row.zone),
      answerUntil: (row.answer_until ?? row.start).toISOString(),
      ...(await offerTexts(deps, row)),
    },
    link: row.organisation_id === row.provider_id ? `/p/bookings/${row.reservation_id}` : `/e/bookings/${row.reservation_id}`,
    key,
  })
}

const NO_OFFERS = { zh: '暂无合适的空档，可在预约页查看更多', en: 'Nothing suitable is free yet; the booking’s page shows more' }

async function offerTexts(deps: BookingDeps, row: DisplacementRow): Promise<{ offers: { zh: string; en: string } }> {
  if (row.offers.length === 0) return { offers: NO_OFFERS }
  const facts = await listResourceFacts(deps.db, [...new Set(row.offers.map((offer) => offer.resource_id))])
  const lines = (language: 'zh' | 'en') =>
    row.offers.map((offer, index) => {
      const resource = facts.find((one) => one.resourceId === offer.resource_id)
      const name = (language === 'en' && resource?.nameEn) || resource?.name || ''
      const time = rangeText(new Date(offer.start), new Date(offer.end), resource?.site.zone ?? row.zone)
      const price = formatFen(BigInt(offer.price_fen))
      const provider = resource?.providerName ?? ''
      return language === 'zh'
        ? `${index + 1}. ${time} ${name}（${provider}），${price} 元`
        : `${index + 1}. ${time} ${name} (${provider}), ${price} yuan`
    })
  // A value of a notice stands on one line.
  return { offers: { zh: lines('zh').join('；'), en: lines('en').join('; ') } }
}

/** Of a cancellation that nobody chose the customer is told in words of its own. */
export function lapseTeller(deps: BookingDeps): EventHandler {
  return async (event) => {
    const { reservationId, cause } = CancelPayload.parse(event.payload)
    if (cause !== 'outage_lapsed') return
    const row = await findReservationForLetters(deps.db, reservationId)
    if (!row) return
    const { customers } = await listRecipients(deps.db, row)
    const notice = {
      kind: 'booking.outage_lapsed',
      to: customers,
      params: {
        number: row.number,
        resource: { zh: row.resource_name, en: row.resource_name_en ?? row.resource_name },
        time: rangeText(row.start, row.end, row.zone),
      },
      link: `/resources/${row.resource_id}`,
      key: event.id,
    }
    await deps.db.transaction().execute((tx) => notifyWithInvitation(tx, deps.needs, { reservationId, change: 'cancelled' }, notice))
  }
}

function faultTeller(deps: BookingDeps, what: 'reported' | 'triaged' | 'resolved'): Record<string, EventHandler> {
  return {
    'booking.fault_letters': async (event) => {
      const row = await findFaultForNotices(deps.db, FaultPayload.parse(event.payload).faultReportId)
      if (!row) return
      const isOwn = row.organisation_id === row.provider_id
      await deps.needs.notify(deps.db, {
        kind: `booking.fault_${what}`,
        to:
          what === 'reported'
            ? { organisationId: row.provider_id, roles: ['provider:lab_manager'], except: [row.reported_by] }
            : [row.reported_by],
        params: {
          number: row.number,
          resource: { zh: row.resource_name, en: row.resource_name_en ?? row.resource_name },
          provider: row.provider_name,
          organisation: row.organisation_name,
          reporter: row.reporter_name,
          description: row.description,
          verdict: row.verdict ? VERDICTS[row.verdict] : '—',
          note: row.triage_note ?? '',
          resolution: row.resolution ?? '',
        },
        link: what === 'reported' || isOwn ? `/p/faults/${row.id}` : `/e/faults/${row.id}`,
        key: event.id,
      })
    },
  }
}
