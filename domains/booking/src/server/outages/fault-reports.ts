import { newId, readableNumber } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { FaultReport, ReportFault } from '../../contract/faults.ts'
import type { FaultVerdict } from '../../core/outages/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { RESERVATION_MISSING, RESOURCE_MISSING } from '../problems.ts'
import { type FaultRow, findFault, insertFault, resolveFault, triageFault } from '../sql/outages/faults.ts'
import { findReservation } from '../sql/reservations.ts'
import { findResourceFacts } from '../sql/resource-facts.ts'

export const FAULT_MISSING = { code: 'booking.fault_missing', kind: 'missing' } as const
const FAULT_RESOLVED = { code: 'booking.fault_resolved', kind: 'conflict' } as const

type By = { readonly organisationId: string; readonly userId: string }

/** Anybody who may book reports what does not work; the provider's lab managers are told. */
export async function reportFault(tx: Db<BookingTables>, command: Command, report: ReportFault, by: By): Promise<FaultRow> {
  const facts = await findResourceFacts(tx, report.resourceId)
  if (!facts) throw new Refusal(RESOURCE_MISSING)
  const { reservationId } = report
  const reservation = reservationId ? await findReservation(tx, reservationId, by.organisationId) : undefined
  if (reservationId && reservation?.resource_id !== report.resourceId)
    throw new Refusal({ ...RESERVATION_MISSING, field: '/reservationId' })
  const { now } = command
  const id = newId(now.getTime())
  const number = readableNumber('FLT', localDayOf(now, facts.site.zone), id)
  const { impact, description } = report
  await insertFault(tx, {
    id,
    number,
    resourceId: facts.resourceId,
    providerId: facts.providerId,
    reservationId: reservationId ?? null,
    organisationId: by.organisationId,
    by: by.userId,
    impact,
    description,
    now,
  })
  await say(command, 'report', { faultReportId: id, resourceId: facts.resourceId, providerId: facts.providerId, impact })
  return getFault(tx, id, by.organisationId)
}

type Target = { readonly id: string; readonly version: number } & By

/** The provider says whether the instrument can be used. Down in earnest is an outage, which names the report. */
export async function decideOnFault(
  tx: Db<BookingTables>,
  command: Command,
  target: Target,
  finding: { verdict: FaultVerdict; note: string | undefined },
): Promise<FaultRow> {
  const row = await getOpen(tx, target)
  const change = { verdict: finding.verdict, note: finding.note || null, by: target.userId, now: command.now }
  if (!(await triageFault(tx, { ...target, providerId: target.organisationId }, change))) throw new Refusal(VERSION_STALE)
  await say(command, 'triage', {
    faultReportId: row.id,
    resourceId: row.resource_id,
    providerId: row.provider_id,
    verdict: finding.verdict,
  })
  return getFault(tx, row.id, target.organisationId)
}

/** The provider says what was done; the reporter is told. */
export async function closeFault(tx: Db<BookingTables>, command: Command, target: Target, resolution: string): Promise<FaultRow> {
  const row = await getOpen(tx, target)
  const end = { resolution, by: target.userId, now: command.now }
  if (!(await resolveFault(tx, { ...target, providerId: target.organisationId }, end))) throw new Refusal(VERSION_STALE)
  await say(command, 'resolve', { faultReportId: row.id, resourceId: row.resource_id, providerId: row.provider_id })
  return getFault(tx, row.id, target.organisationId)
}

export async function getFault(db: Db<BookingTables>, id: string, organisationId: string): Promise<FaultRow> {
  const row = await findFault(db, id, organisationId)
  if (!row) throw new Refusal(FAULT_MISSING)
  return row
}

/** Only the owner of the resource decides; the reporter's own id of it answers like an unknown one. */
async function getOpen(tx: Db<BookingTables>, target: Target): Promise<FaultRow> {
  const row = await getFault(tx, target.id, target.organisationId)
  if (row.provider_id !== target.organisationId) throw new Refusal(FAULT_MISSING)
  if (row.version !== target.version) throw new Refusal(VERSION_STALE)
  if (row.state === 'resolved') throw new Refusal(FAULT_RESOLVED)
  return row
}

async function say(
  command: Command,
  verb: 'report' | 'triage' | 'resolve',
  detail: { faultReportId: string } & Record<string, unknown>,
): Promise<void> {
  await command.audit({ action: `booking.fault.${verb}`, subjectType: 'fault_report', subjectId: detail.faultReportId, detail })
  await command.publish(`booking.fault_${verb === 'report' ? 'reported' : verb === 'triage' ? 'triaged' : 'resolved'}`, detail)
}

export function presentFault(row: FaultRow): FaultReport {
  return {
    id: row.id,
    number: row.number,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    zone: row.zone,
    providerName: row.provider_name,
    reservationId: row.reservation_id,
    organisationName: row.organisation_name,
    reporterName: row.reporter_name,
    reportedAt: row.reported_at.toISOString(),
    impact: row.impact,
    description: row.description,
    state: row.state,
    verdict: row.verdict,
    triageNote: row.triage_note,
    triagedAt: row.triaged_at?.toISOString() ?? null,
    outageId: row.outage_id,
    resolution: row.resolution,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    photos: row.photo_ids.map((fileId) => ({ fileId, url: `/api/v1/booking/fault-reports/${row.id}/photos/${fileId}` })),
    version: row.version,
  }
}
