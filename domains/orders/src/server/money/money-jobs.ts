import { Refusal } from '@jiju/kernel/problem'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import type { EventHandler, EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { OrdersDeps } from '../needs.ts'
import { jobWork } from '../order/job-work.ts'
import { listOpenBills } from '../sql/money/booking-bills.ts'
import { lapsePayments, listUndecided } from '../sql/money/payments.ts'
import { takeDueNotices } from '../sql/money/sandbox.ts'
import { listOpenSettlements } from '../sql/money/settlements.ts'
import { applyBalance } from './apply-balance.ts'
import { billBooking, settleBill } from './bill-booking.ts'
import { killAt } from './fault-point.ts'
import { recoverVoucher } from './recover-voucher.ts'
import { sandboxProvider, signedNotice } from './sandbox.ts'
import { settleOrder } from './settle-order.ts'
import { takeNotice } from './take-notice.ts'

const BATCH = 200
const MINUTE_MS = 60_000
/** Between repeats of a notice. */
const REPEAT_MS = 5_000
/** A payment of which nothing was told for this long is asked about. */
const SILENCE_MS = 10 * MINUTE_MS

const Received = z.object({ paymentId: z.uuid(), organisationId: z.uuid(), orderId: z.uuid().nullable() })
const OfOrder = z.object({ orderId: z.uuid() })
const Voucher = z.object({ orderId: z.uuid(), state: z.string() })
const OfOrganisation = z.object({ organisationId: z.uuid() })
const Charge = z.object({ reservationId: z.uuid().nullable(), enrolmentId: z.uuid().nullable() })
const Billed = z.object({ organisationId: z.uuid(), backFen: z.string() })

/** The sandbox sends the notices that are due; each is signed by it, and its signature is checked as if it came from outside. */
export async function deliverNotices({ db, needs }: OrdersDeps): Promise<number> {
  const provider = sandboxProvider(db, { secret: needs.authSecret, now: needs.now })
  const now = needs.now()
  const due = await takeDueNotices(db, now, new Date(now.getTime() + REPEAT_MS), BATCH)
  for (const row of due) {
    const body = signedNotice(needs.authSecret, row)
    const notice = body && provider.readNotice(body)
    if (notice) await db.transaction().execute((tx) => takeNotice(tx, jobWork(tx, now, 'orders.sandbox_notices'), 'sandbox', notice))
  }
  return due.length
}

/** Asks the payment provider about payments of which it has told nothing. */
async function askUndecided({ db, needs }: OrdersDeps): Promise<void> {
  const provider = sandboxProvider(db, { secret: needs.authSecret, now: needs.now })
  const now = needs.now()
  for (const { reference } of await listUndecided(db, new Date(now.getTime() - SILENCE_MS), BATCH)) {
    const notice = await provider.find(reference)
    if (notice) await db.transaction().execute((tx) => takeNotice(tx, jobWork(tx, now, 'orders.ask_payments'), 'sandbox', notice))
  }
}

/** Goes on with settlements and bills that were interrupted or wait for money. */
async function resumeSettlements({ db, needs }: OrdersDeps, isWaitingToo: boolean): Promise<void> {
  const settling = { db, now: needs.now, onPoint: killAt(process.env.JIJU_FAULT_POINT) }
  for (const orderId of await listOpenSettlements(db, { isWaitingToo, limit: BATCH })) {
    try {
      await settleOrder(settling, orderId)
    } catch (error) {
      // One that cannot go on does not hold up the others; it is tried again.
      if (!(error instanceof Refusal)) throw error
    }
  }
  for (const id of await listOpenBills(db, { isWaitingToo, limit: BATCH })) await settleBill(settling, id)
}

export function moneyEvents(deps: OrdersDeps): EventHandlers {
  const { db, needs } = deps
  const onPoint = killAt(process.env.JIJU_FAULT_POINT)
  const settling = { db, now: needs.now, onPoint }
  const bill: EventHandler = async ({ payload }) => {
    const { reservationId, enrolmentId } = Charge.parse(payload)
    const id = reservationId ?? enrolmentId
    if (id !== null) await billBooking(settling, id)
  }
  return {
    'booking.charge_accepted': { 'orders.bill_accepted': bill },
    'booking.charge_corrected': { 'orders.bill_corrected': bill },
    'orders.booking_billed': {
      'orders.apply_back': async ({ id, payload }) => {
        const { organisationId, backFen } = Billed.parse(payload)
        if (BigInt(backFen) > 0n) await applyBalance(deps, { cause: id, organisationId, orderId: null }, onPoint)
      },
    },
    'orders.order_charged': {
      'orders.settle': async ({ payload }) => {
        await settleOrder(settling, OfOrder.parse(payload).orderId)
      },
    },
    'orders.payment_received': {
      'orders.apply_balance': async ({ id, payload }) => {
        const { organisationId, orderId } = Received.parse(payload)
        await applyBalance(deps, { cause: id, organisationId, orderId }, onPoint)
      },
    },
    'orders.voucher_changed': {
      'orders.recover_voucher': async ({ payload }) => {
        const { orderId, state } = Voucher.parse(payload)
        if (state === 'rejected') await recoverVoucher(deps, orderId)
      },
    },
    'orders.order_credited': {
      'orders.apply_credit': async ({ id, payload }) => {
        await settleOrder(settling, OfOrder.parse(payload).orderId)
        await applyBalance(deps, { cause: id, organisationId: OfOrganisation.parse(payload).organisationId, orderId: null }, onPoint)
      },
    },
  }
}

export function moneyJobs(deps: OrdersDeps): JobHandlers {
  return {
    'orders.sandbox_notices': async (_payload, { signal }) => {
      while (!signal.aborted && (await deliverNotices(deps)) === BATCH);
    },
    'orders.ask_payments': async () => {
      await askUndecided(deps)
      await lapsePayments(deps.db, deps.needs.now(), BATCH)
    },
    'orders.resume_settlements': async (payload) => {
      await resumeSettlements(deps, (payload as { isWaitingToo?: boolean }).isWaitingToo === true)
    },
  }
}

export const MONEY_SCHEDULES: readonly JobSchedule[] = [
  { cron: '* * * * *', job: 'orders.sandbox_notices' },
  { cron: '*/5 * * * *', job: 'orders.ask_payments' },
  { cron: '* * * * *', job: 'orders.resume_settlements' },
  { cron: '17 * * * *', job: 'orders.resume_settlements', payload: { isWaitingToo: true } },
]
