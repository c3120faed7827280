import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Bench, percentile } from './bench.ts'
import { type BenchDistrict, countDoubleSold, seedBookingDistrict } from './booking-district.ts'
import { type Answer, HttpConnection } from './http-client.ts'
import { startServerProcess } from './server-process.ts'

const PORT = 4407
const CLIENTS = 20
const MANAGERS = 8
const PROCESSES = 4
const PER_KIND = 30
const STALLED_MS = 5000
// A quick run on a busy machine gives each kind this long and says how many rounds it did.
const QUICK_MS_PER_KIND = 4_000
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

type Client = { readonly connection: HttpConnection; readonly cookie: string }
type Kind = {
  readonly name: string
  /** Of the round's resources: what their calendars say beside the defaults. */
  readonly calendar?: string
  /** Runs one round; the texts say what is wrong with its outcome. */
  readonly play: (round: Round) => Promise<string[]>
}
type Round = {
  readonly resources: readonly [string, string]
  readonly midnight: number
  readonly engineers: readonly Client[]
  readonly managers: readonly Client[]
  readonly database: pg.Client
  /** Sends all at once; a failed or stalled request is an error of the run. */
  readonly together: (attempts: readonly (() => Promise<Answer>)[]) => Promise<Answer[]>
}

/**
 * Races of everything that takes, gives or moves time, over four server processes. Each round is judged by the rows that it left, read without
 * the constraint; at the end all rows are compared once more.
 */
const bench: Bench = async ({ quick, emit, databaseUrl, home }) => {
  const district = await seedBookingDistrict(databaseUrl, { resources: KINDS.length * PER_KIND, people: CLIENTS, managers: MANAGERS })
  const database = new pg.Client(databaseUrl)
  await database.connect()
  for (const [index, { calendar }] of KINDS.entries())
    if (calendar)
      await database.query(`update booking.calendar set ${calendar} where resource_id = any($1::uuid[])`, [stretch(district, index)])
  const server = await startServerProcess({ databaseUrl, home, port: PORT, workers: PROCESSES, connections: 10 })
  const connect = (cookie: string): Client => ({ connection: new HttpConnection({ host: server.host, port: PORT }), cookie })
  const engineers = district.cookies.map(connect)
  const managers = district.managerCookies.map(connect)
  const first = Math.ceil(Date.now() / DAY + 1) * DAY
  let errors = 0
  try {
    for (const [index, kind] of KINDS.entries()) {
      const latencies: number[] = []
      const wrong: string[] = []
      const together: Round['together'] = (attempts) =>
        Promise.all(
          attempts.map(async (attempt) => {
            const started = performance.now()
            const answer = await attempt().catch((error: Error) => ({ status: 0, body: error.message }))
            const ms = performance.now() - started
            latencies.push(ms)
            if (![200, 201, 409, 412, 422].includes(answer.status) || ms > STALLED_MS) {
              errors += 1
              console.error(`${kind.name}: ${answer.status} after ${Math.round(ms)} ms: ${answer.body.slice(0, 300)}`)
            }
            return answer
          }),
        )
      const resources = stretch(district, index)
      const deadline = performance.now() + (quick ? QUICK_MS_PER_KIND : Number.POSITIVE_INFINITY)
      let number = 0
      for (; number < (quick ? 50 : 1000) && performance.now() < deadline; number += 1) {
        const at = (2 * number) % PER_KIND
        const midnight = first + Math.floor((2 * number) / PER_KIND) * 7 * DAY
        const pair = [resources[at] ?? '', resources[at + 1] ?? ''] as const
        wrong.push(...(await kind.play({ resources: pair, midnight, engineers, managers, database, together })))
      }
      for (const text of wrong.slice(0, 5)) console.error(`${kind.name}: ${text}`)
      emit({ figure: `wrong_${kind.name}`, value: wrong.length, unit: `of ${number} rounds` })
      emit({ figure: `p95_ms_${kind.name}`, value: percentile(latencies, 0.95), unit: 'ms' })
    }
    emit({ figure: 'double_sold', value: await countDoubleSold(databaseUrl), unit: 'slots' })
    emit({ figure: 'errors', value: errors, unit: 'requests' })
  } finally {
    for (const { connection } of [...engineers, ...managers]) connection.close()
    await database.end()
    await server.stop()
  }
}

const stretch = (district: BenchDistrict, kind: number) => district.resourceIds.slice(kind * PER_KIND, (kind + 1) * PER_KIND)

let keys = 0
function send(client: Client | undefined, method: 'POST' | 'GET', path: string, body?: unknown, version?: number): Promise<Answer> {
  if (!client) throw new Error('no client')
  keys += 1
  return client.connection.send(
    method,
    `/api/v1/booking${path}`,
    {
      cookie: client.cookie,
      'idempotency-key': `races-${keys}`,
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
  )
}

const time = (midnight: number, [start, end]: readonly [number, number]) => ({
  start: new Date(midnight + start * MINUTE).toISOString(),
  end: new Date(midnight + end * MINUTE).toISOString(),
})
const SLOT = [600, 720] as const
const place = (client: Client | undefined, resourceId: string, midnight: number, range: readonly [number, number] = SLOT) =>
  send(client, 'POST', '/reservations', { resourceId, ...time(midnight, range) })

const crowd = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))
const won = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200 || status === 201)
const idOf = (answer: Answer) => (JSON.parse(answer.body) as { id: string }).id

type Row = { readonly id: string; readonly kind: string; readonly state: string; readonly unit: number; readonly group_id: string | null }
/** Live reservations whose use overlaps a slot; what ran out counts no more. */
async function liveRows(
  database: pg.Client,
  resourceId: string,
  midnight: number,
  range: readonly [number, number] = SLOT,
): Promise<Row[]> {
  const { start, end } = time(midnight, range)
  const { rows } = await database.query<Row>(
    `select id, kind, state, unit, group_id from booking.reservation
     where resource_id = $1 and lower(during) < $3::timestamptz and $2::timestamptz < upper(during)
       and (state in ('confirmed', 'in_use') or (state = 'held' and held_until > now()) or (state = 'pending' and decide_until > now()))`,
    [resourceId, start, end],
  )
  return rows
}

async function prepared(answer: Promise<Answer>): Promise<{ id: string; version: number }> {
  const { status, body } = await answer
  if (status !== 201) throw new Error(`preparing a round failed: ${status} ${body}`)
  return JSON.parse(body) as { id: string; version: number }
}

const APPROVAL = `confirmation = 'approval', decide_within_hours = 80`

const KINDS: readonly Kind[] = [
  {
    name: 'approve_approve',
    calendar: APPROVAL,
    play: async ({ resources: [resource], midnight, engineers, managers, database, together }) => {
      const request = await prepared(place(engineers[0], resource, midnight))
      const answers = await together(
        crowd(MANAGERS, (index) => () => send(managers[index], 'POST', `/reservations/${request.id}/approve`, {}, request.version)),
      )
      const [row, ...others] = await liveRows(database, resource, midnight)
      if (won(answers).length !== 1) return [`${won(answers).length} approvals were accepted`]
      return row?.state === 'confirmed' && others.length === 0 ? [] : ['the request is not confirmed once']
    },
  },
  {
    name: 'approve_expire',
    calendar: APPROVAL,
    play: async ({ resources: [resource], midnight, engineers, managers, database, together }) => {
      const request = await prepared(place(engineers[0], resource, midnight))
      await database.query(`update booking.reservation set decide_until = now() + interval '12 milliseconds' where id = $1`, [request.id])
      const approvals = crowd(2, (index) => async () => {
        await sleep(index * 9)
        return send(managers[index], 'POST', `/reservations/${request.id}/approve`, {}, request.version)
      })
      const others = crowd(8, (index) => async () => {
        await sleep(index * 4)
        return place(engineers[1 + index], resource, midnight)
      })
      const answers = await together([...approvals, ...others])
      const approved = won(answers.slice(0, 2)).length
      const placed = won(answers.slice(2))
      const rows = await liveRows(database, resource, midnight)
      const problems: string[] = []
      if (approved + placed.length > 1) problems.push(`${approved} approvals and ${placed.length} new requests were accepted`)
      if (rows.length !== approved + placed.length)
        problems.push(`${rows.length} rows hold the slot of ${approved + placed.length} answers`)
      if (approved === 1 && (rows[0]?.id !== request.id || rows[0]?.state !== 'confirmed'))
        problems.push('the approved request is not confirmed')
      return problems
    },
  },
  {
    name: 'capacity_3',
    calendar: 'capacity = 3',
    play: async ({ resources: [resource], midnight, engineers, database, together }) => {
      const answers = await together(engineers.map((engineer) => () => place(engineer, resource, midnight)))
      const rows = await liveRows(database, resource, midnight)
      const units = new Set(rows.map(({ unit }) => unit))
      return won(answers).length === 3 && rows.length === 3 && units.size === 3
        ? []
        : [`${won(answers).length} accepted, ${rows.length} rows on ${units.size} units`]
    },
  },
  {
    name: 'series_single',
    calendar: 'horizon_days = 730',
    play: async ({ resources: [resource], midnight, engineers, database, together }) => {
      const uses = crowd(4, (index) => midnight + index * DAY)
      const series = () =>
        send(engineers[0], 'POST', '/series', { resourceId: resource, ...time(midnight, SLOT), rule: 'FREQ=DAILY;COUNT=4', take: 'all' })
      const single = (index: number) => () => place(engineers[2 + index], resource, uses[index % 2 === 0 ? 2 : 3] ?? midnight)
      const answers = await together([series, ...crowd(10, single)])
      const rows: Row[][] = []
      for (const day of uses) rows.push(await liveRows(database, resource, day))
      const ofSeries = rows.map((live) => live.filter(({ group_id }) => group_id !== null).length)
      const isWhole = won(answers.slice(0, 1)).length === 1
      const problems: string[] = []
      if (ofSeries.some((count) => count !== (isWhole ? 1 : 0)))
        problems.push(`a series that was ${isWhole ? 'accepted' : 'refused'} left ${ofSeries.join(' ')}`)
      if (rows[2]?.length !== 1 || rows[3]?.length !== 1) problems.push(`contested slots hold ${rows[2]?.length} and ${rows[3]?.length}`)
      if (rows.flat().length !== (isWhole ? 4 : 0) + won(answers.slice(1)).length) problems.push('rows and answers differ')
      return problems
    },
  },
  {
    name: 'bundle_single',
    play: async ({ resources: [one, two], midnight, engineers, database, together }) => {
      const bundle = (ids: readonly string[], client: Client | undefined) => () =>
        send(client, 'POST', '/bundles', { ...time(midnight, SLOT), parts: ids.map((id) => ({ resourceIds: [id] })) })
      const singles = crowd(8, (index) => () => place(engineers[4 + index], index % 2 ? one : two, midnight))
      const answers = await together([bundle([one, two], engineers[0]), bundle([two, one], engineers[1]), ...singles])
      const rows = [await liveRows(database, one, midnight), await liveRows(database, two, midnight)]
      const bundles = won(answers.slice(0, 2)).length
      const problems: string[] = []
      if (rows.some((live) => live.length !== 1)) problems.push(`the slots hold ${rows.map((live) => live.length).join(' and ')}`)
      const grouped = rows.map((live) => live.filter(({ group_id }) => group_id !== null).length)
      if (grouped.some((count) => count !== bundles))
        problems.push(`${bundles} bundles were accepted, their rows are ${grouped.join(' and ')}`)
      if (rows.flat().length !== 2 * bundles + won(answers.slice(2)).length) problems.push('rows and answers differ')
      return problems
    },
  },
  {
    name: 'outage_booking',
    play: async ({ resources: [resource], midnight, engineers, managers, database, together }) => {
      const outage = { resourceIds: [resource], ...time(midnight, [540, 780]), type: 'maintenance', reason: 'Bench' }
      const answers = await together([
        () => send(managers[0], 'POST', '/outages', outage),
        ...crowd(10, (index) => async () => {
          await sleep(index)
          return place(engineers[index], resource, midnight)
        }),
      ])
      const rows = await liveRows(database, resource, midnight)
      const standing = rows.filter(({ kind, unit }) => kind !== 'outage' && unit > 0)
      const problems: string[] = []
      if (won(answers.slice(0, 1)).length !== 1) problems.push(`the outage was refused: ${answers[0]?.body.slice(0, 200)}`)
      if (standing.length > 0) problems.push(`${standing.length} bookings stand in a declared outage`)
      const kept = new Set(rows.map(({ id }) => id))
      if (won(answers.slice(1)).some((answer) => !kept.has(idOf(answer)))) problems.push('an accepted booking is gone')
      if (won(answers.slice(1)).length > 1) problems.push('the slot was sold twice')
      return problems
    },
  },
  {
    name: 'offer_booking',
    calendar: 'horizon_days = 730',
    play: async ({ resources: [resource], midnight, engineers, managers: [other], database, together }) => {
      const [holder, next, last, ...others] = engineers
      if (!next || !last || !other) throw new Error('this race needs more people')
      const waiting = [next, last] as const
      const held = await prepared(place(holder, resource, midnight))
      const day = new Date(midnight).toISOString().slice(0, 10)
      // The slot by the wall clock of the site, eight hours ahead of UTC.
      const window = { fromDay: day, untilDay: day, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 1080, untilMinute: 1200, minutes: 120 }
      const wishes: { id: string }[] = []
      for (const client of waiting) wishes.push(await prepared(send(client, 'POST', '/wishes', { resourceIds: [resource], ...window })))
      // Newcomers come before, while and after the slot is offered.
      rounds += 1
      const first = (rounds % 8) * 40
      const answers = await together([
        () => send(holder, 'POST', `/reservations/${held.id}/cancel`, {}, held.version),
        ...crowd(8, (index) => async () => {
          await sleep(first + index * 20)
          return place(others[index], resource, midnight)
        }),
      ])
      const owners = await untilOwned(database, resource, midnight)
      const problems: string[] = []
      const newcomers = won(answers.slice(1))
      const { rows: offers } = await database.query<{ reservation_id: string; place: number }>(
        `select reservation_id, array_position($1::uuid[], wish_id) as place from booking.waiting_offer where wish_id = any($1::uuid[])`,
        [wishes.map(({ id }) => id)],
      )
      if (won(answers.slice(0, 1)).length !== 1) problems.push(`the cancellation was refused: ${answers[0]?.body.slice(0, 200)}`)
      if (owners.length !== 1) problems.push(`${owners.length} rows own the slot`)
      if (newcomers.length + offers.length !== 1) problems.push(`${newcomers.length} newcomers and ${offers.length} offers got the slot`)
      const owner = newcomers[0] ? idOf(newcomers[0]) : offers[0]?.reservation_id
      if (owners[0]?.id !== owner) problems.push('the slot belongs to somebody who was not told so')
      if (offers[0] && offers[0].place !== 1) problems.push('the second of the list was asked before the first')
      if (offers[0]) {
        // One person with two windows; a connection carries one request at a time.
        const accept = (connection: HttpConnection) => () =>
          send({ connection, cookie: waiting[0].cookie }, 'POST', `/wishes/${wishes[0]?.id}/accept`, {})
        const accepts = [accept(waiting[0].connection), accept(other.connection)]
        const accepted = won(await together([...accepts, () => place(others[0], resource, midnight)]))
        const [row, ...more] = await liveRows(database, resource, midnight)
        if (accepted.length !== 1 || row?.id !== owner || row?.state !== 'confirmed' || more.length > 0)
          problems.push(`${accepted.length} accepted the offer, the slot is ${row?.state} with ${more.length} more`)
      }
      for (const [index, { id }] of wishes.entries()) await send(waiting[index], 'POST', `/wishes/${id}/leave`, {})
      return problems
    },
  },
]

let rounds = 0
/** The rows that own a slot once somebody does; the offer is made in the background. */
async function untilOwned(database: pg.Client, resourceId: string, midnight: number): Promise<Row[]> {
  for (let look = 0; look < 100; look += 1) {
    const rows = await liveRows(database, resourceId, midnight)
    if (rows.length > 0) return rows
    await sleep(30)
  }
  return []
}

export default bench
