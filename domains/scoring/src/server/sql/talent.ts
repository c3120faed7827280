import type { Db } from '@jiju/platform/database/pool'
import { type Selectable, sql } from 'kysely'
import type { AnswerNeed, PutTalentService, RegisterNeed } from '../../contract/talent.ts'
import type { ScoringTables } from '../needs.ts'
import type { ScoringTalentAnswer, ScoringTalentNeed, ScoringTalentService } from '../tables.ts'

export type NeedRow = Selectable<ScoringTalentNeed>
export type ServiceRow = Selectable<ScoringTalentService>

export async function insertNeed(
  tx: Db<ScoringTables>,
  need: RegisterNeed & { id: string; organisationId: string; by: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('scoring.talent_need')
    .values({
      id: need.id,
      organisation_id: need.organisationId,
      kind: need.kind,
      title: need.title,
      skills: need.skills,
      headcount: need.headcount,
      detail: need.detail,
      created_by: need.by,
      created_at: need.now,
      changed_at: need.now,
    })
    .execute()
}

/** The closed row; undefined when it is unknown, another's, or closed already. */
export async function closeNeed(tx: Db<ScoringTables>, id: string, organisationId: string, now: Date): Promise<NeedRow | undefined> {
  return tx
    .updateTable('scoring.talent_need')
    .set((set) => ({ state: 'closed', closed_at: now, changed_at: now, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst()
}

/** Open ones first, then newest. */
export async function listOwnNeeds(db: Db<ScoringTables>, organisationId: string): Promise<NeedRow[]> {
  return db
    .selectFrom('scoring.talent_need')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('state', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

export type ExchangedNeedRow = NeedRow & {
  readonly enterprise_id: string | null
  readonly enterprise_name: string
  readonly credit_code: string
  readonly answered_at: Date | null
  readonly is_open_to_reader: boolean
}

/** Needs of verified enterprises, when the reader answered them, and whether it may have the score. */
export const exchangedNeeds = (readerOrganisationId: string, now: Date) => sql`
  select n.*, e.id as enterprise_id, o.name as enterprise_name, o.uscc as credit_code, a.answered_at,
    exists (select from people_pub.consent c where c.owner_organisation_id = o.id and c.reader_organisation_id = ${readerOrganisationId}
      and c.revoked_at is null and c.valid_until > ${now} and 'innovation_points' = any(c.facts)) as is_open_to_reader
  from scoring.talent_need n
  join people_pub.organisation o on o.id = n.organisation_id and o.status = 'verified' and o.uscc is not null
  left join scoring.enterprise e on e.credit_code = o.uscc and not e.is_opted_out
  left join scoring.talent_answer a on a.need_id = n.id and a.peer_organisation_id = ${readerOrganisationId}`

/** In the order of their last change. */
export async function listNeedsToExchange(
  db: Db<ScoringTables>,
  filter: {
    readerOrganisationId: string
    now: Date
    since: Date | undefined
    after: { at: Date; id: string } | undefined
    limit: number
  },
): Promise<ExchangedNeedRow[]> {
  const { readerOrganisationId, now, since, after } = filter
  const { rows } = await sql<ExchangedNeedRow>`
    ${exchangedNeeds(readerOrganisationId, now)}
    where ${since ? sql`n.changed_at >= ${since}` : sql`true`}
      and ${after ? sql`(n.changed_at, n.id) > (${after.at}, ${after.id}::uuid)` : sql`true`}
    order by n.changed_at, n.id limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** The need that somebody answers, locked against its end; undefined when no verified enterprise has it. */
export async function lockNeedToAnswer(tx: Db<ScoringTables>, id: string): Promise<NeedRow | undefined> {
  const { rows } = await sql<NeedRow>`
    select n.* from scoring.talent_need n
    join people_pub.organisation o on o.id = n.organisation_id and o.status = 'verified'
    where n.id = ${id} for share of n`.execute(tx)
  return rows[0]
}

/** Writes an answer in place of the peer's earlier one; false when it says the same. */
export async function putAnswer(
  tx: Db<ScoringTables>,
  answer: AnswerNeed & { needId: string; peerOrganisationId: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into scoring.talent_answer as a (need_id, peer_organisation_id, message, match_count, address, answered_at)
    values (${answer.needId}, ${answer.peerOrganisationId}, ${answer.message}, ${answer.matches}, ${answer.address}, ${answer.now})
    on conflict (need_id, peer_organisation_id) do update
      set message = excluded.message, match_count = excluded.match_count, address = excluded.address, answered_at = excluded.answered_at
      where (a.message, a.match_count, a.address) is distinct from (excluded.message, excluded.match_count, excluded.address)`.execute(tx)
  return numAffectedRows === 1n
}

export type AnswerRow = Selectable<ScoringTalentAnswer> & { readonly peer_name: string }

/** What was answered to the needs, newest first. */
export async function listAnswers(db: Db<ScoringTables>, needIds: readonly string[]): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select a.*, o.name as peer_name from scoring.talent_answer a
    join people_pub.organisation o on o.id = a.peer_organisation_id
    where a.need_id = any(${[...needIds]}::uuid[]) order by a.answered_at desc, a.peer_organisation_id`.execute(db)
  return rows
}

/** Writes an offer by the number of whoever offers it. */
export async function putService(
  tx: Db<ScoringTables>,
  service: PutTalentService & { id: string; externalId: string; peerOrganisationId: string; now: Date },
): Promise<void> {
  const values = {
    kind: service.kind,
    title_zh: service.title.zh,
    title_en: service.title.en,
    address: service.address,
    min_score: service.minScore,
    skills: service.skills,
    valid_until: service.validUntil,
    received_at: service.now,
  }
  await tx
    .insertInto('scoring.talent_service')
    .values({ id: service.id, peer_organisation_id: service.peerOrganisationId, external_id: service.externalId, ...values })
    .onConflict((conflict) => conflict.constraint('talent_service_external').doUpdateSet(values))
    .execute()
}

export async function deleteService(tx: Db<ScoringTables>, externalId: string, peerOrganisationId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('scoring.talent_service')
    .where('external_id', '=', externalId)
    .where('peer_organisation_id', '=', peerOrganisationId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** What is offered on a day. */
export async function listServices(db: Db<ScoringTables>, day: string): Promise<ServiceRow[]> {
  return db
    .selectFrom('scoring.talent_service')
    .selectAll()
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>=', day)]))
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** Offices that a talent system can speak for. */
export async function listPeers(db: Db<ScoringTables>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from people_pub.organisation where kind = 'government' and status = 'verified' order by id`.execute(db)
  return rows.map(({ id }) => id)
}
