import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { CancelSamples, ListSamples, SampleList, SampleParams, SampleSubmission, SubmitSamples } from '../../contract/samples.ts'
import type { SampleAct } from '../../core/samples/sample-states.ts'
import type { BookingDeps } from '../needs.ts'
import { changeSubmission } from '../samples/change-submission.ts'
import { presentSubmission } from '../samples/present-samples.ts'
import { getSubmission } from '../samples/submission.ts'
import { submitSamples } from '../samples/submit-samples.ts'
import { listSubmissions } from '../sql/sample-submissions.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Submissions of samples: a place in the queue with a promised date instead of a slot. */
export async function sampleRoutes(scope: FastifyInstance, deps: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db } = deps
  const readerOf = (request: FastifyRequest) => ({ organisationId: organisationOf(request), now: request.server.now() })

  function change(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, act: SampleAct, reason?: string) {
    const reader = readerOf(request)
    const wish = { id: request.params.id, organisationId: reader.organisationId, version: expectedVersion(request), act, reason }
    return runCommand(db, request, reply, async (tx, command) => {
      const row = await changeSubmission(tx, command, deps, wish)
      return { status: 200, body: presentSubmission(row, reader), headers: { etag: versionTag(row.version) } }
    })
  }

  const described = (operationId: string, summary: string) => ({
    operationId,
    tags: ['booking'],
    summary,
    params: SampleParams,
    response: { 200: SampleSubmission, ...problemResponses },
  })

  app.post(
    '/sample-submissions',
    {
      schema: {
        operationId: 'submitSamples',
        tags: ['booking'],
        summary: 'Submit samples to a queue at the date that was shown (Idempotency-Key)',
        body: SubmitSamples,
        response: { 201: SampleSubmission, ...problemResponses },
      },
      config: { access: 'booking.reservation.place' },
    },
    async (request, reply) => {
      const reader = readerOf(request)
      const wish = { ...request.body, organisationId: reader.organisationId, userId: actorOf(request).userId }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await submitSamples(tx, command, deps, wish)
        return { status: 201, body: presentSubmission(row, reader), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/sample-submissions',
    {
      schema: {
        operationId: 'listSamples',
        tags: ['booking'],
        summary: 'Own submissions, those of the organisation, or those to its resources; newest first',
        querystring: ListSamples,
        response: { 200: SampleList, ...problemResponses },
      },
      config: { access: 'booking.reservation.list' },
    },
    async (request) => {
      const { query } = request
      const reader = readerOf(request)
      const { organisationId: organisation } = reader
      const after = decodeCursor(query.cursor, Cursor)
      const own = query.scope === 'mine' ? { booker: actorOf(request).userId, organisation } : { organisation }
      const rows = await listSubmissions(db, {
        scope: query.scope === 'provider' ? { provider: organisation } : own,
        show: query.show,
        resourceId: query.resourceId,
        after: after && { at: new Date(after[0]), id: after[1] },
        limit: query.limit,
      })
      return toPage(
        rows,
        query.limit,
        (row) => presentSubmission(row, reader),
        (row) => [row.created_at.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/sample-submissions/:id',
    {
      schema: described('getSamples', 'One submission of the own organisation or to its resources'),
      config: { access: 'booking.reservation.read' },
    },
    async (request, reply) => {
      const reader = readerOf(request)
      const row = await getSubmission(db, request.params.id, reader.organisationId)
      setVersion(reply, row.version)
      return presentSubmission(row, reader)
    },
  )

  app.post(
    '/sample-submissions/:id/receive',
    { schema: described('receiveSamples', 'The samples have arrived (If-Match)'), config: { access: 'booking.sample.handle' } },
    async (request, reply) => change(request, reply, 'receive'),
  )

  app.post(
    '/sample-submissions/:id/start',
    { schema: described('startSamples', 'The samples are being run (If-Match)'), config: { access: 'booking.sample.handle' } },
    async (request, reply) => change(request, reply, 'start'),
  )

  app.post(
    '/sample-submissions/:id/finish',
    { schema: described('finishSamples', 'The samples are done (If-Match)'), config: { access: 'booking.sample.handle' } },
    async (request, reply) => change(request, reply, 'finish'),
  )

  app.post(
    '/sample-submissions/:id/cancel',
    {
      schema: { ...described('cancelSamples', 'Give up a place in the queue (If-Match)'), body: CancelSamples },
      config: { access: 'booking.reservation.change' },
    },
    async (request, reply) => change(request, reply, 'cancel', request.body.reason),
  )
}
