import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import { sqlStateOf } from '@jiju/platform/database/pool'
import { enqueue } from '@jiju/platform/jobs/jobs'
import type { Transaction } from 'kysely'
import { bookableWindow } from '../../core/free-slots.ts'
import { takenByUnit } from '../../core/units.ts'
import { findSlotFor, offerUntil, type WaitingPolicy } from '../../core/waiting/wish.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { rangeText } from '../notices/time-texts.ts'
import { placeInTransaction } from '../place-in-transaction.ts'
import { SLOT_TAKEN } from '../problems.ts'
import { listTaken } from '../sql/busy.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import { findResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { type CandidateRow, changeWish, findWaitingPolicy, insertOffer, listWaitingFor } from '../sql/waiting.ts'
import { presentWindow } from './present-wish.ts'

const MAX_CANDIDATES = 100
const DAY_MS = 86_400_000
/** How often somebody may be faster before the next event or sweep tries again. */
const MAX_OVERTAKEN = 5
const PAUSE_MS = 20
export const OFFER_JOB = 'booking.offer_waiting'

/**
 * Offers what is free on a resource to those who wait for it, in their order. Each offer is one transaction: the wish is taken from the list and
 * the slot is held for the person through the same door and constraint as every booking, so a slot that a newcomer takes is never offered,
 * and one that is offered cannot be taken. Returns how many offers were made.
 */
export async function offerSlots(deps: BookingDeps, resourceId: string): Promise<number> {
  const { db, needs } = deps
  const facts = await findResourceFacts(db, resourceId)
  if (!facts?.rules.isAccepting) return 0
  const policy = await findWaitingPolicy(db, facts.providerId)
  const refused = new Set<string>()
  let offers = 0
  for (let overtaken = 0; overtaken < MAX_OVERTAKEN; ) {
    const found = await findFirst(deps, facts, refused)
    if (!found) break
    const outcome = await offer(deps, { facts, policy, ...found, now: needs.now() })
    if (outcome === 'made') offers += 1
    if (outcome === 'refused') refused.add(found.wish.id)
    if (outcome !== 'overtaken') continue
    overtaken += 1
    await sleep(overtaken * PAUSE_MS)
  }
  return offers
}

/**
 * The first of the list for whom something is free. All wishes are held against one reading of the calendar: a slot that frees while the list is
 * gone through would otherwise go to whoever is looked at next.
 */
async function findFirst(
  { db, needs }: BookingDeps,
  facts: ResourceFacts,
  refused: ReadonlySet<string>,
): Promise<{ wish: CandidateRow; slot: TimeRange } | undefined> {
  const { rules, site } = facts
  const now = needs.now()
  const { until } = bookableWindow(rules, site.zone, now)
  const window = { from: new Date(now.getTime() - DAY_MS), until: new Date(until.getTime() + 2 * DAY_MS), now }
  const wishes = await listWaitingFor(db, facts.resourceId, MAX_CANDIDATES)
  const taken = takenByUnit(await listTaken(db, facts.resourceId, window), rules.capacity)
  for (const wish of wishes) {
    if (refused.has(wish.id)) continue
    const passedOver = wish.passed_over.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) }))
    const slot = findSlotFor(presentWindow(wish), { rules, site, taken, passedOver, now })
    if (slot) return { wish, slot }
  }
  return undefined
}

type Offer = {
  readonly facts: ResourceFacts
  readonly policy: WaitingPolicy
  readonly wish: CandidateRow
  readonly slot: TimeRange
  readonly now: Date
}

/** `refused`: the wish is no longer waiting, or a rule or limit speaks against it now. `overtaken`: somebody was faster, perhaps in vain. */
async function offer(deps: BookingDeps, given: Offer): Promise<'made' | 'refused' | 'overtaken'> {
  try {
    const isMade = await deps.db.transaction().execute((tx) => offerIn(tx, deps, given))
    return isMade ? 'made' : 'refused'
  } catch (error) {
    if (sqlStateOf(error) === '40P01') return 'overtaken'
    if (error instanceof Refusal) return error.problems.some(({ code }) => code === SLOT_TAKEN.code) ? 'overtaken' : 'refused'
    throw error
  }
}

async function offerIn(tx: Transaction<BookingTables>, { needs }: BookingDeps, given: Offer): Promise<boolean> {
  const { facts, policy, wish, slot, now } = given
  if (!(await changeWish(tx, wish.id, { from: ['waiting'], to: 'offered', now }))) return false
  const until = offerUntil(policy, slot, now)
  const row = await placeInTransaction(tx, {
    wish: {
      resourceId: facts.resourceId,
      during: slot,
      operation: wish.operation ?? undefined,
      customerId: wish.organisation_id,
      actorOrganisationId: wish.organisation_id,
      now,
    },
    state: 'held',
    bookerId: wish.booker_id,
    placedBy: wish.booker_id,
    project: wish.project,
    note: null,
    requestId: `waiting ${wish.number}`,
    heldUntil: until,
  })
  const id = newId(now.getTime())
  await insertOffer(tx, { id, wishId: wish.id, reservationId: row.id, resourceId: facts.resourceId, during: slot, until, now })
  // When nobody answers, the next in the list is asked at once and not with the next sweep.
  await enqueue(tx, OFFER_JOB, { resourceId: facts.resourceId }, { runAt: until, key: `waiting offer ${id}` })
  await tell(tx, needs, { row, id, until })
  return true
}

function tell(
  tx: Transaction<BookingTables>,
  needs: BookingDeps['needs'],
  { row, id, until }: { row: ReservationRow; id: string; until: Date },
): Promise<void> {
  return needs.notify(tx, {
    kind: 'booking.waiting_offered',
    to: [row.booker_id],
    params: {
      resource: { zh: row.resource_name, en: row.resource_name_en || row.resource_name },
      provider: row.provider_name,
      time: rangeText(row.start, row.end, row.zone),
      until: until.toISOString(),
      price: formatFen(row.price_fen),
    },
    link: '/e/bookings?when=waiting',
    key: id,
  })
}
