import type { Db } from '@jiju/platform/database/pool'
import { toPem } from '@jiju/platform/pdf/certificates'
import type { EndedPaper, OrdersTables } from '../needs.ts'
import { listEnded } from '../sql/reports/reports.ts'
import { listRoots } from '../sql/reports/signing-keys.ts'

type Surroundings = {
  readonly publicAddress: string
  readonly now: Date
  /** Papers of other domains under the same root that no longer hold. */
  readonly endedElsewhere: readonly EndedPaper[]
}

/** What a paper is checked with away from the platform: the roots that vouch for signatures, and the fingerprints of files that no longer hold. */
export async function reportBundle(db: Db<OrdersTables>, { publicAddress, now, endedElsewhere }: Surroundings) {
  const ended = [...(await listEnded(db)), ...endedElsewhere]
  return {
    madeAt: now.toISOString(),
    publicAddress,
    certificates: (await listRoots(db)).map(toPem).join(''),
    ended: ended.map(({ sha256, state, on }) => ({ sha256, state, on: on.toISOString() })),
  }
}
