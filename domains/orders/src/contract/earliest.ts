import { z } from 'zod'
import { LEG_KINDS, RECEIVES } from '../core/earliest/plan-result.ts'
import { ORDERABLE_KINDS } from '../core/forms/orderable-kinds.ts'
import { yuan } from './orders.ts'

const several = <Value extends z.ZodType<string>>(value: Value) =>
  z.union([value, z.array(value).max(50)]).transform((values): string[] => [values].flat())

const SCHEMES = ['cma', 'cnas', 'glp'] as const
const shape = {
  quantity: z.coerce.number().int().min(1).max(10_000).default(1),
  readyDay: z.iso.date().exactOptional().describe('When samples or files can leave; today when left out'),
  transportDays: z.coerce
    .number()
    .int()
    .min(0)
    .max(30)
    .exactOptional()
    .describe('Working days on the way; 1 within a district, otherwise 2'),
}

/** A need: words, a method or the number of a standard; without any, every service. */
export const FindEarliest = z.object({
  q: z.string().trim().max(200).default(''),
  standard: z.string().trim().min(2).max(60).exactOptional(),
  service: several(z.uuid()).exactOptional(),
  deadline: z.iso.date().exactOptional(),
  district: z.string().min(1).max(100).exactOptional(),
  scheme: several(z.enum(SCHEMES)).exactOptional().describe('Accredited on the day of the result; all that are named'),
  ...shape,
})
export type FindEarliest = z.infer<typeof FindEarliest>

const leg = z.object({
  kind: z.enum(LEG_KINDS),
  from: z.iso.date(),
  to: z.iso.date(),
  workingDays: z.int(),
})

/** When a provider would have the result of a service, what it costs, and why. */
export const EarliestLine = z
  .object({
    serviceId: z.uuid(),
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    kind: z.enum(ORDERABLE_KINDS),
    providerId: z.uuid(),
    providerName: z.string(),
    district: z.string().nullable(),
    legs: z.array(leg).describe('The way to the result; each begins where the one before ends'),
    startDay: z.iso.date(),
    resultDay: z.iso.date().describe('With the longest turnaround that the provider states'),
    bestDay: z.iso.date().describe('With the shortest'),
    lateDays: z.int().nullable().describe('Working days after the deadline; 0 in time, null without a deadline'),
    turnaround: z.object({ min: z.int(), max: z.int() }),
    receives: z.enum(RECEIVES).describe('What the client brings'),
    parallelOrders: z.int().describe('Orders in work at the same time'),
    ordersAhead: z.int(),
    isPlanStated: z.boolean().describe('False: the provider has stated nothing and the defaults of the platform hold'),
    instrumentName: z.string().nullable().describe('The instrument without which the work does not begin'),
    isInstrumentFree: z.boolean().describe('False: it has no free time within its horizon'),
    sampleRequirements: z.string().nullable(),
    price: z
      .object({
        customerClass: z.string(),
        unit: z.string(),
        unitPrice: yuan,
        total: yuan,
        voucher: yuan.nullable().describe('What the best voucher would pay; null for who has none or is not signed in'),
      })
      .nullable()
      .describe('Null: no list price for the reader; ask'),
    accreditations: z
      .array(z.object({ scheme: z.enum(SCHEMES), certificateNo: z.string(), validTo: z.iso.date().nullable() }))
      .describe('Valid on the day of the result'),
    isAccredited: z.boolean().describe('Meets the schemes that were asked for'),
    deliveries: z.object({ inTime: z.int(), of: z.int() }).describe('Reports issued by their promised day, last twelve months'),
    standards: z
      .array(z.object({ number: z.string(), status: z.string(), effectiveOn: z.iso.date().nullable() }))
      .describe('Cited standards that are replaced, withdrawn or not yet in force'),
  })
  .meta({ id: 'EarliestLine' })
export type EarliestLine = z.infer<typeof EarliestLine>

export const EarliestAnswer = z
  .object({ today: z.iso.date(), items: z.array(EarliestLine), found: z.int(), districts: z.array(z.string()) })
  .meta({ id: 'EarliestAnswer' })
export type EarliestAnswer = z.infer<typeof EarliestAnswer>

/** What an order would cost and when its results would be there; nothing is kept. */
export const PreviewOrder = z
  .object({
    items: z
      .array(z.object({ serviceId: z.uuid(), quantity: z.int().min(1).max(10_000) }))
      .min(1)
      .max(50),
    readyDay: z.iso.date().exactOptional(),
  })
  .meta({ id: 'PreviewOrder' })
export type PreviewOrder = z.infer<typeof PreviewOrder>

export const OrderPreview = z
  .object({
    lines: z.array(EarliestLine).describe('One for each item, in the same order'),
    total: yuan.nullable().describe('Null when a service has no list price for the reader'),
    resultDay: z.iso.date(),
    today: z.iso.date(),
  })
  .meta({ id: 'OrderPreview' })
export type OrderPreview = z.infer<typeof OrderPreview>

/** How a provider works on a service: from this its first day is reckoned. */
export const EditServicePlan = z
  .object({
    receives: z.enum(RECEIVES),
    parallelOrders: z.int().min(1).max(200),
    intakeDays: z.int().min(0).max(10),
    instrumentId: z.uuid().nullable(),
    instrumentMinutes: z.int().min(15).max(43_200).nullable(),
  })
  .meta({ id: 'EditServicePlan' })
export type EditServicePlan = z.infer<typeof EditServicePlan>

export const ServicePlanView = z
  .object({ serviceId: z.uuid(), ...EditServicePlan.shape, isStated: z.boolean(), version: z.int() })
  .meta({ id: 'ServicePlan' })
export type ServicePlanView = z.infer<typeof ServicePlanView>
