import { newId, readableNumber } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Command } from '@jiju/platform/http/command'
import type { Transaction } from 'kysely'
import type { BookingTables } from '../needs.ts'
import { placeInTransaction } from '../place-in-transaction.ts'
import type { OrderGroup, PlaceOrder } from '../reservation-row.ts'
import { insertGroup } from '../sql/groups.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import { type BundlePlan, type BundleWish, type Candidate, planBundle } from './plan-bundle.ts'

type BundleOrder = Pick<PlaceOrder, 'bookerId' | 'placedBy' | 'project' | 'note' | 'quotedFen' | 'requestId'> & {
  readonly wish: BundleWish
}

/**
 * Books one resource for each part in the caller's transaction, all or none. Resources are taken in order of their id, so that two bundles of the
 * same resources never wait for each other. One part makes a booking like any other, without a group.
 */
export async function placeBundle(
  tx: Transaction<BookingTables>,
  command: Command,
  order: BundleOrder,
): Promise<{ groupId: string | null; placed: ReservationRow[] }> {
  const { wish } = order
  const plan = await planBundle(tx, wish)
  const chosen = getChosen(plan, wish)
  const totalFen = chosen.reduce((sum, { draft }) => sum + (draft.price?.totalFen ?? 0n), 0n)
  if (order.quotedFen !== undefined && order.quotedFen !== totalFen) {
    const params = { quoted: formatFen(order.quotedFen), current: formatFen(totalFen) }
    throw new Refusal({ code: 'booking.price_changed', kind: 'conflict', params, field: '/quotedTotal' })
  }
  const group = chosen.length > 1 ? await openGroup(tx, order, plan, chosen) : undefined
  const placed = new Map<string, ReservationRow>()
  const inOrder = [...chosen].sort((a, b) => (a.facts.resourceId < b.facts.resourceId ? -1 : 1))
  for (const { facts, draft } of inOrder) {
    const { resourceId } = facts
    const beside = chosen.map((other) => other.facts.resourceId).filter((id) => id !== resourceId)
    const { bookerId, placedBy, project, note, requestId } = order
    const { during, customerId, actorOrganisationId, now } = wish
    placed.set(
      resourceId,
      await placeInTransaction(tx, {
        wish: { resourceId, during, operation: draft.operation, customerId, actorOrganisationId, beside, now },
        state: 'booked',
        ...{ bookerId, placedBy, project, note, requestId, group },
        quotedFen: draft.price?.totalFen,
      }),
    )
  }
  if (group) {
    await command.audit({
      action: 'booking.group.place',
      subjectType: 'reservation_group',
      subjectId: group.id,
      detail: { resourceIds: inOrder.map(({ facts }) => facts.resourceId) },
    })
    const by = { actorUserId: order.placedBy, actorOrganisationId: wish.actorOrganisationId }
    await command.publish('booking.group_placed', { groupId: group.id, ...by })
  }
  return { groupId: group?.id ?? null, placed: chosen.flatMap(({ facts }) => placed.get(facts.resourceId) ?? []) }
}

/** What was chosen for each part; refuses with everything that speaks against it. */
function getChosen(plan: BundlePlan, wish: BundleWish): Candidate[] {
  const chosen = plan.parts.flatMap((part) => part.chosen ?? [])
  if (plan.problems.length === 0 && chosen.length === wish.parts.length) return chosen
  // A part with one resource says why itself; of several equivalents none could be had.
  const own = plan.parts.flatMap(({ candidates }) => (candidates.length === 1 ? (candidates[0]?.problems ?? []) : []))
  const known = new Map<string, Problem>([...plan.problems, ...own].map((problem) => [problem.code, problem]))
  const parts = plan.parts.map(({ candidates }) =>
    candidates.map(({ facts, problems }) => ({ resourceId: facts.resourceId, codes: problems.map(({ code }) => code) })),
  )
  throw new Refusal(...known.values()).with({ parts })
}

async function openGroup(
  tx: Transaction<BookingTables>,
  { wish, bookerId }: BundleOrder,
  plan: BundlePlan,
  chosen: readonly Candidate[],
): Promise<OrderGroup> {
  const [first] = chosen
  if (!first) throw new Error('a bundle has a part')
  const id = newId(wish.now.getTime())
  const number = readableNumber('SET', localDayOf(wish.now, first.facts.site.zone), id)
  await insertGroup(tx, {
    id,
    number,
    kind: 'bundle',
    provider_id: first.facts.providerId,
    organisation_id: wish.customerId,
    booker_id: bookerId,
    rule: null,
    first_day: null,
    excluded_days: [],
    added_days: [],
    created_at: wish.now,
  })
  return { id, number, kind: 'bundle', request: plan.request }
}
