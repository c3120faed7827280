import { fieldsOfFamilies } from '@jiju/orders/core/forms/families'
import type { FormField } from '@jiju/orders/core/forms/field'
import data from '../../../../db/demo/service-forms.json' with { type: 'json' }
import type { Context, Row } from './context.ts'

type ServiceForm = { readonly families: readonly string[]; readonly fields: readonly FormField[] }

const as = <T>(value: unknown) => value as T
/** By inner number: `JC-E01` for a testing service, `QT-data-ct` for another resource. */
const FORMS = new Map<string, ServiceForm>([
  ...Object.entries(as<Record<string, ServiceForm>>(data.services)).map(([key, form]) => [`JC-${key}`, form] as [string, ServiceForm]),
  ...Object.entries(as<Record<string, ServiceForm>>(data.others)).map(([key, form]) => [`QT-${key}`, form] as [string, ServiceForm]),
])

const BRINGS_SAMPLES = new Set(['sample', 'glp', 'ivd'])

type Given = { readonly resources: readonly Row[]; readonly standards: readonly Row[]; readonly calendars: readonly Row[] }
/** Questions of the service itself, under a heading of their own. */
const ownFields = (fields: readonly FormField[]): FormField[] =>
  fields.map((field, index) => (index === 0 ? { ...field, section: { zh: '本项服务', en: 'This service' } } : field))

type DemoForms = { readonly forms: Row[]; readonly plans: Row[] }

/** What each service asks of whoever orders it, and what its provider can take on at once. */
export function generateForms(context: Context, { resources, standards, calendars }: Given): DemoForms {
  const made: DemoForms = { forms: [], plans: [] }
  const at = context.instant(-380, 600)
  const bookable = new Map(calendars.map((row) => [row.resource_id, row]))
  const cited = (id: unknown) => new Set(standards.filter((row) => row.resource_id === id).map((row) => row.standard_id))
  for (const resource of resources) {
    const form = FORMS.get(String(resource.inner_number))
    if (!form) continue
    made.forms.push({
      service_id: resource.id,
      version: 1,
      provider_id: resource.provider_id,
      fields: [...fieldsOfFamilies(form.families), ...ownFields(form.fields)],
      created_by: null,
      created_at: at,
    })
    const random = context.random(`plan|${resource.id}`)
    const own = cited(resource.id)
    const instrument = resources.find(
      (other) =>
        other.kind === 'instrument' &&
        other.provider_id === resource.provider_id &&
        bookable.has(other.id) &&
        [...cited(other.id)].some((standard) => own.has(standard)),
    )
    const calendar = instrument && bookable.get(instrument.id)
    made.plans.push({
      service_id: resource.id,
      provider_id: resource.provider_id,
      receives: form.families.includes('site') ? 'site' : form.families.some((key) => BRINGS_SAMPLES.has(key)) ? 'samples' : 'files',
      parallel_orders: random.int(1, 6),
      intake_days: random.int(0, 2),
      instrument_id: instrument?.id ?? null,
      // A working day on it, or the least that its rules allow.
      instrument_minutes: calendar ? Math.max(480, Number(calendar.min_minutes)) : null,
      updated_at: at,
      updated_by: null,
    })
  }
  return made
}
