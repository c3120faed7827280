import cluster, { type Worker } from 'node:cluster'
import path from 'node:path'
import { dataHome } from '@jiju/platform/database/data-home'
import { migrate } from '@jiju/platform/database/migrate'
import { openServer } from '@jiju/platform/database/server'
import type { FileStore } from '@jiju/platform/files/file-store'
import { openFileStore } from '@jiju/platform/files/open'
import { type Config, readConfig } from './config.ts'
import { keptSecret } from './kept-secret.ts'
import { findRoot } from './root.ts'
import { type RunningServer, startServer } from './server.ts'

type StartOptions = {
  readonly environment: NodeJS.ProcessEnv
  readonly workers: number
  /** Runs once, on the migrated database, before the first request is served. */
  readonly prepare?: (databaseUrl: string, files: FileStore) => Promise<void>
}

/** What the first process hands to its workers: they neither start a database nor migrate. */
const HANDOVER = 'JIJU_WORKER'
type Handover = { readonly databaseUrl: string; readonly authSecret: string; readonly home: string }

const say = (line: string) => console.log(line)

/** Opens the database, brings it to the newest schema, and serves with one process or several; ends by SIGINT or SIGTERM. */
export async function startPlatform(options: StartOptions): Promise<void> {
  const config = readConfig(options.environment)
  const handover = process.env[HANDOVER]
  if (handover) {
    await serve(config, JSON.parse(handover) as Handover)
    return
  }
  if (!Number.isInteger(options.workers) || options.workers < 1 || options.workers > 64)
    throw new Error('--workers must be a whole number from 1 to 64.')

  const root = findRoot()
  const home = dataHome({ checkout: root, env: options.environment })
  const database = await openServer({ databaseUrl: config.DATABASE_URL, home, log: (line) => console.error(line) })
  say(`Data: ${database.place}`)
  const { applied } = await migrate(database.url, path.join(root, 'db/migrations'))
  if (applied.length > 0) say(`Migrated: ${applied.join(', ')}`)
  await options.prepare?.(database.url, openFileStore(config, path.join(home, 'files')))

  const shared: Handover = { databaseUrl: database.url, authSecret: config.AUTH_SECRET ?? keptSecret(home), home }
  const running = options.workers === 1 ? await serveHere(config, shared) : await superviseWorkers(options.workers, shared)
  say(`Jiju 集聚 is ready at ${config.publicAddress} after ${process.uptime().toFixed(1)} s`)
  await untilSignal()
  await running.close()
  await database.stop()
  process.exit(0)
}

async function serve(config: Config, shared: Handover): Promise<void> {
  const running = await serveHere(config, shared)
  process.send?.('ready')
  await untilSignal()
  await running.close()
  process.exit(0)
}

function serveHere(config: Config, shared: Handover): Promise<RunningServer> {
  const root = findRoot()
  return startServer({ config, ...shared, webFolder: path.join(root, 'dist/web') })
}

/** Several processes behind one port. One that dies is replaced; all are ended together. */
async function superviseWorkers(count: number, shared: Handover): Promise<Pick<RunningServer, 'close'>> {
  let isClosing = false
  const fork = (): Promise<Worker> =>
    new Promise((resolve) => {
      const worker = cluster.fork({ [HANDOVER]: JSON.stringify(shared) })
      worker.once('message', () => resolve(worker))
      worker.once('exit', (code, signal) => {
        if (isClosing) return
        say(`A server process ended (${signal ?? code}); starting another`)
        setTimeout(fork, 500)
      })
    })
  await Promise.all(Array.from({ length: count }, fork))
  return {
    close: async () => {
      isClosing = true
      const workers = Object.values(cluster.workers ?? {}).filter((worker): worker is Worker => worker !== undefined)
      await Promise.all(
        workers.map((worker) => {
          const ended = new Promise((resolve) => worker.once('exit', resolve))
          worker.process.kill('SIGTERM')
          return ended
        }),
      )
    },
  }
}

/** A terminal's Ctrl-C reaches this process twice, once directly and once through `npm start`. */
const SAME_REQUEST_MS = 1_000

/** Resolves at the first request to end, or when whoever started this process is gone; a second request ends at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined
    const ask = () => {
      if (askedAt !== undefined && Date.now() - askedAt > SAME_REQUEST_MS) process.exit(1)
      askedAt ??= Date.now()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, ask)
    process.once('disconnect', ask)
  })
}
