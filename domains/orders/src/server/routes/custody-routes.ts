import { organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { OrderParams } from '../../contract/orders.ts'
import {
  AnswerOffer,
  ConsumeSample,
  CorrectSample,
  DeriveSample,
  DestroySample,
  LoseSample,
  OfferSample,
  OrderSamples,
  ReceiveSamples,
  ReleaseSample,
  RetainSample,
  SampleDetail,
  SampleHandlers,
  SampleParams,
  SampleReason,
  SendSamples,
  SplitSample,
  StoreSample,
  TakeOver,
} from '../../contract/samples.ts'
import type { OrdersDeps, OrdersTables } from '../needs.ts'
import { proposeDestruction, withdrawDestruction, witnessDestruction } from '../samples/destroy-sample.ts'
import { confirmHandover, offerSample, refuseHandover, takeOver, withdrawHandover } from '../samples/hand-over.ts'
import { receiveSamples } from '../samples/receive-samples.ts'
import { releaseSample, retainSample } from '../samples/retention.ts'
import type { By } from '../samples/sample-target.ts'
import { demandHolder, lockSample } from '../samples/sample-target.ts'
import { confirmReturn, returnSamples, sendSamples } from '../samples/send-samples.ts'
import { consumeSample, correctSample, deriveSample, loseSample, splitSample, storeSample } from '../samples/use-sample.ts'
import { listHandlers } from '../sql/samples/custody.ts'
import { answerSample, answerSamples, clientOf, providerOf } from './sample-answers.ts'

const tags = ['orders']

type Tx = Transaction<OrdersTables>

/** A step of one thing, of which the path names the id. The work answers the id of the sample when the thing is not the sample itself. */
type Step<Body extends z.ZodType> = {
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly access: string
  readonly body: Body
  readonly side?: By['side']
  readonly work: (tx: Tx, command: Command, id: string, body: z.output<Body>, by: By) => Promise<unknown>
}

const step = <Body extends z.ZodType>(one: Step<Body>): Step<z.ZodType> => one as unknown as Step<z.ZodType>

const NOTHING = z.object({}).default({})

/** The chain of custody: parcels, receipts, hand-overs, and what becomes of a sample. */
export async function custodyRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  const orderSteps = [
    step({
      path: '/orders/:id/parcels',
      operationId: 'sendSamples',
      summary: 'Samples have left for the provider',
      access: 'orders.sample.declare',
      side: 'client',
      body: SendSamples,
      work: (tx, command, id, body, by) => sendSamples(tx, command, needs, id, body, by),
    }),
    step({
      path: '/orders/:id/receipts',
      operationId: 'receiveOrderSamples',
      summary: 'Samples have arrived: each with its condition, received or refused',
      access: 'orders.sample.work',
      body: ReceiveSamples,
      work: (tx, command, id, body, by) => receiveSamples(tx, command, needs, id, body, by),
    }),
    step({
      path: '/orders/:id/returns',
      operationId: 'returnSamples',
      summary: 'What is left has been sent back to the client',
      access: 'orders.sample.work',
      body: SendSamples,
      work: (tx, command, id, body, by) => returnSamples(tx, command, needs, id, body, by),
    }),
  ]
  for (const { path, operationId, summary, access, body, side = 'provider', work } of orderSteps)
    app.post(
      path,
      {
        schema: { operationId, tags, summary, params: OrderParams, body, response: { 200: OrderSamples, ...problemResponses } },
        config: { access },
      },
      async (request, reply) => {
        const by = side === 'client' ? clientOf(request) : providerOf(request)
        return runCommand(db, request, reply, async (tx, command) => {
          await work(tx, command, request.params.id, request.body, by)
          return answerSamples(tx, request.params.id, by)
        })
      },
    )

  const sampleSteps = [
    step({
      path: '/samples/:id/handovers',
      operationId: 'offerSample',
      summary: 'Hand a sample over to a colleague, who confirms',
      access: 'orders.sample.work',
      body: OfferSample,
      work: (tx, command, id, body, by) => offerSample(tx, command, needs, id, body, by),
    }),
    step({
      path: '/sample-handovers/:id/confirm',
      operationId: 'confirmHandover',
      summary: 'The sample is in hand: from now on it is the reader’s',
      access: 'orders.sample.work',
      body: AnswerOffer,
      work: (tx, command, id, body, by) => confirmHandover(tx, command, id, body, by),
    }),
    step({
      path: '/sample-handovers/:id/refuse',
      operationId: 'refuseHandover',
      summary: 'The sample is not taken, with the reason',
      access: 'orders.sample.work',
      body: SampleReason,
      work: (tx, command, id, body, by) => refuseHandover(tx, command, needs, id, body.words, by),
    }),
    step({
      path: '/sample-handovers/:id/withdraw',
      operationId: 'withdrawHandover',
      summary: 'The sample stays with whoever offered it',
      access: 'orders.sample.work',
      body: NOTHING,
      work: (tx, command, id, _body, by) => withdrawHandover(tx, command, id, by),
    }),
    step({
      path: '/samples/:id/take-over',
      operationId: 'takeOverSample',
      summary: 'Take a sample whose holder cannot hand it over, with the reason',
      access: 'orders.sample.take_over',
      body: TakeOver,
      work: (tx, command, id, body, by) => takeOver(tx, command, id, body.words, by),
    }),
    step({
      path: '/samples/:id/places',
      operationId: 'storeSample',
      summary: 'Put a sample into a room or on a shelf',
      access: 'orders.sample.work',
      body: StoreSample,
      work: (tx, command, id, body, by) => storeSample(tx, command, id, body, by),
    }),
    step({
      path: '/samples/:id/parts',
      operationId: 'splitSample',
      summary: 'Split parts off a sample; each is a sample of its own',
      access: 'orders.sample.work',
      body: SplitSample,
      work: (tx, command, id, body, by) => splitSample(tx, command, id, body, by),
    }),
    step({
      path: '/samples/:id/derived',
      operationId: 'deriveSample',
      summary: 'Something was made from a sample, such as an extract',
      access: 'orders.sample.work',
      body: DeriveSample,
      work: (tx, command, id, body, by) => deriveSample(tx, command, id, body, by),
    }),
    step({
      path: '/samples/:id/uses',
      operationId: 'consumeSample',
      summary: 'Some of a sample was used',
      access: 'orders.sample.work',
      body: ConsumeSample,
      work: async (tx, command, id, body, by) => {
        demandHolder(await lockSample(tx, id, 'consume', by), by)
        await consumeSample(tx, command, id, body, by)
      },
    }),
    step({
      path: '/samples/:id/losses',
      operationId: 'loseSample',
      summary: 'A sample, or some of it, is lost or broken; opens a deviation',
      access: 'orders.sample.work',
      body: LoseSample,
      work: (tx, command, id, body, by) => loseSample(tx, command, needs, id, body, by),
    }),
    step({
      path: '/samples/:id/corrections',
      operationId: 'correctSample',
      summary: 'What was counted instead of what the record says',
      access: 'orders.sample.work',
      body: CorrectSample,
      work: (tx, command, id, body, by) => correctSample(tx, command, id, body, by),
    }),
    step({
      path: '/samples/:id/retention',
      operationId: 'retainSample',
      summary: 'Keep a sample longer',
      access: 'orders.sample.work',
      body: RetainSample,
      work: (tx, command, id, body, by) => retainSample(tx, command, id, body, by),
    }),
    step({
      path: '/samples/:id/release',
      operationId: 'releaseSample',
      summary: 'The client needs a sample no longer and says what is done with the rest',
      access: 'orders.sample.declare',
      side: 'client',
      body: ReleaseSample,
      work: (tx, command, id, body, by) => releaseSample(tx, command, id, body, by),
    }),
    step({
      path: '/samples/:id/confirm-return',
      operationId: 'confirmSampleReturn',
      summary: 'What was sent back has arrived',
      access: 'orders.sample.declare',
      side: 'client',
      body: NOTHING,
      work: (tx, command, id, _body, by) => confirmReturn(tx, command, id, by),
    }),
    step({
      path: '/samples/:id/destructions',
      operationId: 'proposeDestruction',
      summary: 'A sample was destroyed; a second person confirms by the proof',
      access: 'orders.sample.work',
      body: DestroySample,
      work: (tx, command, id, body, by) => proposeDestruction(tx, command, needs, id, body, by),
    }),
    step({
      path: '/sample-destructions/:id/witness',
      operationId: 'witnessDestruction',
      summary: 'A second person confirms that a sample was destroyed',
      access: 'orders.sample.work',
      body: NOTHING,
      work: (tx, command, id, _body, by) => witnessDestruction(tx, command, id, by),
    }),
    step({
      path: '/sample-destructions/:id/withdraw',
      operationId: 'withdrawDestruction',
      summary: 'It was not destroyed, or the proof is not good enough; with the reason',
      access: 'orders.sample.work',
      body: SampleReason,
      work: (tx, command, id, body, by) => withdrawDestruction(tx, command, id, body.words, by),
    }),
  ]
  for (const { path, operationId, summary, access, body, side = 'provider', work } of sampleSteps)
    app.post(
      path,
      {
        schema: { operationId, tags, summary, params: SampleParams, body, response: { 200: SampleDetail, ...problemResponses } },
        config: { access },
      },
      async (request, reply) => {
        const by = side === 'client' ? clientOf(request) : providerOf(request)
        return runCommand(db, request, reply, async (tx, command) => {
          const sampleId = await work(tx, command, request.params.id, request.body, by)
          return answerSample(tx, typeof sampleId === 'string' ? sampleId : request.params.id, by)
        })
      },
    )

  app.get(
    '/sample-handlers',
    {
      schema: {
        operationId: 'listSampleHandlers',
        tags,
        summary: 'People of the own organisation who work with samples',
        response: { 200: SampleHandlers, ...problemResponses },
      },
      config: { access: 'orders.sample.work' },
    },
    async (request) => ({ items: await listHandlers(db, organisationOf(request)) }),
  )
}
