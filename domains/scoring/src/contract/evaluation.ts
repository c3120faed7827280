import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { MATCHINGS } from '../core/evaluation/matching.ts'
import { SUPPORT_MISTAKES } from '../core/evaluation/support-file.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const yuan = z.string().describe('Yuan, such as "2712.00"')

/** What an import of payments did. With mistakes nothing is taken over. */
export const SupportImport = z
  .object({
    rows: z.int(),
    recorded: z.int(),
    known: z.int().describe('In the register already, by clause and reference'),
    mistakeCount: z.int(),
    mistakes: z
      .array(z.object({ sheet: z.string(), row: z.int(), column: z.string(), value: z.string(), reason: z.enum(SUPPORT_MISTAKES) }))
      .describe('The first 1,000'),
  })
  .meta({ id: 'SupportImport' })
export type SupportImport = z.infer<typeof SupportImport>

export const ListSupport = z.object({ ...pageQuery, clause: z.string().max(40).exactOptional() })
export const SupportPayment = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    enterpriseName: z.string(),
    clauseCode: z.string(),
    clauseName: z.string(),
    amount: yuan,
    paidOn: z.iso.date(),
    reference: z.string(),
  })
  .meta({ id: 'SupportPayment' })
export type SupportPayment = z.infer<typeof SupportPayment>
export const SupportPaymentList = pageOf(SupportPayment).meta({ id: 'SupportPaymentList' })
export const SupportParams = z.object({ id: z.uuid() })
export const WithdrawSupport = z.object({ reason: z.string().trim().min(2).max(500) }).meta({ id: 'WithdrawSupport' })

export const OUTCOMES = [
  'revenue',
  'tax_paid',
  'rd_expense',
  'hightech_revenue',
  'staff_total',
  'invention_applications',
  'technology_contract_value',
] as const

const Outcome = z.object({ code: z.enum(OUTCOMES), name: words, unit: z.string() })

export const EvaluationChoices = z
  .object({
    clauses: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        amount: yuan,
        enterprises: z.int(),
        years: z.array(z.object({ year: z.int(), enterprises: z.int() })).describe('Enterprises by the year of their first payment'),
      }),
    ),
    outcomes: z.array(Outcome),
  })
  .meta({ id: 'EvaluationChoices' })
export type EvaluationChoices = z.infer<typeof EvaluationChoices>

export const EvaluateClause = z.object({
  clause: z.string().min(1).max(40),
  outcome: z.enum(OUTCOMES),
  start: z.coerce.number().int().min(2000).max(2100).describe('The year of the first payment'),
  scale: z.enum(['level', 'log']).default('log'),
  match: z.enum(MATCHINGS).default('stage').describe('By what the supported are matched with others'),
  seed: z.coerce.number().int().min(0).max(4_294_967_295).default(20261122),
})

const Estimate = z.object({ value: z.number(), standardError: z.number(), low: z.number(), high: z.number(), p: z.number() })

/** Enterprises with and without support, before and after: a difference of changes, with what speaks against reading more into it. */
export const ClauseEvaluation = z
  .object({
    clause: z.object({ code: z.string(), name: z.string() }),
    outcome: Outcome,
    scale: z.enum(['level', 'log']),
    match: z.enum(MATCHINGS),
    start: z.int(),
    years: z.array(z.int()),
    amount: yuan.describe('Paid to the supported under this clause in the start year'),
    treated: z.int(),
    others: z.int(),
    observations: z.int().nullable(),
    difference: Estimate.nullable(),
    plain: Estimate.extend({ treated: z.int(), others: z.int() })
      .nullable()
      .describe('The same without matching; null where nothing is matched'),
    eventStudy: z.array(Estimate.extend({ year: z.int() })).nullable(),
    pretrendP: z.number().nullable(),
    placebo: z.object({ start: z.int(), estimate: Estimate }).nullable(),
    permutation: z.object({ p: z.number(), draws: z.int(), seed: z.int() }).nullable(),
    means: z.array(z.object({ year: z.int(), treated: z.number().nullable(), others: z.number().nullable() })),
    groups: z.array(z.object({ stage: z.string().nullable(), industry: z.string().nullable(), treated: z.int(), others: z.int() })),
    leftOut: z.object({ withoutBefore: z.int(), withoutAfter: z.int(), withoutMatch: z.int(), withoutGroup: z.int() }),
    cautions: z.array(
      z.object({
        kind: z.string(),
        count: z.int().nullable(),
        of: z.int().nullable(),
        least: z.int().nullable(),
        p: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'ClauseEvaluation' })
export type ClauseEvaluation = z.infer<typeof ClauseEvaluation>

/** Money of each clause beside what changed among those who got it. No statement about causes. */
export const FiscalEvaluation = z
  .object({
    lastYear: z.int().nullable(),
    outcomes: z.array(Outcome),
    clauses: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        amount: yuan,
        enterprises: z.int(),
        firstYear: z.int(),
        lastYear: z.int(),
        lines: z.array(
          z.object({
            outcome: z.enum(OUTCOMES),
            known: z.int(),
            supported: z.int(),
            change: z.number().nullable(),
            perWan: z.number().nullable().describe('In the outcome’s unit for each 10,000 yuan paid to those known'),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'FiscalEvaluation' })
export type FiscalEvaluation = z.infer<typeof FiscalEvaluation>
