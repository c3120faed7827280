import { z } from 'zod'
import { STORAGES } from '../core/samples/vocabulary.ts'

export const StoragePlaceParams = z.object({ id: z.uuid() })

/** A room or a shelf in it where a provider keeps samples. */
export const StoragePlace = z
  .object({
    id: z.uuid(),
    room: z.string(),
    shelf: z.string(),
    name: z.string(),
    storage: z.enum(STORAGES),
    isRetired: z.boolean(),
    sampleCount: z.int().describe('Samples that lie there'),
    version: z.int(),
  })
  .meta({ id: 'StoragePlace' })
export type StoragePlace = z.infer<typeof StoragePlace>
export const StoragePlaceList = z.object({ items: z.array(StoragePlace) }).meta({ id: 'StoragePlaceList' })

export const AddStoragePlace = z
  .object({ room: z.string().trim().min(1).max(80), shelf: z.string().trim().max(80).default(''), storage: z.enum(STORAGES) })
  .meta({ id: 'AddStoragePlace' })
export type AddStoragePlace = z.infer<typeof AddStoragePlace>

export const EditStoragePlace = AddStoragePlace.extend({ isRetired: z.boolean() }).meta({ id: 'EditStoragePlace' })
export type EditStoragePlace = z.infer<typeof EditStoragePlace>

export const SampleRule = z
  .object({ retentionDays: z.int().min(1).max(3650).describe('Days that what is left is kept after the report'), version: z.int() })
  .meta({ id: 'SampleRule' })
export type SampleRule = z.infer<typeof SampleRule>
export const EditSampleRule = SampleRule.omit({ version: true }).meta({ id: 'EditSampleRule' })
