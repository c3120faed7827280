import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { EditServicePlan, ServicePlanView } from '../../contract/earliest.ts'
import { DEFAULT_PLAN } from '../../core/earliest/plan-result.ts'
import { getOrderable } from '../forms/read-form.ts'
import type { OrdersTables } from '../needs.ts'
import { SERVICE_MISSING } from '../problems.ts'
import { findServicePlan, isOwnInstrument, writeServicePlan } from '../sql/earliest.ts'

/** What a service can take on at once; the defaults, as version 0, when its provider has stated nothing. */
export async function readServicePlan(db: Db<OrdersTables>, serviceId: string, providerId: string): Promise<ServicePlanView> {
  await getOwn(db, serviceId, providerId)
  const row = await findServicePlan(db, serviceId)
  return {
    serviceId,
    receives: row?.receives ?? DEFAULT_PLAN.receives,
    parallelOrders: row?.parallel_orders ?? DEFAULT_PLAN.parallelOrders,
    intakeDays: row?.intake_days ?? DEFAULT_PLAN.intakeDays,
    instrumentId: row?.instrument_id ?? null,
    instrumentMinutes: row?.instrument_minutes ?? null,
    isStated: row !== undefined,
    version: row?.version ?? 0,
  }
}

export async function editServicePlan(
  tx: Db<OrdersTables>,
  command: Command,
  { serviceId, expected, body }: { serviceId: string; expected: number; body: EditServicePlan },
  by: { readonly organisationId: string; readonly userId: string },
): Promise<ServicePlanView> {
  await getOwn(tx, serviceId, by.organisationId)
  const problems: Problem[] = []
  const { instrumentId, instrumentMinutes } = body
  if ((instrumentId === null) !== (instrumentMinutes === null))
    problems.push({ code: 'orders.plan_instrument_time', kind: 'refused', field: '/instrumentMinutes' })
  if (instrumentId !== null && !(await isOwnInstrument(tx, instrumentId, by.organisationId)))
    problems.push({ code: 'orders.plan_instrument_missing', kind: 'missing', field: '/instrumentId' })
  if (problems.length > 0) throw new Refusal(...problems)
  const isWritten = await writeServicePlan(tx, {
    serviceId,
    providerId: by.organisationId,
    personId: by.userId,
    receives: body.receives,
    parallel_orders: body.parallelOrders,
    intake_days: body.intakeDays,
    instrument_id: instrumentId,
    instrument_minutes: instrumentMinutes,
    expected,
    now: command.now,
  })
  if (!isWritten) throw new Refusal(VERSION_STALE)
  await command.audit({ action: 'orders.service_plan.edit', subjectType: 'service_plan', subjectId: serviceId, detail: { ...body } })
  return readServicePlan(tx, serviceId, by.organisationId)
}

async function getOwn(db: Db<OrdersTables>, serviceId: string, providerId: string): Promise<void> {
  const service = await getOrderable(db, serviceId, providerId)
  if (service.provider_id !== providerId) throw new Refusal(SERVICE_MISSING)
}
