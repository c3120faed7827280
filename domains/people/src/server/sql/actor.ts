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
  readonly last_used: Date | null
}

// Named, so that each connection plans them once: these run before every request.
const SESSION = {
  name: 'people_find_session',
  text: `select s.id, s.person_id, m.organisation_id, o.kind, o.status, m.roles, null::text[] as scopes, s.last_seen_at as last_used
    from people.session s
    join people.person p on p.id = s.person_id and p.disabled_at is null
    left join people.membership m on m.person_id = s.person_id and m.organisation_id = s.active_organisation_id and m.status = 'active'
    left join people.organisation o on o.id = m.organisation_id
    where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.last_seen_at > $3`,
}
const API_KEY = {
  name: 'people_find_api_key',
  text: `select k.id, k.person_id, m.organisation_id, o.kind, o.status, m.roles, k.scopes, k.last_used_at as last_used
    from people.api_key k
    join people.person p on p.id = k.person_id and p.disabled_at is null
    join people.membership m on m.person_id = k.person_id and m.organisation_id = k.organisation_id and m.status = 'active'
    join people.organisation o on o.id = m.organisation_id
    where k.secret_hash = $1 and k.revoked_at is null and k.expires_at > $2`,
}

/** The live session of a token: neither ended nor past its end, and seen since `idleSince`. */
export async function findSessionCredential(
  pool: pg.Pool,
  tokenHash: Buffer,
  at: { now: Date; idleSince: Date },
): Promise<CredentialRow | undefined> {
  return (await pool.query<CredentialRow>({ ...SESSION, values: [tokenHash, at.now, at.idleSince] })).rows[0]
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
