import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion } from '@jiju/platform/http/if-match'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AddFactSupplier, EditFactSupplier, FactSupplier, FactSupplierList, FactSupplierParams } from '../../contract/fact-suppliers.ts'
import { addSupplier, editSupplier, readSuppliers, removeSupplier } from '../facts/suppliers.ts'
import type { ScoringDeps } from '../needs.ts'

const tags = ['scoring']
const write = { access: 'scoring.fact.write' }

/** Bodies that deliver facts: by the interface, or by files that they put into a folder. */
export async function supplierRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/fact-suppliers',
    {
      schema: {
        operationId: 'listFactSuppliers',
        tags,
        summary: 'Who delivers facts of which source, by which doors, and when something last came',
        response: { 200: FactSupplierList, ...problemResponses },
      },
      config: { access: 'scoring.fact.read' },
    },
    async (request) => readSuppliers(db, needs, languageOf(request.headers['accept-language'])),
  )

  app.post(
    '/fact-suppliers',
    {
      schema: {
        operationId: 'addFactSupplier',
        tags,
        summary: 'Let a government body deliver facts of a source',
        body: AddFactSupplier,
        response: { 204: z.null(), ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await addSupplier(tx, command, request.body, actorOf(request).userId)
        return { status: 204, body: null }
      }),
  )

  app.put(
    '/fact-suppliers/:organisationId/:source',
    {
      schema: {
        operationId: 'editFactSupplier',
        tags,
        summary: 'Change whom to ask, the folder of its files, and how often something is expected',
        params: FactSupplierParams,
        body: EditFactSupplier,
        response: { 204: z.null(), ...problemResponses },
      },
      config: write,
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        await editSupplier(tx, command, { key: request.params, version, content: request.body })
        return { status: 204, body: null }
      })
    },
  )

  app.post(
    '/fact-suppliers/remove',
    {
      schema: {
        operationId: 'removeFactSupplier',
        tags,
        summary: 'Take back that a body may deliver facts of a source; what it stated stays',
        body: FactSupplier,
        response: { 204: z.null(), ...problemResponses },
      },
      config: write,
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        await removeSupplier(tx, command, request.body)
        return { status: 204, body: null }
      }),
  )
}
