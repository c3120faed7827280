import { addDays } from '@jiju/kernel/local-date'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { RASTER_IMAGES } from '@jiju/platform/files/media-type'
import { contentDisposition, sendFile } from '@jiju/platform/files/send-file'
import { findFile, storeUpload } from '@jiju/platform/files/upload'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { writePdf } from '@jiju/platform/pdf/write-pdf'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { OrderParams } from '../../contract/orders.ts'
import {
  DeclareSamples,
  DescribeSample,
  FoundSample,
  ListSamples,
  OrderSamples,
  SampleCodeParams,
  SampleCounts,
  SampleDetail,
  SampleFileParams,
  SampleLabels,
  SampleList,
  SampleParams,
  UploadedFile,
} from '../../contract/samples.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersDeps } from '../needs.ts'
import { SAMPLE_MISSING } from '../problems.ts'
import { declareSamples, editSample, withdrawSample } from '../samples/declare-samples.ts'
import { labelSheet } from '../samples/label-sheet.ts'
import { isPicture, presentSample } from '../samples/present-sample.ts'
import { codeIn, findByCode, getOwnOrder, getOwnSample, readLabels, readOrderSamples, readSample } from '../samples/read-samples.ts'
import { isFileOf } from '../sql/samples/custody.ts'
import { countSamples, listSamples } from '../sql/samples/samples.ts'
import { answerSample, answerSamples, clientOf } from './sample-answers.ts'

const tags = ['orders']
const MAX_FILE_BYTES = 15 * 1_048_576
const FILE_TYPES = [...RASTER_IMAGES, 'application/pdf']
const DUE_DAYS = 14
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Whose samples a reader lists: a provider what it receives, everybody else what the own organisation ordered. */
function partyOf(request: FastifyRequest) {
  const { organisationKind, userId } = actorOf(request)
  const organisation = organisationOf(request)
  const side = organisationKind === 'provider' ? ('provider' as const) : ('client' as const)
  return { side, personId: userId, party: side === 'provider' ? { provider: organisation } : { client: organisation } }
}

/** Samples of orders: declared, labelled, found and read by both sides. */
export async function sampleRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/orders/:id/samples',
    {
      schema: {
        operationId: 'readOrderSamples',
        tags,
        summary: 'All samples of an order, everything that happened to them, and the deviations',
        params: OrderParams,
        response: { 200: OrderSamples, ...problemResponses },
      },
      config: { access: 'orders.sample.read' },
    },
    async (request) => {
      const { order, side } = await getOwnOrder(db, request.params.id, actorOf(request))
      return readOrderSamples(db, order.id, side)
    },
  )

  app.post(
    '/orders/:id/samples',
    {
      schema: {
        operationId: 'declareSamples',
        tags,
        summary: 'Say what will be sent; each sample gets its number and the code of its label (Idempotency-Key)',
        params: OrderParams,
        body: DeclareSamples,
        response: { 200: OrderSamples, ...problemResponses },
      },
      config: { access: 'orders.sample.declare' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await declareSamples(tx, command, request.params.id, request.body, clientOf(request))
        return answerSamples(tx, request.params.id, clientOf(request))
      }),
  )

  app.post(
    '/orders/:id/sample-files',
    {
      schema: {
        operationId: 'uploadSampleFile',
        tags,
        summary: 'Upload a photo or a paper that a later step names as its proof (multipart, a picture or PDF of at most 15 MB)',
        consumes: ['multipart/form-data'],
        params: OrderParams,
        response: { 201: UploadedFile, ...problemResponses },
      },
      config: { access: 'orders.sample.upload' },
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) throw new Refusal({ code: 'orders.no_file', kind: 'invalid' })
      return runCommand(db, request, reply, async (tx, command) => {
        const { order } = await getOwnOrder(tx, request.params.id, actorOf(request))
        const file = await storeUpload(tx, needs.files, {
          stream: part.file,
          name: part.filename,
          maxBytes: MAX_FILE_BYTES,
          allowedTypes: FILE_TYPES,
          ownerOrganisationId: organisationOf(request),
          uploadedBy: actorOf(request).userId,
        })
        const detail = { fileId: file.id, name: file.name }
        await command.audit({ action: 'orders.sample.upload', subjectType: 'service_order', subjectId: order.id, detail })
        return { status: 201, body: { fileId: file.id, name: file.name, isImage: isPicture(file.mediaType) } }
      })
    },
  )

  app.get(
    '/orders/:id/sample-labels',
    {
      schema: {
        operationId: 'readSampleLabels',
        tags,
        summary: 'What is printed on the labels, with the QR that opens each sample',
        params: OrderParams,
        response: { 200: SampleLabels, ...problemResponses },
      },
      config: { access: 'orders.sample.read' },
    },
    async (request) => {
      const { order } = await getOwnOrder(db, request.params.id, actorOf(request))
      return readLabels(db, order, needs.publicAddress)
    },
  )

  app.get(
    '/orders/:id/sample-labels.pdf',
    {
      schema: {
        operationId: 'printSampleLabels',
        tags,
        summary: 'The labels as a sheet of A4 in PDF, in the language of the reader',
        params: OrderParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'orders.sample.read' },
    },
    async (request, reply) => {
      const { order } = await getOwnOrder(db, request.params.id, actorOf(request))
      const labels = await readLabels(db, order, needs.publicAddress)
      const pdf = await writePdf(labelSheet(labels, languageOf(request.headers['accept-language']), order.placed_at))
      return reply
        .headers({ 'content-type': 'application/pdf', 'content-disposition': contentDisposition(`${order.number}-labels.pdf`) })
        .send(pdf as never)
    },
  )

  app.get(
    '/samples',
    {
      schema: {
        operationId: 'listOrderSamples',
        tags,
        summary: 'Samples of the own organisation: of its orders, or of the orders that it received',
        querystring: ListSamples,
        response: { 200: SampleList, ...problemResponses },
      },
      config: { access: 'orders.sample.read' },
    },
    async (request) => {
      const { view, placeId, q, withinDays, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const { side, party, personId } = partyOf(request)
      const rows = await listSamples(db, {
        party,
        personId,
        view,
        dueBy: addDays(localDayOf(request.server.now(), ORDER_ZONE), withinDays),
        placeId,
        q: q?.includes('://') ? codeIn(q) : q,
        after: after && { at: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(
        rows,
        limit,
        (row) => presentSample(row, side),
        (row) => [row.declared_at.toISOString(), row.id],
      )
    },
  )

  app.get(
    '/sample-counts',
    {
      schema: {
        operationId: 'countOrderSamples',
        tags,
        summary: 'How many samples wait for what',
        response: { 200: SampleCounts, ...problemResponses },
      },
      config: { access: 'orders.sample.read' },
    },
    async (request) => {
      const { party, personId } = partyOf(request)
      return countSamples(db, { party, personId, dueBy: addDays(localDayOf(request.server.now(), ORDER_ZONE), DUE_DAYS) })
    },
  )

  app.get(
    '/sample-codes/:code',
    {
      schema: {
        operationId: 'findSampleByCode',
        tags,
        summary: 'The sample behind the code or the address on a label, for those who may see it',
        params: SampleCodeParams,
        response: { 200: FoundSample, ...problemResponses },
      },
      config: { access: 'orders.sample.read' },
    },
    async (request) => findByCode(db, request.params.code, actorOf(request)),
  )

  app.get(
    '/samples/:id',
    {
      schema: {
        operationId: 'getOrderSample',
        tags,
        summary: 'One sample with its chain of custody',
        params: SampleParams,
        response: { 200: SampleDetail, ...problemResponses },
      },
      config: { access: 'orders.sample.read' },
    },
    async (request, reply) => {
      const { sample, side } = await getOwnSample(db, request.params.id, actorOf(request))
      setVersion(reply, sample.version)
      return readSample(db, sample, side)
    },
  )

  app.get(
    '/samples/:id/files/:fileId',
    {
      schema: {
        operationId: 'readSampleFile',
        tags,
        summary: 'A photo or a paper of a sample that the reader may see',
        params: SampleFileParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'orders.sample.read' },
    },
    async (request, reply) => {
      const { id, fileId } = request.params
      await getOwnSample(db, id, actorOf(request))
      const file = (await isFileOf(db, fileId, id)) ? await findFile(db, fileId) : undefined
      if (!file) throw new Refusal(SAMPLE_MISSING)
      return sendFile(reply, needs.files, file, 'image')
    },
  )

  app.put(
    '/samples/:id',
    {
      schema: {
        operationId: 'editOrderSample',
        tags,
        summary: 'Describe a sample otherwise before it is sent (If-Match)',
        params: SampleParams,
        body: DescribeSample,
        response: { 200: SampleDetail, ...problemResponses },
      },
      config: { access: 'orders.sample.declare' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        await editSample(tx, command, target, request.body, clientOf(request))
        return answerSample(tx, target.id, clientOf(request))
      })
    },
  )

  app.post(
    '/samples/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawOrderSample',
        tags,
        summary: 'It will not be sent',
        params: SampleParams,
        response: { 200: SampleDetail, ...problemResponses },
      },
      config: { access: 'orders.sample.declare' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await withdrawSample(tx, command, request.params.id, clientOf(request))
        return answerSample(tx, request.params.id, clientOf(request))
      }),
  )
}
