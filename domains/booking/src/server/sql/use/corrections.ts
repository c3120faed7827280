import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { CorrectionState } from '../../../core/use/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'

export type CorrectionRow = {
  readonly id: string
  readonly use_id: string
  readonly record_id: string
  readonly resource_id: string
  readonly provider_id: string
  readonly reservation_id: string | null
  readonly started_at: Date
  readonly ended_at: Date
  readonly adjust_fen: bigint
  readonly reason: string
  readonly state: CorrectionState
  readonly proposed_by: string
  readonly proposed_at: Date
  readonly decided_by: string | null
  readonly decided_at: Date | null
  readonly decision_text: string | null
}

/** With what stood when it was proposed, and the names that people read. */
export type NamedCorrection = CorrectionRow & {
  readonly was_started_at: Date
  readonly was_ended_at: Date
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly zone: string
  readonly organisation_name: string
  readonly number: string | null
  readonly proposer_name: string
  readonly decider_name: string | null
}

const namedColumns: RawBuilder<NamedCorrection> = sql`
  select c.id, c.use_id, c.record_id, c.resource_id, c.provider_id, c.reservation_id, c.started_at, c.ended_at, c.adjust_fen, c.reason, c.state,
    c.proposed_by, c.proposed_at, c.decided_by, c.decided_at, c.decision_text, u.started_at as was_started_at, u.ended_at as was_ended_at,
    coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en, coalesce(r.zone, 'Asia/Shanghai') as zone,
    coalesce(o.short_name, o.name, '') as organisation_name, b.number, coalesce(p.name, '') as proposer_name, d.name as decider_name
  from booking.use_correction c
  join booking.use_record u on u.id = c.record_id
  left join catalog_pub.resource r on r.id = c.resource_id
  left join people_pub.organisation o on o.id = u.organisation_id
  left join booking.reservation b on b.id = c.reservation_id and b.resource_id = c.resource_id
  left join people_pub.person p on p.id = c.proposed_by
  left join people_pub.person d on d.id = c.decided_by`

/** False when a correction of the same use waits already. */
export async function insertCorrection(
  db: Db<BookingTables>,
  row: Omit<CorrectionRow, 'state' | 'decided_by' | 'decided_at' | 'decision_text'>,
): Promise<boolean> {
  const result = await sql`
    insert into booking.use_correction (id, use_id, record_id, resource_id, provider_id, reservation_id, started_at, ended_at, adjust_fen, reason,
      proposed_by, proposed_at)
    values (${row.id}, ${row.use_id}, ${row.record_id}, ${row.resource_id}, ${row.provider_id}, ${row.reservation_id}, ${row.started_at},
      ${row.ended_at}, ${row.adjust_fen}, ${row.reason}, ${row.proposed_by}, ${row.proposed_at})
    on conflict do nothing`.execute(db)
  return result.numAffectedRows === 1n
}

export async function findCorrection(db: Db<BookingTables>, id: string, providerId: string): Promise<NamedCorrection | undefined> {
  const { rows } = await sql<NamedCorrection>`${namedColumns} where c.id = ${id} and c.provider_id = ${providerId}`.execute(db)
  return rows[0]
}

/** Corrections of one use, first to last. */
export async function listCorrectionsOf(db: Db<BookingTables>, useId: string): Promise<NamedCorrection[]> {
  const { rows } = await sql<NamedCorrection>`${namedColumns} where c.use_id = ${useId} order by c.proposed_at, c.id`.execute(db)
  return rows
}

/** Corrections of a provider that wait for a second person, oldest first. */
export async function listWaitingCorrections(db: Db<BookingTables>, providerId: string, limit: number): Promise<NamedCorrection[]> {
  const { rows } = await sql<NamedCorrection>`
    ${namedColumns} where c.provider_id = ${providerId} and c.state = 'proposed' order by c.proposed_at, c.id limit ${limit}`.execute(db)
  return rows
}

/** Ends a correction that waits; false when it was decided meanwhile, or the decider is its proposer. */
export async function decideCorrection(
  db: Db<BookingTables>,
  id: string,
  decision: { state: 'confirmed' | 'declined' | 'withdrawn'; by: string; words: string | null; now: Date },
): Promise<boolean> {
  try {
    const result = await sql`
      update booking.use_correction
      set state = ${decision.state}, decided_by = ${decision.by}, decided_at = ${decision.now}, decision_text = ${decision.words}
      where id = ${id} and state = 'proposed'`.execute(db)
    return result.numAffectedRows === 1n
  } catch (error) {
    if (violatedConstraint(error) === 'use_correction_second_person') return false
    throw error
  }
}
