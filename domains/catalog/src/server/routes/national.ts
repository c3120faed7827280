import { Readable } from 'node:stream'
import { Refusal } from '@jiju/kernel/problem'
import { sendDownload } from '@jiju/platform/files/send-download'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { decodeCursor, encodeCursor } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NationalExport, NationalQuery } from '../../contract/national.ts'
import { type CatalogDeps, dayOf } from '../deps.ts'
import { nationalXml, readNationalPage } from '../export/national.ts'
import { keepsLibrary } from '../import/start-import.ts'
import { problemText } from '../problem-text.ts'

const tags = ['catalog']

/** Messages of the national platform for large instruments. */
export async function nationalRoutes(app: FastifyInstance, { db, needs }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()
  const access = 'catalog.export.run'

  const institutionOf = (request: FastifyRequest, wanted: string | undefined): string => {
    if (!keepsLibrary(actorOf(request))) return organisationOf(request)
    if (!wanted) throw new Refusal({ code: 'catalog.export_no_organisation', kind: 'invalid', field: '/querystring/organisationId' })
    return wanted
  }

  scope.get(
    '/national-messages',
    {
      schema: {
        operationId: 'listNationalMessages',
        tags,
        summary:
          'National messages of the institution (1), facilities (2), laboratories (3), instruments (4) and customs records (5), with what is missing',
        querystring: NationalQuery,
        response: { 200: NationalExport, ...problemResponses },
      },
      config: { access },
    },
    async (request) => {
      const { cursor, limit, organisationId } = request.query
      const language = languageOf(request.headers['accept-language'])
      const page = await readNationalPage(db, {
        organisationId: institutionOf(request, organisationId),
        after: decodeCursor(cursor, z.tuple([z.uuid()]))?.[0],
        limit,
        day: dayOf(request.server.now()),
        publicAddress: needs.publicAddress,
      })
      return {
        messages: page.messages.map((message) => ({ type: message.type, resourceId: message.resourceId, fields: { ...message.fields } })),
        problems: page.missing.map((gap) => ({
          ...gap,
          code: 'catalog.national_field_missing',
          message: problemText('catalog.national_field_missing', language, { field: gap.field, type: gap.type }),
        })),
        nextCursor: page.last === null ? null : encodeCursor([page.last]),
      }
    },
  )

  scope.get(
    '/national-messages.xml',
    {
      schema: {
        operationId: 'downloadNationalMessages',
        tags,
        summary: 'The same messages as one XML document',
        querystring: z.object({ organisationId: z.uuid().exactOptional() }),
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) => {
      const organisationId = institutionOf(request, request.query.organisationId)
      const options = { organisationId, day: dayOf(request.server.now()), publicAddress: needs.publicAddress }
      const body = Readable.from(nationalXml(db, options))
      return sendDownload(reply, { name: 'national-messages.xml', type: 'application/xml; charset=utf-8', body })
    },
  )
}
