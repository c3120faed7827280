import { newId } from '@jiju/kernel/ids'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { Consumable, EditConsumable } from '../../contract/consumables.ts'
import type { BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { listOwnCalendars } from '../sql/use/codes.ts'
import {
  type ConsumableRow,
  type ConsumableValues,
  findConsumable,
  insertConsumable,
  setConsumablePrice,
  updateConsumable,
} from '../sql/use/consumables.ts'
import { consumablePrice } from './take-consumables.ts'

// Prices of a provider change with the day of the region.
const ZONE = 'Asia/Shanghai'

type By = { readonly organisationId: string; readonly userId: string }

/** A new consumable with its first price. */
export async function createConsumable(tx: Db<BookingTables>, command: Command, by: By, edit: EditConsumable): Promise<ConsumableRow> {
  if (edit.price === undefined) throw new Refusal({ code: 'booking.consumable_needs_price', kind: 'refused', field: '/price' })
  await checkResource(tx, by, edit)
  const id = newId(command.now.getTime())
  const values = valuesOf(edit)
  await insertConsumable(tx, { id, providerId: by.organisationId, values }, { userId: by.userId, now: command.now })
  await writePrice(tx, command, id, edit)
  await command.audit({ action: 'booking.consumable.create', subjectType: 'consumable', subjectId: id, detail: { ...edit } })
  return getConsumable(tx, id, by)
}

/** Changes a consumable; a price given is stated from its day on, and what was taken before keeps its price. */
export async function editConsumable(
  tx: Db<BookingTables>,
  command: Command,
  by: By,
  target: { id: string; version: number; edit: EditConsumable },
): Promise<ConsumableRow> {
  const { id, edit } = target
  await getConsumable(tx, id, by)
  await checkResource(tx, by, edit)
  const stored = { id, providerId: by.organisationId, version: target.version }
  if (!(await updateConsumable(tx, stored, valuesOf(edit), { userId: by.userId, now: command.now }))) throw new Refusal(VERSION_STALE)
  await writePrice(tx, command, id, edit)
  await command.audit({ action: 'booking.consumable.edit', subjectType: 'consumable', subjectId: id, detail: { ...edit } })
  return getConsumable(tx, id, by)
}

async function getConsumable(db: Db<BookingTables>, id: string, { organisationId }: By): Promise<ConsumableRow> {
  const row = await findConsumable(db, id, organisationId)
  if (!row) throw new Refusal({ code: 'booking.consumable_missing', kind: 'missing' })
  return row
}

async function checkResource(tx: Db<BookingTables>, { organisationId }: By, { resourceId }: EditConsumable): Promise<void> {
  if (resourceId !== null && (await listOwnCalendars(tx, organisationId, [resourceId])).length === 0)
    throw new Refusal({ ...RESOURCE_MISSING, field: '/resourceId' })
}

async function writePrice(tx: Db<BookingTables>, command: Command, id: string, { price, validFrom }: EditConsumable): Promise<void> {
  const priceFen = price === undefined ? undefined : parseFen(price)
  if (priceFen === undefined) return
  await setConsumablePrice(tx, { id, validFrom: validFrom ?? localDayOf(command.now, ZONE), priceFen })
}

function valuesOf(edit: EditConsumable): ConsumableValues {
  return {
    resource_id: edit.resourceId,
    name_zh: edit.nameZh,
    name_en: edit.nameEn,
    unit_name: edit.unitName,
    stock: edit.stock,
    is_offered: edit.isOffered,
  }
}

export function presentConsumable(row: ConsumableRow, now: Date): Consumable {
  const priceFen = consumablePrice(row, localDayOf(now, ZONE))
  return {
    id: row.id,
    resourceId: row.resource_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    unitName: row.unit_name,
    stock: row.stock,
    isOffered: row.is_offered,
    price: priceFen === undefined ? null : formatFen(priceFen),
    prices: row.prices.map(({ valid_from, price_fen }) => ({ validFrom: valid_from, price: formatFen(BigInt(price_fen)) })),
    version: row.version,
  }
}
