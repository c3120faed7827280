import { readableNumber } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { serviceNeedsAgreement } from '@jiju/orders/core/agreement/agreement-rule'
import type { OrderableKind } from '@jiju/orders/core/forms/orderable-kinds'
import { DEFAULT_CANCEL_RATES } from '@jiju/orders/core/order/cancellation'
import { type Clock, dueDayOf, limitAfter, resumeClock, startClock, stopClock } from '@jiju/orders/core/order/clock'
import { type Act, transitionOf } from '@jiju/orders/core/order/machine'
import { ENDED_STATES, type OrderState, type PausableState, PURPOSES, type Side } from '@jiju/orders/core/vocabulary'
import type { Context, Row } from './context.ts'
import type { Random } from './random.ts'
import { timedId } from './stable-id.ts'

type Member = { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[] }

type Given = {
  readonly resources: readonly Row[]
  readonly prices: readonly Row[]
  readonly members: readonly Member[]
  /** Verified enterprises with whoever orders for them. */
  readonly customers: readonly { readonly organisationId: string; readonly personId: string }[]
  readonly cast: { readonly providerId: string; readonly enterpriseId: string; readonly engineerId: string }
  /** How many orders besides one of each state between the cast's enterprise and provider. */
  readonly count: number
}

/** An order of the demo with what its further parts hang on. */
export type DemoOrder = {
  readonly id: string
  readonly number: string
  readonly state: OrderState
  readonly organisationId: string
  readonly providerId: string
  readonly personId: string
  /** Kind of the one service that is ordered. */
  readonly serviceKind: string
  readonly totalFen: bigint
  readonly itemIds: readonly string[]
  /** When each act happened; the last of each kind. */
  readonly at: ReadonlyMap<Act, Date>
}

export type DemoOrders = {
  readonly list: readonly DemoOrder[]
  readonly orders: readonly Row[]
  readonly items: readonly Row[]
  readonly steps: readonly Row[]
  readonly threads: readonly Row[]
  readonly messages: readonly Row[]
  readonly disputes: readonly Row[]
  readonly evidence: readonly Row[]
  readonly evaluations: readonly Row[]
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The acts that lead to each state, with the working time in days that each takes after the one before. */
const PATHS: Readonly<Record<string, readonly (readonly [Act, number])[]>> = {
  placed: [['place', 0]],
  accepted: [['accept', 1]],
  received: [['receive', 3]],
  working: [['begin', 1]],
  reporting: [['finish', 6]],
  reported: [['issue', 2]],
  approved: [['approve', 2]],
  settled: [['settle', 0]],
}
const MAIN = Object.keys(PATHS)
const upTo = (state: string) => MAIN.slice(0, MAIN.indexOf(state) + 1).flatMap((one) => PATHS[one] ?? [])

const ROADS: Readonly<Partial<Record<OrderState, readonly (readonly [Act, number])[]>>> = {
  ...Object.fromEntries(MAIN.map((state) => [state, upTo(state)])),
  paused: [...upTo('received'), ['pause', 1]],
  retest_requested: [...upTo('reported'), ['ask_retest', 1]],
  disputed: [...upTo('reported'), ['object', 2]],
  declined: [...upTo('placed'), ['decline', 1]],
  withdrawn: [...upTo('placed'), ['withdraw', 0]],
  lapsed: [...upTo('placed'), ['lapse', 2]],
  cancelled: [...upTo('received'), ['cancel', 1]],
  awaiting_approval: [['submit', 0]],
}

const SHARES: readonly (readonly [OrderState, number])[] = [
  ['settled', 52],
  ['working', 10],
  ['reporting', 5],
  ['reported', 5],
  ['accepted', 7],
  ['received', 4],
  ['placed', 5],
  ['approved', 1],
  ['paused', 2],
  ['retest_requested', 1],
  ['disputed', 1],
  ['declined', 2],
  ['withdrawn', 2],
  ['cancelled', 2],
  ['lapsed', 1],
]

const REASONS: Readonly<Partial<Record<Act, string>>> = {
  pause: '样品 2 标签与委托单不一致，请确认批号。',
  ask_retest: '第 2 项结果与我方内控数据相差较大，请用留样复测。',
  object: '报告结论引用的判定依据不是委托单约定的版本。',
  decline: '本月该设备检定中，排期已满。',
  cancel: '产品方案调整，本轮测试不再需要。',
  lapse: 'no_answer',
}

const STAMPS: Readonly<Partial<Record<OrderState, string>>> = {
  accepted: 'accepted_at',
  received: 'received_at',
  reporting: 'finished_at',
  reported: 'reported_at',
  approved: 'approved_at',
  settled: 'settled_at',
}

/** Batches that are made and one that waits for its agreement, and access to computing and to data. */
const SHOWN_KINDS: readonly (readonly [OrderableKind, OrderState])[] = [
  ['pilot_line', 'working'],
  ['pilot_line', 'accepted'],
  ['computing', 'working'],
  ['data_set', 'working'],
]
/** What is sent in; of others there is access or material of the provider. */
export const SAMPLED: readonly string[] = ['testing_service', 'technical_service', 'glp_study', 'instrument']

/** Orders in every state, each with the steps that led there: the same table of transitions as the running platform walks. */
export function generateOrders(context: Context, given: Given): DemoOrders {
  const random = context.random('orders')
  const services = given.resources.filter((row) => row.kind === 'testing_service' && row.status === 'published')
  const made = {
    list: [] as DemoOrder[],
    orders: [] as Row[],
    items: [] as Row[],
    steps: [] as Row[],
    threads: [] as Row[],
    messages: [] as Row[],
    disputes: [] as Row[],
    evidence: [] as Row[],
    evaluations: [] as Row[],
  }
  if (services.length === 0) return made
  const priced = new Set(given.prices.filter((price) => price.unit !== 'hour').map((price) => price.resource_id))
  // A provider without testing services takes samples at its instruments.
  const own = given.resources.filter((row) => row.provider_id === given.cast.providerId && row.status === 'published' && priced.has(row.id))
  const states = (Object.keys(ROADS) as OrderState[]).filter((state) => state !== 'awaiting_approval')
  const shown = { organisationId: given.cast.enterpriseId, personId: given.cast.engineerId }
  // Whoever looks around as engineer and as manager sees one of each state, between the two where the provider offers services.
  for (const [index, state] of states.entries()) {
    const service = random.pick(own.length > 0 && index % 3 !== 2 ? own : services)
    addOrder(context, random, given, made, { key: `shown|${state}`, state, service, customer: shown })
  }
  for (let index = 0; index < given.count; index += 1)
    addOrder(context, random, given, made, {
      key: `order|${index}`,
      state: random.weighted(SHARES),
      service: random.pick(services),
      customer: random.pick(given.customers),
    })
  // Drawn apart, after all others: whoever approves in the shown enterprise finds one that waits.
  addOrder(context, context.random('order-to-approve'), given, made, {
    key: 'shown|awaiting_approval',
    state: 'awaiting_approval',
    service: services[0] as Row,
    customer: shown,
  })
  // And one of each kind that leads to pages of its own.
  for (const [kind, state] of SHOWN_KINDS) {
    const service = given.resources.find((row) => row.kind === kind && row.status === 'published')
    if (service)
      addOrder(context, context.random(`order-of-${kind}`), given, made, { key: `shown|${kind}|${state}`, state, service, customer: shown })
  }
  return made
}

type Wanted = {
  readonly key: string
  readonly state: OrderState
  readonly service: Row
  readonly customer: { readonly organisationId: string; readonly personId: string }
}

type Made = { list: DemoOrder[] } & Record<
  'orders' | 'items' | 'steps' | 'threads' | 'messages' | 'disputes' | 'evidence' | 'evaluations',
  Row[]
>

function addOrder(context: Context, random: Random, given: Given, made: Made, { key, state, service, customer }: Wanted): void {
  const road = ROADS[state] ?? []
  const isEnded = (ENDED_STATES as readonly OrderState[]).includes(state)
  const content = service.content as { detail?: { turnaroundDaysMax?: number | null } }
  const turnaroundDays = content.detail?.turnaroundDaysMax ?? 15
  const days = road.reduce((sum, [, length]) => sum + length, 0)
  // What waits for an answer was done on this or the last day; the rest lies some days back, what ended anywhere in the past year.
  const waits = ['placed', 'reported', 'retest_requested', 'awaiting_approval'].includes(state)
  const lag = waits ? 0 : isEnded ? random.int(1, 320) : random.int(0, 4)
  const start = context.now.getTime() - (days + lag + 1) * DAY + random.int(9 * 60, 17 * 60) * MINUTE
  const id = context.id(`order|${key}`)
  const providerId = String(service.provider_id)
  const actors = {
    client: customer.personId,
    provider: memberOf(given.members, providerId, 'provider:lab_manager'),
    operator: null,
    platform: null,
  }

  const price = given.prices.find((one) => one.resource_id === service.id && one.customer_class === 'enterprise' && one.unit !== 'hour')
  const unitFen = BigInt(String(price?.price_fen ?? 120_000))
  const quantity = random.int(1, 3)
  const totalFen = unitFen * BigInt(quantity)
  const itemId = context.id(`order-item|${key}`)
  const number = readableNumber('ORD', context.dayOf(start), timedId(start, random))
  const stamps: Record<string, Date | null> = Object.fromEntries(Object.values(STAMPS).map((name) => [name as string, null]))
  let clock: Clock = { turnaroundDays, startedOn: null, stoppedOn: null, stoppedDays: 0 }
  let standing = null as { state: OrderState; pausedFrom: PausableState | null } | null
  let at = start
  const happened = new Map<Act, Date>()
  const steps: Row[] = []
  for (const [act, length] of road) {
    at += length * DAY + (length > 0 ? random.int(-90, 90) * MINUTE : random.int(1, 30) * MINUTE)
    const transition = transitionOf(standing, act)
    if (!transition) throw new Error(`no order comes to be ${state} by ${act}`)
    const side = transition.by.find((one) => one !== 'operator') as Side
    const day = context.dayOf(at)
    if (transition.to === 'received' || transition.to === 'working') clock = startClock(clock, day)
    if (act === 'pause') clock = stopClock(clock, day)
    if (act === 'resume') clock = resumeClock(clock, day)
    steps.push({
      id: timedId(at, random),
      order_id: id,
      version: steps.length + 1,
      act,
      from_state: standing?.state ?? null,
      to_state: transition.to,
      side,
      person_id: actors[side],
      reason: REASONS[act] ?? null,
      detail: {},
      at: new Date(at),
    })
    const stamp = STAMPS[transition.to]
    if (stamp) stamps[stamp] = new Date(at)
    happened.set(act, new Date(at))
    standing = { state: transition.to, pausedFrom: act === 'pause' ? (standing?.state as PausableState) : null }
  }
  const last = new Date(at)
  made.orders.push({
    id,
    number,
    enquiry_id: null,
    quote_id: null,
    organisation_id: customer.organisationId,
    provider_id: providerId,
    person_id: customer.personId,
    title: service.name_zh,
    purpose: random.pick(PURPOSES.filter((one) => one !== 'legal_duty')),
    confidentiality: random.chance(0.3) ? 'confidential' : 'normal',
    state,
    paused_from: standing?.pausedFrom ?? null,
    version: steps.length,
    total_fen: totalFen.toString(),
    cancel_rates: DEFAULT_CANCEL_RATES,
    turnaround_days: turnaroundDays,
    needs_samples: SAMPLED.includes(String(service.kind)),
    holds_results: false,
    needs_agreement:
      state === 'accepted' && serviceNeedsAgreement({ byKind: {}, byService: {} }, { id: String(service.id), kind: String(service.kind) }),
    answer_until: answerUntil(state, last),
    due_day: dueDayOf(clock),
    clock_started_on: clock.startedOn,
    clock_stopped_on: clock.stoppedOn,
    stopped_days: clock.stoppedDays,
    placed_at: new Date(start),
    ...stamps,
    ended_at: isEnded ? last : null,
  })
  made.items.push({
    id: itemId,
    order_id: id,
    position: 1,
    kind: 'test',
    service_id: service.id,
    name: service.name_zh,
    method: '',
    quantity,
    sample_count: SAMPLED.includes(String(service.kind)) ? quantity * 2 : 0,
    unit: price?.unit ?? 'item',
    unit_price_fen: unitFen.toString(),
    amount_fen: totalFen.toString(),
    form: {},
    form_version: null,
    amendment_id: null,
    subcontractor: null,
  })
  made.steps.push(...steps)
  const threadId = context.id(`order-thread|${key}`)
  made.threads.push({
    id: threadId,
    organisation_id: customer.organisationId,
    provider_id: providerId,
    enquiry_id: null,
    order_id: id,
    created_at: new Date(start),
  })
  if (happened.has('accept'))
    made.messages.push({
      id: timedId(start + 26 * 60 * MINUTE, random),
      thread_id: threadId,
      side: 'provider',
      person_id: actors.provider,
      body: `已接单，合计 ${formatFen(totalFen)} 元。请随样附上委托单，标签贴在最小包装上。`,
      created_at: new Date((happened.get('accept') ?? last).getTime() + 10 * MINUTE),
    })
  addDispute(context, made, { key, id, objectedAt: happened.get('object'), client: customer.personId, provider: actors.provider })
  addEvaluation(random, made, { id, settledAt: happened.get('settle'), customer, providerId, provider: actors.provider })
  made.list.push({
    id,
    number,
    state,
    organisationId: customer.organisationId,
    providerId,
    personId: customer.personId,
    serviceKind: String(service.kind),
    totalFen,
    itemIds: [itemId],
    at: happened,
  })
}

function answerUntil(state: OrderState, from: Date): Date | null {
  if (state === 'placed' || state === 'retest_requested') return limitAfter(from, 2)
  return state === 'reported' || state === 'awaiting_approval' ? limitAfter(from, 5) : null
}

const memberOf = (members: readonly Member[], organisationId: string, role: string): string | null =>
  (
    members.find((member) => member.organisationId === organisationId && member.roles.includes(role)) ??
    members.find((member) => member.organisationId === organisationId)
  )?.personId ?? null

type Objected = { key: string; id: string; objectedAt: Date | undefined; client: string; provider: string | null }

/** What both sides say of an objection that waits for its ruling. */
function addDispute(context: Context, made: Made, { key, id, objectedAt, client, provider }: Objected): void {
  if (!objectedAt) return
  const disputeId = context.id(`dispute|${key}`)
  made.disputes.push({
    id: disputeId,
    number: readableNumber('DSP', context.dayOf(objectedAt.getTime()), disputeId),
    order_id: id,
    opened_side: 'client',
    opened_by: client,
    claim: REASONS.object,
    wanted: 'redo',
    opened_at: objectedAt,
  })
  const says = [
    ['client', client, '委托单第 6 项写明判定依据为现行版本，报告引用的是已被替代的版本。'],
    ['provider', provider, '收样时客户口头确认沿用原版本，未形成书面变更。'],
  ] as const
  for (const [index, [side, personId, words]] of says.entries())
    if (personId)
      made.evidence.push({
        id: context.id(`evidence|${key}|${index}`),
        dispute_id: disputeId,
        side,
        person_id: personId,
        words,
        at: new Date(objectedAt.getTime() + (index + 1) * 50 * MINUTE),
      })
}

type Settled = {
  id: string
  settledAt: Date | undefined
  customer: { organisationId: string; personId: string }
  providerId: string
  provider: string | null
}

const WORDS = ['数据完整，结论清楚。', '沟通及时，样品要求讲得明白。', '结果可靠，比承诺晚了一天。', '', '']

/** Two of three settled orders are evaluated, some with a reply. */
function addEvaluation(random: Random, made: Made, { id, settledAt, customer, providerId, provider }: Settled): void {
  if (!settledAt || !random.chance(0.66)) return
  const words = random.pick(WORDS)
  const hasReply = provider !== null && words !== '' && random.chance(0.4)
  made.evaluations.push({
    order_id: id,
    organisation_id: customer.organisationId,
    provider_id: providerId,
    quality: random.int(4, 5),
    punctuality: random.int(3, 5),
    service: random.int(4, 5),
    words,
    given_by: customer.personId,
    given_at: new Date(settledAt.getTime() + 3 * 60 * MINUTE),
    reply: hasReply ? '谢谢，排期已改进。' : null,
    replied_by: hasReply ? provider : null,
    replied_at: hasReply ? new Date(settledAt.getTime() + 20 * 60 * MINUTE) : null,
  })
}
