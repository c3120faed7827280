import type { Db } from '@jiju/platform/database/pool'
import type { Model } from '../../core/engine/model.ts'
import type { ScoringTables } from '../needs.ts'

export type ModelState = 'draft' | 'published' | 'retired'

type ModelRow = {
  readonly id: string
  readonly code: string
  readonly model_version: string
  readonly document: Model
  readonly sha256: string
  readonly state: ModelState
  readonly version: number
}

export async function findModel(db: Db<ScoringTables>, id: string): Promise<ModelRow | undefined> {
  const row = await db
    .selectFrom('scoring.model')
    .select(['id', 'code', 'model_version', 'document', 'sha256', 'state', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, document: row.document as unknown as Model, state: row.state as ModelState }
}
