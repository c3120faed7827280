import { z } from 'zod'
import { CUSTOMER_CLASSES, PRICE_UNITS } from '../core/vocabulary.ts'
import { optionalText, yuan } from './common.ts'
import { Price } from './resources.ts'

export const PriceInput = z
  .object({
    customerClass: z.enum(CUSTOMER_CLASSES),
    unit: z.enum(PRICE_UNITS),
    price: yuan,
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable().describe('last day; null until further notice'),
    note: optionalText(300),
  })
  .meta({ id: 'PriceEntry' })
export type PriceInput = z.infer<typeof PriceInput>

export const EndPrice = z.object({ validTo: z.iso.date() }).meta({ id: 'EndPrice' })
export const PriceRow = z.object({ ...Price.shape, version: z.number().int() }).meta({ id: 'PriceRow' })
export const PriceList = z.object({ items: z.array(PriceRow) }).meta({ id: 'PriceList' })
