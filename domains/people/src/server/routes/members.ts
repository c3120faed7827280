import { Refusal } from '@jiju/kernel/problem'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import {
  ApproveJoinRequest,
  ChangeRoles,
  JoinRequest,
  JoinRequestPage,
  JoinRequestParams,
  JoinRequestQuery,
  Member,
  MemberPage,
  MemberParams,
  MemberQuery,
  OwnJoinRequest,
  OwnJoinRequestPage,
  PlaceJoinRequest,
} from '../../contract/members.ts'
import { WithReason } from '../../contract/organisations.ts'
import { changeRoles, endMember } from '../change-members.ts'
import type { PeopleDeps } from '../deps.ts'
import { presentJoinRequest, presentMember, presentOwnJoinRequest } from '../present.ts'
import { approveJoinRequest, placeJoinRequest, rejectJoinRequest, withdrawJoinRequest } from '../request-to-join.ts'
import type { PeopleDb } from '../sql/database.ts'
import { findJoinRequest, listJoinRequests, listOwnJoinRequests } from '../sql/joining.ts'
import { findMember, listMembers } from '../sql/memberships.ts'
import { InstantCursor, ownOrganisation, peopleActorOf } from './acting.ts'

const tags = ['people']
const DONE = z.null().describe('Done')

/** Who belongs to the active organisation, and who asks to. */
export async function memberRoutes(scope: FastifyInstance, deps: PeopleDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db } = deps

  app.get(
    '/organisations/:id/members',
    {
      config: { access: 'people.member.list' },
      schema: {
        operationId: 'listMembers',
        tags,
        summary: 'Members of the active organisation',
        params: IdParams,
        querystring: MemberQuery,
        response: { 200: MemberPage, ...problemResponses },
      },
    },
    async (request) => {
      const organisationId = ownOrganisation(request, request.params.id)
      const { limit, cursor } = request.query
      const after = decodeCursor(cursor, InstantCursor)
      const rows = await listMembers(db, { organisationId, limit, after: after && { joinedAt: new Date(after[0]), personId: after[1] } })
      return toPage(rows, limit, presentMember, (row) => [row.joined_at.toISOString(), row.id])
    },
  )

  app.get(
    '/organisations/:id/members/:personId',
    {
      config: { access: 'people.member.list' },
      schema: {
        operationId: 'getMember',
        tags,
        summary: 'One member of the active organisation',
        params: MemberParams,
        response: { 200: Member, ...problemResponses },
      },
    },
    async (request, reply) => {
      const row = await findMember(db, ownOrganisation(request, request.params.id), request.params.personId)
      if (!row) throw new Refusal({ code: 'people.member_missing', kind: 'missing' })
      setVersion(reply, row.version)
      return presentMember(row)
    },
  )

  app.put(
    '/organisations/:id/members/:personId/roles',
    {
      config: { access: 'people.member.change_roles' },
      schema: {
        operationId: 'changeRoles',
        tags,
        summary: "Change a member's roles; somebody in charge must remain",
        params: MemberParams,
        body: ChangeRoles,
        response: { 200: Member, ...problemResponses },
      },
    },
    async (request, reply) => {
      const organisationId = ownOrganisation(request, request.params.id)
      const { personId } = request.params
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await changeRoles(tx, command, { organisationId, personId, roles: request.body.roles, version })
        return { status: 200, body: presentMember(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.delete(
    '/organisations/:id/members/:personId',
    {
      config: { access: 'people.member.remove' },
      schema: {
        operationId: 'removeMember',
        tags,
        summary: 'Remove a member; somebody in charge must remain',
        params: MemberParams,
        response: { 204: DONE, ...problemResponses },
      },
    },
    async (request, reply) => {
      const organisationId = ownOrganisation(request, request.params.id)
      const { personId } = request.params
      return runCommand(db, request, reply, async (tx, command) => {
        await endMember(deps, tx, command, { organisationId, personId, status: 'removed' })
        return { status: 204, body: null }
      })
    },
  )

  app.post(
    '/organisations/:id/leave',
    {
      config: { access: 'people.membership.leave' },
      schema: {
        operationId: 'leaveOrganisation',
        tags,
        summary: 'Leave the active organisation',
        params: IdParams,
        response: { 204: DONE, ...problemResponses },
      },
    },
    async (request, reply) => {
      const organisationId = ownOrganisation(request, request.params.id)
      const { userId: personId } = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        await endMember(deps, tx, command, { organisationId, personId, status: 'left' })
        return { status: 204, body: null }
      })
    },
  )

  app.post(
    '/organisations/:id/join-requests',
    {
      config: { access: 'people.join_request.place' },
      schema: {
        operationId: 'placeJoinRequest',
        tags,
        summary: 'Ask to join a verified organisation',
        params: IdParams,
        body: PlaceJoinRequest,
        response: { 201: OwnJoinRequest, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { userId: personId } = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const { message } = request.body
        const id = await placeJoinRequest(deps, tx, command, { personId, organisationId: request.params.id, message })
        const row = (await listOwnJoinRequests(tx, { personId, after: undefined, limit: 200 })).find((own) => own.request_id === id)
        if (!row) throw new Error('join request vanished')
        return { status: 201, body: presentOwnJoinRequest(row) }
      })
    },
  )

  app.get(
    '/organisations/:id/join-requests',
    {
      config: { access: 'people.join_request.list' },
      schema: {
        operationId: 'listJoinRequests',
        tags,
        summary: 'Requests to join the active organisation',
        params: IdParams,
        querystring: JoinRequestQuery,
        response: { 200: JoinRequestPage, ...problemResponses },
      },
    },
    async (request) => {
      const organisationId = ownOrganisation(request, request.params.id)
      const { limit, cursor, status } = request.query
      const rows = await listJoinRequests(db, { organisationId, status, limit, after: afterInstant(cursor) })
      return toPage(rows, limit, presentJoinRequest, (row) => [row.created_at.toISOString(), row.id])
    },
  )

  app.post(
    '/organisations/:id/join-requests/:requestId/approve',
    {
      config: { access: 'people.join_request.decide' },
      schema: {
        operationId: 'approveJoinRequest',
        tags,
        summary: 'Let a person in with roles',
        params: JoinRequestParams,
        body: ApproveJoinRequest,
        response: { 200: JoinRequest, ...problemResponses },
      },
    },
    async (request, reply) => {
      const organisationId = ownOrganisation(request, request.params.id)
      const { userId: by } = peopleActorOf(request)
      const id = request.params.requestId
      return runCommand(db, request, reply, async (tx, command) => {
        await approveJoinRequest(deps, tx, command, { id, organisationId, by, roles: request.body.roles })
        return { status: 200, body: await shown(tx, id) }
      })
    },
  )

  app.post(
    '/organisations/:id/join-requests/:requestId/reject',
    {
      config: { access: 'people.join_request.decide' },
      schema: {
        operationId: 'rejectJoinRequest',
        tags,
        summary: 'Decline a request to join',
        params: JoinRequestParams,
        body: WithReason,
        response: { 200: JoinRequest, ...problemResponses },
      },
    },
    async (request, reply) => {
      const organisationId = ownOrganisation(request, request.params.id)
      const { userId: by } = peopleActorOf(request)
      const id = request.params.requestId
      return runCommand(db, request, reply, async (tx, command) => {
        await rejectJoinRequest(deps, tx, command, { id, organisationId, by, reason: request.body.reason })
        return { status: 200, body: await shown(tx, id) }
      })
    },
  )

  app.get(
    '/me/join-requests',
    {
      config: { access: 'people.join_request.list_own' },
      schema: {
        operationId: 'listOwnJoinRequests',
        tags,
        summary: 'My requests to join, newest first',
        querystring: MemberQuery,
        response: { 200: OwnJoinRequestPage, ...problemResponses },
      },
    },
    async (request) => {
      const { userId: personId } = peopleActorOf(request)
      const { limit, cursor } = request.query
      const rows = await listOwnJoinRequests(db, { personId, limit, after: afterInstant(cursor) })
      return toPage(rows, limit, presentOwnJoinRequest, (row) => [row.created_at.toISOString(), row.request_id])
    },
  )

  app.post(
    '/me/join-requests/:id/withdraw',
    {
      config: { access: 'people.join_request.withdraw' },
      schema: {
        operationId: 'withdrawJoinRequest',
        tags,
        summary: 'Take back a request to join',
        params: IdParams,
        response: { 204: DONE, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { userId: personId } = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        await withdrawJoinRequest(tx, command, { id: request.params.id, personId })
        return { status: 204, body: null }
      })
    },
  )
}

function afterInstant(cursor: string | undefined) {
  const after = decodeCursor(cursor, InstantCursor)
  return after && { createdAt: new Date(after[0]), id: after[1] }
}

async function shown(tx: PeopleDb, id: string) {
  const row = await findJoinRequest(tx, id)
  if (!row) throw new Error('join request vanished')
  return presentJoinRequest(row)
}
