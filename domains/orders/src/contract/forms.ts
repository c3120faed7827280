import { z } from 'zod'
import { MAX_FIELDS, MAX_LONG_TEXT, MAX_ROWS, MAX_SHORT_TEXT } from '../core/forms/field.ts'

export const ServiceParams = z.object({ serviceId: z.uuid() })
export const FormVersionParams = z.object({ serviceId: z.uuid(), version: z.coerce.number().int().min(1) })

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/)
const words = z.object({ zh: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) }).meta({ id: 'FormWords' })
const options = z
  .array(z.object({ value: z.string().min(1).max(60), zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) }))
  .max(60)
const amount = z.number().min(-1e12).max(1e12)

const base = {
  key: key.describe('Unique in the form; answers are given by it'),
  label: words,
  help: words.exactOptional(),
  isRequired: z.boolean(),
  section: words.exactOptional().describe('Heading that begins with this field'),
  when: z
    .object({
      key,
      is: z
        .array(z.union([z.string().max(60), z.boolean()]))
        .min(1)
        .max(60),
    })
    .exactOptional()
    .describe('Asked only when an earlier field was answered with one of these'),
}

const column = z.discriminatedUnion('kind', [
  z.object({ key, label: words, kind: z.literal('text') }),
  z.object({ key, label: words, kind: z.literal('number'), unit: words.exactOptional() }),
  z.object({ key, label: words, kind: z.literal('choice'), options }),
])

/** One question of a form. */
export const FormField = z
  .discriminatedUnion('kind', [
    z.object({
      ...base,
      kind: z.literal('text'),
      isLong: z.boolean().exactOptional(),
      maxLength: z.int().min(1).max(MAX_LONG_TEXT).exactOptional(),
    }),
    z.object({
      ...base,
      kind: z.literal('number'),
      unit: words,
      min: amount.exactOptional(),
      max: amount.exactOptional(),
      isWhole: z.boolean().exactOptional(),
    }),
    z.object({ ...base, kind: z.literal('choice'), options }),
    z.object({ ...base, kind: z.literal('multi'), options }),
    z.object({ ...base, kind: z.literal('date') }),
    z.object({ ...base, kind: z.literal('yes_no') }),
    z.object({ ...base, kind: z.literal('file') }).describe('The name of a paper; the paper itself is sent as a message'),
    z.object({
      ...base,
      kind: z.literal('table'),
      columns: z.array(column).min(1).max(12),
      minRows: z.int().min(0).max(MAX_ROWS).exactOptional(),
      maxRows: z.int().min(1).max(MAX_ROWS).exactOptional(),
    }),
  ])
  .meta({ id: 'FormField' })
export type FormField = z.infer<typeof FormField>

/** Answers to a service's form, by the key of the field. */
export const FormAnswers = z.record(
  z.string().max(60),
  z.union([
    z.string().max(MAX_LONG_TEXT),
    z.number(),
    z.boolean(),
    z.array(z.string().max(MAX_SHORT_TEXT)).max(60),
    z.array(z.record(z.string().max(60), z.union([z.string().max(MAX_SHORT_TEXT), z.number()]))).max(MAX_ROWS),
  ]),
)
export type FormAnswers = z.infer<typeof FormAnswers>

/** What a service asks of whoever orders it. */
export const ServiceForm = z
  .object({
    serviceId: z.uuid(),
    version: z.int().describe('0: the provider has no form of its own; the general questions of the kind hold'),
    fields: z.array(FormField),
    createdAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ServiceForm' })
export type ServiceForm = z.infer<typeof ServiceForm>

export const PublishForm = z.object({ fields: z.array(FormField).min(1).max(MAX_FIELDS) }).meta({ id: 'PublishForm' })
export type PublishForm = z.infer<typeof PublishForm>

export const FormFamilies = z
  .object({ families: z.array(z.object({ key: z.string(), name: words, fields: z.array(FormField) })) })
  .meta({ id: 'FormFamilies' })
export type FormFamilies = z.infer<typeof FormFamilies>
