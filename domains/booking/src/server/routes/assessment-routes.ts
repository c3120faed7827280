import { Readable } from 'node:stream'
import { Refusal } from '@jiju/kernel/problem'
import { sendDownload } from '@jiju/platform/files/send-download'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  AssessedUses,
  AssessedUsesQuery,
  Assessment,
  AssessmentPatterns,
  AssessmentQuery,
  NationalReport,
  PatternQuery,
  ReportQuery,
} from '../../contract/assessment.ts'
import { readServiceCursor, readServiceRecords, readYearlyEffects, reportXml } from '../assessment/national-report.ts'
import { presentAssessedUse } from '../assessment/present-assessment.ts'
import { readAssessment } from '../assessment/read-assessment.ts'
import { readPatterns } from '../assessment/read-patterns.ts'
import { assessmentTables } from '../assessment/workbook.ts'
import type { BookingDeps } from '../needs.ts'
import { ownsResource } from '../sql/assessment/statements.ts'
import { listAssessedUses } from '../sql/assessment/uses.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The institution that is asked about: one's own; the operator names it. */
export function institutionOf(request: FastifyRequest, wanted: string | undefined): string {
  if (actorOf(request).organisationKind !== 'operator') return organisationOf(request)
  if (!wanted) throw new Refusal({ code: 'booking.assessment_no_organisation', kind: 'invalid', field: '/querystring/organisationId' })
  return wanted
}

/** Open sharing of an institution by the national rules: figures, what they rest on, pictures and exports. */
export async function assessmentRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['booking']
  const config = { access: 'booking.assessment.read' }
  const askedOf = (request: FastifyRequest, query: z.infer<typeof AssessmentQuery>) => ({
    providerId: institutionOf(request, query.organisationId),
    period: { from: query.from, to: query.to },
    isNational: query.scope === 'national',
    now: request.server.now(),
  })

  app.get(
    '/assessment',
    {
      schema: {
        operationId: 'getAssessment',
        tags,
        summary:
          'Effective and external hours, income and rates of an institution, its laboratories and instruments, from the meter log alone',
        querystring: AssessmentQuery,
        response: { 200: Assessment, ...problemResponses },
      },
      config,
    },
    async (request) => readAssessment(db, askedOf(request, request.query)),
  )

  app.get(
    '/assessment.xlsx',
    {
      schema: {
        operationId: 'downloadAssessment',
        tags,
        summary: 'The assessment of an institution as a workbook',
        querystring: AssessmentQuery,
        response: { ...fileResponse, ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      const tables = assessmentTables(
        await readAssessment(db, askedOf(request, request.query)),
        languageOf(request.headers['accept-language']),
      )
      const name = `assessment-${request.query.from}-${request.query.to}.xlsx`
      return sendDownload(reply, { name, type: XLSX, body: workbookStream(tables) })
    },
  )

  app.get(
    '/assessment/uses',
    {
      schema: {
        operationId: 'listAssessedUses',
        tags,
        summary: 'The uses behind a figure of one instrument; their counted seconds sum to the figure',
        querystring: AssessedUsesQuery,
        response: { 200: AssessedUses, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { from, to, resourceId, part, cursor, limit, organisationId } = request.query
      await requireOwn(institutionOf(request, organisationId), resourceId)
      const after = decodeCursor(cursor, Cursor)
      const rows = await listAssessedUses(db, {
        resourceId,
        period: { from, to },
        now: request.server.now(),
        part,
        after: after && { startedAt: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentAssessedUse, (row) => [row.started_at.toISOString(), row.id])
    },
  )

  app.get(
    '/assessment/patterns',
    {
      schema: {
        operationId: 'getAssessmentPatterns',
        tags,
        summary: 'Proved use by weekday and hour over open hours, and by week or month',
        querystring: PatternQuery,
        response: { 200: AssessmentPatterns, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { from, to, step, resourceId, organisationId } = request.query
      // The operator may look at the whole district.
      const isDistrict = actorOf(request).organisationKind === 'operator' && organisationId === undefined && resourceId === undefined
      const providerId = isDistrict ? undefined : institutionOf(request, organisationId)
      if (resourceId && providerId) await requireOwn(providerId, resourceId)
      return readPatterns(db, { providerId, resourceId }, { period: { from, to }, step, now: request.server.now() })
    },
  )

  app.get(
    '/assessment/national-messages',
    {
      schema: {
        operationId: 'listNationalReport',
        tags,
        summary: 'National messages of service records (6) and of the yearly effect (7), with what is missing',
        querystring: ReportQuery,
        response: { 200: NationalReport, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { type, cursor, limit } = request.query
      const asked = askedOf(request, { ...request.query, scope: 'all' })
      return type === '7' ? readYearlyEffects(db, asked) : readServiceRecords(db, asked, { after: readServiceCursor(cursor), limit })
    },
  )

  app.get(
    '/assessment/national-messages.xml',
    {
      schema: {
        operationId: 'downloadNationalReport',
        tags,
        summary: 'All messages of one type as an XML document',
        querystring: ReportQuery,
        response: { ...fileResponse, ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      const { type } = request.query
      const body = Readable.from(reportXml(db, askedOf(request, { ...request.query, scope: 'all' }), type === '6' ? 6 : 7))
      return sendDownload(reply, { name: `national-messages-${type}.xml`, type: 'application/xml; charset=utf-8', body })
    },
  )

  async function requireOwn(providerId: string, resourceId: string): Promise<void> {
    if (!(await ownsResource(db, providerId, resourceId)))
      throw new Refusal({ code: 'booking.assessment_resource_unknown', kind: 'missing', field: '/querystring/resourceId' })
  }
}
