import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../../needs.ts'

export type SigningKeyRow = {
  readonly id: string
  readonly provider_id: string | null
  readonly issuer_id: string | null
  readonly certificate: Buffer
  readonly sealed_key: Buffer
  readonly valid_from: Date
  readonly valid_to: Date
}

/** The key that signs now for a provider, or the platform's root for null. */
export async function findCurrentKey(db: Db<OrdersTables>, providerId: string | null): Promise<SigningKeyRow | undefined> {
  const { rows } = await sql<SigningKeyRow>`
    select id, provider_id, issuer_id, certificate, sealed_key, valid_from, valid_to from orders.signing_key
    where provider_id is not distinct from ${providerId}::uuid and retired_at is null`.execute(db)
  return rows[0]
}

/** False when another transaction has made one meanwhile. */
export async function insertKey(tx: Db<OrdersTables>, key: SigningKeyRow): Promise<boolean> {
  const { rows } = await sql`
    insert into orders.signing_key (id, provider_id, issuer_id, certificate, sealed_key, valid_from, valid_to)
    values (${key.id}, ${key.provider_id}, ${key.issuer_id}, ${key.certificate}, ${key.sealed_key}, ${key.valid_from}, ${key.valid_to})
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

export async function retireKey(tx: Db<OrdersTables>, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update orders.signing_key set retired_at = ${now} where id = ${id} and retired_at is null`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** Every root that has vouched for a signature, retired ones too: old reports stay verifiable. */
export async function listRoots(db: Db<OrdersTables>): Promise<Buffer[]> {
  const { rows } = await sql<{ certificate: Buffer }>`
    select certificate from orders.signing_key where provider_id is null order by valid_from, id`.execute(db)
  return rows.map(({ certificate }) => certificate)
}
