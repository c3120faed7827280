import type { Problem } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { hasLimits } from '../../core/calendar-rules.ts'
import { answerDue } from '../../core/office-hours.ts'
import { isLimited, judge } from '../../core/standing/judge.ts'
import { type NoShowStanding, weeksOf, withPlanned } from '../../core/standing/standing.ts'
import type { RequestCause } from '../../core/vocabulary.ts'
import type { Draft } from '../draft-reservation.ts'
import type { BookingTables } from '../needs.ts'
import { findQualificationProblems } from '../qualification/find-qualification-problems.ts'
import { lockQualifications } from '../sql/qualification/held.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import type { ResourceFacts } from '../sql/resource-facts.ts'
import { lockStanding, readStanding } from '../sql/standing.ts'

/** What the booker's standing says about a draft. `request` is null when the booking is confirmed at once. */
export type Verdict = {
  readonly problems: readonly Problem[]
  readonly request: { readonly cause: RequestCause; readonly decideUntil: Date } | null
  readonly noShow: NoShowStanding
}

/** The part of a draft that standing depends on. */
type Judged = Pick<Draft, 'facts' | 'during' | 'customerClass' | 'operation'> & { readonly customer: { readonly id: string } | undefined }

type Ask = {
  readonly bookerId: string
  readonly actorOrganisationId: string | null
  readonly now: Date
  /** A reservation that the booking replaces or comes from; it does not count beside itself. */
  readonly except?: string | undefined
  /** Ranges that are booked together with it and are not written yet; they count as if they were. */
  readonly planned?: readonly TimeRange[] | undefined
}

/** Judges inside the transaction that books: what it reads cannot change before that ends. */
export async function judgeBooking(tx: Db<BookingTables>, draft: Judged, ask: Ask): Promise<Verdict> {
  if (hasLimits(draft.facts.rules.limits) && isLimited(draft.facts.rules, applicantOf(draft, ask)))
    await lockStanding(tx, bookerOf(draft, ask))
  if (draft.facts.rules.qualification && draft.operation === 'self_service')
    await lockQualifications(tx, { resourceId: draft.facts.resourceId, personId: ask.bookerId })
  return previewVerdict(tx, draft, ask)
}

/** Judges a hold that is submitted: the hold itself does not count beside the booking that it becomes. */
export function judgeHeld(
  tx: Db<BookingTables>,
  row: ReservationRow,
  facts: ResourceFacts,
  by: { actorOrganisationId: string | null; now: Date },
): Promise<Verdict> {
  const draft = { facts, during: row, operation: row.operation, customerClass: row.customer_class, customer: { id: row.organisation_id } }
  return judgeBooking(tx, draft, { bookerId: row.booker_id, except: row.id, ...by })
}

/** As `judgeBooking`, for advice: nothing is locked. */
export async function previewVerdict(db: Db<BookingTables>, draft: Judged, ask: Ask): Promise<Verdict> {
  const { facts, during } = draft
  const weeks = weeksOf(during, facts.site.zone)
  const written = await readStanding(db, bookerOf(draft, ask), { weeks, now: ask.now, except: ask.except })
  const standing = withPlanned(written, weeks, ask.planned ?? [])
  const { problems, cause } = judge(facts.rules, standing, { during, weeks }, applicantOf(draft, ask))
  const unqualified = await findQualificationProblems(db, draft, { ...applicantOf(draft, ask), bookerId: ask.bookerId, now: ask.now })
  const decideUntil = answerDue(ask.now, facts.rules.decideWithinHours, facts.site.zone, during.start)
  return { problems: [...problems, ...unqualified], request: cause && { cause, decideUntil }, noShow: standing.noShow }
}

function applicantOf(draft: Judged, ask: Ask) {
  return { customerClass: draft.customerClass, isByProvider: ask.actorOrganisationId === draft.facts.providerId }
}

function bookerOf(draft: Judged, ask: Ask) {
  const { resourceId, providerId } = draft.facts
  return { resourceId, providerId, organisationId: draft.customer?.id ?? providerId, bookerId: ask.bookerId }
}
