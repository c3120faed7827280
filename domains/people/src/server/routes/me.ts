import { Refusal } from '@jiju/kernel/problem'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, VERSION_STALE, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import { sharedLimit } from '@jiju/platform/http/shared-limit'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import {
  ApiKeyList,
  ChangeEmail,
  ChangePassword,
  ChooseOrganisation,
  ConfirmEmail,
  CreateApiKey,
  EditMe,
  Me,
  NewApiKey,
  OwnSessionList,
} from '../../contract/me.ts'
import { grantableScopes } from '../../core/access-rules.ts'
import type { PeopleActor } from '../access-control.ts'
import { confirmEmailChange, requestEmailChange } from '../change-email.ts'
import { changePassword, preparePassword } from '../change-password.ts'
import { chooseOrganisation } from '../choose-organisation.ts'
import { originOf } from '../cookies.ts'
import { createApiKey } from '../create-api-key.ts'
import type { PeopleDeps } from '../deps.ts'
import { getMe } from '../get-me.ts'
import { IDLE_DAYS } from '../open-session.ts'
import { presentApiKey, presentSession } from '../present.ts'
import { listApiKeys, revokeApiKey } from '../sql/api-keys.ts'
import { updatePerson } from '../sql/persons.ts'
import { endSession, endSessions, listSessions } from '../sql/sessions.ts'
import { peopleActorOf } from './acting.ts'

const tags = ['people']

/** One's own account: person, password, sessions, keys, and for whom one acts. */
export async function meRoutes(scope: FastifyInstance, deps: PeopleDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db } = deps

  app.get(
    '/me',
    {
      config: { access: 'people.me.read' },
      schema: { operationId: 'getMe', tags, summary: 'Who is signed in and what they may do', response: { 200: Me, ...problemResponses } },
    },
    async (request, reply) => {
      const me = await getMe(db, request.actor as PeopleActor | null)
      if (me.person) setVersion(reply, me.person.version)
      return me
    },
  )

  app.patch(
    '/me',
    {
      config: { access: 'people.me.edit' },
      schema: { operationId: 'editMe', tags, summary: 'Change name or language', body: EditMe, response: { 200: Me, ...problemResponses } },
    },
    async (request, reply) => {
      const actor = peopleActorOf(request)
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        if (!(await updatePerson(tx, actor.userId, version, request.body))) throw new Refusal(VERSION_STALE)
        await command.audit({
          action: 'people.me.edit',
          subjectType: 'people.person',
          subjectId: actor.userId,
          detail: { fields: Object.keys(request.body) },
        })
        return { status: 200, body: await getMe(tx, actor), headers: { etag: versionTag(version + 1) } }
      })
    },
  )

  app.post(
    '/me/password',
    {
      config: { access: 'people.password.change', ...sharedLimit(30) },
      schema: {
        operationId: 'changePassword',
        tags,
        summary: 'Change the password; every other session ends',
        body: ChangePassword,
        response: { 204: z.null().describe('Done'), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { userId, credentialId } = peopleActorOf(request)
      const passwordHash = await preparePassword(deps, { userId, credentialId }, request.body)
      return runCommand(db, request, reply, async (tx, command) => {
        await changePassword(deps, tx, command, { userId, credentialId, passwordHash, origin: originOf(request) })
        return { status: 204, body: null }
      })
    },
  )

  app.post(
    '/me/email',
    {
      config: { access: 'people.email.change', ...sharedLimit(20) },
      schema: {
        operationId: 'changeEmail',
        tags,
        summary: 'Mail a link that makes another address the one to sign in with',
        body: ChangeEmail,
        response: { 202: z.null().describe('Answered alike for addresses with and without an account'), ...problemResponses },
      },
    },
    async (request, reply) => {
      await requestEmailChange(deps, peopleActorOf(request).userId, request.body.email, originOf(request))
      return reply.code(202).send(null)
    },
  )

  app.post(
    '/email-change',
    {
      config: { access: 'people.email.confirm', ...sharedLimit(30) },
      schema: {
        operationId: 'confirmEmail',
        tags,
        summary: 'Make the new address count with the link of the mail and the password',
        body: ConfirmEmail,
        response: { 204: z.null().describe('Done; sessions stay'), ...problemResponses },
      },
    },
    async (request, reply) => {
      await confirmEmailChange(deps, request.body, originOf(request))
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/me/active-organisation',
    {
      config: { access: 'people.active_organisation.choose' },
      schema: {
        operationId: 'chooseOrganisation',
        tags,
        summary: 'Act for another organisation in this session',
        body: ChooseOrganisation,
        response: { 204: z.null().describe('Done; read /me again'), ...problemResponses },
      },
    },
    async (request, reply) => {
      const actor = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const { organisationId } = request.body
        await chooseOrganisation(tx, command, { personId: actor.userId, sessionId: actor.credentialId, organisationId })
        return { status: 204, body: null }
      })
    },
  )

  app.get(
    '/me/sessions',
    {
      config: { access: 'people.session.list' },
      schema: {
        operationId: 'listSessions',
        tags,
        summary: 'Where I am signed in',
        response: { 200: OwnSessionList, ...problemResponses },
      },
    },
    async (request) => {
      const actor = peopleActorOf(request)
      const now = deps.needs.now()
      const rows = await listSessions(db, actor.userId, { now, idleSince: new Date(now.getTime() - IDLE_DAYS * 86_400_000) })
      return { items: rows.map((row) => presentSession(row, actor.credentialId)) }
    },
  )

  app.delete(
    '/me/sessions/:id',
    {
      config: { access: 'people.session.revoke' },
      schema: {
        operationId: 'revokeSession',
        tags,
        summary: 'End one session',
        params: IdParams,
        response: { 204: z.null().describe('Ended'), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const actor = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        if (!(await endSession(tx, actor.userId, id, command.now))) throw new Refusal({ code: 'people.session_missing', kind: 'missing' })
        await command.audit({ action: 'people.session.revoke', subjectType: 'people.session', subjectId: id })
        return { status: 204, body: null }
      })
    },
  )

  app.delete(
    '/me/sessions',
    {
      config: { access: 'people.session.revoke' },
      schema: {
        operationId: 'revokeOtherSessions',
        tags,
        summary: 'End every session but this one',
        response: { 200: z.object({ ended: z.int() }), ...problemResponses },
      },
    },
    async (request, reply) => {
      const actor = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const ended = await endSessions(tx, actor.userId, command.now, actor.credentialId)
        await command.audit({
          action: 'people.session.revoke_others',
          subjectType: 'people.person',
          subjectId: actor.userId,
          detail: { ended },
        })
        return { status: 200, body: { ended } }
      })
    },
  )

  app.get(
    '/me/api-keys',
    {
      config: { access: 'people.api_key.list' },
      schema: { operationId: 'listApiKeys', tags, summary: 'My API keys', response: { 200: ApiKeyList, ...problemResponses } },
    },
    async (request) => {
      const actor = peopleActorOf(request)
      const rows = await listApiKeys(db, actor.userId)
      const now = deps.needs.now()
      return { items: rows.map((row) => presentApiKey(row, now)), grantableScopes: grantableScopes(actor) }
    },
  )

  app.post(
    '/me/api-keys',
    {
      config: { access: 'people.api_key.create' },
      schema: {
        operationId: 'createApiKey',
        tags,
        summary: 'Make an API key for the active organisation',
        body: CreateApiKey,
        response: { 201: NewApiKey, ...problemResponses },
      },
    },
    async (request, reply) => {
      const actor = peopleActorOf(request)
      return runCommand(
        db,
        request,
        reply,
        async (tx, command) => {
          const { id, secret } = await createApiKey(tx, command, actor, request.body)
          const row = (await listApiKeys(tx, actor.userId)).find((key) => key.key_id === id)
          if (!row) throw new Error('key vanished')
          return { status: 201, body: { ...presentApiKey(row, command.now), secret } }
        },
        { holdsSecret: true },
      )
    },
  )

  app.delete(
    '/me/api-keys/:id',
    {
      config: { access: 'people.api_key.revoke' },
      schema: {
        operationId: 'revokeApiKey',
        tags,
        summary: 'Revoke an API key at once',
        params: IdParams,
        response: { 204: z.null().describe('Revoked'), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const actor = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        if (!(await revokeApiKey(tx, actor.userId, id, command.now))) throw new Refusal({ code: 'people.api_key_missing', kind: 'missing' })
        await command.audit({ action: 'people.api_key.revoke', subjectType: 'people.api_key', subjectId: id })
        return { status: 204, body: null }
      })
    },
  )
}
