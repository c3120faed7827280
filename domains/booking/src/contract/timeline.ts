import { pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { RESERVATION_KINDS, RESERVATION_STATES } from '../core/vocabulary.ts'
import { SlotRange } from './calendars.ts'

export const TimelineQuery = z.object({
  from: z.iso.date().describe('First local day'),
  days: z.coerce.number().int().min(1).max(42).default(7),
  kind: z.string().max(40).exactOptional().describe('Only resources of this kind'),
  q: z.string().trim().max(100).exactOptional().describe('Part of a name or model'),
  order: z.enum(['name', 'class']).default('name'),
  ...pageQuery,
})
export type TimelineQuery = z.infer<typeof TimelineQuery>

/** A row of the provider's timeline. */
const TimelineResource = z
  .object({
    id: z.uuid(),
    name: z.string(),
    nameEn: z.string().nullable(),
    model: z.string().nullable(),
    kind: z.string(),
    classCode: z.string().nullable(),
    zone: z.string(),
    isAccepting: z.boolean(),
    capacity: z.int().describe('Numbered units, each with bookings of its own'),
    stepMinutes: z.int().describe('Grid of the wall clock on which bookings start'),
    utilisationPercent: z.number().nullable().describe('Booked hours over opening hours of the last 28 days; null when it was never open'),
    open: z.array(SlotRange).describe('Opening hours in the window'),
  })
  .meta({ id: 'TimelineResource' })

/** A bar of the provider's timeline, buffers included. */
const TimelineReservation = z
  .object({
    id: z.uuid(),
    number: z.string(),
    movesId: z.uuid().nullable().describe('Of time that is held for a move: the booking that is asked to be moved there'),
    resourceId: z.uuid(),
    unit: z.int(),
    kind: z.enum(RESERVATION_KINDS),
    state: z.enum(RESERVATION_STATES),
    phase: z.enum(['upcoming', 'running', 'past']),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    blockedStart: z.iso.datetime(),
    blockedEnd: z.iso.datetime(),
    organisationId: z.uuid(),
    organisationName: z.string().describe('Short name where there is one'),
    bookerName: z.string(),
    project: z.string().nullable(),
    price: z.string().describe('Yuan'),
    version: z.int(),
  })
  .meta({ id: 'TimelineReservation' })

export const Timeline = z
  .object({
    from: z.iso.date(),
    days: z.int(),
    resources: z.array(TimelineResource),
    reservations: z.array(TimelineReservation).describe('Live reservations of the resources on this page that touch the window'),
    bookedPercent: z.number().nullable().describe('Booked hours over opening hours in the window, over all resources that match'),
    externalPercent: z.number().nullable().describe('Share of other organisations in the booked hours'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Timeline' })
export type Timeline = z.infer<typeof Timeline>
