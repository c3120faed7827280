import { z } from 'zod'

const messageType = z.union([z.literal(3), z.literal(4), z.literal(5)]).describe('3 service unit, 4 instrument, 5 customs record')

export const NationalExport = z
  .object({
    messages: z.array(z.object({ type: messageType, resourceId: z.uuid(), fields: z.record(z.string(), z.string()) })),
    problems: z
      .array(
        z.object({
          type: messageType,
          resourceId: z.uuid(),
          innerId: z.string(),
          field: z.string(),
          code: z.string(),
          message: z.string(),
        }),
      )
      .describe('mandatory fields that are missing'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'NationalExport' })

export const NationalQuery = z.object({
  organisationId: z.uuid().exactOptional().describe('the institution, when the operator asks'),
  cursor: z.string().max(500).exactOptional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
})
