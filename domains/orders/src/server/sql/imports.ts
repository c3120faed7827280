import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { EarlierOrder, ImportedState, RowFault } from '../../core/imports/read-orders.ts'
import type { OrdersTables } from '../needs.ts'

/** An order as it lies in an import until it is applied. */
export type KeptLine = Omit<EarlierOrder, 'totalFen'> & { readonly row: number; readonly totalFen: string }

export type ImportRow = {
  readonly id: string
  readonly provider_id: string
  readonly name: string
  readonly state: 'checked' | 'applied' | 'discarded'
  readonly version: number
  readonly line_count: number
  readonly fault_count: number
  readonly lines: { readonly orders: readonly KeptLine[]; readonly faults: readonly RowFault[] }
  readonly outcome: { readonly added: number; readonly changed: number; readonly unchanged: number } | null
  readonly uploaded_by_name: string | null
  readonly uploaded_at: Date
  readonly applied_at: Date | null
}

const columns = sql`
  select i.id, i.provider_id, i.name, i.state, i.version, i.line_count, i.fault_count, i.lines, i.outcome, p.name as uploaded_by_name, i.uploaded_at, i.applied_at
  from orders.order_import i left join people_pub.person p on p.id = i.uploaded_by`

export async function insertImport(
  tx: Db<OrdersTables>,
  file: {
    id: string
    providerId: string
    name: string
    sha256: string
    lines: ImportRow['lines']
    lineCount: number
    faultCount: number
    by: string
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.order_import (id, provider_id, name, sha256, lines, line_count, fault_count, uploaded_by, uploaded_at)
    values (${file.id}, ${file.providerId}, ${file.name}, ${file.sha256}, ${JSON.stringify(file.lines)}, ${file.lineCount}, ${file.faultCount},
      ${file.by}, ${file.at})`.execute(tx)
}

export async function findImport(db: Db<OrdersTables>, id: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`${columns} where i.id = ${id}`.execute(db)
  return rows[0]
}

/** Takes the import for this transaction: of two who apply it, one does. */
export async function lockImport(tx: Db<OrdersTables>, id: string): Promise<ImportRow | undefined> {
  await sql`select from orders.order_import where id = ${id} for no key update`.execute(tx)
  return findImport(tx, id)
}

export async function listImports(
  db: Db<OrdersTables>,
  { providerId, after, limit }: { providerId: string; after: { at: Date; id: string } | undefined; limit: number },
): Promise<ImportRow[]> {
  const older = after ? sql`and (i.uploaded_at, i.id) < (${after.at}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<ImportRow>`
    ${columns} where i.provider_id = ${providerId} ${older} order by i.uploaded_at desc, i.id desc limit ${limit + 1}`.execute(db)
  return rows
}

export async function markApplied(
  tx: Db<OrdersTables>,
  done: { id: string; version: number; outcome: NonNullable<ImportRow['outcome']>; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.order_import set state = 'applied', version = version + 1, outcome = ${JSON.stringify(done.outcome)}, applied_by = ${done.by},
      applied_at = ${done.at}
    where id = ${done.id} and version = ${done.version} and state = 'checked'`.execute(tx)
  return numAffectedRows === 1n
}

/** Keeps an order under the provider's own number: new, changed, or as it was. The organisation with its credit code sees it too. */
export async function keepImported(
  tx: Db<OrdersTables>,
  order: KeptLine & { readonly id: string; readonly providerId: string; readonly importId: string; readonly at: Date },
): Promise<'added' | 'changed' | 'unchanged'> {
  const { rows } = await sql<{ is_new: boolean }>`
    insert into orders.imported_order (id, provider_id, own_number, client_name, client_uscc, organisation_id, title, items, state, total_fen, ordered_on,
      finished_on, report_number, import_id, imported_at)
    values (${order.id}, ${order.providerId}, ${order.ownNumber}, ${order.clientName}, ${order.clientUscc},
      (select id from people_pub.organisation where uscc = ${order.clientUscc} and kind = 'enterprise' and status = 'verified'),
      ${order.title}, ${order.items}, ${order.state}, ${order.totalFen}::bigint, ${order.orderedOn}, ${order.finishedOn}, ${order.reportNumber}, ${order.importId}, ${order.at})
    on conflict on constraint imported_order_number do update set client_name = excluded.client_name, client_uscc = excluded.client_uscc,
      organisation_id = excluded.organisation_id, title = excluded.title, items = excluded.items, state = excluded.state, total_fen = excluded.total_fen,
      ordered_on = excluded.ordered_on, finished_on = excluded.finished_on, report_number = excluded.report_number, import_id = excluded.import_id,
      imported_at = excluded.imported_at
    where (imported_order.client_name, imported_order.client_uscc, imported_order.title, imported_order.items, imported_order.state, imported_order.total_fen,
      imported_order.ordered_on, imported_order.finished_on, imported_order.report_number)
      is distinct from (excluded.client_name, excluded.client_uscc, excluded.title, excluded.items, excluded.state, excluded.total_fen, excluded.ordered_on,
      excluded.finished_on, excluded.report_number)
    returning id = ${order.id}::uuid as is_new`.execute(tx)
  const [kept] = rows
  return kept ? (kept.is_new ? 'added' : 'changed') : 'unchanged'
}

export type ImportedRow = {
  readonly id: string
  readonly provider_id: string
  readonly provider_name: string
  readonly own_number: string
  readonly client_name: string
  readonly client_uscc: string | null
  readonly title: string
  readonly items: string
  readonly state: ImportedState
  readonly total_fen: bigint
  readonly ordered_on: string
  readonly finished_on: string | null
  readonly report_number: string | null
  readonly imported_at: Date
}

type ImportedFilter = {
  readonly side: 'client' | 'provider'
  readonly organisationId: string
  readonly q: string | undefined
  readonly after: { day: string; id: string } | undefined
  readonly limit: number
}

/** Earlier orders of one party, the newest first. */
export async function listImported(
  db: Db<OrdersTables>,
  { side, organisationId, q, after, limit }: ImportedFilter,
): Promise<ImportedRow[]> {
  const party = side === 'client' ? sql`o.organisation_id` : sql`o.provider_id`
  const like = `%${(q ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`
  const words = q ? sql`and (o.own_number ilike ${like} or o.title ilike ${like} or o.client_name ilike ${like})` : sql``
  const older = after ? sql`and (o.ordered_on, o.id) < (${after.day}::date, ${after.id}::uuid)` : sql``
  const { rows } = await sql<ImportedRow>`
    select o.id, o.provider_id, p.name as provider_name, o.own_number, o.client_name, o.client_uscc, o.title, o.items, o.state, o.total_fen, o.ordered_on,
      o.finished_on, o.report_number, o.imported_at
    from orders.imported_order o join people_pub.organisation p on p.id = o.provider_id
    where ${party} = ${organisationId} ${words} ${older} order by o.ordered_on desc, o.id desc limit ${limit + 1}`.execute(db)
  return rows
}
