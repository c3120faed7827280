import { newId, readableNumber } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { ACCOUNTS, type AccountKey } from '../../core/money/accounts.ts'
import type { OutgoingKind } from '../../core/money/outgoings.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { post, type Transfer } from '../sql/money/ledger.ts'
import { endOutgoing, findOutgoing, insertOutgoing, type OutgoingRow } from '../sql/money/outgoings.ts'

const NUMBER_PREFIX = { refund: 'RFD', payout: 'PYO' } as const

/** Out of which account the money comes, and where it waits until it is sent. */
const ROUTES: Readonly<Record<OutgoingKind, { own: (organisationId: string) => AccountKey; waiting: AccountKey }>> = {
  refund: { own: ACCOUNTS.prepaid, waiting: ACCOUNTS.refunds },
  payout: { own: ACCOUNTS.payable, waiting: ACCOUNTS.payouts },
}

type Wanted = {
  readonly kind: OutgoingKind
  readonly organisationId: string
  readonly amountFen: bigint
  readonly accountName: string
  readonly accountNumber: string
  readonly bankName: string
  readonly reason: string
  readonly by: string
}

/** A client wants its balance back, or a provider what it has earned: the amount is taken out of the account at once. Refuses with `orders.balance_too_small`. */
export async function askOutgoing(tx: Db<OrdersTables>, command: Command, wanted: Wanted): Promise<OutgoingRow> {
  const { kind, organisationId, amountFen, by } = wanted
  const { now } = command
  const id = newId(now.getTime())
  const number = readableNumber(NUMBER_PREFIX[kind], localDayOf(now, ORDER_ZONE), id)
  await insertOutgoing(tx, { ...wanted, id, number, at: now })
  const { own, waiting } = ROUTES[kind]
  await post(tx, { at: now, personId: by }, [
    { cause: `outgoing:${id}:asked`, kind: `${kind}_asked`, debit: own(organisationId), credit: waiting, amountFen },
  ])
  await command.audit({
    action: `orders.${kind}.ask`,
    subjectType: 'outgoing',
    subjectId: id,
    detail: { number, amount: formatFen(amountFen) },
  })
  return getOutgoing(tx, id)
}

/** The money was sent by bank: by a line of a statement, or as somebody enters it. Undefined when it was decided before. */
export async function sendOutgoing(tx: Db<OrdersTables>, work: Work, id: string, by: string | null): Promise<OutgoingRow | undefined> {
  return decide(tx, work, { id, state: 'sent', refusal: null, by })
}

/** It is not sent: the amount goes back to where it came from. */
export async function refuseOutgoing(
  tx: Db<OrdersTables>,
  work: Work,
  { id, refusal, by }: { id: string; refusal: string; by: string },
): Promise<OutgoingRow | undefined> {
  return decide(tx, work, { id, state: 'refused', refusal, by })
}

type Decision = { readonly id: string; readonly state: 'sent' | 'refused'; readonly refusal: string | null; readonly by: string | null }

async function decide(tx: Db<OrdersTables>, work: Work, decision: Decision): Promise<OutgoingRow | undefined> {
  const { id, state, by } = decision
  if (!(await endOutgoing(tx, { ...decision, at: work.now }))) return undefined
  const outgoing = await getOutgoing(tx, id)
  const { own, waiting } = ROUTES[outgoing.kind]
  const transfer: Transfer = {
    cause: `outgoing:${id}:${state}`,
    kind: `${outgoing.kind}_${state}`,
    debit: waiting,
    credit: state === 'sent' ? ACCOUNTS.bank : own(outgoing.organisation_id),
    amountFen: outgoing.amount_fen,
  }
  await post(tx, { at: work.now, personId: by }, [transfer])
  await work.audit({
    action: `orders.${outgoing.kind}.${state}`,
    subjectType: 'outgoing',
    subjectId: id,
    detail: { number: outgoing.number, amount: formatFen(outgoing.amount_fen), ...(decision.refusal && { refusal: decision.refusal }) },
  })
  await work.publish('orders.outgoing_decided', { outgoingId: id, kind: outgoing.kind, state, organisationId: outgoing.organisation_id })
  return outgoing
}

export async function getOutgoing(db: Db<OrdersTables>, id: string): Promise<OutgoingRow> {
  const outgoing = await findOutgoing(db, id)
  if (!outgoing) throw new Refusal({ code: 'orders.outgoing_missing', kind: 'missing' })
  return outgoing
}
