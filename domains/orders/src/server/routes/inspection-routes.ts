import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  CloseInspection,
  Inspection,
  InspectionList,
  InspectionParams,
  ListInspections,
  SeeInspection,
  WriteInspection,
} from '../../contract/studies.ts'
import type { OrdersDeps } from '../needs.ts'
import { listInspections } from '../sql/work/inspections.ts'
import { closeInspection, presentInspection, seeInspection, writeInspection } from '../work/inspections.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.date(), z.uuid()])
const MANAGEMENT = ['provider:owner', 'provider:lab_manager']

/** Inspections of quality assurance: studies, facility, processes. */
export async function inspectionRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), personId: actorOf(request).userId })

  app.get(
    '/inspections',
    {
      schema: {
        operationId: 'listInspections',
        tags,
        summary: 'Inspections of the own facility, newest first',
        querystring: ListInspections,
        response: { 200: InspectionList, ...problemResponses },
      },
      config: { access: 'orders.inspection.read' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listInspections(db, {
        providerId: organisationOf(request),
        after: after && { day: after[0], id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentInspection, (row) => [row.inspected_on, row.id])
    },
  )

  app.post(
    '/inspections',
    {
      schema: {
        operationId: 'writeInspection',
        tags,
        summary: 'Record an inspection with its report to management and director (Idempotency-Key)',
        body: WriteInspection,
        response: { 201: Inspection, ...problemResponses },
      },
      config: { access: 'orders.inspection.write' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 201,
        body: presentInspection(await writeInspection(tx, command, by(request), request.body)),
      })),
  )

  app.post(
    '/inspections/:id/see',
    {
      schema: {
        operationId: 'seeInspection',
        tags,
        summary: 'Take note of an inspection as management or as the study director',
        params: InspectionParams,
        body: SeeInspection,
        response: { 200: Inspection, ...problemResponses },
      },
      config: { access: 'orders.inspection.see' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const isManagement = actorOf(request).roles.some((role) => MANAGEMENT.includes(role))
        const reader = { ...by(request), id: request.params.id, isManagement }
        return { status: 200, body: presentInspection(await seeInspection(tx, command, reader, request.body.as)) }
      }),
  )

  app.post(
    '/inspections/:id/close',
    {
      schema: {
        operationId: 'closeInspection',
        tags,
        summary: 'Close an inspection when what was found is put right',
        params: InspectionParams,
        body: CloseInspection,
        response: { 200: Inspection, ...problemResponses },
      },
      config: { access: 'orders.inspection.write' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => ({
        status: 200,
        body: presentInspection(await closeInspection(tx, command, { ...by(request), id: request.params.id }, request.body.action)),
      })),
  )
}
