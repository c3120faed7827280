import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'

export const ModelParams = z.object({ id: z.uuid() })

const words = z.object({ zh: z.string(), en: z.string() })
const document = z.record(z.string(), z.unknown()).describe('A model in the format jiju-model/1')

export const ScoringModelSummary = z
  .object({
    id: z.uuid(),
    code: z.string(),
    modelVersion: z.string(),
    name: words,
    state: z.enum(['draft', 'published', 'retired']),
    certainty: z.string(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
    sourceCount: z.int(),
    indicatorCount: z.int(),
    sha256: z.string(),
    createdAt: z.iso.datetime(),
    createdByName: z.string().nullable(),
    editedByName: z.string().nullable(),
    isOwn: z.boolean().describe('The reader wrote or changed it, so somebody else publishes'),
    publishedAt: z.iso.datetime().nullable(),
    publishedByName: z.string().nullable(),
    retiredAt: z.iso.datetime().nullable(),
    version: z.int(),
  })
  .meta({ id: 'ScoringModelSummary' })
export type ScoringModelSummary = z.infer<typeof ScoringModelSummary>

/** Something wrong with a document: where, as a JSON pointer, and what. A warning does not keep it from use. */
const Mistake = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  isWarning: z.boolean(),
  message: z.object({ zh: z.string(), en: z.string() }),
})
export const ModelMistakes = z.object({ items: z.array(Mistake) }).meta({ id: 'ScoringModelMistakes' })
export type ModelMistake = z.infer<typeof Mistake>

export const ScoringModel = ScoringModelSummary.extend({ document, mistakes: z.array(Mistake) }).meta({ id: 'ScoringModel' })
export type ScoringModel = z.infer<typeof ScoringModel>

export const ListModels = z.object({ ...pageQuery, state: z.enum(['draft', 'published', 'retired']).exactOptional() })
export const ScoringModelPage = pageOf(ScoringModelSummary).meta({ id: 'ScoringModelPage' })

/** A draft from a shipped model, from a version that stands, or from a document. */
export const CreateModel = z
  .union([
    z.object({ shipped: z.string().max(40) }),
    z.object({ copyOf: z.uuid(), modelVersion: z.string().trim().min(1).max(20) }),
    z.object({ document }),
  ])
  .meta({ id: 'CreateScoringModel' })
export type CreateModel = z.infer<typeof CreateModel>

export const EditModel = z.object({ document }).meta({ id: 'EditScoringModel' })

export const ShippedModels = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        modelVersion: z.string(),
        name: words,
        indicatorCount: z.int(),
        certainty: z.string(),
        isAdopted: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ShippedScoringModels' })

export const CompareModels = z.object({ with: z.uuid().describe('The older version') })
export const ModelDifferences = z
  .object({ items: z.array(z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() })) })
  .meta({ id: 'ScoringModelDifferences' })
