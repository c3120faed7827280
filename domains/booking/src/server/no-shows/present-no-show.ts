import type { NoShow } from '../../contract/no-shows.ts'
import { findAppealProblems, findDecisionProblems } from '../../core/no-shows.ts'
import type { NoShowRow } from '../sql/no-shows.ts'
import { type NoShowReader, termsOf } from './appeal.ts'

/** Row to wire; what can be done depends on who reads. */
export function presentNoShow(row: NoShowRow, reader: NoShowReader & { readonly mayDecide: boolean }, now: Date): NoShow {
  const terms = termsOf(row)
  const isDecider = reader.mayDecide && (reader.isOperator || row.provider_id === reader.organisationId)
  return {
    id: row.id,
    reservationId: row.reservation_id,
    number: row.number,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    zone: row.zone,
    providerId: row.provider_id,
    providerName: row.provider_name,
    organisationName: row.organisation_name,
    personName: row.person_name,
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    points: row.points,
    isCounted: row.is_upheld !== true && row.expires_at > now,
    recordedAt: row.recorded_at.toISOString(),
    isRecordedByReader: row.recorded_by === reader.personId,
    expiresAt: row.expires_at.toISOString(),
    appeal: row.appealed_at && row.appeal_text ? { at: row.appealed_at.toISOString(), words: row.appeal_text } : null,
    decision:
      row.decided_at && row.is_upheld !== null
        ? { at: row.decided_at.toISOString(), isUpheld: row.is_upheld, words: row.decision_text }
        : null,
    canAppeal: row.person_id === reader.personId && findAppealProblems(terms, now).length === 0,
    canDecide: isDecider && findDecisionProblems(terms, reader.personId).length === 0,
    version: row.version,
  }
}
