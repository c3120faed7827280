import { weekdayOf } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import { minutesIn, type TimeRange } from '@jiju/kernel/time-range'
import { dayRange, localDayOf } from '@jiju/kernel/zoned-time'

/** 1 runs the instrument under supervision, 2 alone, 3 also after hours and trains others. A level includes those below. */
export const LEVELS = [1, 2, 3] as const
export type Level = (typeof LEVELS)[number]

/** What a qualification rests on: a session attended, a test passed, one that another provider gave, or a reason in words. */
export const GROUNDS = ['training', 'test', 'recognition', 'by_hand'] as const
export type Ground = (typeof GROUNDS)[number]

/** What self-service on a resource asks for. Level 0 asks nothing by day; minutes are of the local day at the site. */
export type QualificationRule = {
  readonly level: 0 | Level
  /** Asked when any part of the use lies outside the day's hours; null asks no more than by day. */
  readonly afterHoursLevel: Level | null
  readonly dayStartMinute: number
  readonly dayEndMinute: number
  readonly isWeekendAfterHours: boolean
  /** Lapses when the person has not used the resource for so many days. */
  readonly disuseDays: number | null
  /** Of a new qualification unless its grant says otherwise. */
  readonly validityMonths: number | null
  /** True when the provider's own people need it too. */
  readonly includesInside: boolean
}

/** One level that a person holds on a resource. `lapsesAt` is the earlier of date and disuse. */
export type Held = {
  readonly level: number
  readonly validFrom: Date
  readonly lapsesAt: Date | null
  readonly isSuspended: boolean
}

export const QUALIFICATION_STATES = ['valid', 'expiring', 'not_yet', 'lapsed', 'suspended'] as const
export type QualificationState = (typeof QUALIFICATION_STATES)[number]

/** Days before a qualification lapses at which its holder is reminded; the first is when it counts as expiring. */
export const LAPSE_REMINDER_DAYS = [30, 7] as const

/** The level that self-service during the whole range needs; 0 is none. */
export function neededLevel(rule: QualificationRule, during: TimeRange, zone: string): number {
  const { level, afterHoursLevel } = rule
  return afterHoursLevel !== null && isAfterHours(rule, during, zone) ? Math.max(level, afterHoursLevel) : level
}

function isAfterHours(rule: QualificationRule, during: TimeRange, zone: string): boolean {
  const day = localDayOf(during.start, zone)
  const midnight = dayRange(day, zone).start
  const from = minutesIn({ start: midnight, end: during.start })
  const until = minutesIn({ start: midnight, end: during.end })
  return from < rule.dayStartMinute || until > rule.dayEndMinute || (rule.isWeekendAfterHours && weekdayOf(day) > 5)
}

/** The highest level that counts at `at`; 0 is none. */
export function heldLevel(held: readonly Held[], at: Date): number {
  return Math.max(0, ...held.filter((one) => isHeldAt(one, at)).map(({ level }) => level))
}

function isHeldAt({ validFrom, lapsesAt, isSuspended }: Held, at: Date): boolean {
  return !isSuspended && validFrom <= at && (lapsesAt === null || lapsesAt > at)
}

export function qualificationState({ validFrom, lapsesAt, isSuspended }: Omit<Held, 'level'>, now: Date): QualificationState {
  if (isSuspended) return 'suspended'
  if (lapsesAt && lapsesAt <= now) return 'lapsed'
  if (validFrom > now) return 'not_yet'
  return lapsesAt && lapsesAt.getTime() - now.getTime() < LAPSE_REMINDER_DAYS[0] * 86_400_000 ? 'expiring' : 'valid'
}

/** Why a qualification does not count: what the next step depends on. */
export function lackOf(held: readonly Held[], needed: number, at: Date): 'none' | 'too_low' | 'lapsed' | 'suspended' {
  const enough = held.filter(({ level }) => level >= needed)
  if (enough.some(({ isSuspended }) => isSuspended)) return 'suspended'
  if (enough.some(({ lapsesAt }) => lapsesAt !== null && lapsesAt <= at)) return 'lapsed'
  return held.some((one) => isHeldAt(one, at)) ? 'too_low' : 'none'
}

/** What would pass instead. */
export type Ways = {
  readonly offersOperator: boolean
  readonly training: { readonly id: string; readonly start: Date; readonly freePlaces: number } | null
  readonly test: { readonly id: string; readonly title: string } | null
}

/** Self-service without the level, with the ways that are open. The code names which: the text tells all of them. */
export function notQualified(needed: number, held: readonly Held[], at: Date, ways: Ways): Problem {
  const { training, test } = ways
  return {
    code: codeOf(ways),
    kind: 'refused',
    field: '/operation',
    waivable: true,
    params: {
      needed,
      held: heldLevel(held, at),
      lack: lackOf(held, needed, at),
      ...(training && { trainingId: training.id, trainingStart: training.start.toISOString(), freePlaces: training.freePlaces }),
      ...(test && { testId: test.id, test: test.title }),
    },
  }
}

function codeOf({ offersOperator, training, test }: Ways): string {
  if (training && test) return offersOperator ? 'booking.level_needed_operator_training_test' : 'booking.level_needed_training_test'
  if (training) return offersOperator ? 'booking.level_needed_operator_training' : 'booking.level_needed_training'
  if (test) return offersOperator ? 'booking.level_needed_operator_test' : 'booking.level_needed_test'
  return offersOperator ? 'booking.level_needed_operator' : 'booking.level_needed'
}

/** The end of a validity of whole months; the last day of a month stays the last. */
export function afterMonths(from: Date, months: number): Date {
  const day = from.getUTCDate()
  const until = new Date(from)
  until.setUTCDate(1)
  until.setUTCMonth(until.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() + 1, 0)).getUTCDate()
  until.setUTCDate(Math.min(day, lastDay))
  return until
}

/** The reminder that is due now; null when none is. `lapsesAt` lies ahead. */
export function lapseReminder(lapsesAt: Date, now: Date): number | null {
  const days = (lapsesAt.getTime() - now.getTime()) / 86_400_000
  return [...LAPSE_REMINDER_DAYS].reverse().find((step) => days <= step) ?? null
}
