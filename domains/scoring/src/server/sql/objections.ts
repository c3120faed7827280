import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Source } from '../../core/facts/sources.ts'
import type { ObjectionState } from '../../core/lists/vocabulary.ts'
import type { ScoringTables } from '../needs.ts'

type ObjectionFile = { readonly id: string; readonly name: string; readonly mediaType: string; readonly sizeBytes: number }

export type ObjectionRow = {
  readonly id: string
  readonly number: string
  readonly list_id: string
  readonly list_number: string
  readonly list_title_zh: string
  readonly list_title_en: string
  readonly edition: number
  readonly enterprise_id: string | null
  readonly enterprise_name: string | null
  readonly organisation_id: string | null
  readonly person_id: string | null
  readonly objector_name: string
  readonly contact: string | null
  readonly claim: string
  readonly state: ObjectionState
  readonly received_at: Date
  readonly due_on: string
  readonly handler_id: string | null
  readonly handler_name: string | null
  readonly decided_by_name: string | null
  readonly decided_at: Date | null
  readonly reasons: string | null
  readonly version: number
  readonly files: readonly ObjectionFile[]
  readonly corrections: readonly { factCode: string; period: string; source: Source; value: string }[]
}

const columns = sql`
  select o.id, o.number, o.list_id, l.number as list_number, l.title_zh as list_title_zh, l.title_en as list_title_en, o.edition, o.enterprise_id,
    e.name as enterprise_name, o.organisation_id, o.person_id, o.objector_name, o.contact, o.claim, o.state, o.received_at, o.due_on,
    o.handler_id, h.name as handler_name, d.name as decided_by_name, o.decided_at, o.reasons, o.version,
    coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', p.name, 'mediaType', p.media_type, 'sizeBytes', p.size_bytes) order by f.added_at, f.id)
      from scoring.objection_file f join platform.file p on p.id = f.file_id where f.objection_id = o.id), '[]') as files,
    coalesce((select jsonb_agg(jsonb_build_object('factCode', c.fact_code, 'period', c.period, 'source', c.source, 'value', c.value::text) order by c.fact_code, c.id)
      from scoring.objection_fact f join scoring.fact c on c.id = f.fact_id where f.objection_id = o.id), '[]') as corrections
  from scoring.objection o
  join scoring.list l on l.id = o.list_id
  left join scoring.enterprise e on e.id = o.enterprise_id
  left join people_pub.person h on h.id = o.handler_id
  left join people_pub.person d on d.id = o.decided_by`

export async function findObjection(db: Db<ScoringTables>, id: string): Promise<ObjectionRow | undefined> {
  const { rows } = await sql<ObjectionRow>`${columns} where o.id = ${id}`.execute(db)
  return rows[0]
}

export async function findObjectionByCode(db: Db<ScoringTables>, codeHash: string): Promise<ObjectionRow | undefined> {
  const { rows } = await sql<ObjectionRow>`${columns} where o.code_hash = ${codeHash}`.execute(db)
  return rows[0]
}

/** Those that must be answered first in front. */
export async function listObjections(
  db: Db<ScoringTables>,
  filter: {
    listId: string | undefined
    state: ObjectionState | undefined
    after: { due: string; id: string } | undefined
    limit: number
  },
): Promise<ObjectionRow[]> {
  const { rows } = await sql<ObjectionRow>`${columns}
    where ${filter.listId ? sql`o.list_id = ${filter.listId}` : sql`true`}
      and ${filter.state ? sql`o.state = ${filter.state}` : sql`true`}
      and ${filter.after ? sql`(o.due_on, o.id) > (${filter.after.due}::date, ${filter.after.id}::uuid)` : sql`true`}
    order by o.due_on, o.id limit ${filter.limit + 1}`.execute(db)
  return rows
}

/** Those of an organisation, newest first. */
export async function listOwnObjections(
  db: Db<ScoringTables>,
  filter: { organisationId: string; after: { at: Date; id: string } | undefined; limit: number },
): Promise<ObjectionRow[]> {
  const { rows } = await sql<ObjectionRow>`${columns}
    where o.organisation_id = ${filter.organisationId}
      and ${filter.after ? sql`(o.received_at, o.id) < (${filter.after.at}, ${filter.after.id}::uuid)` : sql`true`}
    order by o.received_at desc, o.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

/**
 * Counts one more objection against a list that is on notice today; undefined when it is not. The row stays locked, so a final
 * publication that waits for it sees the count.
 */
export async function countObjection(
  tx: Db<ScoringTables>,
  listId: string,
  today: string,
): Promise<{ edition: number; objection_days: number } | undefined> {
  const { rows } = await sql<{ edition: number; objection_days: number }>`
    update scoring.list set open_objections = open_objections + 1
    where id = ${listId} and state = 'notice' and notice_until >= ${today} returning edition, objection_days`.execute(tx)
  return rows[0]
}

export async function insertObjection(
  tx: Db<ScoringTables>,
  objection: {
    id: string
    number: string
    listId: string
    edition: number
    enterpriseId: string | null
    organisationId: string | null
    personId: string | null
    objectorName: string
    contact: string | null
    codeHash: string | null
    claim: string
    now: Date
    dueOn: string
  },
): Promise<void> {
  await sql`insert into scoring.objection
      (id, number, list_id, edition, enterprise_id, organisation_id, person_id, objector_name, contact, code_hash, claim, received_at, due_on)
    values (${objection.id}, ${objection.number}, ${objection.listId}, ${objection.edition}, ${objection.enterpriseId}, ${objection.organisationId},
      ${objection.personId}, ${objection.objectorName}, ${objection.contact}, ${objection.codeHash}, ${objection.claim}, ${objection.now},
      ${objection.dueOn})`.execute(tx)
}

/** False when it was decided meanwhile or the version is another. */
export async function takeObjection(tx: Db<ScoringTables>, id: string, version: number, handlerId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update scoring.objection set handler_id = ${handlerId}, version = version + 1
    where id = ${id} and version = ${version} and state = 'open'`.execute(tx)
  return numAffectedRows === 1n
}

/** Decides an open objection and takes it off the count of its list; false when it was decided meanwhile or the version is another. */
export async function decideObjection(
  tx: Db<ScoringTables>,
  decision: { id: string; version: number; state: 'upheld' | 'rejected'; reasons: string; personId: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ list_id: string }>`update scoring.objection
    set state = ${decision.state}, reasons = ${decision.reasons}, decided_by = ${decision.personId}, decided_at = ${decision.now},
      handler_id = coalesce(handler_id, ${decision.personId}), version = version + 1
    where id = ${decision.id} and version = ${decision.version} and state = 'open' returning list_id`.execute(tx)
  const [decided] = rows
  if (!decided) return false
  await sql`update scoring.list set open_objections = open_objections - 1 where id = ${decided.list_id}`.execute(tx)
  return true
}

export async function insertObjectionFact(tx: Db<ScoringTables>, objectionId: string, factId: string): Promise<void> {
  await sql`insert into scoring.objection_fact (objection_id, fact_id) values (${objectionId}, ${factId})`.execute(tx)
}

/** The statement of a source that holds now. */
export async function findCurrentFact(
  tx: Db<ScoringTables>,
  key: { enterpriseId: string; factCode: string; period: string; source: Source },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from scoring.fact
    where enterprise_id = ${key.enterpriseId} and fact_code = ${key.factCode} and period = ${key.period} and source = ${key.source}
      and state = 'current'`.execute(tx)
  return rows[0]?.id ?? null
}

/** False when the objection is decided or has as many papers as it may. */
export async function insertObjectionFile(
  tx: Db<ScoringTables>,
  file: { id: string; objectionId: string; fileId: string; now: Date; most: number },
): Promise<boolean> {
  await sql`select 1 from scoring.objection where id = ${file.objectionId} for update`.execute(tx)
  const { numAffectedRows } = await sql`insert into scoring.objection_file (id, objection_id, file_id, added_at)
    select ${file.id}, o.id, ${file.fileId}, ${file.now} from scoring.objection o
    where o.id = ${file.objectionId} and o.state = 'open'
      and (select count(*) from scoring.objection_file f where f.objection_id = o.id) < ${file.most}`.execute(tx)
  return numAffectedRows === 1n
}

export async function findObjectionFile(db: Db<ScoringTables>, objectionId: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ file_id: string }>`
    select file_id from scoring.objection_file where objection_id = ${objectionId} and id = ${id}`.execute(db)
  return rows[0]?.file_id
}

/** Open ones whose last day is at hand or over. */
export async function listDueObjections(db: Db<ScoringTables>, until: string): Promise<ObjectionRow[]> {
  const { rows } = await sql<ObjectionRow>`${columns} where o.state = 'open' and o.due_on <= ${until} order by o.due_on, o.id`.execute(db)
  return rows
}
