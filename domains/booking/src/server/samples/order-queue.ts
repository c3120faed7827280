import { Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { Transaction } from 'kysely'
import type { EditSampleQueue } from '../../contract/samples.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { QUEUE_MISSING, RESOURCE_MISSING } from '../problems.ts'
import { findResourceFacts } from '../sql/resource-facts.ts'
import { lockQueue, type SampleQueueRow, saveQueue } from '../sql/sample-queues.ts'
import { listQueued, orderSubmissions } from '../sql/sample-submissions.ts'
import { arrangeQueue } from './arrange-queue.ts'
import { tellMoved } from './tell-of-samples.ts'

type Target = { readonly resourceId: string; readonly organisationId: string }

/** The provider decides who is next; promises that change are told. */
export async function orderQueue(
  tx: Transaction<BookingTables>,
  command: Command,
  deps: BookingDeps,
  wish: Target & { readonly order: readonly string[] },
): Promise<SampleQueueRow> {
  const facts = await getOwnFacts(tx, wish)
  const queue = await lockQueue(tx, wish.resourceId)
  if (!queue) throw new Refusal(QUEUE_MISSING)
  const standing = await listQueued(tx, [wish.resourceId])
  const running = standing.filter((row) => row.state === 'running').map(({ id }) => id)
  const waiting = new Set(standing.filter((row) => row.state !== 'running').map(({ id }) => id))
  // Somebody submitted, cancelled or started meanwhile: the order would forget or repeat one.
  if (wish.order.length !== waiting.size || new Set(wish.order).size !== waiting.size || wish.order.some((id) => !waiting.has(id)))
    throw new Refusal({ code: 'booking.queue_changed', kind: 'conflict' })
  await orderSubmissions(tx, [...running, ...wish.order], command.now)
  await command.audit({
    action: 'booking.samples.order',
    subjectType: 'sample_queue',
    subjectId: wish.resourceId,
    detail: { order: [...wish.order] },
  })
  await tellMoved(tx, deps, command, await arrangeQueue(tx, queue, facts, command.now))
  return queue
}

/** Opens a queue or changes its rules; a new capacity moves promises. */
export async function editQueue(
  tx: Transaction<BookingTables>,
  command: Command,
  deps: BookingDeps,
  edit: Target & { readonly userId: string; readonly version: number; readonly rules: EditSampleQueue },
): Promise<SampleQueueRow> {
  const facts = await getOwnFacts(tx, edit)
  const target = { resourceId: edit.resourceId, providerId: edit.organisationId, version: edit.version }
  if (!(await saveQueue(tx, target, edit.rules, { userId: edit.userId, now: command.now }))) throw new Refusal(VERSION_STALE)
  await command.audit({
    action: 'booking.sample_queue.edit',
    subjectType: 'sample_queue',
    subjectId: edit.resourceId,
    detail: { ...edit.rules },
  })
  const queue = await lockQueue(tx, edit.resourceId)
  if (!queue) throw new Refusal(QUEUE_MISSING)
  await tellMoved(tx, deps, command, await arrangeQueue(tx, queue, facts, command.now))
  return queue
}

async function getOwnFacts(tx: Transaction<BookingTables>, { resourceId, organisationId }: Target) {
  const facts = await findResourceFacts(tx, resourceId)
  if (facts?.providerId !== organisationId) throw new Refusal(RESOURCE_MISSING)
  return facts
}
