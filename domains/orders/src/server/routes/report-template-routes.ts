import { localDayOf } from '@jiju/kernel/zoned-time'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  KeepReportNumbering,
  KeepReportTemplate,
  ReportNumbering,
  ReportTemplate,
  ReportTemplates,
  TemplateParams,
} from '../../contract/report-templates.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { reportNumber } from '../../core/reports/report-number.ts'
import type { OrdersDeps } from '../needs.ts'
import { addTemplate, changeTemplate, endTemplate, setBodyCode } from '../reports/keep-template.ts'
import { presentTemplate } from '../reports/present-report.ts'
import { retireCurrent } from '../reports/signing-keys.ts'
import { findNumbering, listTemplates, type NumberingRow } from '../sql/reports/report-templates.ts'

const tags = ['orders']
const access = 'orders.report.settings'
const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), personId: actorOf(request).userId })

/** How a provider's reports look and are numbered, and the keys that sign them. */
export async function reportTemplateRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/report-templates',
    {
      schema: {
        operationId: 'listReportTemplates',
        tags,
        summary: 'Templates of the own provider, by class and name',
        response: { 200: ReportTemplates, ...problemResponses },
      },
      config: { access: 'orders.report.list' },
    },
    async (request) => ({ items: (await listTemplates(db, organisationOf(request))).map(presentTemplate) }),
  )

  app.post(
    '/report-templates',
    {
      schema: {
        operationId: 'addReportTemplate',
        tags,
        summary: 'Add a template (Idempotency-Key)',
        body: KeepReportTemplate,
        response: { 201: ReportTemplate, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await addTemplate(tx, command, request.body, by(request))
        return { status: 201, body: presentTemplate(row), headers: { etag: versionTag(row.version) } }
      }),
  )

  app.put(
    '/report-templates/:id',
    {
      schema: {
        operationId: 'changeReportTemplate',
        tags,
        summary: 'Make the next version of a template; reports keep to the one that they began with (If-Match)',
        params: TemplateParams,
        body: KeepReportTemplate,
        response: { 200: ReportTemplate, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) => {
      const wanted = { ...by(request), id: request.params.id, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await changeTemplate(tx, command, request.body, wanted)
        return { status: 200, body: presentTemplate(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.delete(
    '/report-templates/:id',
    {
      schema: {
        operationId: 'retireReportTemplate',
        tags,
        summary: 'Offer a template no longer (If-Match)',
        params: TemplateParams,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) => {
      const wanted = { ...by(request), id: request.params.id, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        await endTemplate(tx, command, wanted)
        return { status: 204, body: null }
      })
    },
  )

  const presentNumbering = (row: NumberingRow | undefined, now: Date) => ({
    code: row?.code ?? null,
    version: row?.version ?? 0,
    example: row
      ? reportNumber({ bodyCode: row.code, year: Number(localDayOf(now, ORDER_ZONE).slice(0, 4)), classCode: 'S', serial: 1 })
      : null,
  })

  app.get(
    '/report-numbering',
    {
      schema: {
        operationId: 'getReportNumbering',
        tags,
        summary: 'The body code that begins the numbers of the own reports',
        response: { 200: ReportNumbering, ...problemResponses },
      },
      config: { access: 'orders.report.list' },
    },
    async (request, reply) => {
      const numbering = presentNumbering(await findNumbering(db, organisationOf(request)), request.server.now())
      setVersion(reply, numbering.version)
      return numbering
    },
  )

  app.put(
    '/report-numbering',
    {
      schema: {
        operationId: 'keepReportNumbering',
        tags,
        summary: 'Set the body code; numbers that were given keep theirs (If-Match)',
        body: KeepReportNumbering,
        response: { 200: ReportNumbering, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) => {
      const wanted = { ...by(request), version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await setBodyCode(tx, command, request.body.code, wanted)
        return { status: 200, body: presentNumbering(row, command.now), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/report-signing-keys/retire',
    {
      schema: {
        operationId: 'retireReportSigningKey',
        tags,
        summary: 'Sign no more with the key of a provider, or with the root that vouches for all; the next report makes a new one',
        body: z.object({ providerId: z.uuid().nullable().describe('null for the root') }).meta({ id: 'RetireSigningKey' }),
        response: { 200: z.object({ isRetired: z.boolean() }).meta({ id: 'SigningKeyRetired' }), ...problemResponses },
      },
      config: { access: 'orders.signing_key.retire' },
    },
    async (request, reply) => {
      const { providerId } = request.body
      return runCommand(db, request, reply, async (tx, command) => {
        const isRetired = await retireCurrent(tx, providerId, command.now)
        await command.audit({ action: 'orders.signing_key.retire', subjectType: 'signing_key', subjectId: providerId ?? 'root' })
        return { status: 200, body: { isRetired } }
      })
    },
  )
}
