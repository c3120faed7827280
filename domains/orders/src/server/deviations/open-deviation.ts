import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import type { DeviationKind } from '../../core/samples/vocabulary.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { type DeviationRow, findDeviation, insertDeviation } from '../sql/deviations.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { tellDeviation } from './tell-of-deviations.ts'

type DeviationDraft = {
  readonly kind: DeviationKind
  readonly what: string
  readonly occurredAt?: Date | undefined
  readonly impact?: string | undefined
  readonly cause?: string | undefined
  readonly correctiveAction?: string | undefined
  readonly sampleId?: string | undefined
  readonly taskId?: string | undefined
  /** The client has to decide before the work is finished. */
  readonly needsDecision: boolean
  readonly by: string | null
}

/** Something went otherwise than agreed: it is written down and the client is told in the same transaction. The caller has locked the order. */
export async function openDeviation(
  tx: Db<OrdersTables>,
  work: Work,
  needs: OrdersNeeds,
  order: OrderRow,
  draft: DeviationDraft,
): Promise<DeviationRow> {
  const id = newId(work.now.getTime())
  const { kind, what, impact = '', cause = '', correctiveAction = '', sampleId = null, taskId = null, needsDecision, by } = draft
  await insertDeviation(tx, {
    id,
    orderId: order.id,
    kind,
    sampleId,
    taskId,
    what,
    occurredAt: draft.occurredAt ?? work.now,
    impact,
    cause,
    correctiveAction,
    needsDecision,
    by,
    now: work.now,
  })
  const deviation = await findDeviation(tx, id)
  if (!deviation) throw new Error('a deviation that was opened is gone')
  const detail = { deviationId: id, orderId: order.id, kind, ...(sampleId && { sampleId }), ...(taskId && { taskId }) }
  await work.audit({ action: 'orders.deviation.open', subjectType: 'deviation', subjectId: id, detail })
  await work.publish('orders.deviation_opened', { ...detail, organisationId: order.organisation_id, providerId: order.provider_id })
  await tellDeviation(tx, needs, deviation, 'opened')
  return deviation
}
