import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  DrawVoucherSample,
  ListSamples,
  NoteFinding,
  SampleItemParams,
  SampleParams,
  VoucherSample,
  VoucherSampleList,
} from '../../contract/voucher-claims.ts'
import type { OrdersDeps } from '../needs.ts'
import { listSamples } from '../sql/vouchers/samples.ts'
import { drawVoucherSample, noteFinding, presentSample, readSample } from '../vouchers/draw-voucher-sample.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Samples of accepted claims for a check on the spot. */
export async function voucherSampleRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/voucher-samples',
    {
      schema: {
        operationId: 'listVoucherSamples',
        tags,
        summary: 'Samples of accepted claims, newest first',
        querystring: ListSamples,
        response: { 200: VoucherSampleList, ...problemResponses },
      },
      config: { access: 'orders.voucher_sample.read' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listSamples(db, { limit, after: after && { drawnAt: new Date(after[0]), id: after[1] } })
      return toPage(rows, limit, presentSample, (row) => [row.drawn_at.toISOString(), row.id])
    },
  )

  app.post(
    '/voucher-samples',
    {
      schema: {
        operationId: 'drawVoucherSample',
        tags,
        summary: 'Draw a sample by a seed; the same seed draws the same (Idempotency-Key)',
        body: DrawVoucherSample,
        response: { 201: VoucherSample, ...problemResponses },
      },
      config: { access: 'orders.voucher_sample.write' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const id = await drawVoucherSample(tx, command, request.body, actorOf(request).userId)
        return { status: 201, body: await readSample(tx, id) }
      }),
  )

  app.get(
    '/voucher-samples/:id',
    {
      schema: {
        operationId: 'getVoucherSample',
        tags,
        summary: 'A sample with what was found',
        params: SampleParams,
        response: { 200: VoucherSample, ...problemResponses },
      },
      config: { access: 'orders.voucher_sample.read' },
    },
    async (request) => readSample(db, request.params.id),
  )

  app.put(
    '/voucher-samples/:id/items/:position',
    {
      schema: {
        operationId: 'noteVoucherFinding',
        tags,
        summary: 'Note what a check on the spot found about one claim',
        params: SampleItemParams,
        body: NoteFinding,
        response: { 200: VoucherSample, ...problemResponses },
      },
      config: { access: 'orders.voucher_sample.write' },
    },
    async (request, reply) => {
      const { id, position } = request.params
      const { finding, words = null } = request.body
      return runCommand(db, request, reply, async (tx, command) => {
        await noteFinding(tx, command, { sampleId: id, position, finding, words, by: actorOf(request).userId })
        return { status: 200, body: await readSample(tx, id) }
      })
    },
  )
}
