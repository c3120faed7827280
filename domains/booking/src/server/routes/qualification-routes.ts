import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ResourceParams } from '../../contract/calendars.ts'
import {
  Candidates,
  CandidatesQuery,
  DecideGroundLoss,
  GrantQualification,
  GroundLossList,
  MatrixQuery,
  OwnQualification,
  QualificationList,
  QualificationMatrix,
  QualificationParams,
  QualificationRule,
  QualificationRuleEntry,
  SuspendedQualification,
  SuspendQualification,
} from '../../contract/qualifications.ts'
import type { BookingDeps } from '../needs.ts'
import { decideLoss } from '../qualification/decide-loss.ts'
import { editRule, readRule } from '../qualification/edit-rule.ts'
import { grantByHand } from '../qualification/grant-by-hand.ts'
import { presentLoss, presentQualification } from '../qualification/present-qualification.ts'
import { readMatrix } from '../qualification/read-matrix.ts'
import { readOwnQualification } from '../qualification/read-own.ts'
import { resumeQualification, suspendQualification } from '../qualification/suspend.ts'
import { listOpenLosses } from '../sql/qualification/losses.ts'
import { listCandidates } from '../sql/qualification/matrix.ts'

const tags = ['booking']

/** What self-service asks for, who holds it, and what becomes of bookings that lose it. */
export async function qualificationRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), userId: actorOf(request).userId })

  app.get(
    '/resources/:resourceId/qualification',
    {
      schema: {
        operationId: 'getOwnQualification',
        tags,
        summary: 'What self-service on a resource needs, what the reader holds, and the next training, test or operator',
        params: ResourceParams,
        response: { 200: OwnQualification, ...problemResponses },
      },
      config: { access: 'booking.own_qualification.read' },
    },
    (request) => readOwnQualification(db, request.params.resourceId, request.actor, request.server.now()),
  )

  app.get(
    '/resources/:resourceId/qualification-rule',
    {
      schema: {
        operationId: 'getQualificationRule',
        tags,
        summary: 'The level that self-service on an own resource needs',
        params: ResourceParams,
        response: { 200: QualificationRule, ...problemResponses },
      },
      config: { access: 'booking.qualification.list' },
    },
    async (request, reply) => {
      const rule = await readRule(db, request.params.resourceId, organisationOf(request))
      setVersion(reply, rule.version)
      return rule
    },
  )

  app.put(
    '/resources/:resourceId/qualification-rule',
    {
      schema: {
        operationId: 'editQualificationRule',
        tags,
        summary: 'Set the level that self-service on an own resource needs (If-Match); level 0 without after-hours level asks nothing',
        params: ResourceParams,
        body: QualificationRuleEntry,
        response: { 200: QualificationRule, ...problemResponses },
      },
      config: { access: 'booking.qualification.grant' },
    },
    async (request, reply) => {
      const edit = { ...by(request), resourceId: request.params.resourceId, version: expectedVersion(request), rule: request.body }
      return runCommand(db, request, reply, async (tx, command) => {
        const rule = await editRule(tx, command, needs, edit)
        return { status: 200, body: rule, headers: { etag: versionTag(rule.version) } }
      })
    },
  )

  app.get(
    '/qualifications',
    {
      schema: {
        operationId: 'getQualificationMatrix',
        tags,
        summary: 'People and what they hold on the own instruments',
        querystring: MatrixQuery,
        response: { 200: QualificationMatrix, ...problemResponses },
      },
      config: { access: 'booking.qualification.list' },
    },
    (request) => readMatrix(db, organisationOf(request), request.query, request.server.now()),
  )

  app.get(
    '/qualification-candidates',
    {
      schema: {
        operationId: 'listQualificationCandidates',
        tags,
        summary: 'People whom the provider knows, by a part of a name',
        querystring: CandidatesQuery,
        response: { 200: Candidates, ...problemResponses },
      },
      config: { access: 'booking.qualification.grant' },
    },
    async (request) => {
      const rows = await listCandidates(db, organisationOf(request), request.query.q)
      return { items: rows.map(({ id, name, organisation_name: organisationName }) => ({ id, name, organisationName })) }
    },
  )

  app.post(
    '/qualifications',
    {
      schema: {
        operationId: 'grantQualification',
        tags,
        summary: 'Grant or renew a level on own instruments, by hand or on the ground of a shared passport',
        body: GrantQualification,
        response: { 201: QualificationList, ...problemResponses },
      },
      config: { access: 'booking.qualification.grant' },
    },
    async (request, reply) => {
      const wish = { ...request.body, ...by(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const rows = await grantByHand(tx, command, needs, wish)
        return { status: 201, body: { items: rows.map((row) => presentQualification(row, command.now)) } }
      })
    },
  )

  app.post(
    '/qualifications/:id/suspend',
    {
      schema: {
        operationId: 'suspendQualification',
        tags,
        summary: 'Suspend all levels of the person on that instrument (If-Match); coming bookings that rest on them are found',
        params: QualificationParams,
        body: SuspendQualification,
        response: { 200: SuspendedQualification, ...problemResponses },
      },
      config: { access: 'booking.qualification.grant' },
    },
    async (request, reply) => {
      const wish = { ...by(request), id: request.params.id, version: expectedVersion(request), reason: request.body.reason }
      return runCommand(db, request, reply, async (tx, command) => {
        const { row, losses } = await suspendQualification(tx, command, needs, wish)
        const body = { qualification: presentQualification(row, command.now), losses }
        return { status: 200, body, headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/qualifications/:id/resume',
    {
      schema: {
        operationId: 'resumeQualification',
        tags,
        summary: 'Lift the suspension of a person on that instrument (If-Match)',
        params: QualificationParams,
        response: { 200: SuspendedQualification, ...problemResponses },
      },
      config: { access: 'booking.qualification.grant' },
    },
    async (request, reply) => {
      const wish = { ...by(request), id: request.params.id, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await resumeQualification(tx, command, needs, wish)
        const body = { qualification: presentQualification(row, command.now), losses: 0 }
        return { status: 200, body, headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/ground-losses',
    {
      schema: {
        operationId: 'listGroundLosses',
        tags,
        summary: 'Coming bookings on own instruments whose bookers no longer hold the level',
        response: { 200: GroundLossList, ...problemResponses },
      },
      config: { access: 'booking.qualification.list' },
    },
    async (request) => ({ items: (await listOpenLosses(db, organisationOf(request))).map(presentLoss) }),
  )

  app.post(
    '/ground-losses/:id/decide',
    {
      schema: {
        operationId: 'decideGroundLoss',
        tags,
        summary: 'The own staff runs it at the same price, or the slot is given back free',
        params: QualificationParams,
        body: DecideGroundLoss,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: 'booking.qualification.grant' },
    },
    async (request, reply) => {
      const wish = { ...request.body, ...by(request), id: request.params.id }
      return runCommand(db, request, reply, async (tx, command) => {
        await decideLoss(tx, command, needs, wish)
        return { status: 204, body: null }
      })
    },
  )
}
