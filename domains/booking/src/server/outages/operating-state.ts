import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { DowntimeOverview, OperatingState } from '../../contract/faults.ts'
import { calibrationState } from '../../core/outages/calibration.ts'
import type { BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { listDowntime, type OperatingRow, readOperatingFacts } from '../sql/outages/operating-state.ts'
import { findResourceFacts } from '../sql/resource-facts.ts'

const iso = (text: string) => new Date(text).toISOString()

/** Whether a resource can be used now, as anybody may know. */
export async function readOperatingState(db: Db<BookingTables>, resourceId: string, now: Date): Promise<OperatingState> {
  const facts = await findResourceFacts(db, resourceId)
  const row = facts && (await readOperatingFacts(db, resourceId, now))
  if (!facts || !row) throw new Refusal(RESOURCE_MISSING)
  const { calibration } = facts.rules
  return {
    resourceId,
    ...stateOf(row),
    asOf: now.toISOString(),
    nextPlanned: row.next && { start: iso(row.next.start), end: iso(row.next.end), reason: row.next.reason },
    calibration: {
      state: calibrationState(calibration.dueOn, localDayOf(now, facts.site.zone)),
      dueOn: calibration.dueOn,
      blocksWhenOverdue: calibration.blocksWhenOverdue,
    },
  }
}

function stateOf({
  outage,
  fault,
  operating_status: status,
}: OperatingRow): Pick<OperatingState, 'state' | 'since' | 'expectedUntil' | 'reason'> {
  const isLimited = outage !== null && outage.units !== null
  if (outage && !(isLimited && fault?.verdict === 'down'))
    return { state: isLimited ? 'limited' : 'down', since: iso(outage.start), expectedUntil: iso(outage.end), reason: outage.reason }
  if (fault) return { state: fault.verdict, since: iso(fault.since), expectedUntil: null, reason: fault.note }
  return { state: status === 'out_of_service' ? 'down' : 'usable', since: null, expectedUntil: null, reason: null }
}

const DAY_MS = 86_400_000
const tenths = (hours: number) => Math.round(hours * 10) / 10

/** How long instruments could not be used in the last days, over all providers and for each. */
export async function readDowntime(db: Db<BookingTables>, days: number, now: Date): Promise<DowntimeOverview> {
  const from = new Date(now.getTime() - days * DAY_MS)
  const rows = await listDowntime(db, { from, until: now })
  const sum = (value: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + value(row), 0)
  const answered = sum((row) => row.answered)
  return {
    from: from.toISOString(),
    until: now.toISOString(),
    runningNow: sum((row) => row.running_now),
    hours: tenths(sum((row) => row.hours)),
    suddenHours: tenths(sum((row) => row.sudden_hours)),
    displaced: sum((row) => row.displaced),
    relocatedPercent: answered === 0 ? null : Math.round((sum((row) => row.relocated) * 1000) / answered) / 10,
    openFaults: sum((row) => row.open_faults),
    overdueCalibrations: sum((row) => row.overdue),
    providers: rows.map((row) => ({
      providerId: row.provider_id,
      name: row.name,
      outages: row.outages,
      hours: tenths(row.hours),
      suddenHours: tenths(row.sudden_hours),
      displaced: row.displaced,
      openFaults: row.open_faults,
      overdueCalibrations: row.overdue,
    })),
  }
}
