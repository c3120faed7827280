import type { Problem } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { samplesInTheWay } from '../../core/samples/sample-acts.ts'
import type { OrdersTables } from '../needs.ts'
import { listUndecided } from '../sql/deviations.ts'
import { listArrivals } from '../sql/samples/samples.ts'
import type { OrderRow } from '../sql/service-orders.ts'

/** Before an order is received every declared sample is: received, or refused and decided. Work on accepted orders does not go around it. */
export async function samplesAreIn(tx: Db<OrdersTables>, order: OrderRow): Promise<readonly Problem[]> {
  if (order.state !== 'accepted') return []
  const waiting = samplesInTheWay(await listArrivals(tx, order.id))
  if (waiting.length === 0) return []
  return [{ code: 'orders.samples_undecided', kind: 'refused', params: { numbers: waiting.map(({ number }) => number).join('、') } }]
}

/** The work is not finished over a deviation on which the client still has to decide. */
export async function deviationsAreDecided(tx: Db<OrdersTables>, order: OrderRow): Promise<readonly Problem[]> {
  const undecided = await listUndecided(tx, order.id)
  if (undecided.length === 0) return []
  return [{ code: 'orders.deviation_undecided', kind: 'refused', params: { numbers: undecided.join('、') } }]
}
