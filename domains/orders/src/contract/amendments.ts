import { z } from 'zod'
import { AMENDMENT_STATES, LINE_KINDS } from '../core/vocabulary.ts'
import { OrderParams, yuan } from './orders.ts'

export const AmendmentsParams = OrderParams
export const AmendmentParams = z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(100_000) })

const side = z.enum(['client', 'provider'])
const signature = z.object({ personName: z.string(), at: z.iso.datetime() }).nullable()

/** A change of an order that holds once both sides have signed it. */
export const Amendment = z
  .object({
    number: z.int(),
    kind: z.enum(['change', 'subcontract']),
    state: z.enum(AMENDMENT_STATES),
    reason: z.string(),
    changes: z.array(
      z.object({
        change: z.enum(['add', 'remove', 'reprice', 'subcontract']),
        name: z.string(),
        before: z.object({ quantity: z.int(), unitPrice: yuan }).nullable(),
        after: z.object({ quantity: z.int(), unitPrice: yuan }).nullable(),
        delta: yuan,
      }),
    ),
    delta: yuan.describe('By how much the total rises; below zero it falls'),
    extraDays: z.int().describe('Working days'),
    subcontractor: z.string().nullable(),
    proposedSide: side,
    proposedAt: z.iso.datetime(),
    clientSigned: signature,
    providerSigned: signature,
    endedByName: z.string().nullable(),
    endedWords: z.string().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OrderAmendment' })
export type Amendment = z.infer<typeof Amendment>

export const Amendments = z
  .object({
    items: z.array(Amendment),
    canPropose: z.boolean(),
    canSign: z.boolean().describe('The open one waits for the reader’s side'),
    canWithdraw: z.boolean().describe('The open one is of the reader’s side'),
  })
  .meta({ id: 'OrderAmendments' })
export type Amendments = z.infer<typeof Amendments>

const price = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,2})?$/)
  .describe('Yuan; below zero for a discount only')
const quantity = z.int().min(1).max(10_000)

const NewItem = z.object({
  change: z.literal('add'),
  kind: z.enum(LINE_KINDS).default('test'),
  name: z.string().trim().min(1).max(200),
  method: z.string().trim().max(300).default(''),
  quantity,
  sampleCount: z.int().min(0).max(10_000).default(0),
  unit: z.string().trim().min(1).max(40).default('item'),
  unitPrice: price,
})
const RemovedItem = z.object({ change: z.literal('remove'), itemId: z.uuid() })
const RepricedItem = z.object({ change: z.literal('reprice'), itemId: z.uuid(), quantity, unitPrice: price })

/** What one side proposes; it signs by proposing. */
export const ProposeAmendment = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('change'),
      reason: z.string().trim().min(1).max(1000),
      changes: z.array(z.discriminatedUnion('change', [NewItem, RemovedItem, RepricedItem])).max(50),
      extraDays: z.int().min(-365).max(3650).default(0),
    }),
    z.object({
      kind: z.literal('subcontract'),
      reason: z.string().trim().min(1).max(1000),
      itemIds: z.array(z.uuid()).min(1).max(50).describe('Items that the subcontractor does'),
      subcontractor: z.string().trim().min(1).max(200),
      extraDays: z.int().min(0).max(3650).default(0),
    }),
  ])
  .meta({ id: 'ProposeAmendment' })
export type ProposeAmendment = z.infer<typeof ProposeAmendment>

export const RefuseAmendment = z.object({ words: z.string().trim().min(1).max(1000) }).meta({ id: 'RefuseAmendment' })
