import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { Transaction } from 'kysely'
import { type SampleAct, sampleStep } from '../../core/samples/sample-states.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { findResourceFacts } from '../sql/resource-facts.ts'
import { freePlaces, lockQueue } from '../sql/sample-queues.ts'
import { type SampleRow, changeSubmission as updateState } from '../sql/sample-submissions.ts'
import { arrangeQueue } from './arrange-queue.ts'
import { getSubmission, sampleDetail, sideOfSamples } from './submission.ts'
import { tellEnded, tellMoved } from './tell-of-samples.ts'

type Change = {
  readonly id: string
  readonly organisationId: string
  readonly version: number
  readonly act: SampleAct
  readonly reason: string | undefined
}

/** One step of a submission. What is cancelled gives its places to those behind it. */
export async function changeSubmission(
  tx: Transaction<BookingTables>,
  command: Command,
  deps: BookingDeps,
  change: Change,
): Promise<SampleRow> {
  const row = await getSubmission(tx, change.id, change.organisationId)
  const queue = await lockQueue(tx, row.resource_id)
  const side = sideOfSamples(row, change.organisationId)
  const step = sampleStep(row.state, change.act, side)
  if (!step) throw new Refusal({ code: 'booking.sample_step_impossible', kind: 'conflict' })
  if (change.act === 'cancel' && side === 'provider' && !change.reason)
    throw new Refusal({ code: 'booking.reason_missing', kind: 'refused', field: '/reason' })
  const to = { state: step.to, by: command.actor?.userId ?? null, reason: change.reason ?? null, now: command.now }
  if (!(await updateState(tx, { id: row.id, version: change.version, from: row.state }, to))) throw new Refusal(VERSION_STALE)

  const changed = await getSubmission(tx, change.id, change.organisationId)
  const detail = { ...sampleDetail(changed, command, change.organisationId), ...(change.reason && { reason: change.reason }) }
  await command.audit({ action: `booking.samples.${change.act}`, subjectType: 'sample_submission', subjectId: row.id, detail })
  await command.publish(`booking.samples_${step.to}`, detail)
  if (step.to === 'done' || step.to === 'cancelled') await tellEnded(tx, deps, changed, step.to, command.actor?.userId ?? null)
  // Done before the promised day: the days left are free for others.
  if (step.to === 'done') await freePlaces(tx, row.resource_id, [row.id], localDayOf(command.now, row.zone))
  if (step.to === 'cancelled' && queue) {
    await freePlaces(tx, row.resource_id, [row.id])
    const facts = await findResourceFacts(tx, row.resource_id)
    if (!facts) throw new Refusal(RESOURCE_MISSING)
    await tellMoved(tx, deps, command, await arrangeQueue(tx, queue, facts, command.now))
  }
  return changed
}
