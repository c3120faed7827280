import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { JobHandler } from '../jobs/jobs.ts'
import type { Notify } from '../notices/notice.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { unseal } from '../secrets/seal.ts'
import { enqueueDelivery } from './fan-out.ts'
import { PING } from './ping.ts'
import { type Posted, type PostOptions, post } from './post.ts'
import { nextAttemptAt } from './retry-plan.ts'
import { signedHeaders } from './signature.ts'
import { type DueDelivery, findDue, holdDeliveries, insertAttempt, markDelivered, markTried } from './sql/deliveries.ts'
import { pauseFailing } from './sql/webhooks.ts'

export type DeliverDeps = {
  readonly db: Kysely<PlatformTables>
  readonly now: () => Date
  readonly authSecret: string
  readonly notify: Notify
  readonly post: Omit<PostOptions, 'timeoutMs'>
}

const Job = z.object({ deliveryId: z.uuid(), attempt: z.union([z.int(), z.literal('by_hand')]) })

export const SECRET_PURPOSE = 'platform.webhook'
const TIMEOUT_MS = 10_000
/** Who is told that a webhook stands still. */
const KEEPERS = ['enterprise:owner', 'provider:owner', 'enterprise:integrator', 'provider:integrator']

/**
 * One try of one delivery. The try is written down after it was made: a process that dies in between makes it once more, so a receiver may get
 * an event twice, and never not at all.
 */
export function deliverer(deps: DeliverDeps): JobHandler {
  return async (payload) => {
    const { deliveryId, attempt } = Job.parse(payload)
    const due = await findDue(deps.db, deliveryId)
    if (!due || (attempt !== 'by_hand' && !isNext(due, attempt))) return
    const at = deps.now()
    const began = performance.now()
    const headers = signedHeaders({
      eventId: due.event_id,
      topic: due.topic,
      deliveryId: due.id,
      body: due.body,
      now: at,
      secrets: secretsOf(due, deps.authSecret, at),
    })
    const posted = await post(due.address, headers, due.body, { ...deps.post, timeoutMs: TIMEOUT_MS })
    const tookMs = Math.round(performance.now() - began)
    await deps.db.transaction().execute(async (tx) => {
      const isThere = await insertAttempt(tx, { deliveryId, at, tookMs, byHand: attempt === 'by_hand', headers, posted })
      if (!isThere) return
      if (isTaken(posted)) await markDelivered(tx, { id: deliveryId, webhookId: due.webhook_id, at: deps.now() })
      else if (attempt !== 'by_hand') await planNext(tx, due, deps)
      else if (due.topic === PING) await markTried(tx, { id: deliveryId, attempts: 1, nextAt: null })
    })
  }
}

/** A try that another job made already, or that was called off by a pause, is not made again. */
function isNext(due: DueDelivery, attempt: number): boolean {
  return (due.state === 'waiting' || due.state === 'retrying') && due.attempts === attempt
}

function isTaken({ status }: Posted): boolean {
  return status !== null && status >= 200 && status < 300
}

function secretsOf(due: DueDelivery, authSecret: string, now: Date): string[] {
  const isOldValid = due.old_secret_sealed && due.old_secret_until && due.old_secret_until > now
  return [due.secret_sealed, ...(isOldValid && due.old_secret_sealed ? [due.old_secret_sealed] : [])].map((sealed) =>
    unseal(authSecret, SECRET_PURPOSE, sealed).toString('utf8'),
  )
}

async function planNext(tx: DeliverDeps['db'], due: DueDelivery, { now, notify }: DeliverDeps): Promise<void> {
  const at = now()
  const attempts = due.attempts + 1
  const nextAt = nextAttemptAt(attempts, at)
  if (!(await markTried(tx, { id: due.id, attempts, nextAt }))) return
  if (nextAt) return enqueueDelivery(tx, { deliveryId: due.id, webhookId: due.webhook_id, attempt: attempts, runAt: nextAt })
  const isPaused = await pauseFailing(tx, due.webhook_id, due.created_at, at)
  if (isPaused) await holdDeliveries(tx, due.webhook_id)
  await notify(tx, {
    kind: isPaused ? 'webhooks.paused' : 'webhooks.delivery_failed',
    to: { organisationId: due.organisation_id, roles: KEEPERS },
    params: { name: due.name, address: due.address, topic: due.topic },
    link: `/account/webhooks/${due.webhook_id}`,
    // Of single failures one notice a day is enough.
    key: isPaused ? `webhook paused ${due.id}` : `webhook ${due.webhook_id} ${at.toISOString().slice(0, 10)}`,
  })
}
