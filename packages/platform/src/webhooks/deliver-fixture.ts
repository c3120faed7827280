/** A process that delivers webhooks to this machine, until it is killed. */
import { openDatabase, openPool } from '../database/pool.ts'
import { startJobs } from '../jobs/run.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { deliverer } from './deliver.ts'
import { DELIVER } from './fan-out.ts'

const [url = '', authSecret = ''] = process.argv.slice(2)
const pool = openPool({ connectionString: url })
const deps = { now: () => new Date(), authSecret, notify: async () => undefined, post: { allowsLoopback: true } }
await startJobs({
  pool,
  modules: [{ outboundJobs: { [DELIVER]: deliverer({ db: openDatabase<PlatformTables>(pool), ...deps }) } }],
  log: console,
})
