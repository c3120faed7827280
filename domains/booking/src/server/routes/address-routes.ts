import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AddressParams, OpenedAddress, OpenSharedAddress, OpenStaffFeed, SecretAddressList } from '../../contract/feeds.ts'
import { answerNewAddress } from '../feeds/answer-new-address.ts'
import { presentAddress, revokeAddress } from '../feeds/open-address.ts'
import type { BookingDeps } from '../needs.ts'
import { listAddresses, listSubjects } from '../sql/secret-addresses.ts'

const tags = ['booking']

/** Secret addresses of a provider's calendars: feeds of its people, and what it hands out. */
export async function addressRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/addresses',
    {
      config: { access: 'booking.staff_feed.manage' },
      schema: {
        operationId: 'listSecretAddresses',
        tags,
        summary: 'Your feeds of the own resources, and the addresses that your institution hands out',
        response: { 200: SecretAddressList, ...problemResponses },
      },
    },
    async (request) => {
      const providerId = organisationOf(request)
      const owners = [actorOf(request).userId, providerId].map((holderId) => ({ holderId, providerId }))
      const subjects = await listSubjects(db, providerId)
      return {
        items: (await listAddresses(db, owners)).map(presentAddress),
        subjects: subjects.map(({ subject, id, name, name_en }) => ({ subject, id, name, nameEn: name_en })),
      }
    },
  )
  app.post(
    '/staff-feeds',
    {
      config: { access: 'booking.staff_feed.manage' },
      schema: {
        operationId: 'openStaffFeed',
        tags,
        summary: 'A new secret address of a calendar of own resources, for yourself; the one before stops working',
        body: OpenStaffFeed,
        response: { 201: OpenedAddress, ...problemResponses },
      },
    },
    async (request, reply) => {
      const wish = {
        purpose: 'feed',
        detail: 'full',
        isShared: false,
        userId: actorOf(request).userId,
        providerId: organisationOf(request),
        ...request.body,
      } as const
      return answerNewAddress({ db, needs }, request, reply, wish)
    },
  )
  app.post(
    '/staff-feeds/:id/revoke',
    {
      config: { access: 'booking.staff_feed.manage' },
      schema: {
        operationId: 'revokeStaffFeed',
        tags,
        summary: 'Take the secret address of your feed away',
        params: AddressParams,
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async (request, reply) => {
      const owner = { holderId: actorOf(request).userId, providerId: organisationOf(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        await revokeAddress(tx, command, owner, request.params.id)
        return { status: 204, body: null }
      })
    },
  )
  app.post(
    '/shared-addresses',
    {
      config: { access: 'booking.shared_address.manage' },
      schema: {
        operationId: 'openSharedAddress',
        tags,
        summary: 'A new secret address to hand out: a calendar of free and busy, or the screen at a door; the one before stops working',
        body: OpenSharedAddress,
        response: { 201: OpenedAddress, ...problemResponses },
      },
    },
    async (request, reply) => {
      const wish = {
        detail: 'busy',
        isShared: true,
        userId: actorOf(request).userId,
        providerId: organisationOf(request),
        ...request.body,
      } as const
      return answerNewAddress({ db, needs }, request, reply, wish)
    },
  )
  app.post(
    '/shared-addresses/:id/revoke',
    {
      config: { access: 'booking.shared_address.manage' },
      schema: {
        operationId: 'revokeSharedAddress',
        tags,
        summary: 'Take an address away that your institution hands out',
        params: AddressParams,
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async (request, reply) => {
      const providerId = organisationOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        await revokeAddress(tx, command, { holderId: providerId, providerId }, request.params.id)
        return { status: 204, body: null }
      })
    },
  )
}
