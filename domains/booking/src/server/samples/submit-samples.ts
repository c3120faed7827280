import { newId, readableNumber } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Command } from '@jiju/platform/http/command'
import type { Transaction } from 'kysely'
import type { SubmitSamples } from '../../contract/samples.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { QUEUE_FULL, RESOURCE_MISSING } from '../problems.ts'
import { findCustomer } from '../sql/customers.ts'
import { findResourceFacts } from '../sql/resource-facts.ts'
import { lockQueue, takePlaces } from '../sql/sample-queues.ts'
import { insertSubmission, type SampleRow } from '../sql/sample-submissions.ts'
import { draftSamples } from './quote-samples.ts'
import { getSubmission, sampleDetail } from './submission.ts'
import { tellSubmitted } from './tell-of-samples.ts'

/** Takes the places at the price of the day. A promise later than the one that was shown is refused. */
export async function submitSamples(
  tx: Transaction<BookingTables>,
  command: Command,
  deps: BookingDeps,
  wish: SubmitSamples & { organisationId: string; userId: string },
): Promise<SampleRow> {
  const facts = await findResourceFacts(tx, wish.resourceId)
  const customer = await findCustomer(tx, wish.organisationId)
  if (!facts || !customer) throw new Refusal(RESOURCE_MISSING)
  const queue = await lockQueue(tx, wish.resourceId)
  const draft = await draftSamples(tx, { facts, queue, customer }, { samples: wish.samples, now: command.now })
  const { price, promisedDay } = draft
  if (draft.problems.length > 0 || !queue || !price || !promisedDay) throw new Refusal(...draft.problems)
  if (promisedDay > wish.promisedDay)
    throw new Refusal({ code: 'booking.sample_promise_later', kind: 'conflict', params: { promisedDay }, field: '/promisedDay' })

  const id = newId(command.now.getTime())
  await insertSubmission(tx, {
    id,
    number: readableNumber('SMP', localDayOf(command.now, facts.site.zone), id),
    resourceId: facts.resourceId,
    providerId: facts.providerId,
    organisationId: wish.organisationId,
    bookerId: wish.userId,
    samples: wish.samples,
    sampleKind: wish.sampleKind,
    project: wish.project || null,
    note: wish.note || null,
    customerClass: draft.customerClass,
    unitPriceFen: price.lines[0]?.unitPriceFen ?? 0n,
    priceFen: price.totalFen,
    promisedDay,
    now: command.now,
  })
  const target = { id, resourceId: facts.resourceId, dailyCapacity: queue.daily_capacity }
  if (!(await takePlaces(tx, target, draft.places))) throw new Refusal(QUEUE_FULL)
  const row = await getSubmission(tx, id, wish.organisationId)
  const detail = sampleDetail(row, command, wish.organisationId)
  await command.audit({ action: 'booking.samples.submit', subjectType: 'sample_submission', subjectId: id, detail })
  await command.publish('booking.samples_submitted', detail)
  await tellSubmitted(tx, deps, row, command.actor?.userId ?? null)
  return row
}
