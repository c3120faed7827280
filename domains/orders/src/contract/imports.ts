import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { IMPORT_FAULTS, IMPORTED_STATES } from '../core/imports/read-orders.ts'
import { ListOrders } from './orders.ts'

const yuan = z.string().describe('Yuan, such as "2712.00"')

export const OrderImportParams = z.object({ id: z.uuid() })

const row = {
  ownNumber: z.string().describe("The provider's own number; it names the order"),
  clientName: z.string(),
  clientUscc: z.string().nullable(),
  title: z.string(),
  items: z.string(),
  state: z.enum(IMPORTED_STATES),
  total: yuan,
  orderedOn: z.iso.date(),
  finishedOn: z.iso.date().nullable(),
  reportNumber: z.string().nullable(),
}

/** A file with earlier orders: what would be taken over, what is wrong row by row, and what became of it. */
export const OrderImport = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(['checked', 'applied', 'discarded']),
    version: z.int(),
    lineCount: z.int().describe('Rows with an order, right or wrong'),
    faultCount: z.int().describe('Rows with a fault'),
    preview: z.array(z.object({ row: z.int(), ...row })).describe('The first rows that can be taken over'),
    faults: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), reason: z.enum(IMPORT_FAULTS) })),
    outcome: z.object({ added: z.int(), changed: z.int(), unchanged: z.int() }).nullable(),
    uploadedByName: z.string().nullable(),
    uploadedAt: z.iso.datetime(),
    appliedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OrderImport' })
export type OrderImport = z.infer<typeof OrderImport>
export const OrderImportList = pageOf(OrderImport.omit({ preview: true, faults: true }).meta({ id: 'OrderImportSummary' })).meta({
  id: 'OrderImportList',
})
export const ListOrderImports = z.object({ ...pageQuery })

export const ApplyOrderImport = z
  .object({ rows: z.enum(['all', 'valid']).describe('`all` is refused while a row has a fault') })
  .meta({ id: 'ApplyOrderImport' })

/** An order from before the platform: history, with which nothing can be done. */
export const ImportedOrder = z
  .object({ id: z.uuid(), providerId: z.uuid(), providerName: z.string(), ...row, importedAt: z.iso.datetime() })
  .meta({ id: 'ImportedOrder' })
export type ImportedOrder = z.infer<typeof ImportedOrder>
export const ImportedOrderList = pageOf(ImportedOrder).meta({ id: 'ImportedOrderList' })
export const ListImportedOrders = z.object({ q: z.string().trim().min(1).max(100).exactOptional(), ...pageQuery })

/** The list's own conditions, without its pages. */
export const ExportOrders = ListOrders.omit({ cursor: true, limit: true })
