import { z } from 'zod'

const money = z.string().regex(/^\d{1,7}(\.\d{1,2})?$/)

export const TakeConsumables = z
  .array(z.object({ consumableId: z.uuid(), quantity: z.int().min(1).max(10_000) }))
  .max(50)
  .describe('What was used up, at the price of today')

export const AddConsumables = z.object({ consumables: TakeConsumables.min(1) }).meta({ id: 'AddConsumables' })

/** What can be taken at a resource today. */
export const OfferedConsumable = z
  .object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string().nullable(), unitName: z.string(), price: z.string().describe('Yuan') })
  .meta({ id: 'OfferedConsumable' })
export type OfferedConsumable = z.infer<typeof OfferedConsumable>

export const TakenConsumable = z
  .object({
    id: z.uuid(),
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    unitName: z.string(),
    quantity: z.int(),
    unitPrice: z.string().describe('Yuan'),
    amount: z.string().describe('Yuan'),
  })
  .meta({ id: 'TakenConsumable' })
export type TakenConsumable = z.infer<typeof TakenConsumable>

export const EditConsumable = z
  .object({
    resourceId: z.uuid().nullable().describe('Null: at every resource of the provider'),
    nameZh: z.string().trim().min(1).max(60),
    nameEn: z.string().trim().min(1).max(120).nullable(),
    unitName: z.string().trim().min(1).max(20),
    stock: z.int().min(0).max(1_000_000).nullable().describe('Null: not counted'),
    isOffered: z.boolean(),
    price: money.exactOptional().describe('Yuan from `validFrom` on; a new consumable needs one'),
    validFrom: z.iso.date().exactOptional().describe('Today when absent'),
  })
  .meta({ id: 'EditConsumable' })
export type EditConsumable = z.infer<typeof EditConsumable>

export const Consumable = z
  .object({
    id: z.uuid(),
    resourceId: z.uuid().nullable(),
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    unitName: z.string(),
    stock: z.int().nullable(),
    isOffered: z.boolean(),
    price: z.string().nullable().describe('Yuan today'),
    prices: z.array(z.object({ validFrom: z.iso.date(), price: z.string().describe('Yuan') })).describe('Latest first'),
    version: z.int(),
  })
  .meta({ id: 'Consumable' })
export type Consumable = z.infer<typeof Consumable>

export const ConsumableList = z.object({ items: z.array(Consumable) }).meta({ id: 'ConsumableList' })
