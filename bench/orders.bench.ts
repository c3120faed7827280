/** Orders through the whole chain over HTTP, and a provider's list of 50,000 orders. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { createTestApp } from '../apps/api/src/test-app.ts'
import { type Call, createOrderDistrict, type OrderDistrict } from '../apps/api/src/test-order-district.ts'
import { act, bringSample, doTasks, place, reportOn } from '../apps/api/src/test-order-steps.ts'
import { type Bench, percentile } from './bench.ts'
import { HttpConnection } from './http-client.ts'
import { startServerProcess } from './server-process.ts'

const PORT = 4911
const RUNNERS = 8
const ORDERS = 400
const QUICK_SECONDS = 12
const LISTED = 50_000
const QUICK_LISTED = 5_000
const LIST_READS = 300
const QUICK_LIST_READS = 60
// A year of a district's 22,000 orders, done within the 250 working days of eight hours, is 0.003 a second.
const WANTED_PER_S = 1
const LIMIT_LIST_MS = 100
const SETTLE_WAIT_MS = 120_000

const bench: Bench = async ({ quick, emit, databaseUrl, home }) => {
  const app = await createTestApp({ url: databaseUrl })
  const district = await createOrderDistrict(app, { topUp: '90000000.00', quota: '50000000.00' })
  const database = new pg.Client(databaseUrl)
  await database.connect()
  const server = await startServerProcess({ databaseUrl, home, port: PORT, workers: 2, connections: 10 })
  const connections = Array.from({ length: RUNNERS }, () => new HttpConnection({ host: server.host, port: PORT }))
  try {
    const started = performance.now()
    const deadline = quick ? started + QUICK_SECONDS * 1000 : Number.POSITIVE_INFINITY
    let begun = 0
    const chains: number[] = []
    await Promise.all(
      connections.map(async (connection) => {
        const over = { ...district, call: callOver(connection, district) }
        while (begun < ORDERS && performance.now() < deadline) {
          begun += 1
          const at = performance.now()
          await runChain(over)
          chains.push(performance.now() - at)
        }
      }),
    )
    const seconds = (performance.now() - started) / 1000
    const settled = await countSettled(database, chains.length)
    emit({ figure: 'orders', value: chains.length, unit: quick ? 'orders (quick: fewer)' : 'orders' })
    emit({ figure: 'orders_per_s', value: chains.length / seconds, unit: 'orders/s', peer: 'wanted', peerValue: WANTED_PER_S })
    emit({ figure: 'chain_p95_ms', value: percentile(chains, 0.95), unit: 'ms from placing to the approved report' })
    emit({ figure: 'not_settled', value: chains.length - settled, unit: `orders, ${SETTLE_WAIT_MS / 1000} s after the last` })

    const rows = quick ? QUICK_LISTED : LISTED
    await fillOrders(database, district, rows)
    for (const [name, query] of [
      ['list', 'state=open&limit=50'],
      ['list_ended', 'state=ended&limit=50'],
      ['list_searched', `state=ended&limit=50&q=${encodeURIComponent('细胞')}`],
    ] as const) {
      const times = await readList(callOver(connections[0] as HttpConnection, district), query, quick ? QUICK_LIST_READS : LIST_READS)
      emit({
        figure: `${name}_p95_ms`,
        value: percentile(times, 0.95),
        unit: `ms, ${rows} orders`,
        peer: 'limit',
        peerValue: LIMIT_LIST_MS,
      })
    }
  } finally {
    for (const connection of connections) connection.close()
    await server.stop()
    await database.end()
    await app.close()
  }
}

let keys = 0
function callOver(connection: HttpConnection, { cookies }: OrderDistrict): Call {
  return async (who, method, path, body, version) => {
    keys += 1
    const answer = await connection.send(
      method,
      `/api/v1/orders${path}`,
      {
        ...(who && { cookie: cookies[who] }),
        ...(method !== 'GET' && { 'idempotency-key': `orders-${keys}` }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      method === 'GET' ? undefined : JSON.stringify(body ?? {}),
    )
    return { status: answer.status, body: answer.body.startsWith('{') ? (JSON.parse(answer.body) as Record<string, unknown>) : {} }
  }
}

async function runChain(district: OrderDistrict): Promise<void> {
  const { call } = district
  const must = async (step: Promise<{ status: number; body: Record<string, unknown> }>) => {
    const reply = await step
    if (reply.status >= 300) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const id = String((await must(place(district, { hasVoucher: true }))).id)
  await must(act(call, 'manager', id, 'accept'))
  await must(bringSample(call, id))
  await must(act(call, 'staff', id, 'receive'))
  await must(act(call, 'staff', id, 'begin'))
  await must(doTasks(call, id))
  await must(act(call, 'staff', id, 'finish'))
  await must(reportOn(district, id))
  await must(act(call, 'engineer', id, 'approve'))
}

/** The platform settles in the background. */
async function countSettled(database: pg.Client, expected: number): Promise<number> {
  const until = performance.now() + SETTLE_WAIT_MS
  for (;;) {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int as count from orders.service_order where state = 'settled'`,
    )
    const count = rows[0]?.count ?? 0
    if (count >= expected || performance.now() > until) return count
    await sleep(200)
  }
}

async function readList(call: Call, query: string, reads: number): Promise<number[]> {
  const times: number[] = []
  let cursor = ''
  for (let index = 0; index < reads; index += 1) {
    const at = performance.now()
    const { status, body } = await call('manager', 'GET', `/orders?${query}${cursor}`)
    times.push(performance.now() - at)
    if (status !== 200) throw new Error(`the list answered ${status}`)
    // A person turns some pages and begins anew.
    cursor = index % 5 < 4 && body.nextCursor ? `&cursor=${body.nextCursor}` : ''
  }
  return times
}

/** Orders of one provider over two years, a tenth of them open. */
async function fillOrders(database: pg.Client, { clientId, providerId }: OrderDistrict, rows: number): Promise<void> {
  await database.query(
    `insert into orders.service_order (id, number, organisation_id, provider_id, person_id, title, purpose, confidentiality, state, total_fen, cancel_rates,
       turnaround_days, needs_samples, placed_at, accepted_at, ended_at)
     select gen_random_uuid(), 'ORD-FILL-' || n, $1, $2, (select person_id from people.membership where organisation_id = $1 limit 1), '细胞毒性检测 ' || n,
       'development', 'normal', case when n % 10 = 0 then 'working' else 'settled' end, 120000, '{}', 8, true,
       now() - n * interval '21 minutes', now() - n * interval '21 minutes', case when n % 10 = 0 then null else now() end
     from generate_series(1, $3::int) n`,
    [clientId, providerId, rows],
  )
  await database.query('vacuum analyze orders.service_order')
}

export default bench
