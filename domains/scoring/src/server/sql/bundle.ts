import type { Db } from '@jiju/platform/database/pool'
import type { ScoringTables } from '../needs.ts'

export async function findRunByNumber(db: Db<ScoringTables>, number: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('scoring.run').select('id').where('number', '=', number).executeTakeFirst()
}

export async function listEnterpriseNames(db: Db<ScoringTables>): Promise<{ credit_code: string; name: string }[]> {
  return db.selectFrom('scoring.enterprise').select(['credit_code', 'name']).orderBy('credit_code').execute()
}
