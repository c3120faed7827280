import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { CHARGE_KINDS, CHECK_INS, CORRECTION_STATES, METER_OUTCOMES, USE_SOURCES } from '../core/use/vocabulary.ts'
import { SlotRange } from './calendars.ts'
import { Charge } from './charges.ts'
import { OfferedConsumable, TakeConsumables, TakenConsumable } from './consumables.ts'
import { OwnEvaluation } from './evaluations.ts'

const words = (max: number) => z.string().trim().min(1).max(max)
const code = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)
const instant = z.iso.datetime()
const resource = { resourceId: z.uuid(), resourceName: z.string(), resourceNameEn: z.string().nullable(), zone: z.string() }

export const UseParams = z.object({ id: z.uuid() })
export const CodeParams = z.object({ code })

const rules = {
  checkIn: z.enum(CHECK_INS).describe('required: who has not begun when the grace has passed loses the slot'),
  earlyMinutes: z.int().min(0).max(240).describe('How long before the booked start a use may begin'),
  graceMinutes: z.int().min(5).max(480).describe('After the booked start: who has not begun by then has not come'),
  overrunMinutes: z.int().min(0).max(480).describe('How long a use may run over before it is closed at its booked end'),
  allowsUnbooked: z.boolean().describe('The provider’s own people may use it without a booking'),
  answerDays: z.int().min(1).max(30).describe('Working days within which the customer answers a charge; silence accepts'),
  freesRest: z.boolean().default(true).describe('A use that ends early gives the rest of its slot back; the price stays as agreed'),
}
export const EditUseRules = z.object(rules).meta({ id: 'EditUseRules' })
export type EditUseRules = z.infer<typeof EditUseRules>
export const UseRules = z
  .object({ resourceId: z.uuid(), ...rules, version: z.int().describe('0 while the defaults hold') })
  .meta({ id: 'UseRules' })
export type UseRules = z.infer<typeof UseRules>

export const CheckIn = z.object({ code: code.exactOptional().describe('From the sheet beside the instrument') }).meta({ id: 'CheckIn' })
export type CheckIn = z.infer<typeof CheckIn>
export const CheckOut = z.object({ code: code.exactOptional(), consumables: TakeConsumables.exactOptional() }).meta({ id: 'CheckOut' })
export type CheckOut = z.infer<typeof CheckOut>

/** One version of what was used; a correction adds one and leaves the others. */
export const UseRecord = z
  .object({
    id: z.uuid(),
    useId: z.uuid(),
    ...resource,
    reservationId: z.uuid().nullable().describe('Null for a use without booking'),
    number: z.string().nullable(),
    organisationName: z.string(),
    personName: z.string().nullable(),
    side: z.enum(['inside', 'outside']),
    start: instant,
    end: instant,
    minutes: z.int(),
    booked: SlotRange.nullable(),
    startSource: z.enum(USE_SOURCES),
    endSource: z.enum(USE_SOURCES),
    isProved: z.boolean().describe('Metered at both ends, or confirmed by a second person'),
    device: z.string().nullable(),
    purpose: z.string().nullable(),
    recordedAt: instant,
    reason: z.string().nullable().describe('Why a correction was made'),
    isCorrection: z.boolean(),
  })
  .meta({ id: 'UseRecord' })
export type UseRecord = z.infer<typeof UseRecord>

export const UseCorrection = z
  .object({
    id: z.uuid(),
    useId: z.uuid(),
    ...resource,
    reservationId: z.uuid().nullable(),
    number: z.string().nullable(),
    organisationName: z.string(),
    was: SlotRange,
    proposed: SlotRange,
    adjustment: z.string().describe('Yuan added to the charge; with a minus taken off'),
    reason: z.string(),
    state: z.enum(CORRECTION_STATES),
    proposerName: z.string().nullable().describe('Only for the provider'),
    proposedAt: instant,
    deciderName: z.string().nullable().describe('Only for the provider'),
    decidedAt: instant.nullable(),
    decisionWords: z.string().nullable(),
    canDecide: z.boolean().describe('By the reader, now: never by who proposed it'),
    canWithdraw: z.boolean(),
  })
  .meta({ id: 'UseCorrection' })
export type UseCorrection = z.infer<typeof UseCorrection>

const Running = z.object({
  id: z.uuid(),
  start: instant,
  plannedEnd: instant,
  closesAt: instant.describe('When it is closed at its planned end if nobody does'),
  source: z.enum(USE_SOURCES),
  lateMinutes: z.int().describe('After the booked start'),
})

/** The use of one booking: what runs, what was metered beside what was booked, what it costs. */
export const ReservationUse = z
  .object({
    reservationId: z.uuid(),
    rules: z.object(rules),
    canBegin: z.boolean().describe('By the reader, now'),
    beginFrom: instant,
    missedAt: instant.nullable().describe('When the slot is given back if nobody comes; null when the rule keeps it'),
    running: Running.nullable(),
    records: z.array(UseRecord).describe('First to last; the last one stands'),
    canConfirm: z.boolean().describe('The end was inferred; the reader may say that it is right'),
    corrections: z.array(UseCorrection),
    charges: z.array(Charge).describe('First to last; the last one stands'),
    offered: z.array(OfferedConsumable),
    taken: z.array(TakenConsumable),
    evaluation: OwnEvaluation.nullable(),
    canEvaluate: z.boolean(),
    now: instant,
  })
  .meta({ id: 'ReservationUse' })
export type ReservationUse = z.infer<typeof ReservationUse>

/** What whoever has scanned the code on an instrument can do now. */
export const ScannedUse = z
  .object({
    ...resource,
    siteName: z.string().nullable(),
    providerId: z.uuid(),
    providerName: z.string(),
    state: z.enum(['free', 'in_use', 'closed']),
    runningUntil: instant.nullable().describe('Planned end of the use that runs'),
    running: z
      .object({
        useId: z.uuid(),
        reservationId: z.uuid().nullable(),
        start: instant,
        plannedEnd: instant,
        isMine: z.boolean().describe('The reader’s own; only then, or for the provider, ids are given'),
        canEnd: z.boolean(),
      })
      .nullable(),
    booking: z
      .object({ reservationId: z.uuid(), start: instant, end: instant, canBegin: z.boolean(), beginFrom: instant, lateMinutes: z.int() })
      .nullable()
      .describe('The reader’s booking here, now or next today'),
    bookNow: z
      .object({
        start: instant,
        maxEnd: instant,
        minMinutes: z.int(),
        stepMinutes: z.int(),
        problems: z.array(z.object({ code: z.string(), message: z.string() })).describe('Why the shortest use cannot be booked now'),
      })
      .nullable()
      .describe('Set when nobody has the next minutes'),
    canUseUnbooked: z.boolean(),
    nextStart: instant.nullable().describe('When somebody else’s booking begins'),
    offered: z.array(OfferedConsumable),
    now: instant,
  })
  .meta({ id: 'ScannedUse' })
export type ScannedUse = z.infer<typeof ScannedUse>

export const BookNow = z.object({ minutes: z.int().min(5).max(44_640), project: words(200).exactOptional() }).meta({ id: 'BookNow' })
export type BookNow = z.infer<typeof BookNow>

export const UseUnbooked = z.object({ minutes: z.int().min(5).max(1440), purpose: words(200) }).meta({ id: 'UseUnbooked' })
export type UseUnbooked = z.infer<typeof UseUnbooked>

/** A use that has begun. */
export const BegunUse = z
  .object({ useId: z.uuid(), reservationId: z.uuid().nullable(), start: instant, plannedEnd: instant })
  .meta({ id: 'BegunUse' })
export type BegunUse = z.infer<typeof BegunUse>

/** A signal of an interlock, a door or a meter. */
export const MeterEvent = z
  .object({
    eventId: z
      .string()
      .regex(/^[\x21-\x7e]{1,100}$/)
      .describe('The same id again is the same event'),
    device: words(100).describe('Which device, in the provider’s words'),
    kind: z.enum(['start', 'end']),
    at: instant.describe('By the device’s clock'),
    sentAt: instant.exactOptional().describe('By the same clock, when the message left: its error is then taken off'),
    unit: z.int().min(1).max(50).exactOptional(),
  })
  .meta({ id: 'MeterEvent' })
export type MeterEvent = z.infer<typeof MeterEvent>

export const MeterAnswer = z
  .object({
    outcome: z.enum(METER_OUTCOMES).describe('unmatched: kept in the log, but no use began or ended by it'),
    isRepeat: z.boolean().describe('The event had come before'),
    at: instant.describe('What counts, by the platform’s clock'),
    skewSeconds: z.int().nullable().describe('How far the device’s clock runs ahead'),
    useId: z.uuid().nullable(),
    reservationId: z.uuid().nullable(),
  })
  .meta({ id: 'MeterAnswer' })
export type MeterAnswer = z.infer<typeof MeterAnswer>

const money = z.string().regex(/^-?\d{1,9}(\.\d{1,2})?$/)
export const ProposeCorrection = z
  .object({
    start: instant,
    end: instant,
    adjustment: money.exactOptional().describe('Yuan added to the charge; with a minus taken off'),
    reason: words(500),
  })
  .meta({ id: 'ProposeCorrection' })
export type ProposeCorrection = z.infer<typeof ProposeCorrection>

export const DecideCorrection = z.object({ words: words(500).exactOptional() }).meta({ id: 'DecideCorrection' })
export type DecideCorrection = z.infer<typeof DecideCorrection>

export const ListUses = z.object({
  resourceId: z.uuid().exactOptional(),
  from: instant.exactOptional(),
  until: instant.exactOptional(),
  show: z.enum(['all', 'unproved']).default('all'),
  ...pageQuery,
})
export type ListUses = z.infer<typeof ListUses>
export const UseRecordList = pageOf(UseRecord).meta({ id: 'UseRecordList' })

/** One use with all its versions. */
export const UseHistory = z.object({ records: z.array(UseRecord), corrections: z.array(UseCorrection) }).meta({ id: 'UseHistory' })
export type UseHistory = z.infer<typeof UseHistory>

/** The provider's day: who is on what, who is awaited, what waits for somebody. */
export const UseBoard = z
  .object({
    now: instant,
    running: z.array(
      z.object({
        id: z.uuid(),
        ...resource,
        unit: z.int(),
        reservationId: z.uuid().nullable(),
        number: z.string().nullable(),
        organisationName: z.string(),
        personName: z.string().nullable(),
        purpose: z.string().nullable(),
        source: z.enum(USE_SOURCES),
        start: instant,
        plannedEnd: instant,
        closesAt: instant,
        lateMinutes: z.int(),
        overMinutes: z.int().describe('Past the planned end'),
        nextStart: instant.nullable(),
      }),
    ),
    awaited: z.array(
      z.object({
        reservationId: z.uuid(),
        number: z.string(),
        ...resource,
        organisationName: z.string(),
        bookerName: z.string(),
        start: instant,
        end: instant,
        lateMinutes: z.int().describe('0 when it has not begun'),
        missedAt: instant.nullable(),
        version: z.int(),
      }),
    ),
    corrections: z.array(UseCorrection),
    unproved: z.array(UseRecord),
    objections: z.array(
      z.object({
        chargeId: z.uuid(),
        kind: z.enum(CHARGE_KINDS),
        reservationId: z.uuid().nullable(),
        useId: z.uuid().nullable().describe('Null for a place in a training'),
        number: z.string(),
        resourceName: z.string(),
        resourceNameEn: z.string().nullable(),
        organisationName: z.string(),
        total: z.string().describe('Yuan'),
        words: z.string(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'UseBoard' })
export type UseBoard = z.infer<typeof UseBoard>

export const UseCodeQuery = z.object({
  resource: z
    .union([z.uuid(), z.array(z.uuid()).max(100)])
    .transform((ids): string[] => [ids].flat())
    .describe('Up to 100 resources'),
})

/** Sheets to print: what is on each. */
export const UseCodeList = z
  .object({
    items: z.array(
      z.object({
        resourceId: z.uuid(),
        resourceName: z.string(),
        resourceNameEn: z.string().nullable(),
        model: z.string().nullable(),
        siteName: z.string().nullable(),
        providerName: z.string(),
        code,
        url: z.string(),
        qrSvg: z.string().describe('The address as an SVG document'),
      }),
    ),
  })
  .meta({ id: 'UseCodeList' })
export type UseCodeList = z.infer<typeof UseCodeList>

export const MakeUseCodes = z
  .object({
    resourceIds: z.array(z.uuid()).min(1).max(100),
    isRenewal: z.boolean().exactOptional().describe('True makes new codes: sheets that hang are worthless then'),
  })
  .meta({ id: 'MakeUseCodes' })
export type MakeUseCodes = z.infer<typeof MakeUseCodes>
