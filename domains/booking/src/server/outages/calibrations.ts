import { newId } from '@jiju/kernel/ids'
import type { LocalDate } from '@jiju/kernel/local-date'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { Calibration, CalibrationDue, RecordCalibration, ResourceCalibrations } from '../../contract/calibrations.ts'
import { calibrationState } from '../../core/outages/calibration.ts'
import type { BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import {
  type CalibrationRow,
  type DueRow,
  insertCalibration,
  listBookingsAfterDue,
  listCalibrations,
  refreshDueDay,
  setCalibrationRule,
} from '../sql/outages/calibrations.ts'
import { findResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'

type By = { readonly providerId: string; readonly userId: string }

/** Records a calibration of an own resource; the last one says when the next is due. */
export async function recordCalibration(
  tx: Db<BookingTables>,
  command: Command,
  record: RecordCalibration & { readonly resourceId: string },
  by: By,
): Promise<string> {
  const facts = await getOwn(tx, record.resourceId, by.providerId)
  const { doneOn, dueOn } = record
  const today = localDayOf(command.now, facts.site.zone)
  const problems: Problem[] = []
  if (doneOn > today) problems.push({ code: 'booking.calibration_in_future', kind: 'refused', params: { today }, field: '/doneOn' })
  if (dueOn <= doneOn) problems.push({ code: 'booking.calibration_due_before_done', kind: 'refused', params: { doneOn }, field: '/dueOn' })
  if (problems.length > 0) throw new Refusal(...problems)
  const id = newId(command.now.getTime())
  await insertCalibration(tx, {
    ...record,
    id,
    providerId: by.providerId,
    certificateNo: record.certificateNo || null,
    by: by.userId,
    now: command.now,
  })
  await refreshDueDay(tx, record.resourceId)
  const detail = { calibrationId: id, resourceId: record.resourceId, kind: record.kind, doneOn, dueOn }
  await command.audit({ action: 'booking.calibration.record', subjectType: 'calibration', subjectId: id, detail })
  await command.publish('booking.calendar_changed', { resourceId: record.resourceId })
  return id
}

/** Says whether an overdue calibration keeps new bookings away. */
export async function changeCalibrationRule(
  tx: Db<BookingTables>,
  command: Command,
  target: { resourceId: string; version: number } & By,
  blocksWhenOverdue: boolean,
): Promise<void> {
  await getOwn(tx, target.resourceId, target.providerId)
  if (!(await setCalibrationRule(tx, target, blocksWhenOverdue))) throw new Refusal(VERSION_STALE)
  const { resourceId } = target
  await command.audit({
    action: 'booking.calibration.set_rule',
    subjectType: 'calendar',
    subjectId: resourceId,
    detail: { blocksWhenOverdue },
  })
  await command.publish('booking.calendar_changed', { resourceId })
}

export async function readCalibrations(
  db: Db<BookingTables>,
  resourceId: string,
  providerId: string,
  now: Date,
): Promise<ResourceCalibrations> {
  const facts = await getOwn(db, resourceId, providerId)
  const { calibration } = facts.rules
  const records = await listCalibrations(db, resourceId)
  const after = await listBookingsAfterDue(db, resourceId, now)
  return {
    resourceId,
    state: calibrationState(calibration.dueOn, localDayOf(now, facts.site.zone)),
    dueOn: calibration.dueOn,
    blocksWhenOverdue: calibration.blocksWhenOverdue,
    version: facts.version,
    records: records.map(presentCalibration),
    bookingsAfterDue: after.map((row) => ({
      id: row.id,
      number: row.number,
      start: row.start.toISOString(),
      end: row.end.toISOString(),
      organisationName: row.organisation_name,
    })),
  }
}

async function getOwn(db: Db<BookingTables>, resourceId: string, providerId: string): Promise<ResourceFacts> {
  const facts = await findResourceFacts(db, resourceId)
  if (facts?.providerId !== providerId) throw new Refusal(RESOURCE_MISSING)
  return facts
}

function presentCalibration(row: CalibrationRow): Calibration {
  return {
    id: row.id,
    resourceId: row.resource_id,
    kind: row.kind,
    doneOn: row.done_on,
    dueOn: row.due_on,
    performedBy: row.performed_by,
    certificateNo: row.certificate_no,
    certificateUrl: row.certificate_file_id ? `/api/v1/booking/calibrations/${row.id}/certificate` : null,
    recordedByName: row.recorded_by_name,
    recordedAt: row.recorded_at.toISOString(),
  }
}

export function presentDue(row: DueRow, today: LocalDate): CalibrationDue {
  return {
    resourceId: row.resource_id,
    resourceName: row.name,
    resourceNameEn: row.name_en,
    model: row.model,
    state: calibrationState(row.due_on, today),
    dueOn: row.due_on,
    doneOn: row.done_on,
    kind: row.kind,
    performedBy: row.performed_by,
    certificateNo: row.certificate_no,
    blocksWhenOverdue: row.blocks_when_overdue,
    bookingsAfterDue: row.bookings_after_due,
    capacity: row.capacity,
    version: row.version,
  }
}
