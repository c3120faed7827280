/** A process that takes the job of a run, scores, and never ends writing it down: what the test kills. */
import { tmpdir } from 'node:os'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { startJobs } from '@jiju/platform/jobs/run'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { runJobs } from './run-jobs.ts'

const pool = openPool({ connectionString: process.argv[2] ?? '' })
const files: ScoringNeeds['files'] = {
  incomingFolder: tmpdir(),
  find: async () => null,
  keep: async () => {
    console.log('taken')
    await new Promise(() => setInterval(() => undefined, 1000))
  },
}
const needs = { files, now: () => new Date() } as unknown as ScoringNeeds
await startJobs({ pool, modules: [{ jobs: runJobs({ db: openDatabase<ScoringTables>(pool), needs }) }], log: console })
