import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import { endChoice, insertChoice, isStated } from '../sql/fact-views.ts'

type WantedChoice = {
  readonly enterpriseId: string
  readonly factCode: string
  readonly period: string
  /** Null: the order of authority decides again. */
  readonly source: Source | null
  readonly reason: string
  /** The choice that is seen to stand; null where none is. */
  readonly replaces: string | null
  readonly personId: string
}

/**
 * Decides between sources that differ, against the order of authority and with a reason. Refuses with `scoring.conflict_missing` a source
 * that states nothing, and with `scoring.choice_changed_meanwhile` when somebody chose since.
 */
export async function chooseSource(tx: Db<ScoringTables>, command: Command, wanted: WantedChoice): Promise<void> {
  const { source, replaces, reason, personId, ...choice } = wanted
  if (source && !(await isStated(tx, choice, source)))
    throw new Refusal({ code: 'scoring.conflict_missing', kind: 'refused', field: '/source', params: { source } })
  const changed = new Refusal({ code: 'scoring.choice_changed_meanwhile', kind: 'conflict' })
  if (replaces !== null && !(await endChoice(tx, replaces, choice, command.now))) throw changed
  const id = newId(command.now.getTime())
  if (source && !(await insertChoice(tx, { ...choice, id, source, reason, chosenBy: personId, now: command.now }))) throw changed
  await command.audit({
    action: 'scoring.fact.choose',
    subjectType: 'scoring.enterprise',
    subjectId: choice.enterpriseId,
    detail: { factCode: choice.factCode, period: choice.period, source, reason, replaces },
  })
  await command.publish('scoring.fact_chosen', { ...choice, source })
}
