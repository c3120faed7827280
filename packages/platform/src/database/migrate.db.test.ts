import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import { createTestDatabase, type TestDatabase, withClient } from './test-database.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await createTestDatabase()
  // The template is migrated already; these tests bring their own files.
  await withClient(database.url, (client) => client.query('drop table platform.migration'))
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju-migrations-'))
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

const write = (name: string, sql: string) => writeFileSync(path.join(folder, name), sql)
const tables = () =>
  withClient(database.url, async (client) => {
    const { rows } = await client.query(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    )
    return rows.map(({ relname }) => relname)
  })

test('five processes at once apply each file exactly once', async () => {
  write('0001-first.sql', 'create table one (id int); select pg_sleep(0.3);')
  write('0002-second.sql', 'create table two (id int);')
  const results = await Promise.all(Array.from({ length: 5 }, () => migrate(database.url, folder)))
  expect(results.flatMap(({ applied }) => applied).sort()).toEqual(['0001-first.sql', '0002-second.sql'])
  expect(await tables()).toEqual(['one', 'two'])
})

test('a file that fails leaves nothing behind, and the ones before it stay', async () => {
  write('0001-first.sql', 'create table one (id int);')
  write('0002-second.sql', 'create table two (id int); select 1 / 0;')
  await expect(migrate(database.url, folder)).rejects.toThrow('Migration 0002-second.sql failed: division by zero')
  expect(await tables()).toEqual(['one'])
  write('0002-second.sql', 'create table two (id int);')
  expect(await migrate(database.url, folder)).toEqual({ applied: ['0002-second.sql'] })
})

test('refuses when an applied file was changed', async () => {
  write('0001-first.sql', 'create table one (id int);')
  await migrate(database.url, folder)
  write('0001-first.sql', 'create table one (id bigint);')
  await expect(migrate(database.url, folder)).rejects.toThrow('changed after it had been applied')
})

test('works through a pool and leaves its connections as they were', async () => {
  write('0001-first.sql', 'create table one (id int);')
  const pool = openPool({ connectionString: database.url, maxConnections: 2, statementTimeoutMs: 5000 })
  expect(await migrate(pool, folder)).toEqual({ applied: ['0001-first.sql'] })
  expect((await pool.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '5s' }])
  const heldLocks = async () =>
    (
      await pool.query(`select pid from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
        and database = (select oid from pg_database where datname = current_database())`)
    ).rowCount
  await expect.poll(heldLocks, { timeout: 5000 }).toBe(0)
  await pool.end()
})
