import type { AccessControl, Actor } from '@jiju/platform/http/actor'
import type { FastifyRequest } from 'fastify'
import { type OrganisationStatus, refuseAccess } from '../core/access-rules.ts'
import { needsSecondFactor } from '../core/second-factor-rules.ts'
import { SESSION_COOKIE } from './cookies.ts'
import type { PeopleDeps } from './deps.ts'
import { IDLE_DAYS } from './open-session.ts'
import { hashToken } from './secrets.ts'
import { type CredentialRow, findApiKeyCredential, findSessionCredential, touchApiKey, touchSession } from './sql/actor.ts'

const HOUR_MS = 3_600_000
const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/
const API_KEY_FORM = /^jiju_[A-Za-z0-9_-]{43}$/

/** The platform's actor with the standing of its organisation, which decides what is open. */
export type PeopleActor = Actor & {
  readonly organisationStatus: OrganisationStatus | null
  /** Acts for no organisation until the second factor is set up. */
  readonly lacksSecondFactor: boolean
}

/** Who sends a request, by one prepared query, and whether the table of access lets them in. */
export function accessControl({ pool, needs }: Pick<PeopleDeps, 'pool' | 'needs'>): AccessControl {
  async function findActor(request: FastifyRequest): Promise<PeopleActor | null> {
    const { authorization } = request.headers
    // A caller that names a key acts by that key alone, even where a cookie comes along.
    if (authorization !== undefined) return byApiKey(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '')
    const token = request.cookies[SESSION_COOKIE]
    return token !== undefined && TOKEN_FORM.test(token) ? bySession(token) : null
  }

  async function bySession(token: string): Promise<PeopleActor | null> {
    const now = needs.now()
    const row = await findSessionCredential(pool, hashToken(token), { now, idleSince: new Date(now.getTime() - IDLE_DAYS * 24 * HOUR_MS) })
    if (!row) return null
    const olderThan = new Date(now.getTime() - HOUR_MS)
    if (row.last_used && row.last_used < olderThan) await touchSession(pool, row.id, { now, olderThan })
    return toActor(row, 'session')
  }

  async function byApiKey(secret: string): Promise<PeopleActor | null> {
    if (!API_KEY_FORM.test(secret)) return null
    const now = needs.now()
    const row = await findApiKeyCredential(pool, hashToken(secret), now)
    if (!row) return null
    const olderThan = new Date(now.getTime() - HOUR_MS)
    if (!row.last_used || row.last_used < olderThan) await touchApiKey(pool, row.id, { now, olderThan })
    return toActor(row, 'api_key')
  }

  function toActor(row: CredentialRow, via: 'session' | 'api_key'): PeopleActor {
    const roles = row.roles ?? []
    const demand = { roles, organisationRoles: row.second_factor_roles ?? [], byRole: needs.secondFactorByRole }
    const lacksSecondFactor = !row.has_second_factor && needsSecondFactor(demand)
    const standing = lacksSecondFactor
      ? { organisationId: null, organisationKind: null, organisationStatus: null, roles: [] }
      : { organisationId: row.organisation_id, organisationKind: row.kind, organisationStatus: row.status, roles }
    return { ...standing, lacksSecondFactor, userId: row.person_id, via, credentialId: row.id, scopes: row.scopes }
  }

  return { findActor, refuse: (access, actor) => refuseAccess(access, actor as PeopleActor | null) }
}
