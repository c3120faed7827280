import { z } from 'zod'

/** Spread into the `response` of a route that answers with a file. */
export const fileResponse = {
  200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } },
}
