import { minutesIn } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { SlotRange } from '../contract/calendars.ts'
import { takenByUnit } from '../core/units.ts'
import { type Draft, draftReservation, type SlotWish } from './draft-reservation.ts'
import type { FactsFor } from './facts-cache.ts'
import { findAlternatives } from './find-alternatives.ts'
import type { BookingTables } from './needs.ts'
import { SLOT_TAKEN } from './problems.ts'
import { getVisibleFacts } from './see-resource.ts'
import { listTaken } from './sql/busy.ts'
import { findCustomer } from './sql/customers.ts'
import { previewVerdict, type Verdict } from './standing/judge-booking.ts'

const ALTERNATIVES = 3

// Who is not signed in sees what an enterprise of the district pays.
const NOBODY = '00000000-0000-0000-0000-000000000000'
const ANY_ENTERPRISE = { id: NOBODY, kind: 'enterprise', status: 'verified', district: null, name: '', shortName: null }

type Quote = {
  readonly draft: Draft
  readonly isFree: boolean
  readonly request: Verdict['request']
  readonly alternatives: readonly SlotRange[]
}

/** What the wish would cost and every reason why it would be refused now; changes nothing. `customerId` is empty for a reader without an organisation. */
export async function quoteReservation(db: Db<BookingTables>, wish: SlotWish, reader: Actor | null): Promise<Quote> {
  const resource = await getVisibleFacts(db, wish.resourceId, reader)
  const customer = wish.customerId === '' ? ANY_ENTERPRISE : await findCustomer(db, wish.customerId)
  const known: FactsFor = { resource, customer, bookerName: '' }
  const draft = draftReservation(known, wish)
  const { facts, blocked } = draft
  const isPossible = blocked.end > blocked.start
  const taken = isPossible ? await listTaken(db, facts.resourceId, { from: blocked.start, until: blocked.end, now: wish.now }) : []
  const isFree = takenByUnit(taken, facts.rules.capacity).some((unit) => unit.length === 0)
  const by = { bookerId: reader?.userId ?? NOBODY, actorOrganisationId: wish.actorOrganisationId, now: wish.now }
  const verdict = isPossible ? await previewVerdict(db, draft, by) : undefined
  const problems = [...draft.problems, ...(verdict?.problems ?? []), ...(isFree ? [] : [SLOT_TAKEN])]
  const alternatives =
    problems.length === 0
      ? []
      : await findAlternatives(db, facts, {
          near: wish.during.start,
          minutes: isPossible ? minutesIn(wish.during) : 0,
          limit: ALTERNATIVES,
          now: wish.now,
        })
  return { draft: { ...draft, problems }, isFree, request: verdict?.request ?? null, alternatives }
}
