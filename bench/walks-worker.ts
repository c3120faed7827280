/** One process of random walks: a district of its own on the common database. Sends what it found when it has done its walks or its time is over. */
import { createTestApp } from '../apps/api/src/test-app.ts'
import { createOrderDistrict } from '../apps/api/src/test-order-district.ts'
import { checkEverything, newTally, randomFrom, walk } from '../apps/api/src/test-order-walk.ts'
import type { WalkReport } from './walks.bench.ts'

/** Walks under way at once: each has an order of its own, and what is checked after a step is checked while the others go on. */
const LANES = 8
const WALKS_PER_ROUND = 200

const { databaseUrl, walks, seconds, seed } = JSON.parse(process.argv[2] ?? '{}') as {
  databaseUrl: string
  walks: number
  seconds: number
  seed: number
}
const app = await createTestApp({ url: databaseUrl })
const district = await createOrderDistrict(app, {
  topUp: '90000000.00',
  quota: '5000000.00',
  bodyCode: `W${seed}`,
  takesMail: false,
  engineerLimit: '2000.00',
})
const tally = newTally()
const deadline = performance.now() + seconds * 1000
let reports: ReadonlyMap<string, string> = new Map()
let done = 0
const isOver = () => done >= walks || performance.now() >= deadline
while (!isOver()) {
  const roundEnd = Math.min(walks, done + WALKS_PER_ROUND)
  const walkOn = async () => {
    while (done < roundEnd && !isOver()) {
      done += 1
      // Its own numbers: what a walk tries does not depend on which others go beside it.
      await walk(district, app.pool, randomFrom(seed * 1_000_003 + done), tally)
    }
  }
  await Promise.all(Array.from({ length: LANES }, walkOn))
  await app.settle(LANES)
  const found = await checkEverything(app.pool, reports)
  tally.problems.push(...found.faults)
  reports = found.reports
}
const report: WalkReport = { ...tally, walks: done, reports: reports.size, states: [...tally.states] }
process.send?.(report)
await app.close()
process.disconnect?.()
