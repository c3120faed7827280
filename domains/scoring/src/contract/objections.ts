import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { SOURCES } from '../core/facts/sources.ts'
import { OBJECTION_STATES } from '../core/lists/vocabulary.ts'

export const ObjectionParams = z.object({ id: z.uuid() })
export const ObjectionFileParams = z.object({ id: z.uuid(), fileId: z.uuid() })

const instant = z.iso.datetime()

/** Members of organisations object in their organisation's name; anybody else leaves a name and a way to be reached. */
export const PlaceObjection = z
  .object({
    claim: z.string().trim().min(5).max(4000).describe('What is wrong, and what shows it'),
    enterpriseId: z.uuid().exactOptional().describe('The enterprise that it is about; left out: the list as a whole'),
    objectorName: z.string().trim().min(2).max(100).exactOptional().describe('Without an account: who objects'),
    contact: z.string().trim().min(5).max(200).exactOptional().describe('Without an account: telephone or mail'),
  })
  .meta({ id: 'PlaceScoringObjection' })
export type PlaceObjection = z.infer<typeof PlaceObjection>

/** The code is shown once; with it a citizen without an account adds papers and reads the answer. */
export const PlacedObjection = z
  .object({ id: z.uuid(), number: z.string(), dueOn: z.iso.date(), code: z.string().nullable() })
  .meta({ id: 'PlacedScoringObjection' })

export const OpenObjection = z.object({ code: z.string().trim().min(1).max(60) }).meta({ id: 'OpenScoringObjection' })

const file = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), sizeBytes: z.int() })

/** An objection as whoever raised it reads it. */
export const OwnObjection = z
  .object({
    id: z.uuid(),
    number: z.string(),
    listId: z.uuid(),
    listTitleZh: z.string(),
    listTitleEn: z.string(),
    enterpriseName: z.string().nullable(),
    claim: z.string(),
    state: z.enum(OBJECTION_STATES),
    receivedAt: instant,
    dueOn: z.iso.date().describe('Last day for the answer'),
    decidedAt: instant.nullable(),
    reasons: z.string().nullable(),
    workingDaysLeft: z.int().nullable().describe('Below 0: overdue; null once decided'),
    files: z.array(file),
  })
  .meta({ id: 'OwnScoringObjection' })
export type OwnObjection = z.infer<typeof OwnObjection>
export const OwnObjectionPage = pageOf(OwnObjection).meta({ id: 'OwnScoringObjectionPage' })
export const ListOwnObjections = z.object(pageQuery)

/** An objection as the office sees it. */
export const Objection = OwnObjection.extend({
  enterpriseId: z.uuid().nullable(),
  edition: z.int(),
  objectorName: z.string(),
  contact: z.string().nullable(),
  isCitizen: z.boolean(),
  handlerName: z.string().nullable(),
  decidedByName: z.string().nullable(),
  corrections: z.array(z.object({ factCode: z.string(), period: z.string(), source: z.enum(SOURCES), value: z.string() })),
  version: z.int(),
}).meta({ id: 'ScoringObjection' })
export type Objection = z.infer<typeof Objection>
export const ObjectionPage = pageOf(Objection).meta({ id: 'ScoringObjectionPage' })
export const ListObjections = z.object({ ...pageQuery, listId: z.uuid().exactOptional(), state: z.enum(OBJECTION_STATES).exactOptional() })

/** Which statement of a source was wrong, and what is right. */
const FactCorrection = z.object({
  factCode: z.string().max(60),
  period: z.string().max(10),
  source: z.enum(SOURCES),
  value: z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/),
  document: z.string().trim().min(1).max(200).describe('What shows it'),
  isConfirmed: z.boolean().default(false).describe('What is implausible about the value was looked at'),
})
export const DecideObjection = z
  .object({
    decision: z.enum(['upheld', 'rejected']),
    reasons: z.string().trim().min(5).max(4000).describe('The objector reads them'),
    corrections: z
      .array(FactCorrection)
      .max(20)
      .default([])
      .describe('Facts of the enterprise that the objection is about; with `upheld` only'),
  })
  .meta({ id: 'DecideScoringObjection' })
export type DecideObjection = z.infer<typeof DecideObjection>
