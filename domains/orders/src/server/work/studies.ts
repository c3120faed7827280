import { newId, readableNumber } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { ArchiveItem, ChangeDuties, OpenStudy, StudyPlanContent, WriteStudyPlan } from '../../contract/studies.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { type Duty, findStudyProblems, STUDY_RULES, type StudyAct, type StudyFacts } from '../../core/work/study.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { ORDER_MISSING } from '../problems.ts'
import { lockOrder } from '../sql/service-orders.ts'
import { listInspectionsOfStudy } from '../sql/work/inspections.ts'
import {
  changeStudy,
  findStudy,
  insertArchiveItem,
  insertStudy,
  insertStudyDeviation,
  insertStudyStep,
  judgeStudyDeviation,
  listArchive,
  listPhases,
  listStudyDeviations,
  listStudyPlans,
  lockStudy,
  putPhase,
  recordPhase,
  type StudyChange,
  type StudyRow,
  signStudyPlan,
  writeStudyPlan,
} from '../sql/work/studies.ts'
import { listWorkers, listWorkItems } from '../sql/work/tasks.ts'
import { PLANNABLE, refuseUnless, type Worker } from './get-task.ts'

export const STUDY_MISSING: Problem = { code: 'orders.study_missing', kind: 'missing' }
const THREE_PERSONS: Problem = { code: 'orders.study_three_persons', kind: 'refused' }

type SeenStudy = Worker & { readonly studyId: string; readonly version: number }

/** Opens the study of an order for one; three duties, three colleagues. */
export async function openStudy(tx: Db<OrdersTables>, work: Work, by: Worker & { orderId: string }, body: OpenStudy): Promise<StudyRow> {
  const order = await lockOrder(tx, by.orderId)
  if (order?.provider_id !== by.providerId) throw new Refusal(ORDER_MISSING)
  refuseUnless(PLANNABLE, order)
  if (!(await listWorkItems(tx, order.id)).some(({ service_kind }) => service_kind === 'glp_study'))
    throw new Refusal({ code: 'orders.not_a_study', kind: 'refused' })
  await refuseStrangers(tx, by.providerId, body)
  const id = newId(work.now.getTime())
  await insertStudy(tx, {
    ...body,
    id,
    number: readableNumber('GLP', localDayOf(work.now, ORDER_ZONE), id),
    orderId: order.id,
    providerId: by.providerId,
    by: by.personId,
    at: work.now,
  }).catch(explain)
  const study = await findStudy(tx, id)
  if (!study) throw new Refusal(STUDY_MISSING)
  await insertStudyStep(tx, step(study, { act: 'open', personId: by.personId, version: 1 }, work.now))
  await work.audit({ action: 'orders.study.open', subjectType: 'study', subjectId: id, detail: { orderId: order.id } })
  return study
}

/** Other persons for the three duties, with the reason. The person in charge of the facility decides; the route asks for that role. */
export async function changeDuties(tx: Db<OrdersTables>, work: Work, seen: SeenStudy, body: ChangeDuties): Promise<StudyRow> {
  const study = await lockSeen(tx, seen)
  const { reason, ...duties } = body
  await refuseStrangers(tx, seen.providerId, duties)
  return move(tx, work, study, { act: 'change_duties', personId: seen.personId, reason, detail: duties, change: { ...duties } })
}

/** The plan, or with a reason its next amendment; a draft is written over until it is signed. */
export async function writePlan(tx: Db<OrdersTables>, work: Work, seen: SeenStudy, body: WriteStudyPlan): Promise<StudyRow> {
  const study = await lockFor(tx, seen, 'write_plan')
  const plans = await listStudyPlans(tx, study.id)
  const isAmendment = plans.some(({ state }) => state === 'in_force')
  if (plans.some(({ state }) => state === 'signed')) throw new Refusal({ code: 'orders.study_plan_waits', kind: 'conflict' })
  if (isAmendment && !body.reason) throw new Refusal({ code: 'orders.reason_missing', kind: 'refused', field: '/reason' })
  if (body.content.endsOn < body.content.startsOn || body.content.phases.some(({ from, to }) => to < from))
    throw new Refusal({ code: 'orders.study_days_reversed', kind: 'refused', field: '/content/endsOn' })
  const known = await listPhases(tx, study.id)
  if (body.content.phases.length < known.length)
    throw new Refusal({ code: 'orders.study_phases_kept', kind: 'refused', params: { count: known.length } })
  const reason = isAmendment ? (body.reason ?? null) : null
  await writeStudyPlan(tx, {
    id: newId(work.now.getTime()),
    studyId: study.id,
    content: body.content,
    reason,
    by: seen.personId,
    at: work.now,
  })
  return move(tx, work, study, { act: isAmendment ? 'write_amendment' : 'write_plan', personId: seen.personId, reason, detail: {} })
}

/** The director's signature; what is signed is no longer edited and waits for the sponsor. */
export async function signPlan(tx: Db<OrdersTables>, work: Work, seen: SeenStudy): Promise<StudyRow> {
  const study = await lockFor(tx, seen, 'sign_plan')
  const number = await signStudyPlan(tx, { studyId: study.id, side: 'director', by: seen.personId, at: work.now })
  if (number === undefined) throw new Refusal({ code: 'orders.study_plan_missing', kind: 'conflict' })
  return move(tx, work, study, { act: 'sign_plan', personId: seen.personId, detail: { number } })
}

/** The sponsor's signature: the plan or amendment is in force, and its phases with it. The first lets the study run. */
export async function signAsSponsor(
  tx: Db<OrdersTables>,
  work: Work,
  seen: { studyId: string; version: number; organisationId: string; personId: string },
): Promise<StudyRow> {
  const study = await lockStudy(tx, seen.studyId)
  if (study?.organisation_id !== seen.organisationId) throw new Refusal(STUDY_MISSING)
  if (study.version !== seen.version) throw new Refusal(VERSION_STALE)
  const number = await signStudyPlan(tx, { studyId: study.id, side: 'sponsor', by: seen.personId, at: work.now })
  const plan = (await listStudyPlans(tx, study.id)).find((one) => one.number === number)
  if (!plan) throw new Refusal({ code: 'orders.study_plan_missing', kind: 'conflict' })
  const content = plan.content as StudyPlanContent
  for (const [index, { name, from, to }] of content.phases.entries())
    await putPhase(tx, { id: newId(work.now.getTime()), studyId: study.id, position: index + 1, name, from, to })
  return move(tx, work, study, {
    act: 'sponsor_sign',
    personId: seen.personId,
    detail: { number: plan.number },
    change: { startsOn: content.startsOn, endsOn: content.endsOn, ...(study.state === 'planning' && { state: 'running' as const }) },
  })
}

export async function recordStudyPhase(
  tx: Db<OrdersTables>,
  work: Work,
  seen: SeenStudy & { phaseId: string },
  body: { begunOn: string | null; endedOn: string | null },
): Promise<StudyRow> {
  const study = await lockFor(tx, seen, 'record_phase')
  const today = localDayOf(work.now, ORDER_ZONE)
  const isWrong =
    (body.endedOn !== null && (body.begunOn === null || body.endedOn < body.begunOn)) ||
    [body.begunOn, body.endedOn].some((day) => day !== null && day > today)
  if (isWrong) throw new Refusal({ code: 'orders.phase_days_wrong', kind: 'refused', params: { today }, field: '/endedOn' })
  if (!(await recordPhase(tx, { id: seen.phaseId, studyId: study.id, ...body }))) throw new Refusal(STUDY_MISSING)
  return move(tx, work, study, { act: 'record_phase', personId: seen.personId, detail: { phaseId: seen.phaseId, ...body } })
}

/** Any colleague reports what went otherwise than planned. */
export async function reportDeviation(
  tx: Db<OrdersTables>,
  work: Work,
  seen: SeenStudy,
  body: { happenedOn: string; words: string },
): Promise<StudyRow> {
  const study = await lockSeen(tx, seen)
  if (study.state !== 'running' && study.state !== 'completed') throw new Refusal(notNow(study))
  await insertStudyDeviation(tx, { id: newId(work.now.getTime()), studyId: study.id, ...body, by: seen.personId, at: work.now })
  return move(tx, work, study, { act: 'report_deviation', personId: seen.personId, detail: { happenedOn: body.happenedOn } })
}

/** The director says what a deviation means for the study. */
export async function judgeDeviation(
  tx: Db<OrdersTables>,
  work: Work,
  seen: SeenStudy & { deviationId: string },
  body: { impact: string; measure: string },
): Promise<StudyRow> {
  const study = await lockSeen(tx, seen)
  refuseOther(study, 'director', seen.personId)
  const isJudged = await judgeStudyDeviation(tx, { id: seen.deviationId, studyId: study.id, ...body, by: seen.personId, at: work.now })
  if (!isJudged) throw new Refusal({ code: 'orders.deviation_judged', kind: 'conflict' })
  return move(tx, work, study, { act: 'judge_deviation', personId: seen.personId, detail: { deviationId: seen.deviationId } })
}

/** Completes, states, signs the final report, closes the archive or stops: each by the person whose duty it is, when nothing speaks against it. */
export async function actOnStudy(
  tx: Db<OrdersTables>,
  work: Work,
  seen: SeenStudy,
  act: Extract<StudyAct, 'complete' | 'state' | 'finalise' | 'archive' | 'stop'>,
  words: string | null,
): Promise<StudyRow> {
  const study = await lockFor(tx, seen, act)
  const problems = findStudyProblems(act, await readStudyFacts(tx, study))
  if (problems.length > 0) throw new Refusal(...problems)
  const { to } = STUDY_RULES[act]
  const change: Partial<StudyChange> = {
    ...(to && { state: to }),
    ...(act === 'state' && words !== null && { statement: { text: words, by: seen.personId } }),
    ...(act === 'finalise' && { finalBy: seen.personId }),
    ...(act === 'stop' && words !== null && { stopReason: words }),
  }
  return move(tx, work, study, { act, personId: seen.personId, reason: act === 'stop' ? words : null, detail: {}, change })
}

export async function archiveItem(tx: Db<OrdersTables>, work: Work, seen: SeenStudy, body: ArchiveItem): Promise<StudyRow> {
  const study = await lockFor(tx, seen, 'archive_item')
  if (body.retainUntil === null && body.retainWords === '')
    throw new Refusal({ code: 'orders.retention_missing', kind: 'refused', field: '/retainUntil' })
  await insertArchiveItem(tx, { id: newId(work.now.getTime()), studyId: study.id, ...body, by: seen.personId, at: work.now })
  return move(tx, work, study, { act: 'archive_item', personId: seen.personId, detail: { kind: body.kind, place: body.place } })
}

export async function readStudyFacts(db: Db<OrdersTables>, study: StudyRow): Promise<StudyFacts> {
  const dayOf = (at: Date | null) => at && localDayOf(at, ORDER_ZONE)
  return {
    phases: (await listPhases(db, study.id)).map((row) => ({ name: row.name, begunOn: row.begun_on, endedOn: row.ended_on })),
    openPlans: (await listStudyPlans(db, study.id)).filter(({ state }) => state !== 'in_force').length,
    unjudgedDeviations: (await listStudyDeviations(db, study.id)).filter(({ judged_at }) => judged_at === null).length,
    inspections: (await listInspectionsOfStudy(db, study.id)).map((row) => ({
      kind: row.kind,
      subject: row.phase_name ? `${row.phase_name} · ${row.subject}` : row.subject,
      inspectedOn: row.inspected_on,
      managementSeenOn: dayOf(row.management_seen_at),
      directorSeenOn: dayOf(row.director_seen_at),
      isClosed: row.closed_at !== null,
    })),
    hasStatement: study.statement !== null,
    archived: (await listArchive(db, study.id)).map(({ kind }) => kind),
  }
}

const HOLDERS: Readonly<Record<Duty, (study: StudyRow) => string>> = {
  director: ({ director_id }) => director_id,
  quality: ({ quality_id }) => quality_id,
  archivist: ({ archivist_id }) => archivist_id,
}

function refuseOther(study: StudyRow, duty: Duty, personId: string): void {
  if (HOLDERS[duty](study) !== personId) throw new Refusal({ code: `orders.only_${duty}`, kind: 'forbidden' })
}

const notNow = (study: StudyRow): Problem => ({ code: 'orders.study_act_not_allowed', kind: 'conflict', params: { state: study.state } })

async function lockSeen(tx: Db<OrdersTables>, seen: SeenStudy): Promise<StudyRow> {
  const study = await lockStudy(tx, seen.studyId)
  if (study?.provider_id !== seen.providerId) throw new Refusal(STUDY_MISSING)
  if (study.version !== seen.version) throw new Refusal(VERSION_STALE)
  return study
}

async function lockFor(tx: Db<OrdersTables>, seen: SeenStudy, act: StudyAct): Promise<StudyRow> {
  const study = await lockSeen(tx, seen)
  const { from, by } = STUDY_RULES[act]
  refuseOther(study, by, seen.personId)
  if (!from.includes(study.state)) throw new Refusal(notNow(study))
  return study
}

type Move = {
  readonly act: string
  readonly personId: string
  readonly reason?: string | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly change?: Partial<StudyChange>
}

async function move(
  tx: Db<OrdersTables>,
  work: Work,
  study: StudyRow,
  { act, personId, reason = null, detail, change = {} }: Move,
): Promise<StudyRow> {
  const isChanged = await changeStudy(tx, study, { state: study.state, at: work.now, ...change }).catch(explain)
  if (!isChanged) throw new Refusal(VERSION_STALE)
  const moved = await findStudy(tx, study.id)
  if (!moved) throw new Refusal(STUDY_MISSING)
  await insertStudyStep(tx, step(moved, { act, personId, version: moved.version, reason, detail }, work.now))
  await work.audit({
    action: `orders.study.${act}`,
    subjectType: 'study',
    subjectId: study.id,
    detail: { to: moved.state, ...(reason && { reason }), ...detail },
  })
  await work.publish('orders.study_changed', {
    studyId: study.id,
    orderId: study.order_id,
    providerId: study.provider_id,
    act,
    to: moved.state,
  })
  return moved
}

function step(
  study: StudyRow,
  made: { act: string; personId: string; version: number; reason?: string | null; detail?: Readonly<Record<string, unknown>> },
  at: Date,
) {
  const { act, personId, version, reason = null, detail = {} } = made
  return { id: newId(at.getTime()), studyId: study.id, version, act, to: study.state, personId, reason, detail, at }
}

async function refuseStrangers(
  tx: Db<OrdersTables>,
  providerId: string,
  duties: { directorId: string; qualityId: string; archivistId: string },
): Promise<void> {
  const own = new Set((await listWorkers(tx, providerId)).map(({ id }) => id))
  const problems: Problem[] = (['directorId', 'qualityId', 'archivistId'] as const)
    .filter((duty) => !own.has(duties[duty]))
    .map((duty) => ({ code: 'orders.not_a_colleague', kind: 'refused', field: `/${duty}` }))
  if (new Set([duties.directorId, duties.qualityId, duties.archivistId]).size < 3) problems.push(THREE_PERSONS)
  if (problems.length > 0) throw new Refusal(...problems)
}

function explain(error: unknown): never {
  const constraint = violatedConstraint(error)
  if (constraint === 'study_three_persons') throw new Refusal(THREE_PERSONS)
  if (constraint === 'study_order') throw new Refusal({ code: 'orders.study_exists', kind: 'conflict' })
  throw error
}
