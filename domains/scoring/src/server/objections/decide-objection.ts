import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { DecideObjection } from '../../contract/objections.ts'
import { isPeriodOf } from '../../core/facts/periods.ts'
import { correctFact } from '../facts/correct-fact.ts'
import { refuseFaults } from '../facts/doubt-facts.ts'
import { getEnterprise } from '../facts/read-enterprise.ts'
import { OBJECTION_MISSING } from '../lists/problems.ts'
import type { ScoringTables } from '../needs.ts'
import { lockList } from '../sql/lists.ts'
import { decideObjection, findCurrentFact, findObjection, insertObjectionFact, type ObjectionRow } from '../sql/objections.ts'
import { listPeriodKinds } from '../sql/snapshot.ts'

/**
 * Decides an objection with reasons that the objector reads. Where it is upheld the wrong facts are corrected at their source in the same
 * transaction; the list then waits for a run that knows them. They are checked like every other correction. Refuses with
 * `scoring.objection_missing`, `scoring.objection_decided`, `scoring.corrections_with_rejection`, `scoring.objection_names_nobody`,
 * `scoring.fact_unknown`, `scoring.period_not_of_fact` or what is wrong or doubtful about a value.
 */
export async function decide(
  tx: Db<ScoringTables>,
  command: Command,
  wanted: DecideObjection & { id: string; version: number; personId: string; language: Language },
): Promise<ObjectionRow> {
  const found = await findObjection(tx, wanted.id)
  if (!found) throw new Refusal(OBJECTION_MISSING)
  // The list is locked before anything that hangs on it.
  await lockList(tx, found.list_id)
  if (found.state !== 'open') throw new Refusal({ code: 'scoring.objection_decided', kind: 'conflict' })
  const problems = await correctionProblems(tx, found, wanted)
  if (problems.length > 0) throw new Refusal(...problems)
  if (wanted.corrections.length > 0 && found.enterprise_id !== null) {
    const { credit_code: creditCode } = await getEnterprise(tx, found.enterprise_id)
    const figures = wanted.corrections.map((correction, index) => ({ ...correction, creditCode, at: `/corrections/${index}` }))
    await refuseFaults(tx, figures, { now: command.now, language: wanted.language })
  }

  const { id, version, personId, reasons, decision } = wanted
  if (!(await decideObjection(tx, { id, version, personId, reasons, state: decision, now: command.now }))) throw new Refusal(VERSION_STALE)
  for (const { factCode, period, source, value, document } of wanted.corrections) {
    const key = { enterpriseId: found.enterprise_id ?? '', factCode, period, source }
    const factId = await correctFact(tx, command, {
      ...key,
      replaces: await findCurrentFact(tx, key),
      value,
      document,
      reason: `${found.number}：${reasons}`.slice(0, 500),
      confidence: 'proved',
      personId,
    })
    await insertObjectionFact(tx, id, factId)
  }
  await command.audit({
    action: 'scoring.objection.decide',
    subjectType: 'scoring.objection',
    subjectId: id,
    detail: { number: found.number, decision, corrections: wanted.corrections.length },
  })
  await command.publish('scoring.objection_changed', {
    objectionId: id,
    listId: found.list_id,
    organisationId: found.organisation_id,
    number: found.number,
    state: decision,
    dueOn: found.due_on,
  })
  const decided = await findObjection(tx, id)
  if (!decided) throw new Error('an objection that was decided is gone')
  return decided
}

async function correctionProblems(
  tx: Db<ScoringTables>,
  objection: ObjectionRow,
  { decision, corrections }: DecideObjection,
): Promise<Problem[]> {
  if (corrections.length === 0) return []
  const problems: Problem[] = []
  if (decision === 'rejected') problems.push({ code: 'scoring.corrections_with_rejection', kind: 'invalid', field: '/corrections' })
  if (objection.enterprise_id === null) problems.push({ code: 'scoring.objection_names_nobody', kind: 'refused', field: '/corrections' })
  const kinds = await listPeriodKinds(tx)
  corrections.forEach(({ factCode, period }, index) => {
    const kind = kinds.get(factCode)
    if (!kind)
      problems.push({ code: 'scoring.fact_unknown', kind: 'invalid', field: `/corrections/${index}/factCode`, params: { code: factCode } })
    else if (!isPeriodOf(kind, period))
      problems.push({ code: 'scoring.period_not_of_fact', kind: 'invalid', field: `/corrections/${index}/period`, params: { period } })
  })
  return problems
}
