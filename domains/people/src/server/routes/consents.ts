import { organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { IdParams } from '../../contract/common.ts'
import { Consent, ConsentPage, ConsentQuery, FactReadPage, FactReadQuery, GrantConsent } from '../../contract/consents.ts'
import type { PeopleDeps } from '../deps.ts'
import { endConsent, grantConsent } from '../grant-consent.ts'
import { presentConsent, presentFactRead } from '../present.ts'
import { findConsentById, listConsents, listFactReads } from '../sql/consents.ts'
import type { PeopleDb } from '../sql/database.ts'
import { InstantCursor, peopleActorOf } from './acting.ts'

const tags = ['people']

/** Who may read which facts of whom, and who has. */
export async function consentRoutes(scope: FastifyInstance, deps: PeopleDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const { db, needs } = deps

  app.post(
    '/consents',
    {
      config: { access: 'people.consent.grant' },
      schema: {
        operationId: 'grantConsent',
        tags,
        summary: 'Let another organisation read facts of the active one',
        body: GrantConsent,
        response: { 201: Consent, ...problemResponses },
      },
    },
    async (request, reply) => {
      const ownerOrganisationId = organisationOf(request)
      const { userId: grantedBy } = peopleActorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const id = await grantConsent(tx, command, { ...request.body, ownerOrganisationId, grantedBy })
        return { status: 201, body: await shown(tx, id, ownerOrganisationId, command.now) }
      })
    },
  )

  app.get(
    '/consents',
    {
      config: { access: 'people.consent.list' },
      schema: {
        operationId: 'listConsents',
        tags,
        summary: 'Consents given or received by the active organisation, newest first',
        querystring: ConsentQuery,
        response: { 200: ConsentPage, ...problemResponses },
      },
    },
    async (request) => {
      const { direction, limit, cursor } = request.query
      const after = decodeCursor(cursor, InstantCursor)
      const rows = await listConsents(db, {
        organisationId: organisationOf(request),
        direction,
        limit,
        after: after && { grantedAt: new Date(after[0]), id: after[1] },
      })
      const now = needs.now()
      return toPage(
        rows,
        limit,
        (row) => presentConsent(row, now),
        (row) => [row.granted_at.toISOString(), row.id],
      )
    },
  )

  app.post(
    '/consents/:id/revoke',
    {
      config: { access: 'people.consent.revoke' },
      schema: {
        operationId: 'revokeConsent',
        tags,
        summary: 'End a consent at once',
        params: IdParams,
        response: { 200: Consent, ...problemResponses },
      },
    },
    async (request, reply) => {
      const ownerOrganisationId = organisationOf(request)
      const { userId: by } = peopleActorOf(request)
      const { id } = request.params
      return runCommand(db, request, reply, async (tx, command) => {
        await endConsent(tx, command, { id, ownerOrganisationId, by })
        return { status: 200, body: await shown(tx, id, ownerOrganisationId, command.now) }
      })
    },
  )

  app.get(
    '/fact-reads',
    {
      config: { access: 'people.fact_read.list' },
      schema: {
        operationId: 'listFactReads',
        tags,
        summary: 'Who has read facts of the active organisation, newest first',
        querystring: FactReadQuery,
        response: { 200: FactReadPage, ...problemResponses },
      },
    },
    async (request) => {
      const { limit, cursor, readerOrganisationId } = request.query
      const after = decodeCursor(cursor, InstantCursor)
      const rows = await listFactReads(db, {
        ownerOrganisationId: organisationOf(request),
        readerOrganisationId,
        limit,
        after: after && { at: new Date(after[0]), id: after[1] },
      })
      return toPage(rows, limit, presentFactRead, (row) => [row.at.toISOString(), row.read_id])
    },
  )
}

async function shown(tx: PeopleDb, id: string, ownerOrganisationId: string, now: Date) {
  const row = await findConsentById(tx, id, ownerOrganisationId)
  if (!row) throw new Error('consent vanished')
  return presentConsent(row, now)
}
