import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { reminderAt } from '../../core/enquiries/answer-clock.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersDeps, OrdersNeeds, OrdersTables } from '../needs.ts'
import { tellEnquirer, tellProvider } from '../notices/tell-of-enquiry.ts'
import { jobWork } from '../order/job-work.ts'
import type { Work } from '../order/order-act.ts'
import { listLapsing, lockEnquiry, moveEnquiry } from '../sql/enquiries.ts'
import { type ClockRow, closeAsked, markEscalated, markReminded } from '../sql/enquiry-providers.ts'
import { listOperators } from '../sql/organisations.ts'
import { endOffered, lapseQuotes, listQuotes } from '../sql/quotes.ts'

const BATCH = 200
const JOB = 'orders.sweep_enquiries'

export const ENQUIRY_SCHEDULES: readonly JobSchedule[] = [{ cron: '* * * * *', job: JOB }]

/** The clocks of enquiries: quotes and enquiries lapse, who has not answered is reminded and then told of to the operator. Two at once do each thing once. */
export function enquiryJobs({ db, needs }: OrdersDeps): JobHandlers {
  return {
    [JOB]: async (_payload, { signal }) => {
      const now = needs.now()
      const inTransaction = (run: (tx: Db<OrdersTables>, work: Work) => Promise<number>) =>
        db.transaction().execute((tx) => run(tx, jobWork(tx, now, JOB)))
      let moved = BATCH
      while (moved === BATCH && !signal.aborted) moved = await inTransaction((tx, { now }) => lapseOffers(tx, needs, now))
      for (const id of await listLapsing(db, now, BATCH))
        if (!signal.aborted) await inTransaction((tx, work) => lapseEnquiry(tx, needs, work, id))
      for (const run of [remind, escalate]) {
        moved = BATCH
        while (moved === BATCH && !signal.aborted) moved = await inTransaction((tx, work) => run(tx, needs, work))
      }
    },
  }
}

async function lapseOffers(tx: Db<OrdersTables>, needs: OrdersNeeds, now: Date): Promise<number> {
  const lapsed = await lapseQuotes(tx, now, BATCH)
  for (const { id, enquiry_id } of lapsed) {
    const quote = (await listQuotes(tx, enquiry_id)).find((one) => one.id === id)
    if (quote)
      await tellProvider(tx, needs, {
        kind: 'orders.quote_lapsed',
        providerId: quote.provider_id,
        enquiry: { id: enquiry_id, number: quote.number, title: quote.number },
        key: `quote-lapsed:${id}`,
      })
  }
  return lapsed.length
}

/** Between looking and holding it a quote may have come, or the client may have chosen. */
async function lapseEnquiry(tx: Db<OrdersTables>, needs: OrdersNeeds, work: Work, id: string): Promise<number> {
  const enquiry = await lockEnquiry(tx, id)
  if (!enquiry || !(await listLapsing(tx, work.now, BATCH)).includes(id)) return 0
  if (!(await moveEnquiry(tx, id, { from: 'open', to: 'lapsed', now: work.now }))) return 0
  await endOffered(tx, id, 'lapsed', work.now)
  await closeAsked(tx, id, null, work.now)
  await tellEnquirer(tx, needs, { kind: 'orders.enquiry_lapsed', personId: enquiry.person_id, enquiry, key: `enquiry-end:${id}` })
  await work.audit({ action: 'orders.enquiry.lapse', subjectType: 'enquiry', subjectId: id })
  await work.publish('orders.enquiry_ended', { enquiryId: id, organisationId: enquiry.organisation_id, to: 'lapsed' })
  return 1
}

/** From nine on the last working day of the limit. */
async function remind(tx: Db<OrdersTables>, needs: OrdersNeeds, { now }: Work): Promise<number> {
  if (now < reminderAt(now)) return 0
  const until = instantAt(localDayOf(now, ORDER_ZONE), 24 * 60, ORDER_ZONE)
  const rows = await markReminded(tx, { now, until, limit: BATCH })
  for (const row of rows) await tellLate(tx, needs, 'orders.answer_due', row)
  return rows.length
}

async function escalate(tx: Db<OrdersTables>, needs: OrdersNeeds, work: Work): Promise<number> {
  const rows = await markEscalated(tx, work.now, BATCH)
  const operators = rows.length > 0 ? await listOperators(tx) : []
  for (const row of rows) {
    await tellLate(tx, needs, 'orders.answer_overdue', row)
    for (const organisationId of operators)
      await needs.notify(tx, {
        kind: 'orders.answer_overdue_operator',
        to: { organisationId, roles: ['operator:operator'] },
        params: { number: row.number, title: row.title, until: row.answer_until.toISOString(), provider: row.provider_name },
        link: '/o/enquiries',
        key: `escalated:${row.enquiry_id}:${row.provider_id}`,
      })
    await work.publish('orders.answer_overdue', { enquiryId: row.enquiry_id, providerId: row.provider_id })
  }
  return rows.length
}

async function tellLate(tx: Db<OrdersTables>, needs: OrdersNeeds, kind: string, row: ClockRow): Promise<void> {
  await tellProvider(tx, needs, {
    kind,
    providerId: row.provider_id,
    enquiry: { id: row.enquiry_id, number: row.number, title: row.title },
    key: `${kind}:${row.enquiry_id}`,
    params: { until: row.answer_until.toISOString() },
  })
}
