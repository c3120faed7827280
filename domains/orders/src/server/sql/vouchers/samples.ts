import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ClaimState, Finding } from '../../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** Accepted claims of a programme in some months, for drawing from. */
export async function listAccepted(
  db: Db<OrdersTables>,
  { programmeId, monthFrom, monthTo }: { programmeId: string; monthFrom: string; monthTo: string },
): Promise<string[]> {
  const { rows } = await sql<{ voucher_id: string }>`
    select voucher_id from orders.voucher_claim
    where programme_id = ${programmeId} and month between ${monthFrom} and ${monthTo} and state = 'accepted' order by voucher_id`.execute(
    db,
  )
  return rows.map(({ voucher_id }) => voucher_id)
}

type NewSample = {
  readonly id: string
  readonly programmeId: string
  readonly monthFrom: string
  readonly monthTo: string
  readonly sharePercent: number
  readonly seed: string
  readonly population: number
  readonly by: string
  readonly at: Date
  readonly voucherIds: readonly string[]
}

export async function insertSample(tx: Db<OrdersTables>, sample: NewSample): Promise<void> {
  await sql`
    insert into orders.voucher_sample (id, programme_id, month_from, month_to, share_percent, seed, population, drawn_by, drawn_at)
    values (${sample.id}, ${sample.programmeId}, ${sample.monthFrom}, ${sample.monthTo}, ${sample.sharePercent}, ${sample.seed}, ${sample.population},
      ${sample.by}, ${sample.at})`.execute(tx)
  await sql`
    insert into orders.voucher_sample_item (sample_id, position, voucher_id)
    select ${sample.id}, position, voucher_id from unnest(${sample.voucherIds}::uuid[]) with ordinality as drawn (voucher_id, position)`.execute(
    tx,
  )
}

export type SampleRow = {
  readonly id: string
  readonly programme_id: string
  readonly name_zh: string
  readonly name_en: string
  readonly month_from: string
  readonly month_to: string
  readonly share_percent: number
  readonly seed: string
  readonly population: number
  readonly drawn_by_name: string | null
  readonly drawn_at: Date
  readonly size: number
  readonly open: number
  readonly faults: number
}

/** Newest first, or the one of `id`; `limit + 1` rows say whether there is more. */
export async function listSamples(
  db: Db<OrdersTables>,
  { id, after, limit }: { id?: string; after?: { drawnAt: Date; id: string } | undefined; limit: number },
): Promise<SampleRow[]> {
  const { rows } = await sql<SampleRow>`
    select s.id, s.programme_id, g.name_zh, g.name_en, s.month_from, s.month_to, s.share_percent, s.seed, s.population, p.name as drawn_by_name, s.drawn_at,
      i.size, i.open, i.faults
    from orders.voucher_sample s
    join orders.voucher_programme g on g.id = s.programme_id
    left join people_pub.person p on p.id = s.drawn_by
    cross join lateral (
      select count(*)::int as size, (count(*) filter (where finding = 'open'))::int as open, (count(*) filter (where finding = 'fault'))::int as faults
      from orders.voucher_sample_item where sample_id = s.id) i
    where true ${id ? sql`and s.id = ${id}` : sql``} ${after ? sql`and (s.drawn_at, s.id) < (${after.drawnAt}, ${after.id}::uuid)` : sql``}
    order by s.drawn_at desc, s.id desc limit ${limit + 1}`.execute(db)
  return rows
}

type SampleItemRow = {
  readonly position: number
  readonly voucher_id: string
  readonly number: string
  readonly order_number: string
  readonly provider_name: string
  readonly organisation_name: string
  readonly amount_fen: bigint
  readonly claim_state: ClaimState
  readonly finding: Finding
  readonly words: string | null
  readonly found_by_name: string | null
  readonly found_at: Date | null
}

export async function listSampleItems(db: Db<OrdersTables>, sampleId: string): Promise<SampleItemRow[]> {
  const { rows } = await sql<SampleItemRow>`
    select i.position, i.voucher_id, v.number, o.number as order_number, p.name as provider_name, c.name as organisation_name, l.amount_fen,
      l.state as claim_state, i.finding, i.words, f.name as found_by_name, i.found_at
    from orders.voucher_sample_item i
    join orders.voucher_claim l on l.voucher_id = i.voucher_id
    join orders.voucher v on v.id = i.voucher_id
    join orders.service_order o on o.id = v.order_id
    join people_pub.organisation p on p.id = v.provider_id
    join people_pub.organisation c on c.id = v.organisation_id
    left join people_pub.person f on f.id = i.found_by
    where i.sample_id = ${sampleId} order by i.position`.execute(db)
  return rows
}

/** True when the sample has such an item. What was found can be found anew until the claim is taken back. */
export async function setFinding(
  tx: Db<OrdersTables>,
  item: { sampleId: string; position: number; finding: Exclude<Finding, 'open'>; words: string | null; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.voucher_sample_item set finding = ${item.finding}, words = ${item.words}, found_by = ${item.by}, found_at = ${item.at}
    where sample_id = ${item.sampleId} and position = ${item.position}`.execute(tx)
  return numAffectedRows === 1n
}
