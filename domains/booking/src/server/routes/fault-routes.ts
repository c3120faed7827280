import { Refusal } from '@jiju/kernel/problem'
import { RASTER_IMAGES } from '@jiju/platform/files/media-type'
import { sendFile } from '@jiju/platform/files/send-file'
import { findFile, storeUpload } from '@jiju/platform/files/upload'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  FaultList,
  FaultParams,
  FaultPhotoParams,
  FaultReport,
  ListFaults,
  ReportFault,
  ResolveFault,
  TriageFault,
} from '../../contract/faults.ts'
import type { BookingDeps } from '../needs.ts'
import { closeFault, decideOnFault, FAULT_MISSING, getFault, presentFault, reportFault } from '../outages/fault-reports.ts'
import { addFaultPhoto, listFaults } from '../sql/outages/faults.ts'

const tags = ['booking']
const MAX_PHOTOS = 8
const MAX_PHOTO_BYTES = 15 * 1_048_576
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Fault reports by whoever uses an instrument, and what its provider makes of them. */
export async function faultRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ organisationId: organisationOf(request), userId: actorOf(request).userId })

  app.post(
    '/fault-reports',
    {
      schema: {
        operationId: 'reportFault',
        tags,
        summary: 'Report that an instrument does not work as it should (Idempotency-Key)',
        body: ReportFault,
        response: { 201: FaultReport, ...problemResponses },
      },
      config: { access: 'booking.fault.report' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await reportFault(tx, command, request.body, by(request))
        return { status: 201, body: presentFault(row), headers: { etag: versionTag(row.version) } }
      }),
  )

  app.get(
    '/fault-reports',
    {
      schema: {
        operationId: 'listFaultReports',
        tags,
        summary: 'Reports of the own people, or on the own resources',
        querystring: ListFaults,
        response: { 200: FaultList, ...problemResponses },
      },
      config: { access: 'booking.fault.read' },
    },
    async (request) => {
      const { scope: whose, state, resourceId, cursor, limit } = request.query
      const organisation = organisationOf(request)
      const after = decodeCursor(cursor, Cursor)
      const rows = await listFaults(db, {
        scope: whose === 'provider' ? { provider: organisation } : { organisation },
        state,
        resourceId,
        limit,
        after: after && { at: new Date(after[0]), id: after[1] },
      })
      return toPage(rows, limit, presentFault, (row) => [row.reported_at.toISOString(), row.id])
    },
  )

  app.get(
    '/fault-reports/:id',
    {
      schema: {
        operationId: 'getFaultReport',
        tags,
        summary: 'One report, for the reporter’s organisation and the provider',
        params: FaultParams,
        response: { 200: FaultReport, ...problemResponses },
      },
      config: { access: 'booking.fault.read' },
    },
    async (request, reply) => {
      const row = await getFault(db, request.params.id, organisationOf(request))
      setVersion(reply, row.version)
      return presentFault(row)
    },
  )

  app.post(
    '/fault-reports/:id/photos',
    {
      schema: {
        operationId: 'addFaultPhoto',
        tags,
        summary: 'Add a photo to a report (multipart, one picture of at most 15 MB)',
        consumes: ['multipart/form-data'],
        params: FaultParams,
        response: { 201: FaultReport, ...problemResponses },
      },
      config: { access: 'booking.fault.report' },
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) throw new Refusal({ code: 'booking.no_file', kind: 'invalid' })
      return runCommand(db, request, reply, async (tx, command) => {
        const { organisationId, userId } = by(request)
        const report = await getFault(tx, request.params.id, organisationId)
        const file = await storeUpload(tx, needs.files, {
          stream: part.file,
          name: part.filename,
          maxBytes: MAX_PHOTO_BYTES,
          allowedTypes: [...RASTER_IMAGES],
          ownerOrganisationId: organisationId,
          uploadedBy: userId,
        })
        if (!(await addFaultPhoto(tx, report.id, file.id, { max: MAX_PHOTOS, now: command.now })))
          throw new Refusal({ code: 'booking.fault_too_many_photos', kind: 'refused', params: { max: MAX_PHOTOS } })
        await command.audit({
          action: 'booking.fault.add_photo',
          subjectType: 'fault_report',
          subjectId: report.id,
          detail: { fileId: file.id },
        })
        return { status: 201, body: presentFault(await getFault(tx, report.id, organisationId)) }
      })
    },
  )

  app.get(
    '/fault-reports/:id/photos/:fileId',
    {
      schema: {
        operationId: 'readFaultPhoto',
        tags,
        summary: 'The bytes of a photo of a report that the reader may see',
        params: FaultPhotoParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'booking.fault.read' },
    },
    async (request, reply) => {
      const report = await getFault(db, request.params.id, organisationOf(request))
      const file = report.photo_ids.includes(request.params.fileId) ? await findFile(db, request.params.fileId) : undefined
      if (!file) throw new Refusal(FAULT_MISSING)
      return sendFile(reply, needs.files, file, 'image')
    },
  )

  app.post(
    '/fault-reports/:id/triage',
    {
      schema: {
        operationId: 'triageFault',
        tags,
        summary: 'Say whether the instrument can be used (If-Match)',
        params: FaultParams,
        body: TriageFault,
        response: { 200: FaultReport, ...problemResponses },
      },
      config: { access: 'booking.fault.decide' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, version: expectedVersion(request), ...by(request) }
      const { verdict, note } = request.body
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await decideOnFault(tx, command, target, { verdict, note })
        return { status: 200, body: presentFault(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/fault-reports/:id/resolve',
    {
      schema: {
        operationId: 'resolveFault',
        tags,
        summary: 'Say what was done about it (If-Match)',
        params: FaultParams,
        body: ResolveFault,
        response: { 200: FaultReport, ...problemResponses },
      },
      config: { access: 'booking.fault.decide' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, version: expectedVersion(request), ...by(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await closeFault(tx, command, target, request.body.resolution)
        return { status: 200, body: presentFault(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )
}
