import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { PeopleActor } from '../access-control.ts'

/** Sort values of lists by instant and id. */
export const InstantCursor = z.tuple([z.iso.datetime(), z.uuid()])
export const NameCursor = z.tuple([z.string().max(200), z.uuid()])

export function peopleActorOf(request: FastifyRequest): PeopleActor {
  return actorOf(request) as PeopleActor
}

/** The active organisation, when it is the one of the path; any other answers like an unknown one. */
export function ownOrganisation(request: FastifyRequest, id: string): string {
  if (organisationOf(request) !== id) throw new Refusal({ code: 'people.organisation_missing', kind: 'missing' })
  return id
}
