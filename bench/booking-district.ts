import { createHash, randomBytes } from 'node:crypto'
import { newId } from '@jiju/kernel/ids'
import pg from 'pg'

export type BenchDistrict = {
  readonly providerId: string
  readonly enterpriseId: string
  readonly personIds: readonly string[]
  readonly cookies: readonly string[]
  /** Lab managers of the provider. */
  readonly managerCookies: readonly string[]
  readonly resourceIds: readonly string[]
}

const DAY_AND_NIGHT = JSON.stringify([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' })))

/** What the booking benchmarks book: instruments that are open day and night far into the future, and engineers of one enterprise who are signed in. */
export async function seedBookingDistrict(
  databaseUrl: string,
  size: { resources: number; people: number; bufferAfterMinutes?: number; opening?: string; managers?: number },
): Promise<BenchDistrict> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const providerId = newId()
  const enterpriseId = newId()
  const siteId = newId()
  const personIds = Array.from({ length: size.people }, () => newId())
  const resourceIds = Array.from({ length: size.resources }, () => newId())
  const tokens = personIds.map(newToken)
  const managerTokens = Array.from({ length: size.managers ?? 0 }, newToken)
  try {
    await client.query('begin')
    await client.query(
      `insert into people.organisation (id, kind, name, short_name, district, status, status_changed_at, created_at)
       select id, kind, name, name, '', 'verified', now(), now() from unnest($1::uuid[], $2::text[], $3::text[]) as o (id, kind, name)`,
      [
        [providerId, enterpriseId],
        ['provider', 'enterprise'],
        ['Bench provider', 'Bench enterprise'],
      ],
    )
    await seedSignedIn(client, { organisationId: enterpriseId, role: 'enterprise:engineer', personIds, tokens })
    await seedSignedIn(client, {
      organisationId: providerId,
      role: 'provider:lab_manager',
      personIds: managerTokens.map(() => newId()),
      tokens: managerTokens,
    })
    await client.query(
      `insert into catalog.site (id, provider_id, name, address, opening, holiday_rule) values ($1, $2, 'Bench site', 'Bench road 1', $3, 'open')`,
      [siteId, providerId, size.opening ?? DAY_AND_NIGHT],
    )
    await client.query(
      `insert into catalog.resource (id, provider_id, kind, status, work_state, site_id, name_zh, content, published_version, published_at)
       select id, $2, 'instrument', 'published', 'none', $3, '测试仪器 ' || id, '{}', 1, now() from unnest($1::uuid[]) as r (id)`,
      [resourceIds, providerId, siteId],
    )
    await client.query(
      `insert into catalog.resource_price (id, resource_id, customer_class, unit, price_fen, valid_from)
       select id, resource_id, 'enterprise', 'hour', 18000, '2020-01-01' from unnest($1::uuid[], $2::uuid[]) as p (id, resource_id)`,
      [resourceIds.map(() => newId()), resourceIds],
    )
    await client.query(
      `insert into booking.calendar (resource_id, provider_id, horizon_days, buffer_after_minutes) select id, $2, 730, $3 from unnest($1::uuid[]) as c (id)`,
      [resourceIds, providerId, size.bufferAfterMinutes ?? 30],
    )
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  return { providerId, enterpriseId, personIds, cookies: tokens.map(cookieOf), managerCookies: managerTokens.map(cookieOf), resourceIds }
}

const newToken = () => randomBytes(32).toString('base64url')
const cookieOf = (token: string) => `jiju_session=${token}`

/** People of one organisation and role, each with an open session. */
async function seedSignedIn(
  client: pg.Client,
  {
    organisationId,
    role,
    personIds,
    tokens,
  }: { organisationId: string; role: string; personIds: readonly string[]; tokens: readonly string[] },
): Promise<void> {
  await client.query(
    `insert into people.person (id, email, name, language, password_hash, password_changed_at, created_at)
     select id, id || '@bench.example', 'Bench person', 'zh', 'x', now(), now() from unnest($1::uuid[]) as p (id)`,
    [personIds],
  )
  await client.query(
    `insert into people.membership (id, person_id, organisation_id, roles, status, joined_at)
     select id, person_id, $3, array[$4], 'active', now() from unnest($1::uuid[], $2::uuid[]) as m (id, person_id)`,
    [personIds.map(() => newId()), personIds, organisationId, role],
  )
  await client.query(
    `insert into people.session (id, token_hash, person_id, active_organisation_id, created_at, last_seen_at, expires_at)
     select id, token_hash, person_id, $4, now(), now(), now() + interval '1 day' from unnest($1::uuid[], $2::bytea[], $3::uuid[]) as s (id, token_hash, person_id)`,
    [personIds.map(() => newId()), tokens.map((token) => createHash('sha256').update(token).digest()), personIds, organisationId],
  )
}

/** Reservations that overlap another live one of the same resource and unit, found by comparing rows, without the constraint's index. */
export async function countDoubleSold(databaseUrl: string): Promise<number> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ count: number }>(`
      with live as materialized (
        select id, resource_id, unit, lower(blocked) as start, upper(blocked) as end from booking.reservation
        where state in ('held', 'pending', 'confirmed', 'in_use', 'completed')
      )
      select count(*)::int as count from live a join live b on a.resource_id = b.resource_id and a.unit = b.unit and a.id < b.id and a.start < b."end" and b.start < a."end"`)
    return rows[0]?.count ?? 0
  } finally {
    await client.end()
  }
}
