import type { Db } from '@jiju/platform/database/pool'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, encodeCursor } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ListPassports,
  Passport,
  PassportParams,
  PassportShare,
  RecognitionRuleEntry,
  RecognitionRuleList,
  SharedPassportList,
  SharePassport,
} from '../../contract/passports.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import {
  addRecognitionRule,
  readPassport,
  readShared,
  removeRecognitionRule,
  revokePassport,
  sharePassport,
} from '../qualification/passport.ts'
import { findPersonName } from '../sql/customers.ts'
import { listRecognitionRules, listSharers } from '../sql/qualification/passports.ts'

const tags = ['booking']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** A person's qualifications across providers, whom the person shows them, and what providers make of them. */
export async function passportRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/passport',
    {
      schema: {
        operationId: 'getPassport',
        tags,
        summary: 'Own qualifications at all providers, passed tests, and who may read them',
        response: { 200: Passport, ...problemResponses },
      },
      config: { access: 'booking.passport.manage' },
    },
    (request) => readPassport(db, actorOf(request).userId, request.server.now()),
  )

  app.post(
    '/passport/shares',
    {
      schema: {
        operationId: 'sharePassport',
        tags,
        summary: 'Let a provider read the own passport until taken back',
        body: SharePassport,
        response: { 201: PassportShare, ...problemResponses },
      },
      config: { access: 'booking.passport.manage' },
    },
    async (request, reply) => {
      const personId = actorOf(request).userId
      return runCommand(db, request, reply, async (tx, command) => {
        const personName = (await findPersonName(tx, personId)) ?? ''
        const body = await sharePassport(tx, command, needs, { personId, personName, providerId: request.body.providerId })
        return { status: 201, body }
      })
    },
  )

  app.delete(
    '/passport/shares/:id',
    {
      schema: {
        operationId: 'revokePassportShare',
        tags,
        summary: 'Take a share back; what was granted on its ground stays',
        params: PassportParams,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: 'booking.passport.manage' },
    },
    async (request, reply) => {
      const wish = { id: request.params.id, personId: actorOf(request).userId }
      return runCommand(db, request, reply, async (tx, command) => {
        await revokePassport(tx, command, wish)
        return { status: 204, body: null }
      })
    },
  )

  app.get(
    '/passports',
    {
      schema: {
        operationId: 'listSharedPassports',
        tags,
        summary: 'Passports that people share with the own provider',
        querystring: ListPassports,
        response: { 200: SharedPassportList, ...problemResponses },
      },
      config: { access: 'booking.passport.recognise' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const providerId = organisationOf(request)
      const after = decodeCursor(cursor, Cursor)
      const rows = await listSharers(db, providerId, { after: after && { at: new Date(after[0]), id: after[1] }, limit })
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        items: await readShared(db, page, providerId, request.server.now()),
        nextCursor: rows.length > limit && last ? encodeCursor([last.shared_at.toISOString(), last.id]) : null,
      }
    },
  )

  const rulesOf = async (tx: Db<BookingTables>, providerId: string) => ({
    items: (await listRecognitionRules(tx, providerId)).map((row) => ({
      id: row.id,
      fromProviderId: row.from_provider_id,
      fromProviderName: row.from_provider_name,
      classCode: row.class_code,
      maxLevel: row.max_level,
      createdAt: row.created_at.toISOString(),
    })),
  })

  app.get(
    '/recognition-rules',
    {
      schema: {
        operationId: 'listRecognitionRules',
        tags,
        summary: 'Whose levels on which classes the own provider takes over',
        response: { 200: RecognitionRuleList, ...problemResponses },
      },
      config: { access: 'booking.passport.recognise' },
    },
    (request) => rulesOf(db, organisationOf(request)),
  )

  app.post(
    '/recognition-rules',
    {
      schema: {
        operationId: 'addRecognitionRule',
        tags,
        summary: 'Take over the levels of a provider on a class of instruments, up to a level',
        body: RecognitionRuleEntry,
        response: { 201: RecognitionRuleList, ...problemResponses },
      },
      config: { access: 'booking.passport.recognise' },
    },
    async (request, reply) => {
      const providerId = organisationOf(request)
      const wish = { ...request.body, providerId, userId: actorOf(request).userId }
      return runCommand(db, request, reply, async (tx, command) => {
        await addRecognitionRule(tx, command, needs, wish)
        return { status: 201, body: await rulesOf(tx, providerId) }
      })
    },
  )

  app.delete(
    '/recognition-rules/:id',
    {
      schema: {
        operationId: 'removeRecognitionRule',
        tags,
        summary: 'Take over no more; what was granted stays',
        params: PassportParams,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: 'booking.passport.recognise' },
    },
    async (request, reply) => {
      const wish = { id: request.params.id, providerId: organisationOf(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        await removeRecognitionRule(tx, command, wish)
        return { status: 204, body: null }
      })
    },
  )
}
