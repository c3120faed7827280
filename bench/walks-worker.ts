/** One process of random walks: a district of its own on the common database. Sends what it found when it has done its walks or its time is over. */
import { createTestApp } from '../apps/api/src/test-app.ts'
import { createOrderDistrict } from '../apps/api/src/test-order-district.ts'
import { checkEverything, issuedReports, newTally, randomFrom, walk } from '../apps/api/src/test-order-walk.ts'
import type { WalkReport } from './walks.bench.ts'

const WALKS_PER_ROUND = 50

const { databaseUrl, walks, seconds, seed } = JSON.parse(process.argv[2] ?? '{}') as {
  databaseUrl: string
  walks: number
  seconds: number
  seed: number
}
const app = await createTestApp({ url: databaseUrl })
const district = await createOrderDistrict(app, { topUp: '90000000.00', quota: '5000000.00', bodyCode: `W${seed}` })
const random = randomFrom(seed * 7919)
const tally = newTally()
const deadline = performance.now() + seconds * 1000
let reports = new Map<string, string>()
let done = 0
while (done < walks && performance.now() < deadline) {
  for (let index = 0; index < WALKS_PER_ROUND && done < walks && performance.now() < deadline; index += 1, done += 1)
    await walk(district, app.pool, random, tally)
  await app.settle()
  tally.problems.push(...(await checkEverything(app.pool, reports)))
  reports = await issuedReports(app.pool)
}
const report: WalkReport = { ...tally, walks: done, reports: reports.size, states: [...tally.states] }
process.send?.(report)
await app.close()
process.disconnect?.()
