import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { codesOf, createListsTest, type ListsTest } from './test-lists.ts'

let t: ListsTest
beforeAll(async () => {
  t = await createListsTest()
})
afterAll(() => t.close())
afterEach(() => clear())

const IN_NOTICE = '2026-11-23T02:00:00.000Z'
const AFTER_NOTICE = '2026-12-07T02:00:00.000Z'
const AFTER_SUPPLEMENT = '2026-12-21T02:00:00.000Z'

/** The public sees one list of a kind and period: the last one leaves before the next round. */
const clear = () =>
  sql`update scoring.list set state = 'withdrawn', withdrawn_at = now(), withdraw_reason = '下一轮', replaced_at = null where state <> 'withdrawn'`.execute(
    t.db,
  )

test('publication × correction: exactly one of the two happens', async () => {
  const outcomes = { published: 0, corrected: 0 }
  for (let round = 0; round < 30; round += 1) {
    await t.setNow(IN_NOTICE)
    const runId = await t.run()
    const id = await t.onNotice(runId)
    await t.setNow(AFTER_NOTICE)
    const body = { modelId: t.modelId, period: '2025', purpose: 'official', corrects: runId }
    const [published, corrected] = await Promise.all([t.act(t.people.second, id, 'finalise'), t.as(t.people.points, 'POST', '/runs', body)])
    expect([published.statusCode === 200, corrected.statusCode === 202].filter(Boolean)).toHaveLength(1)
    if (published.statusCode === 200) outcomes.published += 1
    else outcomes.corrected += 1
    await t.settle()
    await clear()
  }
  expect(outcomes.published + outcomes.corrected).toBe(30)
})

test('publication × objection: a final list has no objection that waits', async () => {
  for (let round = 0; round < 30; round += 1) {
    await t.setNow(IN_NOTICE)
    const id = await t.onNotice(await t.run())
    await sql`update scoring.list set notice_from = '2026-11-10', notice_until = '2026-11-20' where id = ${id}`.execute(t.db)
    // The notice is over for one who asks now; what the other writes knows nothing of days.
    const inTime = async () => {
      await sql`update scoring.list set open_objections = open_objections + 1 where id = ${id} and state = 'notice'`.execute(t.db)
    }
    const [published] = await Promise.all([t.act(t.people.second, id, 'finalise'), inTime()])
    const { rows } = await sql<{ state: string; open_objections: number }>`
      select state, open_objections from scoring.list where id = ${id}`.execute(t.db)
    expect(rows).toEqual([published.statusCode === 200 ? { state: 'final', open_objections: 0 } : { state: 'notice', open_objections: 1 }])
    await clear()
  }
})

test('publication × objection, as asked for: the last minute of the notice and the first one after it', async () => {
  const outcomes = { published: 0, objected: 0 }
  await t.setNow(IN_NOTICE)
  const runId = await t.run()
  for (let round = 0; round < 30; round += 1) {
    await t.setNow(IN_NOTICE)
    const id = await t.onNotice(runId)
    await t.setNow('2026-11-30T15:00:00.000Z')
    // Who objects began before midnight of the last day, who publishes a moment after it.
    const [objected, published] = await Promise.all([
      t.at('2026-11-30T15:59:59.900Z', () => t.object(t.people.enterprise, id)),
      t.at('2026-11-30T16:00:00.100Z', () => t.act(t.people.second, id, 'finalise')),
    ])
    const { rows } = await sql<{ state: string; open_objections: number; objections: number }>`
      select state, open_objections, (select count(*)::int from scoring.objection o where o.list_id = l.id) as objections
      from scoring.list l where id = ${id}`.execute(t.db)
    if (published.statusCode === 200) {
      outcomes.published += 1
      expect(codesOf(objected)).toEqual(['scoring.notice_over'])
      expect(rows).toEqual([{ state: 'final', open_objections: 0, objections: 0 }])
    } else {
      outcomes.objected += 1
      expect([objected.statusCode, codesOf(published)]).toEqual([201, ['scoring.objections_open']])
      expect(rows).toEqual([{ state: 'notice', open_objections: 1, objections: 1 }])
    }
    await clear()
  }
  expect(outcomes.published + outcomes.objected).toBe(30)
})

test('two who correct a final list draft one correction; its last word and the withdrawal of the old list do not cross', async () => {
  for (let round = 0; round < 20; round += 1) {
    await t.setNow(IN_NOTICE)
    const runId = await t.run()
    const id = await t.onNotice(runId)
    await t.setNow(AFTER_NOTICE)
    await t.must(t.people.second, id, 'finalise')
    await t.run(runId, { reason: '核对后更正' })
    const drafts = await Promise.all([1, 2].map(() => t.as(t.people.points, 'POST', `/lists/${id}/supplement`, { reason: '核对后更正' })))
    expect(drafts.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
    const supplement = drafts.find(({ statusCode }) => statusCode === 201)?.json().id
    await t.must(t.people.second, supplement, 'approve')
    await t.must(t.people.points, supplement, 'announce')
    await t.setNow(AFTER_SUPPLEMENT)
    const [published, withdrawn] = await Promise.all([
      t.act(t.people.second, supplement, 'finalise'),
      t.act(t.people.points, id, 'withdraw', { reason: '改期' }),
    ])
    expect(published.statusCode).toBe(200)
    const { rows } = await sql<{ state: string }>`select state from scoring.list where id = ${id}`.execute(t.db)
    expect(rows[0]?.state).toBe(withdrawn.statusCode === 200 ? 'withdrawn' : 'replaced')
    await clear()
  }
})

test('of many who take the last word one has it; approval and withdrawal do not cross', async () => {
  for (let round = 0; round < 20; round += 1) {
    await t.setNow(IN_NOTICE)
    const id = await t.onNotice(await t.run())
    await t.setNow(AFTER_NOTICE)
    const answers = await Promise.all([
      t.act(t.people.second, id, 'finalise'),
      t.act(t.people.second, id, 'finalise'),
      t.act(t.people.points, id, 'withdraw', { reason: '改期' }),
    ])
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThanOrEqual(1)
    const { rows } = await sql<{ state: string }>`select state from scoring.list where id = ${id}`.execute(t.db)
    expect(rows[0]?.state).toBe(answers[2]?.statusCode === 200 ? 'withdrawn' : 'final')
    await clear()
  }
})

test('a run has one correction, however many start it', async () => {
  const runId = await t.run()
  const body = { modelId: t.modelId, period: '2025', purpose: 'official', corrects: runId }
  const answers = await Promise.all(Array.from({ length: 6 }, () => t.as(t.people.points, 'POST', '/runs', body)))
  expect(answers.filter(({ statusCode }) => statusCode === 202)).toHaveLength(1)
  await t.settle()
  const again = await t.as(t.people.points, 'POST', '/runs', body)
  expect(again.json().code).toBe('scoring.run_corrected_already')
})

test('an objection is decided once, and its facts are corrected once', async () => {
  await t.setNow(IN_NOTICE)
  const id = await t.onNotice(await t.run())
  for (let round = 0; round < 20; round += 1) {
    await t.setNow(IN_NOTICE)
    const placed = (await t.object(t.people.enterprise, id, { enterpriseId: t.enterprises[1] })).json()
    const corrections = [{ factCode: 'rd_expense', period: '2025', source: 'statistics', value: String(500 + round), document: '审计报告' }]
    const answers = await Promise.all([
      t.decide(placed.id, { decision: 'upheld', reasons: '数据有误，予以更正', corrections }),
      t.decide(placed.id, { decision: 'rejected', reasons: '数据无误，不予支持' }),
      t.decide(placed.id, { decision: 'upheld', reasons: '数据有误，予以更正', corrections }, t.people.second),
    ])
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1)
    expect(await t.get(id)).toMatchObject({ openObjections: 0 })
  }
})
