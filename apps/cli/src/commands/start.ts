import { readConfig } from '@jiju/api/config'
import { startPlatform } from '@jiju/api/start'
import { openPool } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import { Command } from 'commander'
import { generateDemo } from '../demo/generate.ts'
import { loadDemo } from '../demo/load.ts'
import { findDistrict, isEmptyDatabase } from '../demo/sql.ts'
import type { Terminal } from '../terminal.ts'
import { describeLoad } from './demo.ts'
import { wholeNumber } from './numbers.ts'

export function startCommand(terminal: Terminal): Command {
  return new Command('start')
    .description('run the platform: database, schema, web, API, background work; ends with Ctrl-C')
    .option('--port <number>', 'port to listen on (PORT, or 4000)', wholeNumber(0, 65_535))
    .option('--workers <number>', 'server processes on one database', wholeNumber(1, 64), 1)
    .option('--no-demo', 'leave an empty database empty instead of filling it with the demo district (also JIJU_DEMO=no)')
    .action(async (options: { port?: number; workers: number; demo: boolean }) => {
      const isDemoWanted = options.demo && terminal.environment.JIJU_DEMO !== 'no'
      await startPlatform({
        environment: { ...terminal.environment, ...(options.port !== undefined && { PORT: String(options.port) }) },
        workers: options.workers,
        ...(isDemoWanted && { prepare: (url: string, files: FileStore) => fillEmptyDatabase(url, files, terminal) }),
      })
    })
}

/** The first start shows a district that lives; a database in which anybody has begun is left alone. */
async function fillEmptyDatabase(url: string, files: FileStore, terminal: Terminal): Promise<void> {
  const pool = openPool({ connectionString: url, maxConnections: 3, statementTimeoutMs: 0 })
  try {
    if ((await findDistrict(pool)) !== undefined || !(await isEmptyDatabase(pool))) return
    terminal.write('The database is empty: making the demo district (leave it empty with --no-demo) …')
    const started = performance.now()
    const district = generateDemo({ until: new Date() })
    const loaded = await loadDemo(pool, district, { files, publicAddress: readConfig(terminal.environment).publicAddress })
    for (const line of describeLoad(district, loaded, performance.now() - started)) terminal.write(line)
  } finally {
    await pool.end()
  }
}
