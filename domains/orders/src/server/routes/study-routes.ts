import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { OrderParams } from '../../contract/orders.ts'
import {
  ArchiveItem,
  ChangeDuties,
  GiveStatement,
  JudgeStudyDeviation,
  ListStudies,
  OpenStudy,
  RecordPhase,
  ReportStudyDeviation,
  StopStudy,
  Study,
  StudyList,
  StudyParams,
  StudyPartParams,
  WriteStudyPlan,
} from '../../contract/studies.ts'
import type { OrdersDeps, OrdersTables } from '../needs.ts'
import { findStudy, listStudies, type StudyRow } from '../sql/work/studies.ts'
import { presentStudy, presentStudySummary } from '../work/present-study.ts'
import {
  actOnStudy,
  archiveItem,
  changeDuties,
  judgeDeviation,
  openStudy,
  recordStudyPhase,
  reportDeviation,
  STUDY_MISSING,
  signAsSponsor,
  signPlan,
  writePlan,
} from '../work/studies.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const manage = { access: 'orders.study.manage' }

/** Studies under good laboratory practice: plan, amendments, deviations, statement, final report, archive. */
export async function studyRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), personId: actorOf(request).userId })
  const seen = (request: FastifyRequest & { params: { id: string } }) => ({
    ...by(request),
    studyId: request.params.id,
    version: expectedVersion(request),
  })
  const run = (
    request: FastifyRequest,
    reply: FastifyReply,
    act: (tx: Db<OrdersTables>, command: Command) => Promise<StudyRow>,
    status = 200,
  ) =>
    runCommand(db, request, reply, async (tx, command) => {
      const row = await act(tx, command)
      const reader = { personId: actorOf(request).userId, isSponsor: row.organisation_id === organisationOf(request) }
      return { status, body: await presentStudy(tx, row, reader), headers: { etag: versionTag(row.version) } }
    })
  const schema = <Body extends z.ZodType>(operationId: string, summary: string, body: Body) => ({
    operationId,
    tags,
    summary: `${summary} (If-Match)`,
    params: StudyParams,
    body,
    response: { 200: Study, ...problemResponses },
  })

  app.post(
    '/orders/:id/study',
    {
      schema: {
        operationId: 'openStudy',
        tags,
        summary: 'Open the study of an order; director, quality assurance and archivist are three colleagues (Idempotency-Key)',
        params: OrderParams,
        body: OpenStudy,
        response: { 201: Study, ...problemResponses },
      },
      config: { access: 'orders.task.decide' },
    },
    async (request, reply) =>
      run(request, reply, (tx, command) => openStudy(tx, command, { ...by(request), orderId: request.params.id }, request.body), 201),
  )

  app.get(
    '/studies',
    {
      schema: {
        operationId: 'listStudies',
        tags,
        summary: 'The master schedule of the own facility, newest first',
        querystring: ListStudies,
        response: { 200: StudyList, ...problemResponses },
      },
      config: manage,
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listStudies(db, {
        providerId: organisationOf(request),
        after: after && { createdAt: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentStudySummary, (row) => [row.created_at.toISOString(), row.id])
    },
  )

  app.get(
    '/studies/:id',
    {
      schema: {
        operationId: 'getStudy',
        tags,
        summary: 'The file of a study, for the facility and its sponsor',
        params: StudyParams,
        response: { 200: Study, ...problemResponses },
      },
      config: { access: 'orders.study.read' },
    },
    async (request, reply) => {
      const row = await findStudy(db, request.params.id)
      const own = organisationOf(request)
      if (!row || (row.provider_id !== own && row.organisation_id !== own)) throw new Refusal(STUDY_MISSING)
      reply.header('etag', versionTag(row.version))
      return presentStudy(db, row, { personId: actorOf(request).userId, isSponsor: row.organisation_id === own })
    },
  )

  app.put(
    '/studies/:id/duties',
    {
      schema: schema('changeStudyDuties', 'Give duties of a study to other persons, with the reason', ChangeDuties),
      config: { access: 'orders.task.decide' },
    },
    async (request, reply) => run(request, reply, (tx, command) => changeDuties(tx, command, seen(request), request.body)),
  )
  app.put(
    '/studies/:id/plan',
    { schema: schema('writeStudyPlan', 'Write the plan, or with a reason its next amendment', WriteStudyPlan), config: manage },
    async (request, reply) => run(request, reply, (tx, command) => writePlan(tx, command, seen(request), request.body)),
  )
  app.post(
    '/studies/:id/sign',
    { schema: schema('signStudyPlan', 'Sign plan or amendment as the study director', z.object({})), config: manage },
    async (request, reply) => run(request, reply, (tx, command) => signPlan(tx, command, seen(request))),
  )
  app.post(
    '/studies/:id/sponsor-sign',
    {
      schema: schema('signStudyPlanAsSponsor', 'Sign plan or amendment as the sponsor: it is in force', z.object({})),
      config: { access: 'orders.study.sign' },
    },
    async (request, reply) =>
      run(request, reply, (tx, command) => {
        const { providerId: organisationId, ...rest } = seen(request)
        return signAsSponsor(tx, command, { ...rest, organisationId })
      }),
  )
  app.post(
    '/studies/:id/deviations',
    { schema: schema('reportStudyDeviation', 'Report what went otherwise than planned', ReportStudyDeviation), config: manage },
    async (request, reply) => run(request, reply, (tx, command) => reportDeviation(tx, command, seen(request), request.body)),
  )
  app.post(
    '/studies/:id/complete',
    { schema: schema('completeStudy', 'The experimental part is over', z.object({})), config: manage },
    async (request, reply) => run(request, reply, (tx, command) => actOnStudy(tx, command, seen(request), 'complete', null)),
  )
  app.post(
    '/studies/:id/statement',
    { schema: schema('giveStudyStatement', 'Give the statement of quality assurance', GiveStatement), config: manage },
    async (request, reply) => run(request, reply, (tx, command) => actOnStudy(tx, command, seen(request), 'state', request.body.words)),
  )
  app.post(
    '/studies/:id/finalise',
    { schema: schema('finaliseStudy', 'Sign the final report as the study director', z.object({})), config: manage },
    async (request, reply) => run(request, reply, (tx, command) => actOnStudy(tx, command, seen(request), 'finalise', null)),
  )
  app.post(
    '/studies/:id/archive-items',
    { schema: schema('archiveStudyItem', 'Put something of a study into the archive', ArchiveItem), config: manage },
    async (request, reply) => run(request, reply, (tx, command) => archiveItem(tx, command, seen(request), request.body)),
  )
  app.post(
    '/studies/:id/archive',
    { schema: schema('archiveStudy', 'Close the archive of a study', z.object({})), config: manage },
    async (request, reply) => run(request, reply, (tx, command) => actOnStudy(tx, command, seen(request), 'archive', null)),
  )
  app.post(
    '/studies/:id/stop',
    { schema: schema('stopStudy', 'Stop a study, with the reason', StopStudy), config: manage },
    async (request, reply) => run(request, reply, (tx, command) => actOnStudy(tx, command, seen(request), 'stop', request.body.reason)),
  )
  app.put(
    '/studies/:id/phases/:partId',
    {
      schema: { ...schema('recordStudyPhase', 'Record when a phase began and ended', RecordPhase), params: StudyPartParams },
      config: manage,
    },
    async (request, reply) =>
      run(request, reply, (tx, command) =>
        recordStudyPhase(tx, command, { ...seen(request), phaseId: request.params.partId }, request.body),
      ),
  )
  app.post(
    '/studies/:id/deviations/:partId/judge',
    {
      schema: {
        ...schema('judgeStudyDeviation', 'Say what a deviation means for the study', JudgeStudyDeviation),
        params: StudyPartParams,
      },
      config: manage,
    },
    async (request, reply) =>
      run(request, reply, (tx, command) =>
        judgeDeviation(tx, command, { ...seen(request), deviationId: request.params.partId }, request.body),
      ),
  )
}
