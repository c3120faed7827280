import { type Problem, Refusal } from '@jiju/kernel/problem'
import { addMinutes } from '@jiju/kernel/time-range'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { ScannedUse } from '../../contract/use.ts'
import { findBeginProblems, lateMinutes } from '../../core/use/begin.ts'
import { draftReservation } from '../draft-reservation.ts'
import type { BookingTables } from '../needs.ts'
import { findCustomer } from '../sql/customers.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import { findResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { listBookingsAround } from '../sql/use/board.ts'
import { findByCode } from '../sql/use/codes.ts'
import { listOffered } from '../sql/use/consumables.ts'
import { readUseRules } from '../sql/use/rules.ts'
import { listRunningOn } from '../sql/use/running.ts'
import { previewVerdict } from '../standing/judge-booking.ts'
import { termsOfUse } from './begin-use.ts'
import { currentStep, wishNow } from './book-now.ts'
import { presentOffered } from './present-use.ts'
import { findIdleUnit } from './use-unbooked.ts'

const AHEAD_HOURS = 12
const HOUR = 3_600_000

const USE_CODE_MISSING: Problem = { code: 'booking.use_code_missing', kind: 'missing' }

/** What a sheet is for, and what its reader can do at it now. Other people's bookings show as time only. */
export async function readScannedUse(
  db: Db<BookingTables>,
  code: string,
  reader: { actor: Actor; organisationId: string; now: Date; mayAct: boolean; words: (problem: Problem) => string },
): Promise<ScannedUse> {
  const { now, organisationId, actor } = reader
  const facts = await getScanned(db, code)
  const rules = await readUseRules(db, facts.resourceId)
  const isProvider = facts.providerId === organisationId
  const window = { from: addMinutes(now, -1), until: new Date(now.getTime() + AHEAD_HOURS * HOUR) }
  const bookings = await listBookingsAround(db, facts.resourceId, window)
  const running = await listRunningOn(db, facts.resourceId)

  const ownRunning = running.find((use) => use.person_id === actor.userId) ?? running.find((use) => use.organisation_id === organisationId)
  const shown = ownRunning ?? running[0]
  const isMine = shown !== undefined && shown === ownRunning
  const own = bookings.filter((booking) => booking.state === 'confirmed' && booking.organisation_id === organisationId && booking.end > now)
  const booking = own.find((one) => one.booker_id === actor.userId) ?? own[0]
  const row = booking && (await findReservationForLetters(db, booking.id))
  const next = bookings.find((one) => one.id !== booking?.id && one.state === 'confirmed' && one.start > now)
  const idle = await findIdleUnit(db, facts, { now, until: window.until })
  const canEnd = shown !== undefined && reader.mayAct && (isMine || isProvider)
  return {
    resourceId: facts.resourceId,
    resourceName: facts.name,
    resourceNameEn: facts.nameEn,
    zone: facts.site.zone,
    siteName: facts.siteName,
    providerId: facts.providerId,
    providerName: facts.providerName,
    state: running.length >= facts.rules.capacity ? 'in_use' : facts.rules.isAccepting ? 'free' : 'closed',
    runningUntil: shown?.planned_end.toISOString() ?? null,
    running:
      shown && (isMine || isProvider)
        ? {
            useId: shown.id,
            reservationId: shown.reservation_id,
            start: shown.started_at.toISOString(),
            plannedEnd: shown.planned_end.toISOString(),
            isMine,
            canEnd,
          }
        : null,
    booking: row
      ? {
          reservationId: row.id,
          start: row.start.toISOString(),
          end: row.end.toISOString(),
          canBegin: reader.mayAct && findBeginProblems(termsOfUse(row), rules, now).length === 0,
          beginFrom: addMinutes(row.start, -rules.earlyMinutes).toISOString(),
          lateMinutes: lateMinutes(row.start, now),
        }
      : null,
    bookNow: idle && reader.mayAct ? await readBookNow(db, facts, idle.freeUntil, reader) : null,
    canUseUnbooked: isProvider && reader.mayAct && rules.allowsUnbooked && idle !== undefined && idle.freeUntil > addMinutes(now, 5),
    nextStart: next?.start.toISOString() ?? null,
    offered: presentOffered(await listOffered(db, facts.providerId, facts.resourceId), localDayOf(now, facts.site.zone)),
    now: now.toISOString(),
  }
}

/** A code that nobody has hung up, or that was replaced, says the same. */
export async function getScanned(db: Db<BookingTables>, code: string): Promise<ResourceFacts> {
  const resourceId = await findByCode(db, code)
  const facts = resourceId === undefined ? undefined : await findResourceFacts(db, resourceId)
  if (!facts) throw new Refusal(USE_CODE_MISSING)
  return facts
}

/** From the step that runs now until somebody else's time; what speaks against even the shortest booking. */
async function readBookNow(
  db: Db<BookingTables>,
  facts: ResourceFacts,
  freeUntil: Date,
  reader: { actor: Actor; organisationId: string; now: Date; words: (problem: Problem) => string },
): Promise<ScannedUse['bookNow']> {
  const { rules } = facts
  const start = currentStep(reader.now, facts)
  const room = Math.floor((freeUntil.getTime() - rules.bufferAfterMinutes * 60_000 - start.getTime()) / 60_000)
  const longest = Math.min(rules.maxMinutes, room - (room % rules.stepMinutes))
  if (longest < rules.minMinutes) return null
  const wish = wishNow(facts, rules.minMinutes, { organisationId: reader.organisationId, now: reader.now })
  const known = { resource: facts, customer: await findCustomer(db, reader.organisationId), bookerName: '' }
  const draft = draftReservation(known, wish)
  const verdict = await previewVerdict(db, draft, {
    bookerId: reader.actor.userId,
    actorOrganisationId: reader.organisationId,
    now: reader.now,
  })
  return {
    start: start.toISOString(),
    maxEnd: addMinutes(start, longest).toISOString(),
    minMinutes: rules.minMinutes,
    stepMinutes: rules.stepMinutes,
    problems: [...draft.problems, ...verdict.problems].map((problem) => ({ code: problem.code, message: reader.words(problem) })),
  }
}
