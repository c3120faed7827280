import { formatFen } from '@jiju/kernel/money'
import { minutesIn } from '@jiju/kernel/time-range'
import type { AffectedBooking, Equivalent, Outage } from '../../contract/outages.ts'
import { phaseAt } from '../../core/cancellation.ts'
import type { DisplacementRow } from '../sql/outages/displacements.ts'
import type { OutageRow } from '../sql/outages/outages.ts'
import type { Displaced, FoundEquivalent } from './find-equivalents.ts'

export function presentOutage(row: OutageRow, now: Date): Outage {
  return {
    id: row.id,
    number: row.number,
    seriesId: row.series_id,
    type: row.type,
    state: row.state,
    phase: row.state === 'declared' ? phaseAt(row, now) : 'past',
    isSudden: row.is_sudden,
    reason: row.reason,
    note: row.note,
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    resources: row.resources.map(({ id, name, nameEn, zone, units }) => ({ id, name, nameEn, zone, units: units && [...units] })),
    affected: row.affected,
    open: row.open,
    proposed: row.proposed,
    declaredByName: row.declared_by_name,
    declaredAt: row.declared_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    version: row.version,
  }
}

export function presentAffected(row: DisplacementRow): AffectedBooking {
  return {
    id: row.id,
    reservationId: row.reservation_id,
    number: row.reservation_number,
    reservationVersion: row.reservation_version,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    organisationName: row.organisation_name,
    bookerName: row.booker_name,
    zone: row.zone,
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    price: formatFen(row.price_fen),
    state: row.state,
    answerUntil: row.answer_until?.toISOString() ?? null,
    proposedAt: row.proposed_at?.toISOString() ?? null,
    offers: row.offers.map((offer) => ({
      resourceId: offer.resource_id,
      start: new Date(offer.start).toISOString(),
      end: new Date(offer.end).toISOString(),
      price: formatFen(BigInt(offer.price_fen)),
    })),
    replacedBy: row.replaced_by,
  }
}

export function presentEquivalent(found: FoundEquivalent, displaced: Displaced): Equivalent {
  const { facts } = found
  return {
    resourceId: facts.resourceId,
    resourceName: facts.name,
    resourceNameEn: facts.nameEn,
    providerId: facts.providerId,
    providerName: facts.providerName,
    siteName: facts.siteName,
    zone: facts.site.zone,
    match: found.match,
    isSameProvider: facts.providerId === displaced.provider_id,
    needsApproval: facts.rules.confirmation === 'approval',
    start: found.start.toISOString(),
    end: found.end.toISOString(),
    price: formatFen(found.priceFen),
    priceDifference: formatFen(found.priceFen - displaced.price_fen),
    minutesLater: minutesIn({ start: displaced.start, end: found.start }),
  }
}
