import type { Deviation } from '../../contract/deviations.ts'
import type { DeviationRow } from '../sql/deviations.ts'

export function presentDeviation(row: DeviationRow): Deviation {
  return {
    id: row.id,
    orderId: row.order_id,
    number: row.number,
    kind: row.kind,
    sampleId: row.sample_id,
    sampleNumber: row.sample_number,
    taskId: row.task_id,
    what: row.what,
    occurredAt: row.occurred_at.toISOString(),
    impact: row.impact,
    cause: row.cause,
    correctiveAction: row.corrective_action,
    needsDecision: row.needs_decision,
    informedAt: row.informed_at?.toISOString() ?? null,
    decision: row.decision,
    decisionWords: row.decision_words,
    decidedByName: row.decider_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    state: row.state,
    openedByName: row.opener_name,
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    version: row.version,
  }
}
