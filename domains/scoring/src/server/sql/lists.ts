import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { TieRule, Words } from '../../core/engine/model.ts'
import type { ListKind, ListRules, ListState } from '../../core/lists/vocabulary.ts'
import type { ScoringTables } from '../needs.ts'

export type ListRow = {
  readonly id: string
  readonly number: string
  readonly kind: ListKind
  readonly title_zh: string
  readonly title_en: string
  readonly model_code: string
  readonly period: string
  readonly rules: ListRules
  readonly shows_scores: boolean
  readonly contact: string
  readonly notice_days: number
  readonly objection_days: number
  readonly state: ListState
  readonly edition: number
  readonly prepared_by: string
  readonly open_objections: number
  readonly created_at: Date
  readonly approved_by: string | null
  readonly approved_at: Date | null
  readonly announced_by: string | null
  readonly announced_at: Date | null
  readonly notice_from: string | null
  readonly notice_until: string | null
  readonly finalised_by: string | null
  readonly finalised_at: Date | null
  readonly withdrawn_by: string | null
  readonly withdrawn_at: Date | null
  readonly withdraw_reason: string | null
  readonly version: number
  readonly supplements_id: string | null
  readonly supplement_reason: string | null
  readonly replaced_at: Date | null
  readonly corrects: { readonly id: string; readonly number: string; readonly edition: number } | null
  readonly supplement: { readonly id: string; readonly number: string; readonly state: ListState; readonly isPublic: boolean } | null
  readonly certificate_count: number
  readonly run_id: string
  readonly run_number: string
  readonly as_of: string
  readonly facts_at: Date
  readonly result_sha256: string
  readonly edition_at: Date
  readonly model_id: string
  readonly model_version: string
  readonly model_name: Words
  readonly ties: TieRule
  readonly stages: readonly { readonly code: string; readonly name: Words }[]
  readonly entry_count: number
  readonly newer_run: {
    readonly id: string
    readonly number: string
    readonly state: 'queued' | 'running' | 'done'
    readonly reason: string | null
  } | null
  readonly corrected_since: boolean
  readonly names: Readonly<Record<string, string>>
}

/** An upheld objection changed facts after those of the run were taken. */
const correctedSince = sql`exists (
  select 1 from scoring.objection o join scoring.objection_fact f on f.objection_id = o.id
  where o.list_id = l.id and o.decided_at > r.facts_at)`

/** The official run that corrects this one and has not failed; there is one at most. */
const correction = sql`scoring.run n where n.corrects_id = r.id and n.purpose = 'official' and n.state <> 'failed'`

const columns = sql`
  select l.*, r.id as run_id, r.number as run_number, r.as_of, r.facts_at, r.result_sha256, e.made_at as edition_at, m.id as model_id,
    m.model_version, m.document -> 'name' as model_name, m.document ->> 'ties' as ties,
    coalesce((select jsonb_agg(jsonb_build_object('code', s -> 'code', 'name', s -> 'name')) from jsonb_array_elements(m.document -> 'stages') s), '[]') as stages,
    (select count(*)::int from scoring.list_entry y where y.list_id = l.id and y.edition = l.edition) as entry_count,
    (select jsonb_build_object('id', n.id, 'number', n.number, 'state', n.state, 'reason', n.correct_reason) from ${correction}) as newer_run,
    (select jsonb_build_object('id', b.id, 'number', b.number, 'edition', b.edition) from scoring.list b where b.id = l.supplements_id) as corrects,
    (select jsonb_build_object('id', s.id, 'number', s.number, 'state', s.state, 'isPublic', s.announced_at is not null)
      from scoring.list s where s.supplements_id = l.id and s.state <> 'withdrawn') as supplement,
    (select count(*)::int from scoring.certificate c join scoring.list_edition o on o.run_id = c.run_id
      join scoring.list b on b.id = o.list_id and b.edition = o.edition and b.state = 'final' where b.id = l.supplements_id) as certificate_count,
    ${correctedSince} as corrected_since,
    coalesce((select jsonb_object_agg(p.id, p.name) from people_pub.person p
      where p.id in (l.prepared_by, l.approved_by, l.announced_by, l.finalised_by, l.withdrawn_by)), '{}') as names
  from scoring.list l
  join scoring.list_edition e on e.list_id = l.id and e.edition = l.edition
  join scoring.run r on r.id = e.run_id
  join scoring.model m on m.id = r.model_id`

export async function findList(db: Db<ScoringTables>, id: string): Promise<ListRow | undefined> {
  const { rows } = await sql<ListRow>`${columns} where l.id = ${id}`.execute(db)
  return rows[0]
}

/** The list as it stands, kept from others until the transaction ends. */
export async function lockList(tx: Db<ScoringTables>, id: string): Promise<ListRow | undefined> {
  await sql`select 1 from scoring.list where id = ${id} for update`.execute(tx)
  return findList(tx, id)
}

/** Newest first; `isPublic` leaves those that were never announced out. */
export async function listLists(
  db: Db<ScoringTables>,
  filter: { state: ListState | undefined; isPublic: boolean; after: { at: Date; id: string } | undefined; limit: number },
): Promise<ListRow[]> {
  const at = filter.isPublic ? sql`l.announced_at` : sql`l.created_at`
  const { rows } = await sql<ListRow>`${columns}
    where ${filter.isPublic ? sql`l.announced_at is not null` : sql`true`}
      and ${filter.state ? sql`l.state = ${filter.state}` : sql`true`}
      and ${filter.after ? sql`(${at}, l.id) < (${filter.after.at}, ${filter.after.id}::uuid)` : sql`true`}
    order by ${at} desc, l.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export type ListText = {
  readonly kind: ListKind
  readonly titleZh: string
  readonly titleEn: string
  readonly modelCode: string
  readonly period: string
  readonly rules: ListRules
  readonly showsScores: boolean
  readonly contact: string
  readonly noticeDays: number
  readonly objectionDays: number
}

export async function insertList(
  tx: Db<ScoringTables>,
  list: ListText & { id: string; number: string; preparedBy: string; now: Date; supplements?: { id: string; reason: string } | undefined },
): Promise<void> {
  await sql`insert into scoring.list
      (id, number, kind, title_zh, title_en, model_code, period, rules, shows_scores, contact, notice_days, objection_days, prepared_by, created_at,
       supplements_id, supplement_reason)
    values (${list.id}, ${list.number}, ${list.kind}, ${list.titleZh}, ${list.titleEn}, ${list.modelCode}, ${list.period},
      ${JSON.stringify(list.rules)}::jsonb, ${list.showsScores}, ${list.contact}, ${list.noticeDays}, ${list.objectionDays}, ${list.preparedBy}, ${list.now},
      ${list.supplements?.id ?? null}, ${list.supplements?.reason ?? null})`.execute(tx)
}

/** Rewrites a draft; false when it is none any more or its version is another. */
export async function rewriteDraft(
  tx: Db<ScoringTables>,
  id: string,
  version: number,
  list: ListText & { preparedBy: string; edition: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update scoring.list set kind = ${list.kind}, title_zh = ${list.titleZh}, title_en = ${list.titleEn},
      model_code = ${list.modelCode}, period = ${list.period}, rules = ${JSON.stringify(list.rules)}::jsonb, shows_scores = ${list.showsScores},
      contact = ${list.contact}, notice_days = ${list.noticeDays}, objection_days = ${list.objectionDays}, prepared_by = ${list.preparedBy},
      edition = ${list.edition}, version = version + 1
    where id = ${id} and version = ${version} and state = 'draft'`.execute(tx)
  return numAffectedRows === 1n
}

export type NewEntry = {
  readonly enterpriseId: string
  readonly name: string
  readonly tier: number | null
  readonly stage: string | null
  readonly rank: number
  readonly score: string
}

export async function insertEdition(
  tx: Db<ScoringTables>,
  edition: { listId: string; edition: number; runId: string; madeBy: string; now: Date; entries: readonly NewEntry[] },
): Promise<void> {
  const { listId, entries } = edition
  await sql`insert into scoring.list_edition (list_id, edition, run_id, made_by, made_at)
    values (${listId}, ${edition.edition}, ${edition.runId}, ${edition.madeBy}, ${edition.now})`.execute(tx)
  await sql`insert into scoring.list_entry (list_id, edition, position, enterprise_id, name, tier, stage, rank, score)
    select ${listId}, ${edition.edition}, e.position, e."enterpriseId", e.name, e.tier, e.stage, e.rank, e.score
    from jsonb_to_recordset(${JSON.stringify(entries.map((entry, index) => ({ ...entry, position: index + 1 })))}::jsonb)
      as e(position int, "enterpriseId" uuid, name text, tier int, stage text, rank int, score text)`.execute(tx)
}

type Act = { readonly id: string; readonly version: number; readonly personId: string; readonly now: Date }

/** A second person agrees to a draft. The row count decides. */
export async function approveList(tx: Db<ScoringTables>, { id, version, personId, now }: Act): Promise<boolean> {
  const { numAffectedRows } = await sql`update scoring.list
    set state = 'approved', approved_by = ${personId}, approved_at = ${now}, version = version + 1
    where id = ${id} and version = ${version} and state = 'draft' and prepared_by <> ${personId}`.execute(tx)
  return numAffectedRows === 1n
}

export async function announceList(tx: Db<ScoringTables>, act: Act & { from: string; until: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`update scoring.list
    set state = 'notice', announced_by = ${act.personId}, announced_at = ${act.now}, notice_from = ${act.from}, notice_until = ${act.until},
      version = version + 1
    where id = ${act.id} and version = ${act.version} and state = 'approved'`.execute(tx)
  return numAffectedRows === 1n
}

/** The next edition stands; an approval of the one before does not hold for it. */
export async function moveToEdition(tx: Db<ScoringTables>, act: Act & { edition: number; until: string | null }): Promise<boolean> {
  const { numAffectedRows } = await sql`update scoring.list
    set edition = ${act.edition}, prepared_by = ${act.personId}, notice_until = ${act.until}, version = version + 1,
      state = case state when 'approved' then 'draft' else state end,
      approved_by = case state when 'approved' then null else approved_by end,
      approved_at = case state when 'approved' then null else approved_at end
    where id = ${act.id} and version = ${act.version} and state in ('draft', 'approved', 'notice')`.execute(tx)
  return numAffectedRows === 1n
}

/** Keeps anybody from correcting a run until the transaction ends: a correction refers to it, which waits for this lock. */
export async function keepUncorrected(tx: Db<ScoringTables>, runId: string): Promise<void> {
  await sql`select 1 from scoring.run where id = ${runId} for update`.execute(tx)
}

/**
 * Final publication in one statement: by another than who prepared it, after the notice, with no objection open, no fact corrected since
 * and no newer run. The caller holds the list and its run.
 */
export async function finaliseList(
  tx: Db<ScoringTables>,
  { id, version, personId, now, today }: Act & { today: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update scoring.list l
    set state = 'final', finalised_by = ${personId}, finalised_at = ${now}, version = l.version + 1
    from scoring.list_edition e join scoring.run r on r.id = e.run_id
    where l.id = ${id} and e.list_id = l.id and e.edition = l.edition and l.version = ${version} and l.state = 'notice'
      and l.notice_until < ${today} and l.open_objections = 0 and l.prepared_by <> ${personId}
      and not exists (select 1 from ${correction}) and not ${correctedSince}`.execute(tx)
  return numAffectedRows === 1n
}

export async function withdrawList(
  tx: Db<ScoringTables>,
  { id, version, personId, now, reason }: Act & { reason: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update scoring.list
    set state = 'withdrawn', withdrawn_by = ${personId}, withdrawn_at = ${now}, withdraw_reason = ${reason}, version = version + 1
    where id = ${id} and version = ${version} and state not in ('replaced', 'withdrawn')`.execute(tx)
  return numAffectedRows === 1n
}

/** The final list that a correction takes the place of; false when it does not stand any more. */
export async function replaceList(tx: Db<ScoringTables>, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update scoring.list set state = 'replaced', replaced_at = ${now}, version = version + 1
    where id = ${id} and state = 'final'`.execute(tx)
  return numAffectedRows === 1n
}

/** Whether another list of the same kind and period is final. */
export async function hasOtherFinal(tx: Db<ScoringTables>, list: ListRow): Promise<boolean> {
  const { rows } =
    await sql`select 1 from scoring.list where model_code = ${list.model_code} and kind = ${list.kind} and period = ${list.period}
    and state = 'final' and id is distinct from ${list.supplements_id}::uuid limit 1`.execute(tx)
  return rows.length > 0
}

/** The final list that stands on a run, if any: such a run is corrected with a reason only. */
export async function findFinalListOfRun(db: Db<ScoringTables>, runId: string): Promise<{ number: string } | undefined> {
  const { rows } = await sql<{ number: string }>`
    select l.number from scoring.list l join scoring.list_edition e on e.list_id = l.id and e.edition = l.edition
    where e.run_id = ${runId} and l.state = 'final' order by l.id limit 1`.execute(db)
  return rows[0]
}

/** The end of the line of corrections that begins at a run, as far as it is done. */
export async function findNewestCorrection(db: Db<ScoringTables>, runId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with recursive line as (
      select r.id, 0 as step from scoring.run r where r.id = ${runId}
      union all
      select n.id, l.step + 1 from line l join scoring.run n on n.corrects_id = l.id and n.purpose = 'official' and n.state = 'done')
    select id from line where step > 0 order by step desc limit 1`.execute(db)
  return rows[0]?.id
}

export type EntryRow = {
  readonly position: number
  readonly enterprise_id: string
  readonly name: string
  readonly tier: number | null
  readonly stage: string | null
  readonly rank: number
  readonly score: string
}

export async function listEntries(
  db: Db<ScoringTables>,
  filter: {
    listId: string
    edition: number
    stage?: string | undefined
    tier?: number | undefined
    words?: string | undefined
    after?: number | undefined
    limit: number
  },
): Promise<EntryRow[]> {
  const { stage, tier, words, after } = filter
  const pattern = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<EntryRow>`
    select position, enterprise_id, name, tier, stage, rank, score from scoring.list_entry
    where list_id = ${filter.listId} and edition = ${filter.edition}
      and ${stage === undefined ? sql`true` : sql`stage = ${stage}`}
      and ${tier === undefined ? sql`true` : sql`tier = ${tier}`}
      and ${pattern ? sql`name ilike ${pattern}` : sql`true`}
      and ${after === undefined ? sql`true` : sql`position > ${after}`}
    order by position limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** All entries of an edition: lists have some hundreds. */
export async function readEdition(
  db: Db<ScoringTables>,
  listId: string,
  edition: number,
): Promise<{ runId: string; runNumber: string; madeAt: Date; entries: NewEntry[] } | undefined> {
  const { rows } = await sql<{ run_id: string; run_number: string; made_at: Date }>`
    select r.id as run_id, r.number as run_number, e.made_at from scoring.list_edition e join scoring.run r on r.id = e.run_id
    where e.list_id = ${listId} and e.edition = ${edition}`.execute(db)
  const [found] = rows
  if (!found) return undefined
  const { rows: entries } = await sql<NewEntry>`
    select enterprise_id as "enterpriseId", name, tier, stage, rank, score from scoring.list_entry
    where list_id = ${listId} and edition = ${edition} order by position`.execute(db)
  return { runId: found.run_id, runNumber: found.run_number, madeAt: found.made_at, entries }
}

/** Everybody with a score in a run. */
export async function listCandidates(
  db: Db<ScoringTables>,
  runId: string,
): Promise<{ enterpriseId: string; name: string; stage: string | null; score: string }[]> {
  const { rows } = await sql<{ enterpriseId: string; name: string; stage: string | null; score: string }>`
    select e.id as "enterpriseId", e.name, s.stage, s.score::text from scoring.run_score s join scoring.enterprise e on e.id = s.enterprise_id
    where s.run_id = ${runId} and s.status = 'scored' order by e.id`.execute(db)
  return rows
}

/** Organisations of the platform that are enterprises of one of the editions. */
export async function listOrganisationsOn(
  db: Db<ScoringTables>,
  editions: readonly { readonly listId: string; readonly edition: number }[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.id from jsonb_to_recordset(${JSON.stringify(editions)}::jsonb) as w("listId" uuid, edition int)
    join scoring.list_entry y on y.list_id = w."listId" and y.edition = w.edition
    join scoring.enterprise e on e.id = y.enterprise_id
    join people_pub.organisation o on o.uscc = e.credit_code and o.status = 'verified'
    order by o.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Organisations that run the district: their officers hear of lists and objections. */
export async function listOperators(db: Db<ScoringTables>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from people_pub.organisation where kind = 'operator' and status = 'verified' order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Lists whose notice has ended and that wait for the last word. */
export async function listNoticesOver(db: Db<ScoringTables>, today: string): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select id from scoring.list where state = 'notice' and notice_until < ${today} order by id`.execute(db)
  return rows
}
