import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, encodeCursor } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  AnswerNeed,
  ExchangedNeedList,
  OwnTalent,
  PullNeeds,
  PushedTalentFacts,
  PushTalentFacts,
  PutTalentService,
  RegisterNeed,
  TalentNeedParams,
  TalentServiceParams,
} from '../../contract/talent.ts'
import type { ScoringDeps } from '../needs.ts'
import { deleteService, listNeedsToExchange, putService } from '../sql/talent.ts'
import { answerNeed, endNeed, ownTalent, registerNeed, takeTalentFacts, withScores } from '../talent/exchange.ts'
import { presentExchangedNeed } from '../talent/present-talent.ts'

const tags = ['scoring']
const ByChange = z.tuple([z.iso.datetime(), z.uuid()])
const EXCHANGE = { access: 'scoring.talent.exchange' } as const
const WRITE = { access: 'scoring.talent_need.write' } as const

/** Needs of talent on the enterprise's side; pull, push and offers on the talent system's. */
export async function talentRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/talent',
    {
      schema: {
        operationId: 'getOwnTalent',
        tags,
        summary: 'Own needs of talent, and what the talent system offers at the own score',
        response: { 200: OwnTalent, ...problemResponses },
      },
      config: { access: 'scoring.talent_need.read' },
    },
    async (request) => ownTalent(db, organisationOf(request), needs.now()),
  )

  app.post(
    '/talent/needs',
    {
      schema: {
        operationId: 'registerTalentNeed',
        tags,
        summary: 'Register a position or a service that is looked for',
        body: RegisterNeed,
        response: { 201: OwnTalent, ...problemResponses },
      },
      config: WRITE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const organisationId = organisationOf(request)
        await registerNeed(tx, command, { ...request.body, organisationId, by: actorOf(request).userId })
        return { status: 201, body: await ownTalent(tx, organisationId, command.now) }
      }),
  )

  app.post(
    '/talent/needs/:id/close',
    {
      schema: {
        operationId: 'closeTalentNeed',
        tags,
        summary: 'End a need that is met or no longer stands',
        params: TalentNeedParams,
        response: { 200: OwnTalent, ...problemResponses },
      },
      config: WRITE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const organisationId = organisationOf(request)
        await endNeed(tx, command, { id: request.params.id, organisationId })
        return { status: 200, body: await ownTalent(tx, organisationId, command.now) }
      }),
  )

  app.get(
    '/talent/exchange/needs',
    {
      schema: {
        operationId: 'pullTalentNeeds',
        tags,
        summary: 'Needs of enterprises by their last change, with the score where the enterprise lets it be read',
        querystring: PullNeeds,
        response: { 200: ExchangedNeedList, ...problemResponses },
      },
      config: EXCHANGE,
    },
    async (request) => {
      const { since, cursor, limit } = request.query
      const reader = { organisationId: organisationOf(request), personId: actorOf(request).userId, now: needs.now() }
      const after = decodeCursor(cursor, ByChange)
      const filter = {
        readerOrganisationId: reader.organisationId,
        now: reader.now,
        since: since === undefined ? undefined : new Date(since),
        after: after && { at: new Date(after[0]), id: after[1] },
        limit,
      }
      return db.transaction().execute(async (tx) => {
        const found = await listNeedsToExchange(tx, filter)
        // The row beyond the page is not shown, so its score is not read.
        const rows = found.slice(0, limit)
        const { run, read } = await withScores(tx, needs, reader, rows)
        const last = rows.at(-1)
        const nextCursor = found.length > limit && last ? encodeCursor([last.changed_at.toISOString(), last.id]) : null
        return { items: read.map((one) => presentExchangedNeed(one, run)), nextCursor }
      })
    },
  )

  app.put(
    '/talent/exchange/needs/:id/answer',
    {
      schema: {
        operationId: 'answerTalentNeed',
        tags,
        summary: 'Answer an open need; answered again it is replaced, and the enterprise alone sees it',
        params: TalentNeedParams,
        body: AnswerNeed,
        response: { 204: z.null(), ...problemResponses },
      },
      config: EXCHANGE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await answerNeed(tx, command, needs.notify, {
          ...request.body,
          needId: request.params.id,
          peerOrganisationId: organisationOf(request),
        })
        return { status: 204, body: null }
      }),
  )

  app.post(
    '/talent/exchange/facts',
    {
      schema: {
        operationId: 'pushTalentFacts',
        tags,
        summary: 'State high-level talents and foreign experts of enterprises; good items are recorded, the others named',
        body: PushTalentFacts,
        response: { 200: PushedTalentFacts, ...problemResponses },
      },
      config: EXCHANGE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: await takeTalentFacts(tx, command, { ...request.body, by: actorOf(request).userId }),
      })),
  )

  app.put(
    '/talent/exchange/services/:externalId',
    {
      schema: {
        operationId: 'putTalentService',
        tags,
        summary: 'Offer something to enterprises, by the own number; offered again it is replaced',
        params: TalentServiceParams,
        body: PutTalentService,
        response: { 204: z.null(), ...problemResponses },
      },
      config: EXCHANGE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { externalId } = request.params
        const id = newId(command.now.getTime())
        await putService(tx, { ...request.body, id, externalId, peerOrganisationId: organisationOf(request), now: command.now })
        await command.audit({ action: 'scoring.talent_service.put', subjectType: 'scoring.talent_service', subjectId: externalId })
        return { status: 204, body: null }
      }),
  )

  app.delete(
    '/talent/exchange/services/:externalId',
    {
      schema: {
        operationId: 'deleteTalentService',
        tags,
        summary: 'Take back what was offered',
        params: TalentServiceParams,
        response: { 204: z.null(), ...problemResponses },
      },
      config: EXCHANGE,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { externalId } = request.params
        if (!(await deleteService(tx, externalId, organisationOf(request))))
          throw new Refusal({ code: 'scoring.talent_service_missing', kind: 'missing' })
        await command.audit({ action: 'scoring.talent_service.delete', subjectType: 'scoring.talent_service', subjectId: externalId })
        return { status: 204, body: null }
      }),
  )
}
