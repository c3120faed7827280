import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { OrderParams, OrderSummary, yuan } from './orders.ts'

/** Roles of an enterprise that limits and steps may name. */
export const SPENDING_ROLES = [
  'enterprise:owner',
  'enterprise:engineer',
  'enterprise:purchaser',
  'enterprise:approver',
  'enterprise:finance',
  'enterprise:project_lead',
] as const

const money = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,2})?$/)
  .describe('Yuan')

const isOneOf = ({ personId, role }: { personId: string | null; role: string | null }) => (personId === null) !== (role === null)
const whose = { personId: z.uuid().nullable(), role: z.enum(SPENDING_ROLES).nullable() }
const named = { ...whose, personName: z.string().nullable() }

/** Who may spend how much alone, and who approves what lies above. Who has no limit orders freely. */
export const SpendingPolicy = z
  .object({
    limits: z.array(z.object({ ...named, order: yuan.nullable(), month: yuan.nullable() })),
    steps: z.array(z.object({ ...named, upTo: yuan.nullable().describe('Null covers everything') })),
    people: z.array(z.object({ id: z.uuid(), name: z.string(), roles: z.array(z.string()) })).describe('Members who can be named'),
    version: z.int(),
    updatedAt: z.iso.datetime().nullable(),
    updatedByName: z.string().nullable(),
  })
  .meta({ id: 'SpendingPolicy' })
export type SpendingPolicy = z.infer<typeof SpendingPolicy>

export const SetSpendingPolicy = z
  .object({
    limits: z
      .array(
        z
          .object({ ...whose, order: money.nullable(), month: money.nullable() })
          .refine(isOneOf, { path: ['personId'], params: { problem: 'orders.limit_whose' } })
          .refine(({ order, month }) => order !== null || month !== null, { path: ['order'], params: { problem: 'orders.limit_empty' } }),
      )
      .max(200),
    steps: z
      .array(
        z.object({ ...whose, upTo: money.nullable() }).refine(isOneOf, { path: ['personId'], params: { problem: 'orders.limit_whose' } }),
      )
      .max(10)
      .describe('In the order in which they are asked'),
  })
  .refine(({ limits }) => new Set(limits.map(({ personId, role }) => personId ?? role)).size === limits.length, {
    path: ['limits'],
    params: { problem: 'orders.limit_twice' },
  })
  .meta({ id: 'SetSpendingPolicy' })
export type SetSpendingPolicy = z.infer<typeof SetSpendingPolicy>

/** What the reader may still order alone; null is without limit. */
export const OwnSpending = z
  .object({ order: yuan.nullable(), month: yuan.nullable(), used: yuan.describe('Spent alone in this month'), left: yuan.nullable() })
  .meta({ id: 'OwnSpending' })
export type OwnSpending = z.infer<typeof OwnSpending>

const PURCHASE_STATES = ['open', 'approved', 'refused'] as const

/** The approvals that an order of the own enterprise needs. */
export const PurchaseApprovals = z
  .object({
    steps: z.array(
      z.object({
        position: z.int(),
        ...named,
        upTo: yuan.nullable(),
        state: z.enum(PURCHASE_STATES),
        decidedByName: z.string().nullable(),
        decidedAt: z.iso.datetime().nullable(),
        words: z.string().nullable(),
      }),
    ),
    nextPosition: z.int().nullable().describe('Null when nothing is open'),
    canDecide: z.boolean().describe('The reader is the next to decide'),
  })
  .meta({ id: 'PurchaseApprovals' })
export type PurchaseApprovals = z.infer<typeof PurchaseApprovals>

export const ListPurchases = z.object(pageQuery)
export const PurchaseList = pageOf(
  z.object({ order: OrderSummary, position: z.int(), stepCount: z.int(), upTo: yuan.nullable() }).meta({ id: 'WaitingPurchase' }),
).meta({ id: 'WaitingPurchaseList' })

export const PurchaseParams = OrderParams
const position = z.int().min(1).max(10).describe('The step that the reader saw as next')
const words = z.string().trim().min(1).max(1000)
export const ApprovePurchase = z.object({ position, words: words.exactOptional() }).meta({ id: 'ApprovePurchase' })
export const RefusePurchase = z.object({ position, words: words.describe('Why; the orderer reads it') }).meta({ id: 'RefusePurchase' })
