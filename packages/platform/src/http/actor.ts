import type { Problem } from '@jiju/kernel/problem'
import { Refusal } from '@jiju/kernel/problem'
import type { FastifyRequest } from 'fastify'

export type OrganisationKind = 'enterprise' | 'provider' | 'bank' | 'government' | 'operator'

/** Who acts, for which organisation, with which roles; the same for a browser session and an API key. */
export type Actor = {
  readonly userId: string
  readonly organisationId: string | null
  readonly organisationKind: OrganisationKind | null
  /** Roles in the active organisation, as `<kind>:<role>`, e.g. `provider:lab_manager`. */
  readonly roles: readonly string[]
  readonly via: 'session' | 'api_key'
  /** Session or key id, for the log and for revocation. */
  readonly credentialId: string
  /** Access keys that an API key is limited to; null means no limit beyond the roles. */
  readonly scopes: readonly string[] | null
}

/** What HTTP asks of whoever knows people: supplied by the composition root. */
export type AccessControl = {
  readonly findActor: (request: FastifyRequest) => Promise<Actor | null>
  /** The problem that keeps `actor` from `access`, or null when it is allowed. */
  readonly refuse: (access: string, actor: Actor | null) => Problem | null
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyContextConfig {
    /** Access key of `people/core/access.ts`; every route under /api has one. */
    access?: string
  }
}

/** The signed-in actor; refuses with `people.not_signed_in` when there is none. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Refusal({ code: 'people.not_signed_in', kind: 'unauthenticated' })
  return request.actor
}

/** The active organisation of the actor; refuses with `people.no_organisation` when none is chosen. */
export function organisationOf(request: FastifyRequest): string {
  const { organisationId } = actorOf(request)
  if (!organisationId) throw new Refusal({ code: 'people.no_organisation', kind: 'forbidden' })
  return organisationId
}
