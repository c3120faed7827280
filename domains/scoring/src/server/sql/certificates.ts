import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { CertificateContent } from '../../contract/certificates.ts'
import type { ScoringTables } from '../needs.ts'

export type CertificateRow = {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly run_id: string
  readonly enterprise_id: string
  readonly content: CertificateContent
  readonly sha256: string
  readonly size_bytes: bigint
  readonly pages: number
  readonly issued_at: Date
  readonly state: 'valid' | 'replaced' | 'withdrawn'
  readonly ended_at: Date | null
  readonly publication: 'notice' | 'final' | null
  readonly successor_run: string | null
  readonly withdraw_reason: string | null
  readonly later_period: string | null
}

/**
 * A certificate holds as long as a list before the public stands on its run and no final one on a correction of it; else a published
 * correction replaced it, or it went.
 */
const columns = sql`
  select c.id, c.number, c.code, c.run_id, c.enterprise_id, c.content, c.sha256, c.size_bytes, c.pages, c.issued_at,
    case when s.state = 'final' then 'replaced' when p.run_id is not null then 'valid' when s.number is not null then 'replaced' else 'withdrawn' end as state,
    case when s.state = 'final' or (p.run_id is null and s.number is not null) then s.since when p.run_id is null then w.withdrawn_at end as ended_at,
    case when s.state is distinct from 'final' then p.state end as publication, s.number as successor_run, w.withdraw_reason, t.period as later_period
  from scoring.certificate c
  join scoring.run r on r.id = c.run_id
  join scoring.model m on m.id = r.model_id
  left join scoring_pub.published_run p on p.run_id = c.run_id
  left join lateral (
    with recursive line as (
      select n.id, n.number, 1 as step from scoring.run n where n.corrects_id = c.run_id and n.purpose = 'official' and n.state = 'done'
      union all
      select n.id, n.number, l.step + 1 from line l join scoring.run n on n.corrects_id = l.id and n.purpose = 'official' and n.state = 'done')
    select l.number, q.state, (select min(case when k.state = 'final' then k.finalised_at else e.made_at end)
        from scoring.list_edition e join scoring.list k on k.id = e.list_id and k.edition = e.edition and k.state in ('notice', 'final')
        where e.run_id = l.id and k.state = q.state) as since
    from line l join scoring_pub.published_run q on q.run_id = l.id order by (q.state = 'final') desc, l.step desc limit 1) s on true
  left join lateral (
    select l.withdraw_reason, l.withdrawn_at from scoring.list l join scoring.list_edition e on e.list_id = l.id
    where l.state = 'withdrawn' and l.announced_at is not null
      and (e.run_id = c.run_id or l.supplements_id in (select o.list_id from scoring.list_edition o where o.run_id = c.run_id))
    order by l.withdrawn_at desc, l.id limit 1) w on true
  left join lateral (
    select n.period from scoring_pub.published_run q join scoring.run n on n.id = q.run_id join scoring.model k on k.id = n.model_id
    where k.code = m.code and n.as_of > r.as_of order by n.as_of desc, n.id limit 1) t on true`

export async function findCertificate(db: Db<ScoringTables>, id: string): Promise<CertificateRow | undefined> {
  const { rows } = await sql<CertificateRow>`${columns} where c.id = ${id}`.execute(db)
  return rows[0]
}

export async function findCertificateByCode(db: Db<ScoringTables>, code: string): Promise<CertificateRow | undefined> {
  const { rows } = await sql<CertificateRow>`${columns} where c.code = ${code}`.execute(db)
  return rows[0]
}

/** Newest first. */
export async function listCertificates(
  db: Db<ScoringTables>,
  filter: { enterpriseId: string | undefined; after: { at: Date; id: string } | undefined; limit: number },
): Promise<CertificateRow[]> {
  const { rows } = await sql<CertificateRow>`${columns}
    where ${filter.enterpriseId ? sql`c.enterprise_id = ${filter.enterpriseId}` : sql`true`}
      and ${filter.after ? sql`(c.issued_at, c.id) < (${filter.after.at}, ${filter.after.id}::uuid)` : sql`true`}
    order by c.issued_at desc, c.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export async function insertCertificate(
  tx: Db<ScoringTables>,
  one: {
    id: string
    code: string
    runId: string
    enterpriseId: string
    content: CertificateContent
    sha256: string
    sizeBytes: number
    pages: number
    issuedBy: string
    now: Date
  },
): Promise<void> {
  await sql`insert into scoring.certificate (id, number, code, run_id, enterprise_id, content, sha256, size_bytes, pages, issued_by, issued_at)
    values (${one.id}, ${one.content.number}, ${one.code}, ${one.runId}, ${one.enterpriseId}, ${JSON.stringify(one.content)}::jsonb, ${one.sha256},
      ${one.sizeBytes}, ${one.pages}, ${one.issuedBy}, ${one.now})`.execute(tx)
}

/** How a run stands before the public, locked so that it stays so until the transaction ends. */
export async function lockPublication(tx: Db<ScoringTables>, runId: string): Promise<'notice' | 'final' | undefined> {
  const { rows } = await sql<{ state: 'notice' | 'final' }>`
    select l.state from scoring.list l join scoring.list_edition e on e.list_id = l.id and e.edition = l.edition
    where e.run_id = ${runId} and l.state in ('notice', 'final') order by l.state, l.id for share of l`.execute(tx)
  return rows[0]?.state
}

/** Papers that no longer hold, in the order in which they ended. */
export async function listEndedCertificates(
  db: Db<ScoringTables>,
): Promise<{ sha256: string; state: 'replaced' | 'withdrawn'; on: Date }[]> {
  const { rows } = await sql<{ sha256: string; state: 'replaced' | 'withdrawn'; on: Date }>`
    select e.sha256, e.state, coalesce(e.ended_at, e.issued_at) as on from (${columns}) e where e.state <> 'valid' order by 3, e.id`.execute(
    db,
  )
  return rows
}

/** The published correction that stands in the place of a run for good; undefined while there is none. */
export async function findFinalSuccessor(db: Db<ScoringTables>, runId: string): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    with recursive line as (
      select n.id, n.number from scoring.run n where n.corrects_id = ${runId}
      union all
      select n.id, n.number from line l join scoring.run n on n.corrects_id = l.id)
    select l.number from line l join scoring_pub.published_run q on q.run_id = l.id and q.state = 'final' limit 1`.execute(db)
  return rows[0]?.number
}
