// `npm run dev`: server with reload on every change, and the web app with hot reload beside it.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureInstalled, ROOT } from './run.mjs'

await ensureInstalled()
const children = [
  spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--watch-path=packages',
      '--watch-path=domains',
      '--watch-path=apps/api',
      '--watch-path=apps/cli',
      'apps/cli/src/main.ts',
      'start',
      ...process.argv.slice(2),
    ],
    { cwd: ROOT, stdio: 'inherit' },
  ),
  spawn(process.execPath, [path.join(ROOT, 'node_modules/vite/bin/vite.js')], { cwd: path.join(ROOT, 'apps/web'), stdio: 'inherit' }),
]
const stop = (signal) => {
  for (const child of children) child.kill(signal)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal))
for (const child of children)
  child.once('exit', (code) => {
    stop('SIGTERM')
    process.exitCode = code ?? 1
  })
