import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { AgreementRule } from '../../../core/agreement/agreement-rule.ts'
import { ORDERABLE_KINDS } from '../../../core/forms/orderable-kinds.ts'
import type { OrdersTables } from '../../needs.ts'

type AgreementRuleRow = AgreementRule & { readonly version: number }

/** What a provider has set; version 0 stands for the defaults. */
export async function findAgreementRule(db: Db<OrdersTables>, providerId: string): Promise<AgreementRuleRow> {
  const { rows } = await sql<{ by_kind: AgreementRule['byKind']; by_service: AgreementRule['byService']; version: number }>`
    select by_kind, by_service, version from orders.agreement_rule where provider_id = ${providerId}`.execute(db)
  const [row] = rows
  return row ? { byKind: row.by_kind, byService: row.by_service, version: row.version } : { byKind: {}, byService: {}, version: 0 }
}

type ServiceKind = { readonly id: string; readonly kind: string }

export async function listServiceKinds(db: Db<OrdersTables>, ids: readonly string[]): Promise<ServiceKind[]> {
  const { rows } = await sql<ServiceKind>`select id, kind from catalog_pub.resource where id = any(${ids}::uuid[]) order by id`.execute(db)
  return rows
}

/** What a provider offers to order, by name. */
export async function listOwnServices(db: Db<OrdersTables>, providerId: string): Promise<(ServiceKind & { readonly name: string })[]> {
  const { rows } = await sql<ServiceKind & { name: string }>`
    select id, kind, coalesce(name_zh, name_en, '') as name from catalog_pub.resource
    where provider_id = ${providerId} and kind = any(${ORDERABLE_KINDS}::text[]) and status = 'published' order by kind, name_zh, id limit 1000`.execute(
    db,
  )
  return rows
}

/** False when the version is another by now. */
export async function writeAgreementRule(
  tx: Db<OrdersTables>,
  {
    providerId,
    version,
    byKind,
    byService,
    by,
    now,
  }: AgreementRuleRow & { readonly providerId: string; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const kinds = JSON.stringify(byKind)
  const services = JSON.stringify(byService)
  const { numAffectedRows } =
    version === 0
      ? await sql`
          insert into orders.agreement_rule (provider_id, by_kind, by_service, updated_at, updated_by)
          values (${providerId}, ${kinds}, ${services}, ${now}, ${by}) on conflict (provider_id) do nothing`.execute(tx)
      : await sql`
          update orders.agreement_rule set by_kind = ${kinds}, by_service = ${services}, updated_at = ${now}, updated_by = ${by}, version = version + 1
          where provider_id = ${providerId} and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}
