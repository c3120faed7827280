import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { TRANSITIONS } from '../core/order/machine.ts'
import { CONFIDENTIALITIES, LINE_KINDS, ORDER_STATES, PURPOSES, SIDES } from '../core/vocabulary.ts'
import { FormAnswers } from './forms.ts'

export const OrderParams = z.object({ id: z.uuid() })

const acts = [...new Set(TRANSITIONS.map(({ act }) => act))] as [
  (typeof TRANSITIONS)[number]['act'],
  ...(typeof TRANSITIONS)[number]['act'][],
]
export const yuan = z.string().describe('Yuan, such as "2712.00"')
const words = z.string().trim().min(1).max(1000)

/** A line of an order: what is done or charged. */
export const OrderItem = z
  .object({
    id: z.uuid(),
    position: z.int(),
    kind: z.enum(LINE_KINDS),
    serviceId: z.uuid().nullable(),
    name: z.string(),
    method: z.string().describe('Method or standard; empty when agreed in words'),
    quantity: z.int(),
    sampleCount: z.int(),
    unit: z.string(),
    unitPrice: yuan,
    amount: yuan,
    form: FormAnswers.describe('Answers to the form of the service'),
    formVersion: z.int().nullable(),
    isAdded: z.boolean().describe('Added by an amendment'),
    subcontractor: z.string().nullable(),
  })
  .meta({ id: 'OrderItem' })
export type OrderItem = z.infer<typeof OrderItem>

const summary = {
  id: z.uuid(),
  number: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  providerId: z.uuid(),
  providerName: z.string(),
  personName: z.string().describe('Who ordered'),
  title: z.string(),
  state: z.enum(ORDER_STATES),
  version: z.int(),
  turn: z.enum(SIDES).nullable().describe('Whose turn it is; null when nothing more happens'),
  isOwnTurn: z.boolean(),
  answerUntil: z.iso.datetime().nullable().describe('When the answer of whoever is next is due'),
  dueDay: z.iso.date().nullable().describe('Promised day of the results; null until the clock runs'),
  total: yuan,
  placedAt: z.iso.datetime(),
}

export const OrderSummary = z.object(summary).meta({ id: 'OrderSummary' })
export type OrderSummary = z.infer<typeof OrderSummary>

const OrderStep = z
  .object({
    act: z.enum(acts),
    from: z.enum(ORDER_STATES).nullable(),
    to: z.enum(ORDER_STATES),
    side: z.enum(SIDES),
    personName: z.string().nullable(),
    reason: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'OrderStep' })

/** One order for both parties; `acts` are what the reader's side may do now. */
export const Order = z
  .object({
    ...summary,
    side: z.enum(SIDES).describe('The side of the reader'),
    acts: z.array(z.enum(acts)),
    enquiryId: z.uuid().nullable(),
    quoteId: z.uuid().nullable(),
    purpose: z.enum(PURPOSES),
    confidentiality: z.enum(CONFIDENTIALITIES),
    turnaroundDays: z.int().describe('Working days from the moment the work can begin'),
    needsSamples: z.boolean(),
    holdsResults: z.boolean().describe('Results are handed over when what is due is paid'),
    needsAgreement: z.boolean().describe('Samples and work wait until both sides have accepted the agreement'),
    isClockStopped: z.boolean(),
    stoppedDays: z.int().describe('Working days on which the clock stood still'),
    cancelFee: yuan.describe('What cancelling costs the client now'),
    threadId: z.uuid().nullable(),
    items: z.array(OrderItem),
    steps: z.array(OrderStep),
    now: z.iso.datetime().describe('Server time, for countdowns'),
  })
  .meta({ id: 'Order' })
export type Order = z.infer<typeof Order>

export const ListOrders = z.object({
  state: z
    .enum([...ORDER_STATES, 'open', 'ended'])
    .default('open')
    .describe('One state, or all that are open or ended'),
  q: z.string().trim().min(1).max(100).exactOptional().describe('Number or words of the title'),
  ...pageQuery,
})
export type ListOrders = z.infer<typeof ListOrders>
export const OrderList = pageOf(OrderSummary).meta({ id: 'OrderList' })

export const OrderCounts = z
  .object({
    states: z.array(z.object({ state: z.enum(ORDER_STATES), count: z.int(), nextAnswerUntil: z.iso.datetime().nullable() })),
    ownTurn: z.int().describe('Open orders in which the reader is next'),
    late: z.int().describe('Open orders past their promised day'),
    now: z.iso.datetime(),
  })
  .meta({ id: 'OrderCounts' })

/** Why; some acts need it because the other side reads it. */
export const ActOnOrder = z.object({ reason: words.exactOptional() }).meta({ id: 'ActOnOrder' })
export type ActOnOrder = z.infer<typeof ActOnOrder>

/** The voucher programme that shall pay a part of an order; also taken along when a quote is accepted. */
export const voucherChoice = {
  voucherProgrammeId: z.uuid().exactOptional().describe('A programme that pays a part; refused when it does not apply'),
  expectedVoucher: yuan.exactOptional().describe('What the programme was shown to pay; refused when it pays less by now'),
}
export type VoucherChoice = { readonly voucherProgrammeId?: string; readonly expectedVoucher?: string }

/** An order at the list price of one service or more of one provider. */
export const PlaceOrder = z
  .object({
    title: z.string().trim().min(1).max(200).exactOptional().describe('The first service gives it when left out'),
    purpose: z.enum(PURPOSES),
    confidentiality: z.enum(CONFIDENTIALITIES).default('normal'),
    items: z
      .array(
        z.object({
          serviceId: z.uuid(),
          quantity: z.int().min(1).max(10_000),
          sampleCount: z.int().min(0).max(10_000),
          form: FormAnswers.default({}),
          formVersion: z.int().min(1).exactOptional().describe('The version of the form that was shown; refused when it is another by now'),
        }),
      )
      .min(1)
      .max(50)
      .describe('All of one provider'),
    expectedTotal: yuan.exactOptional().describe('The price that was shown; refused when it is another by now'),
    ...voucherChoice,
  })
  .meta({ id: 'PlaceOrder' })
export type PlaceOrder = z.infer<typeof PlaceOrder>
