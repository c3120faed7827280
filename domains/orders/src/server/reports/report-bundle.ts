import type { Db } from '@jiju/platform/database/pool'
import { toPem } from '@jiju/platform/pdf/certificates'
import type { OrdersTables } from '../needs.ts'
import { listEnded } from '../sql/reports/reports.ts'
import { listRoots } from '../sql/reports/signing-keys.ts'

/** What a report is checked with away from the platform: the roots that vouch for signatures, and the fingerprints of files that no longer hold. */
export async function reportBundle(db: Db<OrdersTables>, { publicAddress, now }: { publicAddress: string; now: Date }) {
  const ended = await listEnded(db)
  return {
    madeAt: now.toISOString(),
    publicAddress,
    certificates: (await listRoots(db)).map(toPem).join(''),
    ended: ended.map(({ sha256, state, on }) => ({ sha256, state, on: on.toISOString() })),
  }
}
