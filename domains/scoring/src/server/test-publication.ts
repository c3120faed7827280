import { newId } from '@jiju/kernel/ids'
import { sql } from 'kysely'
import type { ScoringTest } from './test-scoring.ts'

/** Runs the test model officially over the facts as they stand and puts a final list on it, without the way there. */
export async function publishFinal(
  t: ScoringTest,
  { modelId, period = '2025' }: { modelId?: string; period?: string } = {},
): Promise<string> {
  const model = modelId ?? (await t.addModel())
  const started = await t.as(t.people.points, 'POST', '/runs', { modelId: model, period, purpose: 'official' })
  if (started.statusCode !== 202) throw new Error(started.body)
  await t.settle()
  const runId: string = started.json().id
  const id = newId()
  const [at, by] = [t.app.now(), t.people.points.userId]
  await t.db.transaction().execute(async (tx) => {
    await sql`update scoring.list set state = 'withdrawn', withdrawn_at = ${at}, withdrawn_by = ${by}, withdraw_reason = '由新批次替代'
      where state = 'final' and period = ${period}`.execute(tx)
    await sql`insert into scoring.list (id, number, kind, title_zh, title_en, model_code, period, rules, shows_scores, contact, notice_days,
        objection_days, state, prepared_by, created_at, approved_by, approved_at, announced_by, announced_at, notice_from, notice_until,
        finalised_by, finalised_at)
      values (${id}, ${`LIST-${id.slice(-12)}`}, 'top', '百强榜', 'Top 100', 'test', ${period}, '{}'::jsonb, true, '张工 021-00000000', 5, 5,
        'final', ${by}, ${at}, ${t.people.second.userId}, ${at}, ${by}, ${at}, '2026-11-01', '2026-11-10', ${t.people.second.userId}, ${at})`.execute(
      tx,
    )
    await sql`insert into scoring.list_edition (list_id, edition, run_id, made_by, made_at) values (${id}, 1, ${runId}, ${by}, ${at})`.execute(
      tx,
    )
  })
  return runId
}
