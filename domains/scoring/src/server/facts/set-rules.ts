import { newId } from '@jiju/kernel/ids'
import type { LocalDate } from '@jiju/kernel/local-date'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { z } from 'zod'
import type { SetFactLimits, SetFactRelation } from '../../contract/fact-rules.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringTables } from '../needs.ts'
import { insertLimit, insertRelation, replaceLimit, replaceRelation } from '../sql/fact-rules.ts'
import { getDefinition } from './get-definition.ts'

const CHANGED: Problem = { code: 'scoring.rule_changed_meanwhile', kind: 'conflict' }

/** Checks of past days were made under the rules of their days. */
function pastDay(validFrom: LocalDate, now: Date): Problem[] {
  const today = localDayOf(now, SCORING_ZONE)
  return validFrom < today ? [{ code: 'scoring.rule_in_past', kind: 'invalid', field: '/validFrom', params: { today } }] : []
}

/** Sets what is plausible of a fact from a day on; the rule that it takes the place of is kept. Answers the id of the new one. */
export async function setLimits(
  tx: Db<ScoringTables>,
  command: Command,
  wanted: z.infer<typeof SetFactLimits> & { factCode: string; personId: string },
): Promise<string> {
  const { factCode, personId, replaces, ...rule } = wanted
  await getDefinition(tx, factCode)
  const problems = pastDay(rule.validFrom, command.now)
  if (rule.low !== null && rule.high !== null && rule.low > rule.high)
    problems.push({ code: 'scoring.limits_crossed', kind: 'invalid', field: '/low' })
  if (problems.length > 0) throw new Refusal(...problems)
  const id = newId(command.now.getTime())
  const day = { factCode, validFrom: rule.validFrom, now: command.now }
  if (replaces !== null && !(await replaceLimit(tx, replaces, day))) throw new Refusal(CHANGED)
  if (!(await insertLimit(tx, { ...rule, id, factCode, setBy: personId, now: command.now }))) throw new Refusal(CHANGED)
  const detail = { factCode, ...rule, replaces }
  await command.audit({ action: 'scoring.definition.set_limits', subjectType: 'scoring.fact_definition', subjectId: factCode, detail })
  return id
}

/** Sets how a part is compared with its whole from a day on, or that it is not. Answers the id of the new rule. */
export async function setRelation(
  tx: Db<ScoringTables>,
  command: Command,
  wanted: z.infer<typeof SetFactRelation> & { personId: string },
): Promise<string> {
  const { personId, replaces, ...rule } = wanted
  for (const code of [rule.part, rule.whole]) await getDefinition(tx, code)
  const problems = pastDay(rule.validFrom, command.now)
  if (rule.part === rule.whole) problems.push({ code: 'scoring.part_is_whole', kind: 'invalid', field: '/whole' })
  if (problems.length > 0) throw new Refusal(...problems)
  const id = newId(command.now.getTime())
  if (replaces !== null && !(await replaceRelation(tx, replaces, rule, command.now))) throw new Refusal(CHANGED)
  if (!(await insertRelation(tx, { ...rule, id, setBy: personId, now: command.now }))) throw new Refusal(CHANGED)
  const detail = { ...rule, replaces }
  await command.audit({ action: 'scoring.definition.set_relation', subjectType: 'scoring.fact_definition', subjectId: rule.part, detail })
  return id
}
