import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, VERSION_STALE, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AssessmentStatement, EditStatement, StatementList, StatementParams, StatementQuery } from '../../contract/assessment.ts'
import { EFFECT_STATEMENTS, INSTITUTION_FIELDS } from '../../core/assessment/indicators.ts'
import { presentStatement } from '../assessment/present-assessment.ts'
import type { BookingDeps } from '../needs.ts'
import { listStatements, ownsResource, writeStatement } from '../sql/assessment/statements.ts'
import { institutionOf } from './assessment-routes.ts'

/** What no log can prove: a provider states it, with evidence. */
export async function assessmentStatementRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['booking']

  app.get(
    '/assessment/statements',
    {
      schema: {
        operationId: 'listAssessmentStatements',
        tags,
        summary: 'What an institution states of a year, or of one instrument in it',
        querystring: StatementQuery,
        response: { 200: StatementList, ...problemResponses },
      },
      config: { access: 'booking.assessment.read' },
    },
    async (request) => {
      const { year, resourceId, organisationId } = request.query
      const providerId = institutionOf(request, organisationId)
      const rows = await listStatements(db, { providerId, year }, resourceId ? [resourceId] : undefined)
      return { year, items: rows.map(presentStatement) }
    },
  )

  app.put(
    '/assessment/statements/:year/:field',
    {
      schema: {
        operationId: 'editAssessmentStatement',
        tags,
        summary: 'State one field of a year with its evidence (If-Match, "0" the first time)',
        params: StatementParams,
        body: EditStatement,
        response: { 200: AssessmentStatement, ...problemResponses },
      },
      config: { access: 'booking.assessment.state' },
    },
    async (request, reply) => {
      const providerId = organisationOf(request)
      const { userId } = actorOf(request)
      const { year, field } = request.params
      const { value, evidence, resourceId = null } = request.body
      const version = expectedVersion(request)
      const allowed: readonly string[] = resourceId === null ? INSTITUTION_FIELDS : EFFECT_STATEMENTS
      if (!allowed.includes(field))
        throw new Refusal({ code: 'booking.assessment_field_unknown', kind: 'missing', field: '/params/field', params: { field } })
      return runCommand(db, request, reply, async (tx, command) => {
        if (resourceId !== null && !(await ownsResource(tx, providerId, resourceId)))
          throw new Refusal({ code: 'booking.assessment_resource_unknown', kind: 'missing', field: '/body/resourceId' })
        const key = { providerId, year, resourceId, field, version }
        const row = await writeStatement(tx, key, { value, evidence, at: command.now, userId })
        if (!row) throw new Refusal(VERSION_STALE)
        await command.audit({
          action: 'booking.assessment_statement.edit',
          subjectType: resourceId === null ? 'organisation' : 'resource',
          subjectId: resourceId ?? providerId,
          detail: { year, field, value, evidence, version: row.version },
        })
        return { status: 200, body: presentStatement(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )
}
