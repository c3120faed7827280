import { pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { SIDES } from '../core/vocabulary.ts'

export const ThreadParams = z.object({ id: z.uuid() })
export const ThreadFileParams = z.object({ id: z.uuid(), fileId: z.uuid() })

/** At most so many files come with a message. */
export const MAX_MESSAGE_FILES = 10

export const ThreadFile = z
  .object({ fileId: z.uuid(), name: z.string(), mediaType: z.string(), sizeBytes: z.int() })
  .meta({ id: 'ThreadFile' })
export type ThreadFile = z.infer<typeof ThreadFile>

export const Message = z
  .object({
    id: z.uuid(),
    side: z.enum(SIDES),
    isOwn: z.boolean(),
    personName: z.string().nullable().describe('Null for the platform, and for a client that is hidden'),
    organisationName: z.string().nullable(),
    body: z.string().describe('Empty for a note of the platform'),
    note: z.string().nullable().describe('What the platform notes: `quote_offered`, `order_accept` …'),
    noteParams: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    files: z.array(ThreadFile),
    createdAt: z.iso.datetime(),
    isUnread: z.boolean(),
  })
  .meta({ id: 'OrderMessage' })
export type Message = z.infer<typeof Message>

export const ListMessages = z.object(pageQuery)

/** Messages of one thread, newest first. */
export const MessageList = z
  .object({
    items: z.array(Message),
    nextCursor: z.string().nullable(),
    unread: z.int(),
    mayWrite: z.boolean(),
    otherReadAt: z.iso.datetime().nullable().describe('Until when the other side has read; null for the operator'),
  })
  .meta({ id: 'OrderMessageList' })
export type MessageList = z.infer<typeof MessageList>

export const PostMessage = z
  .object({
    body: z.string().trim().min(1).max(4000),
    fileIds: z.array(z.uuid()).max(MAX_MESSAGE_FILES).default([]).describe('Files that were sent to this thread before'),
  })
  .meta({ id: 'PostOrderMessage' })
export type PostMessage = z.infer<typeof PostMessage>
