import type { Db } from '@jiju/platform/database/pool'
import { toPem } from '@jiju/platform/pdf/certificates'
import { signText } from '@jiju/platform/pdf/sign-text'
import { bundleText } from '../../core/reports/bundle-text.ts'
import type { EndedPaper, OrdersTables } from '../needs.ts'
import { listEnded } from '../sql/reports/reports.ts'
import { listRoots } from '../sql/reports/signing-keys.ts'
import { findRootKey } from './signing-keys.ts'

type Surroundings = {
  readonly publicAddress: string
  readonly now: Date
  readonly authSecret: string
  /** Papers of other domains under the same root that no longer hold. */
  readonly endedElsewhere: readonly EndedPaper[]
}

/** What a paper is checked with away from the platform: the roots that vouch for signatures, and the fingerprints of files that no longer hold; signed by the root itself. */
export async function reportBundle(db: Db<OrdersTables>, { publicAddress, now, authSecret, endedElsewhere }: Surroundings) {
  const ended = [...(await listEnded(db)), ...endedElsewhere]
  const content = {
    madeAt: now.toISOString(),
    publicAddress,
    certificates: (await listRoots(db)).map(toPem).join(''),
    ended: ended.map(({ sha256, state, on }) => ({ sha256, state, on: on.toISOString() })),
  }
  const root = await findRootKey(db, { authSecret })
  return { ...content, signature: root ? signText(bundleText(content), root) : null }
}
