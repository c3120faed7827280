import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { InspectionKind } from '../../../core/work/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

export type InspectionRow = {
  readonly id: string
  readonly provider_id: string
  readonly number: string
  readonly kind: InspectionKind
  readonly study_id: string | null
  readonly study_number: string | null
  readonly director_id: string | null
  readonly phase_name: string | null
  readonly subject: string
  readonly inspected_on: string
  readonly inspector_id: string
  readonly inspector_name: string
  readonly findings: string
  readonly has_findings: boolean
  readonly reported_at: Date
  readonly management_seen_by_name: string | null
  readonly management_seen_at: Date | null
  readonly director_seen_by_name: string | null
  readonly director_seen_at: Date | null
  readonly action: string | null
  readonly closed_at: Date | null
}

const inspectionColumns = sql`
  select i.id, i.provider_id, i.number, i.kind, i.study_id, s.number as study_number, s.director_id, h.name as phase_name, i.subject, i.inspected_on,
    i.inspector_id, p.name as inspector_name, i.findings, i.has_findings, i.reported_at, m.name as management_seen_by_name, i.management_seen_at,
    d.name as director_seen_by_name, i.director_seen_at, i.action, i.closed_at
  from orders.inspection i
  join people_pub.person p on p.id = i.inspector_id
  left join orders.study s on s.id = i.study_id
  left join orders.study_phase h on h.id = i.phase_id
  left join people_pub.person m on m.id = i.management_seen_by
  left join people_pub.person d on d.id = i.director_seen_by`

export async function findInspection(db: Db<OrdersTables>, id: string): Promise<InspectionRow | undefined> {
  const { rows } = await sql<InspectionRow>`${inspectionColumns} where i.id = ${id}`.execute(db)
  return rows[0]
}

export async function listInspectionsOfStudy(db: Db<OrdersTables>, studyId: string): Promise<InspectionRow[]> {
  const { rows } = await sql<InspectionRow>`${inspectionColumns} where i.study_id = ${studyId} order by i.inspected_on, i.id`.execute(db)
  return rows
}

export async function listInspections(
  db: Db<OrdersTables>,
  filter: { providerId: string; after: { day: string; id: string } | undefined; limit: number },
): Promise<InspectionRow[]> {
  const after: RawBuilder<unknown> = filter.after
    ? sql`and (i.inspected_on, i.id) < (${filter.after.day}::date, ${filter.after.id}::uuid)`
    : sql``
  const { rows } = await sql<InspectionRow>`
    ${inspectionColumns} where i.provider_id = ${filter.providerId} ${after} order by i.inspected_on desc, i.id desc limit ${filter.limit + 1}`.execute(
    db,
  )
  return rows
}

export async function insertInspection(
  tx: Db<OrdersTables>,
  row: {
    id: string
    providerId: string
    number: string
    kind: InspectionKind
    studyId: string | null
    phaseId: string | null
    subject: string
    inspectedOn: string
    inspectorId: string
    findings: string
    hasFindings: boolean
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.inspection (id, provider_id, number, kind, study_id, phase_id, subject, inspected_on, inspector_id, findings, has_findings, reported_at)
    values (${row.id}, ${row.providerId}, ${row.number}, ${row.kind}, ${row.studyId}, ${row.phaseId}, ${row.subject}, ${row.inspectedOn}, ${row.inspectorId},
      ${row.findings}, ${row.hasFindings}, ${row.at})`.execute(tx)
}

/** False when it was seen in that duty before; fails when the inspector would see it. */
export async function seeInspection(
  tx: Db<OrdersTables>,
  seen: { id: string; as: 'management' | 'director'; by: string; at: Date },
): Promise<boolean> {
  const by = sql.ref(`${seen.as}_seen_by`)
  const at = sql.ref(`${seen.as}_seen_at`)
  const { numAffectedRows } =
    await sql`update orders.inspection set ${by} = ${seen.by}, ${at} = ${seen.at} where id = ${seen.id} and ${at} is null`.execute(tx)
  return numAffectedRows === 1n
}

export async function closeInspection(
  tx: Db<OrdersTables>,
  close: { id: string; action: string | null; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.inspection set action = ${close.action}, closed_by = ${close.by}, closed_at = ${close.at} where id = ${close.id} and closed_at is null`.execute(
    tx,
  )
  return numAffectedRows === 1n
}
