import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedUp, signUpAs } from '../../../../../apps/api/src/test-people.ts'
import { createScoringTest, type ScoringTest } from '../test-scoring.ts'

let t: ScoringTest
let stranger: SignedUp
let enterpriseId: string
beforeAll(async () => {
  t = await createScoringTest()
  stranger = await signUpAs(t, { kind: 'enterprise', roles: ['enterprise:owner'] })
  for (const who of [t.people.enterprise, stranger]) {
    const { rows } = await sql<{ uscc: string }>`select uscc from people_pub.organisation where id = ${who.organisationId}`.execute(t.db)
    const id = await t.addEnterprise(rows[0]?.uscc ?? '')
    if (who === t.people.enterprise) enterpriseId = id
  }
})
afterAll(() => t.close())

const PDF = { name: '花名册.pdf', content: Buffer.from('%PDF-1.4\n%\u00e2\u00e3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n', 'latin1') }
const state = (value: string, period = '2025', factCode = 'rd_staff', who = t.people.enterprise) =>
  t.upload(who, `/own/reports?factCode=${factCode}&period=${period}&value=${encodeURIComponent(value)}`, PDF)
const stated = async (value: string, period?: string): Promise<string> => {
  const reply = await state(value, period)
  expect([reply.statusCode, reply.json().code]).toEqual([201, undefined])
  return reply.json().id
}
const decide = (id: string, isAccepted: boolean, reason: string | null = null) =>
  t.as(t.people.data, 'POST', `/fact-reports/${id}/decide`, { isAccepted, reason })
const withdraw = (id: string, who = t.people.enterprise) => t.as(who, 'POST', `/own/reports/${id}/withdraw`)
const statements = async (period: string) =>
  (
    await sql<{ value: string; evidence_file_id: string | null; state: string }>`
      select value::text, evidence_file_id, state from scoring.fact
      where enterprise_id = ${enterpriseId} and fact_code = 'rd_staff' and period = ${period}`.execute(t.db)
  ).rows

describe('a figure that an enterprise states of itself', () => {
  it('waits, counts when it is accepted, with its evidence; the enterprise is told', async () => {
    const id = await stated('31')
    expect(await statements('2025')).toEqual([])
    expect((await state('32')).json().code).toBe('scoring.report_waiting')
    expect((await decide(id, true)).json()).toMatchObject({ state: 'accepted' })
    expect(await statements('2025')).toMatchObject([{ value: '31', state: 'current', evidence_file_id: expect.any(String) }])
    await t.settle()
    const { items } = (await t.inject({ method: 'GET', url: '/api/v1/notices', cookie: t.people.enterprise.cookie })).json()
    expect(items[0]).toMatchObject({ kind: 'scoring.report_decided', link: '/e/facts', title: expect.stringContaining('已通过') })
  })

  it('is refused with a reason only, which the enterprise reads', async () => {
    const id = await stated('40')
    expect((await decide(id, false)).statusCode).toBe(400)
    expect((await decide(id, false, '花名册未盖章，请补正后再报')).json()).toMatchObject({ state: 'refused' })
    await t.settle()
    const { items } = (await t.inject({ method: 'GET', url: '/api/v1/notices', cookie: t.people.enterprise.cookie })).json()
    expect(items[0]).toMatchObject({ kind: 'scoring.report_decided', body: expect.stringContaining('花名册未盖章') })
    expect(await statements('2025')).toMatchObject([{ value: '31' }])
  })

  it('that is implausible is accepted with a reason only', async () => {
    await t.addFact(enterpriseId, 'rd_staff', '100', '2014')
    const id = await stated('5000', '2015')
    const asked = await decide(id, true)
    expect([asked.statusCode, asked.json().code]).toEqual([422, 'scoring.question_jump'])
    expect((await decide(id, true, '合并子公司后重新统计，已核对')).json()).toMatchObject({ state: 'accepted' })
    expect(await statements('2015')).toMatchObject([{ value: '5000', state: 'current' }])
  })

  it('with wrong figures is refused at the door, each named', async () => {
    for (const [value, period, code] of [
      ['三十', '2025', 'scoring.mistake_not_a_number'],
      ['30', '2025-Q3', 'scoring.mistake_period_form'],
      ['30', '2031', 'scoring.mistake_period_open'],
    ] as const)
      expect((await state(value, period)).json()).toMatchObject({ code })
    expect((await state('30', '2025', 'no_such_fact')).json().code).toBe('scoring.fact_definition_missing')
  })

  it('is accepted, refused and withdrawn at once: one wins, the others are told', async () => {
    for (let round = 0; round < 24; round += 1) {
      const period = String(1990 + round)
      const id = await stated(String(round + 1), period)
      const acts = [() => decide(id, true), () => decide(id, false, '与名册不符'), () => withdraw(id), () => decide(id, true)]
      // Each begins first in its turn.
      const turned = [...acts.slice(round % 4), ...acts.slice(0, round % 4)]
      const replies = await Promise.all(turned.map((act) => act()))
      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409])
      for (const reply of replies) if (reply.statusCode === 409) expect(reply.json().code).toBe('scoring.report_decided')
      const winner = replies.find(({ statusCode }) => statusCode === 200)?.json().state
      expect(await statements(period)).toHaveLength(winner === 'accepted' ? 1 : 0)
    }
  })
})

describe('what counts against an enterprise', () => {
  const record = (on: string, document: string) =>
    t.as(t.people.data, 'POST', `/enterprises/${enterpriseId}/events`, {
      code: 'administrative_penalty',
      occurredOn: on,
      repairedOn: null,
      source: 'court',
      document,
    })
  const own = async (who = t.people.enterprise) => (await t.as(who, 'GET', '/own/facts')).json()

  it('is shown to it with name, source, cost and the day from which it costs nothing; to nobody else', async () => {
    await t.addModel()
    const { id } = (await record('2025-03-01', '沪罚〔2025〕1 号')).json()
    await record('2022-01-01', '沪罚〔2022〕9 号')
    const open = await own()
    expect(open.deductions).toEqual({ name: { zh: '试验模型', en: 'Test model' }, version: '1', cap: 20 })
    expect(open.events).toMatchObject([
      {
        name: { zh: '行政处罚', en: 'Administrative penalty' },
        source: 'court',
        document: '沪罚〔2025〕1 号',
        expiresOn: '2028-02-29',
        isExpired: false,
        cost: { points: 10, excludes: false },
      },
      { document: '沪罚〔2022〕9 号', isExpired: true, cost: null },
    ])
    await t.as(t.people.data, 'POST', `/events/${id}/repair`, { repairedOn: '2025-09-01', reason: '已整改并通过复查' })
    const events = (await own()).events as { state: string; cost: object | null }[]
    expect(events.find(({ state }) => state === 'repaired')).toMatchObject({ repairedOn: '2025-09-01', cost: { points: 5 } })
    expect(events.find(({ state }) => state === 'replaced')).toMatchObject({ cost: null })
    expect((await own(stranger)).events).toEqual([])
    await t.settle()
    const told = async (who: SignedUp) =>
      (await t.inject({ method: 'GET', url: '/api/v1/notices', cookie: who.cookie }))
        .json()
        .items.filter(({ kind }: { kind: string }) => kind === 'scoring.event_changed')
    expect((await told(t.people.enterprise)).map(({ title }: { title: string }) => title).sort()).toEqual([
      '负面事项已修复：行政处罚',
      '负面事项已登记：行政处罚',
      '负面事项已登记：行政处罚',
    ])
    expect((await told(t.people.enterprise))[0]).toMatchObject({ link: '/e/facts', body: expect.stringContaining('法院') })
    expect(await told(stranger)).toEqual([])
  })

  it('is told of when a table brings it, once', async () => {
    const { rows } = await sql<{ credit_code: string }>`select credit_code from scoring.enterprise where id = ${enterpriseId}`.execute(t.db)
    const content = `统一社会信用代码,事项代码,发生日期,修复日期,来源,文号\n${rows[0]?.credit_code},administrative_penalty,2026-02-01,,court,沪罚〔2026〕3 号\n`
    const made = (await t.upload(t.people.data, '/fact-imports?content=events', { name: '负面事项.csv', content })).json()
    await t.settle()
    await t.as(t.people.data, 'POST', `/fact-imports/${made.id}/apply`, { mode: 'all_or_nothing' })
    await t.settle()
    const { items } = (await t.inject({ method: 'GET', url: '/api/v1/notices', cookie: t.people.enterprise.cookie })).json()
    expect(items.filter(({ body }: { body: string }) => body.includes('沪罚〔2026〕3 号'))).toHaveLength(1)
  })
})

describe('its evidence', () => {
  it('is read by the office and by the enterprise itself, byte by byte; anybody else hears of nothing', async () => {
    const id = await stated('77', '2024')
    const path = `/fact-reports/${id}/evidence`
    for (const who of [t.people.data, t.people.points, t.people.enterprise]) {
      const reply = await t.as(who, 'GET', path)
      expect([reply.statusCode, reply.rawPayload.equals(PDF.content)]).toEqual([200, true])
      expect(reply.headers['content-disposition']).toContain('attachment')
    }
    const unknown = await t.as(stranger, 'GET', `/fact-reports/${enterpriseId}/evidence`)
    const foreign = await t.as(stranger, 'GET', path)
    expect([foreign.statusCode, foreign.json().code]).toEqual([404, unknown.json().code])
    expect((await withdraw(id, stranger)).json().code).toBe('scoring.report_missing')
    expect((await t.inject({ method: 'GET', url: `/api/v1/scoring${path}` })).statusCode).toBe(401)
    const bank = await signUpAs(t, { kind: 'bank', roles: ['bank:owner'] })
    expect((await t.as(bank, 'GET', path)).statusCode).toBe(403)
  })

  it('is a document, picture, table or archive; markup and programs are refused', async () => {
    const page = { name: '凭证.pdf', content: '<html><script>alert(1)</script></html>' }
    const reply = await t.upload(t.people.enterprise, '/own/reports?factCode=rd_staff&period=2023&value=5', page)
    expect([reply.statusCode, reply.json().code]).toEqual([415, 'platform.file_type_refused'])
    const none = await t.as(t.people.enterprise, 'POST', '/own/reports?factCode=rd_staff&period=2023&value=5')
    expect(none.statusCode).toBeGreaterThanOrEqual(400)
    expect(none.statusCode).toBeLessThan(500)
  })
})
