import { newId } from '@jiju/kernel/ids'
import fc from 'fast-check'

/** The parts of JSON Schema (2020-12) that the contracts use. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minItems?: number
  readonly default?: unknown
  readonly additionalProperties?: boolean | Schema
}
export type Components = Readonly<Record<string, Schema>>

function resolve(schema: Schema, components: Components): Schema {
  return schema.$ref ? resolve(components[schema.$ref.replace('#/components/schemas/', '')] ?? {}, components) : schema
}

const TEXT_BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: newId(),
  email: 'someone@test.example',
  'date-time': '2027-03-01T02:00:00Z',
  date: '2027-03-01',
  time: '09:00',
  uri: 'https://test.example/',
}

/** A body that the schema accepts, as small as it allows; patterns are met where the usual formats do. */
export function sampleBody(given: Schema, components: Components): unknown {
  const schema = resolve(given, components)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (choice) return sampleBody(choice, components)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleBody(part, components)))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object' || schema.properties) {
    return Object.fromEntries((schema.required ?? []).map((name) => [name, sampleBody(schema.properties?.[name] ?? {}, components)]))
  }
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sampleBody(schema.items ?? {}, components))
  if (type === 'integer' || type === 'number')
    return schema.minimum ?? (schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum + 1 : 1)
  if (type === 'boolean') return true
  if (type === 'null') return null
  return (
    (schema.format && TEXT_BY_FORMAT[schema.format]) ||
    (schema.pattern?.includes('\\d{2}') ? '10.00' : 'a'.repeat(Math.max(schema.minLength ?? 1, 2)))
  )
}

const NASTY_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '𠮷'.repeat(300),
  'x'.repeat(70_000),
  "'; drop table x;--",
  '%',
  '_',
  '\\',
  '{{7*7}}',
  '<script>',
  '../../etc/passwd',
  'NaN',
  '-0',
  '1e309',
  '2026-02-30',
  '2026-02-30T25:61:00Z',
  '0000-01-01',
  '+275760-09-13T00:00:00Z',
  '99999999999999999999.99',
  newId(),
  'null',
]
const nastyText = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'binary', maxLength: 40 }))
const nastyNumber = fc.oneof(fc.constantFrom(-1, 0, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, -1e308), fc.double({ noNaN: true }))
const nastyThing: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  nastyNumber,
  fc.constantFrom(null, true, [], {}, [[[]]], { __proto__: 1 }, { constructor: { prototype: 1 } }, { length: 3 }),
  fc.array(fc.oneof(nastyText, nastyNumber), { maxLength: 4 }),
)

/** Bodies near the schema: each field is right, nasty or missing; sometimes a field too many, sometimes something else altogether. */
export function nearBody(given: Schema, components: Components, depth = 0): fc.Arbitrary<unknown> {
  const schema = resolve(given, components)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => nearBody(choice, components, depth)), nastyThing)
  if (schema.properties && depth < 5) {
    const fields = Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [name, nearBody(inner, components, depth + 1)]),
    )
    const near = fc
      .tuple(fc.record(fields, { requiredKeys: [] }), fc.option(nastyText, { freq: 6 }))
      .map(([body, extra]) => (extra === null ? body : { ...body, [extra]: extra }))
    return depth === 0
      ? fc.oneof({ weight: 12, arbitrary: near }, { weight: 1, arbitrary: nastyThing })
      : fc.oneof({ weight: 5, arbitrary: near }, { weight: 1, arbitrary: nastyThing })
  }
  if (schema.type === 'array' && schema.items && depth < 5)
    return fc.oneof(fc.array(nearBody(schema.items, components, depth + 1), { maxLength: 4 }), nastyThing)
  const right = schema.enum ? fc.constantFrom(...schema.enum) : fc.constant(sampleBody(schema, components))
  return fc.oneof(
    { weight: 4, arbitrary: right as fc.Arbitrary<unknown> },
    { weight: 2, arbitrary: schema.type === 'integer' || schema.type === 'number' ? nastyNumber : nastyText },
    { weight: 1, arbitrary: nastyThing },
  )
}

/** Values for a path or query parameter. */
export const nastyParameter: fc.Arbitrary<string> = fc
  .oneof(
    fc.constant(newId()),
    nastyText.filter((text) => text.length < 2000),
  )
  .map((text) => {
    try {
      return encodeURIComponent(text)
    } catch {
      return '%F0%90'
    }
  })
