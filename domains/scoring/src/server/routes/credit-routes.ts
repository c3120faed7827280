import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  CreditEnterpriseParams,
  CreditRuleList,
  EnterprisePoints,
  ListOpenEnterprises,
  OpenEnterpriseList,
  WhiteList,
  WhiteListParams,
} from '../../contract/credit.ts'
import { presentCreditRule, presentOpenEnterprise, presentPoints, presentWhiteList } from '../credit/present-credit.ts'
import { readPoints, readWhiteList } from '../credit/read-points.ts'
import type { ScoringDeps } from '../needs.ts'
import { listCreditRules, listOpenEnterprises } from '../sql/credit.ts'

const tags = ['scoring']
const config = { access: 'scoring.credit.read' } as const
const ByName = z.tuple([z.string(), z.uuid()])

/** Innovation points for banks: what enterprises opened, each read logged in the transaction that reads. */
export async function creditRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  const readerOf = (request: FastifyRequest) => ({
    organisationId: organisationOf(request),
    personId: actorOf(request).userId,
    now: needs.now(),
  })

  app.get(
    '/credit/enterprises',
    {
      schema: {
        operationId: 'listOpenEnterprises',
        tags,
        summary: 'Enterprises that opened their innovation points to the active organisation, by name; without scores',
        querystring: ListOpenEnterprises,
        response: { 200: OpenEnterpriseList, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { words, cursor, limit } = request.query
      const { organisationId, now } = readerOf(request)
      const after = decodeCursor(cursor, ByName)
      const filter = { readerOrganisationId: organisationId, now, words, after: after && { name: after[0], id: after[1] }, limit }
      return toPage(await listOpenEnterprises(db, filter), limit, presentOpenEnterprise, (row) => [row.name, row.id])
    },
  )

  app.get(
    '/credit/enterprises/:enterpriseId',
    {
      schema: {
        operationId: 'readEnterprisePoints',
        tags,
        summary: 'Score, grade and opened items of an enterprise; the read is logged and shown to it',
        params: CreditEnterpriseParams,
        response: { 200: EnterprisePoints, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { enterpriseId } = request.params
      return presentPoints(await db.transaction().execute((tx) => readPoints(tx, needs, readerOf(request), { enterpriseId })))
    },
  )

  app.get(
    '/credit/rules',
    {
      schema: {
        operationId: 'listCreditRules',
        tags,
        summary: 'Grades and white lists with the days between which they hold',
        response: { 200: CreditRuleList, ...problemResponses },
      },
      config,
    },
    async () => ({ items: (await listCreditRules(db)).map(presentCreditRule) }),
  )

  app.get(
    '/credit/white-lists/:code',
    {
      schema: {
        operationId: 'readWhiteList',
        tags,
        summary: 'Enterprises that opened their score and stand on a white list; every one judged is logged as read',
        params: WhiteListParams,
        response: { 200: WhiteList, ...problemResponses },
      },
      config,
    },
    async (request) =>
      presentWhiteList(await db.transaction().execute((tx) => readWhiteList(tx, needs, readerOf(request), request.params.code))),
  )
}
