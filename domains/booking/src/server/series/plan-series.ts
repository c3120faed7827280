import type { LocalDate } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import { overlaps, type TimeRange } from '@jiju/kernel/time-range'
import { localDayOf, minuteOfDayAt } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { expandSeries } from '../../core/series/occurrences.ts'
import { parseRule, writeRule } from '../../core/series/rule.ts'
import { takenByUnit } from '../../core/units.ts'
import { type Draft, draftReservation, type SlotWish } from '../draft-reservation.ts'
import type { FactsFor } from '../facts-cache.ts'
import type { BookingTables } from '../needs.ts'
import { SLOT_TAKEN } from '../problems.ts'
import { listTaken } from '../sql/busy.ts'
import type { ResourceFacts } from '../sql/resource-facts.ts'
import { previewVerdict, type Verdict } from '../standing/judge-booking.ts'

export type SeriesWish = SlotWish & {
  readonly rule: string
  readonly excludedDays: readonly LocalDate[]
  readonly addedDays: readonly LocalDate[]
}

/** One use of a series as it would be booked now. */
export type PlannedOccurrence = {
  readonly during: TimeRange
  readonly draft: Draft
  readonly isTaken: boolean
  /** Broken rules and limits, and that it is taken. */
  readonly problems: readonly Problem[]
}

export type SeriesPlan = {
  readonly rule: string
  readonly firstDay: LocalDate
  readonly occurrences: readonly PlannedOccurrence[]
  /** The provider's one answer for all of them, due when it is due for the first. */
  readonly request: Verdict['request']
  /** What keeps the series as a whole from being booked. */
  readonly problems: readonly Problem[]
}

const RULE_INVALID: Problem = { code: 'booking.series_rule_invalid', kind: 'refused', field: '/rule' }

/** When the uses of a series lie; reads nothing. */
function expandWish(wish: SeriesWish, zone: string) {
  const rule = parseRule(wish.rule)
  const firstDay = localDayOf(wish.during.start, zone)
  if (!rule) return { rule: wish.rule, firstDay, occurrences: [], problems: [RULE_INVALID] }
  const minutes = (wish.during.end.getTime() - wish.during.start.getTime()) / 60_000
  if (minutes <= 0) return { rule: wish.rule, firstDay, occurrences: [], problems: [END_NOT_AFTER_START] }
  const { excludedDays, addedDays } = wish
  const minuteOfDay = minuteOfDayAt(wish.during.start, zone)
  return { rule: writeRule(rule), firstDay, ...expandSeries({ rule, firstDay, minuteOfDay, minutes, zone, excludedDays, addedDays }) }
}

const END_NOT_AFTER_START: Problem = { code: 'booking.end_not_after_start', kind: 'invalid', field: '/end' }

/** What a series would be now: of each use whether it is free, what it costs and what speaks against it, the uses before it counted. */
export async function planSeries(
  db: Db<BookingTables>,
  known: FactsFor & { readonly resource: ResourceFacts },
  wish: SeriesWish,
  bookerId: string,
): Promise<SeriesPlan> {
  const { resource } = known
  const expanded = expandWish(wish, resource.site.zone)
  const drafts = expanded.occurrences.map((during) => draftReservation(known, { ...wish, during }))
  const taken = await listTakenAround(db, resource, drafts, wish.now)
  const occurrences: PlannedOccurrence[] = []
  const planned: TimeRange[] = []
  let request: Verdict['request'] = null
  for (const draft of drafts) {
    const ask = { bookerId, actorOrganisationId: wish.actorOrganisationId, now: wish.now, planned }
    const verdict = await previewVerdict(db, draft, ask)
    const within = taken.filter(({ start, end }) => overlaps(draft.blocked, { start: new Date(start), end: new Date(end) }))
    const isTaken = !takenByUnit(within, resource.rules.capacity).some((unit) => unit.length === 0)
    const problems = [...draft.problems, ...verdict.problems, ...(isTaken ? [SLOT_TAKEN] : [])]
    occurrences.push({ during: draft.during, draft, isTaken, problems })
    if (problems.length > 0) continue
    request ??= verdict.request
    planned.push(draft.during)
  }
  return { rule: expanded.rule, firstDay: expanded.firstDay, occurrences, request, problems: expanded.problems }
}

function listTakenAround(db: Db<BookingTables>, resource: ResourceFacts, drafts: readonly Draft[], now: Date) {
  const [first, last] = [drafts[0], drafts.at(-1)]
  if (!first || !last) return Promise.resolve([])
  return listTaken(db, resource.resourceId, { from: first.blocked.start, until: last.blocked.end, now })
}
