import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { AgreementParticulars, ProposeChange } from '../../contract/agreements.ts'
import { clauseWords } from '../../core/agreement/figures.ts'
import type { ChangeState } from '../../core/agreement/terms.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { ORDER_MISSING } from '../problems.ts'
import {
  bumpAgreement,
  decideChange,
  freezeAgreement,
  insertAcceptance,
  insertAgreement,
  insertChange,
  setAgreementTerms,
  setParticulars,
} from '../sql/agreement/agreements.ts'
import { listTermsByIds } from '../sql/agreement/terms.ts'
import { lockOrder, type OrderRow } from '../sql/service-orders.ts'
import { findChoiceProblems } from './quote-terms.ts'
import { isNegotiable, readStanding, type Standing } from './read-agreement.ts'
import { tellOfAgreement } from './tell-of-agreement.ts'

/** Who acts on which order, on which side of it. */
export type PartyAct = {
  readonly orderId: string
  readonly side: 'client' | 'provider'
  readonly organisationId: string
  readonly userId: string
}
type Means = { readonly work: Work; readonly needs: OrdersNeeds }
type Open = Standing & { readonly order: OrderRow; readonly id: string }

const other = (side: PartyAct['side']) => (side === 'client' ? 'provider' : 'client')

/** Locks an order for one of its parties; another organisation's answers like one that does not exist. */
export async function lockForParty(tx: Db<OrdersTables>, { orderId, side, organisationId }: PartyAct): Promise<OrderRow> {
  const order = await lockOrder(tx, orderId)
  if (!order || (side === 'client' ? order.organisation_id : order.provider_id) !== organisationId) throw new Refusal(ORDER_MISSING)
  return order
}

/** The agreement while it can be negotiated. Refuses with `orders.agreement_frozen` afterwards: then only an amendment changes what holds. */
async function openAgreement(tx: Db<OrdersTables>, work: Work, act: PartyAct): Promise<Open> {
  const order = await lockForParty(tx, act)
  if (!isNegotiable(order)) throw new Refusal({ code: 'orders.agreement_closed', kind: 'conflict' })
  const found = await readStanding(tx, order)
  if (found.row?.state === 'agreed') throw new Refusal({ code: 'orders.agreement_frozen', kind: 'conflict' })
  if (found.row) return { ...found, order, id: found.row.id }
  const id = newId(work.now.getTime())
  await insertAgreement(tx, {
    id,
    orderId: order.id,
    quoteId: order.quote_id,
    organisationId: order.organisation_id,
    providerId: order.provider_id,
    now: work.now,
  })
  return { ...(await readStanding(tx, order)), order, id }
}

/** A row that was made just now is of version 1, though the reader saw none: 0. */
async function bump(tx: Db<OrdersTables>, { id, row }: Open, seen: number): Promise<void> {
  const current = row?.version ?? 1
  if ((seen === 0 && current > 1) || (seen > 0 && seen !== current) || !(await bumpAgreement(tx, id, current)))
    throw new Refusal(VERSION_STALE)
}

/** The provider puts other terms in place, its own or the platform's. Refuses with `orders.terms_negotiated` where changes of the old ones are on the table. */
export async function chooseTerms(
  tx: Db<OrdersTables>,
  { work }: Means,
  act: PartyAct,
  body: { termsIds: string[]; version: number },
): Promise<void> {
  const open = await openAgreement(tx, work, act)
  await bump(tx, open, body.version)
  const chosen = await listTermsByIds(tx, body.termsIds)
  const problems = findChoiceProblems(body.termsIds, chosen, act.organisationId)
  for (const [index, termsId] of body.termsIds.entries()) {
    const topic = chosen.find(({ id }) => id === termsId)?.topic
    const isNegotiated = open.changes.some(
      (change) => change.topic === topic && (change.state === 'proposed' || change.state === 'accepted'),
    )
    if (isNegotiated && !open.terms.some(({ id }) => id === termsId))
      problems.push({ code: 'orders.terms_negotiated', kind: 'refused', field: `/termsIds/${index}` })
  }
  if (problems.length > 0) throw new Refusal(...problems)
  for (const { id, topic } of chosen) await setAgreementTerms(tx, open.id, { topic, termsId: id })
  await audit(work, open.order, 'choose_terms', { termsIds: body.termsIds })
}

export async function writeParticulars(
  tx: Db<OrdersTables>,
  { work }: Means,
  act: PartyAct,
  body: { particulars: AgreementParticulars; version: number },
): Promise<void> {
  const open = await openAgreement(tx, work, act)
  await bump(tx, open, body.version)
  const written = Object.fromEntries(Object.entries(body.particulars).filter(([, value]) => value !== ''))
  await setParticulars(tx, open.id, written)
  await audit(work, open.order, 'write_particulars', {})
}

/** Proposes another wording of a clause, a new clause, or to strike one. The other side answers. */
export async function proposeChange(tx: Db<OrdersTables>, { work, needs }: Means, act: PartyAct, body: ProposeChange): Promise<void> {
  const open = await openAgreement(tx, work, act)
  const clauses = open.content.terms.find(({ topic }) => topic === body.topic)?.clauses
  const clause = clauses?.find(({ key }) => key === body.clauseKey)
  if (!clauses || (body.kind !== 'add' && !clause))
    throw new Refusal({ code: 'orders.clause_missing', kind: 'refused', field: '/clauseKey' })
  if (body.kind === 'replace' && clause && clause.heading === body.heading && clauseWords(clause) === clauseWords(body))
    throw new Refusal({ code: 'orders.clause_same', kind: 'refused', field: '/text' })
  const number = (open.changes.at(-1)?.number ?? 0) + 1
  const isNew = await insertChange(tx, open.id, {
    number,
    topic: body.topic,
    kind: body.kind,
    key: clause?.key ?? `n${number}`,
    heading: body.heading,
    text: body.text,
    figure: body.figure ?? null,
    before: { heading: clause?.heading ?? '', text: clause ? clauseWords(clause) : '' },
    words: body.words,
    side: act.side,
    personId: act.userId,
    now: work.now,
  })
  if (!isNew) throw new Refusal({ code: 'orders.clause_proposed', kind: 'conflict' })
  await audit(work, open.order, 'propose_change', { number, topic: body.topic, clauseKey: clause?.key ?? null })
  await tellOfAgreement(tx, needs, open.order, { kind: 'orders.agreement_proposed', to: other(act.side), key: `${open.id} ${number}` })
}

/** Answers a proposal of the other side, or withdraws the own. */
export async function decideOnChange(
  tx: Db<OrdersTables>,
  { work, needs }: Means,
  act: PartyAct,
  decision: { number: number; state: Exclude<ChangeState, 'proposed'> },
): Promise<void> {
  const open = await openAgreement(tx, work, act)
  const proposedBy = decision.state === 'withdrawn' ? act.side : other(act.side)
  const isDecided = await decideChange(tx, { ...decision, agreementId: open.id, proposedBy, personId: act.userId, now: work.now })
  if (!isDecided) throw new Refusal({ code: 'orders.change_decided', kind: 'conflict' })
  await audit(work, open.order, `${decision.state}_change`, { number: decision.number })
  if (decision.state !== 'withdrawn')
    await tellOfAgreement(tx, needs, open.order, {
      kind: 'orders.agreement_answered',
      to: proposedBy,
      key: `${open.id} ${decision.number} ${decision.state}`,
    })
}

/** One side accepts the exact text that it has seen; when both have accepted the same, it is frozen and printed. */
export async function acceptAgreement(tx: Db<OrdersTables>, { work, needs }: Means, act: PartyAct, seenSha256: string): Promise<void> {
  const open = await openAgreement(tx, work, act)
  if (open.sha256 !== seenSha256) throw new Refusal({ code: 'orders.agreement_changed', kind: 'conflict' })
  if (open.changes.some(({ state }) => state === 'proposed')) throw new Refusal({ code: 'orders.agreement_disputed', kind: 'refused' })
  await insertAcceptance(tx, { agreementId: open.id, side: act.side, sha256: open.sha256, personId: act.userId, now: work.now })
  await audit(work, open.order, 'accept', { contentSha256: open.sha256 })
  const isAgreed = open.acceptances.some(({ side, content_sha256 }) => side !== act.side && content_sha256 === open.sha256)
  const news = { to: other(act.side), key: `${open.id} ${act.side} ${open.sha256}` } as const
  if (!isAgreed) return tellOfAgreement(tx, needs, open.order, { ...news, kind: 'orders.agreement_accepted' })
  await freezeAgreement(tx, { agreementId: open.id, content: open.text, sha256: open.sha256, now: work.now })
  await work.publish('orders.agreement_agreed', { orderId: open.order.id, number: open.order.number, contentSha256: open.sha256 })
  await tellOfAgreement(tx, needs, open.order, { ...news, kind: 'orders.agreement_agreed' })
}

const audit = (work: Work, order: OrderRow, action: string, detail: Readonly<Record<string, unknown>>) =>
  work.audit({ action: `orders.agreement.${action}`, subjectType: 'service_order', subjectId: order.id, detail })
