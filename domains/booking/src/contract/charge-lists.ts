import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { CHARGE_KINDS, CHARGE_STATES } from '../core/use/vocabulary.ts'

/** A charge among others: what it is for and what became of it. Versions that were replaced are left out. */
export const ChargeItem = z
  .object({
    id: z.uuid(),
    kind: z.enum(CHARGE_KINDS),
    number: z.string().describe('Of the booking, or of the training'),
    reservationId: z.uuid().nullable(),
    trainingId: z.uuid().nullable(),
    resourceId: z.uuid().nullable(),
    name: z.string().describe('The resource, or the training'),
    nameEn: z.string().nullable(),
    providerName: z.string(),
    organisationName: z.string(),
    personName: z.string().describe('Who booked, or took part'),
    start: z.iso.datetime().describe('Of the booking or the training'),
    zone: z.string(),
    chargedBy: z.enum(['booked', 'metered']),
    bookedMinutes: z.int(),
    meteredMinutes: z.int(),
    total: z.string().describe('Yuan'),
    state: z.enum(CHARGE_STATES),
    isCorrected: z.boolean(),
    answerUntil: z.iso.datetime(),
    answerWords: z.string().nullable().describe('Why the customer objected'),
    createdAt: z.iso.datetime(),
    payment: z
      .object({ paid: z.string().describe('Yuan'), isSettled: z.boolean().describe('What it comes to now is paid in full') })
      .nullable()
      .describe('Null while nothing stands in the ledger: not accepted yet, or nobody pays'),
  })
  .meta({ id: 'ChargeItem' })
export type ChargeItem = z.infer<typeof ChargeItem>

const filters = {
  state: z.enum(['open', 'accepted', 'objected']).exactOptional(),
  kind: z.enum(CHARGE_KINDS).exactOptional(),
  resourceId: z.uuid().exactOptional(),
  from: z.iso.date().exactOptional().describe('Day of the charge, by the clock of the region'),
  to: z.iso.date().exactOptional().describe('Included'),
}
export const ListCharges = z.object({ ...filters, ...pageQuery })
export const ExportCharges = z.object(filters)
export type ExportCharges = z.infer<typeof ExportCharges>

export const ChargeItemList = pageOf(ChargeItem)
  .extend({ total: z.string().describe('Yuan of everything that the filters find'), count: z.int() })
  .meta({ id: 'ChargeItemList' })

export const WaiveCharge = z.object({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'WaiveCharge' })
