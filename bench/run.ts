/** Runs one benchmark on a server and database of its own and prints its figures. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrate } from '@jiju/platform/database/migrate'
import { openServer } from '@jiju/platform/database/server'
import { findRoot } from '../apps/api/src/root.ts'
import type { Bench, Figure } from './bench.ts'

const [name = '', ...options] = process.argv.slice(2)
const quick = options.includes('--quick')
const asJson = options.includes('--json')

const module = (await import(`./${name}.bench.ts`)) as { default: Bench }
const home = mkdtempSync(path.join(tmpdir(), 'jiju-bench-'))
// As root the database runs as another user, who must be able to pass through.
chmodSync(home, 0o711)
// BENCH_DATABASE_URL measures on another PostgreSQL; the benchmark needs an empty database there.
const server = await openServer({ databaseUrl: process.env.BENCH_DATABASE_URL, home })
// An orderly exit takes the database server along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
let failed = false
try {
  await migrate(server.url, path.join(findRoot(), 'db/migrations'))
  const emit = (figure: Figure) => {
    const rounded = (value: number) => Math.round(value * 1000) / 1000
    const line = {
      bench: name,
      figure: figure.figure,
      value: rounded(figure.value),
      unit: figure.unit,
      ...(figure.peer !== undefined && { peer: figure.peer }),
      ...(figure.peerValue !== undefined && { peerValue: rounded(figure.peerValue), ratio: rounded(figure.value / figure.peerValue) }),
    }
    if (asJson) console.log(JSON.stringify(line))
    else
      console.log(
        `${line.figure.padEnd(32)} ${String(line.value).padStart(12)} ${line.unit}${line.peer ? `   ${line.peer} ${line.peerValue} (×${line.ratio})` : ''}`,
      )
  }
  await module.default({ quick, emit, databaseUrl: server.url, home })
} catch (error) {
  failed = true
  console.error(error)
} finally {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
