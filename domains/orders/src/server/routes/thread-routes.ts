import { Refusal } from '@jiju/kernel/problem'
import { RASTER_IMAGES } from '@jiju/platform/files/media-type'

import { sendFile } from '@jiju/platform/files/send-file'
import { storeUpload } from '@jiju/platform/files/upload'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ListMessages, MessageList, PostMessage, ThreadFile, ThreadFileParams, ThreadParams } from '../../contract/threads.ts'
import type { OrdersDeps } from '../needs.ts'
import { THREAD_MISSING } from '../problems.ts'
import { findMessageFile, insertThreadUpload, markRead } from '../sql/messages.ts'
import { postMessage } from '../threads/post-message.ts'
import { readThread } from '../threads/read-thread.ts'
import { isWritable, openThread } from '../threads/thread-side.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const MAX_FILE_BYTES = 50 * 1_048_576
/** Papers, tables, pictures and packed folders; whatever it is, it is only ever downloaded. */
const FILE_TYPES = [
  ...RASTER_IMAGES,
  'image/gif',
  'image/tiff',
  'application/pdf',
  'application/zip',
  'application/x-7z-compressed',
  'application/x-rar-compressed',
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'text/plain',
  'text/csv',
]

/** What client and provider write to each other, from the enquiry to the settled order. */
export async function threadRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/threads/:id/messages',
    {
      schema: {
        operationId: 'listOrderMessages',
        tags,
        summary: 'Messages of a thread, newest first, and the notes of the platform',
        params: ThreadParams,
        querystring: ListMessages,
        response: { 200: MessageList, ...problemResponses },
      },
      config: { access: 'orders.thread.read' },
    },
    async (request) => {
      const { thread, side } = await openThread(db, request.params.id, actorOf(request))
      const after = decodeCursor(request.query.cursor, Cursor)
      return readThread(db, thread, side, { after: after && { at: new Date(after[0]), id: after[1] }, limit: request.query.limit })
    },
  )

  app.post(
    '/threads/:id/messages',
    {
      schema: {
        operationId: 'postOrderMessage',
        tags,
        summary: 'Write to the other side, with files that were sent before (Idempotency-Key)',
        params: ThreadParams,
        body: PostMessage,
        response: { 201: MessageList, ...problemResponses },
      },
      config: { access: 'orders.thread.write' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const actor = actorOf(request)
        const { thread, side } = await openThread(tx, request.params.id, actor)
        await postMessage(tx, command, needs, { thread, side, personId: actor.userId, body: request.body })
        const opened = await openThread(tx, thread.id, actor)
        return { status: 201, body: await readThread(tx, opened.thread, side, { after: undefined, limit: 50 }) }
      }),
  )

  app.post(
    '/threads/:id/files',
    {
      schema: {
        operationId: 'sendThreadFile',
        tags,
        summary: 'Send a file that a message will bring (multipart, at most 50 MB)',
        consumes: ['multipart/form-data'],
        params: ThreadParams,
        response: { 201: ThreadFile, ...problemResponses },
      },
      config: { access: 'orders.thread.write' },
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) throw new Refusal({ code: 'orders.no_file', kind: 'invalid' })
      return runCommand(db, request, reply, async (tx, command) => {
        const actor = actorOf(request)
        const { thread } = await openThread(tx, request.params.id, actor)
        if (!isWritable(thread)) throw new Refusal({ code: 'orders.thread_closed', kind: 'conflict' })
        const file = await storeUpload(tx, needs.files, {
          stream: part.file,
          name: part.filename,
          maxBytes: MAX_FILE_BYTES,
          allowedTypes: FILE_TYPES,
          ownerOrganisationId: organisationOf(request),
          uploadedBy: actor.userId,
        })
        await insertThreadUpload(tx, { fileId: file.id, threadId: thread.id, personId: actor.userId, now: command.now })
        await command.audit({ action: 'orders.thread.send_file', subjectType: 'thread', subjectId: thread.id, detail: { fileId: file.id } })
        const { id, name, mediaType, sizeBytes } = file
        return { status: 201, body: { fileId: id, name, mediaType, sizeBytes } }
      })
    },
  )

  app.get(
    '/threads/:id/files/:fileId',
    {
      schema: {
        operationId: 'downloadThreadFile',
        tags,
        summary: 'A file of a message, as a download',
        params: ThreadFileParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'orders.thread.read' },
    },
    async (request, reply) => {
      const { thread } = await openThread(db, request.params.id, actorOf(request))
      const file = await findMessageFile(db, thread.id, request.params.fileId)
      if (!file) throw new Refusal(THREAD_MISSING)
      return sendFile(reply, needs.files, file)
    },
  )

  app.post(
    '/threads/:id/read',
    {
      schema: {
        operationId: 'markThreadRead',
        tags,
        summary: 'The own side has read what stands in the thread',
        params: ThreadParams,
        response: { 200: z.object({ unread: z.literal(0) }), ...problemResponses },
      },
      config: { access: 'orders.thread.read' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { thread, side } = await openThread(tx, request.params.id, actorOf(request))
        if (side !== 'operator') await markRead(tx, thread.id, side, command.now)
        return { status: 200, body: { unread: 0 as const } }
      }),
  )
}
