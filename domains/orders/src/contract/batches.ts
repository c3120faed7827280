import { z } from 'zod'
import { BATCH_STATES, RECIPE_STATES } from '../core/work/vocabulary.ts'

const instant = z.iso.datetime()
const words = (max: number) => z.string().trim().min(1).max(max)
const decimal = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,6})?$/)
  .describe('Decimal, such as "12.5"')
const limit = z
  .string()
  .trim()
  .regex(/^[+-]?\d{1,12}(\.\d{1,6})?$/)
  .nullable()
  .default(null)

const RecipeStep = z
  .object({
    title: words(200),
    instruction: z.string().trim().max(4000).default(''),
    checks: z
      .array(z.object({ parameter: words(200), unit: z.string().trim().max(40).default(''), low: limit, high: limit }))
      .max(20)
      .default([]),
  })
  .meta({ id: 'RecipeStep' })

export const WriteRecipe = z
  .object({
    code: words(40),
    name: words(200),
    batchSize: decimal,
    sizeUnit: words(20),
    steps: z.array(RecipeStep).min(1).max(60),
    changeWords: z.string().trim().max(2000).default('').describe('What is different from the version before'),
  })
  .meta({ id: 'WriteRecipe' })
export type WriteRecipe = z.infer<typeof WriteRecipe>

export const RecipeParams = z.object({ id: z.uuid() })
export const Recipe = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    versions: z.array(
      z.object({
        id: z.uuid(),
        number: z.int(),
        state: z.enum(RECIPE_STATES),
        batchSize: z.string(),
        sizeUnit: z.string(),
        steps: z.array(RecipeStep),
        changeWords: z.string(),
        writtenByName: z.string(),
        writtenAt: instant,
        approvedByName: z.string().nullable(),
        approvedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'Recipe' })
export type Recipe = z.infer<typeof Recipe>
export const RecipeList = z.object({ items: z.array(Recipe) }).meta({ id: 'RecipeList' })

export const BatchParams = z.object({ id: z.uuid() })
export const BatchStepParams = z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(1000) })

export const BeginBatch = z.object({ recipeVersionId: z.uuid(), number: words(40), plannedSize: decimal }).meta({ id: 'BeginBatch' })
export type BeginBatch = z.infer<typeof BeginBatch>

/** What a step found; a value that was entered before is changed with the reason. */
export const RecordBatchStep = z
  .object({
    values: z
      .array(z.object({ parameter: words(200), value: words(200), reason: words(1000).exactOptional() }))
      .max(20)
      .default([]),
    words: z.string().trim().max(4000).default(''),
    isDone: z.boolean(),
  })
  .meta({ id: 'RecordBatchStep' })
export type RecordBatchStep = z.infer<typeof RecordBatchStep>

export const FinishBatch = z.object({ yieldSize: decimal }).meta({ id: 'FinishBatch' })
export const DecideBatch = z.object({ isReleased: z.boolean(), words: words(2000) }).meta({ id: 'DecideBatch' })
export type DecideBatch = z.infer<typeof DecideBatch>

export const Batch = z
  .object({
    id: z.uuid(),
    number: z.string(),
    taskId: z.uuid(),
    orderId: z.uuid(),
    orderNumber: z.string(),
    recipeName: z.string(),
    recipeCode: z.string(),
    recipeVersion: z.int(),
    plannedSize: z.string(),
    sizeUnit: z.string(),
    yieldSize: z.string().nullable(),
    yieldPercent: z.string().nullable(),
    state: z.enum(BATCH_STATES),
    version: z.int(),
    mayDecide: z.boolean().describe('The reader had no hand in making it'),
    begunByName: z.string(),
    begunAt: instant,
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    decisionWords: z.string().nullable(),
    outside: z.int().describe('Checks outside their limits'),
    steps: z.array(
      z.object({
        position: z.int(),
        title: z.string(),
        instruction: z.string(),
        doneByName: z.string().nullable(),
        doneAt: instant.nullable(),
        words: z.string(),
        witnessedByName: z.string().nullable(),
        mayWitness: z.boolean(),
        checks: z.array(
          z.object({
            parameter: z.string(),
            unit: z.string(),
            low: z.string().nullable(),
            high: z.string().nullable(),
            value: z.string().nullable(),
            isWithin: z.boolean().nullable(),
            enteredByName: z.string().nullable(),
            earlier: z.array(z.object({ value: z.string(), enteredByName: z.string(), enteredAt: instant, reason: z.string().nullable() })),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Batch' })
export type Batch = z.infer<typeof Batch>
export const BatchesOfTask = z.object({ items: z.array(Batch) }).meta({ id: 'BatchesOfTask' })

export const GrantParams = z.object({ id: z.uuid() })
export const GrantAccess = z
  .object({
    orderItemId: z.uuid(),
    from: instant,
    until: instant.describe('Not included'),
    unit: words(40).describe('What is counted, such as GPU-hour or download'),
    quota: decimal.nullable().describe('Null: not limited'),
    directions: words(1000).describe('How the client gets there; never a secret'),
  })
  .meta({ id: 'GrantAccess' })
export type GrantAccess = z.infer<typeof GrantAccess>
export const EndGrant = z.object({ reason: words(1000) }).meta({ id: 'EndGrant' })
/** A record of a meter; the same key is counted once. */
export const MeterUse = z
  .object({ key: words(100), usedAt: instant, quantity: decimal, note: z.string().trim().max(500).default('') })
  .meta({ id: 'MeterUse' })
export type MeterUse = z.infer<typeof MeterUse>

export const Grant = z
  .object({
    id: z.uuid(),
    orderItemId: z.uuid(),
    itemName: z.string(),
    from: instant,
    until: instant,
    unit: z.string(),
    quota: z.string().nullable(),
    used: z.string(),
    directions: z.string(),
    state: z.enum(['granted', 'ended']),
    isRunning: z.boolean(),
    version: z.int(),
    endReason: z.string().nullable(),
    uses: z.array(z.object({ id: z.uuid(), usedAt: instant, quantity: z.string(), note: z.string() })).describe('The newest hundred'),
  })
  .meta({ id: 'Grant' })
export type Grant = z.infer<typeof Grant>
export const Grants = z.object({ items: z.array(Grant), mayGrant: z.boolean() }).meta({ id: 'Grants' })
