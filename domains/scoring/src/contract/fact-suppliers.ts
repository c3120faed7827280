import { z } from 'zod'
import { SOURCES } from '../core/facts/sources.ts'

const Supplied = z.enum(SOURCES).exclude(['self_report'])
const supplierContent = {
  contact: z.string().trim().min(1).max(200).nullable().describe('Whom to ask about its figures'),
  folder: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .nullable()
    .describe('Subfolder of the watched folder in which it puts files'),
  expectedDays: z.int().min(1).max(1000).nullable().describe('Within how many days something new is expected'),
}

export const FactSupplierList = z
  .object({
    items: z.array(
      z
        .object({
          organisationId: z.uuid(),
          name: z.string(),
          source: z.enum(SOURCES),
          addedAt: z.iso.datetime(),
          ...supplierContent,
          version: z.int(),
          authority: z.object({ facts: z.int(), first: z.int() }).describe('How many facts it may state, and of how many its word decides'),
          keys: z.object({ live: z.int(), lastUsedAt: z.iso.datetime().nullable() }).describe('Its keys that may push facts'),
          look: z
            .object({ lookedAt: z.iso.datetime(), fault: z.string().nullable(), files: z.array(z.string()) })
            .nullable()
            .describe('What the last look into its folder found; files that are not taken yet'),
          lastDelivery: z
            .object({ importId: z.uuid(), door: z.enum(['upload', 'push', 'folder']), at: z.iso.datetime() })
            .nullable()
            .describe('The newest of its source that was written'),
          waiting: z.int().describe('Its deliveries that wait for an officer'),
          isLate: z.boolean().describe('Nothing has come within the expected days'),
        })
        .meta({ id: 'FactSupplierRow' }),
    ),
    bodies: z.array(z.object({ id: z.uuid(), name: z.string() })).describe('Government bodies that can be added'),
    isFolderWatched: z.boolean(),
    strangeFolders: z.array(z.string()).describe('Subfolders of the watched folder that belong to no supplier'),
  })
  .meta({ id: 'FactSupplierList' })
export type FactSupplierList = z.infer<typeof FactSupplierList>
export const FactSupplier = z.object({ organisationId: z.uuid(), source: Supplied }).meta({ id: 'FactSupplier' })
export const FactSupplierParams = z.object({ organisationId: z.uuid(), source: Supplied })
export const AddFactSupplier = z
  .object({
    organisationId: z.uuid(),
    source: Supplied,
    contact: supplierContent.contact.default(null),
    folder: supplierContent.folder.default(null),
    expectedDays: supplierContent.expectedDays.default(null),
  })
  .meta({ id: 'AddFactSupplier' })
export const EditFactSupplier = z.object(supplierContent).meta({ id: 'EditFactSupplier' })
