import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'

const words = z.object({ zh: z.string(), en: z.string() })
const certainty = z.enum(['seen', 'second_hand', 'to_confirm'])
const text = (min: number, max: number) => z.string().trim().min(min).max(max)

export const CultivationParams = z.object({ enterpriseId: z.uuid() })
export const RecognitionParams = z.object({ enterpriseId: z.uuid(), id: z.uuid() })
export const WatchParams = z.object({ enterpriseId: z.uuid(), listId: z.uuid() })
export const VisitParams = z.object({ enterpriseId: z.uuid(), id: z.uuid() })

const LadderCondition = z
  .object({
    code: z.string(),
    name: words,
    unit: z.string(),
    clause: z.string().nullable(),
    certainty,
    is: z.enum(['>=', '<=', '>']),
    state: z.enum(['met', 'short', 'unknown']),
    value: z.number().nullable(),
    limit: z.number().nullable(),
    lack: z.number().nullable().describe('How much is short, in the condition’s unit'),
    remedy: z
      .object({
        fact: z.string(),
        name: words,
        unit: z.string(),
        by: z.number().describe('Change of the fact that meets the condition, all else as it is'),
      })
      .nullable(),
    sources: z.array(
      z.object({ fact: z.string(), name: words, period: z.string(), source: z.string(), value: z.number(), unit: z.string() }),
    ),
    missing: z.array(z.object({ fact: z.string(), name: words })),
  })
  .meta({ id: 'LadderCondition' })

const LadderStep = z
  .object({
    code: z.string(),
    name: words,
    certainty,
    sources: z.array(z.object({ title: z.string(), note: z.string().nullable() })),
    isHeld: z.boolean(),
    met: z.int(),
    short: z.int(),
    unknown: z.int(),
    conditions: z.array(LadderCondition),
    alsoAsked: z.array(words).describe('Asked by the rule, but not to be judged from facts that the platform holds'),
  })
  .meta({ id: 'LadderStep' })
export type LadderStep = z.infer<typeof LadderStep>

/** Where an enterprise stands on the ladder, and how far it is from each step. */
export const EnterpriseLadder = z
  .object({
    enterpriseId: z.uuid(),
    name: z.string(),
    shortName: z.string().nullable(),
    creditCode: z.string(),
    current: z.string().nullable(),
    next: z.string().nullable(),
    period: z.string().describe('The year whose facts are taken'),
    hasScore: z.boolean(),
    steps: z.array(LadderStep),
  })
  .meta({ id: 'EnterpriseLadder' })
export type EnterpriseLadder = z.infer<typeof EnterpriseLadder>

const Recognition = z
  .object({ id: z.uuid(), step: z.string(), recognisedOn: z.iso.date(), validUntil: z.iso.date().nullable(), document: z.string() })
  .meta({ id: 'StepRecognition' })
const Visit = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    enterpriseName: z.string(),
    visitedOn: z.iso.date(),
    visitors: z.string(),
    findings: z.string(),
    followUp: z.string().nullable(),
    followUpOn: z.iso.date().nullable(),
    doneAt: z.iso.datetime().nullable(),
    result: z.string().nullable(),
  })
  .meta({ id: 'CultivationVisit' })
export type Visit = z.infer<typeof Visit>

/** What the office keeps about an enterprise; never shown to it. */
export const CultivationFile = z
  .object({
    ladder: EnterpriseLadder,
    recognitions: z.array(Recognition),
    watched: z.array(z.object({ listId: z.uuid(), name: z.string(), reason: z.string(), addedAt: z.iso.datetime() })),
    notes: z.array(z.object({ id: z.uuid(), body: z.string(), writtenAt: z.iso.datetime(), writer: z.string().nullable() })),
    visits: z.array(Visit),
  })
  .meta({ id: 'CultivationFile' })
export type CultivationFile = z.infer<typeof CultivationFile>

const WatchList = z.object({ id: z.uuid(), name: z.string(), purpose: z.string(), count: z.int() }).meta({ id: 'WatchListOfEnterprises' })
export type WatchList = z.infer<typeof WatchList>

export const CultivationOverview = z
  .object({
    placedAt: z.iso.datetime().nullable(),
    steps: z.array(
      z.object({
        code: z.string().nullable().describe('Null: recognised for nothing yet'),
        name: words.nullable(),
        count: z.int(),
        ready: z.int().describe('Meet every condition of the next step'),
      }),
    ),
    conditions: z.array(z.object({ step: z.string(), code: z.string(), name: words, unit: z.string() })),
    watchLists: z.array(WatchList),
    followUps: z.array(Visit),
  })
  .meta({ id: 'CultivationOverview' })
export type CultivationOverview = z.infer<typeof CultivationOverview>

export const ListPlaces = z.object({
  ...pageQuery,
  next: z.string().max(40).exactOptional().describe('The step that comes next'),
  list: z.uuid().exactOptional().describe('A watch list'),
  words: z.string().trim().min(1).max(100).exactOptional(),
})

const LadderPlace = z
  .object({
    enterpriseId: z.uuid(),
    name: z.string(),
    shortName: z.string().nullable(),
    creditCode: z.string(),
    current: z.string().nullable(),
    next: z.string().nullable(),
    met: z.int(),
    short: z.int(),
    unknown: z.int(),
    nearest: z.object({ condition: z.string(), lack: z.number() }).nullable(),
    watched: z.array(z.string()),
    visitedOn: z.iso.date().nullable(),
  })
  .meta({ id: 'LadderPlace' })
export type LadderPlace = z.infer<typeof LadderPlace>
export const LadderPlaceList = pageOf(LadderPlace).meta({ id: 'LadderPlaceList' })

export const MakeWatchList = z.object({ name: text(2, 60), purpose: z.string().trim().max(300) }).meta({ id: 'MakeWatchList' })
export const WatchListList = z.object({ items: z.array(WatchList) }).meta({ id: 'WatchListList' })
export const WatchEnterprise = z.object({ reason: text(2, 300) }).meta({ id: 'WatchEnterprise' })
export const WriteNote = z.object({ body: text(2, 4000) }).meta({ id: 'WriteCultivationNote' })
export const RecordVisit = z
  .object({
    visitedOn: z.iso.date(),
    visitors: text(2, 200),
    findings: text(2, 4000),
    followUp: text(2, 1000).nullable(),
    followUpOn: z.iso.date().nullable(),
  })
  .meta({ id: 'RecordCultivationVisit' })
export type RecordVisit = z.infer<typeof RecordVisit>
export const FinishFollowUp = z.object({ result: text(2, 1000) }).meta({ id: 'FinishFollowUp' })
export const Recognise = z
  .object({ step: z.string().max(40), recognisedOn: z.iso.date(), validUntil: z.iso.date().nullable(), document: text(1, 200) })
  .meta({ id: 'RecogniseStep' })
export type Recognise = z.infer<typeof Recognise>
export const EndRecognition = z.object({ reason: text(2, 500) }).meta({ id: 'EndRecognition' })
