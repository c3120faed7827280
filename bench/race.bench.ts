import pg from 'pg'
import { type Bench, percentile } from './bench.ts'
import { countDoubleSold, seedBookingDistrict } from './booking-district.ts'
import { type Answer, HttpConnection } from './http-client.ts'
import { startServerProcess } from './server-process.ts'

const PORT = 4402
const CLIENTS = 20
const PROCESSES = 4
const RESOURCES = 100
const STALLED_MS = 5000
// A quick run on a busy machine stops here and says how many rounds it did.
const QUICK_MS = 25_000
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

type Range = readonly [startMinute: number, endMinute: number]
/** One client of a round: what it asks for, and which contested slot that is (undefined: none, it only disturbs). */
type Attempt = { readonly slot: number | undefined; readonly send: (client: Client) => Promise<Answer> }
/** The slots of a round are minutes of a fresh day of a resource; each must be sold exactly once. */
type Round = { readonly slots: readonly Range[]; readonly attempts: readonly Attempt[] }
type Client = { readonly connection: HttpConnection; readonly cookie: string }
type Booked = { readonly id: string }

/** 20 clients at once for the same time over 4 server processes; then the database is read without the constraint. */
const bench: Bench = async ({ quick, emit, databaseUrl, home }) => {
  const rounds = quick ? 300 : 10_000
  const district = await seedBookingDistrict(databaseUrl, { resources: RESOURCES, people: CLIENTS })
  const server = await startServerProcess({ databaseUrl, home, port: PORT, workers: PROCESSES, connections: 10 })
  const clients = district.cookies.map((cookie) => ({ connection: new HttpConnection({ host: server.host, port: PORT }), cookie }))
  const first = Math.ceil(Date.now() / DAY + 1) * DAY
  const latencies: number[] = []
  const wrong: string[] = []
  let doubleAnswers = 0
  let unsold = 0
  let errors = 0
  let number = 0
  const deadline = performance.now() + (quick ? QUICK_MS : Number.POSITIVE_INFINITY)
  try {
    for (; number < rounds && performance.now() < deadline; number += 1) {
      const place = { resourceId: district.resourceIds[number % RESOURCES] ?? '', midnight: first + Math.floor(number / RESOURCES) * DAY }
      const round = await KINDS[number % KINDS.length]?.(place, clients)
      if (!round) continue
      const accepted = round.slots.map(() => 0)
      await Promise.all(
        round.attempts.map(async (attempt, index) => {
          const client = clients[index % CLIENTS]
          if (!client) return
          const started = performance.now()
          const answer = await attempt.send(client).catch((error: Error) => ({ status: 0, body: error.message }))
          const ms = performance.now() - started
          latencies.push(ms)
          if (![200, 201, 409, 412].includes(answer.status) || ms > STALLED_MS) {
            errors += 1
            if (wrong.length < 5) wrong.push(`${answer.status} after ${Math.round(ms)} ms: ${answer.body.slice(0, 200)}`)
          }
          if (attempt.slot !== undefined && (answer.status === 200 || answer.status === 201))
            accepted[attempt.slot] = (accepted[attempt.slot] ?? 0) + 1
        }),
      )
      doubleAnswers += accepted.filter((count) => count > 1).length
      const live = await countLive(clients[0], place, round.slots)
      unsold += live.filter((count) => count === 0).length
      doubleAnswers += live.filter((count) => count > 1).length
    }
    for (const line of wrong) console.error(line)
    emit({ figure: 'double_sold', value: doubleAnswers + (await countDoubleSold(databaseUrl)), unit: 'slots' })
    emit({ figure: 'unsold', value: unsold, unit: 'slots' })
    emit({ figure: 'errors', value: errors, unit: 'requests' })
    emit({ figure: 'p50_ms', value: percentile(latencies, 0.5), unit: 'ms' })
    emit({ figure: 'p95_ms', value: percentile(latencies, 0.95), unit: 'ms' })
    emit({ figure: 'max_ms', value: Math.max(0, percentile(latencies, 1)), unit: 'ms' })
    emit({ figure: 'rounds', value: number, unit: `of ${CLIENTS} clients` })
    emit({ figure: 'live', value: await countRows(databaseUrl), unit: 'reservations' })
  } finally {
    for (const { connection } of clients) connection.close()
    await server.stop()
  }
}

type Place = { readonly resourceId: string; readonly midnight: number }

const body = ({ resourceId, midnight }: Place, [start, end]: Range) =>
  JSON.stringify({
    resourceId,
    start: new Date(midnight + start * MINUTE).toISOString(),
    end: new Date(midnight + end * MINUTE).toISOString(),
  })

let keys = 0
const create = (place: Place, range: Range) => (client: Client) => {
  keys += 1
  return client.connection.send(
    'POST',
    '/api/v1/booking/reservations',
    { cookie: client.cookie, 'idempotency-key': `race-${keys}` },
    body(place, range),
  )
}
const change = (id: string, verb: 'move' | 'cancel', content: string) => (client: Client) =>
  client.connection.send('POST', `/api/v1/booking/reservations/${id}/${verb}`, { cookie: client.cookie, 'if-match': '"1"' }, content)

async function prepare(place: Place, range: Range, clients: readonly Client[]): Promise<Booked> {
  const [client] = clients
  if (!client) throw new Error('no client')
  const answer = await create(place, range)(client)
  if (answer.status !== 201) throw new Error(`preparing a round failed: ${answer.status} ${answer.body}`)
  return JSON.parse(answer.body) as Booked
}

const crowd = (count: number, make: (index: number) => Attempt): Attempt[] => Array.from({ length: count }, (_, index) => make(index))

/** The kinds of rounds, in turn. Uses have 30 minutes of clean-up after them. */
const KINDS: readonly ((place: Place, clients: readonly Client[]) => Round | Promise<Round>)[] = [
  // Identical.
  (place) => ({ slots: [[600, 720]], attempts: crowd(CLIENTS, () => ({ slot: 0, send: create(place, [600, 720]) })) }),
  // Overlapping: all have the hour from 660 in common.
  (place) => ({
    slots: [[660, 720]],
    attempts: crowd(CLIENTS, (index) => ({ slot: 0, send: create(place, [600 + (index % 3) * 30, 720 + (index % 4) * 30]) })),
  }),
  // Uses that touch, so that one lies in the clean-up of the other.
  (place) => ({
    slots: [[600, 720]],
    attempts: crowd(CLIENTS, (index) => ({ slot: 0, send: create(place, index % 2 ? [600, 660] : [660, 720]) })),
  }),
  // Blocked ranges that touch: two slots, each sold once.
  (place) => ({
    slots: [
      [600, 660],
      [690, 750],
    ],
    attempts: crowd(CLIENTS, (index) => ({ slot: index % 2, send: create(place, index % 2 ? [690, 750] : [600, 660]) })),
  }),
  // Creates against moves of two bookings to the same slot, and against the cancellation of one of them.
  async (place, clients) => {
    const early = await prepare(place, [120, 180], clients)
    const late = await prepare(place, [1080, 1140], clients)
    return {
      slots: [[600, 660]],
      attempts: [
        { slot: 0, send: change(early.id, 'move', body(place, [600, 660])) },
        { slot: 0, send: change(late.id, 'move', body(place, [600, 660])) },
        { slot: undefined, send: change(early.id, 'cancel', '{}') },
        { slot: undefined, send: change(late.id, 'move', body(place, [120, 180])) },
        { slot: undefined, send: create(place, [120, 180]) },
        ...crowd(CLIENTS - 5, () => ({ slot: 0, send: create(place, [600, 660]) })),
      ],
    }
  },
]

/** Live reservations over each slot, as the calendar that everybody sees tells them. */
async function countLive(client: Client | undefined, place: Place, slots: readonly Range[]): Promise<number[]> {
  if (!client) return []
  const day = new Date(place.midnight).toISOString().slice(0, 10)
  const answer = await client.connection.send('GET', `/api/v1/booking/resources/${place.resourceId}/calendar?from=${day}&days=2`, {
    cookie: client.cookie,
  })
  const { busy } = JSON.parse(answer.body) as { busy: { start: string; end: string }[] }
  return slots.map(
    ([start, end]) =>
      busy.filter((use) => Date.parse(use.start) < place.midnight + end * MINUTE && place.midnight + start * MINUTE < Date.parse(use.end))
        .length,
  )
}

async function countRows(databaseUrl: string): Promise<number> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from booking.reservation where state = 'confirmed'`)
  await client.end()
  return rows[0]?.count ?? 0
}

export default bench
