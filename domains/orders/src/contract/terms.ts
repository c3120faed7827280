import { z } from 'zod'
import { FIGURE_KINDS, FIGURE_UNITS, isFigureNamed } from '../core/agreement/figures.ts'
import { TERMS_STATES, TERMS_TOPICS } from '../core/agreement/terms.ts'

export const TermsParams = z.object({ id: z.uuid() })

export const Figure = z
  .object({ kind: z.enum(FIGURE_KINDS), amount: z.int().min(1).max(999), unit: z.enum(FIGURE_UNITS) })
  .describe('How long samples or records are kept')
  .meta({ id: 'TermsFigure' })

export const Clause = z
  .object({ key: z.string(), heading: z.string(), text: z.string(), figure: Figure.exactOptional() })
  .describe('`key` names it within its terms; its figure stands in the text as {期限}')
  .meta({ id: 'TermsClause' })

/** One version of a template of terms. Once published it is never edited; a change is the next number. */
export const QuotedTerms = z
  .object({
    id: z.uuid(),
    templateId: z.uuid(),
    isPlatform: z.boolean().describe('Offered by the platform to all'),
    topic: z.enum(TERMS_TOPICS),
    number: z.int(),
    name: z.string(),
    clauses: z.array(Clause),
    state: z.enum(TERMS_STATES),
    isDefault: z.boolean().describe('Chosen for new orders when nobody chooses'),
    version: z.int(),
    publishedAt: z.iso.datetime().nullable(),
    publishedByName: z.string().nullable(),
  })
  .meta({ id: 'QuotedTerms' })
export type QuotedTerms = z.infer<typeof QuotedTerms>
export const QuotedTermsList = z.object({ items: z.array(QuotedTerms) }).meta({ id: 'QuotedTermsList' })

/** With what only those who keep them may know. */
export const Terms = QuotedTerms.extend({ orderCount: z.int().describe('Agreements that hold it') }).meta({ id: 'Terms' })
export type Terms = z.infer<typeof Terms>

export const ListTerms = z.object({ topic: z.enum(TERMS_TOPICS).exactOptional() })
export const TermsList = z.object({ items: z.array(Terms) }).meta({ id: 'TermsList' })

const heading = z.string().trim().min(1).max(200)
const clauseText = z.string().trim().min(1).max(4000)
const written = {
  name: z.string().trim().min(1).max(100),
  clauses: z
    .array(
      z
        .object({ heading, text: clauseText, figure: Figure.exactOptional() })
        .refine(isFigureNamed, { path: ['text'], params: { problem: 'orders.figure_unnamed' } }),
    )
    .min(1)
    .max(40),
}
export const WriteTerms = z.object({ topic: z.enum(TERMS_TOPICS), ...written }).meta({ id: 'WriteTerms' })
export type WriteTerms = z.infer<typeof WriteTerms>
export const EditTerms = z.object(written).meta({ id: 'EditTerms' })
export type EditTerms = z.infer<typeof EditTerms>
