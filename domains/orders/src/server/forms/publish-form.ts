import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { PublishForm, ServiceForm } from '../../contract/forms.ts'
import { validateFields } from '../../core/forms/validate-fields.ts'
import type { OrdersTables } from '../needs.ts'
import { SERVICE_MISSING } from '../problems.ts'
import { insertForm } from '../sql/forms.ts'
import { getOrderable, presentForm } from './read-form.ts'

/** Makes the next version of a service's form; who answered the one before keeps it. Refuses what no answer could satisfy. */
export async function publishForm(
  tx: Db<OrdersTables>,
  command: Command,
  { serviceId, expected, body }: { serviceId: string; expected: number; body: PublishForm },
  by: { readonly organisationId: string; readonly userId: string },
): Promise<ServiceForm> {
  const service = await getOrderable(tx, serviceId, by.organisationId)
  if (service.provider_id !== by.organisationId) throw new Refusal(SERVICE_MISSING)
  const problems = validateFields(body.fields)
  if (problems.length > 0) throw new Refusal(...problems)
  const version = expected + 1
  const { fields } = body
  const form = { serviceId, version, providerId: by.organisationId, fields, createdBy: by.userId, now: command.now }
  const isNext = await insertForm(tx, form)
  if (!isNext) throw new Refusal(VERSION_STALE)
  await command.audit({
    action: 'orders.form.publish',
    subjectType: 'service_form',
    subjectId: serviceId,
    detail: { version, fields: fields.length },
  })
  return presentForm({ service_id: serviceId, version, fields, created_at: command.now })
}
