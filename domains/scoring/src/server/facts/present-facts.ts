import type { NegativeEvent, NegativeEventKind, NegativeEventOfEnterprise, OwnNegativeEvent } from '../../contract/fact-events.ts'
import type {
  FactConflict,
  FactDefinitionView,
  FactReport,
  FactStatement,
  PaperConsent,
  RegisteredEnterprise,
} from '../../contract/facts.ts'
import { costOfEvent } from '../../core/engine/deduct.ts'
import type { PaperConsentRow } from '../sql/consents.ts'
import type { DefinitionRow } from '../sql/definitions.ts'
import type { EnterpriseRow } from '../sql/enterprises.ts'
import type { DeductionRules, EventKindRow, JudgedEventRow, NamedEventRow } from '../sql/events.ts'
import type { ConflictRow, FactView } from '../sql/fact-views.ts'
import type { ReportRow } from '../sql/reports.ts'

export function presentDefinition(row: DefinitionRow): FactDefinitionView {
  const { code, name, unit, periodKind, authority, needsConsent, certainty, version } = row
  return { code, name, unit, periodKind, authority: [...authority], needsConsent, certainty, version }
}

export function presentEnterprise(row: EnterpriseRow): RegisteredEnterprise {
  return {
    id: row.id,
    creditCode: row.credit_code,
    name: row.name,
    shortName: row.short_name,
    foundedOn: row.founded_on,
    industry: row.industry,
    park: row.park,
    district: row.district,
    isOptedOut: row.is_opted_out,
    version: row.version,
  }
}

export function presentFact(row: FactView): FactStatement {
  return {
    id: row.id,
    factCode: row.fact_code,
    period: row.period,
    source: row.source,
    value: row.value,
    state: row.state,
    confidence: row.confidence,
    document: row.document,
    reason: row.reason,
    receivedAt: row.received_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    replacedBy: row.replaced_by,
    isUsed: row.is_used,
    isChosen: row.is_chosen,
    lacksConsent: row.lacks_consent,
  }
}

export function presentConflict(row: ConflictRow): FactConflict {
  return {
    enterpriseId: row.enterprise_id,
    enterpriseName: row.enterprise_name,
    creditCode: row.credit_code,
    factCode: row.fact_code,
    period: row.period,
    statements: [...row.statements],
    differencePercent: row.difference_percent,
    choice: row.choice_id && row.chosen_source ? { id: row.choice_id, source: row.chosen_source, reason: row.choice_reason ?? '' } : null,
  }
}

export function presentEvent(row: JudgedEventRow): NegativeEvent {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    isVeto: row.is_veto,
    occurredOn: row.occurred_on,
    repairedOn: row.repaired_on,
    source: row.source,
    document: row.document,
    receivedAt: row.received_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
    state: row.state,
    expiresOn: row.expires_on,
    isExpired: row.is_expired,
  }
}

/** What was taken back or goes on in another record costs nothing. */
export function presentOwnEvent(row: JudgedEventRow, rules: DeductionRules | undefined, today: string): OwnNegativeEvent {
  const rule = row.ended_at === null ? rules?.deductions.items.find(({ code }) => code === row.code) : undefined
  const cost = rule ? costOfEvent(rule, { on: row.occurred_on, repairedOn: row.repaired_on }, today) : null
  return { ...presentEvent(row), cost: cost && { points: cost.points, excludes: cost.excludes } }
}

export function presentNamedEvent(row: NamedEventRow): NegativeEventOfEnterprise {
  return { ...presentEvent(row), enterpriseId: row.enterprise_id, enterpriseName: row.enterprise_name, creditCode: row.credit_code }
}

export function presentEventKind(row: EventKindRow): NegativeEventKind {
  const { code, name, expires_after_days, is_veto, open, repaired, expired } = row
  return { code, name, expiresAfterDays: expires_after_days, isVeto: is_veto, open, repaired, expired }
}

export function presentConsent(row: PaperConsentRow): PaperConsent {
  return {
    id: row.id,
    document: row.document,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    recordedAt: row.recorded_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokeReason: row.revoke_reason,
  }
}

export function presentReport(row: ReportRow, doubts: readonly string[] = []): FactReport {
  return {
    id: row.id,
    enterpriseId: row.enterprise_id,
    enterpriseName: row.enterprise_name,
    creditCode: row.credit_code,
    factCode: row.fact_code,
    period: row.period,
    value: row.value,
    statedValue: row.stated_value,
    note: row.note,
    evidenceName: row.evidence_name,
    state: row.state,
    statedAt: row.stated_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReason: row.decision_reason,
    doubts: [...doubts],
  }
}
