import type { Db } from '@jiju/platform/database/pool'
import { type Study, StudyPlanContent, type StudySummary } from '../../contract/studies.ts'
import { statementLines } from '../../core/work/study.ts'
import type { OrdersTables } from '../needs.ts'
import { listInspectionsOfStudy } from '../sql/work/inspections.ts'
import { listArchive, listPhases, listStudyDeviations, listStudyPlans, listStudySteps, type StudyRow } from '../sql/work/studies.ts'
import { presentInspection } from './inspections.ts'
import { readStudyFacts } from './studies.ts'

export function presentStudySummary(row: StudyRow): StudySummary {
  return {
    id: row.id,
    number: row.number,
    orderId: row.order_id,
    orderNumber: row.order_number,
    sponsorName: row.organisation_name,
    title: row.title,
    state: row.state,
    version: row.version,
    directorName: row.director_name,
    qualityName: row.quality_name,
    archivistName: row.archivist_name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    finalSignedAt: row.final_signed_at?.toISOString() ?? null,
    archivedAt: row.archived_at?.toISOString() ?? null,
  }
}

/** The file of a study. What quality assurance writes to the facility is not for the sponsor; its statement is. */
export async function presentStudy(
  db: Db<OrdersTables>,
  row: StudyRow,
  reader: { readonly personId: string; readonly isSponsor: boolean },
): Promise<Study> {
  const inspections = await listInspectionsOfStudy(db, row.id)
  return {
    ...presentStudySummary(row),
    duties: dutiesOf(row, reader),
    directorId: row.director_id,
    qualityId: row.quality_id,
    archivistId: row.archivist_id,
    plans: (await listStudyPlans(db, row.id)).map((plan) => ({
      id: plan.id,
      number: plan.number,
      content: StudyPlanContent.parse(plan.content),
      reason: plan.reason,
      state: plan.state,
      writtenByName: plan.written_by_name,
      directorSignedByName: plan.director_signed_by_name,
      directorSignedAt: plan.director_signed_at?.toISOString() ?? null,
      sponsorSignedByName: plan.sponsor_signed_by_name,
      sponsorSignedAt: plan.sponsor_signed_at?.toISOString() ?? null,
    })),
    phases: (await listPhases(db, row.id)).map((phase) => ({
      id: phase.id,
      name: phase.name,
      plannedFrom: phase.planned_from,
      plannedTo: phase.planned_to,
      begunOn: phase.begun_on,
      endedOn: phase.ended_on,
    })),
    deviations: (await listStudyDeviations(db, row.id)).map((one) => ({
      id: one.id,
      number: one.number,
      happenedOn: one.happened_on,
      words: one.words,
      impact: one.impact,
      measure: one.measure,
      reportedByName: one.reported_by_name,
      judgedByName: one.judged_by_name,
    })),
    inspections: reader.isSponsor ? [] : inspections.map(presentInspection),
    statement: row.statement,
    statementByName: row.statement_by_name,
    statementAt: row.statement_at?.toISOString() ?? null,
    statementLines: row.statement === null ? [] : statementLines((await readStudyFacts(db, row)).inspections),
    finalSignedByName: row.final_signed_by_name,
    stopReason: row.stop_reason,
    archive: (await listArchive(db, row.id)).map((one) => ({
      id: one.id,
      kind: one.kind,
      name: one.name,
      place: one.place,
      retainUntil: one.retain_until,
      retainWords: one.retain_words,
      archivedByName: one.archived_by_name,
      archivedAt: one.archived_at.toISOString(),
    })),
    steps: (await listStudySteps(db, row.id)).map((step) => ({
      act: step.act,
      personName: step.person_name,
      reason: step.reason,
      at: step.at.toISOString(),
    })),
  }
}

function dutiesOf(row: StudyRow, reader: { personId: string; isSponsor: boolean }): Study['duties'] {
  if (reader.isSponsor) return ['sponsor']
  const { personId } = reader
  return [
    ...(row.director_id === personId ? (['director'] as const) : []),
    ...(row.quality_id === personId ? (['quality'] as const) : []),
    ...(row.archivist_id === personId ? (['archivist'] as const) : []),
  ]
}
