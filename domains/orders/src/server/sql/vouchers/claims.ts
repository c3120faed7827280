import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { ClaimAct, ClaimState, PaperKind } from '../../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** What a claim was decided on. */
export type FrozenEvidence = {
  readonly papers: readonly {
    readonly kind: PaperKind
    readonly name: string
    readonly mediaType: string
    readonly origin: 'generated' | 'order' | 'added'
    readonly sha256: string
    readonly sizeBytes: number
    readonly addedBy: string | null
  }[]
  readonly missing: readonly PaperKind[]
  readonly invoices: readonly { readonly number: string; readonly day: string; readonly amountFen: string }[]
}

type NewClaim = {
  readonly voucherId: string
  readonly programmeId: string
  readonly providerId: string
  readonly month: string
  readonly amountFen: bigint
  readonly answerUntil: Date
  readonly at: Date
}

export async function insertClaim(tx: Db<OrdersTables>, claim: NewClaim): Promise<void> {
  await sql`
    insert into orders.voucher_claim (voucher_id, programme_id, provider_id, month, amount_fen, answer_until, created_at)
    values (${claim.voucherId}, ${claim.programmeId}, ${claim.providerId}, ${claim.month}, ${claim.amountFen}, ${claim.answerUntil}, ${claim.at})`.execute(
    tx,
  )
}

/** A claim with what a list says of its voucher. */
export type ClaimRow = {
  readonly voucher_id: string
  readonly number: string
  readonly programme_id: string
  readonly name_zh: string
  readonly name_en: string
  readonly provider_id: string
  readonly provider_name: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly order_id: string
  readonly order_number: string
  readonly order_title: string
  readonly total_fen: bigint
  readonly eligible_fen: bigint
  readonly month: string
  readonly state: ClaimState
  readonly amount_fen: bigint
  readonly version: number
  readonly answer_until: Date | null
  readonly decided_at: Date | null
  readonly decided_by_name: string | null
  readonly reason: string | null
  readonly evidence: FrozenEvidence | null
  readonly created_at: Date
  readonly has_fault: boolean
}

const claimColumns = sql`
  select l.voucher_id, v.number, l.programme_id, g.name_zh, g.name_en, l.provider_id, p.name as provider_name, v.organisation_id, c.name as organisation_name,
    v.order_id, o.number as order_number, o.title as order_title, o.total_fen, v.eligible_fen, l.month, l.state, l.amount_fen, l.version, l.answer_until,
    l.decided_at, d.name as decided_by_name, l.reason, l.evidence, l.created_at,
    exists (select from orders.voucher_sample_item s where s.voucher_id = l.voucher_id and s.finding = 'fault') as has_fault
  from orders.voucher_claim l
  join orders.voucher v on v.id = l.voucher_id
  join orders.voucher_programme g on g.id = l.programme_id
  join orders.service_order o on o.id = v.order_id
  join people_pub.organisation p on p.id = l.provider_id
  join people_pub.organisation c on c.id = v.organisation_id
  left join people_pub.person d on d.id = l.decided_by`

export async function findClaim(db: Db<OrdersTables>, voucherId: string): Promise<ClaimRow | undefined> {
  const { rows } = await sql<ClaimRow>`${claimColumns} where l.voucher_id = ${voucherId}`.execute(db)
  return rows[0]
}

/** Takes the order of a claim and then the claim for this transaction, in the order in which settlements take them. */
export async function lockClaim(tx: Db<OrdersTables>, voucherId: string): Promise<ClaimRow | undefined> {
  await sql`
    select from orders.service_order where id = (select order_id from orders.voucher where id = ${voucherId}) for no key update`.execute(tx)
  await sql`select from orders.voucher_claim where voucher_id = ${voucherId} for no key update`.execute(tx)
  return findClaim(tx, voucherId)
}

type ClaimFilter = {
  readonly providerId: string | undefined
  readonly programmeId: string | undefined
  readonly month: string | undefined
  readonly state: ClaimState | undefined
  readonly after: { createdAt: Date; id: string } | undefined
  readonly limit: number
}

function wherePart({
  providerId,
  programmeId,
  month,
  state,
}: Pick<ClaimFilter, 'providerId' | 'programmeId' | 'month' | 'state'>): RawBuilder<unknown> {
  return sql`where true ${providerId ? sql`and l.provider_id = ${providerId}` : sql``} ${programmeId ? sql`and l.programme_id = ${programmeId}` : sql``}
    ${month ? sql`and l.month = ${month}` : sql``} ${state ? sql`and l.state = ${state}` : sql``}`
}

/** Newest first; `limit + 1` rows say whether there is more. */
export async function listClaims(db: Db<OrdersTables>, filter: ClaimFilter): Promise<ClaimRow[]> {
  const after = filter.after ? sql`and (l.created_at, l.voucher_id) < (${filter.after.createdAt}, ${filter.after.id}::uuid)` : sql``
  const { rows } = await sql<ClaimRow>`
    ${claimColumns} ${wherePart(filter)} ${after} order by l.created_at desc, l.voucher_id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export type ClaimSum = {
  readonly month: string
  readonly programme_id: string
  readonly name_zh: string
  readonly name_en: string
  readonly provider_id: string
  readonly provider_name: string
  readonly count: number
  readonly amount_fen: bigint
  readonly open: number
  readonly accepted_fen: bigint
  readonly rejected_fen: bigint
}

/** Sums by month, programme and provider, newest month first. At most `limit` rows. */
export async function sumClaims(
  db: Db<OrdersTables>,
  filter: Pick<ClaimFilter, 'providerId' | 'programmeId' | 'month'> & { limit: number },
): Promise<ClaimSum[]> {
  const { rows } = await sql<ClaimSum>`
    select l.month, l.programme_id, g.name_zh, g.name_en, l.provider_id, p.name as provider_name, count(*)::int as count, sum(l.amount_fen)::bigint as amount_fen,
      (count(*) filter (where l.state in ('pending', 'more_asked')))::int as open,
      coalesce(sum(l.amount_fen) filter (where l.state = 'accepted'), 0)::bigint as accepted_fen,
      coalesce(sum(l.amount_fen) filter (where l.state = 'rejected'), 0)::bigint as rejected_fen
    from orders.voucher_claim l
    join orders.voucher_programme g on g.id = l.programme_id
    join people_pub.organisation p on p.id = l.provider_id
    ${wherePart({ ...filter, state: undefined })}
    group by l.month, l.programme_id, g.name_zh, g.name_en, l.provider_id, p.name
    order by l.month desc, p.name, l.provider_id, l.programme_id limit ${filter.limit}`.execute(db)
  return rows
}

type ClaimMoveRow = {
  readonly voucherId: string
  readonly from: ClaimState
  readonly version: number
  readonly to: ClaimState
  readonly answerUntil: Date | null
  readonly by: string
  readonly reason: string | null
  /** Null keeps what is there. */
  readonly evidence: FrozenEvidence | null
  readonly at: Date
}

/** True when the claim still stood as it was seen. */
export async function moveClaim(tx: Db<OrdersTables>, move: ClaimMoveRow): Promise<boolean> {
  const isDecided = move.to === 'accepted' || move.to === 'rejected'
  const { numAffectedRows } = await sql`
    update orders.voucher_claim set state = ${move.to}, version = version + 1, answer_until = ${move.answerUntil}, reminded_at = null, reason = ${move.reason},
      decided_by = ${isDecided ? move.by : null}, decided_at = ${isDecided ? move.at : null},
      evidence = coalesce(${move.evidence === null ? null : JSON.stringify(move.evidence)}::jsonb, evidence)
    where voucher_id = ${move.voucherId} and state = ${move.from} and version = ${move.version}`.execute(tx)
  return numAffectedRows === 1n
}

type NewClaimStep = {
  readonly id: string
  readonly voucherId: string
  readonly version: number
  readonly act: ClaimAct
  readonly personId: string | null
  readonly words: string | null
  readonly at: Date
}

export async function insertClaimStep(tx: Db<OrdersTables>, step: NewClaimStep): Promise<void> {
  await sql`
    insert into orders.voucher_claim_step (id, voucher_id, version, act, person_id, words, at)
    values (${step.id}, ${step.voucherId}, ${step.version}, ${step.act}, ${step.personId}, ${step.words}, ${step.at})`.execute(tx)
}

type ClaimStepRow = { readonly act: ClaimAct; readonly person_name: string | null; readonly words: string | null; readonly at: Date }

/** The whole history of a claim, oldest first. */
export async function listClaimSteps(db: Db<OrdersTables>, voucherId: string): Promise<ClaimStepRow[]> {
  const { rows } = await sql<ClaimStepRow>`
    select s.act, p.name as person_name, s.words, s.at from orders.voucher_claim_step s left join people_pub.person p on p.id = s.person_id
    where s.voucher_id = ${voucherId} order by s.version`.execute(db)
  return rows
}

/** Claims whose answer is overdue and of which nobody was reminded; marks them, so that two runs remind once. */
export async function takeOverdueClaims(
  tx: Db<OrdersTables>,
  now: Date,
  limit: number,
): Promise<{ voucher_id: string; version: number }[]> {
  const { rows } = await sql<{ voucher_id: string; version: number }>`
    update orders.voucher_claim set reminded_at = ${now}
    where voucher_id in (
      select voucher_id from orders.voucher_claim
      where answer_until <= ${now} and state in ('pending', 'more_asked') and reminded_at is null
      order by answer_until, voucher_id limit ${limit} for update skip locked)
    returning voucher_id, version`.execute(tx)
  return rows
}
