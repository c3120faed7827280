import { Refusal } from '@jiju/kernel/problem'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { IdParams } from '../../contract/common.ts'
import { EditProfileFacts, ProfileFacts } from '../../contract/consents.ts'
import {
  EditOrganisation,
  EditSecondFactorPolicy,
  Organisation,
  OrganisationPage,
  OrganisationSearch,
  RegisterOrganisation,
  SecondFactorPolicy,
} from '../../contract/organisations.ts'
import type { PeopleDeps } from '../deps.ts'
import { editOrganisation, editProfileFacts } from '../edit-organisation.ts'
import { getOrganisation } from '../get-organisation.ts'
import { presentOrganisation, presentProfileFacts, presentSummary } from '../present.ts'
import { readProfileFacts } from '../read-profile-facts.ts'
import { registerOrganisation } from '../register-organisation.ts'
import { editSecondFactorPolicy, readSecondFactorPolicy } from '../second-factor-policy.ts'
import { searchVerified } from '../sql/organisations.ts'
import { NameCursor, ownOrganisation, peopleActorOf } from './acting.ts'

const tags = ['people']

/** Organisations as persons and their owners use them. */
export async function organisationRoutes(scope: FastifyInstance, deps: PeopleDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db } = deps

  app.post(
    '/organisations',
    {
      config: { access: 'people.organisation.register' },
      schema: {
        operationId: 'registerOrganisation',
        tags,
        summary: 'Register an organisation and own it',
        body: RegisterOrganisation,
        response: { 201: Organisation, ...problemResponses },
      },
    },
    async (request, reply) => {
      const actor = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const by = { personId: actor.userId, sessionId: actor.credentialId }
        const id = await registerOrganisation(tx, command, by, request.body)
        const row = await getOrganisation(tx, actor, id)
        return { status: 201, body: presentOrganisation(row, true), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/organisations/search',
    {
      config: { access: 'people.organisation.search' },
      schema: {
        operationId: 'searchOrganisations',
        tags,
        summary: 'Find a verified organisation to join or to give consent to',
        querystring: OrganisationSearch,
        response: { 200: OrganisationPage, ...problemResponses },
      },
    },
    async (request) => {
      const { q, limit, cursor } = request.query
      const after = decodeCursor(cursor, NameCursor)
      const rows = await searchVerified(db, { q, limit, after: after && { name: after[0], id: after[1] } })
      return toPage(rows, limit, presentSummary, (row) => [row.name, row.id])
    },
  )

  app.get(
    '/organisations/:id',
    {
      config: { access: 'people.organisation.read' },
      schema: {
        operationId: 'getOrganisation',
        tags,
        summary: 'An organisation; unverified ones are shown to their members and the operator',
        params: IdParams,
        response: { 200: Organisation, ...problemResponses },
      },
    },
    async (request, reply) => {
      const row = await getOrganisation(db, peopleActorOf(request), request.params.id)
      setVersion(reply, row.version)
      return presentOrganisation(row, row.isInsider)
    },
  )

  app.patch(
    '/organisations/:id',
    {
      config: { access: 'people.organisation.edit' },
      schema: {
        operationId: 'editOrganisation',
        tags,
        summary: 'Edit the public page of the active organisation',
        params: IdParams,
        body: EditOrganisation,
        response: { 200: Organisation, ...problemResponses },
      },
    },
    async (request, reply) => {
      const id = ownOrganisation(request, request.params.id)
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await editOrganisation(tx, command, { id, version, input: request.body })
        return { status: 200, body: presentOrganisation(row, true), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/organisations/:id/second-factor-policy',
    {
      config: { access: 'people.second_factor_policy.manage' },
      schema: {
        operationId: 'getSecondFactorPolicy',
        tags,
        summary: 'Which roles of the active organisation sign in with a second factor',
        params: IdParams,
        response: { 200: SecondFactorPolicy, ...problemResponses },
      },
    },
    async (request, reply) => {
      const policy = await readSecondFactorPolicy(db, deps.needs, ownOrganisation(request, request.params.id))
      setVersion(reply, policy.version)
      return policy
    },
  )

  app.put(
    '/organisations/:id/second-factor-policy',
    {
      config: { access: 'people.second_factor_policy.manage' },
      schema: {
        operationId: 'editSecondFactorPolicy',
        tags,
        summary: 'Ask roles of the active organisation for a second factor (If-Match)',
        params: IdParams,
        body: EditSecondFactorPolicy,
        response: { 200: SecondFactorPolicy, ...problemResponses },
      },
    },
    async (request, reply) => {
      const edit = { id: ownOrganisation(request, request.params.id), version: expectedVersion(request), roles: request.body.roles }
      return runCommand(db, request, reply, async (tx, command) => {
        const policy = await editSecondFactorPolicy(tx, command, deps.needs, edit)
        return { status: 200, body: policy, headers: { etag: versionTag(policy.version) } }
      })
    },
  )

  app.get(
    '/organisations/:id/facts',
    {
      config: { access: 'people.fact.read' },
      schema: {
        operationId: 'readProfileFacts',
        tags,
        summary: 'Profile facts: own, or of another under its consent; the owner sees the read',
        params: IdParams,
        response: { 200: ProfileFacts, ...problemResponses },
      },
    },
    async (request, reply) => {
      const actor = peopleActorOf(request)
      const { organisationId } = actor
      if (!organisationId) throw new Refusal({ code: 'people.no_organisation', kind: 'forbidden' })
      const row = await db
        .transaction()
        .execute((tx) => readProfileFacts(tx, { ...actor, organisationId }, request.params.id, deps.needs.now()))
      setVersion(reply, row.version)
      return presentProfileFacts(row)
    },
  )

  app.patch(
    '/organisations/:id/facts',
    {
      config: { access: 'people.fact.edit' },
      schema: {
        operationId: 'editProfileFacts',
        tags,
        summary: 'Edit the profile facts of the active organisation',
        params: IdParams,
        body: EditProfileFacts,
        response: { 200: ProfileFacts, ...problemResponses },
      },
    },
    async (request, reply) => {
      const id = ownOrganisation(request, request.params.id)
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await editProfileFacts(tx, command, { id, version, input: request.body })
        return { status: 200, body: presentProfileFacts(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )
}
