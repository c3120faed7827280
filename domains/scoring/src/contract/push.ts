import { z } from 'zod'
import { SOURCES } from '../core/facts/sources.ts'

const MAX_PUSHED = 5000

export const PushedFact = z
  .object({
    creditCode: z.string().max(40).describe('Unified social credit code (GB 32100)'),
    factCode: z.string().max(60).describe('Code of the definition, e.g. revenue'),
    period: z.string().max(20).describe('2025, 2025-Q4 or 2025-12-31, as the definition asks'),
    value: z.string().max(60).describe('A decimal number in the unit of the definition'),
    document: z.string().trim().min(1).max(200).exactOptional().describe('Number of the record that proves it'),
  })
  .meta({ id: 'PushedFact' })
export type PushedFact = z.infer<typeof PushedFact>

export const PushFacts = z
  .object({
    source: z.enum(SOURCES).exclude(['self_report']),
    facts: z.array(PushedFact).min(1).max(MAX_PUSHED),
  })
  .meta({ id: 'PushFacts' })

const PushIssue = z
  .object({
    index: z.int().describe('Place in `facts`, from 0'),
    field: z.string().describe('The part of the fact that is meant'),
    value: z.string().nullable(),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'PushedFactIssue' })

export const PushAnswer = z
  .object({
    importId: z.uuid().describe('Under which questions wait for an officer'),
    recorded: z.int().describe('New statements'),
    replaced: z.int().describe('Statements that took the place of an older value'),
    unchanged: z.int().describe('Said already'),
    lackingConsent: z.int().describe('Of these, kept unseen and unused until the enterprises consent'),
    refused: z.array(PushIssue).describe('Mistakes; their facts were not recorded'),
    questions: z.array(PushIssue).describe('Implausible; an officer accepts them or not'),
  })
  .meta({ id: 'PushFactsAnswer' })
export type PushAnswer = z.infer<typeof PushAnswer>
