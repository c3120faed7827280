import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { runnableBinaries } from './binaries.ts'
import { ensureDataFolder } from './data-folder.ts'
import { makePassable, makePrivate, socketFolderOf, socketUrl } from './folders.ts'
import { type ServerIdentity, serverIdentity } from './identity.ts'
import { claimOwnership, isAlive, type Owner } from './ownership.ts'
import { type PostmasterOptions, readPostmasterFile, spawnPostmaster, stopOrphan, stopPostmaster } from './postmaster.ts'

type EmbeddedOptions = {
  /** Holds the data and the socket; on a file system of this machine. */
  readonly home: string
  /** Where a copy of the binaries goes when the server runs as another user; several homes may share one. */
  readonly binariesHome?: string
  readonly settings?: Readonly<Record<string, string>>
  readonly log?: (line: string) => void
}

export type EmbeddedPostgres = {
  /** Of the administrative database `postgres`; another one is another path. */
  readonly url: string
  readonly dataFolder: string
  readonly pid: number
  /** True when another living process owns the server; then `stop` leaves it running. */
  readonly isForeign: boolean
  readonly stop: () => Promise<void>
}

// What a statement was refused for quotes rows, so it stays out of the server's log: whoever sent the statement is told.
const DEFAULT_SETTINGS = { max_connections: '200', shared_buffers: '256MB', jit: 'off', log_min_messages: 'fatal' }

/**
 * The PostgreSQL server of `home`: started, or joined when a living process has started it already. A server that a killed process
 * left behind is stopped and started anew. Durable unless the settings say otherwise.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = path.resolve(options.home)
  const identity = serverIdentity()
  makePassable(home)
  for (;;) {
    const claim = claimOwnership(home, socketFolderOf(home))
    if (!claim.owned) {
      const joined = await joinServer(home, claim.owner)
      if (joined) return joined
      continue
    }
    try {
      return await startOwned(home, identity, options, claim.release)
    } catch (error) {
      claim.release()
      throw error
    }
  }
}

async function startOwned(
  home: string,
  identity: ServerIdentity,
  options: EmbeddedOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const binaries = runnableBinaries(identity, options.binariesHome ?? home)
  const settings: Record<string, string> = { ...DEFAULT_SETTINGS, ...options.settings }
  const dataFolder = ensureDataFolder({ home, binaries, identity, isDurable: settings.fsync !== 'off' })
  const socketFolder = socketFolderOf(home)
  makePrivate(socketFolder, identity)
  await stopOrphan(dataFolder)
  const log = options.log ?? (() => undefined)
  const server = await superviseServer({ binaries, identity, dataFolder, socketFolder, settings, log })
  return {
    url: socketUrl(socketFolder, 'postgres'),
    dataFolder,
    get pid() {
      return server.child().pid ?? 0
    },
    isForeign: false,
    stop: async () => {
      await server.stop()
      release()
    },
  }
}

/** Starts the server again whenever it ends without being told to. */
async function superviseServer(options: PostmasterOptions): Promise<{ child: () => ChildProcess; stop: () => Promise<void> }> {
  let isStopping = false
  let child = await spawnPostmaster(options)
  let restarting: Promise<void> = Promise.resolve()
  const restart = async () => {
    while (!isStopping) {
      try {
        child = await spawnPostmaster(options)
        watch()
        return
      } catch (error) {
        options.log(error instanceof Error ? error.message : String(error))
        await sleep(1000)
      }
    }
  }
  const watch = () => {
    child.once('exit', (code, signal) => {
      if (isStopping) return
      options.log(`PostgreSQL ended (${signal ?? code}); starting it again`)
      restarting = restart()
    })
  }
  watch()
  // When this process ends in an orderly way without having called stop, the server must not outlive it.
  const onExit = () => child.kill('SIGINT')
  process.once('exit', onExit)
  return {
    child: () => child,
    stop: async () => {
      isStopping = true
      process.removeListener('exit', onExit)
      await restarting
      await stopPostmaster(child)
    },
  }
}

/** Waits for the server of a living owner; null when the owner ended before it was ready. */
async function joinServer(home: string, owner: Owner): Promise<EmbeddedPostgres | null> {
  const url = socketUrl(owner.socketFolder, 'postgres')
  const dataFolder = path.join(home, 'data')
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await sleep(50)) {
    if (!isAlive(owner)) return null
    const file = readPostmasterFile(dataFolder)
    if (file?.isReady && (await answers(url))) return { url, dataFolder, pid: file.pid, isForeign: true, stop: async () => undefined }
  }
  throw new Error(`Process ${owner.pid} owns the database in ${home}, but its server does not answer`)
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
