import { newId, readableNumber } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Command } from '@jiju/platform/http/command'
import type { Transaction } from 'kysely'
import { draftReservation } from '../draft-reservation.ts'
import type { BookingTables } from '../needs.ts'
import { placeInTransaction } from '../place-in-transaction.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import type { PlaceOrder } from '../reservation-row.ts'
import { lockCalendar } from '../sql/changes.ts'
import { findCustomer, findPersonName } from '../sql/customers.ts'
import { releaseOverlapping } from '../sql/expiry.ts'
import { insertGroup } from '../sql/groups.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import { findResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { judgeBooking } from '../standing/judge-booking.ts'
import { planSeries, type SeriesPlan, type SeriesWish } from './plan-series.ts'

type SeriesOrder = Omit<PlaceOrder, 'wish' | 'group' | 'heldUntil' | 'state'> & {
  readonly wish: SeriesWish
  /** `all`: every use or none; `possible`: all but those that cannot be had. */
  readonly take: 'all' | 'possible'
}

/** An occurrence that could not be had. */
type LeftOut = { readonly during: TimeRange; readonly priceFen: bigint | null; readonly problems: readonly Problem[] }

/**
 * Books a series in the caller's transaction, each use through the same door as a single booking. What the plan found free can be taken until
 * it is written: with `all` the whole series is refused then, with `possible` that use is left out, and the answer names it.
 */
export async function placeSeries(
  tx: Transaction<BookingTables>,
  command: Command,
  order: SeriesOrder,
): Promise<{ groupId: string; placed: ReservationRow[]; leftOut: LeftOut[] }> {
  const { wish } = order
  const resource = await findResourceFacts(tx, wish.resourceId)
  if (!resource) throw new Refusal(RESOURCE_MISSING)
  await enter(tx, resource, order)
  const known = {
    resource,
    customer: await findCustomer(tx, wish.customerId),
    bookerName: (await findPersonName(tx, order.bookerId)) ?? '',
  }
  const plan = await planSeries(tx, known, wish, order.bookerId)
  refuseWhole(plan, order.take)

  const id = newId(wish.now.getTime())
  const number = readableNumber('SER', localDayOf(wish.now, resource.site.zone), id)
  await insertGroup(tx, {
    id,
    number,
    kind: 'series',
    provider_id: resource.providerId,
    organisation_id: wish.customerId,
    booker_id: order.bookerId,
    rule: plan.rule,
    first_day: plan.firstDay,
    excluded_days: wish.excludedDays,
    added_days: wish.addedDays,
    created_at: wish.now,
  })
  const group = { id, number, kind: 'series', request: plan.request } as const
  const placed: ReservationRow[] = []
  const leftOut: LeftOut[] = []
  for (const { during, draft, problems } of plan.occurrences) {
    const priceFen = draft.price?.totalFen ?? null
    if (problems.length > 0) {
      leftOut.push({ during, priceFen, problems })
      continue
    }
    try {
      const slot = { ...order, wish: { ...wish, during }, state: 'booked' as const, group, quotedFen: undefined }
      placed.push(await placeInTransaction(tx, slot))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      leftOut.push({ during, priceFen, problems: error.problems })
    }
  }
  refuseUnwanted(order, placed, leftOut)
  await command.audit({
    action: 'booking.group.place',
    subjectType: 'reservation_group',
    subjectId: id,
    detail: { rule: plan.rule, placed: placed.length },
  })
  await command.publish('booking.group_placed', { groupId: id, actorUserId: order.placedBy, actorOrganisationId: wish.actorOrganisationId })
  return { groupId: id, placed, leftOut }
}

/**
 * Standing first, then the calendar, as everywhere: two series on one resource go one after the other, since each holds some slots while it waits
 * for others.
 */
async function enter(tx: Transaction<BookingTables>, resource: ResourceFacts, { wish, bookerId }: SeriesOrder): Promise<void> {
  const draft = draftReservation({ resource, customer: await findCustomer(tx, wish.customerId), bookerName: '' }, wish)
  await judgeBooking(tx, draft, { bookerId, actorOrganisationId: wish.actorOrganisationId, now: wish.now })
  await lockCalendar(tx, wish.resourceId)
  const reach = {
    resourceId: wish.resourceId,
    blockedStart: wish.during.start,
    blockedEnd: new Date(wish.during.start.getTime() + YEAR_MS),
  }
  await releaseOverlapping(tx, { ...reach, now: wish.now })
}

const YEAR_MS = 368 * 86_400_000

function refuseWhole(plan: SeriesPlan, take: SeriesOrder['take']): void {
  if (plan.problems.length > 0) throw new Refusal(...plan.problems)
  const bad = plan.occurrences.filter(({ problems }) => problems.length > 0)
  if (take === 'all' && bad.length > 0) throw new Refusal(notAll(bad.length, plan.occurrences.length)).with({ occurrences: bad.map(named) })
  if (bad.length === plan.occurrences.length) throw new Refusal(NOTHING_POSSIBLE).with({ occurrences: bad.map(named) })
}

function refuseUnwanted(order: SeriesOrder, placed: readonly ReservationRow[], leftOut: readonly LeftOut[]): void {
  const count = placed.length + leftOut.length
  if (order.take === 'all' && leftOut.length > 0) throw new Refusal(notAll(leftOut.length, count)).with({ occurrences: leftOut.map(named) })
  if (placed.length === 0) throw new Refusal(NOTHING_POSSIBLE).with({ occurrences: leftOut.map(named) })
  const totalFen = placed.reduce((sum, { price_fen }) => sum + price_fen, 0n)
  if (order.quotedFen !== undefined && order.quotedFen !== totalFen)
    throw new Refusal({
      code: 'booking.price_changed',
      kind: 'conflict',
      params: { quoted: formatFen(order.quotedFen), current: formatFen(totalFen) },
      field: '/quotedTotal',
    })
}

const NOTHING_POSSIBLE: Problem = { code: 'booking.series_nothing_possible', kind: 'refused' }

function notAll(failed: number, count: number): Problem {
  return { code: 'booking.series_not_all', kind: 'conflict', params: { failed, count } }
}

/** An occurrence in the body of a refusal. */
function named({ during, problems }: Pick<LeftOut, 'during' | 'problems'>) {
  return { start: during.start.toISOString(), end: during.end.toISOString(), codes: problems.map(({ code }) => code) }
}
