import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { BookingTables } from '../needs.ts'
import { lockCalendars, removeOutageRows } from '../sql/outages/occupy.ts'
import { listOutages } from '../sql/outages/outages.ts'
import { occupyResource } from './occupy-resource.ts'
import { recordHits } from './record-hits.ts'

const MAX_OUTAGES = 500

/** A calendar that got more units takes none of them into outages that run or are to come. */
export async function coverNewUnits(
  tx: Db<BookingTables>,
  command: Command,
  calendar: { resourceId: string; providerId: string },
): Promise<void> {
  const { now } = command
  const { resourceId, providerId } = calendar
  const [locked] = await lockCalendars(tx, [resourceId])
  if (!locked) return
  for (const when of ['running', 'planned'] as const)
    for (const row of await listOutages(tx, { providerId, resourceId, when, now, limit: MAX_OUTAGES })) {
      // Of one that names its units no other unit is concerned.
      if (row.resources.some(({ id, units }) => id === resourceId && units !== null)) continue
      await removeOutageRows(tx, row.id, resourceId)
      const outage = { outageId: row.id, number: row.number, providerId, during: row, reason: row.reason, by: row.declared_by, now }
      const hits = await occupyResource(tx, outage, { id: resourceId, capacity: locked.capacity, units: null })
      await recordHits(tx, command, { id: row.id, providerId, during: row }, hits)
    }
}
