import { enqueue } from '@jiju/platform/jobs/jobs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignedUp, signUpAs } from '../../../../../apps/api/src/test-people.ts'
import { createListsTest, type ListsTest } from './test-lists.ts'

let t: ListsTest
let listed: readonly SignedUp[]
let other: SignedUp
beforeAll(async () => {
  t = await createListsTest()
  const owner = () => signUpAs(t, { kind: 'enterprise', roles: ['enterprise:owner'] })
  listed = [t.people.enterprise, await owner(), await owner()]
  other = await owner()
  // Places 1 to 3; the fourth is below the list.
  const places = [t.enterprises[2], t.enterprises[1], t.enterprises[3], t.enterprises[0]]
  for (const [index, { organisationId }] of [...listed, other].entries())
    await sql`update scoring.enterprise set credit_code = (select uscc from people.organisation where id = ${organisationId})
      where id = ${places[index]}`.execute(t.db)
})
afterAll(() => t.close())

const told = async ({ userId }: SignedUp): Promise<string[]> => {
  const { rows } = await sql<{ kind: string }>`
    select kind from platform.notice where person_id = ${userId} and kind like 'scoring.%' order by kind`.execute(t.db)
  return rows.map(({ kind }) => kind)
}

test('every listed enterprise hears of the notice and of its end, the objector of the answer, each once', async () => {
  const { points, second } = t.people
  const id = await t.onNotice(await t.run())
  await t.settle()
  expect(await Promise.all(listed.map(told))).toEqual(listed.map(() => ['scoring.list_announced']))
  const placed = (await t.object(other, id, { enterpriseId: t.enterprises[0] })).json()
  await t.settle()
  expect(await told(points)).toEqual(['scoring.objection_received'])

  await t.setNow('2026-12-02T02:00:00.000Z')
  for (let hour = 0; hour < 3; hour += 1) {
    await enqueue(t.db, 'scoring.watch_lists', {})
    await t.settle()
  }
  expect(await Promise.all(listed.map(told))).toEqual(listed.map(() => ['scoring.list_announced', 'scoring.notice_closed']))
  expect(await told(second)).toEqual(expect.arrayContaining(['scoring.notice_ended', 'scoring.objection_overdue']))
  expect((await told(second)).filter((kind) => kind === 'scoring.notice_ended')).toHaveLength(1)
  expect(await told(other)).toEqual([])

  await t.decide(placed.id, { decision: 'rejected', reasons: '数据与审计报告一致，不予调整' })
  await t.settle()
  expect(await told(other)).toEqual(['scoring.objection_decided'])
  const { rows } = await sql<{ texts: { zh: { title: string; body: string } }; link: string }>`
    select texts, link from platform.notice where person_id = ${other.userId}`.execute(t.db)
  expect(rows[0]?.texts.zh.body).toContain('数据与审计报告一致，不予调整')
  expect(rows[0]?.link).toBe(`/objections/${placed.id}`)
  await t.must(second, id, 'finalise')
  await t.settle()
  expect(await told(listed[0] as SignedUp)).toEqual(['scoring.list_announced', 'scoring.list_final', 'scoring.notice_closed'])
})
