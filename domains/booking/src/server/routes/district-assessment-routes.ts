import { runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import { enqueue } from '@jiju/platform/jobs/jobs'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AssessmentQuery, DemandQuery, DistrictAssessment, RenewSnapshot, SnapshotAsked, UnmetDemand } from '../../contract/assessment.ts'
import { presentDemandRow } from '../assessment/present-assessment.ts'
import { readDistrict } from '../assessment/read-assessment.ts'
import { SNAPSHOT_JOB } from '../assessment/snapshot.ts'
import type { BookingDeps } from '../needs.ts'
import { listDeclined, listMissedSearches, listUnoffered } from '../sql/assessment/demand.ts'

const MAX_ROWS = 100

/** For the operator: what the district's instruments do, what stands idle, and what people wanted and did not get. */
export async function districtAssessmentRoutes(scope: FastifyInstance, { db }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['booking']
  const config = { access: 'booking.district_assessment.read' }

  app.get(
    '/district-assessment',
    {
      schema: {
        operationId: 'getDistrictAssessment',
        tags,
        summary: 'Institutions of the district and idle hours by instrument class',
        querystring: AssessmentQuery,
        response: { 200: DistrictAssessment, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { from, to, scope: wanted } = request.query
      return readDistrict(db, { period: { from, to }, isNational: wanted === 'national', now: request.server.now() })
    },
  )

  app.post(
    '/district-assessment/renewal',
    {
      schema: {
        operationId: 'renewDistrictAssessment',
        tags,
        summary: 'Have the kept figures of a year computed anew; they change when the job is done',
        body: RenewSnapshot,
        response: { 202: SnapshotAsked, ...problemResponses },
      },
      config: { access: 'booking.assessment_snapshot.renew' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { year } = request.body
        // Wishes of one moment are one job.
        await enqueue(tx, SNAPSHOT_JOB, { year }, { key: `${SNAPSHOT_JOB} ${year}`, queue: SNAPSHOT_JOB })
        await command.audit({
          action: 'booking.assessment_snapshot.renew',
          subjectType: 'district',
          subjectId: String(year),
          detail: { year },
        })
        return { status: 202, body: { year, askedAt: command.now.toISOString() } }
      }),
  )

  app.get(
    '/unmet-demand',
    {
      schema: {
        operationId: 'getUnmetDemand',
        tags,
        summary: 'Searches without a result, requests declined, wishes without an offer: what to buy, what to share',
        querystring: DemandQuery,
        response: { 200: UnmetDemand, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const period = request.query
      const searches = await listMissedSearches(db, period, MAX_ROWS)
      const declined = await listDeclined(db, period, MAX_ROWS)
      const unoffered = await listUnoffered(db, period, MAX_ROWS)
      return {
        searches: searches.map(({ query, conditions, count, last_on }) => ({ query, conditions, count, lastOn: last_on })),
        declined: declined.map((row) => ({ ...presentDemandRow(row), reason: row.reason })),
        unoffered: unoffered.map(presentDemandRow),
      }
    },
  )
}
