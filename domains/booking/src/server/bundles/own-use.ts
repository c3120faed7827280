import type { Problem } from '@jiju/kernel/problem'
import { Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { Transaction } from 'kysely'
import { findCancelProblems } from '../../core/cancellation.ts'
import { cancelReservation } from '../cancel-reservation.ts'
import type { BookingTables } from '../needs.ts'
import { termsOf } from '../present.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { findReservation } from '../sql/reservations.ts'
import { listResourceFacts } from '../sql/resource-facts.ts'
import { findBundleTimes } from './find-times.ts'
import { placeBundle } from './place-bundle.ts'
import { type BundleWish, planBundle } from './plan-bundle.ts'

/** Resources that a provider takes for work of its own: for whom, and what it is called on the timeline. */
type OwnUse = {
  readonly providerId: string
  readonly personId: string
  readonly resourceIds: readonly string[]
  readonly during: TimeRange
  /** Reservations that are given back first: they stand against nothing. */
  readonly givingBack?: readonly string[]
}

const wishOf = (use: OwnUse, now: Date): BundleWish => ({
  during: use.during,
  parts: use.resourceIds.map((id) => ({ resourceIds: [id], operation: undefined })),
  choose: 'listed',
  customerId: use.providerId,
  actorOrganisationId: use.providerId,
  bookerId: use.personId,
  givingBack: use.givingBack,
  now,
})

/** Takes every resource in the caller's transaction, all or none. Another provider's resource answers like one that does not exist. */
export async function placeOwnUse(
  tx: Transaction<BookingTables>,
  command: Command,
  use: OwnUse & { readonly placedBy: string; readonly project: string; readonly note: string | null },
): Promise<{ resourceId: string; reservationId: string }[]> {
  await refuseForeign(tx, use)
  const { placed } = await placeBundle(tx, command, {
    wish: wishOf(use, command.now),
    bookerId: use.personId,
    placedBy: use.placedBy,
    project: use.project,
    note: use.note,
    requestId: command.requestId,
  })
  return placed.map(({ resource_id, id }) => ({ resourceId: resource_id, reservationId: id }))
}

/** Gives back what can still be given back; what was used or has ended stays as it is. Resources are taken in order of their id. */
export async function releaseOwnUse(
  tx: Db<BookingTables>,
  command: Command,
  release: { readonly providerId: string; readonly reservationIds: readonly string[]; readonly reason: string | undefined },
): Promise<void> {
  const { providerId, reason } = release
  const rows = await Promise.all([...new Set(release.reservationIds)].map((id) => findReservation(tx, id, providerId)))
  const known = rows.flatMap((row) => row ?? []).sort((a, b) => (a.resource_id < b.resource_id ? -1 : 1))
  for (const row of known) {
    if (findCancelProblems(termsOf(row), { side: 'provider', now: command.now, reason }).length > 0) continue
    await cancelReservation(tx, command, {
      id: row.id,
      organisationId: providerId,
      version: row.version,
      reason,
      asGroup: row.group_id ?? undefined,
    })
  }
}

/** Times in a window at which every resource can be had together, earliest first. */
export async function findOwnUseTimes(
  db: Db<BookingTables>,
  use: Omit<OwnUse, 'during'> & { readonly from: Date; readonly until: Date; readonly minutes: number; readonly limit: number },
  now: Date,
): Promise<TimeRange[]> {
  const { during: _, ...wish } = wishOf({ ...use, during: { start: use.from, end: use.until } }, now)
  const { from, until, minutes, limit } = use
  return (await findBundleTimes(db, { ...wish, from, until, minutes, limit })).map(({ start, end }) => ({ start, end }))
}

/** What speaks against taking the resources at that time, for each of them. */
export async function checkOwnUse(
  db: Db<BookingTables>,
  use: OwnUse,
  now: Date,
): Promise<{ resourceId: string; problems: readonly Problem[] }[]> {
  await refuseForeign(db, use)
  const plan = await planBundle(db, wishOf(use, now))
  return plan.parts.flatMap(({ candidates }) => candidates.map(({ facts, problems }) => ({ resourceId: facts.resourceId, problems })))
}

async function refuseForeign(db: Db<BookingTables>, { resourceIds, providerId }: OwnUse): Promise<void> {
  const facts = await listResourceFacts(db, [...resourceIds])
  if (facts.filter((one) => one.providerId === providerId).length < new Set(resourceIds).size) throw new Refusal(RESOURCE_MISSING)
}
