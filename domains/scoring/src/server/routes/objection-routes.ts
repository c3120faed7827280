import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { readVerificationCode } from '@jiju/kernel/verification-code'
import { sendFile } from '@jiju/platform/files/send-file'
import { findFile, storeUpload } from '@jiju/platform/files/upload'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, VERSION_STALE, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { sharedLimit } from '@jiju/platform/http/shared-limit'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ListParams } from '../../contract/lists.ts'
import {
  DecideObjection,
  ListObjections,
  ListOwnObjections,
  Objection,
  ObjectionFileParams,
  ObjectionPage,
  ObjectionParams,
  OpenObjection,
  OwnObjection,
  OwnObjectionPage,
  PlacedObjection,
  PlaceObjection,
} from '../../contract/objections.ts'
import { OBJECTION_MISSING } from '../lists/problems.ts'
import type { ScoringDeps } from '../needs.ts'
import { decide } from '../objections/decide-objection.ts'
import { hashOfCode, placeObjection } from '../objections/place-objection.ts'
import { presentObjection, presentOwnObjection } from '../objections/present-objection.ts'
import {
  findObjection,
  findObjectionByCode,
  findObjectionFile,
  insertObjectionFile,
  listObjections,
  listOwnObjections,
  type ObjectionRow,
  takeObjection,
} from '../sql/objections.ts'

const tags = ['scoring']
const ByDue = z.tuple([z.iso.date(), z.uuid()])
const ByTime = z.tuple([z.iso.datetime(), z.uuid()])
const MAX_FILE_BYTES = 20 * 1024 * 1024
const MAX_FILES = 5
const ALLOWED = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp']
const NO_FILE = { code: 'scoring.no_file', kind: 'invalid' } as const

/** Objections to lists on notice: from members and citizens, with papers, a clock and an answer. */
export async function objectionRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  async function getObjection(id: string): Promise<ObjectionRow> {
    const row = await findObjection(db, id)
    if (!row) throw new Refusal(OBJECTION_MISSING)
    return row
  }

  /** An objection of the reader's organisation; another's answers like one that does not exist. */
  async function getOwn(request: FastifyRequest, id: string): Promise<ObjectionRow> {
    const row = await findObjection(db, id)
    if (!row || row.organisation_id !== organisationOf(request)) throw new Refusal(OBJECTION_MISSING)
    return row
  }

  /** A paper of an objection that the caller has found the reader may see. */
  async function sendPaper(reply: FastifyReply, objectionId: string, id: string): Promise<FastifyReply> {
    const fileId = await findObjectionFile(db, objectionId, id)
    const file = fileId && (await findFile(db, fileId))
    if (!file) throw new Refusal(OBJECTION_MISSING)
    return sendFile(reply, needs.files, file)
  }

  async function getByCode(typed: string): Promise<ObjectionRow> {
    const code = readVerificationCode(typed)
    const row = code === undefined ? undefined : await findObjectionByCode(db, hashOfCode(code))
    if (!row) throw new Refusal({ code: 'scoring.objection_code_unknown', kind: 'missing' })
    return row
  }

  async function addFile(
    request: FastifyRequest,
    reply: FastifyReply,
    objection: ObjectionRow,
    part: Awaited<ReturnType<FastifyRequest['file']>>,
  ) {
    if (!part) throw new Refusal(NO_FILE)
    return runCommand(db, request, reply, async (tx, command) => {
      const file = await storeUpload(tx, needs.files, {
        stream: part.file,
        name: part.filename,
        maxBytes: MAX_FILE_BYTES,
        allowedTypes: ALLOWED,
        ownerOrganisationId: objection.organisation_id,
        uploadedBy: request.actor?.userId ?? null,
      })
      const paper = { id: newId(command.now.getTime()), objectionId: objection.id, fileId: file.id, now: command.now, most: MAX_FILES }
      if (!(await insertObjectionFile(tx, paper)))
        throw new Refusal({ code: 'scoring.objection_takes_no_file', kind: 'conflict', params: { most: MAX_FILES } })
      await command.audit({
        action: 'scoring.objection.add_file',
        subjectType: 'scoring.objection',
        subjectId: objection.id,
        detail: { fileId: file.id, sha256: file.sha256 },
      })
      return { status: 201, body: presentOwnObjection((await findObjection(tx, objection.id)) ?? objection, command.now) }
    })
  }

  app.post(
    '/public-lists/:id/objections',
    {
      schema: {
        operationId: 'placeScoringObjection',
        tags,
        summary: 'Object to a list on notice, in the name of the own organisation, or as a citizen with name and contact',
        params: ListParams,
        body: PlaceObjection,
        response: { 201: PlacedObjection, ...problemResponses },
      },
      config: { access: 'scoring.objection.place', ...sharedLimit(10) },
    },
    async (request, reply) =>
      runCommand(
        db,
        request,
        reply,
        async (tx, command) => ({
          status: 201,
          body: await placeObjection(tx, command, request.params.id, request.body, request.actor),
        }),
        { holdsSecret: request.actor === null },
      ),
  )

  app.post(
    '/public-objections/open',
    {
      schema: {
        operationId: 'openScoringObjection',
        tags,
        summary: 'How a citizen’s objection stands, by the code that was given when it was placed',
        body: OpenObjection,
        response: { 200: OwnObjection, ...problemResponses },
      },
      config: { access: 'scoring.objection.open', ...sharedLimit(30, (request) => request.ip) },
    },
    async (request) => presentOwnObjection(await getByCode(request.body.code), request.server.now()),
  )

  app.post(
    '/public-objections/open/files',
    {
      schema: {
        operationId: 'addFileToOpenedObjection',
        tags,
        summary: 'Add a paper to a citizen’s objection (multipart: the field `code`, then one file of at most 20 MB)',
        consumes: ['multipart/form-data'],
        response: { 201: OwnObjection, ...problemResponses },
      },
      config: { access: 'scoring.objection.open', ...sharedLimit(10, (request) => request.ip) },
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) throw new Refusal(NO_FILE)
      const field = part.fields.code
      const code = field && !Array.isArray(field) && field.type === 'field' ? String(field.value) : ''
      return addFile(request, reply, await getByCode(code), part)
    },
  )

  app.get(
    '/own-objections',
    {
      schema: {
        operationId: 'listOwnScoringObjections',
        tags,
        summary: 'Objections of the own organisation, newest first',
        querystring: ListOwnObjections,
        response: { 200: OwnObjectionPage, ...problemResponses },
      },
      config: { access: 'scoring.objection.read_own' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, ByTime)
      const rows = await listOwnObjections(db, {
        organisationId: organisationOf(request),
        after: after && { at: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(
        rows,
        limit,
        (row) => presentOwnObjection(row, request.server.now()),
        (row) => [row.received_at.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/own-objections/:id',
    {
      schema: {
        operationId: 'getOwnScoringObjection',
        tags,
        summary: 'An objection of the own organisation with its answer',
        params: ObjectionParams,
        response: { 200: OwnObjection, ...problemResponses },
      },
      config: { access: 'scoring.objection.read_own' },
    },
    async (request) => presentOwnObjection(await getOwn(request, request.params.id), request.server.now()),
  )

  app.get(
    '/own-objections/:id/files/:fileId',
    {
      schema: {
        operationId: 'readOwnScoringObjectionFile',
        tags,
        summary: 'Download a paper of an objection of the own organisation',
        params: ObjectionFileParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'scoring.objection.read_own' },
    },
    async (request, reply) => sendPaper(reply, (await getOwn(request, request.params.id)).id, request.params.fileId),
  )

  app.post(
    '/own-objections/:id/files',
    {
      schema: {
        operationId: 'addScoringObjectionFile',
        tags,
        summary: 'Add a paper to an own objection (multipart, one file of at most 20 MB)',
        consumes: ['multipart/form-data'],
        params: ObjectionParams,
        response: { 201: OwnObjection, ...problemResponses },
      },
      config: { access: 'scoring.objection.read_own' },
    },
    async (request, reply) => addFile(request, reply, await getOwn(request, request.params.id), await request.file()),
  )

  app.get(
    '/objections',
    {
      schema: {
        operationId: 'listScoringObjections',
        tags,
        summary: 'Objections, those that must be answered first in front',
        querystring: ListObjections,
        response: { 200: ObjectionPage, ...problemResponses },
      },
      config: { access: 'scoring.objection.handle' },
    },
    async (request) => {
      const { listId, state, cursor, limit } = request.query
      const after = decodeCursor(cursor, ByDue)
      const rows = await listObjections(db, { listId, state, after: after && { due: after[0], id: after[1] }, limit })
      return toPage(
        rows,
        limit,
        (row) => presentObjection(row, request.server.now()),
        (row) => [row.due_on, row.id],
      )
    },
  )

  app.get(
    '/objections/:id',
    {
      schema: {
        operationId: 'getScoringObjection',
        tags,
        summary: 'An objection with its papers and its clock',
        params: ObjectionParams,
        response: { 200: Objection, ...problemResponses },
      },
      config: { access: 'scoring.objection.handle' },
    },
    async (request, reply) => {
      const row = await getObjection(request.params.id)
      setVersion(reply, row.version)
      return presentObjection(row, request.server.now())
    },
  )

  app.get(
    '/objections/:id/files/:fileId',
    {
      schema: {
        operationId: 'readScoringObjectionFile',
        tags,
        summary: 'Download a paper of an objection',
        params: ObjectionFileParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'scoring.objection.handle' },
    },
    async (request, reply) => sendPaper(reply, request.params.id, request.params.fileId),
  )

  app.post(
    '/objections/:id/take',
    {
      schema: {
        operationId: 'takeScoringObjection',
        tags,
        summary: 'Take an objection in hand (If-Match)',
        params: ObjectionParams,
        response: { 200: Objection, ...problemResponses },
      },
      config: { access: 'scoring.objection.handle' },
    },
    async (request, reply) => {
      const { id } = await getObjection(request.params.id)
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        if (!(await takeObjection(tx, id, version, actorOf(request).userId))) throw new Refusal(VERSION_STALE)
        await command.audit({ action: 'scoring.objection.take', subjectType: 'scoring.objection', subjectId: id })
        const row = await findObjection(tx, id)
        if (!row) throw new Refusal(OBJECTION_MISSING)
        return { status: 200, body: presentObjection(row, command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/objections/:id/decide',
    {
      schema: {
        operationId: 'decideScoringObjection',
        tags,
        summary: 'Uphold an objection, correcting wrong facts at their source, or reject it, with reasons (If-Match)',
        params: ObjectionParams,
        body: DecideObjection,
        response: { 200: Objection, ...problemResponses },
      },
      config: { access: 'scoring.objection.handle' },
    },
    async (request, reply) => {
      const language = languageOf(request.headers['accept-language'])
      const wanted = {
        ...request.body,
        id: request.params.id,
        version: expectedVersion(request),
        personId: actorOf(request).userId,
        language,
      }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await decide(tx, command, wanted)
        return { status: 200, body: presentObjection(row, command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )
}
