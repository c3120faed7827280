import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { findRoot } from '../apps/api/src/root.ts'

export type ServerProcess = {
  readonly child: ChildProcess
  readonly host: string
  readonly port: number
  readonly stop: () => Promise<void>
}

export type ServerProcessOptions = {
  databaseUrl: string
  home: string
  port: number
  workers?: number
  connections?: number
  backgroundWork?: 'on' | 'off'
}

let bundled: Promise<string> | undefined

/** The server as `npm start` would run it, with its threads' file beside it, made from what is checked out now. */
function bundleServer(): Promise<string> {
  bundled ??= (async () => {
    const root = findRoot()
    const outdir = path.join(root, 'dist/bench', `server-${process.pid}`)
    await build({
      absWorkingDir: root,
      entryPoints: { server: 'apps/api/src/main.ts', 'scoring-worker': 'domains/scoring/src/server/compute/worker.ts' },
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      logLevel: 'warning',
      plugins: [
        {
          name: 'installed-packages-stay-outside',
          setup: (plugin) =>
            plugin.onResolve({ filter: /^[^./]/ }, ({ path: name }) =>
              name.startsWith('@jiju/') ? undefined : { path: name, external: true },
            ),
        },
      ],
    })
    process.once('exit', () => rmSync(outdir, { recursive: true, force: true }))
    return path.join(outdir, 'server.mjs')
  })()
  return bundled
}

/** Starts the real server (`apps/api`) on a database that is ready, and waits until it answers. `workers` share the port. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const { databaseUrl, home, port, workers = 1, connections = 10, backgroundWork = 'on' } = options
  const program = await bundleServer()
  const child = spawn(process.execPath, [program, '--workers', String(workers)], {
    cwd: findRoot(),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATABASE_CONNECTIONS: String(connections),
      BACKGROUND_WORK: backgroundWork,
      JIJU_DATA_DIR: home,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'fatal',
      REQUESTS_PER_MINUTE: '0',
      SECOND_FACTOR_BY_ROLE: 'off',
    },
  })
  // A benchmark that is stopped takes its server along.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  const server = { child, host: '127.0.0.1', port, stop: () => stop(child) }
  await untilReady(server)
  return server
}

export async function untilReady(server: { host: string; port: number; child?: ChildProcess }): Promise<void> {
  for (;;) {
    if (server.child && server.child.exitCode !== null) throw new Error(`the server ended with ${server.child.exitCode}`)
    const isReady = await fetch(`http://${server.host}:${server.port}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    )
    if (isReady) return
    await sleep(25)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
