import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { withClient } from '../test-database.ts'
import { processStart } from './process-info.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts'

const FIXTURE = fileURLToPath(new URL('./start-fixture.ts', import.meta.url))
let folder: string
let home: string
const servers: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

// One home for all tests that do not need a new one: making a cluster is the slow part.
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju embedded '))
  chmodSync(folder, 0o755)
  home = path.join(folder, 'post gres')
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  for (const server of servers.splice(0)) await server.stop()
})
afterAll(async () => {
  // Whatever a killed process left: taken over once more, and stopped.
  await (await startEmbeddedPostgres({ home, binariesHome: folder, settings: FAST })).stop()
  rmSync(folder, { recursive: true })
})

/** Enough for servers that are killed; the machine itself is not. */
const FAST = { fsync: 'off' }

async function start(at = home, settings: Record<string, string> = FAST): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ home: at, binariesHome: folder, settings })
  servers.push(server)
  return server
}

async function startInChild(): Promise<{ child: ChildProcess; url: string; pid: number; isForeign: boolean }> {
  const child = spawn(process.execPath, ['--import', 'tsx', FIXTURE, home, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { child, ...JSON.parse(line) }
}

const query = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows)

const commit = async (url: string) => {
  await query(url, 'drop table if exists kept')
  await query(url, 'create table kept as select 42 as answer')
}

test('starts in a path with a space, durable, without a TCP port, and keeps its data over a stop', async () => {
  const first = await start(home, {})
  expect(
    await query(
      first.url,
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as listen, current_setting('server_encoding') as encoding`,
    ),
  ).toEqual([{ fsync: 'on', listen: '', encoding: 'UTF8' }])
  await commit(first.url)
  await first.stop()
  expect(processStart(first.pid)).toBeNull()
  const second = await start()
  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('after kill -9 of the parent the next start stops the orphan, and what was committed is there', async () => {
  const { child, url, pid } = await startInChild()
  await commit(url)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(processStart(pid)).not.toBeNull()
  const next = await start()
  expect(next.isForeign).toBe(false)
  expect(next.pid).not.toBe(pid)
  expect(processStart(pid)).toBeNull()
  expect(await query(next.url, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a second process joins a running server, and its stop leaves it running', async () => {
  const { child, pid } = await startInChild()
  const joined = await start()
  expect(joined).toMatchObject({ isForeign: true, pid })
  await joined.stop()
  expect(await query(joined.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(child.exitCode).toBeNull()
})

test('two processes that start at once end up on one server', async () => {
  const both = await Promise.all([startInChild(), startInChild()])
  expect(both.map(({ isForeign }) => isForeign).sort()).toEqual([false, true])
  expect(both[0].pid).toBe(both[1].pid)
})

test('kill -9 of the server: it is started again, and what was committed is there', async () => {
  const server = await start()
  await commit(server.url)
  const before = server.pid
  process.kill(before, 'SIGKILL')
  await expect.poll(() => query(server.url, 'select answer from kept').catch(() => []), { timeout: 20_000 }).toEqual([{ answer: 42 }])
  expect(server.pid).not.toBe(before)
})

test('an initialisation that was interrupted is begun anew', async () => {
  const fresh = path.join(folder, 'interrupted')
  mkdirSync(path.join(fresh, 'data-draft-1'), { recursive: true })
  writeFileSync(path.join(fresh, 'data-draft-1', 'PG_VERSION'), '18\n')
  chmodSync(fresh, 0o755)
  const server = await start(fresh)
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(readdirSync(fresh).filter((name) => name.startsWith('data-draft'))).toEqual([])
})

test('a process file whose id belongs to another program by now does not keep the server from starting', async () => {
  const first = await start()
  await first.stop()
  writeFileSync(path.join(first.dataFolder, 'postmaster.pid'), `${process.pid}\n${first.dataFolder}\n`)
  const second = await start()
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a path too long for a socket gets a short private folder', async () => {
  const server = await start(path.join(folder, 'a long name '.repeat(10), 'postgres'))
  const socketFolder = new URL(server.url).searchParams.get('host') ?? ''
  expect(path.dirname(socketFolder)).toBe(os.tmpdir())
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  rmSync(socketFolder, { recursive: true })
})

test.runIf(process.getuid?.() === 0)('data of another user is refused with advice', async () => {
  const server = await start()
  await server.stop()
  chownSync(server.dataFolder, 4242, 4242)
  await expect(start()).rejects.toThrow('JIJU_DATA_DIR')
  chownSync(server.dataFolder, 65_534, 65_534)
})
