import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Model } from '../../core/engine/model.ts'
import type { ScoringTables } from '../needs.ts'
import type { ModelState } from './models.ts'

export type ModelDeskRow = {
  readonly id: string
  readonly code: string
  readonly model_version: string
  readonly document: Model
  readonly sha256: string
  readonly state: ModelState
  readonly created_by: string | null
  readonly created_by_name: string | null
  readonly created_at: Date
  readonly edited_by: string | null
  readonly edited_by_name: string | null
  readonly published_by_name: string | null
  readonly published_at: Date | null
  readonly retired_at: Date | null
  readonly version: number
}

const columns = sql`
  select m.id, m.code, m.model_version, m.document, m.sha256, m.state, m.created_by, c.name as created_by_name, m.created_at, m.edited_by,
    e.name as edited_by_name, p.name as published_by_name, m.published_at, m.retired_at, m.version
  from scoring.model m
  left join people_pub.person c on c.id = m.created_by
  left join people_pub.person e on e.id = m.edited_by
  left join people_pub.person p on p.id = m.published_by`

export async function findModelOnDesk(db: Db<ScoringTables>, id: string): Promise<ModelDeskRow | undefined> {
  const { rows } = await sql<ModelDeskRow>`${columns} where m.id = ${id}`.execute(db)
  return rows[0]
}

/** Newest first. */
export async function listModels(
  db: Db<ScoringTables>,
  filter: { state: ModelState | undefined; after: { at: Date; id: string } | undefined; limit: number },
): Promise<ModelDeskRow[]> {
  const { rows } = await sql<ModelDeskRow>`${columns}
    where ${filter.state ? sql`m.state = ${filter.state}` : sql`true`}
      and ${filter.after ? sql`(m.created_at, m.id) < (${filter.after.at}, ${filter.after.id}::uuid)` : sql`true`}
    order by m.created_at desc, m.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export async function listModelCodes(db: Db<ScoringTables>): Promise<{ code: string; model_version: string }[]> {
  const { rows } = await sql<{
    code: string
    model_version: string
  }>`select code, model_version from scoring.model order by code, model_version`.execute(db)
  return rows
}

/** False when the code has this version already. */
export async function insertModel(
  tx: Db<ScoringTables>,
  model: { id: string; document: Model; sha256: string; createdBy: string; now: Date },
): Promise<boolean> {
  const { document } = model
  const { numAffectedRows } = await sql`insert into scoring.model (id, code, model_version, document, sha256, created_by, created_at)
    values (${model.id}, ${document.code}, ${document.version}, ${JSON.stringify(document)}::jsonb, ${model.sha256}, ${model.createdBy}, ${model.now})
    on conflict (code, model_version) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** False when it is no draft any more or its version is another. */
export async function rewriteModel(
  tx: Db<ScoringTables>,
  model: { id: string; version: number; document: Model; sha256: string; editedBy: string; now: Date },
): Promise<boolean> {
  const { document } = model
  const { numAffectedRows } = await sql`update scoring.model
    set code = ${document.code}, model_version = ${document.version}, document = ${JSON.stringify(document)}::jsonb, sha256 = ${model.sha256},
      edited_by = ${model.editedBy}, edited_at = ${model.now}, version = version + 1
    where id = ${model.id} and version = ${model.version} and state = 'draft'`.execute(tx)
  return numAffectedRows === 1n
}

/** By another than who wrote or changed it: the row count decides, and two constraints hold it. */
export async function publishModel(
  tx: Db<ScoringTables>,
  act: { id: string; version: number; personId: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update scoring.model
    set state = 'published', published_by = ${act.personId}, published_at = ${act.now}, version = version + 1
    where id = ${act.id} and version = ${act.version} and state = 'draft'
      and created_by is distinct from ${act.personId}::uuid and edited_by is distinct from ${act.personId}::uuid`.execute(tx)
  return numAffectedRows === 1n
}

export async function retireModel(tx: Db<ScoringTables>, act: { id: string; version: number; now: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`update scoring.model set state = 'retired', retired_at = ${act.now}, version = version + 1
    where id = ${act.id} and version = ${act.version} and state = 'published'`.execute(tx)
  return numAffectedRows === 1n
}
