/**
 * A run of innovation points through the platform: started at the API like an officer's, facts read from the database, scores written and
 * read back, beside the engine alone on the same facts; then the first explanation, what-if, movement and bundle of it. While each is worked
 * out others ask too.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as later } from 'node:timers/promises'
import { factsText, resultText } from '@jiju/scoring/core/engine/canonical'
import { runModel } from '@jiju/scoring/core/engine/run-model'
import { createScoringTest, type ScoringTest } from '@jiju/scoring/server/test-scoring'
import type { Bench, BenchContext } from './bench.ts'
import { SCORING_MODEL } from './scoring-district.ts'
import { codedFacts, enterpriseId, PERIOD, storeFacts } from './scoring-run-district.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

const PORT = 4918
const ENTERPRISES = { quick: 4_000, full: 300_000 }
const AS_OF = `${PERIOD}-12-31`
const SECRET = 'a secret for benches, 32 characters or more'
const OTHERS_EVERY_MS = 20

type Emit = BenchContext['emit']
type Ask = (path: string, body?: object) => Promise<Response>

const bench: Bench = async ({ quick, emit, databaseUrl, home }) => {
  process.env.AUTH_SECRET = SECRET
  const enterprises = quick ? ENTERPRISES.quick : ENTERPRISES.full
  const table = codedFacts(enterprises)
  const t = await createScoringTest(() => new Date(), { url: databaseUrl })
  try {
    const modelId = await t.addModel(SCORING_MODEL)
    const stored = await timed(() => storeFacts(databaseUrl, table))
    emit({ figure: 'facts', value: stored.result, unit: `facts of ${enterprises} enterprises, written in ${Math.round(stored.seconds)} s` })
    const alone = await timed(async () => runModel(SCORING_MODEL, table, AS_OF))
    const expected = { facts: sha256(factsText(table, PERIOD, AS_OF)), result: sha256(resultText(SCORING_MODEL, alone.result)) }

    const office = await startServerProcess({ databaseUrl, home, port: PORT })
    let runId: string
    try {
      runId = await run(office, t, { modelId, enterprises, engineSeconds: alone.seconds, expected }, emit)
    } finally {
      await office.stop()
    }
    await makeRunBefore(t, runId)
    // Without jobs: what is measured of the run's robustness would take a processor.
    const readers = await startServerProcess({ databaseUrl, home, port: PORT, backgroundWork: 'off' })
    try {
      await readBack(readers, t, runId, emit)
    } finally {
      await readers.stop()
    }
  } finally {
    await t.close()
  }
}

type Wanted = {
  readonly modelId: string
  readonly enterprises: number
  readonly engineSeconds: number
  readonly expected: { readonly facts: string; readonly result: string }
}

async function run(server: ServerProcess, t: ScoringTest, wanted: Wanted, emit: Emit): Promise<string> {
  const { enterprises, engineSeconds, expected } = wanted
  const size = enterprises >= 1000 ? `${enterprises / 1000}k` : String(enterprises)
  const ask = asking(t)
  const idle = peakMb(server)
  const started = await timed(async () => (await ask('/runs', { modelId: wanted.modelId, period: PERIOD, purpose: 'official' })).json())
  emit({ figure: 'start_ms', value: started.seconds * 1000, unit: 'ms until the run is queued, with the check of coverage' })
  const { id } = started.result as { id: string }
  const steps = new Map<string, number>()
  const done = await besideOthers(ask, async () => {
    let last = performance.now()
    for (;;) {
      const row = (await (await ask(`/runs/${id}`)).json()) as Record<string, unknown>
      const now = performance.now()
      const step = String(row.step ?? 'queued')
      steps.set(step, (steps.get(step) ?? 0) + (now - last) / 1000)
      last = now
      if (row.state === 'done') return row
      if (row.state === 'failed') throw new Error(`the run failed: ${JSON.stringify(row.failure)}`)
      await later(100)
    }
  })
  emit({
    figure: `run_db_${size}_s`,
    value: started.seconds + done.seconds,
    unit: `s, ${enterprises} enterprises × ${SCORING_MODEL.indicators.length} indicators, from the request to the scores`,
    peer: 'engine alone',
    peerValue: engineSeconds,
  })
  for (const [step, seconds] of steps) emit({ figure: `run_${step}_s`, value: seconds, unit: 's of it' })
  emit({ figure: 'run_others_longest_ms', value: done.longestMs, unit: `ms, the longest of ${done.others} requests of others meanwhile` })
  emit({ figure: 'peak_mb', value: peakMb(server), unit: `MB, the server with its thread; ${Math.round(idle)} before` })
  const { factsSha256, resultSha256 } = done.result
  const isSame = factsSha256 === expected.facts && resultSha256 === expected.result
  emit({ figure: 'same_bytes', value: Number(isSame), unit: '1: facts and result are those of the engine alone' })
  return id
}

/** The same run as if it were of the year before: what a movement starts from. */
async function makeRunBefore({ pool }: ScoringTest, runId: string): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into scoring.run (id, number, model_id, period, as_of, facts_at, purpose, state, enterprise_count, scored_count,
       engine_version, model_sha256, facts_sha256, result_sha256, started_by, created_at, finished_at)
     select gen_random_uuid(), number || '-B', model_id, '2024', '2024-12-31', facts_at, purpose, state, enterprise_count, scored_count,
       engine_version, model_sha256, facts_sha256, result_sha256, started_by, created_at, finished_at
     from scoring.run where id = $1 returning id`,
    [runId],
  )
  await pool.query(
    `insert into scoring.run_score (run_id, enterprise_id, status, stage, score, rank_all, rank_stage, stage_count, coverage, branches)
     select $1, enterprise_id, status, stage, score, rank_all, rank_stage, stage_count, coverage, branches
     from scoring.run_score where run_id = $2 and enterprise_id = $3`,
    [rows[0]?.id, runId, enterpriseId(0)],
  )
}

async function readBack(server: ServerProcess, t: ScoringTest, runId: string, emit: Emit): Promise<void> {
  const ask = asking(t)
  const scores = await timed(async () => (await ask(`/runs/${runId}/scores?limit=200`)).json())
  emit({ figure: 'scores_page_ms', value: scores.seconds * 1000, unit: 'ms, the first 200 by place' })
  const own = `/runs/${runId}/enterprises/${enterpriseId(0)}`
  const questions: readonly (readonly [name: string, what: string, ask: () => Promise<Response>])[] = [
    ['explain_first', 'which reads the run back and sorts its cohort', () => ask(own)],
    ['explain', 'once that is kept', () => ask(own)],
    ['ground_first', 'which sums up the peers', () => ask(`${own}/what-if`)],
    ['try', 'other facts, exactly', () => ask(`${own}/what-if`, { changes: { f0: 100 } })],
    ['movement_first', 'which reads the run before back and fits it to the new facts', () => ask(`${own}/movement`)],
    ['movement', 'once that is kept', () => ask(`${own}/movement`)],
    ['bundle', 'all of it under pseudonyms, packed', () => ask(`/runs/${runId}/bundle`)],
  ]
  for (const [name, what, question] of questions) {
    const { seconds, longestMs, result } = await besideOthers(ask, async () => (await (await question()).arrayBuffer()).byteLength)
    emit({ figure: `${name}_ms`, value: seconds * 1000, unit: `ms, ${what} (${Math.round(result / 1024)} kB)` })
    emit({ figure: `${name}_others_longest_ms`, value: longestMs, unit: 'ms, the longest request of others meanwhile' })
  }
  emit({ figure: 'read_peak_mb', value: peakMb(server), unit: 'MB, a server that keeps two runs open and packed a bundle' })
}

/** Requests of the points officer; what is refused throws. */
function asking(t: ScoringTest): Ask {
  return async (path, body) => {
    const reply = await fetch(`http://127.0.0.1:${PORT}/api/v1/scoring${path}`, {
      headers: { cookie: t.people.points.cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return reply
  }
}

/** Does one thing while somebody else asks for the newest run, again and again; says how long they waited at most. */
async function besideOthers<Result>(ask: Ask, work: () => Promise<Result>) {
  let isDone = false
  let longestMs = 0
  let others = 0
  const asked = (async () => {
    while (!isDone) {
      const { seconds } = await timed(async () => (await ask('/runs?limit=1')).arrayBuffer())
      longestMs = Math.max(longestMs, seconds * 1000)
      others += 1
      await later(OTHERS_EVERY_MS)
    }
  })()
  const done = await timed(work).finally(() => {
    isDone = true
  })
  await asked
  return { ...done, longestMs, others }
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const began = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - began) / 1000 }
}

/** The most memory that a server process ever held, its threads included. */
function peakMb({ child }: ServerProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export default bench
