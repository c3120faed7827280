import { createHash } from 'node:crypto'
import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { isUscc } from '@jiju/kernel/uscc'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { TableRow } from '@jiju/platform/files/read-table-file'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { readOrders } from '../../core/imports/read-orders.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { type ImportRow, insertImport, keepImported, lockImport, markApplied } from '../sql/imports.ts'

export const IMPORT_MISSING = { code: 'orders.import_missing', kind: 'missing' } as const

type Upload = {
  readonly providerId: string
  readonly by: string
  readonly name: string
  readonly content: Buffer
  readonly rows: readonly TableRow[]
}

/** Reads a file of earlier orders and keeps what was found until somebody applies it; answers its id. Refuses with `orders.import_empty`. */
export async function checkImport(
  tx: Db<OrdersTables>,
  { now, audit }: Work,
  { providerId, by, name, content, rows }: Upload,
): Promise<string> {
  const [first] = rows
  const { orders, faults } = readOrders(
    rows.filter(({ sheet }) => sheet === first?.sheet),
    { today: localDayOf(now, ORDER_ZONE), isCreditCode: isUscc },
  )
  if (orders.length === 0 && faults.length === 0) throw new Refusal({ code: 'orders.import_empty', kind: 'refused' })
  const id = newId(now.getTime())
  const faulty = new Set(faults.map(({ row }) => row)).size
  const lines = {
    orders: orders.map((order) => ({ ...order, totalFen: order.totalFen.toString() })),
    faults: faults.map((fault) => ({ ...fault, value: fault.value.slice(0, 200) })),
  }
  const sha256 = createHash('sha256').update(content).digest('hex')
  await insertImport(tx, { id, providerId, name, sha256, lines, lineCount: orders.length + faulty, faultCount: faulty, by, at: now })
  await audit({
    action: 'orders.order_import.check',
    subjectType: 'order_import',
    subjectId: id,
    detail: { name, sha256, lines: orders.length + faulty, faults: faulty },
  })
  return id
}

type Applied = {
  readonly id: string
  readonly providerId: string
  readonly by: string
  readonly version: number
  readonly rows: 'all' | 'valid'
}

/**
 * Takes the orders of an import over, each as a whole. The provider's own number names an order, so that the same file twice changes nothing. Refuses with
 * `orders.import_missing`, `orders.import_decided`, `orders.import_has_faults` or `platform.version_stale`.
 */
export async function applyImport(
  tx: Db<OrdersTables>,
  { now, audit }: Work,
  { id, providerId, by, version, rows }: Applied,
): Promise<void> {
  const found = await lockImport(tx, id)
  if (found?.provider_id !== providerId) throw new Refusal(IMPORT_MISSING)
  if (found.state !== 'checked') throw new Refusal({ code: 'orders.import_decided', kind: 'conflict' })
  if (found.version !== version) throw new Refusal(VERSION_STALE)
  if (rows === 'all' && found.fault_count > 0)
    throw new Refusal({ code: 'orders.import_has_faults', kind: 'refused', params: { count: found.fault_count } })
  const outcome = { added: 0, changed: 0, unchanged: 0 } satisfies NonNullable<ImportRow['outcome']>
  // In the order of the numbers, so that two imports of one provider do not wait for each other crosswise.
  const orders = found.lines.orders.toSorted((a, b) => (a.ownNumber < b.ownNumber ? -1 : 1))
  for (const order of orders)
    outcome[await keepImported(tx, { ...order, id: newId(now.getTime()), providerId, importId: id, at: now })] += 1
  if (!(await markApplied(tx, { id, version, outcome, by, at: now }))) throw new Refusal(VERSION_STALE)
  await audit({ action: 'orders.order_import.apply', subjectType: 'order_import', subjectId: id, detail: { ...outcome, rows } })
}
