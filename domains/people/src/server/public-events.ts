import type { PublicEvent, PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'

const MemberEvent = z.object({
  organisationId: z.uuid(),
  personId: z.uuid(),
  roles: z.array(z.string()).nullable().describe('Roles from now on; null for who left'),
})
const Payload = z.object({ organisationId: z.uuid(), personId: z.uuid(), roles: z.array(z.string()).exactOptional() })

/** An event of a membership goes to the organisation. */
function ofMember(zh: string, en: string): PublicEvent {
  return {
    title: { zh, en },
    data: MemberEvent,
    present: async ({ payload }) => {
      const { organisationId, personId, roles } = Payload.parse(payload)
      return { organisationIds: [organisationId], data: { organisationId, personId, roles: roles ?? null } }
    },
  }
}

/** What other programs may be told of an organisation's people. */
export const PEOPLE_PUBLIC_EVENTS: PublicEvents = {
  'people.member_joined': ofMember('有成员加入', 'Somebody became a member'),
  'people.member_changed': ofMember('成员的角色已更改', 'The roles of a member changed'),
  'people.member_left': ofMember('有成员离开', 'A membership ended'),
}
