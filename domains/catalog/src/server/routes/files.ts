import { Refusal } from '@jiju/kernel/problem'
import { RASTER_IMAGES } from '@jiju/platform/files/media-type'
import { sendFile } from '@jiju/platform/files/send-file'
import { findFile, storeUpload } from '@jiju/platform/files/upload'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import { UploadedFile } from '../../contract/files.ts'
import type { CatalogDeps } from '../deps.ts'
import { fileUrl } from '../present/resources.ts'
import { countResourceFiles, hasResourceFile, insertResourceFile } from '../sql/resource-links.ts'
import { findResource } from '../sql/resources.ts'
import { lockOwnResource, maySeeUnpublished } from '../who.ts'

const tags = ['catalog']
const MAX_FILE_BYTES = 20 * 1_048_576
const MAX_FILES = 200
const ALLOWED_TYPES = [
  ...RASTER_IMAGES,
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/plain',
  'text/csv',
]
const FILE_MISSING = { code: 'catalog.file_missing', kind: 'missing' } as const

/** Photos and papers of a resource: uploaded first, then named in its content. */
export async function fileRoutes(app: FastifyInstance, { db, needs }: CatalogDeps): Promise<void> {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  scope.post(
    '/own/resources/:id/files',
    {
      schema: {
        operationId: 'uploadResourceFile',
        tags,
        summary: 'Upload a photo or an attachment (multipart, one file of at most 20 MB)',
        consumes: ['multipart/form-data'],
        params: IdParams,
        response: { 201: UploadedFile, ...problemResponses },
      },
      config: { access: 'catalog.resource.edit' },
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) throw new Refusal({ code: 'catalog.no_file', kind: 'invalid' })
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await lockOwnResource(tx, request.params.id, organisationOf(request))
        if ((await countResourceFiles(tx, row.id)) >= MAX_FILES)
          throw new Refusal({ code: 'catalog.too_many_files', kind: 'refused', params: { max: MAX_FILES } })
        const file = await storeUpload(tx, needs.files, {
          stream: part.file,
          name: part.filename,
          maxBytes: MAX_FILE_BYTES,
          allowedTypes: ALLOWED_TYPES,
          ownerOrganisationId: row.provider_id,
          uploadedBy: actorOf(request).userId,
        })
        await insertResourceFile(tx, row.id, file.id, command.now)
        await command.audit({ action: 'catalog.file.upload', subjectType: 'resource', subjectId: row.id, detail: { fileId: file.id } })
        return {
          status: 201,
          body: { fileId: file.id, name: file.name, mediaType: file.mediaType, sizeBytes: file.sizeBytes, url: fileUrl(row.id, file.id) },
        }
      })
    },
  )

  scope.get(
    '/resources/:id/files/:fileId',
    {
      schema: {
        operationId: 'readResourceFile',
        tags,
        summary: 'The bytes of a photo or attachment of a published resource, or of an own draft',
        params: z.object({ id: z.uuid(), fileId: z.uuid() }),
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'catalog.resource.read' },
    },
    async (request, reply) => {
      const { id, fileId } = request.params
      const row = await findResource(db, id)
      if (!row) throw new Refusal(FILE_MISSING)
      const isShown =
        row.status === 'published' && [...row.content.photos, ...row.content.attachments].some((file) => file.fileId === fileId)
      const mayRead = isShown || (maySeeUnpublished(request.actor, row.provider_id) && (await hasResourceFile(db, id, fileId)))
      const file = mayRead ? await findFile(db, fileId) : undefined
      if (!file) throw new Refusal(FILE_MISSING)
      return sendFile(reply, needs.files, file, 'image')
    },
  )
}
