/** The load of the booking benchmark, in a process of its own: `booking-load.ts '{…LoadOrder}'` prints `{ done, failed, latenciesMs }`. */
import { newId } from '@jiju/kernel/ids'
import pg from 'pg'
import { HttpConnection } from './http-client.ts'

export type LoadOrder = {
  readonly door: 'http' | 'raw_sql'
  readonly host: string
  readonly port: number
  readonly databaseUrl: string
  readonly connections: number
  /** Statements that a raw connection has under way at once. */
  readonly depth: number
  readonly seconds: number
  readonly cookies: readonly string[]
  readonly resourceIds: readonly string[]
  readonly providerId: string
  readonly enterpriseId: string
  readonly personIds: readonly string[]
  /** Slot number of each resource to start from, so that two loads of one run take different slots. */
  readonly firstSlot: number
}

export type LoadResult = {
  readonly done: number
  readonly failed: number
  readonly seconds: number
  readonly latenciesMs: readonly number[]
}

const MINUTE = 60_000
const SLOT_MINUTES = 90
const USE_MINUTES = 60

const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder
// Whole hours, well behind the notice; `SLOT_MINUTES` keeps the clean-up of one use away from the next.
const base = Math.ceil((Date.now() + 4 * 60 * MINUTE) / (60 * MINUTE)) * 60 * MINUTE
let next = 0
const latenciesMs: number[] = []
let done = 0
let failed = 0

function nextSlot(): { resourceId: string; start: Date; end: Date; index: number } {
  const index = next
  next += 1
  const slot = order.firstSlot + Math.floor(index / order.resourceIds.length)
  const start = base + slot * SLOT_MINUTES * MINUTE
  return {
    resourceId: order.resourceIds[index % order.resourceIds.length] ?? '',
    start: new Date(start),
    end: new Date(start + USE_MINUTES * MINUTE),
    index,
  }
}

async function measure(work: () => Promise<boolean>): Promise<void> {
  const started = performance.now()
  const isDone = await work()
  latenciesMs.push(performance.now() - started)
  if (isDone) done += 1
  else failed += 1
}

async function bookOverHttp(until: number, client: number): Promise<void> {
  const connection = new HttpConnection({ host: order.host, port: order.port })
  const cookie = order.cookies[client % order.cookies.length] ?? ''
  while (performance.now() < until) {
    const { resourceId, start, end } = nextSlot()
    const body = JSON.stringify({ resourceId, start: start.toISOString(), end: end.toISOString(), project: 'bench' })
    await measure(async () => {
      const answer = await connection.send('POST', '/api/v1/booking/reservations', { cookie }, body)
      if (answer.status !== 201 && failed < 3) console.error(answer.status, answer.body.slice(0, 300))
      return answer.status === 201
    })
  }
  connection.close()
}

/** The reservation row alone, as the fastest way to write it without the platform: prepared, pipelined, each its own transaction. */
const RAW_INSERT = {
  name: 'raw-insert',
  text: `insert into booking.reservation (id, resource_id, provider_id, number, kind, state, during, blocked, organisation_id, booker_id, placed_by, customer_class,
      operation, project, price_fen, price_lines, free_cancel_until, late_cancel_percent)
    values ($1, $2, $3, $4, 'customer', 'confirmed', tstzrange($5, $6), tstzrange($5, $7), $8, $9, $9, 'enterprise', 'self_service', 'bench', 18000, $10, $11, 30)
    on conflict on constraint reservation_no_overlap do nothing`,
}
const LINES = JSON.stringify([{ code: 'machine_time', quantity: '1', unit: 'hour', unitPriceFen: '18000', amountFen: '18000' }])

async function insertRaw(until: number, number: number): Promise<void> {
  const client = new pg.Client({ connectionString: order.databaseUrl, pipeline: true } as pg.ClientConfig)
  await client.connect()
  const person = order.personIds[number % order.personIds.length]
  const lane = async () => {
    while (performance.now() < until) {
      const { resourceId, start, end, index } = nextSlot()
      const values = [
        newId(),
        resourceId,
        order.providerId,
        `RAW-${index}`,
        start,
        end,
        new Date(end.getTime() + 30 * MINUTE),
        order.enterpriseId,
        person,
        LINES,
        start,
      ]
      await measure(async () => (await client.query({ ...RAW_INSERT, values })).rowCount === 1)
    }
  }
  await Promise.all(Array.from({ length: order.depth }, lane))
  await client.end()
}

const started = performance.now()
const until = started + order.seconds * 1000
const door = order.door === 'http' ? bookOverHttp : insertRaw
await Promise.all(Array.from({ length: order.connections }, (_, index) => door(until, index)))
console.log(JSON.stringify({ done, failed, seconds: (performance.now() - started) / 1000, latenciesMs } satisfies LoadResult))
