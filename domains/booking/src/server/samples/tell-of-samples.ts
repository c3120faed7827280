import { formatFen } from '@jiju/kernel/money'
import type { Command } from '@jiju/platform/http/command'
import type { NoticeParams } from '@jiju/platform/notices/notice'
import type { Transaction } from 'kysely'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { matterParams, NONE } from '../notices/matter-params.ts'
import { listRecipients } from '../sql/customers.ts'
import type { SampleRow } from '../sql/sample-submissions.ts'
import type { MovedPromise } from './arrange-queue.ts'

const linkOf = (row: SampleRow) => `/e/samples/${row.id}`
const PROVIDER_LINK = '/p/samples/queue'

/** Tells both sides that samples are in the queue. */
export async function tellSubmitted(
  tx: Transaction<BookingTables>,
  { needs }: BookingDeps,
  row: SampleRow,
  actorUserId: string | null,
): Promise<void> {
  const { customers, managers } = await listRecipients(tx, row)
  const key = `samples_submitted ${row.id}`
  await needs.notify(tx, { kind: 'booking.sample_submitted_customer', to: customers, params: paramsOf(row), link: linkOf(row), key })
  const others = managers.filter((id) => id !== actorUserId)
  await needs.notify(tx, { kind: 'booking.sample_submitted_provider', to: others, params: paramsOf(row), link: PROVIDER_LINK, key })
}

/** Tells the customers whose date changed, and says so in events. */
export async function tellMoved(
  tx: Transaction<BookingTables>,
  { needs }: BookingDeps,
  command: Command,
  moved: readonly MovedPromise[],
): Promise<void> {
  for (const { row, day } of moved) {
    const { customers } = await listRecipients(tx, row)
    const params = { ...paramsOf(row), before: row.promised_day, promised: day }
    // The version names this very change: a promise that moves twice is told twice.
    const key = `samples_promise ${row.id} ${row.version + 1}`
    await needs.notify(tx, { kind: 'booking.sample_promise_changed', to: customers, params, link: linkOf(row), key })
    await command.publish('booking.samples_promise_changed', {
      submissionId: row.id,
      resourceId: row.resource_id,
      providerId: row.provider_id,
      organisationId: row.organisation_id,
      before: row.promised_day,
      promisedDay: day,
    })
  }
}

/** Tells the customer that the samples are done; the other side that they were cancelled. */
export async function tellEnded(
  tx: Transaction<BookingTables>,
  { needs }: BookingDeps,
  row: SampleRow,
  end: 'done' | 'cancelled',
  actorUserId: string | null,
): Promise<void> {
  const { customers, managers } = await listRecipients(tx, row)
  const key = `samples_${end} ${row.id}`
  const others = (ids: readonly string[]) => ids.filter((id) => id !== actorUserId)
  await needs.notify(tx, { kind: `booking.sample_${end}`, to: others(customers), params: paramsOf(row), link: linkOf(row), key })
  if (end === 'cancelled')
    await needs.notify(tx, { kind: 'booking.sample_cancelled', to: others(managers), params: paramsOf(row), link: PROVIDER_LINK, key })
}

function paramsOf(row: SampleRow): NoticeParams {
  return {
    ...matterParams(row),
    samples: row.sample_count,
    kind: row.sample_kind,
    promised: row.promised_day,
    price: formatFen(row.price_fen),
    instructions: row.instructions ?? '',
    reason: row.end_reason ?? NONE,
  }
}
