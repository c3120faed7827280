import { Refusal } from '@jiju/kernel/problem'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import { sharedLimit } from '@jiju/platform/http/shared-limit'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import {
  Invitation,
  InvitationPage,
  InvitationParams,
  InvitationPreview,
  InvitationQuery,
  InvitationToken,
  IssueInvitation,
} from '../../contract/members.ts'
import { acceptInvitation, getOpenInvitation } from '../accept-invitation.ts'
import type { PeopleDeps } from '../deps.ts'
import { issueInvitation } from '../issue-invitation.ts'
import { presentInvitation, presentInvitationPreview } from '../present.ts'
import { listInvitations, revokeInvitation } from '../sql/joining.ts'
import { findPerson, findPersonByEmail } from '../sql/persons.ts'
import { setActiveOrganisation } from '../sql/sessions.ts'
import { InstantCursor, ownOrganisation, peopleActorOf } from './acting.ts'

const tags = ['people']
const config = sharedLimit(60)

/** Inviting by mail, and following the link. */
export async function invitationRoutes(scope: FastifyInstance, deps: PeopleDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db, needs } = deps

  app.post(
    '/organisations/:id/invitations',
    {
      config: { access: 'people.invitation.issue', ...config },
      schema: {
        operationId: 'issueInvitation',
        tags,
        summary: 'Invite somebody to the active organisation by mail',
        params: IdParams,
        body: IssueInvitation,
        response: { 201: Invitation, ...problemResponses },
      },
    },
    async (request, reply) => {
      const organisationId = ownOrganisation(request, request.params.id)
      const { userId: invitedBy } = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await issueInvitation(deps, tx, command, { ...request.body, organisationId, invitedBy })
        return { status: 201, body: presentInvitation(row, command.now) }
      })
    },
  )

  app.get(
    '/organisations/:id/invitations',
    {
      config: { access: 'people.invitation.list' },
      schema: {
        operationId: 'listInvitations',
        tags,
        summary: 'Invitations of the active organisation, newest first',
        params: IdParams,
        querystring: InvitationQuery,
        response: { 200: InvitationPage, ...problemResponses },
      },
    },
    async (request) => {
      const organisationId = ownOrganisation(request, request.params.id)
      const { limit, cursor } = request.query
      const after = decodeCursor(cursor, InstantCursor)
      const rows = await listInvitations(db, { organisationId, limit, after: after && { createdAt: new Date(after[0]), id: after[1] } })
      const now = needs.now()
      return toPage(
        rows,
        limit,
        (row) => presentInvitation(row, now),
        (row) => [row.created_at.toISOString(), row.id],
      )
    },
  )

  app.delete(
    '/organisations/:id/invitations/:invitationId',
    {
      config: { access: 'people.invitation.revoke' },
      schema: {
        operationId: 'revokeInvitation',
        tags,
        summary: 'Withdraw an open invitation',
        params: InvitationParams,
        response: { 204: z.null().describe('Withdrawn'), ...problemResponses },
      },
    },
    async (request, reply) => {
      const organisationId = ownOrganisation(request, request.params.id)
      const id = request.params.invitationId
      return runCommand(db, request, reply, async (tx, command) => {
        const outcome = await revokeInvitation(tx, { id, organisationId, now: command.now })
        if (outcome === 'missing') throw new Refusal({ code: 'people.invitation_missing', kind: 'missing' })
        if (outcome === 'closed') throw new Refusal({ code: 'people.invitation_closed', kind: 'conflict' })
        await command.audit({ action: 'people.invitation.revoke', subjectType: 'people.invitation', subjectId: id })
        return { status: 204, body: null }
      })
    },
  )

  app.get(
    '/invitations/:token',
    {
      config: { access: 'people.invitation.preview', ...config },
      schema: {
        operationId: 'previewInvitation',
        tags,
        summary: 'What the link of an invitation offers',
        params: InvitationToken,
        response: { 200: InvitationPreview, ...problemResponses },
      },
    },
    async (request) => {
      const invitation = await getOpenInvitation(db, request.params.token, needs.now())
      return presentInvitationPreview(invitation, (await findPersonByEmail(db, invitation.email)) !== undefined)
    },
  )

  app.post(
    '/invitations/:token/accept',
    {
      config: { access: 'people.invitation.accept', ...config },
      schema: {
        operationId: 'acceptInvitation',
        tags,
        summary: 'Become a member by the link; the address must be the invited one',
        params: InvitationToken,
        response: { 200: z.object({ organisationId: z.uuid() }), ...problemResponses },
      },
    },
    async (request, reply) => {
      const actor = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const invitation = await getOpenInvitation(tx, request.params.token, command.now)
        const person = await findPerson(tx, actor.userId)
        if (person?.email !== invitation.email) throw new Refusal({ code: 'people.invitation_other_email', kind: 'forbidden' })
        await acceptInvitation(tx, { invitation, personId: actor.userId, now: command.now, requestId: command.requestId })
        await setActiveOrganisation(tx, actor.credentialId, invitation.id)
        return { status: 200, body: { organisationId: invitation.id } }
      })
    },
  )
}
