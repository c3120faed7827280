import { recordAudit } from '@jiju/platform/audit/audit'
import type { Db } from '@jiju/platform/database/pool'
import { publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import type { OrdersTables } from '../needs.ts'
import type { Work } from './order-act.ts'

/** What a job's change is done with: the platform acts, in the job's transaction. */
export function jobWork(tx: Db<OrdersTables>, now: Date, job: string): Work {
  const platform = tx as unknown as Db<PlatformTables>
  return {
    now,
    audit: (entry) => recordAudit(platform, { actorUserId: null, actorOrganisationId: null, requestId: job, ...entry }),
    publish: (topic, payload) => publish(platform, { topic, payload }),
  }
}
