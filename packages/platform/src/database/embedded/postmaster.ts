import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { serverEnv } from './data-folder.ts'
import type { ServerIdentity } from './identity.ts'
import { processCommand, processStart } from './process-info.ts'

export type PostmasterOptions = {
  readonly binaries: Binaries
  readonly identity: ServerIdentity
  readonly dataFolder: string
  readonly socketFolder: string
  readonly settings: Readonly<Record<string, string>>
  readonly log: (line: string) => void
}

const START_TIMEOUT_MS = 120_000

/** First and eighth line of `postmaster.pid`: who runs on the data, and how far it has come. */
export function readPostmasterFile(dataFolder: string): { pid: number; isReady: boolean } | null {
  try {
    const lines = readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/** Starts the server and waits until it takes connections. */
export async function spawnPostmaster(options: PostmasterOptions): Promise<ChildProcess> {
  const deadline = Date.now() + START_TIMEOUT_MS
  for (;;) {
    const attempt = await spawnOnce(options, deadline)
    if ('child' in attempt) return attempt.child
    // Back ends of a killed server hold its shared memory for a moment longer.
    const isRetriable = /lock file|shared memory/.test(attempt.output) && Date.now() < deadline
    if (!isRetriable) throw new Error(`PostgreSQL did not start on ${options.dataFolder}:\n${attempt.output}`)
    await sleep(100)
  }
}

async function spawnOnce(options: PostmasterOptions, deadline: number): Promise<{ child: ChildProcess } | { output: string }> {
  // A process group of its own: Ctrl-C in the terminal reaches us, and we stop the server last.
  const child = spawn(path.join(options.binaries.folder, 'bin', 'postgres'), postmasterArguments(options), {
    ...options.identity,
    cwd: options.dataFolder,
    env: serverEnv,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  let failure: Error | null = null
  child.once('error', (error) => {
    failure = error
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (output.length < 10_000) output += text
    for (const line of text.split('\n')) if (line) options.log(line)
  })
  while (child.exitCode === null && child.signalCode === null && !failure) {
    const file = readPostmasterFile(options.dataFolder)
    if (file?.isReady && file.pid === child.pid) return { child }
    if (Date.now() > deadline) {
      child.kill('SIGQUIT')
      await once(child, 'exit')
      return { output: `not ready after ${START_TIMEOUT_MS / 1000} s\n${output}` }
    }
    await sleep(10)
  }
  await sleep(10)
  return { output: failure ? String(failure) : output }
}

function postmasterArguments({ dataFolder, socketFolder, settings }: PostmasterOptions): string[] {
  const all: Record<string, string> = {
    listen_addresses: '',
    // The setting is a list, in which quotes keep commas together.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  }
  return ['-D', dataFolder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Stops a server: it ends open transactions and writes a checkpoint; one that hangs is made to recover at its next start. */
export async function stopPostmaster(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGINT')
  const impatient = setTimeout(() => child.kill('SIGQUIT'), 60_000)
  await exited
  clearTimeout(impatient)
}

/** Stops the server that a killed process left behind on this data, if there is one. */
export async function stopOrphan(dataFolder: string): Promise<void> {
  const file = readPostmasterFile(dataFolder)
  if (!file) return
  const startedAt = processStart(file.pid)
  const isRunning = () => startedAt !== null && processStart(file.pid) === startedAt
  if (startedAt === null || !isServerOf(file.pid, dataFolder)) {
    // The id may belong to another program by now, and PostgreSQL would take that for a running server.
    rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true })
    return
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (isRunning()) process.kill(file.pid, signal)
    for (let waited = 0; waited < 20_000 && isRunning(); waited += 20) await sleep(20)
    if (!isRunning()) return
  }
  throw new Error(`A PostgreSQL server (process ${file.pid}) holds ${dataFolder} and cannot be stopped`)
}

function isServerOf(pid: number, dataFolder: string): boolean {
  const command = processCommand(pid) ?? ''
  return command.includes('postgres') && command.includes(dataFolder)
}
