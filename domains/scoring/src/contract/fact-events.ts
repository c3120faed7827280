import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { SOURCES } from '../core/facts/sources.ts'

const Reason = z.string().trim().min(2).max(500)
const EventCode = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/)

const Name = z.object({ zh: z.string(), en: z.string() })
const EVENT_STATES = ['open', 'repaired', 'replaced', 'ended'] as const

export const NegativeEvent = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: Name.nullable().describe('Null: no published model counts it'),
    isVeto: z.boolean().describe('Unrepaired it excludes from scores'),
    occurredOn: z.iso.date(),
    repairedOn: z.iso.date().nullable(),
    source: z.string(),
    document: z.string(),
    receivedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    endReason: z.string().nullable(),
    state: z.enum(EVENT_STATES).describe('`replaced`: the same event goes on in a record with its repair; `ended`: taken back'),
    expiresOn: z.iso.date().nullable().describe('From this day on it counts in no published model; null: it does not expire'),
    isExpired: z.boolean(),
  })
  .meta({ id: 'NegativeEvent' })
export type NegativeEvent = z.infer<typeof NegativeEvent>

/** An event as its enterprise reads it, with what it costs today. */
export const OwnNegativeEvent = NegativeEvent.extend({
  cost: z
    .object({
      points: z.number().describe('What the event alone takes, before the cap of all deductions'),
      excludes: z.boolean().describe('No score until it is repaired'),
    })
    .nullable()
    .describe('By the model that counts now; null: nothing'),
}).meta({ id: 'OwnNegativeEvent' })
export type OwnNegativeEvent = z.infer<typeof OwnNegativeEvent>

/** By which model events of an enterprise are reckoned today, and how much all of them together can take. */
export const DeductionModel = z.object({ name: Name, version: z.string(), cap: z.number() }).meta({ id: 'ScoringDeductionModel' })

export const RecordNegativeEvent = z
  .object({
    code: EventCode,
    occurredOn: z.iso.date(),
    repairedOn: z.iso.date().nullable(),
    source: z.enum(SOURCES),
    document: z.string().trim().min(1).max(200),
  })
  .meta({ id: 'RecordNegativeEvent' })

export const RepairNegativeEvent = z.object({ repairedOn: z.iso.date(), reason: Reason }).meta({ id: 'RepairNegativeEvent' })

export const ListNegativeEvents = z.object({
  ...pageQuery,
  code: EventCode.exactOptional(),
  state: z
    .enum([...EVENT_STATES, 'all'])
    .exactOptional()
    .describe('Without it: those that are neither replaced nor taken back'),
  expired: z.enum(['yes', 'no']).exactOptional(),
  words: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .exactOptional()
    .describe('Part of the name of the enterprise, of its credit code or of the document'),
})
export const NegativeEventOfEnterprise = NegativeEvent.extend({
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  creditCode: z.string(),
}).meta({ id: 'NegativeEventOfEnterprise' })
export type NegativeEventOfEnterprise = z.infer<typeof NegativeEventOfEnterprise>
export const NegativeEventList = pageOf(NegativeEventOfEnterprise).meta({ id: 'NegativeEventList' })

/** What events can be, from the published models, and how many there are. */
export const NegativeEventKindList = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        name: Name.nullable().describe('Null: no published model counts it'),
        expiresAfterDays: z.int().nullable(),
        isVeto: z.boolean().describe('Unrepaired it excludes from scores'),
        open: z.int().describe('Neither repaired nor expired'),
        repaired: z.int().describe('Repaired and not expired'),
        expired: z.int(),
      }),
    ),
  })
  .meta({ id: 'NegativeEventKindList' })
export type NegativeEventKind = z.infer<typeof NegativeEventKindList>['items'][number]
