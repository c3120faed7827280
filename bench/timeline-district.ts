import { createHash, randomBytes } from 'node:crypto'
import { newId } from '@jiju/kernel/ids'
import pg from 'pg'
import { seededRandom } from './bench.ts'
import { seedBookingDistrict } from './booking-district.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const BATCH = 5_000
const WORKDAYS = JSON.stringify([1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '20:00' })))

/** What the timeline benchmark looks at: a provider with a lab manager who is signed in, and instruments with `weeks` of bookings around today. */
export async function seedTimelineDistrict(
  databaseUrl: string,
  size: { instruments: number; weeks: number; today: Date },
): Promise<{ session: string; bookings: number }> {
  const district = await seedBookingDistrict(databaseUrl, { resources: size.instruments, people: 20, opening: WORKDAYS })
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const session = await addManager(client, district.providerId)
    const rows = bookingsOf(district.resourceIds, size)
    for (let first = 0; first < rows.length; first += BATCH)
      await client.query(INSERT, [
        JSON.stringify(rows.slice(first, first + BATCH)),
        district.providerId,
        district.enterpriseId,
        [...district.personIds],
      ])
    await client.query('analyze')
    return { session, bookings: rows.length }
  } finally {
    await client.end()
  }
}

async function addManager(client: pg.Client, providerId: string): Promise<string> {
  const id = newId()
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `insert into people.person (id, email, name, language, password_hash, password_changed_at, created_at)
     values ($1, 'manager@bench.example', 'Bench manager', 'zh', 'x', now(), now())`,
    [id],
  )
  await client.query(
    `insert into people.membership (id, person_id, organisation_id, roles, status, joined_at) values ($1, $2, $3, array['provider:lab_manager'], 'active', now())`,
    [newId(), id, providerId],
  )
  await client.query(
    `insert into people.session (id, token_hash, person_id, active_organisation_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, now(), now(), now() + interval '1 day')`,
    [newId(), createHash('sha256').update(token).digest(), id, providerId],
  )
  return token
}

type Booking = { id: string; resource: string; start: Date; end: Date; person: number; inside: boolean }

/** Two uses on most working days of each instrument, of an hour to four, with clean-up between them. */
function bookingsOf(resourceIds: readonly string[], { weeks, today }: { weeks: number; today: Date }): Booking[] {
  const random = seededRandom(20261123)
  const firstDay = Math.floor(today.getTime() / DAY_MS) - Math.floor((weeks * 7) / 2)
  const rows: Booking[] = []
  for (const resource of resourceIds)
    for (let day = firstDay; day < firstDay + weeks * 7; day += 1) {
      // 1970-01-01 was a Thursday; the days are Shanghai's, whose eight o'clock is midnight in UTC.
      const weekday = (day + 3) % 7
      if (weekday >= 5) continue
      let minute = Math.floor(random() * 4) * 30
      while (minute < 12 * 60) {
        const length = (2 + Math.floor(random() * 7)) * 30
        if (minute + length > 12 * 60) break
        const start = day * DAY_MS + minute * MINUTE_MS
        rows.push({
          id: newId(),
          resource,
          start: new Date(start),
          end: new Date(start + length * MINUTE_MS),
          person: 1 + Math.floor(random() * 20),
          inside: random() < 0.4,
        })
        minute += length + 60 + Math.floor(random() * 10) * 30
      }
    }
  return rows
}

const INSERT = `
  insert into booking.reservation (id, resource_id, provider_id, number, kind, state, during, blocked, organisation_id, booker_id, placed_by,
    customer_class, project, price_fen, price_lines, free_cancel_until, late_cancel_percent)
  select id, resource, $2, 'BEN-' || right(id::text, 12), case when inside then 'internal' else 'customer' end, 'confirmed', tstzrange(start, "end"),
    tstzrange(start, "end" + interval '30 minutes'), case when inside then $2::uuid else $3::uuid end, ($4::uuid[])[person], ($4::uuid[])[person],
    'enterprise', '设计验证', 18000, '[]', start, 30
  from json_to_recordset($1::json) as row (id uuid, resource uuid, start timestamptz, "end" timestamptz, person int, inside boolean)`
