import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ARCHIVE_KINDS, STUDY_PLAN_STATES, StudyState } from '../../../core/work/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** A study with the names of its three persons and of the order's parties. */
export type StudyRow = {
  readonly id: string
  readonly number: string
  readonly order_id: string
  readonly order_number: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly provider_id: string
  readonly title: string
  readonly state: StudyState
  readonly director_id: string
  readonly director_name: string
  readonly quality_id: string
  readonly quality_name: string
  readonly archivist_id: string
  readonly archivist_name: string
  readonly version: number
  readonly starts_on: string | null
  readonly ends_on: string | null
  readonly statement: string | null
  readonly statement_by_name: string | null
  readonly statement_at: Date | null
  readonly final_signed_by_name: string | null
  readonly final_signed_at: Date | null
  readonly archived_at: Date | null
  readonly stop_reason: string | null
  readonly created_at: Date
}

const studyColumns = sql`
  select s.id, s.number, s.order_id, o.number as order_number, o.organisation_id, c.name as organisation_name, s.provider_id, s.title, s.state,
    s.director_id, d.name as director_name, s.quality_id, q.name as quality_name, s.archivist_id, a.name as archivist_name, s.version, s.starts_on, s.ends_on,
    s.statement, x.name as statement_by_name, s.statement_at, f.name as final_signed_by_name, s.final_signed_at, s.archived_at, s.stop_reason, s.created_at
  from orders.study s
  join orders.service_order o on o.id = s.order_id
  join people_pub.organisation c on c.id = o.organisation_id
  join people_pub.person d on d.id = s.director_id
  join people_pub.person q on q.id = s.quality_id
  join people_pub.person a on a.id = s.archivist_id
  left join people_pub.person x on x.id = s.statement_by
  left join people_pub.person f on f.id = s.final_signed_by`

export async function findStudy(db: Db<OrdersTables>, id: string): Promise<StudyRow | undefined> {
  const { rows } = await sql<StudyRow>`${studyColumns} where s.id = ${id}`.execute(db)
  return rows[0]
}

export async function findStudyOfOrder(db: Db<OrdersTables>, orderId: string): Promise<StudyRow | undefined> {
  const { rows } = await sql<StudyRow>`${studyColumns} where s.order_id = ${orderId}`.execute(db)
  return rows[0]
}

/** Takes the study for this transaction. */
export async function lockStudy(tx: Db<OrdersTables>, id: string): Promise<StudyRow | undefined> {
  await sql`select from orders.study where id = ${id} for no key update`.execute(tx)
  return findStudy(tx, id)
}

/** The master schedule of a facility, newest first. */
export async function listStudies(
  db: Db<OrdersTables>,
  filter: { providerId: string; after: { createdAt: Date; id: string } | undefined; limit: number },
): Promise<StudyRow[]> {
  const after = filter.after ? sql`and (s.created_at, s.id) < (${filter.after.createdAt}, ${filter.after.id}::uuid)` : sql``
  const { rows } = await sql<StudyRow>`
    ${studyColumns} where s.provider_id = ${filter.providerId} ${after} order by s.created_at desc, s.id desc limit ${filter.limit + 1}`.execute(
    db,
  )
  return rows
}

/** Fails on `study_order` when the order has a study, on `study_three_persons` when two duties fall on one person. */
export async function insertStudy(
  tx: Db<OrdersTables>,
  study: {
    id: string
    number: string
    orderId: string
    providerId: string
    title: string
    directorId: string
    qualityId: string
    archivistId: string
    by: string
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.study (id, number, order_id, provider_id, title, director_id, quality_id, archivist_id, created_by, created_at)
    values (${study.id}, ${study.number}, ${study.orderId}, ${study.providerId}, ${study.title}, ${study.directorId}, ${study.qualityId}, ${study.archivistId},
      ${study.by}, ${study.at})`.execute(tx)
}

/** What a step of a study changes beside its state; what is left out stays. */
export type StudyChange = {
  readonly state: StudyState
  readonly at: Date
  readonly directorId?: string
  readonly qualityId?: string
  readonly archivistId?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly statement?: { readonly text: string; readonly by: string } | null
  readonly finalBy?: string
  readonly stopReason?: string
}

/** True when the study still had the version that was seen. */
export async function changeStudy(tx: Db<OrdersTables>, seen: { id: string; version: number }, change: StudyChange): Promise<boolean> {
  const { state, at, statement } = change
  const isKept = statement === undefined
  const { numAffectedRows } = await sql`
    update orders.study set state = ${state}, version = version + 1,
      director_id = coalesce(${change.directorId ?? null}::uuid, director_id),
      quality_id = coalesce(${change.qualityId ?? null}::uuid, quality_id),
      archivist_id = coalesce(${change.archivistId ?? null}::uuid, archivist_id),
      starts_on = coalesce(${change.startsOn ?? null}::date, starts_on),
      ends_on = coalesce(${change.endsOn ?? null}::date, ends_on),
      started_at = case when ${state} = 'running' then coalesce(started_at, ${at}) else started_at end,
      completed_at = case when ${state} = 'completed' then coalesce(completed_at, ${at}) else completed_at end,
      statement = case when ${isKept} then statement else ${statement?.text ?? null} end,
      statement_by = case when ${isKept} then statement_by else ${statement?.by ?? null}::uuid end,
      statement_at = case when ${isKept} then statement_at when ${statement?.text ?? null}::text is null then null else ${at}::timestamptz end,
      final_signed_by = coalesce(final_signed_by, ${change.finalBy ?? null}::uuid),
      final_signed_at = case when ${change.finalBy ?? null}::uuid is null then final_signed_at else ${at}::timestamptz end,
      archived_at = case when ${state} = 'archived' then coalesce(archived_at, ${at}) else archived_at end,
      stopped_at = case when ${state} = 'stopped' then coalesce(stopped_at, ${at}) end,
      stop_reason = case when ${state} = 'stopped' then coalesce(stop_reason, ${change.stopReason ?? null}) end
    where id = ${seen.id} and version = ${seen.version}`.execute(tx)
  return numAffectedRows === 1n
}

export async function insertStudyStep(
  tx: Db<OrdersTables>,
  step: {
    id: string
    studyId: string
    version: number
    act: string
    to: StudyState
    personId: string | null
    reason: string | null
    detail: Readonly<Record<string, unknown>>
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.study_step (id, study_id, version, act, to_state, person_id, reason, detail, at)
    values (${step.id}, ${step.studyId}, ${step.version}, ${step.act}, ${step.to}, ${step.personId}, ${step.reason}, ${JSON.stringify(step.detail)},
      ${step.at})`.execute(tx)
}

type StudyStepRow = {
  readonly act: string
  readonly to_state: StudyState
  readonly person_name: string | null
  readonly reason: string | null
  readonly at: Date
}

export async function listStudySteps(db: Db<OrdersTables>, studyId: string): Promise<StudyStepRow[]> {
  const { rows } = await sql<StudyStepRow>`
    select s.act, s.to_state, p.name as person_name, s.reason, s.at
    from orders.study_step s left join people_pub.person p on p.id = s.person_id where s.study_id = ${studyId} order by s.version`.execute(
    db,
  )
  return rows
}

type StudyPlanRow = {
  readonly id: string
  readonly number: number
  readonly content: unknown
  readonly reason: string | null
  readonly state: (typeof STUDY_PLAN_STATES)[number]
  readonly written_by_name: string
  readonly written_at: Date
  readonly director_signed_by_name: string | null
  readonly director_signed_at: Date | null
  readonly sponsor_signed_by_name: string | null
  readonly sponsor_signed_at: Date | null
}

/** The plan and its amendments, in order. */
export async function listStudyPlans(db: Db<OrdersTables>, studyId: string): Promise<StudyPlanRow[]> {
  const { rows } = await sql<StudyPlanRow>`
    select l.id, l.number, l.content, l.reason, l.state, w.name as written_by_name, l.written_at, d.name as director_signed_by_name, l.director_signed_at,
      c.name as sponsor_signed_by_name, l.sponsor_signed_at
    from orders.study_plan l join people_pub.person w on w.id = l.written_by
    left join people_pub.person d on d.id = l.director_signed_by left join people_pub.person c on c.id = l.sponsor_signed_by
    where l.study_id = ${studyId} order by l.number`.execute(db)
  return rows
}

/** Writes the draft that is open, or the next number. Fails on `study_plan_open_once` when one is signed and waits for the sponsor. */
export async function writeStudyPlan(
  tx: Db<OrdersTables>,
  plan: { id: string; studyId: string; content: unknown; reason: string | null; by: string; at: Date },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update orders.study_plan set content = ${JSON.stringify(plan.content)}, reason = case when number = 0 then null else ${plan.reason}::text end,
      written_by = ${plan.by}, written_at = ${plan.at}
    where study_id = ${plan.studyId} and state = 'draft'`.execute(tx)
  if ((numAffectedRows ?? 0n) > 0n) return
  await sql`
    insert into orders.study_plan (id, study_id, number, content, reason, written_by, written_at)
    select ${plan.id}::uuid, ${plan.studyId}::uuid, coalesce(max(number), -1) + 1, ${JSON.stringify(plan.content)}::jsonb, ${plan.reason}::text,
      ${plan.by}::uuid, ${plan.at}::timestamptz
    from orders.study_plan where study_id = ${plan.studyId}`.execute(tx)
}

/** The number of what was signed; undefined when there was nothing to sign on that side. */
export async function signStudyPlan(
  tx: Db<OrdersTables>,
  sign: { studyId: string; side: 'director' | 'sponsor'; by: string; at: Date },
): Promise<number | undefined> {
  const { studyId, side, by, at } = sign
  const { rows } =
    side === 'director'
      ? await sql<{ number: number }>`
          update orders.study_plan set state = 'signed', director_signed_by = ${by}, director_signed_at = ${at}
          where study_id = ${studyId} and state = 'draft' returning number`.execute(tx)
      : await sql<{ number: number }>`
          update orders.study_plan set state = 'in_force', sponsor_signed_by = ${by}, sponsor_signed_at = ${at}
          where study_id = ${studyId} and state = 'signed' returning number`.execute(tx)
  return rows[0]?.number
}

type PhaseRow = {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly planned_from: string
  readonly planned_to: string
  readonly begun_on: string | null
  readonly ended_on: string | null
}

export async function listPhases(db: Db<OrdersTables>, studyId: string): Promise<PhaseRow[]> {
  const { rows } = await sql<PhaseRow>`
    select id, position, name, planned_from, planned_to, begun_on, ended_on from orders.study_phase where study_id = ${studyId} order by position`.execute(
    db,
  )
  return rows
}

/** The phases of a plan that came into force: known ones keep their days, new ones are added. */
export async function putPhase(
  tx: Db<OrdersTables>,
  phase: { id: string; studyId: string; position: number; name: string; from: string; to: string },
): Promise<void> {
  await sql`
    insert into orders.study_phase (id, study_id, position, name, planned_from, planned_to)
    values (${phase.id}, ${phase.studyId}, ${phase.position}, ${phase.name}, ${phase.from}, ${phase.to})
    on conflict on constraint study_phase_position do update set name = excluded.name, planned_from = excluded.planned_from, planned_to = excluded.planned_to`.execute(
    tx,
  )
}

export async function recordPhase(
  tx: Db<OrdersTables>,
  phase: { id: string; studyId: string; begunOn: string | null; endedOn: string | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.study_phase set begun_on = ${phase.begunOn}, ended_on = ${phase.endedOn} where id = ${phase.id} and study_id = ${phase.studyId}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

type StudyDeviationRow = {
  readonly id: string
  readonly number: number
  readonly happened_on: string
  readonly words: string
  readonly impact: string | null
  readonly measure: string | null
  readonly reported_by_name: string
  readonly reported_at: Date
  readonly judged_by_name: string | null
  readonly judged_at: Date | null
}

export async function listStudyDeviations(db: Db<OrdersTables>, studyId: string): Promise<StudyDeviationRow[]> {
  const { rows } = await sql<StudyDeviationRow>`
    select d.id, d.number, d.happened_on, d.words, d.impact, d.measure, r.name as reported_by_name, d.reported_at, j.name as judged_by_name, d.judged_at
    from orders.study_deviation d join people_pub.person r on r.id = d.reported_by left join people_pub.person j on j.id = d.judged_by
    where d.study_id = ${studyId} order by d.number`.execute(db)
  return rows
}

export async function insertStudyDeviation(
  tx: Db<OrdersTables>,
  row: { id: string; studyId: string; happenedOn: string; words: string; by: string; at: Date },
): Promise<void> {
  await sql`
    insert into orders.study_deviation (id, study_id, number, happened_on, words, reported_by, reported_at)
    select ${row.id}::uuid, ${row.studyId}::uuid, coalesce(max(number), 0) + 1, ${row.happenedOn}::date, ${row.words}, ${row.by}::uuid, ${row.at}::timestamptz
    from orders.study_deviation where study_id = ${row.studyId}`.execute(tx)
}

export async function judgeStudyDeviation(
  tx: Db<OrdersTables>,
  judge: { id: string; studyId: string; impact: string; measure: string; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.study_deviation set impact = ${judge.impact}, measure = ${judge.measure}, judged_by = ${judge.by}, judged_at = ${judge.at}
    where id = ${judge.id} and study_id = ${judge.studyId} and judged_at is null`.execute(tx)
  return numAffectedRows === 1n
}

type ArchiveRow = {
  readonly id: string
  readonly position: number
  readonly kind: (typeof ARCHIVE_KINDS)[number]
  readonly name: string
  readonly place: string
  readonly retain_until: string | null
  readonly retain_words: string
  readonly archived_by_name: string
  readonly archived_at: Date
}

export async function listArchive(db: Db<OrdersTables>, studyId: string): Promise<ArchiveRow[]> {
  const { rows } = await sql<ArchiveRow>`
    select a.id, a.position, a.kind, a.name, a.place, a.retain_until, a.retain_words, p.name as archived_by_name, a.archived_at
    from orders.archive_item a join people_pub.person p on p.id = a.archived_by where a.study_id = ${studyId} order by a.position`.execute(
    db,
  )
  return rows
}

export async function insertArchiveItem(
  tx: Db<OrdersTables>,
  row: {
    id: string
    studyId: string
    kind: string
    name: string
    place: string
    retainUntil: string | null
    retainWords: string
    by: string
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.archive_item (id, study_id, position, kind, name, place, retain_until, retain_words, archived_by, archived_at)
    select ${row.id}::uuid, ${row.studyId}::uuid, coalesce(max(position), 0) + 1, ${row.kind}, ${row.name}, ${row.place}, ${row.retainUntil}::date,
      ${row.retainWords}, ${row.by}::uuid, ${row.at}::timestamptz
    from orders.archive_item where study_id = ${row.studyId}`.execute(tx)
}
