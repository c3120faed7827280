import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'

type ScoreToLabel = {
  readonly enterprise_id: string
  readonly stage: string | null
  readonly score: string | null
  readonly step: string | null
}

/** Labels are set by one at a time: the lock is held until the caller's transaction ends. */
export async function lockLabels(tx: Db<ScoringTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('scoring.enterprise_label', 0))`.execute(tx)
}

export async function listScoresToLabel(db: Db<ScoringTables>, runId: string): Promise<ScoreToLabel[]> {
  const { rows } = await sql<ScoreToLabel>`
    select s.enterprise_id, case when s.status = 'scored' then s.stage end as stage, s.score::text, p.step
    from scoring.run_score s
    join scoring.enterprise e on e.id = s.enterprise_id and not e.is_opted_out
    left join scoring.ladder_place p on p.enterprise_id = s.enterprise_id
    where s.run_id = ${runId} order by s.enterprise_id`.execute(db)
  return rows
}

/** Ends labels that are not wanted and begins those that are new; those that go on keep their beginning. Says how many of each. */
export async function setLabels(
  tx: Db<ScoringTables>,
  wanted: readonly { id: string; enterpriseId: string; label: string }[],
  { runId, now }: { runId: string | null; now: Date },
): Promise<{ added: number; ended: number }> {
  const list = JSON.stringify(wanted)
  const ended = await sql`
    update scoring.enterprise_label l set ended_at = ${now}
    where l.ended_at is null and not exists (
      select from jsonb_to_recordset(${list}::jsonb) as w("enterpriseId" uuid, "label" text)
      where w."enterpriseId" = l.enterprise_id and w."label" = l.label)`.execute(tx)
  const added = runId
    ? await sql`
        insert into scoring.enterprise_label (id, enterprise_id, label, run_id, since)
        select w."id", w."enterpriseId", w."label", ${runId}::uuid, ${now}
        from jsonb_to_recordset(${list}::jsonb) as w("id" uuid, "enterpriseId" uuid, "label" text)
        on conflict (enterprise_id, label) where ended_at is null do nothing`.execute(tx)
    : null
  return { added: Number(added?.numAffectedRows ?? 0n), ended: Number(ended.numAffectedRows ?? 0n) }
}
