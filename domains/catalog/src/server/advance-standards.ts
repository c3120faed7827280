import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import type { Kysely } from 'kysely'
import { standardStatusOn } from '../core/standard-status.ts'
import type { CatalogTables } from './catalog-db.ts'
import { listCitingProviders, listDueStandards, setStandardStatus } from './sql/standards.ts'

/** Brings the stored statuses up to `day`: what has come into force, what it replaces. Tells whom a replaced citation concerns. */
export async function advanceStandards(db: Kysely<CatalogTables>, day: LocalDate, at: Date): Promise<{ changed: number }> {
  return db.transaction().execute(async (tx) => {
    const changed: string[] = []
    for (const row of await listDueStandards(tx, day)) {
      const status = standardStatusOn(day, {
        status: row.status,
        effectiveOn: row.effective_on,
        withdrawnOn: row.withdrawn_on,
        successorsEffectiveOn: row.successors_effective_on,
      })
      if (status !== row.status && (await setStandardStatus(tx, row.id, row.status, status, at))) changed.push(row.id)
    }
    if (changed.length > 0) {
      const providerIds = await listCitingProviders(tx, changed)
      await publish(tx as unknown as Db<PlatformTables>, {
        topic: 'catalog.standards_changed',
        payload: { standardIds: changed, providerIds },
      })
    }
    return { changed: changed.length }
  })
}
