import { z } from 'zod'
import { NATIONAL_TYPES } from '../core/national-message.ts'

const messageType = z.literal([...NATIONAL_TYPES]).describe('1 institution, 2 facility, 3 service unit, 4 instrument, 5 customs record')
const resourceId = z.uuid().nullable().describe('null in the message of the institution itself')

export const NationalExport = z
  .object({
    messages: z.array(z.object({ type: messageType, resourceId, fields: z.record(z.string(), z.string()) })),
    problems: z
      .array(
        z.object({
          type: messageType,
          resourceId,
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
