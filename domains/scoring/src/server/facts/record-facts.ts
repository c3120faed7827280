import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import { countLackingConsent, lockSource, type RecordedCounts, recordFactRows } from '../sql/facts.ts'

export type Statement = {
  readonly enterpriseId: string
  readonly factCode: string
  readonly period: string
  /** A decimal number as text. */
  readonly value: string
  readonly document: string | null
  readonly evidenceFileId?: string
  /** Why an implausible value was accepted. */
  readonly reason?: string
}

type Origin = {
  readonly source: Source
  readonly batchId: string | null
  readonly recordedBy: string | null
  readonly now: Date
}

/**
 * Records checked statements of one source, whatever door they came through: a value that stands already stays, another takes its place
 * and the old one is kept. No enterprise, fact and period may stand twice among them. What needs an enterprise's consent that is not there
 * is kept, but nobody of the district sees or uses it until it is; the counts say how much.
 */
export async function recordFacts(
  tx: Db<ScoringTables>,
  statements: readonly Statement[],
  origin: Origin,
): Promise<RecordedCounts & { readonly lackingConsent: number }> {
  await lockSource(tx, origin.source)
  const at = origin.now.getTime()
  const facts = statements.map((statement) => ({
    id: newId(at),
    enterpriseId: statement.enterpriseId,
    factCode: statement.factCode,
    period: statement.period,
    source: origin.source,
    value: statement.value,
    // An enterprise that speaks of itself states; everybody else has a record of it.
    confidence: origin.source === 'self_report' ? ('stated' as const) : ('proved' as const),
    document: statement.document,
    evidenceFileId: statement.evidenceFileId ?? null,
    batchId: origin.batchId,
    reason: statement.reason ?? null,
    recordedBy: origin.recordedBy,
  }))
  return {
    ...(await recordFactRows(tx, facts, origin.now)),
    lackingConsent: await countLackingConsent(tx, facts, origin.source, origin.now),
  }
}
