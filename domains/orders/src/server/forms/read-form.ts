import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { ServiceForm, FormField as WireField } from '../../contract/forms.ts'
import { defaultFields } from '../../core/forms/families.ts'
import type { FormField } from '../../core/forms/field.ts'
import { isOrderable, type OrderableKind } from '../../core/forms/orderable-kinds.ts'
import type { OrdersTables } from '../needs.ts'
import { SERVICE_MISSING } from '../problems.ts'
import { type FormRow, type FormService, findForm, listFormServices, listNewestForms } from '../sql/forms.ts'

/** A service that can be ordered, as `reader` may see it: published, or of the own organisation. */
export async function getOrderable(
  db: Db<OrdersTables>,
  serviceId: string,
  reader: string | null,
): Promise<FormService & { kind: OrderableKind }> {
  const [service] = await listFormServices(db, [serviceId])
  if (!service || (service.status !== 'published' && service.provider_id !== reader) || !isOrderable(service.kind))
    throw new Refusal(SERVICE_MISSING)
  return { ...service, kind: service.kind }
}

/** What a service asks now; the general questions of its kind, as version 0, when its provider has no form of its own. */
export async function readForm(db: Db<OrdersTables>, serviceId: string, reader: string | null): Promise<ServiceForm> {
  const { kind } = await getOrderable(db, serviceId, reader)
  const [row] = await listNewestForms(db, [serviceId])
  return row ? presentForm(row) : { serviceId, version: 0, fields: presentFields(defaultFields(kind)), createdAt: null }
}

/** The questions to which an answer was given, however old. */
export async function readFormVersion(db: Db<OrdersTables>, serviceId: string, version: number): Promise<ServiceForm> {
  const row = await findForm(db, serviceId, version)
  if (!row) throw new Refusal({ code: 'orders.form_version_missing', kind: 'missing' })
  return presentForm(row)
}

export function presentForm({ service_id, version, fields, created_at }: FormRow): ServiceForm {
  return { serviceId: service_id, version, fields: presentFields(fields), createdAt: created_at.toISOString() }
}

/** Fields look the same on the wire; the contract only does not know that lists are read-only. */
export const presentFields = (fields: readonly FormField[]) => fields as unknown as WireField[]
