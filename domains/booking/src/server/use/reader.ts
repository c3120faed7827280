import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import type { FastifyRequest } from 'fastify'
import type { UseReader } from './present-use.ts'

// The same roles that the table of access lets act: what a page offers is what the door lets through.
const ACT = [
  'enterprise:owner',
  'enterprise:engineer',
  'enterprise:purchaser',
  'enterprise:project_lead',
  'provider:owner',
  'provider:lab_manager',
  'provider:lab_staff',
]
const CORRECT = ['provider:owner', 'provider:lab_manager', 'provider:lab_staff']

/** Who reads about uses, and what their role would let them do. */
export function useReaderOf(request: FastifyRequest): UseReader & { readonly mayAct: boolean } {
  const actor = actorOf(request)
  return {
    organisationId: organisationOf(request),
    userId: actor.userId,
    now: request.server.now(),
    mayAct: actor.roles.some((role) => ACT.includes(role)),
    mayCorrect: actor.roles.some((role) => CORRECT.includes(role)),
  }
}
