import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'

export const PersonQuery = z.object({
  q: z.string().trim().min(1).max(120).exactOptional().describe('Part of a name or e-mail address'),
  ...pageQuery,
})

export const ListedPerson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    hasSecondFactor: z.boolean(),
    isDisabled: z.boolean(),
    createdAt: z.iso.datetime(),
    memberships: z.array(z.object({ organisationId: z.uuid(), organisationName: z.string(), roles: z.array(z.string()) })),
  })
  .meta({ id: 'ListedPerson' })
export type ListedPerson = z.infer<typeof ListedPerson>
export const ListedPersonPage = pageOf(ListedPerson).meta({ id: 'ListedPersonPage' })
