import type { Db } from '@jiju/platform/database/pool'
import { toPage } from '@jiju/platform/http/paging'
import type { MessageList } from '../../contract/threads.ts'
import type { OrdersTables } from '../needs.ts'
import { countUnread, listMessageFiles, listMessages, type MessageFileRow, type MessageRow, type ThreadRow } from '../sql/messages.ts'
import { hidesClient, isWritable, type ThreadSide } from './thread-side.ts'

type Wanted = { readonly after: { at: Date; id: string } | undefined; readonly limit: number }

/** A page of a thread as one side sees it, newest first. */
export async function readThread(
  db: Db<OrdersTables>,
  thread: ThreadRow,
  side: ThreadSide,
  { after, limit }: Wanted,
): Promise<MessageList> {
  const rows = await listMessages(db, { threadId: thread.id, after, limit })
  const files = await listMessageFiles(
    db,
    rows.map(({ id }) => id),
  )
  const readAt = side === 'client' ? thread.client_read_at : side === 'provider' ? thread.provider_read_at : null
  const page = toPage(
    rows,
    limit,
    (row) => presentMessage(row, files, { thread, side, readAt }),
    (row) => [row.created_at.toISOString(), row.id],
  )
  const otherReadAt = side === 'client' ? thread.provider_read_at : side === 'provider' ? thread.client_read_at : null
  return {
    ...page,
    unread: side === 'operator' ? 0 : await countUnread(db, thread.id, side, readAt),
    mayWrite: isWritable(thread),
    otherReadAt: otherReadAt?.toISOString() ?? null,
  }
}

type Reader = { readonly thread: ThreadRow; readonly side: ThreadSide; readonly readAt: Date | null }

function presentMessage(row: MessageRow, files: readonly MessageFileRow[], { thread, side, readAt }: Reader): MessageList['items'][number] {
  const isHidden = row.side === 'client' && hidesClient(thread, side)
  const organisationName =
    row.side === 'provider' ? thread.provider_name : row.side === 'client' && !isHidden ? thread.organisation_name : null
  return {
    id: row.id,
    side: row.side,
    isOwn: row.side === side,
    personName: isHidden ? null : row.person_name,
    organisationName,
    body: row.note === null ? row.body : '',
    note: row.note,
    noteParams: row.note_params,
    files: files
      .filter(({ message_id }) => message_id === row.id)
      .map((file) => ({ fileId: file.file_id, name: file.name, mediaType: file.media_type, sizeBytes: Number(file.size_bytes) })),
    createdAt: row.created_at.toISOString(),
    isUnread: side !== 'operator' && row.side !== side && (readAt === null || row.created_at > readAt),
  }
}
