import { newId } from '@jiju/kernel/ids'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Amendment, Amendments, ProposeAmendment } from '../../contract/amendments.ts'
import { deltaOf, type ItemChange } from '../../core/agreement/amendment.ts'
import { transitionOf } from '../../core/order/machine.ts'
import type { Side } from '../../core/vocabulary.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { changeOrder } from '../order/change-order.ts'
import type { Work } from '../order/order-act.ts'
import { maySpend } from '../spending/entry-act.ts'
import {
  type AmendmentRow,
  changeTotal,
  endAmendmentRow,
  insertAmendment,
  listAmendments,
  removeItem,
  repriceItem,
  signAmendmentRow,
  subcontractItem,
} from '../sql/agreement/amendments.ts'
import { insertOrderItems, listOrderItems, type OrderItemRow } from '../sql/order-items.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { lockForParty, type PartyAct } from './negotiate.ts'
import { tellOfAgreement } from './tell-of-agreement.ts'

type Means = { readonly work: Work; readonly needs: OrdersNeeds }

const isAmendable = (order: OrderRow) => transitionOf({ state: order.state, pausedFrom: order.paused_from }, 'amend') !== undefined
const CHANGED: Problem = { code: 'orders.amendment_decided', kind: 'conflict' }

/** One side proposes a change of items, price, days or who does the work, and signs by that. Refuses all that is wrong with it at once. */
export async function proposeAmendment(tx: Db<OrdersTables>, { work, needs }: Means, act: PartyAct, body: ProposeAmendment): Promise<void> {
  const order = await lockForParty(tx, act)
  if (!isAmendable(order)) throw new Refusal({ code: 'orders.not_amendable', kind: 'conflict' })
  const items = await listOrderItems(tx, order.id)
  const changes = body.kind === 'subcontract' ? subcontractedItems(body, items) : changedItems(body, items)
  const deltaFen = deltaOf(changes)
  const problems: Problem[] = []
  if (changes.length === 0 && body.extraDays === 0) problems.push({ code: 'orders.amendment_empty', kind: 'refused', field: '/changes' })
  const removed = changes.filter(({ change }) => change === 'remove').length
  if (removed === items.length && !changes.some(({ change }) => change === 'add'))
    problems.push({ code: 'orders.amendment_removes_all', kind: 'refused', field: '/changes' })
  if (order.total_fen + deltaFen < 0n) problems.push({ code: 'orders.amendment_below_zero', kind: 'refused', field: '/changes' })
  if (order.turnaround_days + body.extraDays < 1) problems.push({ code: 'orders.amendment_days', kind: 'refused', field: '/extraDays' })
  if (problems.length > 0) throw new Refusal(...problems)
  await checkLimit(tx, work, act, order, deltaFen)
  const id = newId(work.now.getTime())
  const isNew = await insertAmendment(tx, {
    id,
    orderId: order.id,
    kind: body.kind,
    reason: body.reason,
    items: changes,
    deltaFen,
    extraDays: body.extraDays,
    subcontractor: body.kind === 'subcontract' ? body.subcontractor : null,
    side: act.side,
    personId: act.userId,
    now: work.now,
  })
  if (!isNew) throw new Refusal({ code: 'orders.amendment_open', kind: 'conflict' })
  await audit(work, order, 'propose', { amendmentId: id, deltaFen: deltaFen.toString(), extraDays: body.extraDays })
  await tellOfAgreement(tx, needs, order, {
    kind: 'orders.amendment_proposed',
    to: act.side === 'client' ? 'provider' : 'client',
    key: id,
    deltaFen,
    reason: body.reason,
  })
}

/** Whoever binds the client to a higher price needs a limit that covers it, as for a new order. */
async function checkLimit(tx: Db<OrdersTables>, work: Work, act: PartyAct, order: OrderRow, deltaFen: bigint): Promise<void> {
  if (act.side !== 'client' || deltaFen <= 0n) return
  const { organisationId, userId: personId } = act
  const totalFen = order.total_fen + deltaFen
  if (!(await maySpend(tx, { organisationId, personId, totalFen, amountFen: deltaFen, now: work.now })))
    throw new Refusal({ code: 'orders.amendment_over_limit', kind: 'refused', params: { total: formatFen(totalFen) } })
}

type Proposed<Kind> = Extract<ProposeAmendment, { kind: Kind }>

function changedItems({ changes }: Proposed<'change'>, items: readonly OrderItemRow[]): ItemChange[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  const changed = changes.flatMap((change, index): ItemChange[] => {
    if (change.change !== 'remove' && change.unitPrice.startsWith('-') && !isDiscount(change, items))
      problems.push({ code: 'orders.price_below_zero', kind: 'refused', field: `/changes/${index}/unitPrice` })
    if (change.change === 'add') {
      const { unitPrice, ...item } = change
      return [{ ...item, unitPriceFen: String(parseFen(unitPrice) ?? 0n) }]
    }
    const item = items.find(({ id }) => id === change.itemId)
    if (!item || seen.has(change.itemId)) {
      problems.push({ code: 'orders.amended_item_missing', kind: 'refused', field: `/changes/${index}/itemId` })
      return []
    }
    seen.add(change.itemId)
    const { id: itemId, name, quantity, unit_price_fen, amount_fen } = item
    if (change.change === 'remove') return [{ change: 'remove', itemId, name, amountFen: String(amount_fen) }]
    const before = { quantity, unitPriceFen: String(unit_price_fen) }
    const unitPriceFen = String(parseFen(change.unitPrice) ?? 0n)
    return [{ change: 'reprice', itemId, name, before, quantity: change.quantity, unitPriceFen }]
  })
  if (problems.length > 0) throw new Refusal(...problems)
  return changed
}

function isDiscount(change: Exclude<Proposed<'change'>['changes'][number], { change: 'remove' }>, items: readonly OrderItemRow[]): boolean {
  return change.change === 'add' ? change.kind === 'discount' : items.find(({ id }) => id === change.itemId)?.kind === 'discount'
}

function subcontractedItems({ itemIds }: Proposed<'subcontract'>, items: readonly OrderItemRow[]): ItemChange[] {
  const wanted = items.filter(({ id }) => itemIds.includes(id))
  if (wanted.length < new Set(itemIds).size) throw new Refusal({ code: 'orders.amended_item_missing', kind: 'refused', field: '/itemIds' })
  return wanted.map(({ id, name }) => ({ change: 'subcontract', itemId: id, name }))
}

async function getAmendment(tx: Db<OrdersTables>, orderId: string, number: number): Promise<AmendmentRow> {
  const row = (await listAmendments(tx, orderId)).find((one) => one.number === number)
  if (!row) throw new Refusal({ code: 'orders.amendment_missing', kind: 'missing' })
  return row
}

/** The other side signs, and with that the change holds: items, total and promised day, in one transaction with the step `amend`. */
export async function signAmendment(tx: Db<OrdersTables>, { work }: Means, act: PartyAct, number: number): Promise<void> {
  const order = await lockForParty(tx, act)
  const row = await getAmendment(tx, order.id, number)
  await checkLimit(tx, work, act, order, row.delta_fen)
  if (!(await signAmendmentRow(tx, { id: row.id, side: act.side, personId: act.userId, now: work.now }))) throw new Refusal(CHANGED)
  await applyChanges(tx, order, row, work.now)
  await changeOrder(tx, work, {
    orderId: order.id,
    act: 'amend',
    side: act.side,
    organisationId: act.organisationId,
    personId: act.userId,
    reason: row.reason,
    detail: { amendmentId: row.id, amendmentNumber: number, deltaFen: row.delta_fen.toString(), extraDays: row.extra_days },
  })
}

async function applyChanges(tx: Db<OrdersTables>, order: OrderRow, row: AmendmentRow, now: Date): Promise<void> {
  for (const change of row.items)
    switch (change.change) {
      case 'add': {
        const { kind, name, method, quantity, unit, unitPriceFen, sampleCount } = change
        const unit_price_fen = BigInt(unitPriceFen)
        const amount_fen = unit_price_fen * BigInt(quantity)
        const fixed = { id: newId(now.getTime()), service_id: null, form: {}, form_version: null, amendment_id: row.id }
        await insertOrderItems(tx, order.id, [
          { ...fixed, kind, name, method, quantity, unit, unit_price_fen, amount_fen, sample_count: sampleCount },
        ])
        break
      }
      case 'remove':
        await removeItem(tx, change.itemId, row.id)
        break
      case 'reprice':
        await repriceItem(tx, change.itemId, { quantity: change.quantity, unitPriceFen: BigInt(change.unitPriceFen) })
        break
      case 'subcontract':
        await subcontractItem(tx, change.itemId, row.subcontractor ?? '')
        break
    }
  await changeTotal(tx, order.id, { deltaFen: row.delta_fen, extraDays: row.extra_days })
}

/** The other side refuses with its reason, or the proposing side takes it back; the order goes on as it was. */
export async function endAmendment(
  tx: Db<OrdersTables>,
  { work, needs }: Means,
  act: PartyAct,
  end: { number: number; state: 'refused' | 'withdrawn'; words: string | null },
): Promise<void> {
  const order = await lockForParty(tx, act)
  const row = await getAmendment(tx, order.id, end.number)
  const { state, words } = end
  if (!(await endAmendmentRow(tx, { id: row.id, side: act.side, personId: act.userId, now: work.now, state, words })))
    throw new Refusal(CHANGED)
  await audit(work, order, state === 'refused' ? 'refuse' : 'withdraw', { amendmentId: row.id })
  await tellOfAgreement(tx, needs, order, {
    kind: 'orders.amendment_ended',
    to: act.side === 'client' ? 'provider' : 'client',
    key: `${row.id} ${state}`,
    reason: words ?? '',
  })
}

const audit = (work: Work, order: OrderRow, action: string, detail: Readonly<Record<string, unknown>>) =>
  work.audit({ action: `orders.amendment.${action}`, subjectType: 'service_order', subjectId: order.id, detail })

export async function readAmendments(db: Db<OrdersTables>, order: OrderRow, side: Side): Promise<Amendments> {
  const rows = await listAmendments(db, order.id)
  const open = rows.find(({ state }) => state === 'proposed')
  const isParty = side === 'client' || side === 'provider'
  return {
    items: rows.map(presentAmendment),
    canPropose: isParty && !open && isAmendable(order),
    canSign: isParty && open !== undefined && open.proposed_side !== side && isAmendable(order),
    canWithdraw: open?.proposed_side === side,
  }
}

function presentAmendment(row: AmendmentRow): Amendment {
  const signature = (personName: string | null, at: Date | null) => (at ? { personName: personName ?? '', at: at.toISOString() } : null)
  return {
    number: row.number,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    changes: row.items.map((change) => ({
      change: change.change,
      name: change.name,
      before: change.change === 'reprice' ? { quantity: change.before.quantity, unitPrice: yuanOf(change.before.unitPriceFen) } : null,
      after:
        change.change === 'add' || change.change === 'reprice'
          ? { quantity: change.quantity, unitPrice: yuanOf(change.unitPriceFen) }
          : null,
      delta: formatFen(deltaOf([change])),
    })),
    delta: formatFen(row.delta_fen),
    extraDays: row.extra_days,
    subcontractor: row.subcontractor,
    proposedSide: row.proposed_side,
    proposedAt: row.created_at.toISOString(),
    clientSigned: signature(row.client_signed_by_name, row.client_signed_at),
    providerSigned: signature(row.provider_signed_by_name, row.provider_signed_at),
    endedByName: row.ended_by_name,
    endedWords: row.ended_words,
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

const yuanOf = (fen: string) => formatFen(BigInt(fen))
