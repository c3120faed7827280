import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, openPool } from '../database/pool.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { listMail } from '../mail/list-mail.ts'
import { sendMail } from '../mail/mail.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { deleteOutdated } from './delete-outdated.ts'

let database: TestDatabase
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

test('old letters, receipts and counts go; a letter that still waits and what is recent stay', async () => {
  const db = openDatabase<PlatformTables>(pool)
  for (const subject of ['old', 'old but queued', 'recent'])
    await sendMail(db, { to: 'chen@example.org', subject, text: '-', language: 'zh' })
  await sql`update platform.mail set created_at = now() - interval '91 days' where subject like 'old%'`.execute(db)
  await sql`update platform.mail set state = 'kept' where subject in ('old', 'recent')`.execute(db)
  for (const [key, age] of [
    ['old', '3 days'],
    ['recent', '1 day'],
  ])
    await sql`insert into platform.command_receipt (actor_id, key, request_hash, status, created_at)
      values ('actor', ${key}, '\\x00', 200, now() - ${age}::interval)`.execute(db)
  await sql`insert into platform.request_count values ('\\x01', now() - interval '2 hours', 3), ('\\x02', now(), 5)`.execute(db)
  await deleteOutdated(db)
  expect((await listMail(db, { limit: 10 })).map(({ subject }) => subject).sort()).toEqual(['old but queued', 'recent'])
  expect((await db.selectFrom('platform.command_receipt').select('key').execute()).map(({ key }) => key)).toEqual(['recent'])
  expect(await db.selectFrom('platform.request_count').select('requests').execute()).toEqual([{ requests: 5 }])
})
