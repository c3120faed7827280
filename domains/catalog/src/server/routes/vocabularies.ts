import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  DeviceClassPage,
  DeviceClassQuery,
  InstrumentClassList,
  Method,
  MethodInput,
  MethodPage,
  MethodQuery,
} from '../../contract/vocabularies.ts'
import type { CatalogDeps } from '../deps.ts'
import { presentDeviceClass, presentMethod } from '../present/vocabularies.ts'
import { readInstrumentClasses } from '../read-overview.ts'
import { insertMethod, listDeviceClasses, listMethods } from '../sql/vocabularies.ts'

const tags = ['catalog']

/** What resources are described with: instrument classes, device classes, methods. */
export async function vocabularyRoutes(app: FastifyInstance, { db }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  scope.get(
    '/instrument-classes',
    {
      schema: {
        operationId: 'listInstrumentClasses',
        tags,
        summary: 'Classes of large instruments with the number of published instruments',
        response: { 200: InstrumentClassList, ...problemResponses },
      },
      config: { access: 'catalog.vocabulary.read' },
    },
    async () => readInstrumentClasses(db),
  )

  scope.get(
    '/device-classes',
    {
      schema: {
        operationId: 'listDeviceClasses',
        tags,
        summary: 'Medical device classification, as far as it was imported',
        querystring: DeviceClassQuery,
        response: { 200: DeviceClassPage, ...problemResponses },
      },
      config: { access: 'catalog.vocabulary.read' },
    },
    async (request) => {
      const { cursor, limit, ...filter } = request.query
      const after = decodeCursor(cursor, z.tuple([z.string(), z.string(), z.number().int()]))
      const rows = await listDeviceClasses(db, { ...filter, after, limit })
      return toPage(rows, limit, presentDeviceClass, (row) => [row.code, row.subdivision, row.ordinal])
    },
  )

  scope.get(
    '/methods',
    {
      schema: {
        operationId: 'listMethods',
        tags,
        summary: 'Methods that all share, and with providerId also those of one institution',
        querystring: MethodQuery,
        response: { 200: MethodPage, ...problemResponses },
      },
      config: { access: 'catalog.vocabulary.read' },
    },
    async (request) => {
      const { cursor, limit, ...filter } = request.query
      const rows = await listMethods(db, { ...filter, after: decodeCursor(cursor, z.tuple([z.string(), z.uuid()])), limit })
      return toPage(rows, limit, presentMethod, (row) => [row.name_zh, row.id])
    },
  )

  scope.post(
    '/methods',
    {
      schema: {
        operationId: 'createMethod',
        tags,
        summary: "Add a method: the operator's for everybody, a provider's for itself",
        body: MethodInput,
        response: { 201: Method, ...problemResponses },
      },
      config: { access: 'catalog.method.create' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const isShared = actorOf(request).organisationKind === 'operator'
        const row = await insertMethod(tx, {
          id: newId(command.now.getTime()),
          provider_id: isShared ? null : organisationOf(request),
          name_zh: request.body.nameZh,
          name_en: request.body.nameEn,
          description: request.body.description,
          created_at: command.now,
        })
        if (!row) throw new Refusal({ code: 'catalog.method_name_taken', kind: 'conflict', field: '/nameZh' })
        await command.audit({ action: 'catalog.method.create', subjectType: 'method', subjectId: row.id })
        return { status: 201, body: presentMethod(row) }
      }),
  )
}
