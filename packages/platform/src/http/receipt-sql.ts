import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'

type ReceiptKey = { readonly actorId: string; readonly key: string; readonly requestHash: Buffer }

/** Claims the key in the caller's transaction; false when it is taken. Waits for a running command with the same key. */
export async function insertReceipt(db: Db<PlatformTables>, receipt: ReceiptKey): Promise<boolean> {
  const row = await db
    .insertInto('platform.command_receipt')
    .values({ actor_id: receipt.actorId, key: receipt.key, request_hash: receipt.requestHash, status: 0 })
    .onConflict((conflict) => conflict.columns(['actor_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

export async function storeAnswer(
  db: Db<PlatformTables>,
  receipt: ReceiptKey,
  answer: { status: number; body: unknown; headers?: Readonly<Record<string, string>> },
): Promise<void> {
  await db
    .updateTable('platform.command_receipt')
    .set({
      status: answer.status,
      body: answer.body === null || answer.body === undefined ? null : JSON.stringify(answer.body),
      headers: JSON.stringify(answer.headers ?? {}),
    })
    .where('actor_id', '=', receipt.actorId)
    .where('key', '=', receipt.key)
    .execute()
}

export async function findReceipt(db: Db<PlatformTables>, actorId: string, key: string) {
  return db
    .selectFrom('platform.command_receipt')
    .select(['request_hash', 'status', 'body', 'headers'])
    .where('actor_id', '=', actorId)
    .where('key', '=', key)
    .executeTakeFirst()
}

/** Receipts are kept for as long as a client may repeat; two days. Returns how many went. */
export async function deleteReceiptsBefore(db: Db<PlatformTables>, before: Date): Promise<bigint> {
  const result = await db.deleteFrom('platform.command_receipt').where('created_at', '<', before).executeTakeFirst()
  return result.numDeletedRows
}
