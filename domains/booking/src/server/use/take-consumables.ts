import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { BookingTables } from '../needs.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import { type ConsumableRow, insertTaken, listOffered } from '../sql/use/consumables.ts'

/** The price of a consumable on a local day; undefined before its first one. */
export function consumablePrice({ prices }: Pick<ConsumableRow, 'prices'>, day: string): bigint | undefined {
  const found = prices.find(({ valid_from }) => valid_from <= day)
  return found && BigInt(found.price_fen)
}

/** Writes what was used up during a use that runs, at the price of today; the charge takes it in when the use ends. */
export async function takeConsumables(
  tx: Db<BookingTables>,
  command: Pick<Command, 'actor' | 'now' | 'audit'>,
  row: ReservationRow,
  wanted: readonly { consumableId: string; quantity: number }[],
): Promise<void> {
  if (row.state !== 'in_use') throw new Refusal({ code: 'booking.consumables_not_in_use', kind: 'refused' })
  const day = localDayOf(command.now, row.zone)
  const offered = new Map((await listOffered(tx, row.provider_id, row.resource_id)).map((one) => [one.id, one]))
  const problems: Problem[] = []
  const taken = wanted.flatMap(({ consumableId, quantity }, index) => {
    const one = offered.get(consumableId)
    const unitPriceFen = one && consumablePrice(one, day)
    if (unitPriceFen !== undefined) return [{ consumableId, quantity, unitPriceFen }]
    problems.push({ code: 'booking.consumable_missing', kind: 'refused', field: `/consumables/${index}/consumableId` })
    return []
  })
  if (problems.length > 0) throw new Refusal(...problems)
  await insertTaken(tx, row.id, taken, { userId: command.actor?.userId ?? null, now: command.now })
  const detail = { items: taken.map((one) => ({ ...one, unitPriceFen: one.unitPriceFen.toString() })) }
  await command.audit({ action: 'booking.consumable.take', subjectType: 'reservation', subjectId: row.id, detail })
}
