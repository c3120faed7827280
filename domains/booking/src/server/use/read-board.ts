import { formatFen } from '@jiju/kernel/money'
import { addMinutes, minutesIn } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { UseBoard } from '../../contract/use.ts'
import { lateMinutes } from '../../core/use/begin.ts'
import type { BookingTables } from '../needs.ts'
import { type AwaitedRow, listAwaited, listRunning, type RunningRow } from '../sql/use/board.ts'
import { listObjections, type ObjectedRow } from '../sql/use/charges.ts'
import { listWaitingCorrections } from '../sql/use/corrections.ts'
import { listRecords } from '../sql/use/records.ts'
import { presentCorrection, presentRecord, type UseReader } from './present-use.ts'

const AWAITED_AHEAD_HOURS = 12
const LIMIT = 200
const UNPROVED_DAYS = 30
const UNPROVED_LIMIT = 50

/** Who is on what now, who should be there, and what waits for somebody of the provider. */
export async function readBoard(db: Db<BookingTables>, reader: UseReader): Promise<UseBoard> {
  const { now, organisationId } = reader
  const unproved = await listRecords(db, {
    providerId: organisationId,
    resourceId: undefined,
    from: addMinutes(now, -UNPROVED_DAYS * 1440),
    until: undefined,
    isUnproved: true,
    after: undefined,
    limit: UNPROVED_LIMIT,
  })
  const corrections = await listWaitingCorrections(db, organisationId, LIMIT)
  const awaited = await listAwaited(db, organisationId, { now, until: addMinutes(now, AWAITED_AHEAD_HOURS * 60), limit: LIMIT })
  return {
    now: now.toISOString(),
    running: (await listRunning(db, organisationId, LIMIT)).map((row) => presentRunning(row, now)),
    awaited: awaited.map((row) => presentAwaited(row, now)),
    corrections: corrections.map((row) => presentCorrection(row, reader)),
    unproved: unproved.slice(0, UNPROVED_LIMIT).map(presentRecord),
    objections: (await listObjections(db, organisationId, LIMIT)).map(presentObjection),
  }
}

function presentRunning(row: RunningRow, now: Date): UseBoard['running'][number] {
  return {
    id: row.id,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    zone: row.zone,
    unit: row.unit,
    reservationId: row.reservation_id,
    number: row.number,
    organisationName: row.organisation_name,
    personName: row.person_name,
    purpose: row.purpose,
    source: row.source,
    start: row.started_at.toISOString(),
    plannedEnd: row.planned_end.toISOString(),
    closesAt: row.closes_at.toISOString(),
    lateMinutes: row.booked_start ? lateMinutes(row.booked_start, row.started_at) : 0,
    overMinutes: Math.max(0, Math.floor(minutesIn({ start: row.planned_end, end: now }))),
    nextStart: row.next_start?.toISOString() ?? null,
  }
}

function presentAwaited(row: AwaitedRow, now: Date): UseBoard['awaited'][number] {
  return {
    reservationId: row.reservation_id,
    number: row.number,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    zone: row.zone,
    organisationName: row.organisation_name,
    bookerName: row.booker_name,
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    lateMinutes: lateMinutes(row.start, now),
    missedAt: row.missed_at?.toISOString() ?? null,
    version: row.version,
  }
}

function presentObjection(row: ObjectedRow): UseBoard['objections'][number] {
  return {
    chargeId: row.id,
    kind: row.kind,
    reservationId: row.reservation_id,
    useId: row.use_id,
    number: row.number,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    organisationName: row.organisation_name,
    total: formatFen(row.total_fen),
    words: row.words,
    at: row.answered_at.toISOString(),
  }
}
