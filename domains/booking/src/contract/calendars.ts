import { z } from 'zod'
import { CONFIRMATIONS, OPERATIONS, STEP_MINUTES } from '../core/vocabulary.ts'

const money = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/)

const rules = {
  isAccepting: z.boolean().describe('False while the provider takes no new bookings'),
  confirmation: z.enum(CONFIRMATIONS).describe('approval: the slot is kept while the provider decides'),
  operations: z.array(z.enum(OPERATIONS)).min(1).max(2),
  operatorHourPrice: money.nullable().describe('Yuan for each hour with an operator; null when the hourly price includes it'),
  stepMinutes: z.literal([...STEP_MINUTES]).describe('Bookings start on this grid of the wall clock, and their length is a multiple of it'),
  billingStepMinutes: z.int().min(1).max(1440).describe('Every started billing step is charged in full'),
  minMinutes: z.int().min(5).max(44_640),
  maxMinutes: z.int().min(5).max(44_640),
  bufferBeforeMinutes: z.int().min(0).max(1440).describe('Set-up before each booking, taken but not charged'),
  bufferAfterMinutes: z.int().min(0).max(1440).describe('Clean-up after each booking, taken but not charged'),
  minNoticeMinutes: z.int().min(0).max(129_600),
  horizonDays: z.int().min(1).max(730).describe('How many days ahead can be booked'),
  freeCancelHours: z.int().min(0).max(2160).describe('Cancelling is free until so many hours before the start'),
  lateCancelPercent: z.int().min(0).max(100).describe('Share of the price that a later cancellation costs'),
  decideWithinHours: z
    .int()
    .min(1)
    .max(80)
    .describe('Office hours (working days, 09:00 to 17:00 at the site) within which a request is answered; silence gives the slot back'),
  capacity: z.int().min(1).max(50).describe('Numbered units that are booked independently of each other'),
  limits: z
    .object({
      personWeekHours: z.int().min(1).max(168).nullable().describe('Hours of one person in a local week'),
      organisationWeekHours: z.int().min(1).max(8400).nullable().describe('Hours of one organisation in a local week'),
      openBookings: z.int().min(1).max(1000).nullable().describe('Bookings of one person that have not started'),
      aheadHours: z.int().min(1).max(8784).nullable().describe('Hours of one person in bookings that have not started'),
      includesInside: z.boolean().describe('True when the provider’s own people are limited too'),
    })
    .describe('Fair shares; null is no limit'),
}

/** What a provider may set for one resource. */
export const EditCalendar = z.object(rules).meta({ id: 'EditCalendar' })
export type EditCalendar = z.infer<typeof EditCalendar>

/** The booking rules of one resource; opening hours and prices belong to the catalogue. */
export const Calendar = z
  .object({ resourceId: z.uuid(), providerId: z.uuid(), zone: z.string().describe('IANA zone of the site'), ...rules, version: z.int() })
  .meta({ id: 'Calendar' })
export type Calendar = z.infer<typeof Calendar>

export const ResourceParams = z.object({ resourceId: z.uuid() })

export const SlotRange = z.object({ start: z.iso.datetime(), end: z.iso.datetime() }).meta({ id: 'SlotRange' })
export type SlotRange = z.infer<typeof SlotRange>

/** A part of the calendar that is taken. Strangers see only the time; the booker's side and the provider see which reservation it is. */
export const BusySlot = z
  .object({
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    blockedStart: z.iso.datetime().describe('Start of the set-up buffer'),
    blockedEnd: z.iso.datetime().describe('End of the clean-up buffer'),
    kind: z.enum(['booked', 'internal', 'outage']),
    isMine: z.boolean().describe('A reservation of the reader’s organisation'),
    isHeld: z.boolean().describe('Held while somebody fills in the form'),
    reservationId: z.uuid().exactOptional(),
    label: z.string().exactOptional().describe('Who or what, for those who may know'),
  })
  .meta({ id: 'BusySlot' })
export type BusySlot = z.infer<typeof BusySlot>

export const CalendarQuery = z.object({
  from: z.iso.date().exactOptional().describe('First local day at the site; today when absent'),
  days: z.coerce.number().int().min(1).max(42).default(7),
})

export const CalendarDay = z
  .object({
    day: z.iso.date(),
    kind: z.enum(['working_day', 'weekend', 'holiday', 'make_up_day']),
    open: z.array(SlotRange).describe('When the site is open'),
    free: z.array(SlotRange).describe('When a use can lie: open, not taken, buffers, notice and horizon respected'),
  })
  .meta({ id: 'CalendarDay' })
export type CalendarDay = z.infer<typeof CalendarDay>

/** Some days of one resource: what a week grid, a day strip and a list of slots draw. */
export const ResourceCalendar = z
  .object({
    resourceId: z.uuid(),
    zone: z.string(),
    from: z.iso.date(),
    days: z.array(CalendarDay),
    busy: z.array(BusySlot),
    stepMinutes: z.int(),
    minMinutes: z.int(),
    maxMinutes: z.int(),
    bookableFrom: z.iso.datetime().describe('Earliest start by the notice rule'),
    bookableUntil: z.iso.datetime().describe('No start from here on, by the horizon or the calibration'),
    isAccepting: z.boolean(),
    now: z.iso.datetime().describe('Server time, for countdowns'),
  })
  .meta({ id: 'ResourceCalendar' })
export type ResourceCalendar = z.infer<typeof ResourceCalendar>

export const FreeSlotsQuery = z.object({
  near: z.iso.datetime().exactOptional().describe('Slots nearest to this instant; from now on when absent'),
  minutes: z.coerce.number().int().min(5).max(44_640).exactOptional().describe('Length wanted; the shortest allowed when absent'),
  limit: z.coerce.number().int().min(1).max(50).default(3),
})

export const FreeSlots = z.object({ items: z.array(SlotRange) }).meta({ id: 'FreeSlots' })
export type FreeSlots = z.infer<typeof FreeSlots>

/** What the meter log proves of one resource; `until` is the end of yesterday at the site. */
export const ResourceFacts = z
  .object({
    resourceId: z.uuid(),
    externalHours: z.number().describe('Proved hours in which other organisations used it, in the last 365 days'),
    internalHours: z.number().describe('Proved hours of the provider’s own use in the last 365 days'),
    externalBookings: z.int().describe('Proved uses of other organisations that ended in the last 365 days'),
    utilisationPercent: z.number().nullable().describe('Proved hours over opening hours of the last 28 days; null when it was never open'),
    from: z.iso.datetime(),
    until: z.iso.datetime(),
  })
  .meta({ id: 'ResourceFacts' })
export type ResourceFacts = z.infer<typeof ResourceFacts>

export const AvailabilityQuery = z.object({
  resource: z
    .union([z.uuid(), z.array(z.uuid()).max(50)])
    .transform((ids): string[] => [ids].flat())
    .describe('Up to 50 resources'),
  minutes: z.coerce.number().int().min(5).max(44_640).default(120).describe('Length wanted; the nearest that each resource allows'),
})

/** Of one resource: its first free slot within four weeks, and how much of the next seven days is free. */
export const ResourceAvailability = z
  .object({
    resourceId: z.uuid(),
    minutes: z.int().describe('Length of the slot'),
    firstFree: SlotRange.nullable(),
    days: z.array(z.object({ day: z.iso.date(), freeMinutes: z.int(), openMinutes: z.int() })),
  })
  .meta({ id: 'ResourceAvailability' })
export type ResourceAvailability = z.infer<typeof ResourceAvailability>

/** Resources that take no bookings are left out. */
export const AvailabilityList = z.object({ items: z.array(ResourceAvailability) }).meta({ id: 'AvailabilityList' })
