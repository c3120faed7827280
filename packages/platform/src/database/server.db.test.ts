import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openServer } from './server.ts'
import { createTestDatabase, type TestDatabase, withClient } from './test-database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

test('takes the server of DATABASE_URL and leaves it running', async () => {
  const server = await openServer({ databaseUrl: database.url, home: '/nowhere' })
  expect(server.url).toBe(database.url)
  await server.stop()
  await withClient(database.url, (client) => client.query('select 1'))
})

test('without one it starts its own, makes the database, and joins itself', async () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'jiju-home-'))
  chmodSync(home, 0o755)
  const settings = { fsync: 'off' }
  const [first, second] = await Promise.all([openServer({ home, settings }), openServer({ home, settings })])
  expect(first.url).toBe(second.url)
  const { rows } = await withClient(second.url, (client) => client.query('select current_database() as name'))
  expect(rows).toEqual([{ name: 'jiju' }])
  expect(first.place).toBe(path.join(home, 'postgres/data'))
  await Promise.all([first.stop(), second.stop()])
  rmSync(home, { recursive: true })
})

test('says what to do when the extensions may not be created', async () => {
  const role = `jiju_powerless_${process.pid}`
  await withClient(database.url, async (client) => {
    await client.query('drop extension if exists btree_gist cascade')
    await client.query(`create role ${role}`)
  })
  const url = new URL(database.url)
  url.searchParams.set('options', `-c role=${role}`)
  await expect(openServer({ databaseUrl: url.href, home: '/nowhere' })).rejects.toThrow('let a superuser run: create extension btree_gist;')
  await withClient(database.url, (client) => client.query(`drop role ${role}`))
})

test('a wrong password or database is said at once, not waited for', async () => {
  const url = new URL(database.url)
  url.pathname = '/jiju_no_such_database'
  await expect(openServer({ databaseUrl: url.href, home: '/nowhere' })).rejects.toThrow('jiju_no_such_database')
})
