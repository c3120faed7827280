import { pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { PRICE_LINE_CODES, PRICE_LINE_UNITS } from '../core/prices/quote.ts'
import { CHARGE_BASES } from '../core/prices/tariff.ts'
import {
  AWAITED,
  CUSTOMER_CLASSES,
  DECLINE_REASONS,
  GROUP_KINDS,
  OPERATIONS,
  REQUEST_CAUSES,
  RESERVATION_KINDS,
  RESERVATION_STATES,
} from '../core/vocabulary.ts'
import { SlotRange } from './calendars.ts'
import { MoveRequest } from './move-requests.ts'

const slot = {
  resourceId: z.uuid(),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  operation: z.enum(OPERATIONS).exactOptional().describe('How the instrument is run; the calendar’s first choice when absent'),
}
export const bookingWords = {
  project: z.string().max(200).exactOptional().describe('What the time is for, in the booker’s words'),
  note: z.string().max(1000).exactOptional().describe('For the provider’s staff'),
}
export const onBehalf = {
  customerOrganisationId: z.uuid().exactOptional().describe('Only for the provider: books for this customer'),
  isInternal: z.boolean().exactOptional().describe('Only for the provider: own use'),
}

/** One line of a price; the lines sum to the total. */
const PriceLine = z
  .object({
    code: z.enum(PRICE_LINE_CODES),
    quantity: z.string().describe('Billed units as a decimal'),
    unit: z.enum(PRICE_LINE_UNITS),
    unitPrice: z.string().describe('Yuan'),
    percent: z.int().describe('Share of the unit price that this line pays'),
    amount: z.string().describe('Yuan'),
    nameZh: z.string().nullable().describe('The provider’s name of a band, package or extra'),
    nameEn: z.string().nullable(),
    validFrom: z.iso.date().nullable().describe('First day of the price or tariff that the line follows'),
  })
  .meta({ id: 'PriceLine' })

export const ReservationPrice = z
  .object({ customerClass: z.enum(CUSTOMER_CLASSES), lines: z.array(PriceLine), total: z.string().describe('Yuan') })
  .meta({ id: 'ReservationPrice' })

export const AskQuote = z.object({ ...slot, ...onBehalf }).meta({ id: 'AskQuote' })
export type AskQuote = z.infer<typeof AskQuote>

/** A rule that the request breaks, with what would pass. */
export const BrokenRule = z
  .object({
    code: z.string(),
    message: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    field: z.string().exactOptional(),
  })
  .meta({ id: 'BrokenRule' })
export type BrokenRule = z.infer<typeof BrokenRule>

/** What the booking would cost and whether it would pass now; nothing is kept. */
export const ReservationQuote = z
  .object({
    resourceId: z.uuid(),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    blockedStart: z.iso.datetime(),
    blockedEnd: z.iso.datetime(),
    operation: z.enum(OPERATIONS),
    price: ReservationPrice.nullable().describe('Null when the resource has no price for this customer'),
    freeCancelUntil: z.iso.datetime(),
    lateCancelPercent: z.int(),
    noShowFee: z.string().describe('Yuan due when nobody comes; frozen with the booking'),
    isFree: z.boolean().describe('False when the slot is taken'),
    request: z
      .object({ cause: z.enum(REQUEST_CAUSES), decideUntil: z.iso.datetime() })
      .nullable()
      .describe('Set when the provider answers first, with its limit if submitted now'),
    problems: z.array(BrokenRule).describe('Every reason why a booking would be refused'),
    alternatives: z.array(SlotRange).describe('The nearest free slots of the same length, when this one cannot be had'),
  })
  .meta({ id: 'ReservationQuote' })
export type ReservationQuote = z.infer<typeof ReservationQuote>

export const quotedTotal = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/)
  .exactOptional()
  .describe('Yuan that the caller was quoted; another price is refused')

export const PlaceReservation = z.object({ ...slot, ...bookingWords, ...onBehalf, quotedTotal }).meta({ id: 'PlaceReservation' })
export type PlaceReservation = z.infer<typeof PlaceReservation>

export const PlaceHold = z.object(slot).meta({ id: 'PlaceHold' })
export type PlaceHold = z.infer<typeof PlaceHold>

export const ConfirmHold = z.object(bookingWords).meta({ id: 'ConfirmHold' })
export type ConfirmHold = z.infer<typeof ConfirmHold>

export const MoveReservation = z
  .object({
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    operation: z.enum(OPERATIONS).exactOptional(),
    reason: z.string().trim().min(1).max(500).exactOptional().describe('Needed when the provider moves a customer’s booking'),
  })
  .meta({ id: 'MoveReservation' })
export type MoveReservation = z.infer<typeof MoveReservation>

export const CancelReservation = z
  .object({ reason: z.string().trim().min(1).max(500).exactOptional().describe('Needed when the provider cancels a customer’s booking') })
  .meta({ id: 'CancelReservation' })
export type CancelReservation = z.infer<typeof CancelReservation>

export const ReservationParams = z.object({ id: z.uuid() })

/** A booking that the provider answers first. */
const ReservationRequest = z
  .object({
    cause: z.enum(REQUEST_CAUSES),
    awaits: z.enum(AWAITED).nullable().describe('Whose answer it waits for; null when it has been answered'),
    decideUntil: z.iso.datetime().nullable().describe('When silence gives the slot back; null when it has been answered'),
    asked: SlotRange.nullable().describe('The time first asked for, when the provider proposed another'),
  })
  .meta({ id: 'ReservationRequest' })

export const Reservation = z
  .object({
    id: z.uuid(),
    number: z.string().describe('For people, such as BKG-20261121-7F3K9QX'),
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    siteName: z.string().nullable(),
    siteAddress: z.string().nullable(),
    zone: z.string(),
    providerId: z.uuid(),
    providerName: z.string(),
    organisationId: z.uuid(),
    organisationName: z.string(),
    bookerId: z.uuid(),
    bookerName: z.string(),
    kind: z.enum(RESERVATION_KINDS),
    state: z.enum(RESERVATION_STATES),
    phase: z.enum(['upcoming', 'running', 'past']).describe('Where now lies against the booked time'),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    blockedStart: z.iso.datetime(),
    blockedEnd: z.iso.datetime(),
    heldUntil: z.iso.datetime().nullable(),
    unit: z.int().describe('Which of the resource’s numbered units'),
    group: z
      .object({ id: z.uuid(), number: z.string(), kind: z.enum(GROUP_KINDS) })
      .nullable()
      .describe('The series or bundle that it is part of'),
    request: ReservationRequest.nullable().describe('Set when the provider had to answer first'),
    canAnswer: z.boolean().describe('A request that waits for the reader’s side, now'),
    declineReason: z.enum(DECLINE_REASONS).nullable(),
    canExtendHold: z.boolean(),
    operation: z.enum(OPERATIONS),
    project: z.string().nullable(),
    note: z.string().nullable(),
    price: ReservationPrice.describe('Frozen when the booking was placed or moved'),
    chargeBy: z.enum(CHARGE_BASES).describe('What the use is charged by: booked time, metered time, or the longer of both'),
    cancellation: z.object({
      freeUntil: z.iso.datetime(),
      percentAfter: z.int(),
      canCancel: z.boolean().describe('For the reader, now'),
      feeNow: z.string().nullable().describe('Yuan, if the reader cancelled now; null when it cannot be cancelled'),
    }),
    noShowFee: z.string().describe('Yuan due when nobody comes; frozen as the price'),
    bookedUntil: z.iso.datetime().nullable().describe('The booked end of a use that ended early and gave the rest back'),
    canMove: z.boolean().describe('For the reader, now'),
    moveBlock: z
      .enum(['needs_approval', 'bundle_needs_approval', 'too_late'])
      .nullable()
      .describe(
        'Why a booking that holds cannot be moved by its customer: the provider would have to answer (for a part of a bundle it cannot be asked), or moving would be a way around the fee',
      ),
    canAskMove: z.boolean().describe('For the reader, now: the provider would answer, and the booking keeps its time until then'),
    moveRequest: MoveRequest.nullable().describe('The time to which the customer asks it to be moved, while the provider has not answered'),
    isDisplaced: z.boolean().describe('An outage took its time; see its displacement for what can be had instead'),
    endedAt: z.iso.datetime().nullable(),
    endReason: z.string().nullable(),
    cancelFee: z.string().nullable().describe('Yuan that the cancellation cost'),
    version: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Reservation' })
export type Reservation = z.infer<typeof Reservation>

export const ListReservations = z.object({
  scope: z
    .enum(['mine', 'organisation', 'provider'])
    .default('mine')
    .describe('Own bookings, those of the organisation, or those on its instruments'),
  when: z.enum(['upcoming', 'past', 'all']).default('all'),
  state: z.enum(RESERVATION_STATES).exactOptional(),
  resourceId: z.uuid().exactOptional(),
  from: z.iso.datetime().exactOptional().describe('Ends after this instant'),
  until: z.iso.datetime().exactOptional().describe('Starts before this instant'),
  order: z.enum(['start_asc', 'start_desc']).default('start_desc'),
  ...pageQuery,
})
export type ListReservations = z.infer<typeof ListReservations>

export const ReservationList = z.object({ items: z.array(Reservation), nextCursor: z.string().nullable() }).meta({ id: 'ReservationList' })

/** One thing that happened to a reservation. */
const ReservationChange = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    action: z.enum([
      'placed',
      'held',
      'hold_extended',
      'confirmed',
      'moved',
      'move_asked',
      'move_approved',
      'move_declined',
      'move_withdrawn',
      'move_expired',
      'cancelled',
      'released',
      'expired',
      'requested',
      'approved',
      'declined',
      'proposed',
      'accepted',
      'refused',
      'withdrawn',
      'missed',
      'started',
      'finished',
      'displaced',
      'interrupted',
      'reinstated',
      'replaced',
      'lapsed',
      'taken_over',
    ]),
    actorName: z.string().nullable().describe('Null when the platform did it'),
    actorSide: z.enum(['customer', 'provider', 'platform']),
    from: SlotRange.nullable().describe('The time before a move'),
    to: SlotRange.nullable(),
    price: z.string().nullable().describe('Yuan after the change'),
    fee: z.string().nullable().describe('Yuan that the change cost'),
    reason: z.string().nullable(),
  })
  .meta({ id: 'ReservationChange' })
export const ReservationHistory = z.object({ items: z.array(ReservationChange) }).meta({ id: 'ReservationHistory' })
export type ReservationHistory = z.infer<typeof ReservationHistory>
