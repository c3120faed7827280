import { actsOf, type OrderStanding, transitionOf } from '@jiju/orders/core/order/machine'
import type { OrderState, PausableState, Side } from '@jiju/orders/core/vocabulary'
import type pg from 'pg'
import { type Call, type OrderDistrict, PARTICIPANTS, type Participant, type Reply, sideOfParticipant } from './test-order-district.ts'
import { bringSample, doTasks, place, reportOn } from './test-order-steps.ts'

/** A source of numbers in [0, 1) that repeats itself for a seed. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Step = {
  readonly act: string
  readonly from_state: OrderState | null
  readonly to_state: OrderState
  readonly side: Side
  readonly reason: string | null
}
type Seen = { standing: OrderStanding | null; version: number }

/** What is counted over many walks. */
type Tally = {
  requests: number
  steps: number
  refused: number
  readonly states: Map<OrderState, number>
  readonly problems: string[]
}
export const newTally = (): Tally => ({ requests: 0, steps: 0, refused: 0, states: new Map(), problems: [] })

/** The paths of an order's own acts; anybody may try any of them at any time. */
const PATHS = [
  'accept',
  'decline',
  'withdraw',
  'receive',
  'begin',
  'finish',
  'reopen',
  'pause',
  'resume',
  'approve',
  'ask-retest',
  'agree-retest',
  'refuse-retest',
  'object',
  'settle-dispute',
  'cancel',
  'give-up',
  'approve-purchase',
  'refuse-purchase',
]

/**
 * One random walk: an order is placed, then people of every role try what comes to mind, about half of it what is due next. After each request the steps
 * that it left are held against the table of transitions, and the books and quotas against their rules.
 */
export async function walk(district: OrderDistrict, pool: pg.Pool, random: () => number, tally: Tally): Promise<void> {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const call: Call = (...given) => {
    tally.requests += 1
    return district.call(...given)
  }
  const own = { ...district, call }
  const placed = await place(own, { sampleCount: pick([0, 1, 1]), hasVoucher: random() < 0.5, quantity: pick([1, 1, 3]) })
  if (placed.status !== 201) {
    // A voucher whose quota is used up is refused with the order; it must leave nothing behind.
    if (placed.status >= 500) tally.problems.push(`placing answered ${placed.status}`)
    tally.refused += 1
    return
  }
  const id = String(placed.body.id)
  const seen: Seen = { standing: null, version: 0 }
  await look(pool, id, seen, tally, undefined)
  const length = 4 + Math.floor(random() * 16)
  for (let index = 0; index < length && seen.standing && !hasEnded(seen.standing.state); index += 1) {
    const isDue = random() < 0.6
    const before = seen.version
    const who = pick(PARTICIPANTS)
    const reply = isDue ? await doWhatIsDue(own, pool, id, seen.standing, random) : await tryAnything(call, who, id, seen, random)
    if (reply.status >= 500) tally.problems.push(`${reply.status} at ${seen.standing.state}: ${JSON.stringify(reply.body)}`)
    await look(pool, id, seen, tally, isDue ? undefined : { who, status: reply.status })
    if (reply.status >= 400 && !isDue) tally.refused += 1
    if (!isDue && reply.status >= 400 && seen.version !== before)
      tally.problems.push(`a refused request moved an order at ${seen.standing?.state}`)
    await checkBooks(pool, tally)
  }
  if (seen.standing) tally.states.set(seen.standing.state, (tally.states.get(seen.standing.state) ?? 0) + 1)
}

const hasEnded = (state: OrderState) => ['settled', 'declined', 'withdrawn', 'cancelled', 'lapsed'].includes(state)

/** What somebody of the right side would do next; now and then nobody does anything until it is too late. */
async function doWhatIsDue(
  district: OrderDistrict,
  pool: pg.Pool,
  id: string,
  { state }: OrderStanding,
  random: () => number,
): Promise<Reply> {
  const { call } = district
  if (random() < 0.04) {
    await district.stayQuiet(id)
    return call('engineer', 'GET', `/orders/${id}`)
  }
  const now = async (who: Participant, path: string, body: object = {}) => {
    const { rows } = await pool.query<{ version: number }>('select version from orders.service_order where id = $1', [id])
    return call(who, 'POST', `/orders/${id}/${path}`, body, rows[0]?.version)
  }
  switch (state) {
    case 'awaiting_approval':
      return call('approverOfClient', 'POST', `/orders/${id}/approve-purchase`, { position: 1 })
    case 'placed':
      return now('manager', 'accept')
    case 'accepted': {
      const brought = await bringSample(call, id)
      return brought.status < 300 ? now('staff', 'receive') : brought
    }
    case 'received':
      return now('staff', 'begin')
    case 'working': {
      const worked = await doTasks(call, id)
      return worked.status < 300 ? now('staff', 'finish') : worked
    }
    case 'reporting':
      return random() < 0.15 ? now('staff', 'reopen', { reason: '补测一项' }) : reportOn(district, id)
    case 'reported':
      return random() < 0.7 ? now('engineer', 'approve') : now('engineer', 'ask-retest', { reason: '结果与内控不符' })
    case 'retest_requested':
      return random() < 0.5 ? now('manager', 'agree-retest') : now('manager', 'refuse-retest', { reason: '留样结果一致' })
    case 'paused':
      return now('staff', 'resume')
    case 'disputed': {
      const { body } = await call('operator', 'GET', `/orders/${id}/disputes`)
      const open = (body.items as { id: string; state: string }[]).find((one) => one.state === 'open')
      const ruling = ['redo', 'pay', 'refund'][Math.floor(random() * 3)]
      return call('operator', 'POST', `/disputes/${open?.id}/rule`, { ruling, words: '依据双方证据。' })
    }
    case 'approved':
      return call('payer', 'POST', `/orders/${id}/payment`)
    default:
      return call('engineer', 'GET', `/orders/${id}`)
  }
}

/** Any act by anybody, with the version as it is or as it was. */
async function tryAnything(call: Call, who: Participant, id: string, seen: Seen, random: () => number): Promise<Reply> {
  const path = PATHS[Math.floor(random() * PATHS.length)] as string
  const version = random() < 0.1 ? Math.max(1, seen.version - 1) : seen.version
  const words = path.endsWith('-purchase')
    ? { position: 1, words: '随机尝试' }
    : { reason: '随机尝试', ...(path === 'object' && { wanted: 'redo' }) }
  const body = random() < 0.8 ? words : {}
  return call(who, 'POST', `/orders/${id}/${path}`, body, version)
}

/** Reads the steps since the last look and holds each against the table; `by` is who tried, when it was one request of one person. */
async function look(
  pool: pg.Pool,
  id: string,
  seen: Seen,
  tally: Tally,
  by: { who: Participant; status: number } | undefined,
): Promise<void> {
  const { rows: steps } = await pool.query<Step>(
    'select act, from_state, to_state, side, reason from orders.order_step where order_id = $1 and version > $2 order by version',
    [id, seen.version],
  )
  const { rows } = await pool.query<{ state: OrderState; version: number; paused_from: PausableState | null; steps: number }>(
    `select o.state, o.version, o.paused_from, (select count(*)::int from orders.order_step s where s.order_id = o.id) as steps
     from orders.service_order o where o.id = $1`,
    [id],
  )
  const [order] = rows
  if (!order) {
    tally.problems.push('an order is gone')
    return
  }
  const wrong = (text: string) => tally.problems.push(`${text} (order ${id})`)
  for (const step of steps) {
    tally.steps += 1
    const transition = transitionOf(seen.standing, step.act as Parameters<typeof transitionOf>[1])
    if (!transition || transition.to !== step.to_state || step.from_state !== (seen.standing?.state ?? null))
      wrong(`${step.from_state} went to ${step.to_state} by ${step.act}`)
    else {
      if (!(transition.by as readonly Side[]).includes(step.side)) wrong(`${step.act} was done by the ${step.side}`)
      if (transition.needsReason && !step.reason) wrong(`${step.act} has no reason`)
      if (seen.standing && step.side !== 'platform' && !actsOf(seen.standing, step.side).includes(transition.act as never))
        wrong(`${step.act} is not an act of the ${step.side}`)
    }
    if (by && sideOfParticipant(by.who) !== step.side && step.side !== 'platform') wrong(`${by.who} moved it as ${step.side}`)
    seen.standing = { state: step.to_state, pausedFrom: step.to_state === 'paused' ? pausedFrom(seen.standing, step.from_state) : null }
  }
  if (order.state !== seen.standing?.state || order.paused_from !== (seen.standing?.pausedFrom ?? null))
    wrong(`it stands at ${order.state}, its steps end at ${seen.standing?.state}`)
  if (order.version !== order.steps) wrong(`version ${order.version} after ${order.steps} steps`)
  seen.version = order.version
}

const pausedFrom = (before: OrderStanding | null, from: OrderState | null): PausableState | null =>
  before?.state === 'paused' ? before.pausedFrom : (from as PausableState)

/** Debits and credits are equal, no account is on its wrong side, and no quota or budget is overdrawn. */
async function checkBooks(pool: pg.Pool, tally: Tally): Promise<void> {
  const { rows } = await pool.query<{ fault: string }>(`
    select fault from (select unnest(array[
        case when sum(debit_fen) <> sum(credit_fen) then 'debits and credits differ' end,
        'account ' || min(name) filter (where case normal_side when 'debit' then debit_fen < credit_fen else credit_fen < debit_fen end) || ' is overdrawn'
      ]) as fault from orders.ledger_account) books where fault is not null
    union all select 'a quota is exceeded' from orders.voucher_quota where reserved_fen + redeemed_fen > quota_fen
    union all select 'a budget is exceeded' from orders.voucher_programme where reserved_fen + redeemed_fen > budget_fen`)
  for (const { fault } of rows) tally.problems.push(fault)
}

/**
 * What holds of everything at the end: accounts are what was posted, and no issued report changed or went without a successor. `before` are the reports of
 * an earlier look; answers those of this one.
 */
export async function checkEverything(
  pool: pg.Pool,
  before: ReadonlyMap<string, string>,
): Promise<{ faults: string[]; reports: ReadonlyMap<string, string> }> {
  const { rows } = await pool.query<{ fault: string }>(`
    with side as (
      select debit_account_id as id, amount_fen as debit, 0 as credit from orders.ledger_transfer
      union all select credit_account_id, 0, amount_fen from orders.ledger_transfer),
    posted as (select id, sum(debit) as debit, sum(credit) as credit from side group by id)
    select 'account ' || a.name || ' is not what was posted' as fault from orders.ledger_account a left join posted p using (id)
    where coalesce(p.debit, 0) <> a.debit_fen or coalesce(p.credit, 0) <> a.credit_fen
    union all select 'a replaced report has no successor' from orders.report r
      where r.state = 'replaced' and not exists (select from orders.report s where s.replaces_id = r.id and s.state <> 'draft')`)
  const faults = rows.map(({ fault }) => fault)
  const reports = await issuedReports(pool)
  for (const [id, print] of before) if (reports.get(id) !== print) faults.push(`report ${id} has changed`)
  return { faults, reports }
}

/** Number and fingerprint of each report that was ever issued. */
async function issuedReports(pool: pg.Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ id: string; print: string }>(
    `select id, number || ' ' || sha256 as print from orders.report where number is not null order by id`,
  )
  return new Map(rows.map(({ id, print }) => [id, print]))
}
