import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesOf, createListsTest, type ListsTest } from './test-lists.ts'

let t: ListsTest
beforeAll(async () => {
  t = await createListsTest()
})
afterAll(() => t.close())

const pub = async (id: string) => (await t.inject({ method: 'GET', url: `/api/v1/scoring/public-lists/${id}` })).json()
const REASON = '审计报告更正研发费用'

test('a final list stays as it was published until its correction has gone the whole way', async () => {
  const { points, second, enterprise } = t.people
  const { rows } = await sql<{ uscc: string }>`select uscc from people.organisation where id = ${enterprise.organisationId}`.execute(t.db)
  await sql`update scoring.enterprise set credit_code = ${rows[0]?.uscc} where id = ${t.enterprises[1]}`.execute(t.db)
  const runId = await t.run()
  const id = await t.onNotice(runId, { rules: { kind: 'top', size: 2 } })
  await t.setNow('2026-12-07T02:00:00.000Z')
  expect(codesOf(await t.as(points, 'POST', `/lists/${id}/supplement`, { reason: REASON }))).toEqual(['scoring.list_not_final'])
  await t.must(second, id, 'finalise')
  const certificate = (await t.as(enterprise, 'POST', '/certificates', { runId })).json()
  const before = (await t.inject({ method: 'GET', url: `/api/v1/scoring/public-lists/${id}/entries` })).json()

  await sql`update scoring.fact set state = 'withdrawn', ended_at = '2026-12-06T01:00:00Z'
    where enterprise_id = ${t.enterprises[0]} and fact_code = 'rd_expense'`.execute(t.db)
  await t.addFact(t.enterprises[0] ?? '', 'rd_expense', '400')
  const corrects = { modelId: t.modelId, period: '2025', purpose: 'official', corrects: runId }
  expect(codesOf(await t.as(points, 'POST', '/runs', corrects))).toEqual(['scoring.run_on_final_list'])
  expect(codesOf(await t.as(points, 'POST', `/lists/${id}/supplement`, { reason: REASON }))).toEqual(['scoring.no_correction'])
  const corrected = await t.run(runId, { reason: REASON })
  expect((await t.as(points, 'GET', `/runs/${corrected}`)).json().corrects).toMatchObject({ id: runId, reason: REASON })

  const draft = (await t.as(points, 'POST', `/lists/${id}/supplement`, { reason: REASON })).json()
  expect(draft).toMatchObject({
    state: 'draft',
    titleZh: '2025 年度创新积分百强榜（更正）',
    corrects: { id, reason: REASON },
    certificateCount: 1,
    run: { id: corrected },
  })
  expect(codesOf(await t.as(points, 'POST', `/lists/${id}/supplement`, { reason: REASON }))).toEqual(['scoring.supplement_under_way'])
  // Four eyes, notice and objections like any list; nothing of it is public before its notice.
  expect(await pub(id)).toMatchObject({ state: 'final', supplement: null })
  expect(codesOf(await t.act(points, draft.id, 'approve'))).toEqual(['scoring.second_person_needed'])
  await t.must(second, draft.id, 'approve')
  await t.must(points, draft.id, 'announce')
  expect(await pub(id)).toMatchObject({ state: 'final', supplement: { id: draft.id, state: 'notice' } })
  expect(await pub(draft.id)).toMatchObject({ state: 'notice', takesObjections: true, corrects: { id, reason: REASON } })
  expect((await t.inject({ method: 'GET', url: `/api/v1/scoring/public-lists/${id}/entries` })).json()).toEqual(before)
  const shifts = (await t.inject({ method: 'GET', url: `/api/v1/scoring/public-lists/${draft.id}/shifts` })).json()
  expect(shifts).toMatchObject({ from: { listNumber: expect.stringMatching(/^LST-/) }, items: [{ from: null, to: { rank: 1 } }, {}, {}] })
  const verify = async () => (await t.inject({ method: 'GET', url: `/api/v1/scoring/verifications/${certificate.code}` })).json()
  expect(await verify()).toMatchObject({
    state: 'valid',
    publication: 'final',
    successorRun: expect.stringMatching(/^RUN-/),
    endedAt: null,
  })
  await t.settle()
  // The enterprise falls off the list by the correction, and is told of it all the same.
  expect(await told(enterprise.userId)).toContain('scoring.list_supplement')

  await t.setNow('2026-12-21T02:00:00.000Z')
  expect(codesOf(await t.act(points, draft.id, 'finalise'))).toEqual(['scoring.second_person_needed'])
  await t.must(second, draft.id, 'finalise')
  expect(await pub(id)).toMatchObject({
    state: 'replaced',
    supplement: { id: draft.id, state: 'final' },
    replacedAt: '2026-12-21T02:00:00.000Z',
  })
  expect(codesOf(await t.act(second, id, 'withdraw', { reason: '多余' }))).toEqual(['scoring.list_act_not_allowed'])
  expect(await verify()).toMatchObject({ state: 'replaced', publication: null, endedAt: '2026-12-21T02:00:00.000Z' })
  expect(codesOf(await t.as(enterprise, 'POST', '/certificates', { runId }))).toEqual(['scoring.run_not_published'])
  await t.settle()
  expect(await told(enterprise.userId)).toContain('scoring.list_corrected')

  await t.must(second, draft.id, 'withdraw', { reason: '更正依据有误' })
  expect(await verify()).toMatchObject({ state: 'withdrawn', withdrawReason: '更正依据有误' })
})

test('beside a final list nothing of its kind goes before the public but its correction', async () => {
  const { points, second } = t.people
  await t.setNow('2026-11-23T02:00:00.000Z')
  const runId = await t.run()
  const id = await t.onNotice(runId)
  await t.setNow('2026-12-07T02:00:00.000Z')
  await t.must(second, id, 'finalise')
  const other = await t.draft(runId)
  await t.must(second, other, 'approve')
  expect(codesOf(await t.act(points, other, 'announce'))).toEqual(['scoring.list_public_already'])
})

const told = async (personId: string): Promise<string[]> => {
  const { rows } = await sql<{ kind: string }>`select kind from platform.notice where person_id = ${personId}`.execute(t.db)
  return rows.map(({ kind }) => kind)
}
