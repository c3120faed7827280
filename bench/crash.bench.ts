import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Bench, percentile, seededRandom } from './bench.ts'
import { type BenchDistrict, seedBookingDistrict } from './booking-district.ts'
import { HttpConnection } from './http-client.ts'
import { type ServerProcess, type ServerProcessOptions, startServerProcess } from './server-process.ts'

const PORTS = [4403, 4404]
const CLIENTS = 16
const RESOURCES = 500
const MINUTE = 60_000
const SLOT_MINUTES = 90

type Load = { readonly acknowledged: Map<string, string>; asked: number; retries: number; isStopping: boolean }

/** `kill -9` of a server process and of PostgreSQL in turn while clients book, each repeating what was not answered with its key; then every row is counted. */
const bench: Bench = async ({ quick, emit, databaseUrl, home }) => {
  const kills = quick ? 3 : 20
  const random = seededRandom(11)
  const district = await seedBookingDistrict(databaseUrl, { resources: RESOURCES, people: CLIENTS })
  // Events stay in the outbox, so that one without its reservation, or the other way round, can be seen.
  const options = (port: number): ServerProcessOptions => ({ databaseUrl, home, port, backgroundWork: 'off' })
  const servers = await Promise.all(PORTS.map((port) => startServerProcess(options(port))))
  const load: Load = { acknowledged: new Map(), asked: 0, retries: 0, isStopping: false }
  const clients = Array.from({ length: CLIENTS }, (_, index) => book(district, load, index))
  const serverStarts: number[] = []
  const databaseStarts: number[] = []
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      await sleep(400 + random() * 800)
      if (kill % 2 === 0) databaseStarts.push(await killDatabase(databaseUrl))
      else serverStarts.push(await killServer(servers, kill % servers.length, options))
    }
    await sleep(500)
    load.isStopping = true
    await Promise.all(clients)
    const rows = await inspect(databaseUrl, [...load.acknowledged.values()])
    emit({ figure: 'lost', value: rows.lost, unit: 'bookings' })
    emit({ figure: 'half', value: rows.half, unit: 'bookings' })
    emit({ figure: 'unasked', value: rows.reservations - load.acknowledged.size, unit: 'bookings' })
    emit({ figure: 'start_ms', value: percentile([...serverStarts, ...databaseStarts], 0.5), unit: 'ms' })
    emit({ figure: 'start_ms_server', value: percentile(serverStarts, 0.5), unit: 'ms' })
    emit({ figure: 'start_ms_postgres', value: percentile(databaseStarts, 0.5), unit: 'ms' })
    emit({ figure: 'kills', value: kills, unit: 'kill -9' })
    emit({ figure: 'acknowledged', value: load.acknowledged.size, unit: 'bookings' })
    emit({ figure: 'repeated', value: load.retries, unit: 'requests' })
  } finally {
    load.isStopping = true
    await Promise.all(servers.map((server) => server?.stop()))
  }
}

/** Books one slot after the other. What fails is repeated with the same key at the other server until it is answered. */
async function book(district: BenchDistrict, load: Load, index: number): Promise<void> {
  const base = Math.ceil((Date.now() + 4 * 60 * MINUTE) / (60 * MINUTE)) * 60 * MINUTE
  const connections = PORTS.map((port) => new HttpConnection({ host: '127.0.0.1', port }))
  const cookie = district.cookies[index] ?? ''
  let turn = index
  while (!load.isStopping) {
    const number = load.asked
    load.asked += 1
    const start = base + Math.floor(number / RESOURCES) * SLOT_MINUTES * MINUTE
    const body = JSON.stringify({
      resourceId: district.resourceIds[number % RESOURCES],
      start: new Date(start).toISOString(),
      end: new Date(start + 60 * MINUTE).toISOString(),
    })
    for (;;) {
      const headers = { cookie, 'idempotency-key': `crash-${number}` }
      const answer = await connections[turn % PORTS.length]
        ?.send('POST', '/api/v1/booking/reservations', headers, body)
        .catch(() => undefined)
      if (answer?.status === 201) {
        load.acknowledged.set(`crash-${number}`, (JSON.parse(answer.body) as { id: string }).id)
        break
      }
      if (answer && answer.status < 500) throw new Error(`booking ${number} was refused: ${answer.status} ${answer.body}`)
      load.retries += 1
      turn += 1
      await sleep(50)
    }
  }
  for (const connection of connections) connection.close()
}

/** Milliseconds from the kill until a statement is answered again; whoever started the server starts it anew. */
async function killDatabase(databaseUrl: string): Promise<number> {
  const client = new pg.Client(databaseUrl)
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  const pid = Number(readFileSync(path.join(rows[0]?.data_directory ?? '', 'postmaster.pid'), 'utf8').split('\n')[0])
  const started = performance.now()
  process.kill(pid, 'SIGKILL')
  await client.end().catch(() => undefined)
  for (;;) {
    await sleep(5)
    const probe = new pg.Client(databaseUrl)
    probe.on('error', () => undefined)
    const isUp = await probe
      .connect()
      .then(
        () => probe.query('select 1').then(() => true),
        () => false,
      )
      .catch(() => false)
    await probe.end().catch(() => undefined)
    if (isUp) return performance.now() - started
  }
}

/** Milliseconds from the start of a new process until it is ready, after the old one was killed. */
async function killServer(servers: ServerProcess[], index: number, options: (port: number) => ServerProcessOptions): Promise<number> {
  const server = servers[index]
  if (!server) return 0
  server.child.kill('SIGKILL')
  await once(server.child, 'exit')
  const started = performance.now()
  servers[index] = await startServerProcess(options(server.port))
  return performance.now() - started
}

/** Acknowledged reservations that are missing, and reservations without their audit entry, event or receipt, or the other way round. */
async function inspect(
  databaseUrl: string,
  acknowledged: readonly string[],
): Promise<{ lost: number; half: number; reservations: number }> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ lost: number; half: number; reservations: number }>(
      `with whole as (
         select r.id as reservation, a.subject_id as audit, e.payload->>'reservationId' as event, c.body->>'id' as receipt
         from booking.reservation r
         full join (select * from platform.audit_entry where subject_type = 'reservation') a on a.subject_id = r.id::text
         full join (select * from platform.outbox_event where topic like 'booking.%') e on e.payload->>'reservationId' = coalesce(r.id::text, a.subject_id)
         full join platform.command_receipt c on c.body->>'id' = coalesce(r.id::text, a.subject_id, e.payload->>'reservationId')
       )
       select
         (select count(*) from unnest($1::uuid[]) as ack (id) where not exists (select 1 from booking.reservation r where r.id = ack.id and r.state = 'confirmed'))::int as lost,
         (select count(*) from whole where reservation is null or audit is null or event is null or receipt is null)::int as half,
         (select count(*) from booking.reservation)::int as reservations`,
      [acknowledged],
    )
    return rows[0] ?? { lost: 0, half: 0, reservations: 0 }
  } finally {
    await client.end()
  }
}

export default bench
