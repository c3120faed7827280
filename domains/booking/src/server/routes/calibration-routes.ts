import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
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
import { ResourceParams } from '../../contract/calendars.ts'
import {
  CalibrationList,
  CalibrationParams,
  ListCalibrations,
  RecordCalibration,
  ResourceCalibrations,
  SetCalibrationRule,
} from '../../contract/calibrations.ts'
import type { BookingDeps } from '../needs.ts'
import { changeCalibrationRule, presentDue, readCalibrations, recordCalibration } from '../outages/calibrations.ts'
import { attachCertificate, findCalibration, listDueDays } from '../sql/outages/calibrations.ts'

const tags = ['booking']
const MAX_BYTES = 20 * 1_048_576
const Cursor = z.tuple([z.string(), z.uuid()])
const CALIBRATION_MISSING = { code: 'booking.calibration_missing', kind: 'missing' } as const

/** Calibrations of a provider's own resources, what is due, and whether overdue ones take bookings. */
export async function calibrationRoutes(scope: FastifyInstance, { db, needs }: BookingDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), userId: actorOf(request).userId })

  app.get(
    '/calibrations',
    {
      schema: {
        operationId: 'listCalibrations',
        tags,
        summary: 'Own bookable resources by the day on which their calibration runs out',
        querystring: ListCalibrations,
        response: { 200: CalibrationList, ...problemResponses },
      },
      config: { access: 'booking.calibration.list' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const now = request.server.now()
      const after = decodeCursor(cursor, Cursor)
      const rows = await listDueDays(db, {
        providerId: organisationOf(request),
        now,
        limit,
        after: after && { due: after[0], id: after[1] },
      })
      return toPage(
        rows,
        limit,
        (row) => presentDue(row, localDayOf(now, row.zone)),
        (row) => [row.due_on ?? 'infinity', row.resource_id],
      )
    },
  )

  app.get(
    '/resources/:resourceId/calibrations',
    {
      schema: {
        operationId: 'getCalibrations',
        tags,
        summary: 'Calibration records of an own resource, and bookings after the due day',
        params: ResourceParams,
        response: { 200: ResourceCalibrations, ...problemResponses },
      },
      config: { access: 'booking.calibration.list' },
    },
    async (request, reply) => {
      const found = await readCalibrations(db, request.params.resourceId, organisationOf(request), request.server.now())
      setVersion(reply, found.version)
      return found
    },
  )

  app.post(
    '/resources/:resourceId/calibrations',
    {
      schema: {
        operationId: 'recordCalibration',
        tags,
        summary: 'Record a calibration, verification or check of an own resource (Idempotency-Key)',
        params: ResourceParams,
        body: RecordCalibration,
        response: { 201: z.object({ id: z.uuid() }).meta({ id: 'RecordedCalibration' }), ...problemResponses },
      },
      config: { access: 'booking.calibration.record' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const record = { ...request.body, resourceId: request.params.resourceId }
        return { status: 201, body: { id: await recordCalibration(tx, command, record, by(request)) } }
      }),
  )

  app.put(
    '/resources/:resourceId/calibration-rule',
    {
      schema: {
        operationId: 'setCalibrationRule',
        tags,
        summary: 'Whether an overdue calibration keeps new bookings away (If-Match with the calendar’s version)',
        params: ResourceParams,
        body: SetCalibrationRule,
        response: { 200: ResourceCalibrations, ...problemResponses },
      },
      config: { access: 'booking.calibration.record' },
    },
    async (request, reply) => {
      const target = { resourceId: request.params.resourceId, version: expectedVersion(request), ...by(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        await changeCalibrationRule(tx, command, target, request.body.blocksWhenOverdue)
        const found = await readCalibrations(tx, target.resourceId, target.providerId, command.now)
        return { status: 200, body: found, headers: { etag: versionTag(found.version) } }
      })
    },
  )

  app.post(
    '/calibrations/:id/certificate',
    {
      schema: {
        operationId: 'addCertificate',
        tags,
        summary: 'Upload the certificate of a record (multipart, a PDF or picture of at most 20 MB)',
        consumes: ['multipart/form-data'],
        params: CalibrationParams,
        response: { 201: z.object({ fileId: z.uuid() }).meta({ id: 'AddedCertificate' }), ...problemResponses },
      },
      config: { access: 'booking.calibration.record' },
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) throw new Refusal({ code: 'booking.no_file', kind: 'invalid' })
      return runCommand(db, request, reply, async (tx, command) => {
        const { providerId, userId } = by(request)
        const record = await findCalibration(tx, request.params.id, providerId)
        if (!record) throw new Refusal(CALIBRATION_MISSING)
        const file = await storeUpload(tx, needs.files, {
          stream: part.file,
          name: part.filename,
          maxBytes: MAX_BYTES,
          allowedTypes: [...RASTER_IMAGES, 'application/pdf'],
          ownerOrganisationId: providerId,
          uploadedBy: userId,
        })
        await attachCertificate(tx, record.id, file.id)
        await command.audit({
          action: 'booking.calibration.attach',
          subjectType: 'calibration',
          subjectId: record.id,
          detail: { fileId: file.id },
        })
        return { status: 201, body: { fileId: file.id } }
      })
    },
  )

  app.get(
    '/calibrations/:id/certificate',
    {
      schema: {
        operationId: 'readCertificate',
        tags,
        summary: 'The certificate of an own record',
        params: CalibrationParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'booking.calibration.list' },
    },
    async (request, reply) => {
      const record = await findCalibration(db, request.params.id, organisationOf(request))
      const file = record?.certificate_file_id ? await findFile(db, record.certificate_file_id) : undefined
      if (!file) throw new Refusal(CALIBRATION_MISSING)
      return sendFile(reply, needs.files, file)
    },
  )
}
