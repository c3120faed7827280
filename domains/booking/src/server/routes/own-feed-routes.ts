import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ChooseInvitations, OpenedAddress, OpenOwnFeed, OwnFeed } from '../../contract/feeds.ts'
import { answerNewAddress } from '../feeds/answer-new-address.ts'
import { presentAddress, revokeAddress } from '../feeds/open-address.ts'
import type { BookingDeps } from '../needs.ts'
import { chooseInvitations, wantsInvitations } from '../sql/invitations.ts'
import { listAddresses } from '../sql/secret-addresses.ts'

const tags = ['booking']
const config = { access: 'booking.own_feed.manage' }

/** One's own bookings in one's own calendar: by a feed, and by invitations. */
export async function ownFeedRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const ownerOf = (personId: string) => ({ holderId: personId, personId })
  const read = async (tx: typeof db, personId: string): Promise<OwnFeed> => {
    const [feed] = await listAddresses(tx, [ownerOf(personId)])
    return { feed: feed ? presentAddress(feed) : null, wantsInvitations: await wantsInvitations(tx, personId) }
  }

  app.get(
    '/own-feed',
    {
      config,
      schema: {
        operationId: 'getOwnFeed',
        tags,
        summary: 'Whether your bookings have a feed, and whether you get invitations',
        response: { 200: OwnFeed, ...problemResponses },
      },
    },
    async (request) => read(db, actorOf(request).userId),
  )
  app.post(
    '/own-feed',
    {
      config,
      schema: {
        operationId: 'openOwnFeed',
        tags,
        summary: 'A new secret address of a calendar with your bookings; the one before stops working',
        body: OpenOwnFeed,
        response: { 201: OpenedAddress, ...problemResponses },
      },
    },
    async (request, reply) => {
      const wish = { purpose: 'feed', subject: 'person', detail: 'full', userId: actorOf(request).userId, ...request.body } as const
      return answerNewAddress({ db, needs }, request, reply, wish)
    },
  )
  app.post(
    '/own-feed/revoke',
    {
      config,
      schema: {
        operationId: 'revokeOwnFeed',
        tags,
        summary: 'Take the secret address of your bookings away',
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await revokeAddress(tx, command, ownerOf(actorOf(request).userId))
        return { status: 204, body: null }
      }),
  )
  app.put(
    '/own-feed/invitations',
    {
      config,
      schema: {
        operationId: 'chooseInvitations',
        tags,
        summary: 'Get invitations with mails about new bookings, or none',
        body: ChooseInvitations,
        response: { 200: OwnFeed, ...problemResponses },
      },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const personId = actorOf(request).userId
        await chooseInvitations(tx, personId, request.body.isWanted, command.now)
        await command.audit({
          action: 'booking.invitations.choose',
          subjectType: 'people.person',
          subjectId: personId,
          detail: { isWanted: request.body.isWanted },
        })
        return { status: 200, body: await read(tx, personId) }
      }),
  )
}
