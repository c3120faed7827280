import { openDatabase } from '@jiju/platform/database/pool'
import { refreshPlaces } from '@jiju/scoring/server/cultivation/place-on-ladder'
import { labelEnterprises } from '@jiju/scoring/server/labels/label-enterprises'
import type { ScoringTables } from '@jiju/scoring/server/needs'
import type pg from 'pg'

/** Places the demo's enterprises on the ladder and labels them, as the platform does each night. */
export async function labelDistrict(pool: pg.Pool, now: () => Date): Promise<void> {
  const deps = { db: openDatabase<ScoringTables>(pool), needs: { now } }
  await refreshPlaces(deps)
  await labelEnterprises(deps)
}
