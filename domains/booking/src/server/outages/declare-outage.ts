import { newId, readableNumber } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { DeclareOutage } from '../../contract/outages.ts'
import type { BookingTables } from '../needs.ts'
import { linkFaultReport } from '../sql/outages/faults.ts'
import { lockCalendars } from '../sql/outages/occupy.ts'
import { findOutage, insertOutage, type OutageRow } from '../sql/outages/outages.ts'
import { occupyResource } from './occupy-resource.ts'
import { planOutage } from './plan-outage.ts'
import { recordHits } from './record-hits.ts'

const FAULT_MISSING = { code: 'booking.fault_missing', kind: 'missing', field: '/faultReportId' } as const

/** Declares an outage, or all occurrences of a recurring one: takes the resources and notes every booking that it hits, in one transaction. */
export async function declareOutage(
  tx: Db<BookingTables>,
  command: Command,
  wish: DeclareOutage,
  by: { providerId: string; userId: string },
): Promise<OutageRow[]> {
  const { now } = command
  const plan = await planOutage(tx, wish, by.providerId, now)
  const calendars = await lockCalendars(
    tx,
    plan.resources.map((facts) => facts.resourceId),
  )
  const seriesId = plan.occurrences.length > 1 ? newId(now.getTime()) : null
  const declared: OutageRow[] = []
  for (const during of plan.occurrences) {
    const id = newId(now.getTime())
    const zone = plan.resources[0]?.site.zone ?? 'Asia/Shanghai'
    const number = readableNumber('OUT', localDayOf(now, zone), id)
    const outage = { id, number, providerId: by.providerId, seriesId, isSudden: plan.isSudden, during, by: by.userId, now }
    const words = { type: wish.type, reason: wish.reason, note: wish.note || null }
    await insertOutage(
      tx,
      { ...outage, ...words },
      calendars.map((row) => row.resource_id),
      plan.units,
    )
    for (const calendar of calendars) {
      const hits = await occupyResource(
        tx,
        { ...outage, outageId: id, reason: wish.reason },
        { id: calendar.resource_id, capacity: calendar.capacity, units: plan.units },
      )
      await recordHits(tx, command, { id, providerId: by.providerId, during }, hits)
    }
    const row = await findOutage(tx, id, by.providerId)
    if (!row) throw new Error(`outage ${id} vanished while it was declared`)
    declared.push(row)
    await command.audit({ action: 'booking.outage.declare', subjectType: 'outage', subjectId: id, detail: outageDetail(row, during) })
    await command.publish('booking.outage_declared', outageDetail(row, during))
  }
  if (wish.faultReportId) {
    const target = { id: wish.faultReportId, providerId: by.providerId, outageId: declared[0]?.id ?? null }
    if (!(await linkFaultReport(tx, target, { userId: by.userId, now }))) throw new Refusal(FAULT_MISSING)
  }
  return declared
}

/** What leaves with an event of an outage: ids and instants, no words. */
export function outageDetail(
  row: Pick<OutageRow, 'id' | 'provider_id' | 'type' | 'is_sudden' | 'resources'>,
  during: TimeRange,
): Record<string, unknown> {
  return {
    outageId: row.id,
    providerId: row.provider_id,
    resourceIds: row.resources.map((resource) => resource.id),
    units: row.resources[0]?.units ?? null,
    type: row.type,
    isSudden: row.is_sudden,
    start: during.start.toISOString(),
    end: during.end.toISOString(),
  }
}
