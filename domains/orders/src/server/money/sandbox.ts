import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { type PaymentNotice, type SandboxManner, signedText } from '../../core/money/payments.ts'
import type { OrdersTables } from '../needs.ts'
import { decideSandboxPayment, findSandboxPayment, openSandboxPayment, type SandboxRow } from '../sql/money/sandbox.ts'
import type { PaymentProvider, SignedNotice } from './payment-provider.ts'

const LATE_MINUTES = 3
const NOTICES: Readonly<Record<SandboxManner, number>> = { at_once: 1, late: 1, repeated: 3, silent: 0, fails: 1 }

/** A payment provider for trying things out: it takes no money, keeps its own records, signs its notices, and tells late, often or never when asked to. */
export function sandboxProvider(db: Db<OrdersTables>, { secret, now }: { secret: string; now: () => Date }): PaymentProvider {
  return {
    begin: async (payment) => {
      const reference = `sbx_${randomBytes(12).toString('hex')}`
      const opened = await openSandboxPayment(db, { ...payment, reference, at: now() })
      return { reference: opened, payPath: `/pay/sandbox/${opened}` }
    },
    find: async (reference) => {
      const row = await findSandboxPayment(db, reference)
      return row && noticeOf(row)
    },
    readNotice: (body) => {
      const notice = { eventId: body.eventId, reference: body.reference, outcome: body.outcome, amountFen: BigInt(body.amountFen) }
      return fits(signatureOf(secret, notice), body.signature) ? notice : undefined
    },
  }
}

/** The sandbox's notice of a payment, signed; undefined while the payer has not decided. */
export function signedNotice(secret: string, row: SandboxRow): SignedNotice | undefined {
  const notice = noticeOf(row)
  return notice && { ...notice, amountFen: notice.amountFen.toString(), signature: signatureOf(secret, notice) }
}

/** The payer pays in the sandbox, or lets it fail; refused when it has been decided. */
export async function payInSandbox(
  db: Db<OrdersTables>,
  choice: { reference: string; manner: SandboxManner; now: Date },
): Promise<SandboxRow> {
  const { reference, manner, now } = choice
  const noticeAt = manner === 'silent' ? null : new Date(now.getTime() + (manner === 'late' ? LATE_MINUTES * 60_000 : 0))
  const eventId = `evt_${randomBytes(12).toString('hex')}`
  const decided = await decideSandboxPayment(db, { reference, manner, eventId, notices: NOTICES[manner], noticeAt, at: now })
  if (decided) return decided
  const known = await findSandboxPayment(db, reference)
  throw new Refusal(known ? { code: 'orders.payment_decided', kind: 'conflict' } : { code: 'orders.payment_missing', kind: 'missing' })
}

function noticeOf(row: SandboxRow): PaymentNotice | undefined {
  if (row.state === 'open' || row.event_id === null) return undefined
  return { eventId: row.event_id, reference: row.reference, outcome: row.state, amountFen: row.amount_fen }
}

const signatureOf = (secret: string, notice: PaymentNotice): string =>
  createHmac('sha256', createHmac('sha256', secret).update('orders.sandbox_payment').digest()).update(signedText(notice)).digest('hex')

function fits(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
