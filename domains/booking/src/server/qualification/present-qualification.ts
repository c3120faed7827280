import type { GroundLoss, Qualification } from '../../contract/qualifications.ts'
import { qualificationState } from '../../core/qualification/levels.ts'
import type { LossRow } from '../sql/qualification/losses.ts'
import type { QualificationRow } from '../sql/qualification/qualifications.ts'

export function presentQualification(row: QualificationRow, now: Date): Qualification {
  const isSuspended = row.suspended_at !== null
  return {
    id: row.id,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    providerId: row.provider_id,
    providerName: row.provider_name,
    classCode: row.class_code,
    personId: row.person_id,
    personName: row.person_name,
    level: row.level,
    ground: row.ground,
    reason: row.reason,
    validFrom: row.valid_from.toISOString(),
    validUntil: row.valid_until?.toISOString() ?? null,
    disuseDays: row.disuse_days,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    lapsesAt: row.lapses_at?.toISOString() ?? null,
    grantedAt: row.granted_at.toISOString(),
    grantedByName: row.granted_by_name,
    state: qualificationState({ validFrom: row.valid_from, lapsesAt: row.lapses_at, isSuspended }, now),
    suspended:
      row.suspended_at && row.suspend_reason
        ? { at: row.suspended_at.toISOString(), reason: row.suspend_reason, byName: row.suspended_by_name }
        : null,
    version: row.version,
  }
}

export function presentLoss(row: LossRow): GroundLoss {
  return {
    id: row.id,
    reservationId: row.reservation_id,
    number: row.number,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    personName: row.person_name,
    organisationName: row.organisation_name,
    zone: row.zone,
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    cause: row.cause,
    neededLevel: row.needed_level,
    foundAt: row.found_at.toISOString(),
  }
}
