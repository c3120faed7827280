import { assess } from '@jiju/booking/server/assessment/assess'
import type { BookingTables } from '@jiju/booking/server/needs'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import pg from 'pg'
import type { Bench } from './bench.ts'
import { seedBookingDistrict } from './booking-district.ts'

const USES = 500
const INSTRUMENTS = 10_000
const QUICK_INSTRUMENTS = 1_000
const YEAR = { from: '2025-01-01', to: '2025-12-31' } as const
const SAMPLE_MS = 50
const OPENING = JSON.stringify([1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '20:00' })))

/**
 * The assessment of one year for every instrument, 500 metered uses and charges each, a fiftieth of them corrected and a twentieth inferred. 100,000
 * instruments would be 50 million records and as many charges, which take longer to write than to assess: the figures name how many were measured.
 */
const bench: Bench = async ({ quick, emit, databaseUrl }) => {
  const size = quick ? QUICK_INSTRUMENTS : INSTRUMENTS
  const instruments = Number(process.env.BENCH_INSTRUMENTS ?? size)
  const district = await seedBookingDistrict(databaseUrl, { resources: instruments, people: 1, opening: OPENING })
  await fill(databaseUrl, district)
  const pool = openPool({ connectionString: databaseUrl })
  const unit = `${instruments} instruments × ${USES} uses (of 100,000 × 500)`
  try {
    const base = process.memoryUsage().rss
    let peak = base
    const sampler = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }, SAMPLE_MS)
    const started = performance.now()
    let uses = 0
    let count = 0
    for await (const { figures } of assess(openDatabase<BookingTables>(pool), {}, YEAR, new Date())) {
      uses += figures.uses
      count += 1
    }
    const seconds = (performance.now() - started) / 1000
    clearInterval(sampler)
    if (count !== instruments) throw new Error(`${count} of ${instruments} instruments were assessed`)
    emit({ figure: 'full_s', value: seconds, unit: `s, ${unit}` })
    emit({ figure: 'peak_mb', value: Math.max(peak, process.memoryUsage().rss) / 1_048_576, unit: `MB, ${unit}` })
    emit({ figure: 'proved_uses', value: uses, unit: 'rows' })
    emit({ figure: 'uses_per_s', value: uses / seconds, unit: 'rows/s' })
  } finally {
    await pool.end()
  }
}

/** Written by the server itself, with ids in order of time as the platform gives them: a use of one to three hours about every seventeen hours of the year, inside and outside in turn. */
async function fill(
  databaseUrl: string,
  { providerId, enterpriseId, personIds }: { providerId: string; enterpriseId: string; personIds: readonly string[] },
): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const names = [providerId, enterpriseId, personIds[0]]
    await client.query('set synchronous_commit = off')
    await client.query(
      `insert into booking.use_record (id, use_id, resource_id, unit, provider_id, reservation_id, organisation_id, person_id, is_outside, started_at, ended_at,
         start_source, end_source, is_proved, recorded_at)
       select uuidv7(), uuidv7(), r.id, 1, $1, uuidv7(), case when n % 3 = 0 then $2::uuid else $1::uuid end, $3, n % 3 = 0, s.at,
         s.at + (60 + n % 3 * 60) * interval '1 minute', 'qr', case when n % 20 = 0 then 'inferred' else 'qr' end, n % 20 <> 0, s.at + interval '4 hours'
       from catalog.resource r cross join generate_series(0, ${USES - 1}) n
       cross join lateral (select timestamptz '2025-01-01 00:00+08' + n * interval '17.5 hours' as at) s`,
      names,
    )
    await client.query(
      `insert into booking.use_record (id, use_id, replaces, resource_id, unit, provider_id, reservation_id, organisation_id, person_id, is_outside, started_at, ended_at,
         start_source, end_source, is_proved, recorded_by, recorded_at, confirmed_by)
       select uuidv7(), use_id, id, resource_id, unit, provider_id, reservation_id, organisation_id, person_id, is_outside, started_at,
         ended_at - interval '10 minutes', start_source, end_source, true, $1, recorded_at + interval '1 day', $2
       from booking.use_record where hashtext(id::text) % 50 = 0`,
      [personIds[0], enterpriseId],
    )
    await client.query(
      `insert into booking.charge (id, reservation_id, version, record_id, resource_id, provider_id, organisation_id, is_outside, basis, charged_by, booked_minutes,
         metered_minutes, lines, total_fen, answer_until, created_at)
       select uuidv7(), reservation_id, 1, id, resource_id, provider_id, organisation_id, is_outside, 'booked', 'booked', 60, 60, '[]', 18000,
         ended_at + interval '7 days', ended_at
       from booking.use_record where replaces is null`,
    )
    await client.query('vacuum analyze booking.use_record')
    await client.query('vacuum analyze booking.charge')
  } finally {
    await client.end()
  }
}

export default bench
