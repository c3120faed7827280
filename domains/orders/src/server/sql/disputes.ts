import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { DisputeState, DisputeWish, Ruling } from '../../core/disputes/vocabulary.ts'
import type { Side } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'

export type DisputeRow = {
  readonly id: string
  readonly number: string
  readonly order_id: string
  readonly order_number: string
  readonly order_title: string
  readonly order_version: number
  readonly organisation_id: string
  readonly organisation_name: string
  readonly provider_id: string
  readonly provider_name: string
  readonly opened_side: Side
  readonly opened_by_name: string | null
  readonly claim: string
  readonly wanted: DisputeWish
  readonly state: DisputeState
  readonly ruling: Ruling | null
  readonly ruling_words: string | null
  readonly ruled_by_name: string | null
  readonly opened_at: Date
  readonly ended_at: Date | null
}

const columns = sql`
  select d.id, d.number, d.order_id, o.number as order_number, o.title as order_title, o.version as order_version, o.organisation_id,
    c.name as organisation_name, o.provider_id, p.name as provider_name, d.opened_side, b.name as opened_by_name, d.claim, d.wanted, d.state, d.ruling,
    d.ruling_words, r.name as ruled_by_name, d.opened_at, d.ended_at
  from orders.dispute d
  join orders.service_order o on o.id = d.order_id
  join people_pub.organisation c on c.id = o.organisation_id
  join people_pub.organisation p on p.id = o.provider_id
  left join people_pub.person b on b.id = d.opened_by
  left join people_pub.person r on r.id = d.ruled_by`

export async function findDispute(db: Db<OrdersTables>, id: string): Promise<DisputeRow | undefined> {
  const { rows } = await sql<DisputeRow>`${columns} where d.id = ${id}`.execute(db)
  return rows[0]
}

export async function listDisputesOf(db: Db<OrdersTables>, orderId: string): Promise<DisputeRow[]> {
  const { rows } = await sql<DisputeRow>`${columns} where d.order_id = ${orderId} order by d.opened_at, d.id`.execute(db)
  return rows
}

/** Disputes of the district in one state, oldest first: that one has waited longest. */
export async function listDisputes(
  db: Db<OrdersTables>,
  filter: { state: DisputeState; after: { at: Date; id: string } | undefined; limit: number },
): Promise<DisputeRow[]> {
  const after = filter.after ? sql`and (d.opened_at, d.id) > (${filter.after.at}, ${filter.after.id}::uuid)` : sql``
  const { rows } = await sql<DisputeRow>`
    ${columns} where d.state = ${filter.state} ${after} order by d.opened_at, d.id limit ${filter.limit + 1}`.execute(db)
  return rows
}

export async function insertDispute(
  tx: Db<OrdersTables>,
  dispute: {
    id: string
    number: string
    orderId: string
    side: Side
    personId: string | null
    claim: string
    wanted: DisputeWish
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.dispute (id, number, order_id, opened_side, opened_by, claim, wanted, opened_at)
    values (${dispute.id}, ${dispute.number}, ${dispute.orderId}, ${dispute.side}, ${dispute.personId}, ${dispute.claim}, ${dispute.wanted}, ${dispute.at})`.execute(
    tx,
  )
}

/** Ends the open dispute of an order. */
export async function endDispute(
  tx: Db<OrdersTables>,
  orderId: string,
  end: { state: 'ruled' | 'settled'; ruling: Ruling | null; words: string | null; by: string | null; at: Date },
): Promise<void> {
  await sql`
    update orders.dispute set state = ${end.state}, ruling = ${end.ruling}, ruling_words = ${end.words}, ruled_by = ${end.by}, ended_at = ${end.at}
    where order_id = ${orderId} and state = 'open'`.execute(tx)
}

export type EvidenceRow = {
  readonly id: string
  readonly dispute_id: string
  readonly side: Side
  readonly person_name: string
  readonly words: string
  readonly file_id: string | null
  readonly file_name: string | null
  readonly media_type: string | null
  readonly size_bytes: bigint | null
  readonly at: Date
}

export async function listEvidence(db: Db<OrdersTables>, disputeIds: readonly string[]): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select e.id, e.dispute_id, e.side, p.name as person_name, e.words, e.file_id, e.file_name, e.media_type, e.size_bytes, e.at
    from orders.dispute_evidence e join people_pub.person p on p.id = e.person_id
    where e.dispute_id = any(${disputeIds}::uuid[]) order by e.at, e.id`.execute(db)
  return rows
}

/** False when the dispute has ended meanwhile. */
export async function insertEvidence(
  tx: Db<OrdersTables>,
  evidence: {
    id: string
    disputeId: string
    side: Side
    personId: string
    words: string
    file: { id: string; name: string; mediaType: string; sizeBytes: number } | null
    at: Date
  },
): Promise<boolean> {
  const { file } = evidence
  const { numAffectedRows } = await sql`
    insert into orders.dispute_evidence (id, dispute_id, side, person_id, words, file_id, file_name, media_type, size_bytes, at)
    select ${evidence.id}, d.id, ${evidence.side}, ${evidence.personId}, ${evidence.words}, ${file?.id ?? null}::uuid, ${file?.name ?? null},
      ${file?.mediaType ?? null}, ${file?.sizeBytes ?? null}::bigint, ${evidence.at}
    from orders.dispute d where d.id = ${evidence.disputeId} and d.state = 'open' for no key update`.execute(tx)
  return numAffectedRows === 1n
}
