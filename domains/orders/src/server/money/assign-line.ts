import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import type { MatchedBy } from '../../core/money/match-line.ts'
import { isPayer } from '../../core/money/payments.ts'
import type { OrdersTables } from '../needs.ts'
import { type BankLineRow, type BankTarget, decideBankLine, lockBankLine, programmeExists } from '../sql/money/bank-lines.ts'
import { post, type Transfer } from '../sql/money/ledger.ts'
import { endPayment, lockPayment } from '../sql/money/payments.ts'
import { findOrganisation } from '../sql/organisations.ts'
import { getOutgoing, sendOutgoing } from './outgoing.ts'
import { tellReceived } from './take-notice.ts'

type Assignment = {
  readonly lineId: string
  readonly target: BankTarget
  readonly matchedBy: MatchedBy
  readonly organisationId: string | null
  readonly paymentId: string | null
  readonly outgoingId: string | null
  readonly programmeId: string | null
  readonly note: string | null
  readonly by: string | null
}

/**
 * Says what a line of a statement is, and books it so. False when it was decided before. Refuses with `orders.bank_line_missing`, `orders.bank_line_unfit` when
 * line and target do not go together, or `orders.balance_too_small`.
 */
export async function assignLine(tx: Db<OrdersTables>, command: Command, wanted: Assignment): Promise<boolean> {
  const { now } = command
  const line = await lockBankLine(tx, wanted.lineId)
  if (!line) throw new Refusal({ code: 'orders.bank_line_missing', kind: 'missing' })
  const { lineId: id, by, ...rest } = wanted
  if (!(await decideBankLine(tx, { ...rest, id, by, state: 'assigned', at: now }))) return false
  if (wanted.target === 'outgoing') await assignOutgoing(tx, command, line, wanted)
  else {
    if (line.amount_fen < 0n) throw unfit()
    const transfer = await receiptOf(tx, wanted)
    await post(tx, { at: now, personId: by }, [
      { ...transfer, cause: `bank:${id}:assigned`, debit: ACCOUNTS.clearing, amountFen: line.amount_fen },
    ])
    if (wanted.target === 'prepaid') await receive(tx, command, line, wanted)
  }
  await command.audit({
    action: 'orders.bank_line.assign',
    subjectType: 'bank_line',
    subjectId: id,
    detail: {
      target: wanted.target,
      matchedBy: wanted.matchedBy,
      amount: formatFen(line.amount_fen),
      organisationId: wanted.organisationId,
    },
  })
  return true
}

/** A line that is nothing of the platform's, with the reason. What came in stays unassigned in the ledger. */
export async function setLineAside(
  tx: Db<OrdersTables>,
  command: Command,
  { lineId, note, by }: { lineId: string; note: string; by: string },
): Promise<boolean> {
  const line = await lockBankLine(tx, lineId)
  if (!line) throw new Refusal({ code: 'orders.bank_line_missing', kind: 'missing' })
  const nothing = { target: null, organisationId: null, paymentId: null, outgoingId: null, programmeId: null } as const
  const isDecided = await decideBankLine(tx, { ...nothing, id: lineId, state: 'set_aside', matchedBy: 'person', note, by, at: command.now })
  if (isDecided)
    await command.audit({ action: 'orders.bank_line.set_aside', subjectType: 'bank_line', subjectId: lineId, detail: { note } })
  return isDecided
}

const unfit = () => new Refusal({ code: 'orders.bank_line_unfit', kind: 'refused' })

async function receiptOf(tx: Db<OrdersTables>, wanted: Assignment): Promise<Pick<Transfer, 'kind' | 'credit'>> {
  if (wanted.target === 'gateway') return { kind: 'gateway_payout', credit: ACCOUNTS.gateway }
  if (wanted.target === 'voucher') {
    if (wanted.programmeId === null || !(await programmeExists(tx, wanted.programmeId))) throw unfit()
    return { kind: 'voucher_paid', credit: ACCOUNTS.voucherReceivable(wanted.programmeId) }
  }
  const payer = wanted.organisationId === null ? undefined : await findOrganisation(tx, wanted.organisationId)
  if (!payer || !isPayer(payer.kind)) throw unfit()
  return { kind: 'receipt_assigned', credit: ACCOUNTS.prepaid(payer.id) }
}

async function receive(
  tx: Db<OrdersTables>,
  command: Command,
  line: BankLineRow,
  { organisationId, paymentId }: Assignment,
): Promise<void> {
  const payment = paymentId === null ? undefined : await lockPayment(tx, paymentId)
  if (payment) {
    if (payment.organisation_id !== organisationId || payment.amount_fen !== line.amount_fen) throw unfit()
    await endPayment(tx, payment.id, 'paid', command.now)
  }
  await tellReceived(command, {
    id: payment?.id ?? line.id,
    number: payment?.number ?? line.serial,
    organisation_id: organisationId ?? '',
    order_id: payment?.order_id ?? null,
    channel: 'bank_transfer',
    amount_fen: line.amount_fen,
  })
}

async function assignOutgoing(tx: Db<OrdersTables>, command: Command, line: BankLineRow, { outgoingId, by }: Assignment): Promise<void> {
  if (outgoingId === null || line.amount_fen > 0n) throw unfit()
  const outgoing = await getOutgoing(tx, outgoingId)
  if (outgoing.amount_fen !== -line.amount_fen || outgoing.state === 'refused') throw unfit()
  // Entered as sent before the statement came: then it is booked already.
  if (outgoing.state === 'asked') await sendOutgoing(tx, command, outgoingId, by)
}
