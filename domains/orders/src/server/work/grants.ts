import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import type { Grant, GrantAccess, MeterUse } from '../../contract/batches.ts'
import { workOf } from '../../core/work/work-kind.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { ORDER_MISSING } from '../problems.ts'
import { lockOrder } from '../sql/service-orders.ts'
import { endGrant as end, findGrant, type GrantRow, insertGrant, insertUse, listUses, lockGrant } from '../sql/work/grants.ts'
import { listWorkItems } from '../sql/work/tasks.ts'
import { refuseUnless, WORKABLE, type Worker } from './get-task.ts'

const GRANT_MISSING: Problem = { code: 'orders.grant_missing', kind: 'missing' }

/** Opens computing or a data set to the client from one instant until another. */
export async function grantAccess(
  tx: Db<OrdersTables>,
  work: Work,
  by: Worker & { orderId: string },
  body: GrantAccess,
): Promise<GrantRow> {
  const order = await lockOrder(tx, by.orderId)
  if (order?.provider_id !== by.providerId) throw new Refusal(ORDER_MISSING)
  refuseUnless(WORKABLE, order)
  const item = (await listWorkItems(tx, order.id)).find(({ id }) => id === body.orderItemId)
  if (!item || workOf({ kind: item.kind, serviceKind: item.service_kind }) !== 'access')
    throw new Refusal({ code: 'orders.item_missing', kind: 'missing', field: '/orderItemId' })
  const from = new Date(body.from)
  const until = new Date(body.until)
  if (until <= from || until <= work.now) throw new Refusal({ code: 'orders.plan_ends_before_start', kind: 'refused', field: '/until' })
  const id = newId(work.now.getTime())
  await insertGrant(tx, {
    id,
    orderId: order.id,
    orderItemId: item.id,
    providerId: by.providerId,
    from,
    until,
    unit: body.unit,
    quota: body.quota,
    directions: body.directions,
    by: by.personId,
    at: work.now,
  }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'access_grant_one') throw new Refusal({ code: 'orders.access_granted_already', kind: 'conflict' })
    throw error
  })
  await work.audit({
    action: 'orders.access.grant',
    subjectType: 'access_grant',
    subjectId: id,
    detail: { orderId: order.id, from: body.from, until: body.until },
  })
  await work.publish('orders.access_granted', {
    grantId: id,
    orderId: order.id,
    providerId: order.provider_id,
    organisationId: order.organisation_id,
  })
  return getGrant(tx, id, by.providerId)
}

/** Takes access back before its end, with the reason that the client reads. */
export async function endGrant(tx: Db<OrdersTables>, work: Work, by: Worker & { id: string }, reason: string): Promise<GrantRow> {
  await getGrant(tx, by.id, by.providerId)
  if (!(await end(tx, { id: by.id, by: by.personId, reason, at: work.now })))
    throw new Refusal({ code: 'orders.grant_ended', kind: 'conflict' })
  await work.audit({ action: 'orders.access.end', subjectType: 'access_grant', subjectId: by.id, detail: { reason } })
  return getGrant(tx, by.id, by.providerId)
}

/** A record of a meter within the granted time; the same key is counted once. Reaching the quota ends the access. */
export async function meterUse(tx: Db<OrdersTables>, work: Work, by: Worker & { id: string }, body: MeterUse): Promise<GrantRow> {
  const grant = await lockGrant(tx, by.id)
  if (grant?.provider_id !== by.providerId) throw new Refusal(GRANT_MISSING)
  const usedAt = new Date(body.usedAt)
  if (usedAt < grant.from || usedAt >= grant.until)
    throw new Refusal({
      code: 'orders.use_outside_grant',
      kind: 'refused',
      params: { from: grant.from.toISOString(), until: grant.until.toISOString() },
      field: '/usedAt',
    })
  const isNew = await insertUse(tx, {
    id: newId(work.now.getTime()),
    grantId: grant.id,
    key: body.key,
    usedAt,
    quantity: body.quantity,
    note: body.note,
    by: by.personId,
    at: work.now,
  })
  const counted = await getGrant(tx, grant.id, by.providerId)
  if (!isNew || counted.quota === null || counted.state === 'ended' || Number(counted.used) < Number(counted.quota)) return counted
  await end(tx, { id: grant.id, by: null, reason: 'quota', at: work.now })
  await work.publish('orders.access_quota_reached', { grantId: grant.id, orderId: grant.order_id, providerId: grant.provider_id })
  return getGrant(tx, grant.id, by.providerId)
}

async function getGrant(db: Db<OrdersTables>, id: string, providerId: string): Promise<GrantRow> {
  const grant = await findGrant(db, id)
  if (grant?.provider_id !== providerId) throw new Refusal(GRANT_MISSING)
  return grant
}

export async function presentGrant(db: Db<OrdersTables>, row: GrantRow, now: Date): Promise<Grant> {
  return {
    id: row.id,
    orderItemId: row.order_item_id,
    itemName: row.item_name,
    from: row.from.toISOString(),
    until: row.until.toISOString(),
    unit: row.unit,
    quota: row.quota,
    used: row.used,
    directions: row.directions,
    state: row.state,
    isRunning: row.state === 'granted' && row.from <= now && now < row.until,
    version: row.version,
    endReason: row.end_reason,
    uses: (await listUses(db, row.id)).map((use) => ({
      id: use.id,
      usedAt: use.used_at.toISOString(),
      quantity: use.quantity,
      note: use.note,
    })),
  }
}
