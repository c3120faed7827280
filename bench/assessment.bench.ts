import { assess } from '@jiju/booking/server/assessment/assess'
import type { BookingTables } from '@jiju/booking/server/needs'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import pg from 'pg'
import type { Bench, BenchContext } from './bench.ts'
import { seedBookingDistrict } from './booking-district.ts'

const USES = 500
const INSTRUMENTS = 10_000
const QUICK_INSTRUMENTS = 1_000
const YEAR = { from: '2025-01-01', to: '2025-12-31' } as const
const SAMPLE_MS = 50
/** So many instruments are written in one statement: half a million rows, and what of them waits to reach the disk stays small. */
const BATCH = 1_000
const OPENING = JSON.stringify([1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '20:00' })))

/**
 * The assessment of one year for every instrument: 500 metered uses each, a fiftieth of them corrected and a twentieth inferred; every use from outside is
 * charged and a third of the others, for own use mostly costs nothing. BENCH_INSTRUMENTS=100000 is the whole aim of 50 million records; the figures name
 * how many were measured, how long they took to write and how much disk they took.
 */
const bench: Bench = async ({ quick, emit, databaseUrl }) => {
  const size = quick ? QUICK_INSTRUMENTS : INSTRUMENTS
  const instruments = Number(process.env.BENCH_INSTRUMENTS ?? size)
  const district = await seedBookingDistrict(databaseUrl, { resources: instruments, people: 1, opening: OPENING })
  const unit = `${instruments} instruments × ${USES} uses (of 100,000 × 500)`
  await measureFill(databaseUrl, district, { emit, unit })
  const pool = openPool({ connectionString: databaseUrl })
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

type District = {
  readonly providerId: string
  readonly enterpriseId: string
  readonly personIds: readonly string[]
  readonly resourceIds: readonly string[]
}

async function measureFill(
  databaseUrl: string,
  district: District,
  { emit, unit }: Pick<BenchContext, 'emit'> & { unit: string },
): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const started = performance.now()
    await fill(client, district)
    const { rows } = await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes')
    emit({ figure: 'fill_s', value: (performance.now() - started) / 1000, unit: `s, ${unit}` })
    emit({ figure: 'disk_gb', value: Number(rows[0]?.bytes) / 1e9, unit: 'GB' })
  } finally {
    await client.end()
  }
}

/**
 * Written by the server itself, batch after batch, with ids in order of time as the platform gives them: a use of one to three hours about every seventeen
 * hours of the year, inside and outside in turn. What only guards writing is off for the while: the tables are not logged, foreign keys are not
 * looked up, and the indexes are built at the end. Those that the assessment does not read are not built, which halves the disk.
 */
async function fill(client: pg.Client, { providerId, enterpriseId, personIds, resourceIds }: District): Promise<void> {
  const [personId] = personIds
  await client.query('set synchronous_commit = off')
  await client.query("set maintenance_work_mem = '512MB'")
  await client.query('set session_replication_role = replica')
  for (const table of ['use_correction', 'charge_answer', 'charge', 'use_record'])
    await client.query(`alter table booking.${table} set unlogged`)
  for (const index of [...UNREAD, ...READ.map(({ name }) => name)]) await client.query(`drop index booking.${index}`)
  for (const constraint of ['charge_version', 'charge_enrolment_version'])
    await client.query(`alter table booking.charge drop constraint ${constraint}`)
  for (let from = 0; from < resourceIds.length; from += BATCH) {
    const batch = resourceIds.slice(from, from + BATCH)
    await client.query(
      `insert into booking.use_record (id, use_id, resource_id, unit, provider_id, reservation_id, organisation_id, person_id, is_outside, started_at, ended_at,
         start_source, end_source, is_proved, recorded_at)
       select uuidv7(), uuidv7(), r.id, 1, $1, uuidv7(), case when n % 3 = 0 then $2::uuid else $1::uuid end, $3, n % 3 = 0, s.at,
         s.at + (60 + n % 3 * 60) * interval '1 minute', 'qr', case when n % 20 = 0 then 'inferred' else 'qr' end, n % 20 <> 0, s.at + interval '4 hours'
       from unnest($4::uuid[]) r (id) cross join generate_series(0, ${USES - 1}) n
       cross join lateral (select timestamptz '2025-01-01 00:00+08' + n * interval '17.5 hours' as at) s`,
      [providerId, enterpriseId, personId, batch],
    )
  }
  for (const { name, on } of READ.filter(({ name }) => name.startsWith('use_record')))
    await client.query(`create index ${name} on booking.${on}`)
  for (let from = 0; from < resourceIds.length; from += BATCH) {
    const batch = resourceIds.slice(from, from + BATCH)
    await client.query(
      `insert into booking.charge (id, reservation_id, version, record_id, resource_id, provider_id, organisation_id, is_outside, basis, charged_by, booked_minutes,
         metered_minutes, lines, total_fen, answer_until, created_at)
       select uuidv7(), reservation_id, 1, id, resource_id, provider_id, organisation_id, is_outside, 'booked', 'booked', 60, 60, '[]', 18000,
         ended_at + interval '7 days', ended_at
       from booking.use_record where resource_id = any($1::uuid[]) and replaces is null and (is_outside or hashtext(id::text) % 3 = 0)
       order by resource_id, started_at`,
      [batch],
    )
    await client.query(
      `insert into booking.use_record (id, use_id, replaces, resource_id, unit, provider_id, reservation_id, organisation_id, person_id, is_outside, started_at, ended_at,
         start_source, end_source, is_proved, recorded_by, recorded_at, confirmed_by)
       select uuidv7(), use_id, id, resource_id, unit, provider_id, reservation_id, organisation_id, person_id, is_outside, started_at,
         ended_at - interval '10 minutes', start_source, end_source, true, $1, recorded_at + interval '1 day', $2
       from booking.use_record where resource_id = any($3::uuid[]) and hashtext(id::text) % 50 = 0`,
      [personId, enterpriseId, batch],
    )
  }
  for (const { name, on } of READ.filter(({ name }) => name.startsWith('charge')))
    await client.query(`create index ${name} on booking.${on}`)
  for (const table of ['use_record', 'charge']) await client.query(`vacuum (analyze) booking.${table}`)
}

/** As the schema has them; built after the rows, which is faster by half. */
const READ = [
  { name: 'use_record_resource', on: 'use_record (resource_id, started_at, id)' },
  { name: 'charge_resource', on: 'charge (resource_id, id)' },
] as const

const UNREAD = [
  'use_record_provider',
  'use_record_reservation',
  'use_record_unproved',
  'use_record_first',
  'charge_due',
  'charge_organisation',
  'charge_provider',
] as const

export default bench
