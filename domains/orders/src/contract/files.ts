import { z } from 'zod'

/** The answer of a route that sends a stored file. */
export const fileResponse = {
  200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } },
}
