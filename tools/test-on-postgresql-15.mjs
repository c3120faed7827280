// Runs the database tests on the system's PostgreSQL 15: a throw-away cluster on a socket in a private folder, ended by its own process id.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ROOT, run } from './run.mjs'

const BIN = '/usr/lib/postgresql/15/bin'
const folder = mkdtempSync(path.join(tmpdir(), 'jiju-pg15-'))
const data = path.join(folder, 'data')
const socket = path.join(folder, 'run')
mkdirSync(socket)
// PostgreSQL refuses to run as root; Debian's package brings the user `postgres`.
const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
const as = process.getuid() === 0 ? { uid: id('-u'), gid: id('-g') } : {}
if (as.uid) for (const entry of [folder, socket]) chownSync(entry, as.uid, as.gid)

execFileSync(path.join(BIN, 'initdb'), ['-D', data, '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], {
  ...as,
  cwd: folder,
  stdio: ['ignore', 'ignore', 'inherit'],
})
const server = spawn(
  path.join(BIN, 'postgres'),
  ['-D', data, '-k', socket, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=200'],
  { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
)
await new Promise((resolve, reject) => {
  server.once('exit', (code) => reject(new Error(`PostgreSQL 15 ended with ${code}`)))
  server.stderr.setEncoding('utf8').on('data', (text) => text.includes('ready to accept connections') && resolve())
})

const url = `postgres://app@localhost/postgres?host=${encodeURIComponent(socket)}`
console.log(`Database tests on ${execFileSync(path.join(BIN, 'postgres'), ['--version'], { encoding: 'utf8' }).trim()}`)
const code = await run(process.execPath, [path.join(ROOT, 'tools/test.mjs'), 'db'], { env: { ...process.env, TEST_DATABASE_URL: url } })
server.removeAllListeners('exit')
const ended = new Promise((resolve) => server.once('exit', resolve))
server.kill('SIGINT')
await ended
rmSync(folder, { recursive: true, force: true })
process.exit(code)
