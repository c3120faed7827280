import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  CancelTraining,
  EditTraining,
  EnrolmentList,
  ListTrainings,
  PlanTraining,
  RecordResults,
  Training,
  TrainingList,
  TrainingParams,
} from '../../contract/trainings.ts'
import type { BookingDeps } from '../needs.ts'
import { cancelTraining, editTraining } from '../qualification/change-training.ts'
import { enrolInTraining, leaveTraining } from '../qualification/enrol.ts'
import { getTraining } from '../qualification/get-training.ts'
import { planTraining } from '../qualification/plan-training.ts'
import { presentEnrolment, presentTraining } from '../qualification/present-training.ts'
import { recordResults } from '../qualification/record-results.ts'
import { listEnrolments } from '../sql/qualification/enrolments.ts'
import { listTrainings, type TrainingRow } from '../sql/qualification/trainings.ts'

const tags = ['booking']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const RECORD_ANY = ['provider:owner', 'provider:lab_manager']

/** Training sessions: announced and recorded by providers, taken by their users. */
export async function trainingRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), userId: actorOf(request).userId })
  const who = (request: FastifyRequest, id: string) => ({
    id,
    personId: actorOf(request).userId,
    organisationId: organisationOf(request),
  })
  const answer = (row: TrainingRow, now: Date, status = 200) => ({
    status,
    body: presentTraining(row, { isMember: true, now }),
    headers: { etag: versionTag(row.version) },
  })

  app.get(
    '/trainings',
    {
      schema: {
        operationId: 'listTrainings',
        tags,
        summary: 'Sessions to come, sessions with an own enrolment, or those of the own provider',
        querystring: ListTrainings,
        response: { 200: TrainingList, ...problemResponses },
      },
      config: { access: 'booking.training.read' },
    },
    async (request) => {
      const { scope: wanted, resourceId, when, cursor, limit } = request.query
      const now = request.server.now()
      const after = decodeCursor(cursor, Cursor)
      const rows = await listTrainings(db, {
        personId: actorOf(request).userId,
        scope: wanted === 'provider' ? { providerId: organisationOf(request) } : wanted,
        resourceId,
        isPast: when === 'past',
        after: after && { start: new Date(after[0]), id: after[1] },
        limit,
        now,
      })
      return toPage(
        rows,
        limit,
        (row) => presentTraining(row, { isMember: true, now }),
        (row) => [row.start.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/trainings/:id',
    {
      schema: {
        operationId: 'getTraining',
        tags,
        summary: 'A session with the reader’s own enrolment',
        params: TrainingParams,
        response: { 200: Training, ...problemResponses },
      },
      config: { access: 'booking.training.read' },
    },
    async (request, reply) => {
      const row = await getTraining(db, request.params.id, actorOf(request).userId)
      setVersion(reply, row.version)
      return presentTraining(row, { isMember: true, now: request.server.now() })
    },
  )

  app.post(
    '/trainings',
    {
      schema: {
        operationId: 'planTraining',
        tags,
        summary: 'Announce a session; it can keep the instruments free of bookings',
        body: PlanTraining,
        response: { 201: Training, ...problemResponses },
      },
      config: { access: 'booking.training.plan' },
    },
    async (request, reply) => {
      const maker = by(request)
      return runCommand(db, request, reply, async (tx, command) =>
        answer(await planTraining(tx, command, request.body, maker), command.now, 201),
      )
    },
  )

  app.put(
    '/trainings/:id',
    {
      schema: {
        operationId: 'editTraining',
        tags,
        summary: 'Change words and places of an own session (If-Match)',
        params: TrainingParams,
        body: EditTraining,
        response: { 200: Training, ...problemResponses },
      },
      config: { access: 'booking.training.plan' },
    },
    async (request, reply) => {
      const wish = { ...by(request), id: request.params.id, version: expectedVersion(request), words: request.body }
      return runCommand(db, request, reply, async (tx, command) => answer(await editTraining(tx, command, needs, wish), command.now))
    },
  )

  app.post(
    '/trainings/:id/cancel',
    {
      schema: {
        operationId: 'cancelTraining',
        tags,
        summary: 'Call an own session off and give its instruments back (If-Match)',
        params: TrainingParams,
        body: CancelTraining,
        response: { 200: Training, ...problemResponses },
      },
      config: { access: 'booking.training.plan' },
    },
    async (request, reply) => {
      const wish = { ...by(request), id: request.params.id, version: expectedVersion(request), reason: request.body.reason }
      return runCommand(db, request, reply, async (tx, command) => answer(await cancelTraining(tx, command, needs, wish), command.now))
    },
  )

  app.post(
    '/trainings/:id/enrol',
    {
      schema: {
        operationId: 'enrolInTraining',
        tags,
        summary: 'Take a place in a session, or wait in order',
        params: TrainingParams,
        response: { 200: Training, ...problemResponses },
      },
      config: { access: 'booking.training.enrol' },
    },
    async (request, reply) => {
      const person = who(request, request.params.id)
      return runCommand(db, request, reply, async (tx, command) => answer(await enrolInTraining(tx, command, needs, person), command.now))
    },
  )

  app.post(
    '/trainings/:id/leave',
    {
      schema: {
        operationId: 'leaveTraining',
        tags,
        summary: 'Give up a place or a rank; the place goes to who waits longest',
        params: TrainingParams,
        response: { 200: Training, ...problemResponses },
      },
      config: { access: 'booking.training.enrol' },
    },
    async (request, reply) => {
      const person = who(request, request.params.id)
      return runCommand(db, request, reply, async (tx, command) => answer(await leaveTraining(tx, command, needs, person), command.now))
    },
  )

  app.get(
    '/trainings/:id/enrolments',
    {
      schema: {
        operationId: 'listTrainingEnrolments',
        tags,
        summary: 'Who has a place in an own session and who waits',
        params: TrainingParams,
        response: { 200: EnrolmentList, ...problemResponses },
      },
      config: { access: 'booking.training.record' },
    },
    async (request) => {
      const row = await getTraining(db, request.params.id, null, organisationOf(request))
      return { items: (await listEnrolments(db, row.id)).map(presentEnrolment) }
    },
  )

  app.post(
    '/trainings/:id/results',
    {
      schema: {
        operationId: 'recordTrainingResults',
        tags,
        summary: 'Record attendance and results; who passed gets the level on the instruments (If-Match)',
        params: TrainingParams,
        body: RecordResults,
        response: { 200: Training, ...problemResponses },
      },
      config: { access: 'booking.training.record' },
    },
    async (request, reply) => {
      const mayRecordAny = actorOf(request).roles.some((role) => RECORD_ANY.includes(role))
      const wish = { ...request.body, ...by(request), id: request.params.id, version: expectedVersion(request), mayRecordAny }
      return runCommand(db, request, reply, async (tx, command) => answer(await recordResults(tx, command, needs, wish), command.now))
    },
  )
}
