import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freeAbandoned } from '@jiju/platform/jobs/lease'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createScoringTest, creditCode, type ScoringTest } from '../test-scoring.ts'

let t: ScoringTest
let modelId: string

beforeAll(async () => {
  t = await createScoringTest()
  modelId = await t.addModel()
  for (let number = 1; number <= 3; number += 1) {
    const id = await t.addEnterprise(creditCode(number))
    await t.addFact(id, 'revenue', '1000')
    await t.addFact(id, 'rd_expense', String(100 * number))
  }
})
beforeEach(() => t.settle())
afterAll(() => t.close())

const start = async (): Promise<string> => {
  const reply = await t.as(t.people.points, 'POST', '/runs', { modelId, period: '2025', purpose: 'trial' })
  expect(reply.statusCode).toBe(202)
  return reply.json().id
}
const read = async (id: string) => (await t.as(t.people.points, 'GET', `/runs/${id}`)).json()
const countScores = async (id: string) =>
  (await sql<{ count: number }>`select count(*)::int as count from scoring.run_score where run_id = ${id}`.execute(t.db)).rows[0]?.count

describe('a run whose server is killed', () => {
  /** A server that has scored and is about to write, dead, and its job free as it is once the grace has passed. */
  async function killWhileWriting(): Promise<void> {
    const fixture = fileURLToPath(new URL('./run-fixture.ts', import.meta.url))
    const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', fixture, t.url], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout as NonNullable<typeof child.stdout>, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute' where locked_at is not null`.execute(
      t.db,
    )
    const client = await t.pool.connect()
    await expect.poll(() => freeAbandoned(client), { timeout: 10_000 }).toHaveLength(1)
    client.release()
  }

  it('is taken up by another one and done once', async () => {
    const id = await start()
    await killWhileWriting()
    expect(await read(id)).toMatchObject({ state: 'running', step: 'writing' })
    expect(await countScores(id)).toBe(0)
    await t.settle()
    expect(await read(id)).toMatchObject({ state: 'done', scoredCount: 3, failure: null })
    expect(await countScores(id)).toBe(3)
  })

  it('ends in words when that happens at every try, and can be started again', async () => {
    const id = await start()
    await sql`update graphile_worker._private_jobs set attempts = max_attempts - 1 where key = ${`scoring.execute_run:${id}`}`.execute(t.db)
    await killWhileWriting()
    await t.settle()
    expect((await t.as(t.people.second, 'POST', '/runs', { modelId, period: '2025', purpose: 'trial' })).json().code).toBe(
      'scoring.run_under_way',
    )
    await sql`select graphile_worker.add_job('scoring.end_abandoned')`.execute(t.db)
    await t.settle()
    const failed = await read(id)
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'scoring.run_broke' } })
    expect(failed.failure.message.zh).toContain('重新开始')
    expect(await countScores(id)).toBe(0)
    const again = await start()
    await t.settle()
    expect((await read(again)).state).toBe('done')
  })

  it('is left alone while its job waits or works', async () => {
    const id = await start()
    await sql`select graphile_worker.add_job('scoring.end_abandoned', priority => -1)`.execute(t.db)
    await t.settle()
    expect((await read(id)).state).toBe('done')
  })
})

describe('a cancelled run', () => {
  it('leaves nothing, and another can start at once', async () => {
    const id = await start()
    const cancelled = (await t.as(t.people.second, 'POST', `/runs/${id}/cancel`, {})).json()
    expect(cancelled).toMatchObject({ state: 'failed', failure: { code: 'scoring.run_cancelled' } })
    const again = await start()
    await t.settle()
    expect((await read(id)).state).toBe('failed')
    expect(await countScores(id)).toBe(0)
    expect((await read(again)).state).toBe('done')
    expect((await t.as(t.people.points, 'POST', `/runs/${again}/cancel`, {})).json().code).toBe('scoring.run_not_under_way')
  })

  it('is cancelled or done, never both', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = await start()
      const [, reply] = await Promise.all([t.settle(), t.as(t.people.points, 'POST', `/runs/${id}/cancel`, {})])
      await t.settle()
      const run = await read(id)
      expect([reply.statusCode, run.state, await countScores(id)]).toEqual(reply.statusCode === 200 ? [200, 'failed', 0] : [409, 'done', 3])
    }
  })

  it('is the points officer’s to cancel', async () => {
    const id = await start()
    expect((await t.as(t.people.data, 'POST', `/runs/${id}/cancel`, {})).statusCode).toBe(403)
    expect((await t.as(t.people.points, 'POST', '/runs/0198f000-0000-7000-8000-000000000000/cancel', {})).json().code).toBe(
      'scoring.run_missing',
    )
  })
})

describe('robustness', () => {
  it('is cancelled, and measured again when somebody asks', async () => {
    const id = await start()
    await t.settle()
    const post = (path: string) => t.as(t.people.points, 'POST', `/runs/${id}/robustness${path}`, {})
    expect((await post('')).json().code).toBe('scoring.robustness_not_failed')
    expect((await post('/cancel')).json().code).toBe('scoring.robustness_not_under_way')
    await sql`update scoring.robustness set state = 'queued', result_sha256 = null where run_id = ${id}`.execute(t.db)
    expect((await post('/cancel')).json()).toMatchObject({ state: 'failed', failure: { code: 'scoring.robustness_cancelled' } })
    expect((await post('')).json()).toMatchObject({ state: 'queued', failure: null })
    await t.settle()
    expect((await t.as(t.people.points, 'GET', `/runs/${id}/robustness`)).json()).toMatchObject({ state: 'done' })
  })
})
