import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { findFile } from '@jiju/platform/files/upload'
import type { Command } from '@jiju/platform/http/command'
import type { PostMessage } from '../../contract/threads.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { tellOfMessage } from '../notices/tell-of-message.ts'
import { insertMessage, insertMessageFile, listUploads, markRead, type ThreadRow } from '../sql/messages.ts'
import { isWritable, type ThreadSide } from './thread-side.ts'

type Posting = { readonly thread: ThreadRow; readonly side: ThreadSide; readonly personId: string; readonly body: PostMessage }

/** Writes to the other side. Whoever writes has read what stood there. Answers the message's id. */
export async function postMessage(tx: Db<OrdersTables>, command: Command, needs: OrdersNeeds, posting: Posting): Promise<string> {
  const { thread, side, personId } = posting
  const { body, fileIds } = posting.body
  const { now } = command
  if (!isWritable(thread)) throw new Refusal({ code: 'orders.thread_closed', kind: 'conflict' })
  const id = newId(now.getTime())
  await insertMessage(tx, { id, threadId: thread.id, side, personId, body, now })
  const own = await listUploads(tx, { threadId: thread.id, personId, fileIds })
  for (const [index, fileId] of fileIds.entries()) {
    const file = own.includes(fileId) ? await findFile(tx, fileId) : undefined
    const isAdded = file && (await insertMessageFile(tx, { messageId: id, position: index + 1, fileId, ...file }))
    if (!isAdded) throw new Refusal({ code: 'orders.file_not_sent', kind: 'refused', field: `/fileIds/${index}` })
  }
  if (side !== 'operator') await markRead(tx, thread.id, side, now)
  await tellOfMessage(tx, needs, { thread, side, messageId: id })
  await command.audit({
    action: 'orders.message.post',
    subjectType: 'thread',
    subjectId: thread.id,
    detail: { messageId: id, side, files: fileIds.length },
  })
  await command.publish('orders.message_posted', {
    messageId: id,
    threadId: thread.id,
    enquiryId: thread.enquiry_id,
    orderId: thread.order_id,
    organisationId: thread.organisation_id,
    providerId: thread.provider_id,
    side,
  })
  return id
}
