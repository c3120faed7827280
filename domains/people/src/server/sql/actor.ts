import { lookUpTogether } from '@jiju/platform/database/look-up-together'
import type { OrganisationKind } from '@jiju/platform/http/actor'
import type pg from 'pg'
import type { OrganisationStatus } from '../../core/access-rules.ts'

export type CredentialRow = {
  readonly id: string
  readonly person_id: string
  readonly organisation_id: string | null
  readonly kind: OrganisationKind | null
  readonly status: OrganisationStatus | null
  readonly roles: readonly string[] | null
  readonly scopes: readonly string[] | null
  readonly has_second_factor: boolean
  /** Null without an organisation. */
  readonly second_factor_roles: readonly string[] | null
  readonly last_used: Date | null
}

// Named, so that each connection plans them once: these run before every request.
const SESSION = {
  name: 'people_find_session',
  text: `select s.token_hash, s.expires_at, s.id, s.person_id, m.organisation_id, o.kind, o.status, m.roles, null::text[] as scopes, s.last_seen_at as last_used,
      f.confirmed_at is not null as has_second_factor, o.second_factor_roles
    from people.session s
    join people.person p on p.id = s.person_id and p.disabled_at is null
    left join people.membership m on m.person_id = s.person_id and m.organisation_id = s.active_organisation_id and m.status = 'active'
    left join people.organisation o on o.id = m.organisation_id
    left join people.second_factor f on f.person_id = s.person_id
    where s.token_hash = any($1::bytea[]) and s.ended_at is null`,
}
const API_KEY = {
  name: 'people_find_api_key',
  text: `select k.id, k.person_id, m.organisation_id, o.kind, o.status, m.roles, k.scopes, k.last_used_at as last_used,
      f.confirmed_at is not null as has_second_factor, o.second_factor_roles
    from people.api_key k
    join people.person p on p.id = k.person_id and p.disabled_at is null
    join people.membership m on m.person_id = k.person_id and m.organisation_id = k.organisation_id and m.status = 'active'
    join people.organisation o on o.id = m.organisation_id
    left join people.second_factor f on f.person_id = k.person_id
    where k.secret_hash = $1 and k.revoked_at is null and k.expires_at > $2`,
}

type SessionRow = CredentialRow & { readonly token_hash: Buffer; readonly expires_at: Date }

// Requests that arrive together ask for their sessions in one query.
const lookUps = new WeakMap<pg.Pool, (tokenHash: string) => Promise<SessionRow | undefined>>()

function sessionLookUp(pool: pg.Pool): (tokenHash: string) => Promise<SessionRow | undefined> {
  const known = lookUps.get(pool)
  if (known) return known
  const lookUp = lookUpTogether(async (hashes) => {
    const { rows } = await pool.query<SessionRow>({ ...SESSION, values: [hashes.map((hash) => Buffer.from(hash, 'hex'))] })
    return new Map(rows.map((row) => [row.token_hash.toString('hex'), row]))
  })
  lookUps.set(pool, lookUp)
  return lookUp
}

/** The live session of a token: neither ended nor past its end, and seen since `idleSince`. */
export async function findSessionCredential(
  pool: pg.Pool,
  tokenHash: Buffer,
  at: { now: Date; idleSince: Date },
): Promise<CredentialRow | undefined> {
  const row = await sessionLookUp(pool)(tokenHash.toString('hex'))
  const isLive = row && row.expires_at > at.now && row.last_used && row.last_used > at.idleSince
  return isLive ? row : undefined
}

export async function findApiKeyCredential(pool: pg.Pool, secretHash: Buffer, now: Date): Promise<CredentialRow | undefined> {
  return (await pool.query<CredentialRow>({ ...API_KEY, values: [secretHash, now] })).rows[0]
}

/** Moves the time of last use, unless another request has done so meanwhile. */
export async function touchSession(pool: pg.Pool, id: string, at: { now: Date; olderThan: Date }): Promise<void> {
  await pool.query('update people.session set last_seen_at = $2 where id = $1 and last_seen_at < $3', [id, at.now, at.olderThan])
}

export async function touchApiKey(pool: pg.Pool, id: string, at: { now: Date; olderThan: Date }): Promise<void> {
  await pool.query('update people.api_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $3)', [
    id,
    at.now,
    at.olderThan,
  ])
}
