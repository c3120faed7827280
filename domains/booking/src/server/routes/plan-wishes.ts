import { parseFen } from '@jiju/kernel/money'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import type { FastifyRequest } from 'fastify'

/** Who books, and for whom: the same of every way to book several things at once. */
export function bookerOf(request: FastifyRequest, body: { customerOrganisationId?: string }) {
  const own = organisationOf(request)
  return {
    bookerId: actorOf(request).userId,
    customerId: body.customerOrganisationId ?? own,
    actorOrganisationId: own,
    now: request.server.now(),
  }
}

/** What goes with an order besides its wish. */
export function orderOf(request: FastifyRequest, body: { project?: string; note?: string; quotedTotal?: string }) {
  const { userId } = actorOf(request)
  return {
    bookerId: userId,
    placedBy: userId,
    project: body.project ?? null,
    note: body.note ?? null,
    quotedFen: body.quotedTotal === undefined ? undefined : parseFen(body.quotedTotal),
    requestId: request.id,
  }
}
