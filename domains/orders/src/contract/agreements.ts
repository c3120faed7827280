import { z } from 'zod'
import { type PARTICULARS, REMAINDERS, REPORT_WAYS, SCOPES, STORAGES, YES_NO } from '../core/agreement/content.ts'
import { isFigureNamed } from '../core/agreement/figures.ts'
import { CHANGE_KINDS, CHANGE_STATES, TERMS_TOPICS } from '../core/agreement/terms.ts'
import { OrderParams } from './orders.ts'
import { Clause, Figure } from './terms.ts'

export const AgreementParams = OrderParams
export const AgreementChangeParams = z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(100_000) })

const line = z.string().trim().max(300).exactOptional()

/** What the entrustment says of samples and service beside the order; what is left out is not printed. */
export const AgreementParticulars = z
  .object({
    sampleName: line,
    model: line,
    maker: line.describe('Maker or origin'),
    brand: line,
    batch: line,
    productionDay: line,
    shelfLife: line,
    package: line,
    appearance: line,
    quantity: line,
    scope: z.enum(SCOPES).exactOptional(),
    basis: line,
    judgement: line.describe('Basis of the judgement'),
    decisionRule: line,
    allowsSubcontract: z.enum(YES_NO).exactOptional(),
    papers: line,
    referenceMaterial: line,
    storage: z.enum(STORAGES).exactOptional(),
    remainder: z.enum(REMAINDERS).exactOptional(),
    payment: line,
    changeChannel: line,
    reportWay: z.enum(REPORT_WAYS).exactOptional(),
    reportCopies: line,
    contactName: line,
    contactPhone: line,
  } satisfies Record<(typeof PARTICULARS)[number], z.ZodType>)
  .meta({ id: 'AgreementParticulars' })
export type AgreementParticulars = z.infer<typeof AgreementParticulars>

const side = z.enum(['client', 'provider'])

/** A change of one clause that one side proposes and the other answers. */
export const AgreementChange = z
  .object({
    number: z.int(),
    topic: z.enum(TERMS_TOPICS),
    kind: z.enum(CHANGE_KINDS),
    clauseKey: z.string(),
    heading: z.string(),
    difference: z
      .array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }))
      .describe('The proposed wording against the one before'),
    text: z.string(),
    figure: Figure.nullable(),
    words: z.string().describe('Why'),
    side,
    proposedByName: z.string(),
    proposedAt: z.iso.datetime(),
    state: z.enum(CHANGE_STATES),
    decidedByName: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'AgreementChange' })
export type AgreementChange = z.infer<typeof AgreementChange>

/** What both sides agree on beside the price, and who has accepted which text. */
export const Agreement = z
  .object({
    orderId: z.uuid(),
    state: z.enum(['open', 'agreed']),
    version: z.int().describe('0 until somebody has written in it'),
    contentSha256: z.string().describe('Of the exact text as it stands; acceptance names it'),
    terms: z.array(
      z.object({
        topic: z.enum(TERMS_TOPICS),
        termsId: z.uuid(),
        name: z.string(),
        number: z.int(),
        isChanged: z.boolean().describe('Differs from the template by accepted changes'),
        clauses: z.array(Clause),
      }),
    ),
    particulars: AgreementParticulars,
    changes: z.array(AgreementChange),
    acceptances: z.array(
      z.object({
        side,
        personName: z.string(),
        at: z.iso.datetime(),
        contentSha256: z.string(),
        isCurrent: z.boolean().describe('Of the text as it stands'),
      }),
    ),
    canWrite: z.boolean().describe('The reader’s side may still negotiate'),
    canAccept: z.boolean(),
    agreedAt: z.iso.datetime().nullable(),
    hasFile: z.boolean().describe('The document is printed'),
  })
  .meta({ id: 'Agreement' })
export type Agreement = z.infer<typeof Agreement>

export const ChooseTerms = z
  .object({ termsIds: z.array(z.uuid()).min(1).max(TERMS_TOPICS.length).describe('At most one of each topic; other topics stay') })
  .meta({ id: 'ChooseTerms' })

export const ProposeChange = z
  .object({
    topic: z.enum(TERMS_TOPICS),
    kind: z.enum(CHANGE_KINDS),
    clauseKey: z.string().max(20).exactOptional().describe('Left out for a new clause'),
    heading: z.string().trim().max(200).default(''),
    text: z.string().trim().max(4000).default(''),
    figure: Figure.exactOptional().describe('Named in the text as {期限}'),
    words: z.string().trim().max(1000).default(''),
  })
  .refine(({ kind, clauseKey }) => (kind === 'add') === (clauseKey === undefined), {
    path: ['clauseKey'],
    params: { problem: 'orders.clause_missing' },
  })
  .refine(({ kind, heading, text }) => kind === 'strike' || (heading !== '' && text !== ''), {
    path: ['text'],
    params: { problem: 'orders.clause_empty' },
  })
  .refine((change) => change.kind === 'strike' || isFigureNamed(change), { path: ['text'], params: { problem: 'orders.figure_unnamed' } })
  .meta({ id: 'ProposeAgreementChange' })
export type ProposeChange = z.infer<typeof ProposeChange>

export const AcceptAgreement = z
  .object({
    contentSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the text that the reader has seen'),
  })
  .meta({ id: 'AcceptAgreement' })
