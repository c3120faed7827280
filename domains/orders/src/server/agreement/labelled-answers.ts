import type { Db } from '@jiju/platform/database/pool'
import { answerText } from '../../core/agreement/answer-text.ts'
import { defaultFields } from '../../core/forms/families.ts'
import type { Answer, FormField } from '../../core/forms/field.ts'
import { isOrderable } from '../../core/forms/orderable-kinds.ts'
import type { OrdersTables } from '../needs.ts'
import { findForm, listFormServices } from '../sql/forms.ts'
import type { OrderItemRow } from '../sql/order-items.ts'

/** The answers of an item with the words of the questions to which they were given, in the order of the form. */
export async function labelledAnswers(db: Db<OrdersTables>, item: OrderItemRow): Promise<(readonly [string, string])[]> {
  const fields = await fieldsOf(db, item)
  const places = new Map(fields.map(({ key }, index) => [key, index]))
  const place = (key: string) => places.get(key) ?? fields.length
  return Object.entries(item.form)
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([key, answer]) => {
      const field = fields.find((one) => one.key === key)
      return [field?.label.zh ?? key, answerText(field, answer as Answer)] as const
    })
}

async function fieldsOf(db: Db<OrdersTables>, { service_id, form_version, form }: OrderItemRow): Promise<readonly FormField[]> {
  if (service_id === null || Object.keys(form).length === 0) return []
  if (form_version) return (await findForm(db, service_id, form_version))?.fields ?? []
  const [service] = await listFormServices(db, [service_id])
  return service && isOrderable(service.kind) ? defaultFields(service.kind) : []
}
