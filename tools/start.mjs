// `npm start`: installs what is missing, builds what is stale, and runs the platform with its own PostgreSQL and a demo district.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureInstalled, ROOT } from './run.mjs'

await ensureInstalled()
const { buildAll } = await import('./build.mjs')
await buildAll()

const child = spawn(
  process.execPath,
  ['--enable-source-maps', path.join(ROOT, 'dist/server/jiju.mjs'), 'start', ...process.argv.slice(2)],
  { cwd: ROOT, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
)
// npm and the shell that it starts end by a signal without handing it on: whose parent is gone is told by nobody else.
const parent = process.ppid
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
