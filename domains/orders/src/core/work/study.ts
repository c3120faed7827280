import type { LocalDate } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import type { InspectionKind, StudyState } from './vocabulary.ts'

export type Duty = 'director' | 'quality' | 'archivist'
export type StudyAct = 'write_plan' | 'sign_plan' | 'record_phase' | 'complete' | 'state' | 'finalise' | 'archive_item' | 'archive' | 'stop'

type Rule = { readonly from: readonly StudyState[]; readonly to?: StudyState; readonly by: Duty }

/** Whose act it is, in which states, and what it makes of the study. */
export const STUDY_RULES: Readonly<Record<StudyAct, Rule>> = {
  write_plan: { from: ['planning', 'running'], by: 'director' },
  sign_plan: { from: ['planning', 'running'], by: 'director' },
  record_phase: { from: ['running'], by: 'director' },
  complete: { from: ['running'], to: 'completed', by: 'director' },
  state: { from: ['completed'], by: 'quality' },
  finalise: { from: ['completed'], to: 'final', by: 'director' },
  archive_item: { from: ['running', 'completed', 'final', 'stopped'], by: 'archivist' },
  archive: { from: ['final'], to: 'archived', by: 'archivist' },
  stop: { from: ['planning', 'running', 'completed'], to: 'stopped', by: 'director' },
}

/** A study as far as its next act depends on it. */
export type StudyFacts = {
  readonly phases: readonly { readonly name: string; readonly begunOn: LocalDate | null; readonly endedOn: LocalDate | null }[]
  readonly openPlans: number
  readonly unjudgedDeviations: number
  readonly inspections: readonly InspectionFacts[]
  readonly hasStatement: boolean
  readonly archived: readonly string[]
}
export type InspectionFacts = {
  readonly kind: InspectionKind
  readonly subject: string
  readonly inspectedOn: LocalDate
  readonly managementSeenOn: LocalDate | null
  readonly directorSeenOn: LocalDate | null
  readonly isClosed: boolean
}

const MUST_ARCHIVE = ['plan', 'raw_data', 'report'] as const

/** What speaks against an act now; the order of states and the duty are asked elsewhere. */
export function findStudyProblems(act: StudyAct, facts: StudyFacts): Problem[] {
  const problems: Problem[] = []
  const add = (isTrue: boolean, code: string, params: Record<string, string | number> = {}): void => {
    if (isTrue) problems.push({ code, kind: 'refused', params })
  }
  if (act === 'complete') {
    const open = facts.phases.filter(({ endedOn }) => endedOn === null)
    add(open.length > 0, 'orders.study_phases_open', { count: open.length })
    add(facts.openPlans > 0, 'orders.study_plan_unsigned')
  }
  if (act === 'state') {
    add(facts.unjudgedDeviations > 0, 'orders.study_deviations_unjudged', { count: facts.unjudgedDeviations })
    add(!facts.inspections.some(({ kind }) => kind === 'study'), 'orders.study_not_inspected')
    const unreported = facts.inspections.filter((one) => one.managementSeenOn === null || one.directorSeenOn === null || !one.isClosed)
    add(unreported.length > 0, 'orders.inspections_unreported', { count: unreported.length })
  }
  if (act === 'finalise') add(!facts.hasStatement, 'orders.study_without_statement')
  if (act === 'archive') {
    const missing = MUST_ARCHIVE.filter((kind) => !facts.archived.includes(kind))
    add(missing.length > 0, 'orders.archive_incomplete', { count: missing.length })
  }
  return problems
}

/** The lines of the statement of quality assurance: each inspection with its phase or subject and the three dates. */
export function statementLines(
  inspections: readonly InspectionFacts[],
): { subject: string; inspectedOn: LocalDate; directorOn: LocalDate | null; managementOn: LocalDate | null }[] {
  return [...inspections]
    .sort((a, b) => (a.inspectedOn < b.inspectedOn ? -1 : a.inspectedOn > b.inspectedOn ? 1 : 0))
    .map(({ subject, inspectedOn, directorSeenOn, managementSeenOn }) => ({
      subject,
      inspectedOn,
      directorOn: directorSeenOn,
      managementOn: managementSeenOn,
    }))
}
