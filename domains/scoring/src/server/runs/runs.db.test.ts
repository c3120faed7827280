import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createScoringTest, creditCode, type ScoringTest, TEST_MODEL } from '../test-scoring.ts'

let t: ScoringTest
let modelId: string

beforeAll(async () => {
  t = await createScoringTest()
  modelId = await t.addModel()
  for (const [number, revenue, rd, patents] of [
    [1, 1000, 100, 0],
    [2, 1000, 200, 5],
    [3, 1000, 300, 1],
    [4, 5000, 500, 6],
  ] as const) {
    const id = await t.addEnterprise(creditCode(number))
    await t.addFact(id, 'revenue', String(revenue))
    await t.addFact(id, 'rd_expense', String(rd))
    if (patents > 0) await t.addFact(id, 'invention_applications', String(patents))
  }
})
afterAll(() => t.close())

const start = (body: object) => t.as(t.people.points, 'POST', '/runs', body)

describe('a run', () => {
  it('scores every enterprise over the facts as they stand, and never again', async () => {
    const started = await start({ modelId, period: '2025', purpose: 'official' })
    expect(started.statusCode).toBe(202)
    await t.settle()
    const { id } = started.json()
    const run = (await t.as(t.people.points, 'GET', `/runs/${id}`)).json()
    expect(run).toMatchObject({ state: 'done', asOf: '2025-12-31', enterpriseCount: 4, scoredCount: 4, progressPercent: 100 })
    const { items } = (await t.as(t.people.points, 'GET', `/runs/${id}/scores`)).json()
    // Start-up: 60 for R&D by min–max of 10, 20 and 30 %, 40 for patents by steps; who has no count of patents is scored on R&D alone.
    const shown = items.map((item: Record<string, unknown>) => [item.creditCode, item.score, item.rankAll, item.stage, item.coverageRatio])
    expect(new Set(shown)).toEqual(
      new Set([
        [creditCode(3), '80.0', 1, 'start', 1],
        [creditCode(4), '80.0', 1, 'growth', 1],
        [creditCode(2), '70.0', 3, 'start', 1],
        [creditCode(1), '0.0', 4, 'start', 0.6],
      ]),
    )
    expect(items.map(({ rankAll }: { rankAll: number }) => rankAll)).toEqual([1, 1, 3, 4])
  })

  it('is refused for an official purpose on an unpublished model or an open period, with both reasons', async () => {
    const draft = await t.addModel({ ...TEST_MODEL, version: '2' }, 'draft')
    const refused = await start({ modelId: draft, period: '2026', purpose: 'official' })
    expect(refused.statusCode).toBe(422)
    expect(refused.json().problems.map(({ code }: { code: string }) => code)).toEqual([
      'scoring.model_not_published',
      'scoring.period_open',
    ])
  })

  it('starts once when two officers start it together', async () => {
    for (let round = 0; round < 20; round += 1) {
      const body = { modelId, period: '2025', purpose: 'trial' }
      const replies = await Promise.all([t.people.points, t.people.second, t.people.points].map((who) => t.as(who, 'POST', '/runs', body)))
      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409, 409])
      await t.settle()
    }
  })

  it('gives the same bytes for the same facts', async () => {
    const runs = []
    for (let round = 0; round < 2; round += 1) {
      const { id } = (await start({ modelId, period: '2025', purpose: 'trial' })).json()
      await t.settle()
      runs.push((await t.as(t.people.points, 'GET', `/runs/${id}`)).json())
    }
    expect(runs[0].resultSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(runs[1].resultSha256).toBe(runs[0].resultSha256)
  })

  it('is nobody else’s to see', async () => {
    expect((await t.as(t.people.enterprise, 'GET', '/runs')).statusCode).toBe(403)
    expect((await t.as(t.people.points, 'GET', '/runs/0198f000-0000-7000-8000-000000000000')).json().code).toBe('scoring.run_missing')
  })
})
