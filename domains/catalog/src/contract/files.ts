import { z } from 'zod'

export const UploadedFile = z
  .object({ fileId: z.uuid(), name: z.string(), mediaType: z.string(), sizeBytes: z.number().int(), url: z.string() })
  .meta({ id: 'UploadedFile' })

/** Spread into the `response` of a route that answers with a file. */
export const fileResponse = {
  200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } },
}
