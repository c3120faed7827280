import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { FormFamilies, FormVersionParams, PublishForm, ServiceForm, ServiceParams } from '../../contract/forms.ts'
import { FAMILIES } from '../../core/forms/families.ts'
import { publishForm } from '../forms/publish-form.ts'
import { presentFields, readForm, readFormVersion } from '../forms/read-form.ts'
import type { OrdersDeps } from '../needs.ts'

/** What services ask of whoever orders them. */
export async function formRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/form-families',
    {
      schema: {
        operationId: 'listFormFamilies',
        tags: ['orders'],
        summary: 'Questions that belong together, from which providers put forms together',
        response: { 200: FormFamilies, ...problemResponses },
      },
      config: { access: 'orders.form.read' },
    },
    async () => ({ families: FAMILIES.map(({ key, name, fields }) => ({ key, name, fields: presentFields(fields) })) }),
  )

  app.get(
    '/services/:serviceId/form',
    {
      schema: {
        operationId: 'getServiceForm',
        tags: ['orders'],
        summary: 'What a service asks of whoever orders it',
        params: ServiceParams,
        response: { 200: ServiceForm, ...problemResponses },
      },
      config: { access: 'orders.form.read' },
    },
    async (request, reply) => {
      const form = await readForm(db, request.params.serviceId, request.actor?.organisationId ?? null)
      setVersion(reply, form.version)
      return form
    },
  )

  app.get(
    '/services/:serviceId/forms/:version',
    {
      schema: {
        operationId: 'getServiceFormVersion',
        tags: ['orders'],
        summary: 'One version of a form; no version ever changes',
        params: FormVersionParams,
        response: { 200: ServiceForm, ...problemResponses },
      },
      config: { access: 'orders.form.read' },
    },
    async (request) => readFormVersion(db, request.params.serviceId, request.params.version),
  )

  app.put(
    '/services/:serviceId/form',
    {
      schema: {
        operationId: 'publishServiceForm',
        tags: ['orders'],
        summary: 'Publish the next version of the form of an own service (If-Match)',
        params: ServiceParams,
        body: PublishForm,
        response: { 200: ServiceForm, ...problemResponses },
      },
      config: { access: 'orders.form.edit' },
    },
    async (request, reply) => {
      const { serviceId } = request.params
      const by = { organisationId: organisationOf(request), userId: actorOf(request).userId }
      const expected = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const form = await publishForm(tx, command, { serviceId, expected, body: request.body }, by)
        return { status: 200, body: form, headers: { etag: versionTag(form.version) } }
      })
    },
  )
}
