import { addWorkingDays } from '@jiju/kernel/working-days'
import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'
import { openDatabase } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import { LONGWAN_TIERS, TOP_HUNDRED, usualTitle } from '@jiju/scoring/core/lists/vocabulary'
import { draftList } from '@jiju/scoring/server/lists/draft-list'
import { announce, approve, finalise, withdraw } from '@jiju/scoring/server/lists/move-list'
import type { ScoringTables } from '@jiju/scoring/server/needs'
import { decide } from '@jiju/scoring/server/objections/decide-objection'
import { placeObjection } from '@jiju/scoring/server/objections/place-objection'
import type pg from 'pg'

const ZONE = 'Asia/Shanghai'
const NOTICE_DAYS = 5

/**
 * The hundred best of both years, published after their notice; the tiers of each stage, on notice since the last working day and objected to;
 * and those of the year before, which were withdrawn.
 */
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
  const [early] = runs
  if (early && early !== last) {
    const id = await onNotice(early, false, early.finished_at)
    const reason = '第二档按四舍五入计数，与公布的向上取整规则不一致，名单撤回。'
    await db.transaction().execute((tx) => withdraw(tx, at(instantAfter(early.finished_at)), { id, version: 3, personId: second, reason }))
  }
  if (!last) return
  const onNow = await onNotice(last, false, now)
  await objectTo(onNow)

  async function objectTo(listId: string): Promise<void> {
    const { rows: people } = await pool.query<{ person_id: string; organisation_id: string; enterprise_id: string }>(
      `select m.person_id, m.organisation_id, e.id as enterprise_id from people.person p join people.membership m on m.person_id = p.id
       join people.organisation o on o.id = m.organisation_id join scoring.enterprise e on e.credit_code = o.uscc
       where p.email = 'owner@demo.jiju.example'`,
    )
    const [owner] = people
    if (!owner) return
    const actor: Actor = {
      userId: owner.person_id,
      organisationId: owner.organisation_id,
      organisationKind: 'enterprise',
      roles: ['enterprise:owner'],
      via: 'session',
      credentialId: 'demo',
      scopes: null,
    }
    const claims = [
      { claim: '研发费用 2025 年数按加计扣除口径少计 42 万元，请核对汇算清缴表。', enterpriseId: owner.enterprise_id },
      { claim: '名单所列阶段名称与往年不同，请说明依据。' },
    ]
    for (const claim of claims)
      await db.transaction().execute(async (tx) => {
        const { id } = await placeObjection(tx, at(now), listId, claim, actor)
        if (claim.enterpriseId) return
        const reasons = '阶段按营业收入划分，规则载于模型 2.0 版说明，名称与往年一一对应，名单不作调整。'
        await decide(tx, at(now), {
          id,
          version: 1,
          personId: first as string,
          decision: 'rejected',
          reasons,
          corrections: [],
          language: 'zh',
        })
      })
  }
}

const instantAfter = (instant: Date) => instantAt(addWorkingDays(localDayOf(instant, ZONE), 2), 600, ZONE)
