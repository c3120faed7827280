import { addDays } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { verdictOf } from '@jiju/orders/core/work/judge'
import type { TaskState } from '@jiju/orders/core/work/vocabulary'
import type { Context, Row } from './context.ts'
import content from './order-work.json' with { type: 'json' }
import type { DemoOrder } from './orders.ts'
import type { Random } from './random.ts'
import { timedId } from './stable-id.ts'

type Member = { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[] }

type Given = {
  readonly orders: readonly DemoOrder[]
  readonly items: readonly Row[]
  readonly resources: readonly Row[]
  readonly members: readonly Member[]
}

type Made = {
  readonly tasks: Row[]
  readonly steps: Row[]
  readonly plans: Row[]
  readonly results: Row[]
  readonly entries: Row[]
  readonly instruments: Row[]
  readonly investigations: Row[]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ZONE = 'Asia/Shanghai'
/** Orders of which the next task does not meet its limits. */
const FAIL_CHANCE = 0.06

/** What the work on an order has come to when the order stands so. */
const REACHED: Readonly<Record<string, readonly TaskState[]>> = {
  received: ['planned'],
  paused: ['planned'],
  working: ['running', 'planned', 'done', 'running'],
  cancelled: ['void'],
}

/** Access is granted instead. */
const HAS_NO_TASKS: readonly string[] = ['computing', 'data_set']

/** Tasks of every order that was received or begun, with results as far as the work has come. A provider needs two people: one works, one checks. */
export function generateOrderWork(context: Context, { orders, items, resources, members }: Given): Made {
  const made: Made = { tasks: [], steps: [], plans: [], results: [], entries: [], instruments: [], investigations: [] }
  const random = context.random('order-work')
  const planned = new Map<string, number>()
  let working = 0
  for (const order of orders) {
    const begun = order.at.get('begin') ?? order.at.get('receive')
    const staff = members.filter(
      ({ organisationId, roles }) => organisationId === order.providerId && roles.some((role) => /lab_staff|lab_manager/.test(role)),
    )
    const [worker, checker] = [staff.at(-1), staff[0]]
    if (!begun || HAS_NO_TASKS.includes(order.serviceKind) || !worker || !checker || worker.personId === checker.personId) continue
    const instrument = resources.find(
      (row) => row.provider_id === order.providerId && row.kind === 'instrument' && row.status === 'published',
    )
    for (const item of items.filter((row) => row.order_id === order.id && row.kind === 'test')) {
      const reached = REACHED[order.state] ?? ['checked' as const]
      const state = reached[working % reached.length] ?? 'planned'
      if (order.state === 'working') working += 1
      tellTask({
        context,
        random,
        made,
        order,
        item,
        state,
        begun,
        worker: worker.personId,
        checker: checker.personId,
        planned,
        instrument,
      })
    }
  }
  return made
}

type Story = {
  readonly context: Context
  readonly random: Random
  readonly made: Made
  readonly order: DemoOrder
  readonly item: Row
  readonly state: TaskState
  readonly begun: Date
  readonly worker: string
  readonly checker: string
  readonly planned: Map<string, number>
  readonly instrument: Row | undefined
}

function tellTask(story: Story): void {
  const { context, random, made, order, item, state, begun, worker, checker } = story
  const id = context.id(`task|${String(item.id)}`)
  const hasResults = state === 'done' || state === 'checked' || state === 'running'
  const start = new Date(begun.getTime() + 2 * HOUR)
  const entered = new Date(start.getTime() + 20 * HOUR)
  const done = new Date(entered.getTime() + HOUR)
  const checked = new Date(done.getTime() + 4 * HOUR)
  const acts: [act: string, to: TaskState, by: string, at: Date][] = [['open', 'planned', checker, begun]]
  if (hasResults) acts.push(['start', 'running', worker, start], ['enter', 'running', worker, entered])
  if (state === 'done' || state === 'checked') acts.push(['complete', 'done', worker, done])
  if (state === 'checked') acts.push(['check', 'checked', checker, checked])
  if (state === 'void') acts.push(['void', 'void', checker, done])
  const isDone = state === 'done' || state === 'checked'
  made.tasks.push({
    id,
    order_id: order.id,
    order_item_id: item.id,
    provider_id: order.providerId,
    kind: order.serviceKind === 'pilot_line' ? 'batch' : 'test',
    position: item.position,
    round: 1,
    retest_of: null,
    title: item.name,
    method: item.method,
    state,
    assignee_id: worker,
    due_day: addDays(localDayOf(begun, ZONE), 10),
    conditions: hasResults ? random.pick(content.conditions) : '',
    note: '',
    version: acts.length,
    entered_by: hasResults ? [worker] : [],
    started_at: hasResults ? start : null,
    done_at: isDone ? done : null,
    done_by: isDone ? worker : null,
    checked_at: state === 'checked' ? checked : null,
    checked_by: state === 'checked' ? checker : null,
    void_reason: state === 'void' ? '订单已取消' : null,
    created_at: begun,
  })
  for (const [index, [act, to, by, at]] of acts.entries())
    made.steps.push({
      id: timedId(at.getTime(), random),
      task_id: id,
      version: index + 1,
      act,
      from_state: acts[index - 1]?.[1] ?? null,
      to_state: to,
      person_id: by,
      reason: act === 'void' ? '订单已取消' : null,
      detail: {},
      at,
    })
  if (hasResults) tellResults(story, id, entered)
  if (hasResults && story.instrument)
    made.instruments.push({
      id: timedId(start.getTime(), random),
      task_id: id,
      resource_id: story.instrument.id,
      reservation_id: null,
      used_on: localDayOf(start, ZONE),
      calibration_id: null,
      calibration_due_on: null,
      calibration_state: 'unknown',
      reason: null,
      recorded_by: worker,
      recorded_at: start,
    })
  if (state === 'planned' && order.state === 'working') planPerson(story, id)
}

/** Two hours each, one after the other, from tomorrow on. */
function planPerson({ context, made, order, worker, planned, begun }: Story, taskId: string): void {
  const index = planned.get(worker) ?? 0
  planned.set(worker, index + 1)
  const from = new Date(context.now.getTime() + (1 + Math.floor(index / 3)) * DAY + (9 + 2 * (index % 3)) * HOUR)
  const until = new Date(from.getTime() + 2 * HOUR)
  made.plans.push({
    id: context.id(`task-plan|${taskId}`),
    task_id: taskId,
    provider_id: order.providerId,
    person_id: worker,
    during: `[${from.toISOString()},${until.toISOString()})`,
    takes_person: true,
    state: 'live',
    end_reason: null,
    planned_by: worker,
    planned_at: begun,
    ended_at: null,
  })
}

function tellResults({ context, random, made, order, item, state, worker, checker }: Story, taskId: string, entered: Date): void {
  const name = String(item.name)
  const family = content.families.find(({ words }) => words.length === 0 || words.some((word) => name.includes(word)))
  const isFailing = random.chance(FAIL_CHANCE)
  for (const [index, figure] of (family?.results ?? []).entries()) {
    const value = isFailing && index === 0 && figure.bad ? figure.bad : random.pick(figure.values)
    const verdict = verdictOf(value, { low: figure.low, high: figure.high }, undefined) ?? 'not_judged'
    const resultId = context.id(`result|${taskId}|${index}`)
    made.results.push({ id: resultId, task_id: taskId, position: index + 1, revision: 1 })
    made.entries.push({
      id: timedId(entered.getTime(), random),
      result_id: resultId,
      revision: 1,
      parameter: figure.parameter,
      sample_label: 'S1',
      value,
      unit: figure.unit,
      limit_low: figure.low,
      limit_high: figure.high,
      limit_words: '',
      basis: figure.basis,
      verdict,
      is_withdrawn: false,
      source: 'form',
      reason: null,
      entered_by: worker,
      entered_at: entered,
    })
    if (verdict !== 'fail') continue
    const isOpen = state === 'running' || state === 'done'
    const cause = random.pick(content.causes)
    made.investigations.push({
      id: context.id(`investigation|${resultId}`),
      task_id: taskId,
      result_id: resultId,
      revision: 1,
      provider_id: order.providerId,
      state: isOpen ? 'open' : 'closed',
      cause: isOpen ? null : 'confirmed',
      findings: isOpen ? null : cause.findings,
      conclusion: isOpen ? null : cause.conclusion,
      is_retest_allowed: isOpen ? null : false,
      opened_by: worker,
      opened_at: entered,
      closed_by: isOpen ? null : checker,
      closed_at: isOpen ? null : new Date(entered.getTime() + 3 * HOUR),
    })
  }
}
