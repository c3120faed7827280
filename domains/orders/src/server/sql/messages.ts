import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Confidentiality, EnquiryState, OrderState, Side } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'

/** A thread with what decides who may read it. */
export type ThreadRow = {
  readonly id: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly provider_id: string
  readonly provider_name: string
  readonly enquiry_id: string | null
  readonly enquiry_state: EnquiryState | null
  readonly enquiry_title: string | null
  readonly confidentiality: Confidentiality
  readonly enquirer_id: string | null
  readonly order_id: string | null
  readonly order_state: OrderState | null
  readonly order_title: string | null
  readonly order_person_id: string | null
  readonly client_read_at: Date | null
  readonly provider_read_at: Date | null
  /** Escalated, or objected to: then it is the operator's business too. */
  readonly is_operators: boolean
}

export async function findThread(db: Db<OrdersTables>, id: string): Promise<ThreadRow | undefined> {
  const { rows } = await sql<ThreadRow>`
    select t.id, t.organisation_id, c.name as organisation_name, t.provider_id, p.name as provider_name, t.enquiry_id, e.state as enquiry_state,
      e.title as enquiry_title, coalesce(o.confidentiality, e.confidentiality) as confidentiality, e.person_id as enquirer_id, t.order_id, o.state as order_state,
      o.title as order_title, o.person_id as order_person_id, t.client_read_at, t.provider_read_at,
      (coalesce(a.escalated_at is not null, false) or exists (select from orders.order_step s where s.order_id = t.order_id and s.act = 'object')) as is_operators
    from orders.thread t
    join people_pub.organisation c on c.id = t.organisation_id
    join people_pub.organisation p on p.id = t.provider_id
    left join orders.enquiry e on e.id = t.enquiry_id
    left join orders.enquiry_provider a on a.enquiry_id = t.enquiry_id and a.provider_id = t.provider_id
    left join orders.service_order o on o.id = t.order_id
    where t.id = ${id}`.execute(db)
  return rows[0]
}

export type MessageRow = {
  readonly id: string
  readonly side: Side
  readonly person_id: string | null
  readonly person_name: string | null
  readonly body: string
  readonly note: string | null
  readonly note_params: Readonly<Record<string, string | number | null>>
  readonly created_at: Date
}

/** Messages of a thread, newest first; `limit + 1` rows say whether there is more. */
export async function listMessages(
  db: Db<OrdersTables>,
  filter: { threadId: string; after: { at: Date; id: string } | undefined; limit: number },
): Promise<MessageRow[]> {
  const after = filter.after ? sql`and (m.created_at, m.id) < (${filter.after.at}, ${filter.after.id}::uuid)` : sql``
  const { rows } = await sql<MessageRow>`
    select m.id, m.side, m.person_id, p.name as person_name, m.body, m.note, m.note_params, m.created_at
    from orders.message m left join people_pub.person p on p.id = m.person_id
    where m.thread_id = ${filter.threadId} ${after} order by m.created_at desc, m.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export async function countUnread(db: Db<OrdersTables>, threadId: string, side: Side, readAt: Date | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from orders.message where thread_id = ${threadId} and side <> ${side} and created_at > coalesce(${readAt}::timestamptz, '-infinity')`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export async function insertMessage(
  tx: Db<OrdersTables>,
  message: { id: string; threadId: string; side: Side; personId: string; body: string; now: Date },
): Promise<void> {
  await sql`
    insert into orders.message (id, thread_id, side, person_id, body, created_at)
    values (${message.id}, ${message.threadId}, ${message.side}, ${message.personId}, ${message.body}, ${message.now})`.execute(tx)
}

type NewNote = {
  readonly id: string
  readonly enquiryId: string
  readonly providerId: string
  readonly note: string
  readonly params: Readonly<Record<string, string | number | null>>
  /** What it notes, by its id: noted twice it stands once. */
  readonly cause: string
  readonly now: Date
}

/** The platform notes in the thread of a provider what happened in an enquiry. */
export async function insertNote(tx: Db<OrdersTables>, note: NewNote): Promise<void> {
  await sql`
    insert into orders.message (id, thread_id, side, body, note, note_params, cause, created_at)
    select ${note.id}, t.id, 'platform', ${note.note}, ${note.note}, ${JSON.stringify(note.params)}, ${note.cause}, ${note.now}
    from orders.thread t where t.enquiry_id = ${note.enquiryId} and t.provider_id = ${note.providerId} on conflict do nothing`.execute(tx)
}

/** Notes every step of an order that its thread does not tell yet, at the moment of the step. What the client's own approvers do is its own business. */
export async function noteSteps(tx: Db<OrdersTables>, orderId: string): Promise<void> {
  await sql`
    insert into orders.message (id, thread_id, side, body, note, note_params, cause, created_at)
    select s.id, t.id, 'platform', 'order_' || s.act, 'order_' || s.act,
      jsonb_build_object('number', o.number, 'side', s.side, 'person', p.name, 'reason', s.reason, 'to', s.to_state), s.id, s.at
    from orders.order_step s
    join orders.service_order o on o.id = s.order_id
    join orders.thread t on t.order_id = s.order_id
    left join people_pub.person p on p.id = s.person_id
    where s.order_id = ${orderId} and s.to_state <> 'awaiting_approval'
      and not (s.from_state is not distinct from 'awaiting_approval' and s.to_state in ('withdrawn', 'lapsed'))
    order by s.version on conflict do nothing`.execute(tx)
}

/** Which side has read the thread, up to now; never back. */
export async function markRead(tx: Db<OrdersTables>, threadId: string, side: 'client' | 'provider', now: Date): Promise<void> {
  const column = side === 'client' ? sql.ref('client_read_at') : sql.ref('provider_read_at')
  await sql`update orders.thread set ${column} = greatest(${column}, ${now}::timestamptz) where id = ${threadId}`.execute(tx)
}

export type MessageFileRow = {
  readonly message_id: string
  readonly file_id: string
  readonly name: string
  readonly media_type: string
  readonly size_bytes: bigint
}

export async function listMessageFiles(db: Db<OrdersTables>, messageIds: readonly string[]): Promise<MessageFileRow[]> {
  const { rows } = await sql<MessageFileRow>`
    select message_id, file_id, name, media_type, size_bytes from orders.message_file
    where message_id = any(${messageIds}::uuid[]) order by message_id, position`.execute(db)
  return rows
}

export async function insertThreadUpload(
  tx: Db<OrdersTables>,
  upload: { fileId: string; threadId: string; personId: string; now: Date },
): Promise<void> {
  await sql`
    insert into orders.thread_upload (file_id, thread_id, person_id, created_at)
    values (${upload.fileId}, ${upload.threadId}, ${upload.personId}, ${upload.now})`.execute(tx)
}

/** Which of the files the person sent to this thread. */
export async function listUploads(
  db: Db<OrdersTables>,
  sent: { threadId: string; personId: string; fileIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ file_id: string }>`
    select file_id from orders.thread_upload
    where thread_id = ${sent.threadId} and person_id = ${sent.personId} and file_id = any(${sent.fileIds}::uuid[]) order by file_id`.execute(
    db,
  )
  return rows.map(({ file_id }) => file_id)
}

/** False when the file is in a message already. */
export async function insertMessageFile(
  tx: Db<OrdersTables>,
  file: { messageId: string; position: number; fileId: string; sha256: string; name: string; mediaType: string; sizeBytes: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.message_file (message_id, position, sha256, name, media_type, size_bytes, file_id)
    values (${file.messageId}, ${file.position}, ${file.sha256}, ${file.name}, ${file.mediaType}, ${file.sizeBytes}, ${file.fileId})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** A file of a message of the thread. */
export async function findMessageFile(
  db: Db<OrdersTables>,
  threadId: string,
  fileId: string,
): Promise<{ sha256: string; name: string; mediaType: string } | undefined> {
  const { rows } = await sql<{ sha256: string; name: string; media_type: string }>`
    select f.sha256, f.name, f.media_type from orders.message_file f join orders.message m on m.id = f.message_id
    where m.thread_id = ${threadId} and f.file_id = ${fileId}`.execute(db)
  const [row] = rows
  return row && { sha256: row.sha256, name: row.name, mediaType: row.media_type }
}
