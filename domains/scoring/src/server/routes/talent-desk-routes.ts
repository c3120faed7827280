import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { decodeCursor } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ListTalentDesk, TalentDeskNeedList, TalentDeskServiceList } from '../../contract/talent-desk.ts'
import type { ScoringDeps } from '../needs.ts'
import { readTalentDesk, readTalentServices } from '../talent/desk.ts'

const tags = ['scoring']
const config = { access: 'scoring.talent_desk.read' }
const ByAge = z.tuple([z.iso.datetime(), z.uuid()])

/** Needs and offers of talent for the offices that answer them, and for the operator. */
export async function talentDeskRoutes(scope: FastifyInstance, deps: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/talent/desk/needs',
    {
      schema: {
        operationId: 'listTalentDeskNeeds',
        tags,
        summary: 'Needs of talent, newest first, with answers, and with the score where the reader may have it',
        querystring: ListTalentDesk,
        response: { 200: TalentDeskNeedList, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { state, answered, words, cursor, limit } = request.query
      const actor = actorOf(request)
      const reader = { organisationId: organisationOf(request), personId: actor.userId, isOperator: actor.organisationKind === 'operator' }
      const last = decodeCursor(cursor, ByAge)
      const after = last && { at: new Date(last[0]), id: last[1] }
      const isAnswered = answered === undefined ? undefined : answered === 'yes'
      return readTalentDesk(deps, reader, { state, isAnswered, words, after, limit })
    },
  )

  app.get(
    '/talent/desk/services',
    {
      schema: {
        operationId: 'listTalentDeskServices',
        tags,
        summary: 'What talent systems offer, how many scores reach it, and how many needs ask for it',
        response: { 200: TalentDeskServiceList, ...problemResponses },
      },
      config,
    },
    async () => readTalentServices(deps),
  )
}
