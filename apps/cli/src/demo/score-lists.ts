import { addWorkingDays } from '@jiju/kernel/working-days'
import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'
import { openDatabase } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { LONGWAN_TIERS, TOP_HUNDRED, usualTitle } from '@jiju/scoring/core/lists/vocabulary'
import { draftList } from '@jiju/scoring/server/lists/draft-list'
import { announce, approve, finalise } from '@jiju/scoring/server/lists/move-list'
import type { ScoringTables } from '@jiju/scoring/server/needs'
import type pg from 'pg'

const ZONE = 'Asia/Shanghai'
const NOTICE_DAYS = 5

/** The hundred best of both years, published after their notice; and the tiers of each stage, on notice since the last working day. */
export async function publishLists(pool: pg.Pool, now: Date): Promise<void> {
  const { rows: officers } = await pool.query<{ id: string }>(
    `select id from people.person where email in ('points@demo.jiju.example', 'points-second@demo.jiju.example') order by email desc`,
  )
  const { rows: runs } = await pool.query<{ id: string; period: string; finished_at: Date }>(
    `select id, period, finished_at from scoring.run where state = 'done' and purpose = 'official' order by period`,
  )
  const [first, second] = officers.map(({ id }) => id)
  if (!first || !second) return
  const db = openDatabase<ScoringTables>(pool)
  const at = (instant: Date): Command => ({ actor: null, now: instant, requestId: 'demo', audit: async () => {}, publish: async () => {} })
  const onNotice = (run: { id: string; period: string }, isTop: boolean, instant: Date) =>
    db.transaction().execute(async (tx) => {
      const id = await draftList(
        tx,
        at(instant),
        {
          runId: run.id,
          titleZh: usualTitle(isTop ? 'top' : 'shares', run.period).zh,
          titleEn: usualTitle(isTop ? 'top' : 'shares', run.period).en,
          rules: structuredClone(isTop ? TOP_HUNDRED : LONGWAN_TIERS) as Parameters<typeof draftList>[2]['rules'],
          showsScores: isTop,
          contact: '临江区科技局创新发展科 020-0000 0000（演示）',
          noticeDays: NOTICE_DAYS,
          objectionDays: 5,
        },
        first,
      )
      await approve(tx, at(instant), { id, version: 1, personId: second })
      await announce(tx, at(instant), { id, version: 2, personId: first })
      return id
    })
  for (const run of runs) {
    const id = await onNotice(run, true, run.finished_at)
    const until = addWorkingDays(localDayOf(run.finished_at, ZONE), NOTICE_DAYS)
    const after = instantAt(addWorkingDays(until, 1), 600, ZONE)
    await db.transaction().execute((tx) => finalise(tx, at(after), { id, version: 3, personId: second }))
  }
  const last = runs.at(-1)
  if (last) await onNotice(last, false, now)
}
