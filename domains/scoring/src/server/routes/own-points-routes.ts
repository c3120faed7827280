import { organisationOf } from '@jiju/platform/http/actor'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  EnterpriseOfRunParams,
  EnterprisePointsExplained,
  OwnRunList,
  OwnRunParams,
  PointsMovement,
  TryFacts,
  WhatIfAnswer,
  WhatIfGround,
} from '../../contract/own-points.ts'
import type { ScoringDeps } from '../needs.ts'
import { explainPoints } from '../own/explain-points.ts'
import { movePoints, openPoints, tryFacts, type Whose } from '../own/opened-points.ts'
import { presentGround, presentMovement, presentPointsOfRun, presentWhatIf } from '../own/present-points.ts'
import { summaryOf } from '../runs/worked-out.ts'
import { findEnterpriseOf } from '../sql/enterprise-names.ts'
import { listPublishedPoints } from '../sql/own-points.ts'

const tags = ['scoring']
const OWN = { access: 'scoring.own_points.read' } as const
const OFFICE = { access: 'scoring.run.read' } as const

/** An enterprise's own points, published ones only; and the same of any enterprise for the office. */
export async function ownPointsRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  const movementOf = async (runId: string, whose: Whose) => {
    const points = await openPoints(db, needs, runId, whose)
    return presentMovement(points, await movePoints(db, needs, points, 'organisationId' in whose))
  }
  const groundOf = async (runId: string, whose: Whose) => {
    const points = await openPoints(db, needs, runId, whose)
    return presentGround(points, (await summaryOf(points.run)).cohorts)
  }
  const tryOn = async (runId: string, whose: Whose, changes: Readonly<Record<string, number | null>>) => {
    const points = await openPoints(db, needs, runId, whose)
    return presentWhatIf(points.run.model, await tryFacts(points, changes))
  }

  app.get(
    '/own-runs',
    {
      schema: {
        operationId: 'listOwnScoringRuns',
        tags,
        summary: 'Published runs that scored the active organisation, newest first',
        response: { 200: OwnRunList, ...problemResponses },
      },
      config: OWN,
    },
    async (request) => {
      const enterprise = await findEnterpriseOf(db, organisationOf(request))
      if (!enterprise) return { enterprise: null, items: [] }
      const rows = await listPublishedPoints(db, enterprise.id)
      return {
        enterprise: { id: enterprise.id, name: enterprise.name, creditCode: enterprise.credit_code },
        items: rows.map(presentPointsOfRun),
      }
    },
  )

  app.get(
    '/own-runs/:id',
    {
      schema: {
        operationId: 'explainOwnPoints',
        tags,
        summary: 'The active organisation’s score in a published run with everything that it is made of',
        params: OwnRunParams,
        response: { 200: EnterprisePointsExplained, ...problemResponses },
      },
      config: OWN,
    },
    async (request) => explainPoints(db, needs, request.params.id, { organisationId: organisationOf(request) }),
  )

  app.get(
    '/own-runs/:id/movement',
    {
      schema: {
        operationId: 'readOwnPointsMovement',
        tags,
        summary: 'How the score moved from the published run before: own facts, peers, method',
        params: OwnRunParams,
        response: { 200: PointsMovement, ...problemResponses },
      },
      config: OWN,
    },
    async (request) => movementOf(request.params.id, { organisationId: organisationOf(request) }),
  )

  app.get(
    '/own-runs/:id/what-if',
    {
      schema: {
        operationId: 'readOwnWhatIfGround',
        tags,
        summary: 'What a browser needs to try other facts by itself',
        params: OwnRunParams,
        response: { 200: WhatIfGround, ...problemResponses },
      },
      config: OWN,
    },
    async (request) => groundOf(request.params.id, { organisationId: organisationOf(request) }),
  )

  app.post(
    '/own-runs/:id/what-if',
    {
      schema: {
        operationId: 'tryOwnFacts',
        tags,
        summary: 'The exact score that other facts would give against the same peers; nothing is recorded',
        params: OwnRunParams,
        body: TryFacts,
        response: { 200: WhatIfAnswer, ...problemResponses },
      },
      config: OWN,
    },
    async (request) => tryOn(request.params.id, { organisationId: organisationOf(request) }, request.body.changes),
  )

  app.get(
    '/runs/:id/enterprises/:enterpriseId',
    {
      schema: {
        operationId: 'explainEnterprisePoints',
        tags,
        summary: 'An enterprise’s score in a run with everything that it is made of',
        params: EnterpriseOfRunParams,
        response: { 200: EnterprisePointsExplained, ...problemResponses },
      },
      config: OFFICE,
    },
    async (request) => explainPoints(db, needs, request.params.id, { enterpriseId: request.params.enterpriseId }),
  )

  app.get(
    '/runs/:id/enterprises/:enterpriseId/movement',
    {
      schema: {
        operationId: 'readEnterprisePointsMovement',
        tags,
        summary: 'How an enterprise’s score moved from the official run before',
        params: EnterpriseOfRunParams,
        response: { 200: PointsMovement, ...problemResponses },
      },
      config: OFFICE,
    },
    async (request) => movementOf(request.params.id, { enterpriseId: request.params.enterpriseId }),
  )

  app.get(
    '/runs/:id/enterprises/:enterpriseId/what-if',
    {
      schema: {
        operationId: 'readEnterpriseWhatIfGround',
        tags,
        summary: 'What a browser needs to try other facts of an enterprise',
        params: EnterpriseOfRunParams,
        response: { 200: WhatIfGround, ...problemResponses },
      },
      config: OFFICE,
    },
    async (request) => groundOf(request.params.id, { enterpriseId: request.params.enterpriseId }),
  )

  app.post(
    '/runs/:id/enterprises/:enterpriseId/what-if',
    {
      schema: {
        operationId: 'tryEnterpriseFacts',
        tags,
        summary: 'The exact score that other facts of an enterprise would give; nothing is recorded',
        params: EnterpriseOfRunParams,
        body: TryFacts,
        response: { 200: WhatIfAnswer, ...problemResponses },
      },
      config: OFFICE,
    },
    async (request) => tryOn(request.params.id, { enterpriseId: request.params.enterpriseId }, request.body.changes),
  )
}
