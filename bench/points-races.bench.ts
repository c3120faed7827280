/**
 * Races of innovation points over four server processes: final publication against corrections and objections, two starts of one run, a
 * consent that is withdrawn while a bank reads. Rows left behind are judged by statements of their own.
 */
import { TOP_THREE } from '@jiju/scoring/server/lists/test-lists'
import { createScoringTest, creditCode, type ScoringTest } from '@jiju/scoring/server/test-scoring'
import { signUpAs } from '../apps/api/src/test-people.ts'
import { type Bench, percentile } from './bench.ts'
import { HttpConnection } from './http-client.ts'
import { FAULTS } from './points-faults.ts'
import { startServerProcess } from './server-process.ts'

const PORT = 4917
const PROCESSES = 4
const CONNECTIONS = 12
const STALLED_MS = 5_000
const PERIOD = '2025'
const SECRET = 'a secret for races, 32 characters or more'

type Person = { readonly cookie: string }
type Reply = { readonly status: number; readonly body: Record<string, unknown> }
type Request = {
  readonly as: Person | null
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly body?: object
  readonly version?: number
}
type Office = {
  readonly t: ScoringTest
  readonly modelId: string
  readonly bank: Person & { readonly organisationId: string }
  readonly ownEnterpriseId: string
  readonly call: (request: Request) => Promise<Reply>
  /** Sends all at once, each on a connection of its own. */
  readonly together: (requests: readonly Request[]) => Promise<Reply[]>
}
type Kind = { readonly name: string; readonly play: (office: Office, round: number) => Promise<string[]> }

const isDone = ({ status }: Reply) => status >= 200 && status < 300
const won = (replies: readonly Reply[]) => replies.filter(isDone).length
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function must(reply: Promise<Reply>): Promise<Record<string, unknown>> {
  const { status, body } = await reply
  if (status >= 300) throw new Error(`preparing a round failed: ${status} ${JSON.stringify(body)}`)
  return body
}

const runBody = ({ modelId }: Office, purpose: 'official' | 'trial', corrects?: string) => ({
  modelId,
  period: PERIOD,
  purpose,
  ...(corrects && { corrects }),
})

async function untilDone({ t, call }: Office, runId: unknown): Promise<void> {
  for (;;) {
    const { state, failure } = await must(call({ as: t.people.points, method: 'GET', path: `/runs/${runId}` }))
    if (state === 'done') return
    if (state === 'failed') throw new Error(`run ${runId} failed: ${JSON.stringify(failure)}`)
    await pause(20)
  }
}

/** The official run that a list can stand on now. */
async function standingRun(office: Office): Promise<string> {
  const { t } = office
  const { rows } = await t.pool.query<{ id: string; state: string }>(
    `select r.id, r.state from scoring.run r where r.purpose = 'official' and r.state <> 'failed'
       and not exists (select from scoring.run n where n.corrects_id = r.id and n.state <> 'failed')
     order by r.created_at desc, r.id desc limit 1`,
  )
  const id = rows[0]?.id ?? String((await must(office.call({ as: t.people.points, path: '/runs', body: runBody(office, 'official') }))).id)
  if (rows[0]?.state !== 'done') await untilDone(office, id)
  return id
}

/** A list on notice, alone before the public; `days` from today on its notice ends. */
async function onNotice(office: Office, runId: string, days: number): Promise<{ id: string; version: number }> {
  const { t, call } = office
  const { points, second } = t.people
  await t.pool.query(
    `update scoring.list set state = 'withdrawn', withdrawn_at = now(), withdraw_reason = '下一轮' where state in ('notice', 'final')`,
  )
  const { id } = await must(call({ as: points, path: '/lists', body: { ...TOP_THREE, runId } }))
  await must(call({ as: second, path: `/lists/${id}/approve`, version: 1 }))
  const { version } = await must(call({ as: points, path: `/lists/${id}/announce`, version: 2 }))
  await endNotice(office, String(id), days)
  return { id: String(id), version: Number(version) }
}

const endNotice = ({ t }: Office, listId: string, days: number) =>
  t.pool.query(
    `update scoring.list set notice_from = (now() at time zone 'Asia/Shanghai')::date - 20,
       notice_until = (now() at time zone 'Asia/Shanghai')::date + $2::int where id = $1`,
    [listId, days],
  )

const KINDS: readonly Kind[] = [
  {
    // The last word on a list falls while the run under it is being corrected.
    name: 'publish_correct',
    play: async (office) => {
      const { t, together } = office
      const runId = await standingRun(office)
      const { id, version } = await onNotice(office, runId, -1)
      const finalise = { as: t.people.second, path: `/lists/${id}/finalise`, version }
      const correct = { as: t.people.points, path: '/runs', body: runBody(office, 'official', runId) }
      const replies = await together([finalise, correct, finalise, correct])
      return won(replies) === 1 ? [] : [`${won(replies)} of publishing and correcting were told yes`]
    },
  },
  {
    // Objections arrive as the notice ends and the list is made final.
    name: 'publish_objection',
    play: async (office, round) => {
      const { t, together } = office
      const { id, version } = await onNotice(office, await standingRun(office), 0)
      const finalise = { as: t.people.second, path: `/lists/${id}/finalise`, version }
      const object = {
        as: t.people.enterprise,
        path: `/public-lists/${id}/objections`,
        body: { claim: '研发费用统计口径有误，附审计报告' },
      }
      const midnight = pause(round % 8).then(() => endNotice(office, id, -1))
      const early = await together([object, finalise, finalise, object])
      await midnight
      const replies = [...early, ...(await together([finalise, object]))]
      const published = won([replies[1], replies[2], replies[4]] as Reply[])
      const objected = won([replies[0], replies[3], replies[5]] as Reply[])
      if (published > 1) return [`${published} were told that they published`]
      return published === 1 && objected > 0 ? [`published with ${objected} objections that wait`] : []
    },
  },
  {
    // Two officers start the same run, each twice.
    name: 'two_runs',
    play: async (office) => {
      const { t, together } = office
      const { points, second } = t.people
      const start = (as: Person) => ({ as, path: '/runs', body: runBody(office, 'trial') })
      const replies = await together([start(points), start(second), start(points), start(second)])
      const { rows } = await t.pool.query<{ count: number }>(
        `select count(*)::int as count from scoring.run where purpose = 'trial' and state in ('queued', 'running')`,
      )
      // A second one may start as soon as the first is done.
      for (const { body } of replies.filter(isDone)) await untilDone(office, body.id)
      if (Number(rows[0]?.count) > 1) return [`${rows[0]?.count} runs were under way at once`]
      return won(replies) > 0 ? [] : ['no run was started']
    },
  },
  {
    // The owner withdraws its consent while the bank reads.
    name: 'consent_read',
    play: async (office, round) => {
      const { t, bank, ownEnterpriseId, call, together } = office
      const { id } = await must(
        call({
          as: t.people.enterprise,
          path: '/../people/consents',
          body: {
            readerOrganisationId: bank.organisationId,
            facts: ['innovation_points', 'points_dimensions'],
            purpose: '担保贷款授信',
            validUntil: new Date(Date.now() + 90 * 86_400_000).toISOString(),
          },
        }),
      )
      const read: Request = { as: bank, method: 'GET', path: `/credit/enterprises/${ownEnterpriseId}` }
      const revoked = pause(round % 10).then(() => call({ as: t.people.enterprise, path: `/../people/consents/${id}/revoke` }))
      const replies = [...(await together([read, read])), ...(await together([read, read]))]
      const problems = isDone(await revoked) ? [] : ['the consent could not be withdrawn']
      const late = await call(read)
      if (late.status !== 404) problems.push(`read with ${late.status} after the consent was withdrawn`)
      const { rows } = await t.pool.query<{ count: number }>(
        `select count(*)::int as count from people.fact_read where consent_id = $1 and facts = 'innovation_points'`,
        [id],
      )
      if (rows[0]?.count !== won(replies)) problems.push(`${won(replies)} reads, ${rows[0]?.count} in the log`)
      return problems
    },
  },
]

/** Four enterprises of one model; the one that opens its points to the bank has an organisation. */
async function fill(t: ScoringTest): Promise<{ modelId: string; ownEnterpriseId: string }> {
  const modelId = await t.addModel()
  const { rows } = await t.pool.query<{ uscc: string }>('select uscc from people.organisation where id = $1', [
    t.people.enterprise.organisationId,
  ])
  const ids: string[] = []
  for (const [index, code] of [rows[0]?.uscc ?? '', creditCode(1), creditCode(2), creditCode(3)].entries()) {
    const id = await t.addEnterprise(code)
    ids.push(id)
    await t.addFact(id, 'revenue', '1000')
    await t.addFact(id, 'rd_expense', String(100 * (index + 1)))
    await t.addFact(id, 'invention_applications', String(index))
  }
  return { modelId, ownEnterpriseId: ids[0] as string }
}

/** Before the bank can read, a list has to be final. */
async function publishOnce(office: Office): Promise<void> {
  const { id, version } = await onNotice(office, await standingRun(office), -1)
  await must(office.call({ as: office.t.people.second, path: `/lists/${id}/finalise`, version }))
}

const bench: Bench = async ({ quick, emit, databaseUrl, home }) => {
  process.env.AUTH_SECRET = SECRET
  const t = await createScoringTest(() => new Date(), { url: databaseUrl })
  const bank = await signUpAs(t, { kind: 'bank', roles: ['bank:officer'] })
  const filled = await fill(t)
  const server = await startServerProcess({ databaseUrl, home, port: PORT, workers: PROCESSES, connections: 10 })
  const connections = Array.from({ length: CONNECTIONS }, () => new HttpConnection({ host: server.host, port: PORT }))
  const rounds = quick ? 20 : 1000
  let errors = 0
  let keys = 0
  let latencies: number[] = []
  const send = async (connection: HttpConnection, { as, method = 'POST', path, body, version }: Request): Promise<Reply> => {
    keys += 1
    const started = performance.now()
    const answer = await connection.send(
      method,
      new URL(`/api/v1/scoring${path}`, 'http://localhost').pathname,
      {
        ...(as && { cookie: as.cookie }),
        ...(as && method === 'POST' && { 'idempotency-key': `points-races-${keys}` }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
    )
    const ms = performance.now() - started
    latencies.push(ms)
    if (answer.status >= 500 || ms > STALLED_MS) {
      errors += 1
      console.error(`${method} ${path}: ${answer.status} after ${Math.round(ms)} ms: ${answer.body.slice(0, 300)}`)
    }
    return { status: answer.status, body: answer.body.startsWith('{') ? (JSON.parse(answer.body) as Record<string, unknown>) : {} }
  }
  // Some connections prepare and look; the others race.
  const idle = connections.slice(0, 4)
  const call = async (request: Request) => {
    const connection = idle.pop()
    if (!connection) throw new Error('more than four requests beside a race')
    try {
      return await send(connection, request)
    } finally {
      idle.push(connection)
    }
  }
  const together = (requests: readonly Request[]) =>
    Promise.all(requests.map((request, index) => send(connections[4 + index] as HttpConnection, request)))
  const office: Office = { t, bank, ...filled, call, together }
  try {
    for (const { name, play } of KINDS) {
      if (name === 'consent_read') await publishOnce(office)
      latencies = []
      const began = performance.now()
      const wrong: string[] = []
      for (let round = 0; round < rounds; round += 1) wrong.push(...(await play(office, round)))
      for (const text of wrong.slice(0, 5)) console.error(`${name}: ${text}`)
      emit({ figure: `wrong_${name}`, value: wrong.length, unit: `of ${rounds} rounds` })
      emit({ figure: `round_ms_${name}`, value: (performance.now() - began) / rounds, unit: 'ms a round, with what it prepares' })
      emit({ figure: `p95_ms_${name}`, value: percentile(latencies, 0.95), unit: 'ms' })
    }
    await judge(t, emit)
    emit({ figure: 'errors', value: errors, unit: 'requests' })
  } finally {
    for (const connection of connections) connection.close()
    await server.stop()
    await t.close()
  }
}

async function judge({ pool }: ScoringTest, emit: (figure: { figure: string; value: number; unit: string }) => void): Promise<void> {
  for (const { name, statement } of FAULTS) {
    const { rows } = await pool.query<{ count: number }>(`select count(*)::int as count from (${statement}) fault`)
    emit({ figure: `faults_${name}`, value: rows[0]?.count ?? Number.NaN, unit: 'rows that must not be' })
  }
}

export default bench
