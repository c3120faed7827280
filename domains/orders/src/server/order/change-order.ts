import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { type Clock, dueDayOf, limitAfter, ORDER_ZONE, resumeClock, startClock, stopClock } from '../../core/order/clock.ts'
import { type Act, type Transition, transitionOf } from '../../core/order/machine.ts'
import { ENDED_STATES, type OrderState, type PausableState, type Side } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { findPolicy } from '../sql/policies.ts'
import { getOrder, insertStep, lockOrder, moveOrder, type OrderChange, type OrderRow } from '../sql/service-orders.ts'
import { EFFECTS } from './effects.ts'
import { GUARDS } from './guards.ts'
import type { Change, Work } from './order-act.ts'

type Wanted = {
  readonly orderId: string
  readonly act: Act
  readonly side: Side
  /** The organisation that acts; an operator or the platform acts on every order. */
  readonly organisationId?: string
  readonly personId: string | null
  /** What the caller saw; left out by jobs and by acts that follow from another. */
  readonly version?: number | undefined
  readonly reason?: string | undefined
  /** Only when nobody has answered by the limit: an answer that came first wins. */
  readonly isOverdue?: boolean
  readonly detail?: Readonly<Record<string, unknown>>
}

const STAMPS: Partial<Record<OrderState, OrderChange['stamp']>> = {
  accepted: 'accepted_at',
  received: 'received_at',
  reporting: 'finished_at',
  reported: 'reported_at',
  approved: 'approved_at',
  settled: 'settled_at',
}

/**
 * The one door through which an order changes its state: whoever acts, from a page, the API, an import or a job. The order is locked, the table of
 * transitions, the reason and the guards of every topic are asked, then state and version are compared and swapped, the step is written, and the effects
 * of every topic follow in the same transaction. Refuses with `orders.order_missing`, `orders.act_not_allowed`, `orders.reason_missing`, what a guard found, or
 * `platform.version_stale`.
 */
export async function changeOrder(tx: Db<OrdersTables>, work: Work, wanted: Wanted): Promise<OrderRow> {
  const order = await lockOrder(tx, wanted.orderId)
  if (!order || !isParty(order, wanted)) throw new Refusal(ORDER_MISSING)
  const transition = transitionOf({ state: order.state, pausedFrom: order.paused_from }, wanted.act)
  if (!transition?.by.includes(wanted.side))
    throw new Refusal({ code: 'orders.act_not_allowed', kind: 'conflict', params: { act: wanted.act, state: order.state } })
  if (transition.needsReason && !wanted.reason) throw new Refusal({ code: 'orders.reason_missing', kind: 'refused', field: '/reason' })
  if (wanted.version !== undefined && wanted.version !== order.version) throw new Refusal(VERSION_STALE)
  if (wanted.isOverdue && (order.answer_until === null || order.answer_until > work.now)) throw new Refusal(VERSION_STALE)
  const problems = []
  for (const guard of GUARDS[wanted.act] ?? []) problems.push(...(await guard(tx, order, work.now)))
  if (problems.length > 0) throw new Refusal(...problems)

  const policy = await findPolicy(tx, order.provider_id)
  if (!(await moveOrder(tx, order, changeOf(order, transition, policy, work.now)))) throw new Refusal(VERSION_STALE)
  const { act, side, personId, reason = null, detail = {} } = wanted
  await insertStep(tx, {
    id: newId(work.now.getTime()),
    orderId: order.id,
    version: order.version + 1,
    act,
    from: order.state,
    to: transition.to,
    side,
    personId,
    reason,
    detail,
    at: work.now,
  })
  const change: Change = { act, from: order.state, side, personId, reason, detail, work }
  await work.audit({
    action: `orders.order.${act}`,
    subjectType: 'service_order',
    subjectId: order.id,
    detail: { from: order.state, to: transition.to, ...(reason && { reason }), ...detail },
  })
  const moved = await getOrder(tx, order.id)
  for (const effect of EFFECTS[act] ?? []) await effect(tx, moved, change)
  await work.publish('orders.order_changed', eventOf(moved, change))
  return getOrder(tx, order.id)
}

/** What leaves with each step of an order: ids, states and money, never words. */
export function eventOf(
  order: OrderRow,
  { act, from, side, personId }: Pick<Change, 'act' | 'side' | 'personId'> & { from: OrderState | null },
) {
  return {
    orderId: order.id,
    number: order.number,
    version: order.version,
    organisationId: order.organisation_id,
    providerId: order.provider_id,
    act,
    from,
    to: order.state,
    side,
    actorUserId: personId,
    totalFen: order.total_fen.toString(),
  }
}

function isParty(order: OrderRow, { side, organisationId }: Wanted): boolean {
  if (side === 'client') return order.organisation_id === organisationId
  if (side === 'provider') return order.provider_id === organisationId
  return true
}

function changeOf(order: OrderRow, { act, to }: Transition, policy: { answerDays: number; approvalDays: number }, now: Date): OrderChange {
  const before: Clock = {
    turnaroundDays: order.turnaround_days,
    startedOn: order.clock_started_on,
    stoppedOn: order.clock_stopped_on,
    stoppedDays: order.stopped_days,
  }
  const clock = clockAfter(before, { act, to, needsSamples: order.needs_samples, today: localDayOf(now, ORDER_ZONE) })
  const isEnded = (ENDED_STATES as readonly OrderState[]).includes(to)
  const isMoving = to !== order.state
  return {
    to,
    pausedFrom: to === 'paused' ? (order.state === 'paused' ? order.paused_from : (order.state as PausableState)) : null,
    answerUntil: isMoving ? answerLimit(to, policy, now) : order.answer_until,
    clock: { ...clock, dueDay: dueDayOf(clock) },
    stamp: isMoving ? STAMPS[to] : undefined,
    endedAt: isEnded ? now : null,
    now,
  }
}

function clockAfter(
  clock: Clock,
  { act, to, needsSamples, today }: { act: string; to: OrderState; needsSamples: boolean; today: string },
): Clock {
  if (act === 'pause') return stopClock(clock, today)
  if (act === 'resume') return resumeClock(clock, today)
  // Without samples the work can begin at once; otherwise when they are there.
  if (to === 'received' || to === 'working' || (to === 'accepted' && !needsSamples)) return startClock(clock, today)
  return clock
}

/** Until when whoever is next must answer; what happens then is done by the platform (`sweep-orders`). */
export function answerLimit(to: OrderState, policy: { answerDays: number; approvalDays: number }, now: Date): Date | null {
  if (to === 'placed' || to === 'retest_requested') return limitAfter(now, policy.answerDays)
  if (to === 'awaiting_approval' || to === 'reported') return limitAfter(now, policy.approvalDays)
  return null
}
