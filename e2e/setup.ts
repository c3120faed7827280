import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTestDatabase, setup as setUpDatabases } from '@jiju/platform/database/test-database'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PROGRAM = path.join(ROOT, 'dist/server/jiju.mjs')

/** Vitest global setup: one built server with the small demo district on a database of its own; its address is JIJU_E2E_ADDRESS. */
export async function setup(): Promise<() => Promise<void>> {
  if (!existsSync(PROGRAM)) throw new Error('The journeys need the built platform. Run `npm test -- e2e`, which builds it.')
  const tearDownDatabases = await setUpDatabases()
  const district = await startDistrict({ isSmall: true })
  process.env.JIJU_E2E_ADDRESS = district.address
  process.env.JIJU_E2E_DATABASE = district.database
  return async () => {
    await district.stop()
    await tearDownDatabases()
  }
}

type District = { readonly address: string; readonly database: string; readonly stop: () => Promise<void> }

/** A built server of its own with a demo district on a database of its own. */
export async function startDistrict({ isSmall }: { isSmall: boolean }): Promise<District> {
  const database = await createTestDatabase()
  const home = mkdtempSync(path.join(tmpdir(), 'jiju-e2e-'))
  const port = await freePort()
  const options = {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      JIJU_DATA_DIR: home,
      PORT: String(port),
      REQUESTS_PER_MINUTE: '0',
      LOG_LEVEL: 'error',
    },
  }
  execFileSync(process.execPath, [PROGRAM, 'demo', ...(isSmall ? ['--small'] : [])], { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
  // The channel ends with this process, however it ends, and the server with the channel.
  const server = spawn(process.execPath, ['--enable-source-maps', PROGRAM, 'start'], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  await untilReady(server)
  return {
    address: `http://localhost:${port}`,
    database: database.url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      await database.drop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)))
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('is ready at')) resolve()
    })
  })
}
