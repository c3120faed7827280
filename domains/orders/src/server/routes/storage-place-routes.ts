import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  AddStoragePlace,
  EditSampleRule,
  EditStoragePlace,
  SampleRule,
  StoragePlace,
  StoragePlaceList,
  StoragePlaceParams,
} from '../../contract/storage-places.ts'
import type { OrdersDeps } from '../needs.ts'
import { addPlace, editPlace, editSampleRule, presentPlace } from '../samples/edit-places.ts'
import { findSampleRule, listPlaces } from '../sql/samples/places.ts'

const tags = ['orders']

/** Where a provider keeps samples, and for how long. */
export async function storagePlaceRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ organisationId: organisationOf(request), userId: actorOf(request).userId })

  app.get(
    '/storage-places',
    {
      schema: {
        operationId: 'listStoragePlaces',
        tags,
        summary: 'Rooms and shelves of the own organisation',
        response: { 200: StoragePlaceList, ...problemResponses },
      },
      config: { access: 'orders.sample.work' },
    },
    async (request) => ({ items: (await listPlaces(db, organisationOf(request))).map(presentPlace) }),
  )

  app.post(
    '/storage-places',
    {
      schema: {
        operationId: 'addStoragePlace',
        tags,
        summary: 'A further room or shelf (Idempotency-Key)',
        body: AddStoragePlace,
        response: { 201: StoragePlace, ...problemResponses },
      },
      config: { access: 'orders.storage_place.edit' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await addPlace(tx, command, request.body, by(request))
        return { status: 201, body: presentPlace(row), headers: { etag: versionTag(row.version) } }
      }),
  )

  app.put(
    '/storage-places/:id',
    {
      schema: {
        operationId: 'editStoragePlace',
        tags,
        summary: 'Rename or retire a place (If-Match)',
        params: StoragePlaceParams,
        body: EditStoragePlace,
        response: { 200: StoragePlace, ...problemResponses },
      },
      config: { access: 'orders.storage_place.edit' },
    },
    async (request, reply) => {
      const target = { id: request.params.id, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await editPlace(tx, command, target, request.body, by(request))
        return { status: 200, body: presentPlace(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/sample-rule',
    {
      schema: {
        operationId: 'getSampleRule',
        tags,
        summary: 'How long the own organisation keeps what is left after the report',
        response: { 200: SampleRule, ...problemResponses },
      },
      config: { access: 'orders.sample.work' },
    },
    async (request, reply) => {
      const rule = await findSampleRule(db, organisationOf(request))
      setVersion(reply, rule.version)
      return rule
    },
  )

  app.put(
    '/sample-rule',
    {
      schema: {
        operationId: 'editSampleRule',
        tags,
        summary: 'Keep what is left longer or shorter; holds for reports to come (If-Match)',
        body: EditSampleRule,
        response: { 200: SampleRule, ...problemResponses },
      },
      config: { access: 'orders.storage_place.edit' },
    },
    async (request, reply) => {
      const rule = { version: expectedVersion(request), ...request.body }
      return runCommand(db, request, reply, async (tx, command) => {
        await editSampleRule(tx, command, rule, by(request))
        const body = await findSampleRule(tx, organisationOf(request))
        return { status: 200, body, headers: { etag: versionTag(body.version) } }
      })
    },
  )
}
