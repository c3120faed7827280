import { z } from 'zod'
import { PRICE_LINE_CODES } from '../core/prices/quote.ts'
import { CHARGE_BASES } from '../core/prices/tariff.ts'
import { CHARGE_KINDS, CHARGE_STATES } from '../core/use/vocabulary.ts'

/** One line of a charge; the lines sum to the total. */
const ChargeLine = z
  .object({
    code: z.enum([...PRICE_LINE_CODES, 'consumable', 'adjustment', 'no_show', 'training']),
    quantity: z.string().describe('Billed units as a decimal'),
    unit: z.string().describe('A unit of prices, or the provider’s own of a consumable'),
    unitPrice: z.string().describe('Yuan'),
    percent: z.int(),
    amount: z.string().describe('Yuan; a correction may take off'),
    nameZh: z.string().nullable(),
    nameEn: z.string().nullable(),
    validFrom: z.iso.date().nullable(),
  })
  .meta({ id: 'ChargeLine' })
export type ChargeLine = z.infer<typeof ChargeLine>

/** What a use costs. A corrected charge is a new version; the old one stays readable. */
export const Charge = z
  .object({
    id: z.uuid(),
    kind: z.enum(CHARGE_KINDS),
    reservationId: z.uuid().nullable().describe('Null for a place in a training'),
    version: z.int(),
    replaces: z.uuid().nullable().describe('The version that it corrects'),
    state: z.enum(CHARGE_STATES),
    basis: z.enum(CHARGE_BASES).describe('Frozen when the booking was made'),
    chargedBy: z.enum(['booked', 'metered']).describe('Which time the lines follow'),
    bookedMinutes: z.int(),
    meteredMinutes: z.int(),
    lines: z.array(ChargeLine),
    total: z.string().describe('Yuan'),
    agreedTotal: z.string().describe('Yuan that the booking was confirmed at'),
    answerUntil: z.iso.datetime().describe('Silence until then accepts'),
    answer: z.object({ at: z.iso.datetime(), words: z.string().nullable(), isSilence: z.boolean() }).nullable(),
    reason: z.string().nullable().describe('Why it was corrected'),
    createdAt: z.iso.datetime(),
    canAnswer: z.boolean().describe('By the reader, now'),
  })
  .meta({ id: 'Charge' })
export type Charge = z.infer<typeof Charge>

export const ObjectCharge = z.object({ words: z.string().trim().min(1).max(1000) }).meta({ id: 'ObjectCharge' })
