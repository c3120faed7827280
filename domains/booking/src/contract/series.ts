import { z } from 'zod'
import { OPERATIONS, REQUEST_CAUSES } from '../core/vocabulary.ts'
import { ReservationGroup } from './groups.ts'
import { BrokenRule, bookingWords, onBehalf, quotedTotal } from './reservations.ts'

const MAX_DAYS = 60
const days = (description: string) => z.array(z.iso.date()).max(MAX_DAYS).exactOptional().describe(description)

const recurring = {
  resourceId: z.uuid(),
  start: z.iso.datetime().describe('Start of the first use; its local day and time of day rule the series'),
  end: z.iso.datetime(),
  rule: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .describe('RFC 5545: FREQ=DAILY, WEEKLY or MONTHLY; INTERVAL, BYDAY, and COUNT or UNTIL; by the wall clock of the site'),
  excludedDays: days('EXDATE: local days that are left out'),
  addedDays: days('RDATE: further local days, at the same time of day'),
  operation: z.enum(OPERATIONS).exactOptional(),
}

export const AskSeries = z.object({ ...recurring, ...onBehalf }).meta({ id: 'AskSeries' })
export type AskSeries = z.infer<typeof AskSeries>

/** One use of a series. `free` can be booked; `taken` clashes with another booking; `refused` breaks a rule. */
const SeriesOccurrence = z
  .object({
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    outcome: z.enum(['free', 'taken', 'refused']),
    price: z.string().nullable().describe('Yuan; null when it has none'),
    problems: z.array(BrokenRule),
  })
  .meta({ id: 'SeriesOccurrence' })

export const SeriesPreview = z
  .object({
    rule: z.string().describe('As it is understood'),
    occurrences: z.array(SeriesOccurrence),
    free: z.int(),
    taken: z.int(),
    refused: z.int(),
    total: z.string().describe('Yuan of those that can be booked'),
    request: z
      .object({ cause: z.enum(REQUEST_CAUSES), decideUntil: z.iso.datetime() })
      .nullable()
      .describe('Set when the provider answers first: once, for all of them'),
    problems: z.array(BrokenRule).describe('What keeps the series as a whole from being booked'),
  })
  .meta({ id: 'SeriesPreview' })
export type SeriesPreview = z.infer<typeof SeriesPreview>

export const PlaceSeries = z
  .object({
    ...recurring,
    ...onBehalf,
    ...bookingWords,
    take: z.enum(['all', 'possible']).describe('`all`: every occurrence or none; `possible`: all but those that cannot be had'),
    quotedTotal,
  })
  .meta({ id: 'PlaceSeries' })
export type PlaceSeries = z.infer<typeof PlaceSeries>

/** What became of each occurrence. */
export const PlacedSeries = z
  .object({
    group: ReservationGroup,
    leftOut: z.array(SeriesOccurrence).describe('Occurrences that could not be had'),
  })
  .meta({ id: 'PlacedSeries' })
export type PlacedSeries = z.infer<typeof PlacedSeries>
