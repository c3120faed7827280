import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { BAND_DAYS, CHARGE_BASES, EXTRA_UNITS } from '../core/prices/tariff.ts'
import { CUSTOMER_CLASSES } from '../core/vocabulary.ts'

const money = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/)
const names = {
  nameZh: z.string().trim().min(1).max(40),
  nameEn: z.string().trim().min(1).max(80).nullable(),
}

const PriceBand = z
  .object({
    ...names,
    days: z.array(z.enum(BAND_DAYS)).min(1).max(3).describe('A make-up day is a working day'),
    fromMinute: z.int().min(0).max(1439).describe('Minute of the local day'),
    toMinute: z.int().min(1).max(1440).describe('Not after fromMinute: past midnight, into the next day'),
    percent: z.int().min(0).max(500).describe('Share of the hourly price'),
  })
  .meta({ id: 'PriceBand' })

const PricePackage = z
  .object({
    ...names,
    minutes: z.int().min(30).max(44_640),
    prices: z
      .array(z.object({ customerClass: z.enum(CUSTOMER_CLASSES), price: money.describe('Yuan') }))
      .min(1)
      .max(CUSTOMER_CLASSES.length),
  })
  .meta({ id: 'PricePackage' })

const PriceExtra = z
  .object({ ...names, per: z.enum(EXTRA_UNITS), price: money.describe('Yuan') })
  .describe('What every booking pays beside machine time')
  .meta({ id: 'PriceExtra' })

/** How the provider arrived at its hourly price; shown to whoever asks. */
const FeeBuildUp = z
  .object({
    originalValue: money.describe('Yuan'),
    years: z.int().min(1).max(50).describe('Over how many years it is written off'),
    yearlyHours: z.int().min(1).max(8784),
    hourly: z.array(z.object({ nameZh: names.nameZh, amount: money.describe('Yuan an hour') })).max(12),
    labourHour: money.describe('Yuan an hour'),
    managementPercent: z.int().min(0).max(100),
    shares: z
      .array(z.object({ customerClass: z.enum(CUSTOMER_CLASSES), percent: z.int().min(0).max(1000) }))
      .max(CUSTOMER_CLASSES.length)
      .describe('Of the full cost, for each class'),
  })
  .meta({ id: 'FeeBuildUp' })

const NoShowRule = z
  .discriminatedUnion('by', [
    z.object({ by: z.literal('percent'), percent: z.int().min(1).max(100).describe('Of the price of the booking') }),
    z.object({ by: z.literal('amount'), amount: money.describe('Yuan; at most the price of the booking') }),
  ])
  .describe('What who books and does not come pays')
  .meta({ id: 'NoShowRule' })

const rules = {
  validFrom: z.iso.date().describe('First local day; a use is priced by the day on which it starts'),
  bands: z.array(PriceBand).max(10),
  packages: z.array(PricePackage).max(10),
  extras: z.array(PriceExtra).max(20),
  minimum: money.nullable().describe('Yuan; no booking costs less'),
  chargesInside: z.boolean().describe('True when extras and minimum are charged to the provider’s own people too'),
  chargeBy: z.enum(CHARGE_BASES).describe('Booked time, metered time, or the longer of both'),
  noShow: NoShowRule.nullable().default(null),
  buildUp: FeeBuildUp.nullable(),
  note: z.string().trim().min(1).max(1000).nullable().describe('For customers: why and how'),
}

export const EditTariff = z.object(rules).meta({ id: 'EditTariff' })
export type EditTariff = z.infer<typeof EditTariff>

/** Price rules of a resource from a day on; the catalogue's prices stand below them. */
export const Tariff = z
  .object({
    id: z.uuid(),
    resourceId: z.uuid(),
    state: z.enum(['draft', 'published', 'withdrawn']),
    ...rules,
    isInForce: z.boolean().describe('The one that prices a use that starts today'),
    publishedAt: z.iso.datetime().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Tariff' })
export type Tariff = z.infer<typeof Tariff>

export const TariffParams = z.object({ id: z.uuid() })

/** With the catalogue's prices, so that a price can be worked out and explained in the browser by the same code as on the server. */
export const TariffList = z
  .object({
    resourceId: z.uuid(),
    zone: z.string(),
    today: z.iso.date(),
    billingStepMinutes: z.int(),
    operatorHourPrice: z.string().nullable().describe('Yuan'),
    rates: z.array(
      z.object({
        customerClass: z.enum(CUSTOMER_CLASSES),
        unit: z.string(),
        price: z.string().describe('Yuan'),
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
      }),
    ),
    items: z.array(Tariff).describe('Latest first; drafts and withdrawn ones only for the provider'),
  })
  .meta({ id: 'TariffList' })
export type TariffList = z.infer<typeof TariffList>

export const ListPriceLists = z.object(pageQuery)
export type ListPriceLists = z.infer<typeof ListPriceLists>

/** What the provider's own resources cost today, and which of them have price rules. */
export const PriceSummary = z
  .object({
    resourceId: z.uuid(),
    name: z.string(),
    nameEn: z.string().nullable(),
    model: z.string().nullable(),
    prices: z
      .array(z.object({ customerClass: z.enum(CUSTOMER_CLASSES), unit: z.string(), price: z.string().describe('Yuan') }))
      .describe('The catalogue’s prices of today'),
    inForceFrom: z.iso.date().nullable().describe('First day of the tariff that prices a use today'),
    nextFrom: z.iso.date().nullable().describe('First day of the next published tariff'),
    drafts: z.int(),
  })
  .meta({ id: 'PriceSummary' })
export type PriceSummary = z.infer<typeof PriceSummary>

export const PriceSummaryList = pageOf(PriceSummary).meta({ id: 'PriceSummaryList' })
