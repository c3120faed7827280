import { newId } from '@jiju/kernel/ids'
import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { promisedInAgreement } from '../agreement/promised.ts'
import type { OrdersTables } from '../needs.ts'
import type { Change } from '../order/order-act.ts'
import { insertEvent } from '../sql/samples/custody.ts'
import { findSampleRule } from '../sql/samples/places.ts'
import { startRetention as beginKeeping, stopRetention as endKeeping, withdrawUnsent } from '../sql/samples/samples.ts'
import type { OrderRow } from '../sql/service-orders.ts'

/** The order holds: whoever ordered is asked to declare and send what is needed. */
export async function askForSamples(_tx: Db<OrdersTables>, order: OrderRow, { work }: Change): Promise<void> {
  if (order.needs_samples && order.state === 'accepted')
    await work.publish('orders.samples_due', { orderId: order.id, organisationId: order.organisation_id, providerId: order.provider_id })
}

/** From the report on what is left is kept as long as the agreement says. */
export async function startRetention(tx: Db<OrdersTables>, order: OrderRow, { work }: Change): Promise<void> {
  const until = await lastDayOf(tx, order, localDayOf(work.now, ORDER_ZONE))
  for (const { id } of await beginKeeping(tx, order.id, until)) await tell(tx, work.now, { sampleId: id, kind: 'retained', to: until })
}

/** As agreed; longer where the provider keeps everything longer. Where nothing is agreed its rule, or the platform's, holds. */
async function lastDayOf(tx: Db<OrdersTables>, order: OrderRow, today: LocalDate): Promise<LocalDate> {
  const rule = await findSampleRule(tx, order.provider_id)
  const byRule = addDays(today, rule.retentionDays)
  const promised = await promisedInAgreement(tx, order, 'samples', today)
  return promised && (rule.version === 0 || promised > byRule) ? promised : byRule
}

/** The work goes on: nothing is disposed of before the next report. */
export async function stopRetention(tx: Db<OrdersTables>, order: OrderRow): Promise<void> {
  await endKeeping(tx, order.id)
}

/** What was declared and never sent is not expected any more. */
export async function forgetUnsent(tx: Db<OrdersTables>, order: OrderRow, { work }: Change): Promise<void> {
  for (const { id } of await withdrawUnsent(tx, order.id)) await tell(tx, work.now, { sampleId: id, kind: 'withdrawn' })
}

async function tell(
  tx: Db<OrdersTables>,
  now: Date,
  event: { sampleId: string; kind: 'retained' | 'withdrawn'; to?: string },
): Promise<void> {
  await insertEvent(tx, { ...event, id: newId(now.getTime()), side: 'platform', personId: null, at: now })
}
