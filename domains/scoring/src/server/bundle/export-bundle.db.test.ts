import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { longestBlockRatio } from '../compute/test-blocking.ts'
import { createScoringTest, NOW, type ScoringTest } from '../test-scoring.ts'

/** More than is treated without a thread. */
const ENTERPRISES = 8000

let t: ScoringTest
let runId: string
beforeAll(async () => {
  t = await createScoringTest()
  const modelId = await t.addModel()
  const at = new Date(NOW.getTime() - 86_400_000)
  await sql`insert into scoring.enterprise (id, credit_code, name, created_at)
    select gen_random_uuid(), '91310112MA2T' || lpad(n::text, 6, '0'), '企业 ' || n, ${at} from generate_series(1, ${ENTERPRISES}::int) n`.execute(
    t.db,
  )
  await sql`insert into scoring.fact (id, enterprise_id, fact_code, period, source, value, confidence, received_at)
    select gen_random_uuid(), e.id, f.code, '2025', 'statistics', f.least + right(e.credit_code, 6)::int % f.most, 'proved', ${at}
    from scoring.enterprise e, (values ('revenue', 500, 5000), ('rd_expense', 1, 400), ('invention_applications', 0, 8)) f (code, least, most)`.execute(
    t.db,
  )
  const started = await t.as(t.people.points, 'POST', '/runs', { modelId, period: '2025', purpose: 'official' })
  runId = started.json().id
  // Nobody waits for its places, which would take longer than all else here.
  await sql`insert into scoring.robustness (run_id, settings, state, failure, created_at, finished_at)
    values (${runId}, '{}', 'failed', 'scoring.run_cancelled', ${NOW}, ${NOW})`.execute(t.db)
  await t.settle()
}, 60_000)
afterAll(() => t.close())

it('a bundle of thousands of enterprises keeps nobody waiting', async () => {
  let status = 0
  let bytes = 0
  const ratio = await longestBlockRatio(async () => {
    const reply = await t.as(t.people.points, 'GET', `/runs/${runId}/bundle`)
    status = reply.statusCode
    bytes = reply.rawPayload.length
  })
  expect(status).toBe(200)
  expect(bytes).toBeGreaterThan(100_000)
  expect(ratio).toBeLessThan(0.5)
})
