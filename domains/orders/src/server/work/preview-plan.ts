import { Refusal } from '@jiju/kernel/problem'
import { overlaps, type TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { PlanPreview, PlanTask } from '../../contract/work.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { listClashes, listPersonPlans, listTaskReservations } from '../sql/work/plans.ts'
import { getTask } from './get-task.ts'

const FREE_TIMES = 5
const LOOK_AHEAD_MS = 21 * 86_400_000

/** What would come of a plan: what speaks against it, what lies there already, and the next times at which everything is free. Nothing is kept. */
export async function previewPlan(
  db: Db<OrdersTables>,
  needs: OrdersNeeds,
  wish: PlanTask & { readonly taskId: string; readonly providerId: string; readonly readerId: string },
  at: { readonly now: Date; readonly language: Language },
): Promise<PlanPreview> {
  const { task } = await getTask(db, wish)
  const during: TimeRange = { start: new Date(wish.start), end: new Date(wish.end) }
  if (during.end <= during.start) throw new Refusal({ code: 'orders.plan_ends_before_start', kind: 'refused', field: '/end' })
  const { resourceIds, providerId } = wish
  const personId = wish.takesPerson ? wish.personId : null
  // What the task itself has taken does not stand against it.
  const givingBack = await listTaskReservations(db, task.id)
  const use = { providerId, personId: wish.personId ?? wish.readerId, resourceIds, givingBack }
  const problems = resourceIds.length > 0 ? await needs.instruments.check(db, { ...use, during }, at) : []
  // Whether a resource is taken its calendar says, with its buffers and units; these only name what lies there.
  const isTaken = new Set(problems.flatMap(({ code, resourceId }) => (code === 'booking.slot_taken' ? resourceId : [])))
  const clashes = (await listClashes(db, { resourceIds, personId, ...during, exceptTaskId: task.id, givingBack, providerId })).filter(
    ({ resource_id }) => resource_id === null || isTaken.has(resource_id),
  )
  const free = await findFree(db, needs, { ...use, exceptTaskId: task.id, isPersonTaken: personId !== null, during }, at.now)
  return {
    isPossible: problems.length === 0 && clashes.length === 0,
    problems: [...problems],
    clashes: clashes.map((row) => ({
      resourceId: row.resource_id,
      name: row.name,
      what: row.what,
      start: row.start.toISOString(),
      end: row.end.toISOString(),
    })),
    free: free.map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() })),
  }
}

type Search = {
  readonly providerId: string
  readonly personId: string
  readonly resourceIds: readonly string[]
  readonly givingBack: readonly string[]
  readonly exceptTaskId: string
  readonly isPersonTaken: boolean
  readonly during: TimeRange
}

async function findFree(db: Db<OrdersTables>, needs: OrdersNeeds, search: Search, now: Date): Promise<TimeRange[]> {
  const { during, resourceIds, givingBack, providerId, personId } = search
  if (resourceIds.length === 0) return []
  const from = during.start < now ? now : during.start
  const until = new Date(from.getTime() + LOOK_AHEAD_MS)
  const minutes = Math.round((during.end.getTime() - during.start.getTime()) / 60_000)
  const times = await needs.instruments.findTimes(
    db,
    { providerId, personId, resourceIds, givingBack, from, until, minutes, limit: FREE_TIMES * 4 },
    now,
  )
  const taken = search.isPersonTaken ? await listPersonPlans(db, { personId, from, until, exceptTaskId: search.exceptTaskId }) : []
  return times.filter((time) => !taken.some((other) => overlaps(time, other))).slice(0, FREE_TIMES)
}
