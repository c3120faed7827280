import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { ScoringTables } from '../needs.ts'
import { type Confidence, type FactKey, insertFact, lockSource, replaceFact } from '../sql/facts.ts'

type Correction = FactKey & {
  /** The current statement that is wrong; null where the source has stated nothing yet. */
  readonly replaces: string | null
  /** A decimal number as text. */
  readonly value: string
  readonly reason: string
  readonly confidence: Confidence
  readonly document?: string
  readonly evidenceFileId?: string
  readonly personId: string
}

/**
 * States another value of a source in place of its current one, which stays with its interval. Answers the id of the new statement.
 * Refuses with `scoring.fact_changed_meanwhile` when the replaced one is not the current one any more.
 */
export async function correctFact(tx: Db<ScoringTables>, command: Command, correction: Correction): Promise<string> {
  const { replaces, value, reason, personId } = correction
  const id = newId(command.now.getTime())
  await lockSource(tx, correction.source)
  if (replaces !== null && !(await replaceFact(tx, correction, replaces, id, command.now))) throw changedMeanwhile()
  const isCurrent = await insertFact(
    tx,
    {
      ...correction,
      id,
      document: correction.document ?? null,
      evidenceFileId: correction.evidenceFileId ?? null,
      batchId: null,
      recordedBy: personId,
    },
    command.now,
  )
  if (!isCurrent) throw changedMeanwhile()
  const { enterpriseId, factCode, period, source } = correction
  await command.audit({
    action: 'scoring.fact.correct',
    subjectType: 'scoring.fact',
    subjectId: id,
    detail: { enterpriseId, factCode, period, source, value, replaces, reason },
  })
  await command.publish('scoring.fact_corrected', { factId: id, replaces, enterpriseId, factCode, period, source })
  return id
}

const changedMeanwhile = () => new Refusal({ code: 'scoring.fact_changed_meanwhile', kind: 'conflict' })
