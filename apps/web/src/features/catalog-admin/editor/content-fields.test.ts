import { ResourceContent } from '@jiju/catalog/contract/resource-content'
import { expect, test } from 'vitest'
import zh from '../../../texts/zh/editor.json' with { type: 'json' }
import { CUSTOMS_FIELDS, DETAIL_FORM, EMPTY_CUSTOMS, emptyContent } from './content-fields.ts'

const kinds = Object.keys(DETAIL_FORM) as (keyof typeof DETAIL_FORM)[]

test.each(kinds)('an empty %s passes the contract, so that a draft can be started', (kind) => {
  expect(ResourceContent.safeParse(emptyContent(kind, '新')).error?.issues ?? []).toEqual([])
})

test.each(ResourceContent.options.map((option) => [option.shape.kind.value, option] as const))(
  'the form of %s asks for every field of the contract',
  (kind, option) => {
    const asked = DETAIL_FORM[kind].flatMap((group) => group.fields.map((field) => field.name as string))
    const elsewhere = kind === 'instrument' ? ['customs'] : kind === 'testing_service' ? ['parameters'] : []
    expect([...asked, ...elsewhere].sort()).toEqual(Object.keys(option.shape.detail.shape).sort())
    for (const name of asked) expect(zh.field, name).toHaveProperty(name)
  },
)

test('customs fields pass too', () => {
  const content = emptyContent('instrument', '新') as Extract<ResourceContent, { kind: 'instrument' }>
  expect(ResourceContent.safeParse({ ...content, detail: { ...content.detail, customs: EMPTY_CUSTOMS } }).success).toBe(true)
  expect(CUSTOMS_FIELDS).toHaveLength(11)
})
