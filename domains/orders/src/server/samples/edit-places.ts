import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { AddStoragePlace, EditStoragePlace, StoragePlace } from '../../contract/storage-places.ts'
import type { OrdersTables } from '../needs.ts'
import { findPlace, insertPlace, type PlaceRow, updatePlace, writeSampleRule } from '../sql/samples/places.ts'

const EXISTS = { code: 'orders.storage_place_exists', kind: 'conflict', field: '/shelf' } as const
const PLACE_MISSING = { code: 'orders.storage_place_missing', kind: 'missing' } as const
const UNIQUE_VIOLATION = '23505'

type By = { readonly organisationId: string; readonly userId: string }

export async function addPlace(tx: Db<OrdersTables>, command: Command, place: AddStoragePlace, by: By): Promise<PlaceRow> {
  const id = newId(command.now.getTime())
  if (!(await insertPlace(tx, { ...place, id, providerId: by.organisationId, now: command.now }))) throw new Refusal(EXISTS)
  await command.audit({ action: 'orders.storage_place.add', subjectType: 'storage_place', subjectId: id, detail: place })
  return getOwnPlace(tx, id, by)
}

/** A place in which samples lie stays in use. */
export async function editPlace(
  tx: Db<OrdersTables>,
  command: Command,
  target: { id: string; version: number },
  place: EditStoragePlace,
  by: By,
): Promise<PlaceRow> {
  const before = await getOwnPlace(tx, target.id, by)
  if (place.isRetired && before.sample_count > 0)
    throw new Refusal({ code: 'orders.storage_place_in_use', kind: 'conflict', params: { count: before.sample_count } })
  try {
    if (!(await updatePlace(tx, target, { ...place, now: command.now }))) throw new Refusal(VERSION_STALE)
  } catch (error) {
    if (sqlStateOf(error) === UNIQUE_VIOLATION) throw new Refusal(EXISTS)
    throw error
  }
  await command.audit({ action: 'orders.storage_place.edit', subjectType: 'storage_place', subjectId: target.id, detail: place })
  return getOwnPlace(tx, target.id, by)
}

/** How long the provider keeps what is left of the samples of reports to come. */
export async function editSampleRule(
  tx: Db<OrdersTables>,
  command: Command,
  rule: { version: number; retentionDays: number },
  by: By,
): Promise<void> {
  if (!(await writeSampleRule(tx, { ...rule, providerId: by.organisationId, by: by.userId, now: command.now })))
    throw new Refusal(VERSION_STALE)
  await command.audit({ action: 'orders.sample_rule.edit', subjectType: 'sample_rule', subjectId: by.organisationId, detail: rule })
}

async function getOwnPlace(tx: Db<OrdersTables>, id: string, by: By): Promise<PlaceRow> {
  const place = await findPlace(tx, id)
  if (place?.provider_id !== by.organisationId) throw new Refusal(PLACE_MISSING)
  return place
}

export function presentPlace(row: PlaceRow): StoragePlace {
  return {
    id: row.id,
    room: row.room,
    shelf: row.shelf,
    name: row.name,
    storage: row.storage,
    isRetired: row.is_retired,
    sampleCount: row.sample_count,
    version: row.version,
  }
}
