import { z } from 'zod'

const Name = z.object({ zh: z.string(), en: z.string() })

/** Where facts are too thin for a model, stage by stage, before a run of it is started. */
export const RunOutlook = z
  .object({
    stages: z.array(
      z.object({
        stage: z.object({ code: z.string(), name: Name }).nullable().describe('Null: no stage takes them, or the model has none'),
        isScored: z.boolean().describe('False for enterprises that no stage takes'),
        enterpriseCount: z.int(),
        unscoredCount: z.int().describe('They get no score because too little is known of them'),
        branches: z
          .array(z.object({ code: z.string(), name: Name, minimumRatio: z.number(), belowCount: z.int() }))
          .describe('Dimensions of which less is known than the model asks for, of one enterprise or more'),
        indicators: z
          .array(
            z.object({
              code: z.string(),
              name: Name,
              weightRatio: z.number().describe('Of the weight of the whole model in this stage (0–1)'),
              minimumRatio: z.number(),
              knownCount: z.int(),
              isThin: z.boolean().describe('A smaller part of enterprises has it than its dimension asks for'),
            }),
          )
          .describe('Thin ones, and the three least known where somebody gets no score; the least known first'),
      }),
    ),
  })
  .meta({ id: 'ScoringRunOutlook' })
export type RunOutlook = z.infer<typeof RunOutlook>
