import { firstFreeSlots } from '@jiju/booking/server/availability'
import { newId } from '@jiju/kernel/ids'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import pg from 'pg'
import { type Bench, percentile, seededRandom } from './bench.ts'
import { seedBookingDistrict } from './booking-district.ts'

const RESOURCES = 1000
const BOOKINGS = 20
const DAYS = 30
const HOUR = 3_600_000
const OPENING = JSON.stringify([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '08:00', end: '18:00' })))

/** The first free two hours of 1,000 resources over 30 days at 20 bookings each, as the catalogue's search asks for them: scattered bookings, and all of them packed to the front. */
const bench: Bench = async ({ quick, emit, databaseUrl }) => {
  const { resourceIds, providerId, enterpriseId, personIds } = await seedBookingDistrict(databaseUrl, {
    resources: RESOURCES,
    people: 1,
    opening: OPENING,
  })
  const pool = openPool({ connectionString: databaseUrl })
  const db = openDatabase<never>(pool)
  // Tomorrow, 00:00 in Shanghai.
  const from = new Date(Math.ceil((Date.now() + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR - 8 * HOUR)
  const window = { from, to: new Date(from.getTime() + DAYS * 24 * HOUR), minutes: 120 }
  const runs = quick ? 40 : 300
  try {
    for (const layout of ['scattered', 'packed'] as const) {
      await fill(databaseUrl, { layout, from, resourceIds, providerId, enterpriseId, personId: personIds[0] ?? '' })
      const times: number[] = []
      let found = 0
      for (let run = 0; run < runs; run += 1) {
        const started = performance.now()
        found = (await firstFreeSlots(db, resourceIds, window)).size
        times.push(performance.now() - started)
      }
      if (found !== RESOURCES) throw new Error(`a free slot was found for ${found} of ${RESOURCES} resources`)
      const name = layout === 'scattered' ? '' : '_packed'
      emit({ figure: `p50_ms${name}`, value: percentile(times, 0.5), unit: 'ms' })
      emit({ figure: `p95_ms${name}`, value: percentile(times, 0.95), unit: 'ms' })
    }
    emit({ figure: 'resources', value: RESOURCES, unit: 'rows' })
    emit({ figure: 'bookings', value: RESOURCES * BOOKINGS, unit: 'rows' })
  } finally {
    await pool.end()
  }
}

type Fill = {
  layout: 'scattered' | 'packed'
  from: Date
  resourceIds: readonly string[]
  providerId: string
  enterpriseId: string
  personId: string
}

/** Scattered: one to four hours somewhere in the open hours. Packed: seven and a half hours a day, on the first days, so that the search must look past all of them. */
async function fill(databaseUrl: string, { layout, from, resourceIds, providerId, enterpriseId, personId }: Fill): Promise<void> {
  const random = seededRandom(7)
  const resources: string[] = []
  const starts: Date[] = []
  const ends: Date[] = []
  for (const resource of resourceIds) {
    const days = new Set<number>()
    while (days.size < BOOKINGS) days.add(layout === 'packed' ? days.size : Math.floor(random() * DAYS))
    for (const day of days) {
      const hours = layout === 'packed' ? 7.5 : 1 + Math.floor(random() * 4)
      const hour = layout === 'packed' ? 9 : 8 + Math.floor(random() * 6)
      const start = from.getTime() + (day * 24 + hour) * HOUR
      resources.push(resource)
      starts.push(new Date(start))
      ends.push(new Date(start + hours * HOUR))
    }
  }
  const client = new pg.Client(databaseUrl)
  await client.connect()
  await client.query('truncate booking.reservation')
  await client.query(
    `insert into booking.reservation (id, resource_id, provider_id, number, kind, state, during, blocked, organisation_id, booker_id, placed_by, customer_class,
       price_fen, price_lines, free_cancel_until, late_cancel_percent)
     select id, resource_id, $5, 'BENCH', 'customer', 'confirmed', tstzrange(start, "end"), tstzrange(start, "end" + interval '30 minutes'), $6, $7, $7, 'enterprise',
       0, '[]', start, 0
     from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) as b (id, resource_id, start, "end")`,
    [resources.map(() => newId()), resources, starts, ends, providerId, enterpriseId, personId],
  )
  await client.query('analyze booking.reservation')
  await client.end()
}

export default bench
