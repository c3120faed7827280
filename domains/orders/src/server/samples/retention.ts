import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { Rest } from '../../core/samples/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { moveSample } from '../sql/samples/samples.ts'
import { type By, lockSample, notAllowed, record } from './sample-target.ts'

const HELD = ['received', 'refused', 'broken'] as const

/** The provider keeps a sample to another day, and says why. */
export async function retainSample(
  tx: Db<OrdersTables>,
  command: Command,
  id: string,
  { until, words }: { until: string; words: string },
  by: By,
): Promise<void> {
  const sample = await lockSample(tx, id, 'retain', by)
  if (until < localDayOf(command.now, ORDER_ZONE))
    throw new Refusal({ code: 'orders.retention_too_early', kind: 'refused', field: '/until' })
  // What the client counts on is not taken back; only longer, until it lets go.
  if (sample.retain_until !== null && until < sample.retain_until)
    throw new Refusal({
      code: 'orders.retention_running',
      kind: 'refused',
      params: { number: sample.number, until: sample.retain_until },
      field: '/until',
    })
  if (!(await moveSample(tx, id, HELD, { retainUntil: until }))) throw new Refusal(notAllowed(sample))
  await record(tx, command, by, { sample, kind: 'retained', to: until, words })
}

/** The client needs the sample no longer, and says what is done with the rest: retention ends today. */
export async function releaseSample(
  tx: Db<OrdersTables>,
  command: Command,
  id: string,
  { rest, words }: { rest: Rest; words?: string | undefined },
  by: By,
): Promise<void> {
  const sample = await lockSample(tx, id, 'release', by)
  if (sample.state === 'received' && sample.retain_until === null)
    throw new Refusal({ code: 'orders.sample_in_work', kind: 'refused', params: { number: sample.number } })
  const today = localDayOf(command.now, ORDER_ZONE)
  if (!(await moveSample(tx, id, HELD, { retainUntil: today, rest }))) throw new Refusal(notAllowed(sample))
  await record(tx, command, by, { sample, kind: 'retained', to: today, words })
}
