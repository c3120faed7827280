import { z } from 'zod'

export const UploadedFile = z
  .object({ fileId: z.uuid(), name: z.string(), mediaType: z.string(), sizeBytes: z.number().int(), url: z.string() })
  .meta({ id: 'UploadedFile' })
