import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, VERSION_STALE, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ResourceParams } from '../../contract/calendars.ts'
import {
  DecideCorrection,
  EditUseRules,
  ListUses,
  MakeUseCodes,
  ProposeCorrection,
  UseBoard,
  UseCodeList,
  UseCodeQuery,
  UseCorrection,
  UseHistory,
  UseParams,
  UseRecord,
  UseRecordList,
  UseRules,
} from '../../contract/use.ts'
import type { BookingDeps } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { listOwnCalendars } from '../sql/use/codes.ts'
import { listCorrectionsOf } from '../sql/use/corrections.ts'
import { findCurrentRecord, listRecords, listRecordsOf } from '../sql/use/records.ts'
import { readUseRules, saveUseRules } from '../sql/use/rules.ts'
import { confirmCorrection, confirmInferred, declineCorrection, proposeCorrection, withdrawCorrection } from '../use/correct-use.ts'
import { presentCorrection, presentRecord } from '../use/present-use.ts'
import { readBoard } from '../use/read-board.ts'
import { rulesOf } from '../use/read-reservation-use.ts'
import { useReaderOf } from '../use/reader.ts'
import { makeUseCodes, readUseCodes } from '../use/use-codes.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** The provider's meter log: who is on what, what was used, and how a record is put right by two people. */
export async function useDeskRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['booking']
  const by = (request: FastifyRequest) => ({ organisationId: organisationOf(request), actor: actorOf(request) })

  app.get(
    '/use-board',
    {
      schema: {
        operationId: 'readUseBoard',
        tags,
        summary: 'Who is on the own resources now, who is awaited, and what waits for somebody',
        response: { 200: UseBoard, ...problemResponses },
      },
      config: { access: 'booking.use.list' },
    },
    async (request) => readBoard(db, useReaderOf(request)),
  )

  app.get(
    '/uses',
    {
      schema: {
        operationId: 'listUses',
        tags,
        summary: 'The meter log of the own resources as it stands, latest first',
        querystring: ListUses,
        response: { 200: UseRecordList, ...problemResponses },
      },
      config: { access: 'booking.use.list' },
    },
    async (request) => {
      const { resourceId, from, until, show, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listRecords(db, {
        providerId: organisationOf(request),
        resourceId,
        from: from === undefined ? undefined : new Date(from),
        until: until === undefined ? undefined : new Date(until),
        isUnproved: show === 'unproved',
        after: after && { startedAt: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentRecord, (row) => [row.started_at.toISOString(), row.id])
    },
  )

  app.get(
    '/uses/:id',
    {
      schema: {
        operationId: 'getUse',
        tags,
        summary: 'One use with every version of its record and every correction',
        params: UseParams,
        response: { 200: UseHistory, ...problemResponses },
      },
      config: { access: 'booking.use.read' },
    },
    async (request) => {
      const reader = useReaderOf(request)
      const { id } = request.params
      if (!(await findCurrentRecord(db, id, reader.organisationId))) throw new Refusal({ code: 'booking.use_missing', kind: 'missing' })
      return {
        records: (await listRecordsOf(db, { useId: id })).map(presentRecord),
        corrections: (await listCorrectionsOf(db, id)).map((row) => presentCorrection(row, reader)),
      }
    },
  )

  app.post(
    '/uses/:id/confirm',
    {
      schema: {
        operationId: 'confirmUse',
        tags,
        summary: 'Say that inferred times are right',
        params: UseParams,
        response: { 200: UseRecord, ...problemResponses },
      },
      config: { access: 'booking.use.record' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: presentRecord(await confirmInferred(tx, command, { ...by(request), useId: request.params.id })),
      })),
  )

  app.post(
    '/uses/:id/corrections',
    {
      schema: {
        operationId: 'proposeUseCorrection',
        tags,
        summary: 'Propose what a use really was or shall cost; a second person confirms',
        params: UseParams,
        body: ProposeCorrection,
        response: { 201: UseCorrection, ...problemResponses },
      },
      config: { access: 'booking.use.correct' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await proposeCorrection(tx, command, needs, { ...by(request), useId: request.params.id, body: request.body })
        return { status: 201, body: presentCorrection(row, useReaderOf(request)) }
      }),
  )

  const decision = (operationId: string, summary: string) => ({
    operationId,
    tags,
    summary,
    params: UseParams,
    body: DecideCorrection,
    response: { 200: UseCorrection, ...problemResponses },
  })

  app.post(
    '/use-corrections/:id/confirm',
    {
      schema: decision(
        'confirmUseCorrection',
        'Confirm the correction of somebody else: a new record, and a new charge where there is one',
      ),
      config: { access: 'booking.use.correct' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const given = { ...by(request), id: request.params.id, words: request.body.words ?? null }
        return { status: 200, body: presentCorrection(await confirmCorrection(tx, command, needs, given), useReaderOf(request)) }
      }),
  )

  app.post(
    '/use-corrections/:id/decline',
    {
      schema: decision('declineUseCorrection', 'Decline the correction of somebody else'),
      config: { access: 'booking.use.correct' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const given = { ...by(request), id: request.params.id, words: request.body.words ?? null }
        return { status: 200, body: presentCorrection(await declineCorrection(tx, command, given), useReaderOf(request)) }
      }),
  )

  app.post(
    '/use-corrections/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawUseCorrection',
        tags,
        summary: 'Take back an own correction',
        params: UseParams,
        response: { 200: UseCorrection, ...problemResponses },
      },
      config: { access: 'booking.use.correct' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await withdrawCorrection(tx, command, { ...by(request), id: request.params.id })
        return { status: 200, body: presentCorrection(row, useReaderOf(request)) }
      }),
  )

  app.get(
    '/resources/:resourceId/use-rules',
    {
      schema: {
        operationId: 'getUseRules',
        tags,
        summary: 'How use is begun and ended on an own resource',
        params: ResourceParams,
        response: { 200: UseRules, ...problemResponses },
      },
      config: { access: 'booking.use.list' },
    },
    async (request, reply) => {
      const { resourceId } = request.params
      if ((await listOwnCalendars(db, organisationOf(request), [resourceId])).length === 0) throw new Refusal(RESOURCE_MISSING)
      const rules = await readUseRules(db, resourceId)
      setVersion(reply, rules.version)
      return { resourceId, ...rulesOf(rules), version: rules.version }
    },
  )

  app.put(
    '/resources/:resourceId/use-rules',
    {
      schema: {
        operationId: 'editUseRules',
        tags,
        summary: 'Change how use is begun and ended on an own resource (If-Match; "0" while the defaults hold)',
        params: ResourceParams,
        body: EditUseRules,
        response: { 200: UseRules, ...problemResponses },
      },
      config: { access: 'booking.use_rules.edit' },
    },
    async (request, reply) => {
      const { resourceId } = request.params
      const version = expectedVersion(request)
      const providerId = organisationOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        if ((await listOwnCalendars(tx, providerId, [resourceId])).length === 0) throw new Refusal(RESOURCE_MISSING)
        const saved = await saveUseRules(tx, { resourceId, providerId, version }, request.body, {
          userId: actorOf(request).userId,
          now: command.now,
        })
        if (!saved) throw new Refusal(VERSION_STALE)
        await command.audit({
          action: 'booking.use_rules.edit',
          subjectType: 'calendar',
          subjectId: resourceId,
          detail: { ...request.body },
        })
        const body = { resourceId, ...request.body, version: version + 1 }
        return { status: 200, body, headers: { etag: versionTag(body.version) } }
      })
    },
  )

  app.get(
    '/use-codes',
    {
      schema: {
        operationId: 'listUseCodes',
        tags,
        summary: 'What is on the sheets beside own resources, for printing',
        querystring: UseCodeQuery,
        response: { 200: UseCodeList, ...problemResponses },
      },
      config: { access: 'booking.use.list' },
    },
    async (request) =>
      readUseCodes(db, {
        organisationId: organisationOf(request),
        resourceIds: request.query.resource,
        publicAddress: needs.publicAddress,
      }),
  )

  app.post(
    '/use-codes',
    {
      schema: {
        operationId: 'makeUseCodes',
        tags,
        summary: 'Give own resources their codes, or new ones when a sheet was lost',
        body: MakeUseCodes,
        response: { 200: UseCodeList, ...problemResponses },
      },
      config: { access: 'booking.use_rules.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { organisationId, actor } = by(request)
        await makeUseCodes(tx, command, { ...request.body, organisationId, userId: actor.userId })
        const of = { organisationId, resourceIds: request.body.resourceIds, publicAddress: needs.publicAddress }
        return { status: 200, body: await readUseCodes(tx, of) }
      }),
  )
}
