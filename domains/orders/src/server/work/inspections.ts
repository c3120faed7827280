import { newId, readableNumber } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import type { Inspection, WriteInspection } from '../../contract/studies.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import {
  closeInspection as close,
  findInspection,
  type InspectionRow,
  insertInspection,
  seeInspection as see,
} from '../sql/work/inspections.ts'
import { findStudy } from '../sql/work/studies.ts'
import type { Worker } from './get-task.ts'
import { STUDY_MISSING } from './studies.ts'

const INSPECTION_MISSING: Problem = { code: 'orders.inspection_missing', kind: 'missing' }

/** An inspection and its report, which reaches management and director at once. Of a study only its own quality person inspects. */
export async function writeInspection(tx: Db<OrdersTables>, work: Work, by: Worker, body: WriteInspection): Promise<InspectionRow> {
  const today = localDayOf(work.now, ORDER_ZONE)
  const problems: Problem[] = []
  if ((body.kind === 'study') !== (body.studyId !== undefined))
    problems.push({ code: 'orders.inspection_study_missing', kind: 'refused', field: '/studyId' })
  if (body.inspectedOn > today)
    problems.push({ code: 'orders.inspection_in_future', kind: 'refused', params: { today }, field: '/inspectedOn' })
  if (problems.length > 0) throw new Refusal(...problems)
  if (body.studyId !== undefined) {
    const study = await findStudy(tx, body.studyId)
    if (study?.provider_id !== by.providerId) throw new Refusal(STUDY_MISSING)
    if (study.quality_id !== by.personId) throw new Refusal({ code: 'orders.only_quality', kind: 'forbidden' })
  }
  const id = newId(work.now.getTime())
  await insertInspection(tx, {
    id,
    providerId: by.providerId,
    number: readableNumber('QA', today, id),
    kind: body.kind,
    studyId: body.studyId ?? null,
    phaseId: body.phaseId ?? null,
    subject: body.subject,
    inspectedOn: body.inspectedOn,
    inspectorId: by.personId,
    findings: body.findings,
    hasFindings: body.hasFindings,
    at: work.now,
  })
  await work.audit({
    action: 'orders.inspection.write',
    subjectType: 'inspection',
    subjectId: id,
    detail: { kind: body.kind, studyId: body.studyId ?? null },
  })
  await work.publish('orders.inspection_written', { inspectionId: id, providerId: by.providerId, studyId: body.studyId ?? null })
  return getInspection(tx, id, by.providerId)
}

/** Management or the study director takes note of the report; the inspector is neither. */
export async function seeInspection(
  tx: Db<OrdersTables>,
  work: Work,
  by: Worker & { id: string; isManagement: boolean },
  as: 'management' | 'director',
): Promise<InspectionRow> {
  const row = await getInspection(tx, by.id, by.providerId)
  if (as === 'management' && !by.isManagement) throw new Refusal({ code: 'orders.only_management', kind: 'forbidden' })
  if (as === 'director' && row.director_id !== by.personId) throw new Refusal({ code: 'orders.only_director', kind: 'forbidden' })
  const isSeen = await see(tx, { id: by.id, as, by: by.personId, at: work.now }).catch((error: unknown) => {
    if (violatedConstraint(error)?.startsWith('inspection_')) throw new Refusal({ code: 'orders.own_inspection', kind: 'refused' })
    throw error
  })
  if (!isSeen) throw new Refusal({ code: 'orders.inspection_seen', kind: 'conflict' })
  await work.audit({ action: 'orders.inspection.see', subjectType: 'inspection', subjectId: by.id, detail: { as } })
  return getInspection(tx, by.id, by.providerId)
}

/** The inspector closes it when what was found is put right. */
export async function closeInspection(
  tx: Db<OrdersTables>,
  work: Work,
  by: Worker & { id: string },
  action: string,
): Promise<InspectionRow> {
  const row = await getInspection(tx, by.id, by.providerId)
  if (row.inspector_id !== by.personId) throw new Refusal({ code: 'orders.only_inspector', kind: 'forbidden' })
  if (row.has_findings && action === '') throw new Refusal({ code: 'orders.inspection_action_missing', kind: 'refused', field: '/action' })
  if (!(await close(tx, { id: by.id, action: action || null, by: by.personId, at: work.now })))
    throw new Refusal({ code: 'orders.inspection_closed', kind: 'conflict' })
  await work.audit({ action: 'orders.inspection.close', subjectType: 'inspection', subjectId: by.id })
  return getInspection(tx, by.id, by.providerId)
}

async function getInspection(db: Db<OrdersTables>, id: string, providerId: string): Promise<InspectionRow> {
  const row = await findInspection(db, id)
  if (row?.provider_id !== providerId) throw new Refusal(INSPECTION_MISSING)
  return row
}

export function presentInspection(row: InspectionRow): Inspection {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    studyId: row.study_id,
    studyNumber: row.study_number,
    phaseName: row.phase_name,
    subject: row.subject,
    inspectedOn: row.inspected_on,
    inspectorName: row.inspector_name,
    findings: row.findings,
    hasFindings: row.has_findings,
    reportedAt: row.reported_at.toISOString(),
    managementSeenByName: row.management_seen_by_name,
    managementSeenAt: row.management_seen_at?.toISOString() ?? null,
    directorSeenByName: row.director_seen_by_name,
    directorSeenAt: row.director_seen_at?.toISOString() ?? null,
    action: row.action,
    closedAt: row.closed_at?.toISOString() ?? null,
  }
}
