/** A process with a worker that takes a job and never ends it: what the test kills. */
import { openPool } from '../database/pool.ts'
import { startJobs } from './run.ts'

const pool = openPool({ connectionString: process.argv[2] ?? '' })
const hang = async () => {
  console.log('taken')
  await new Promise(() => setInterval(() => undefined, 1000))
}
await startJobs({ pool, modules: [{ jobs: { 'test.hangs': hang } }], log: console })
