import { newId } from '@jiju/kernel/ids'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, openPool } from '../database/pool.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { recordAudit } from './audit.ts'
import { listAudit } from './list-audit.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

let database: TestDatabase
let pool: ReturnType<typeof openPool>
let db: ReturnType<typeof openDatabase<PlatformTables>>

beforeEach(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url, maxConnections: 20 })
  db = openDatabase(pool)
})
afterEach(async () => {
  await pool.end()
  await database.drop()
})

const entry = (subjectId: string, extra: Partial<Parameters<typeof recordAudit>[1]> = {}) => ({
  actorUserId: newId(),
  actorOrganisationId: newId(),
  action: 'booking.reservation.place',
  subjectType: 'reservation',
  subjectId,
  detail: { price: '12.50', 备注: '“引号” \\ \n', deep: { b: 1.0, a: [null, true] } },
  requestId: 'request',
  ...extra,
})

const record = async (count: number) => {
  for (let n = 1; n <= count; n += 1) await recordAudit(db, entry(String(n)))
}

/** What only a superuser who means harm can do. */
const tamper = (statement: string) =>
  db.connection().execute(async (connection) => {
    await sql`set session_replication_role = replica`.execute(connection)
    await sql.raw(statement).execute(connection)
    await sql`set session_replication_role = default`.execute(connection)
  })

const idOf = async (position: number) =>
  (await db.selectFrom('platform.audit_seal').select('entry_id').where('position', '=', BigInt(position)).executeTakeFirstOrThrow())
    .entry_id

test('neither entries nor seals can be changed, deleted or truncated', async () => {
  await record(2)
  await sealAudit(db)
  for (const table of ['audit_entry', 'audit_seal']) {
    const column = table === 'audit_entry' ? 'action' : 'sealed_at'
    for (const statement of [
      `update platform.${table} set ${column} = ${column}`,
      `delete from platform.${table}`,
      `truncate platform.${table}`,
    ]) {
      await expect(sql.raw(statement).execute(db)).rejects.toThrow(`platform.${table} is append-only`)
    }
  }
})

test('an untouched log verifies, before and after sealing', async () => {
  expect(await verifyAudit(db)).toEqual({ sealed: 0, unsealed: 0, anchor: null, findings: [] })
  await record(5)
  expect(await verifyAudit(db)).toMatchObject({ sealed: 0, unsealed: 5, findings: [] })
  expect(await sealAudit(db)).toBe(5)
  expect(await sealAudit(db)).toBe(0)
  const verified = await verifyAudit(db)
  expect(verified).toEqual({ sealed: 5, unsealed: 0, anchor: expect.stringMatching(/^[0-9a-f]{64}$/), findings: [] })
})

test.each([
  ['its action', `action = 'booking.reservation.cancel'`],
  ['its time by a microsecond', `at = at + interval '1 microsecond'`],
  ['one value deep in its detail', `detail = jsonb_set(detail, '{deep,a}', '[null, false]')`],
  ['who did it', 'actor_user_id = null'],
])('finds an entry that was changed: %s', async (_what, change) => {
  await record(3)
  await sealAudit(db)
  const id = await idOf(2)
  await tamper(`update platform.audit_entry set ${change} where id = '${id}'`)
  expect((await verifyAudit(db)).findings).toEqual([{ position: 2n, entryId: id, kind: 'changed' }])
})

test('finds an entry that was deleted, also together with its seal', async () => {
  await record(4)
  await sealAudit(db)
  const [second, third] = [await idOf(2), await idOf(3)]
  await tamper(`delete from platform.audit_entry where id = '${second}'`)
  expect((await verifyAudit(db)).findings).toEqual([{ position: 2n, entryId: second, kind: 'missing' }])
  await tamper(`delete from platform.audit_entry where id = '${third}'; delete from platform.audit_seal where position in (2, 3)`)
  expect((await verifyAudit(db)).findings.map(({ position, kind }) => [position, kind])).toEqual([
    [2n, 'gap'],
    [3n, 'gap'],
  ])
})

test('finds a seal that was written anew to fit a changed entry', async () => {
  await record(3)
  await sealAudit(db)
  const id = await idOf(2)
  await tamper(`update platform.audit_entry set action = 'x' where id = '${id}'`)
  await tamper(`update platform.audit_seal set entry_hash = sha256('x') where position = 2`)
  expect((await verifyAudit(db)).findings.map(({ kind }) => kind)).toEqual(['changed', 'chain_broken'])
})

test('with an anchor, an end that was cut off is found; without one it cannot be', async () => {
  await record(5)
  await sealAudit(db)
  const { anchor } = await verifyAudit(db)
  await recordAudit(db, entry('6'))
  await sealAudit(db)
  expect((await verifyAudit(db, { anchor: anchor ?? '' })).findings).toEqual([])
  const cut = [await idOf(5), await idOf(6)].map((id) => `'${id}'`).join()
  await tamper(`delete from platform.audit_entry where id in (${cut}); delete from platform.audit_seal where position >= 5`)
  expect((await verifyAudit(db)).findings).toEqual([])
  expect((await verifyAudit(db, { anchor: anchor ?? '' })).findings).toEqual([{ position: 4n, entryId: null, kind: 'anchor_missing' }])
})

test('an entry whose transaction commits after younger ones is sealed too', async () => {
  await db.transaction().execute(async (slow) => {
    await recordAudit(slow, entry('old'))
    await record(3)
    expect(await sealAudit(db)).toBe(3)
  })
  expect(await sealAudit(db)).toBe(1)
  expect(await verifyAudit(db)).toMatchObject({ sealed: 4, unsealed: 0, findings: [] })
})

test('the complete run finds what became visible after hours', async () => {
  await recordAudit(db, entry('1'))
  await tamper(`update platform.audit_entry set at = at - interval '5 hours'`)
  expect(await sealAudit(db)).toBe(0)
  expect(await sealAudit(db, { isComplete: true })).toBe(1)
})

test('writers and sealers at once: nothing is sealed twice, nothing is left out', async () => {
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = 0; n < 50; n += 1) await recordAudit(db, entry(`${writer}-${n}`))
  })
  const sealers = Array.from({ length: 4 }, async () => {
    for (let n = 0; n < 20; n += 1) await sealAudit(db)
  })
  await Promise.all([...writers, ...sealers])
  await sealAudit(db)
  expect(await verifyAudit(db)).toMatchObject({ sealed: 200, unsealed: 0, findings: [] })
})

test('the list is filtered, newest first, and pages', async () => {
  const organisation = newId()
  await recordAudit(db, entry('1', { actorOrganisationId: organisation }))
  await recordAudit(db, entry('2', { action: 'booking.reservation.cancel' }), entry('3', { action: 'catalog.resource.publish' }))
  await sealAudit(db)
  await recordAudit(db, entry('4', { subjectType: 'resource' }))
  const subjects = async (query: Parameters<typeof listAudit>[1]) => (await listAudit(db, query)).map(({ subjectId }) => subjectId)
  expect(await subjects({ filter: { actorOrganisationId: organisation }, limit: 10 })).toEqual(['1'])
  expect(await subjects({ filter: { action: 'booking.reservation' }, limit: 10 })).toEqual(['4', '2', '1'])
  expect(await subjects({ filter: { action: 'booking.res' }, limit: 10 })).toEqual([])
  expect(await subjects({ filter: { subjectType: 'resource', subjectId: '4' }, limit: 10 })).toEqual(['4'])
  expect(await subjects({ filter: { until: new Date(0) }, limit: 10 })).toEqual([])
  const first = await listAudit(db, { limit: 2 })
  const last = first[1]
  const rest = await listAudit(db, { limit: 10, after: [last?.at.toISOString() ?? '', last?.id ?? ''] })
  expect(new Set([...first, ...rest].map(({ subjectId }) => subjectId))).toEqual(new Set(['1', '2', '3', '4']))
  expect(first.length + rest.length).toBe(4)
  expect(first[0]).toMatchObject({ isSealed: false })
  expect(rest.every(({ isSealed }) => isSealed)).toBe(true)
})
