import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readTableFile } from '@jiju/platform/files/read-table-file'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createScoringTest, creditCode, type ScoringTest } from '../test-scoring.ts'

const COUNT = 20

let t: ScoringTest
let modelId: string
beforeAll(async () => {
  t = await createScoringTest()
  modelId = await t.addModel()
  for (let number = 1; number <= COUNT; number += 1) {
    const id = await t.addEnterprise(creditCode(number))
    await t.addFact(id, 'revenue', String(1000 + (number % 2) * 2000))
    await t.addFact(id, 'rd_expense', String(20 * number))
    await t.addFact(id, 'invention_applications', String((number * 7) % 6))
  }
})
afterAll(() => t.close())

/** The sheets of a run's table, row by row. */
async function tableOf(runId: string): Promise<(readonly string[])[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiju-run-table-'))
  const file = path.join(folder, 'table.xlsx')
  await writeFile(file, (await t.as(t.people.points, 'GET', `/runs/${runId}/table`)).rawPayload)
  const rows: (readonly string[])[] = []
  for await (const { cells } of readTableFile(file)) rows.push(cells)
  await rm(folder, { recursive: true })
  return rows
}

describe('the robustness of a run', () => {
  it('is measured after every run, and each place lies in its interval', async () => {
    const { id } = (await t.as(t.people.points, 'POST', '/runs', { modelId, period: '2025', purpose: 'official' })).json()
    await t.settle()
    const found = (await t.as(t.people.data, 'GET', `/runs/${id}/robustness`)).json()
    expect(found).toMatchObject({ state: 'done', progressPercent: 100, failure: null, settings: { draws: 2000, holds: 0.9 } })
    expect(found.leaveOneOut.map(({ indicator }: { indicator: string }) => indicator)).toEqual(['rd_share', 'patents'])
    expect(found.sensitivity.factors.length).toBe(4)
    const { rows } = await sql<Record<'low' | 'high' | 'stage_low' | 'stage_high' | 'rank_all', number>>`
      select rank_all_low as low, rank_all_high as high, rank_stage_low as stage_low, rank_stage_high as stage_high, rank_all
      from scoring.run_score where run_id = ${id}`.execute(t.db)
    expect(rows).toHaveLength(COUNT)
    for (const { low, high, stage_low, stage_high } of rows) {
      expect([low <= high, stage_low <= stage_high, stage_high <= COUNT / 2, high <= COUNT]).toEqual([true, true, true, true])
    }
    // The model itself is one draw of three: most places lie inside.
    expect(rows.filter(({ low, high, rank_all }) => low <= rank_all && rank_all <= high).length).toBeGreaterThan(COUNT * 0.8)

    const [headers, first] = await tableOf(id)
    const cell = (header: string) => first?.[headers?.indexOf(header) ?? -1]
    const best = rows.find(({ rank_all }) => rank_all === 1)
    expect(cell('名次')).toBe('1')
    expect([cell('名次区间下限'), cell('名次区间上限')]).toEqual([String(best?.low), String(best?.high)])
    expect([cell('阶段名次区间下限'), cell('阶段名次区间上限')]).toEqual([String(best?.stage_low), String(best?.stage_high)])
  })

  it('is nobody’s of another run, and not for enterprises', async () => {
    const unknown = '0198f000-0000-7000-8000-000000000000'
    expect((await t.as(t.people.points, 'GET', `/runs/${unknown}/robustness`)).json().code).toBe('scoring.run_missing')
    expect((await t.as(t.people.enterprise, 'GET', `/runs/${unknown}/robustness`)).statusCode).toBe(403)
  })
})
