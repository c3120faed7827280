import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { SandboxManner } from '../../../core/money/payments.ts'
import type { OrdersTables } from '../../needs.ts'

export type SandboxRow = {
  readonly reference: string
  readonly merchant_number: string
  readonly amount_fen: bigint
  readonly subject: string
  readonly state: 'open' | 'paid' | 'failed'
  readonly manner: SandboxManner | null
  readonly event_id: string | null
}

const columns = sql`reference, merchant_number, amount_fen, subject, state, manner, event_id`

export async function findSandboxPayment(db: Db<OrdersTables>, reference: string): Promise<SandboxRow | undefined> {
  const { rows } = await sql<SandboxRow>`select ${columns} from orders.sandbox_payment where reference = ${reference}`.execute(db)
  return rows[0]
}

/** The payment of a merchant's number: a new one, or the one that is there. */
export async function openSandboxPayment(
  db: Db<OrdersTables>,
  payment: { reference: string; merchantNumber: string; amountFen: bigint; subject: string; at: Date },
): Promise<string> {
  const { rows } = await sql<{ reference: string }>`
    insert into orders.sandbox_payment (reference, merchant_number, amount_fen, subject, created_at)
    values (${payment.reference}, ${payment.merchantNumber}, ${payment.amountFen}, ${payment.subject}, ${payment.at})
    on conflict on constraint sandbox_payment_merchant do update set subject = sandbox_payment.subject returning reference`.execute(db)
  return rows[0]?.reference ?? payment.reference
}

/** The payer has decided; undefined when it was decided before. */
export async function decideSandboxPayment(
  db: Db<OrdersTables>,
  decision: { reference: string; manner: SandboxManner; eventId: string; notices: number; noticeAt: Date | null; at: Date },
): Promise<SandboxRow | undefined> {
  const state = decision.manner === 'fails' ? 'failed' : 'paid'
  const { rows } = await sql<SandboxRow>`
    update orders.sandbox_payment set state = ${state}, manner = ${decision.manner}, event_id = ${decision.eventId},
      notices_left = ${decision.notices}, next_notice_at = ${decision.noticeAt}, paid_at = ${state === 'paid' ? decision.at : null}
    where reference = ${decision.reference} and state = 'open' returning ${columns}`.execute(db)
  return rows[0]
}

/** Takes notices that are due; each call counts one of each payment down. */
export async function takeDueNotices(db: Db<OrdersTables>, now: Date, next: Date, limit: number): Promise<SandboxRow[]> {
  const { rows } = await sql<SandboxRow>`
    update orders.sandbox_payment set notices_left = notices_left - 1, next_notice_at = ${next}
    where reference in (select reference from orders.sandbox_payment where notices_left > 0 and next_notice_at <= ${now}
      order by next_notice_at, reference limit ${limit} for update skip locked)
    returning ${columns}`.execute(db)
  return rows
}
