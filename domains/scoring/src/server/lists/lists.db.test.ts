import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOfNumber } from '../imports/test-workbook.ts'
import { codesOf, createListsTest, type ListsTest } from './test-lists.ts'

let t: ListsTest
beforeAll(async () => {
  t = await createListsTest()
})
afterAll(() => t.close())

const pub = (path: string) => t.inject({ method: 'GET', url: `/api/v1/scoring/public-lists${path}` })
const AFTER_NOTICE = '2026-12-07T02:00:00.000Z'

test('from draft to final: four eyes, notice, an objection that corrects a fact, the movement, the last word', async () => {
  const { points, second, enterprise } = t.people
  const runId = await t.run()
  const id = await t.draft(runId)
  expect((await pub(`/${id}`)).statusCode).toBe(404)
  expect(codesOf(await t.act(points, id, 'approve'))).toEqual(['scoring.second_person_needed'])
  expect(codesOf(await t.act(points, id, 'announce'))).toEqual(['scoring.list_act_not_allowed'])
  await t.must(second, id, 'approve')
  // Monday 23 November 2026 and five working days more.
  expect(await t.must(points, id, 'announce')).toMatchObject({ state: 'notice', noticeFrom: '2026-11-23', noticeUntil: '2026-11-30' })
  expect((await pub(`/${id}`)).json()).toMatchObject({ state: 'notice', takesObjections: true, period: '2025' })
  const entries = (await pub(`/${id}/entries`)).json().items
  expect(entries.map(({ rank, name, score }: Record<string, unknown>) => [rank, name, score])).toEqual([
    [1, '联江试验企业 3', null],
    [2, '联江试验企业 2', null],
    [2, '联江试验企业 4', null],
  ])

  const placed = await t.object(enterprise, id, { enterpriseId: t.enterprises[0] })
  expect(placed.json()).toMatchObject({ dueOn: '2026-11-26', code: null })
  const citizen = await t.object(null, id)
  expect(codesOf(citizen)).toEqual(['scoring.objector_unnamed', 'scoring.objector_unreachable'])
  const named = (await t.object(null, id, { objectorName: '王女士', contact: '13900000000' })).json()
  expect(named.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)

  await t.setNow(AFTER_NOTICE)
  expect(codesOf(await t.object(enterprise, id))).toEqual(['scoring.notice_over'])
  expect(codesOf(await t.act(second, id, 'finalise'))).toEqual(['scoring.objections_open'])
  const corrections = [{ factCode: 'rd_expense', period: '2025', source: 'statistics', value: '400', document: '审计报告 2025-17' }]
  const reasons = '核对审计报告，原统计值漏报'
  expect(codesOf(await t.decide(named.id, { decision: 'upheld', reasons, corrections }))).toEqual(['scoring.objection_names_nobody'])
  expect((await t.decide(named.id, { decision: 'rejected', reasons: '名单依据正确，无需调整' })).statusCode).toBe(200)
  expect((await t.decide(placed.json().id, { decision: 'upheld', reasons, corrections })).json()).toMatchObject({
    state: 'upheld',
    corrections: [{ factCode: 'rd_expense', value: '400' }],
  })
  expect(codesOf(await t.decide(placed.json().id, { decision: 'rejected', reasons }))).toEqual(['scoring.objection_decided'])
  const own = await t.as(enterprise, 'GET', `/own-objections/${placed.json().id}`)
  expect(own.json()).toMatchObject({ state: 'upheld', reasons })
  const opened = await t.inject({
    method: 'POST',
    url: '/api/v1/scoring/public-objections/open',
    payload: { code: named.code.toLowerCase() },
  })
  expect(opened.json()).toMatchObject({ state: 'rejected', reasons: '名单依据正确，无需调整' })

  expect(codesOf(await t.act(second, id, 'finalise'))).toEqual(['scoring.list_needs_run'])
  expect(codesOf(await t.act(points, id, 'recalculate'))).toEqual(['scoring.no_correction'])
  const corrected = await t.run(runId)
  expect(codesOf(await t.act(second, id, 'finalise'))).toEqual(['scoring.list_run_corrected'])
  // The places moved: three working days more for whoever lost one.
  expect(await t.must(points, id, 'recalculate')).toMatchObject({ edition: 2, noticeUntil: '2026-12-10', run: { id: corrected } })
  const shifts = (await t.as(points, 'GET', `/lists/${id}/shifts`)).json()
  expect(shifts.items.map(({ name, from, to }: Record<string, { rank: number } | null>) => [name, from?.rank, to?.rank])).toEqual([
    ['联江试验企业 1', undefined, 1],
    ['联江试验企业 3', 1, 2],
    ['联江试验企业 2', 2, undefined],
  ])
  for (const { movement } of shifts.items) {
    const { changed, own, peers, method } = movement
    expect(Number(own) + Number(peers) + Number(method)).toBeCloseTo(Number(changed), 9)
  }
  expect(codesOf(await t.act(second, id, 'finalise'))).toEqual(['scoring.notice_running'])
  await t.setNow('2026-12-11T02:00:00.000Z')
  expect(codesOf(await t.act(points, id, 'finalise'))).toEqual(['scoring.second_person_needed'])
  expect(await t.must(second, id, 'finalise')).toMatchObject({ state: 'final' })
  expect(
    codesOf(await t.as(points, 'POST', '/runs', { modelId: t.modelId, period: '2025', purpose: 'official', corrects: corrected })),
  ).toEqual(['scoring.run_on_final_list'])
  expect(await t.must(second, id, 'withdraw', { reason: '发现数据来源错误' })).toMatchObject({ state: 'withdrawn' })
  expect((await pub(`/${id}`)).json()).toMatchObject({ state: 'withdrawn', withdrawReason: '发现数据来源错误' })
  expect((await pub(`/${id}/entries`)).json().items).toEqual([])
})

test('others read neither drafts nor objections of others', async () => {
  await t.setNow('2026-11-23T02:00:00.000Z')
  const id = await t.onNotice(await t.run(), {
    titleZh: '另一份榜单',
    rules: { kind: 'shares', rounding: 'up', tiers: [{ name: { zh: '甲', en: 'A' }, upToPercent: 50 }] },
  })
  const { points, enterprise, data } = t.people
  const placed = (await t.object(points, id)).json()
  expect((await t.as(enterprise, 'GET', `/own-objections/${placed.id}`)).statusCode).toBe(404)
  expect((await t.as(enterprise, 'GET', '/lists')).statusCode).toBe(403)
  expect((await t.as(data, 'GET', `/lists/${id}`)).statusCode).toBe(200)
  expect((await t.as(data, 'GET', '/objections')).statusCode).toBe(403)
  const wrong = {
    kind: 'shares',
    rounding: 'up',
    tiers: [
      { name: { zh: '甲', en: 'A' }, upToPercent: 20 },
      { name: { zh: '乙', en: 'B' }, upToPercent: 10 },
    ],
  }
  await expect(t.draft(await t.run(), { rules: wrong })).rejects.toThrow('scoring.tiers_not_rising')
})

test('what an objection corrects is asked about like every other correction', async () => {
  const { points, enterprise } = t.people
  const doubted = await t.addEnterprise(codeOfNumber(77), '联江试验企业 77')
  for (const [code, value] of [
    ['revenue', '300'],
    ['rd_expense', '100'],
  ] as const) {
    await t.addFact(doubted, code, value, '2024')
    await t.addFact(doubted, code, value)
  }
  await t.setNow('2026-11-23T01:40:00.000Z')
  const id = await t.onNotice(await t.run(), { rules: { kind: 'top', size: 4 } })
  const place = async () => (await t.object(enterprise, id, { enterpriseId: doubted })).json().id as string
  const correction = (factCode: string, value: string, more: object = {}) => ({
    factCode,
    period: '2025',
    source: 'statistics',
    value,
    document: '审计报告',
    ...more,
  })
  const decide = (objectionId: string, ...corrections: object[]) =>
    t.decide(objectionId, { decision: 'upheld', reasons: '核对审计报告，予以更正', corrections })
  const fieldsOf = (answer: { json: () => { problems?: { field: string }[] } }) => answer.json().problems?.map(({ field }) => field)

  // Ten thousand times the year before; five times the revenue.
  const first = await place()
  const asked = await decide(first, correction('revenue', '320'), correction('rd_expense', '1000000'))
  expect([asked.statusCode, codesOf(asked), fieldsOf(asked)]).toEqual([422, ['scoring.question_unit_before'], ['/corrections/1/value']])
  const above = await decide(first, correction('rd_expense', '1600'))
  expect(codesOf(above)).toEqual(['scoring.question_part_above_whole'])
  const wrong = await decide(first, correction('rd_expense', '120', { source: 'patents' }))
  expect([wrong.statusCode, codesOf(wrong)]).toEqual([400, ['scoring.mistake_source_not_competent']])
  expect((await t.as(points, 'GET', `/objections/${first}`)).json()).toMatchObject({ state: 'open', corrections: [] })
  // A part is compared with its whole as both are corrected.
  expect((await decide(first, correction('revenue', '400'), correction('rd_expense', '1600'))).statusCode).toBe(200)
  const confirmed = await decide(await place(), correction('rd_expense', '2500', { isConfirmed: true }))
  expect(confirmed.json()).toMatchObject({ state: 'upheld', corrections: [{ factCode: 'rd_expense', value: '2500' }] })
})
