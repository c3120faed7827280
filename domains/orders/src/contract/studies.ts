import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { ARCHIVE_KINDS, INSPECTION_KINDS, STUDY_PLAN_STATES, STUDY_STATES } from '../core/work/vocabulary.ts'

export const StudyParams = z.object({ id: z.uuid() })
export const StudyPartParams = z.object({ id: z.uuid(), partId: z.uuid() })
const instant = z.iso.datetime()
const day = z.iso.date()
const words = (max: number) => z.string().trim().min(1).max(max)

const duties = { directorId: z.uuid(), qualityId: z.uuid(), archivistId: z.uuid() }

/** Study director, quality assurance and archivist are three persons. */
export const OpenStudy = z.object({ title: words(300), ...duties }).meta({ id: 'OpenStudy' })
export type OpenStudy = z.infer<typeof OpenStudy>
export const ChangeDuties = z.object({ ...duties, reason: words(1000) }).meta({ id: 'ChangeDuties' })
export type ChangeDuties = z.infer<typeof ChangeDuties>

export const StudyPlanContent = z
  .object({
    purpose: words(2000),
    testItem: words(500).describe('Test item with its batch'),
    referenceItem: z.string().trim().max(500).default(''),
    testSystem: words(500).describe('Animals or cells, with their number'),
    design: words(4000),
    guidelines: words(1000).describe('Guidelines and standards that it follows'),
    startsOn: day.describe('Begin of the experimental part'),
    endsOn: day,
    phases: z
      .array(z.object({ name: words(200), from: day, to: day }))
      .min(1)
      .max(30)
      .describe('What quality assurance inspects; an amendment repeats those that stay'),
  })
  .meta({ id: 'StudyPlanContent' })
export type StudyPlanContent = z.infer<typeof StudyPlanContent>
export const WriteStudyPlan = z
  .object({ content: StudyPlanContent, reason: words(2000).exactOptional().describe('Needed for an amendment') })
  .meta({ id: 'WriteStudyPlan' })
export type WriteStudyPlan = z.infer<typeof WriteStudyPlan>

export const RecordPhase = z.object({ begunOn: day.nullable(), endedOn: day.nullable() }).meta({ id: 'RecordPhase' })
export const ReportStudyDeviation = z.object({ happenedOn: day, words: words(4000) }).meta({ id: 'ReportStudyDeviation' })
export const JudgeStudyDeviation = z.object({ impact: words(4000), measure: words(4000) }).meta({ id: 'JudgeStudyDeviation' })
export const GiveStatement = z.object({ words: words(4000) }).meta({ id: 'GiveStatement' })
export const StopStudy = z.object({ reason: words(1000) }).meta({ id: 'StopStudy' })
export const ArchiveItem = z
  .object({
    kind: z.enum(ARCHIVE_KINDS),
    name: words(300),
    place: words(200),
    retainUntil: day.nullable(),
    retainWords: z.string().trim().max(300).default('').describe('Needed without a day, such as of perishable specimens'),
  })
  .meta({ id: 'ArchiveEntry' })
export type ArchiveItem = z.infer<typeof ArchiveItem>

export const Inspection = z
  .object({
    id: z.uuid(),
    number: z.string(),
    kind: z.enum(INSPECTION_KINDS),
    studyId: z.uuid().nullable(),
    studyNumber: z.string().nullable(),
    phaseName: z.string().nullable(),
    subject: z.string(),
    inspectedOn: day,
    inspectorName: z.string(),
    findings: z.string(),
    hasFindings: z.boolean(),
    reportedAt: instant,
    managementSeenByName: z.string().nullable(),
    managementSeenAt: instant.nullable(),
    directorSeenByName: z.string().nullable(),
    directorSeenAt: instant.nullable(),
    action: z.string().nullable(),
    closedAt: instant.nullable(),
  })
  .meta({ id: 'Inspection' })
export type Inspection = z.infer<typeof Inspection>
export const InspectionParams = z.object({ id: z.uuid() })

export const WriteInspection = z
  .object({
    kind: z.enum(INSPECTION_KINDS),
    studyId: z.uuid().exactOptional(),
    phaseId: z.uuid().exactOptional(),
    subject: words(300),
    inspectedOn: day,
    findings: words(8000),
    hasFindings: z.boolean().describe('Something has to be done about what was found'),
  })
  .meta({ id: 'WriteInspection' })
export type WriteInspection = z.infer<typeof WriteInspection>
export const SeeInspection = z.object({ as: z.enum(['management', 'director']) }).meta({ id: 'SeeInspection' })
export const CloseInspection = z.object({ action: z.string().trim().max(4000).default('') }).meta({ id: 'CloseInspection' })
export const ListInspections = z.object({ ...pageQuery })
export const InspectionList = pageOf(Inspection).meta({ id: 'InspectionList' })

const summary = {
  id: z.uuid(),
  number: z.string(),
  orderId: z.uuid(),
  orderNumber: z.string(),
  sponsorName: z.string(),
  title: z.string(),
  state: z.enum(STUDY_STATES),
  version: z.int(),
  directorName: z.string(),
  qualityName: z.string(),
  archivistName: z.string(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  finalSignedAt: instant.nullable(),
  archivedAt: instant.nullable(),
}
export const StudySummary = z.object(summary).meta({ id: 'StudySummary' })
export type StudySummary = z.infer<typeof StudySummary>
export const ListStudies = z.object({ ...pageQuery })
export const StudyList = pageOf(StudySummary).meta({ id: 'StudyList' })

export const Study = z
  .object({
    ...summary,
    duties: z.array(z.enum(['director', 'quality', 'archivist', 'sponsor'])).describe('Duties of the reader'),
    directorId: z.uuid(),
    qualityId: z.uuid(),
    archivistId: z.uuid(),
    plans: z.array(
      z.object({
        id: z.uuid(),
        number: z.int().describe('0 is the plan, then its amendments'),
        content: StudyPlanContent,
        reason: z.string().nullable(),
        state: z.enum(STUDY_PLAN_STATES),
        writtenByName: z.string(),
        directorSignedByName: z.string().nullable(),
        directorSignedAt: instant.nullable(),
        sponsorSignedByName: z.string().nullable(),
        sponsorSignedAt: instant.nullable(),
      }),
    ),
    phases: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        plannedFrom: day,
        plannedTo: day,
        begunOn: day.nullable(),
        endedOn: day.nullable(),
      }),
    ),
    deviations: z.array(
      z.object({
        id: z.uuid(),
        number: z.int(),
        happenedOn: day,
        words: z.string(),
        impact: z.string().nullable(),
        measure: z.string().nullable(),
        reportedByName: z.string(),
        judgedByName: z.string().nullable(),
      }),
    ),
    inspections: z.array(Inspection).describe('Empty for the sponsor'),
    statement: z.string().nullable(),
    statementByName: z.string().nullable(),
    statementAt: instant.nullable(),
    statementLines: z.array(z.object({ subject: z.string(), inspectedOn: day, directorOn: day.nullable(), managementOn: day.nullable() })),
    finalSignedByName: z.string().nullable(),
    stopReason: z.string().nullable(),
    archive: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(ARCHIVE_KINDS),
        name: z.string(),
        place: z.string(),
        retainUntil: day.nullable(),
        retainWords: z.string(),
        archivedByName: z.string(),
        archivedAt: instant,
      }),
    ),
    steps: z.array(z.object({ act: z.string(), personName: z.string().nullable(), reason: z.string().nullable(), at: instant })),
  })
  .meta({ id: 'Study' })
export type Study = z.infer<typeof Study>
