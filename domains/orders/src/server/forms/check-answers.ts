import type { Problem } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { defaultFields } from '../../core/forms/families.ts'
import type { Answers, FormField } from '../../core/forms/field.ts'
import { isOrderable } from '../../core/forms/orderable-kinds.ts'
import { validateAnswers } from '../../core/forms/validate-answers.ts'
import type { OrdersTables } from '../needs.ts'
import { insertForm, listFormServices, listNewestForms } from '../sql/forms.ts'

/** Answers to the form of one service as an order, an enquiry or an import brings them; `pointer` is where they stand in the body. */
export type Answered = {
  readonly serviceId: string
  readonly form: Answers
  /** The version that was shown, when the caller knows it. */
  readonly formVersion?: number | undefined
  readonly pointer: string
}

/** What speaks against the answers, all at once, and for each service the version that they answer; null when nothing was asked and nothing said. */
type Checked = { readonly problems: Problem[]; readonly versions: ReadonlyMap<string, number | null> }

type Known = { readonly version: number | null; readonly fields: readonly FormField[] }

/**
 * Every door through which answers come asks this. They are held against the newest form; a service without one asks the general questions of its kind,
 * which are written down as its first version as soon as somebody answers them, so that an answer always keeps its questions.
 */
export async function checkAnswers(tx: Db<OrdersTables>, now: Date, answered: readonly Answered[]): Promise<Checked> {
  const ids = [...new Set(answered.map(({ serviceId }) => serviceId))]
  const forms = await formsOf(tx, ids)
  const fresh = ids.filter((id) => forms.get(id)?.version === null && answered.some((one) => one.serviceId === id && !isBlank(one.form)))
  if (fresh.length > 0) for (const [id, form] of await writeDown(tx, fresh, forms, now)) forms.set(id, form)

  const problems = answered.flatMap(({ serviceId, form, formVersion, pointer }) => {
    const known = forms.get(serviceId)
    if (!known) return []
    const found = validateAnswers(known.fields, form, pointer)
    const isStale = formVersion !== undefined && formVersion > 0 && formVersion !== known.version
    return isStale ? [{ code: 'orders.form_changed', kind: 'conflict' as const, field: pointer }, ...found] : found
  })
  return { problems, versions: new Map(ids.map((id) => [id, forms.get(id)?.version ?? null])) }
}

const isBlank = (answers: Answers) => Object.keys(answers).length === 0

async function formsOf(tx: Db<OrdersTables>, ids: readonly string[]): Promise<Map<string, Known>> {
  const forms = new Map<string, Known>((await listNewestForms(tx, ids)).map((form) => [form.service_id, form]))
  const without = ids.filter((id) => !forms.has(id))
  for (const { id, kind } of await listFormServices(tx, without))
    if (isOrderable(kind)) forms.set(id, { version: null, fields: defaultFields(kind) })
  return forms
}

/** Whoever was first with the first version, the answers are held against what stands there now. */
async function writeDown(
  tx: Db<OrdersTables>,
  ids: readonly string[],
  forms: ReadonlyMap<string, Known>,
  now: Date,
): Promise<Map<string, Known>> {
  for (const { id, provider_id } of await listFormServices(tx, ids))
    await insertForm(tx, { serviceId: id, version: 1, providerId: provider_id, fields: forms.get(id)?.fields ?? [], createdBy: null, now })
  return formsOf(tx, ids)
}
