import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { ChangeResult, EnterResults } from '../../contract/work.ts'
import { verdictOf } from '../../core/work/judge.ts'
import type { ResultWords } from '../../core/work/read-results.ts'
import type { Verdict } from '../../core/work/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { insertEntry, insertInvestigation, insertResult, raiseRevision } from '../sql/work/results.ts'
import { type TaskRow, touchTask } from '../sql/work/tasks.ts'
import { lockTask, recordTaskStep, refuseUnless, type SeenTask, WORKABLE } from './get-task.ts'

/** Figures of a task that runs. One outside its limits opens an investigation. */
export async function enterResults(tx: Db<OrdersTables>, work: Work, seen: SeenTask, body: EnterResults): Promise<TaskRow> {
  const { task } = await lockRunning(tx, seen)
  const entries = body.results.map((result, index) => ({ ...wordsOf(result), at: `/results/${index}` }))
  const verdicts = judgeAll(entries)
  for (const [index, words] of entries.entries())
    await addResult(tx, work, { task, by: seen.personId, words, verdict: verdicts[index] ?? 'not_judged', source: 'form' })
  return recordEntry(tx, work, { seen, task, act: 'enter', reason: null, detail: { results: entries.length } })
}

/** Another value for a figure: what was there stays to be seen, with person, time and reason. */
export async function changeResult(
  tx: Db<OrdersTables>,
  work: Work,
  seen: SeenTask,
  resultId: string,
  body: ChangeResult,
): Promise<TaskRow> {
  const { task } = await lockRunning(tx, seen)
  const words = { ...wordsOf(body), at: '' }
  const [verdict = 'not_judged'] = body.isWithdrawn ? [body.verdict ?? 'not_judged'] : judgeAll([words])
  await replaceResult(tx, work, {
    task,
    by: seen.personId,
    words,
    verdict,
    source: 'form',
    resultId,
    reason: body.reason,
    isWithdrawn: body.isWithdrawn,
  })
  return recordEntry(tx, work, {
    seen,
    task,
    act: body.isWithdrawn ? 'withdraw_result' : 'change_result',
    reason: body.reason,
    detail: { resultId },
  })
}

export async function lockRunning(tx: Db<OrdersTables>, seen: SeenTask): Promise<{ task: TaskRow }> {
  const { order, task } = await lockTask(tx, seen)
  refuseUnless(WORKABLE, order)
  if (task.state !== 'running') throw new Refusal({ code: 'orders.task_not_running', kind: 'conflict', params: { state: task.state } })
  return { task }
}

/** The new version of the task after something was entered; from then on the person cannot check it. */
export async function recordEntry(
  tx: Db<OrdersTables>,
  work: Work,
  entry: { seen: SeenTask; task: TaskRow; act: string; reason: string | null; detail: Readonly<Record<string, unknown>> },
): Promise<TaskRow> {
  const { seen, task, act, reason, detail } = entry
  if (!(await touchTask(tx, task, seen.personId))) throw new Refusal(VERSION_STALE)
  await recordTaskStep(tx, work, { task, act, personId: seen.personId, reason, detail })
  return (await lockTask(tx, { ...seen, version: task.version + 1 })).task
}

function wordsOf(body: EnterResults['results'][number]): Omit<ResultWords, 'reason'> {
  const { parameter, sampleLabel, value, unit, limitLow, limitHigh, limitWords, basis, verdict } = body
  return { parameter, sampleLabel, value, unit, limitLow, limitHigh, limitWords, basis, verdict }
}

/** The verdict of each; refuses where limits are the wrong way round or a person contradicts them. */
function judgeAll(entries: readonly (Pick<ResultWords, 'value' | 'limitLow' | 'limitHigh' | 'verdict'> & { at: string })[]): Verdict[] {
  const problems: Problem[] = []
  const verdicts = entries.map(({ value, limitLow, limitHigh, verdict, at }): Verdict => {
    if (limitLow !== null && limitHigh !== null && Number(limitLow) > Number(limitHigh))
      problems.push({
        code: 'orders.limits_reversed',
        kind: 'refused',
        params: { low: limitLow, high: limitHigh },
        field: `${at}/limitHigh`,
      })
    const held = verdictOf(value, { low: limitLow, high: limitHigh }, verdict)
    if (held === undefined)
      problems.push({ code: 'orders.verdict_contradicts', kind: 'refused', params: { value }, field: `${at}/verdict` })
    return held ?? 'not_judged'
  })
  if (problems.length > 0) throw new Refusal(...problems)
  return verdicts
}

type Entered = {
  readonly task: TaskRow
  readonly by: string
  readonly words: Omit<ResultWords, 'reason'>
  readonly verdict: Verdict
  readonly source: 'form' | 'import'
}

export async function addResult(tx: Db<OrdersTables>, work: Work, entered: Entered): Promise<void> {
  const id = newId(work.now.getTime())
  await insertResult(tx, { id, taskId: entered.task.id })
  await writeEntry(tx, work, { ...entered, resultId: id, revision: 1, reason: null, isWithdrawn: false })
}

export async function replaceResult(
  tx: Db<OrdersTables>,
  work: Work,
  entered: Entered & { resultId: string; reason: string; isWithdrawn: boolean },
): Promise<void> {
  const revision = await raiseRevision(tx, entered.task.id, entered.resultId)
  if (revision === undefined) throw new Refusal({ code: 'orders.result_missing', kind: 'missing' })
  await writeEntry(tx, work, { ...entered, revision })
}

async function writeEntry(
  tx: Db<OrdersTables>,
  work: Work,
  entry: Entered & { resultId: string; revision: number; reason: string | null; isWithdrawn: boolean },
): Promise<void> {
  const { task, words, verdict, by, resultId, revision, reason, isWithdrawn, source } = entry
  await insertEntry(tx, {
    id: newId(work.now.getTime()),
    resultId,
    revision,
    ...words,
    verdict,
    isWithdrawn,
    source,
    reason,
    enteredBy: by,
    at: work.now,
  })
  if (verdict !== 'fail' || isWithdrawn) return
  const investigation = {
    id: newId(work.now.getTime()),
    taskId: task.id,
    resultId,
    revision,
    providerId: task.provider_id,
    openedBy: by,
    at: work.now,
  }
  await insertInvestigation(tx, investigation)
  await work.publish('orders.investigation_opened', {
    investigationId: investigation.id,
    taskId: task.id,
    orderId: task.order_id,
    providerId: task.provider_id,
  })
}
