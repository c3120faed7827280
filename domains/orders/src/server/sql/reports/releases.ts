import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../../needs.ts'

export type ReleaseRow = {
  readonly id: string
  readonly report_id: string
  readonly organisation_id: string
  readonly recipient: string
  readonly note: string
  readonly created_at: Date
  readonly expires_at: Date
  readonly revoked_at: Date | null
}

const columns = sql`select id, report_id, organisation_id, recipient, note, created_at, expires_at, revoked_at from orders.report_release`

export async function insertRelease(
  tx: Db<OrdersTables>,
  release: Omit<ReleaseRow, 'revoked_at'> & { tokenHash: Buffer; personId: string },
): Promise<void> {
  await sql`
    insert into orders.report_release (id, report_id, organisation_id, recipient, note, token_hash, created_by, created_at, expires_at)
    values (${release.id}, ${release.report_id}, ${release.organisation_id}, ${release.recipient}, ${release.note}, ${release.tokenHash}, ${release.personId},
      ${release.created_at}, ${release.expires_at})`.execute(tx)
}

export async function listReleases(db: Db<OrdersTables>, reportId: string): Promise<ReleaseRow[]> {
  const { rows } = await sql<ReleaseRow>`${columns} where report_id = ${reportId} order by created_at desc, id desc`.execute(db)
  return rows
}

export async function findReleaseByToken(db: Db<OrdersTables>, tokenHash: Buffer): Promise<ReleaseRow | undefined> {
  const { rows } = await sql<ReleaseRow>`${columns} where token_hash = ${tokenHash}`.execute(db)
  return rows[0]
}

/** False when there is none of the report, or it was revoked before. */
export async function revokeRelease(
  tx: Db<OrdersTables>,
  { id, reportId, personId, now }: { id: string; reportId: string; personId: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.report_release set revoked_at = ${now}, revoked_by = ${personId}
    where id = ${id} and report_id = ${reportId} and revoked_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export type ReadRow = { readonly release_id: string; readonly act: 'opened' | 'downloaded'; readonly address: string; readonly at: Date }

export async function insertRead(db: Db<OrdersTables>, read: ReadRow & { id: string }): Promise<void> {
  await sql`
    insert into orders.report_read (id, release_id, act, address, at)
    values (${read.id}, ${read.release_id}, ${read.act}, ${read.address}, ${read.at})`.execute(db)
}

/** The latest reads of each released copy of a report. */
export async function listReads(db: Db<OrdersTables>, reportId: string, perRelease: number): Promise<ReadRow[]> {
  const { rows } = await sql<ReadRow>`
    select l.release_id, l.act, l.address, l.at from orders.report_release r
    cross join lateral (select id, release_id, act, address, at from orders.report_read where release_id = r.id order by at desc, id desc limit ${perRelease}) l
    where r.report_id = ${reportId} order by l.at desc, l.id desc`.execute(db)
  return rows
}
