import { organisationOf } from '@jiju/platform/http/actor'
import { type Command, runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AccreditationDetail, AccreditationInput, AccreditationList, WithdrawAccreditation } from '../../contract/accreditations.ts'
import { IdParams } from '../../contract/common.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { type CatalogDeps, dayOf, editorOf } from '../deps.ts'
import { addAccreditation, changeAccreditation, getOwnAccreditation, withdrawCertificate } from '../edit-accreditations.ts'
import { presentAccreditation, presentAccreditationDetail } from '../present/providers.ts'
import { type AccreditationRow, listAccreditationItems, listAccreditations } from '../sql/accreditations.ts'

const tags = ['catalog']

/** CMA, CNAS and GLP certificates of the own institution with their scopes. */
export async function accreditationRoutes(app: FastifyInstance, { db }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  const present = async (tx: CatalogDb, row: AccreditationRow, at: Date) =>
    presentAccreditationDetail(row, await listAccreditationItems(tx, row.id), dayOf(at))

  const answer = async (tx: CatalogDb, command: Command, action: string, row: AccreditationRow, status = 200) => {
    await command.audit({ action, subjectType: 'accreditation', subjectId: row.id })
    await command.publish('catalog.accreditation_changed', { accreditationId: row.id, providerId: row.provider_id })
    return { status, body: await present(tx, row, command.now), headers: { etag: versionTag(row.version) } }
  }

  scope.get(
    '/accreditations',
    {
      schema: {
        operationId: 'listAccreditations',
        tags,
        summary: 'Certificates of the own institution, also those out of date',
        response: { 200: AccreditationList, ...problemResponses },
      },
      config: { access: 'catalog.resource.list_own' },
    },
    async (request) => {
      const day = dayOf(request.server.now())
      return { items: (await listAccreditations(db, organisationOf(request))).map((row) => presentAccreditation(row, day)) }
    },
  )

  scope.get(
    '/accreditations/:id',
    {
      schema: {
        operationId: 'readAccreditation',
        tags,
        summary: 'A certificate with every line of its scope',
        params: IdParams,
        response: { 200: AccreditationDetail, ...problemResponses },
      },
      config: { access: 'catalog.resource.list_own' },
    },
    async (request, reply) => {
      const row = await getOwnAccreditation(db, request.params.id, organisationOf(request))
      setVersion(reply, row.version)
      return present(db, row, request.server.now())
    },
  )

  scope.post(
    '/accreditations',
    {
      schema: {
        operationId: 'addAccreditation',
        tags,
        summary: 'Register a certificate with its scope',
        body: AccreditationInput,
        response: { 201: AccreditationDetail, ...problemResponses },
      },
      config: { access: 'catalog.accreditation.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await addAccreditation(tx, editorOf(request), request.body, command.now)
        return answer(tx, command, 'catalog.accreditation.add', row, 201)
      }),
  )

  scope.put(
    '/accreditations/:id',
    {
      schema: {
        operationId: 'changeAccreditation',
        tags,
        summary: 'Change a certificate and its scope',
        params: IdParams,
        body: AccreditationInput,
        response: { 200: AccreditationDetail, ...problemResponses },
      },
      config: { access: 'catalog.accreditation.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const change = { id: request.params.id, expectedVersion: expectedVersion(request), input: request.body }
        const row = await changeAccreditation(tx, editorOf(request), change, command.now)
        return answer(tx, command, 'catalog.accreditation.change', row)
      }),
  )

  scope.post(
    '/accreditations/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawAccreditation',
        tags,
        summary: 'Record that the accreditor has withdrawn the certificate',
        params: IdParams,
        body: WithdrawAccreditation,
        response: { 200: AccreditationDetail, ...problemResponses },
      },
      config: { access: 'catalog.accreditation.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const change = { id: request.params.id, expectedVersion: expectedVersion(request), withdrawnOn: request.body.withdrawnOn }
        const row = await withdrawCertificate(tx, editorOf(request), change, command.now)
        return answer(tx, command, 'catalog.accreditation.withdraw', row)
      }),
  )
}
