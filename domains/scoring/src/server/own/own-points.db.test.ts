import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EnterprisePointsExplained, PointsMovement } from '../../contract/own-points.ts'
import { publishFinal } from '../test-publication.ts'
import { createScoringTest, creditCode, type ScoringTest, TEST_MODEL } from '../test-scoring.ts'

let t: ScoringTest
let before: string
let last: string
let trial: string
let own: string
let other: string

beforeAll(async () => {
  t = await createScoringTest()
  const { organisationId } = t.people.enterprise
  const { rows } = await sql<{ uscc: string }>`select uscc from people_pub.organisation where id = ${organisationId}`.execute(t.db)
  own = await t.addEnterprise(rows[0]?.uscc as string, '本企业')
  other = await t.addEnterprise(creditCode(2), '别家')
  const third = await t.addEnterprise(creditCode(3), '第三家')
  for (const [id, revenue, rd, patents] of [
    [own, 1000, 200, 2],
    [other, 1000, 100, 0],
    [third, 1000, 300, 6],
  ] as const) {
    await t.addFact(id, 'revenue', String(revenue), '2025', 'statistics')
    await t.addFact(id, 'rd_expense', String(rd), '2025', id === own ? 'self_report' : 'statistics')
    await t.addFact(id, 'revenue', '900', '2024')
    await t.addFact(id, 'rd_expense', String(rd / 2), '2024')
    if (patents > 0) await t.addFact(id, 'invention_applications', String(patents), '2025', 'patents')
  }
  await t.addFact(own, 'revenue', '1111', '2025', 'self_report')
  await sql`update scoring.fact set confidence = 'stated' where source = 'self_report' and fact_code = 'rd_expense'`.execute(t.db)
  await sql`insert into scoring.negative_event (id, enterprise_id, code, occurred_on, repaired_on, source, document, received_at)
    values (gen_random_uuid(), ${own}, 'administrative_penalty', '2025-03-01', '2025-06-01', 'market_regulation', '处罚 1 号', '2025-03-05')`.execute(
    t.db,
  )
  const model = await t.addModel()
  before = await publishFinal(t, { modelId: model, period: '2024' })
  const next = await t.addModel({ ...TEST_MODEL, version: '2', root: { ...TEST_MODEL.root, minimumCoverage: 0.3 } })
  last = await publishFinal(t, { modelId: next, period: '2025' })
  const started = await t.as(t.people.points, 'POST', '/runs', { modelId: next, period: '2025', purpose: 'trial' })
  await t.settle()
  trial = started.json().id
})
afterAll(() => t.close())

const get = async <Body>(path: string): Promise<Body> => {
  const reply = await t.as(t.people.enterprise, 'GET', path)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const sum = (lines: readonly { readonly steps: number }[]) => lines.reduce((total, { steps }) => total + steps, 0)

describe('an enterprise’s own points', () => {
  it('are listed by published run, the newest first', async () => {
    const { enterprise, items } = await get<{ enterprise: { id: string }; items: { runId: string; score: string }[] }>('/own-runs')
    expect(enterprise.id).toBe(own)
    expect(items.map(({ runId }) => runId)).toEqual([last, before])
  })

  it('sum exactly, say what is proved, and show the statements as they were known', async () => {
    const points = await get<EnterprisePointsExplained>(`/own-runs/${last}`)
    // 60 × min–max of 10, 20, 30 % + 40 × 0.5 for two patents − half of ten points for a repaired penalty.
    expect(points.run.score).toBe('45.0')
    expect(points.steps).toBe(450)
    expect(sum(points.indicators) + sum(points.adjustments)).toBe(450)
    expect(points.adjustments).toEqual([
      { kind: 'deduction', code: 'administrative_penalty', on: '2025-03-01', repairedOn: '2025-06-01', steps: -50 },
    ])
    expect(points.dimensions.map(({ code, steps, part }) => [code, steps, part])).toEqual([
      ['rd_share', 300, 0.5],
      ['patents', 200, 0.5],
      ['deductions', -50, 0.75],
    ])
    expect(points.indicators.map(({ code, isProved }) => [code, isProved])).toEqual([
      ['rd_share', false],
      ['patents', true],
    ])
    const revenue = points.facts.find(({ ref }) => ref === 'revenue')
    expect(revenue?.statements.map(({ source, value }) => [source, value])).toEqual([
      ['statistics', '1000'],
      ['self_report', '1111'],
    ])
  })

  it('moved by own facts, peers and method, which sum to the change', async () => {
    const movement = await get<PointsMovement>(`/own-runs/${last}/movement`)
    expect(movement).toMatchObject({ kind: 'stayed', from: { runId: before } })
    const { own: facts, peers, method, changedSteps } = movement
    expect((facts?.steps ?? 0) + (peers?.steps ?? 0) + (method?.steps ?? 0)).toBe(changedSteps)
    expect(await get<PointsMovement>(`/own-runs/${before}/movement`)).toMatchObject({ kind: 'none', from: null })
  })

  it('answer what-ifs exactly and record nothing', async () => {
    const reply = await t.as(t.people.enterprise, 'POST', `/own-runs/${last}/what-if`, { changes: { rd_expense: 300, unknown: 5 } })
    expect(reply.json()).toMatchObject({ before: { steps: 450 }, after: { steps: 750, placeInStage: 2 }, changedSteps: 300 })
    const ground = await get<{ shownSteps: number; own: { facts: Record<string, number> } }>(`/own-runs/${last}/what-if`)
    expect(ground).toMatchObject({ shownSteps: 450, own: { facts: { rd_expense: 200 } } })
  })

  it('are nobody else’s, and unpublished runs are unknown', async () => {
    for (const path of ['', '/movement', '/what-if']) {
      const reply = await t.as(t.people.enterprise, 'GET', `/own-runs/${trial}${path}`)
      expect([reply.statusCode, reply.json().code]).toEqual([404, 'scoring.run_missing'])
    }
    expect((await t.as(t.people.enterprise, 'GET', `/runs/${last}/enterprises/${other}`)).statusCode).toBe(403)
    const office = await t.as(t.people.points, 'GET', `/runs/${trial}/enterprises/${other}`)
    expect(office.json()).toMatchObject({ enterprise: { name: '别家' }, run: { publication: null } })
    const missing = await t.as(t.people.points, 'GET', `/runs/${trial}/enterprises/0198f000-0000-7000-8000-000000000000`)
    expect(missing.json().code).toBe('scoring.run_missing')
  })
})
