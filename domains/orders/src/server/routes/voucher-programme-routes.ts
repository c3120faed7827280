import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  CreateVoucherProgramme,
  EndListing,
  ListingParams,
  ListProvider,
  ProgrammeParams,
  SetVoucherBudget,
  SetVoucherOpen,
  VoucherProgramme,
  VoucherProgrammeList,
  WriteVoucherRules,
} from '../../contract/voucher-programmes.ts'
import type { OrdersDeps } from '../needs.ts'
import { listProgrammes } from '../sql/vouchers/programmes.ts'
import {
  changeBudget,
  changeOpen,
  createProgramme,
  endProviderListing,
  getProgramme,
  listProvider,
  writeRules,
} from '../vouchers/keep-programme.ts'
import { presentProgramme, readProgramme } from '../vouchers/present-programme.ts'

const tags = ['orders']
const WRITE = 'orders.voucher_programme.write'

/** Voucher programmes, kept by the office. */
export async function voucherProgrammeRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const response = { 200: VoucherProgramme, ...problemResponses }

  app.get(
    '/voucher-programmes',
    {
      schema: {
        operationId: 'listVoucherProgrammes',
        tags,
        summary: 'Programmes with budget and what is taken of it',
        response: { 200: VoucherProgrammeList, ...problemResponses },
      },
      config: { access: 'orders.voucher_programme.read' },
    },
    async () => ({ items: (await listProgrammes(db)).map(presentProgramme) }),
  )

  app.get(
    '/voucher-programmes/:id',
    {
      schema: {
        operationId: 'getVoucherProgramme',
        tags,
        summary: 'A programme with every version of its rules and its list of providers',
        params: ProgrammeParams,
        response,
      },
      config: { access: 'orders.voucher_programme.read' },
    },
    async (request, reply) => {
      const row = await getProgramme(db, request.params.id)
      setVersion(reply, row.version)
      return readProgramme(db, row, request.server.now())
    },
  )

  app.post(
    '/voucher-programmes',
    {
      schema: {
        operationId: 'createVoucherProgramme',
        tags,
        summary: 'A new programme with its first rules (Idempotency-Key)',
        body: CreateVoucherProgramme,
        response: { 201: VoucherProgramme, ...problemResponses },
      },
      config: { access: WRITE },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const id = await createProgramme(tx, command, request.body, actorOf(request).userId)
        return { status: 201, body: await readProgramme(tx, await getProgramme(tx, id), command.now), headers: { etag: versionTag(1) } }
      }),
  )

  app.post(
    '/voucher-programmes/:id/rules',
    {
      schema: {
        operationId: 'writeVoucherRules',
        tags,
        summary: 'A new version of the rules, from today or later',
        params: ProgrammeParams,
        body: WriteVoucherRules,
        response,
      },
      config: { access: WRITE },
    },
    async (request, reply) => {
      const { id } = request.params
      return runCommand(db, request, reply, async (tx, command) => {
        await writeRules(tx, command, { programmeId: id, by: actorOf(request).userId }, request.body)
        return { status: 200, body: await readProgramme(tx, await getProgramme(tx, id), command.now) }
      })
    },
  )

  app.put(
    '/voucher-programmes/:id/budget',
    {
      schema: {
        operationId: 'setVoucherBudget',
        tags,
        summary: 'Set the whole budget, never below what is taken (If-Match)',
        params: ProgrammeParams,
        body: SetVoucherBudget,
        response,
      },
      config: { access: WRITE },
    },
    async (request, reply) => {
      const seen = { id: request.params.id, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        await changeBudget(tx, command, seen, request.body.budget)
        const row = await getProgramme(tx, seen.id)
        return { status: 200, body: await readProgramme(tx, row, command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.put(
    '/voucher-programmes/:id/open',
    {
      schema: {
        operationId: 'setVoucherOpen',
        tags,
        summary: 'Close a programme to new orders, or open it again (If-Match)',
        params: ProgrammeParams,
        body: SetVoucherOpen,
        response,
      },
      config: { access: WRITE },
    },
    async (request, reply) => {
      const seen = { id: request.params.id, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        await changeOpen(tx, command, seen, request.body.isOpen)
        const row = await getProgramme(tx, seen.id)
        return { status: 200, body: await readProgramme(tx, row, command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/voucher-programmes/:id/providers',
    {
      schema: {
        operationId: 'listVoucherProvider',
        tags,
        summary: 'Put a provider on the list of a programme',
        params: ProgrammeParams,
        body: ListProvider,
        response,
      },
      config: { access: WRITE },
    },
    async (request, reply) => {
      const { id } = request.params
      return runCommand(db, request, reply, async (tx, command) => {
        await listProvider(tx, command, { programmeId: id, by: actorOf(request).userId }, request.body)
        return { status: 200, body: await readProgramme(tx, await getProgramme(tx, id), command.now) }
      })
    },
  )

  app.post(
    '/voucher-programmes/:id/providers/:listingId/end',
    {
      schema: {
        operationId: 'endVoucherListing',
        tags,
        summary: 'Take a provider off the list after a last day',
        params: ListingParams,
        body: EndListing,
        response,
      },
      config: { access: WRITE },
    },
    async (request, reply) => {
      const { id, listingId } = request.params
      return runCommand(db, request, reply, async (tx, command) => {
        await endProviderListing(tx, command, { id: listingId, programmeId: id, to: request.body.to })
        return { status: 200, body: await readProgramme(tx, await getProgramme(tx, id), command.now) }
      })
    },
  )
}
