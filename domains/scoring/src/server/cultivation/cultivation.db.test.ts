import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labelEnterprises } from '../labels/label-enterprises.ts'
import { publishFinal } from '../test-publication.ts'
import { createScoringTest, creditCode, NOW, type ScoringTest } from '../test-scoring.ts'
import { type Clocked, refreshPlaces } from './place-on-ladder.ts'

let t: ScoringTest
let deps: Clocked
let enterpriseId: string
let ownId: string

beforeAll(async () => {
  t = await createScoringTest()
  deps = { db: t.db as never, needs: { now: () => NOW } }
  enterpriseId = await t.addEnterprise(creditCode(1), '晨光医疗')
  const { rows } = await sql<{
    uscc: string
  }>`select uscc from people.organisation where id = ${t.people.enterprise.organisationId}`.execute(t.db)
  ownId = await t.addEnterprise(rows[0]?.uscc ?? '', '本企业')
  for (const [code, value, period = '2025'] of [
    ['staff_total', '100'],
    ['rd_staff', '8'],
    ['revenue', '4000'],
    ['revenue', '3000', '2024'],
    ['revenue', '2000', '2023'],
    ['rd_expense', '200'],
    ['rd_expense', '150', '2024'],
    ['rd_expense', '140', '2023'],
    ['valid_inventions', '3', '2026-06-30'],
    ['invention_applications', '6'],
  ] as const)
    await t.addFact(enterpriseId, code, value, period)
  for (const [code, value] of [
    ['revenue', '1000'],
    ['rd_expense', '10'],
    ['invention_applications', '0'],
  ] as const)
    await t.addFact(ownId, code, value)
})
afterAll(() => t.close())

const office = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) =>
  t.as(t.people.points, method, `/cultivation${path}`, body)
const FILE = () => `/enterprises/${enterpriseId}`
const stepOf = (file: { ladder: { steps: { code: string }[] } }, code: string) => file.ladder.steps.find((step) => step.code === code)
// biome-ignore lint/suspicious/noExplicitAny: bodies of the API under test.
const conditionOf = (file: any, step: string, code: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  (stepOf(file, step) as any).conditions.find((one: { code: string }) => one.code === code)

describe('the ladder', () => {
  test('conditions are met, short by how much, or unknown; with sources and what would do', async () => {
    const file = (await office('GET', FILE())).json()
    expect(file.ladder).toMatchObject({ current: null, next: 'tech_sme', period: '2025', hasScore: false })
    expect(conditionOf(file, 'high_tech', 'rd_staff')).toMatchObject({
      state: 'short',
      value: 8,
      limit: 10,
      lack: 2,
      remedy: { fact: 'rd_staff', by: 2, unit: '人' },
      sources: [
        { fact: 'rd_staff', value: 8, period: '2025', source: 'statistics' },
        { fact: 'staff_total', value: 100 },
      ],
    })
    // 490 of 9000 is 5.4 %; a revenue of 40 million asks for 5 %.
    expect(conditionOf(file, 'high_tech', 'rd_share')).toMatchObject({ state: 'met', limit: 5 })
    expect(conditionOf(file, 'high_tech', 'hightech_share')).toMatchObject({ state: 'unknown', missing: [{ fact: 'hightech_revenue' }] })
    // A point in time counts from the last statement up to today.
    expect(conditionOf(file, 'high_tech', 'patents')).toMatchObject({ state: 'met', value: 3 })
    expect(conditionOf(file, 'leader', 'top')).toMatchObject({ state: 'unknown' })
  })

  test('a recognition moves the enterprise at once; its end moves it back; one document stands once', async () => {
    const body = { step: 'high_tech', recognisedOn: '2025-12-01', validUntil: '2028-11-30', document: 'GR202531000001' }
    const file = (await office('POST', `${FILE()}/recognitions`, body)).json()
    expect(file.ladder).toMatchObject({ current: 'high_tech', next: 'fledgling' })
    expect((await office('POST', `${FILE()}/recognitions`, body)).json().code).toBe('scoring.recognition_known')
    const wrong = await office('POST', `${FILE()}/recognitions`, {
      ...body,
      step: 'moon',
      recognisedOn: '2027-01-01',
      validUntil: '2026-01-01',
    })
    expect(wrong.json().problems.map(({ code }: { code: string }) => code)).toEqual([
      'scoring.step_missing',
      'scoring.recognised_ahead',
      'scoring.recognition_period',
    ])
    const { items } = (await office('GET', '/enterprises?next=fledgling')).json()
    expect(items).toMatchObject([{ enterpriseId, current: 'high_tech', next: 'fledgling' }])
    const [{ id }] = file.recognitions
    const ended = (await office('POST', `${FILE()}/recognitions/${id}/end`, { reason: '资格取消' })).json()
    expect(ended.ladder.current).toBeNull()
    expect((await office('POST', `${FILE()}/recognitions/${id}/end`, { reason: '资格取消' })).json().code).toBe(
      'scoring.recognition_missing',
    )
  })

  test('the whole district is placed, nearest first, in pages', async () => {
    expect(await refreshPlaces(deps)).toBe(2)
    const overview = (await office('GET', '')).json()
    expect(overview.steps[0]).toMatchObject({ code: null, count: 2 })
    const first = (await office('GET', '/enterprises?limit=1')).json()
    const rest = (await office('GET', `/enterprises?limit=1&cursor=${first.nextCursor}`)).json()
    expect([...first.items, ...rest.items].map(({ enterpriseId: id }) => id)).toEqual([enterpriseId, ownId])
    expect(rest.nextCursor).toBeNull()
  })
})

describe('watch lists, notes and visits', () => {
  test('lists have names of their own; the same enterprise stands once, with its newest reason', async () => {
    const { items } = (await office('POST', '/watch-lists', { name: '上市后备', purpose: '' })).json()
    expect((await office('POST', '/watch-lists', { name: '上市后备', purpose: '' })).json().code).toBe('scoring.watch_list_taken')
    const path = `${FILE()}/watch-lists/${items[0].id}`
    await office('PUT', path, { reason: '增长快' })
    const file = (await office('PUT', path, { reason: '拟上市' })).json()
    expect(file.watched).toMatchObject([{ name: '上市后备', reason: '拟上市' }])
    expect((await office('GET', `/enterprises?list=${items[0].id}`)).json().items).toHaveLength(1)
    expect((await office('DELETE', path)).json().watched).toEqual([])
    expect((await office('DELETE', path)).json().code).toBe('scoring.watch_list_missing')
  })

  test('a visit promises something by a day; it is due until somebody says how it came out, once', async () => {
    const visit = {
      visitedOn: '2026-11-20',
      visitors: '区科创委 陆工',
      findings: '缺少研发人员社保数据',
      followUp: '协助补报',
      followUpOn: '2026-12-01',
    }
    const refused = await office('POST', `${FILE()}/visits`, { ...visit, visitedOn: '2026-12-24', followUp: null })
    expect(refused.json().problems.map(({ code }: { code: string }) => code)).toEqual([
      'scoring.visit_ahead',
      'scoring.follow_up_half',
      'scoring.follow_up_early',
    ])
    const file = (await office('POST', `${FILE()}/visits`, visit)).json()
    expect((await office('GET', '')).json().followUps).toMatchObject([{ followUp: '协助补报', followUpOn: '2026-12-01' }])
    const path = `${FILE()}/visits/${file.visits[0].id}/done`
    const answers = await Promise.all([1, 2, 3].map(() => office('POST', path, { result: '已补报' })))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404, 404])
    expect((await office('GET', '')).json().followUps).toEqual([])
  })

  test('the enterprise sees its own ladder and nothing of what the office keeps', async () => {
    await office('POST', `/enterprises/${ownId}/notes`, { body: '内部备注' })
    const own = await t.as(t.people.enterprise, 'GET', '/ladder')
    expect(own.json()).toMatchObject({ enterpriseId: ownId, next: 'tech_sme' })
    expect(own.body).not.toContain('内部备注')
    expect((await t.as(t.people.enterprise, 'GET', `/cultivation/enterprises/${ownId}`)).statusCode).toBe(403)
  })
})

describe('labels for other domains', () => {
  const published = async () => {
    const { rows } = await sql<{ credit_code: string; label: string }>`
      select credit_code, label from scoring_pub.enterprise_label order by credit_code, label`.execute(t.db)
    return rows.filter(({ credit_code }) => credit_code === creditCode(1)).map(({ label }) => label)
  }
  const events = async () => {
    const { rows } = await sql<{ payload: object }>`
      select payload from platform.outbox_event where topic = 'scoring.labels_changed' order by id`.execute(t.db)
    return rows.map(({ payload }) => payload)
  }

  test('none before a list is final; then stage, grade and white list, once however often it runs', async () => {
    expect(await labelEnterprises(deps)).toEqual({ added: 0, ended: 0 })
    const runId = await publishFinal(t)
    const [first, again] = [await labelEnterprises(deps), await labelEnterprises(deps)]
    expect(first.added).toBeGreaterThan(0)
    expect(again).toEqual({ added: 0, ended: 0 })
    expect(await published()).toEqual(['grade:b', 'stage:growth', 'white_list:guarantee'])
    const said = await events()
    expect(said).toEqual([{ runId, runNumber: expect.any(String), period: '2025', ...first }])
    expect(JSON.stringify(said)).not.toContain(creditCode(1))
  })

  test('raced, the labels are set once', async () => {
    await sql`delete from scoring.enterprise_label`.execute(t.db)
    for (let round = 0; round < 20; round += 1) {
      await sql`delete from scoring.enterprise_label`.execute(t.db)
      const counts = await Promise.all([labelEnterprises(deps), labelEnterprises(deps), labelEnterprises(deps)])
      expect(counts.filter(({ added }) => added > 0)).toHaveLength(1)
    }
    expect(await published()).toHaveLength(3)
  })

  test('who refuses to be scored is gone from labels and scores at once', async () => {
    await sql`update scoring.enterprise set is_opted_out = true where id = ${enterpriseId}`.execute(t.db)
    expect(await published()).toEqual([])
    const { rows } = await sql`select 1 from scoring_pub.enterprise_score where credit_code = ${creditCode(1)}`.execute(t.db)
    expect(rows).toEqual([])
    await sql`update scoring.enterprise set is_opted_out = false where id = ${enterpriseId}`.execute(t.db)
  })

  test('each change is told once, also raced: a step that is recognised, and the end of the run', async () => {
    const toldOf = async (change: () => Promise<unknown>) => {
      const before = (await events()).length
      await change()
      await Promise.all([labelEnterprises(deps), labelEnterprises(deps), labelEnterprises(deps)])
      await labelEnterprises(deps)
      return (await events()).slice(before)
    }
    const recognised = { step: 'tech_sme', recognisedOn: '2026-01-01', validUntil: null, document: 'KJ-2026-1' }
    const [of, ...others] = await toldOf(() => office('POST', `${FILE()}/recognitions`, recognised))
    expect(of).toMatchObject({ period: '2025', added: 1, ended: 0 })
    expect(others).toEqual([])
    expect(await published()).toContain('step:tech_sme')
    expect(await toldOf(async () => undefined)).toEqual([])
    const ended = await toldOf(() =>
      sql`update scoring.list set state = 'withdrawn', withdrawn_at = ${NOW}, withdrawn_by = ${t.people.points.userId}, withdraw_reason = '重算'
        where state = 'final'`.execute(t.db),
    )
    expect(ended).toMatchObject([{ runId: null, added: 0 }])
    expect(await published()).toEqual([])
  })
})
