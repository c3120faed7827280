import fc from 'fast-check'
import { expect, test } from 'vitest'
import demo from '../../../../../db/demo/service-forms.json' with { type: 'json' }
import services from '../../../../../db/demo/services.json' with { type: 'json' }
import { exampleAnswers } from './example-answers.ts'
import { defaultFields, FAMILIES, fieldsOfFamilies } from './families.ts'
import type { Answers, FormField } from './field.ts'
import { ORDERABLE_KINDS } from './orderable-kinds.ts'
import { askedFields, validateAnswers } from './validate-answers.ts'
import { validateFields } from './validate-fields.ts'

const DAY = '2026-11-23'
type Demo = { readonly families: readonly string[]; readonly fields: readonly FormField[] }
const FORMS = Object.entries({ ...demo.services, ...demo.others } as unknown as Readonly<Record<string, Demo>>)
const fieldsOf = ({ families, fields }: Demo) => [...fieldsOfFamilies(families), ...fields]
const codes = (problems: readonly { code: string; field?: string }[]) => problems.map(({ code, field }) => `${code} ${field}`)

test('every family and every default form is well made', () => {
  for (const { key, fields } of FAMILIES) expect([key, validateFields(fields)]).toEqual([key, []])
  for (const kind of ORDERABLE_KINDS) {
    expect(validateFields(defaultFields(kind))).toEqual([])
    expect(validateAnswers(defaultFields(kind), {}, '')).toEqual([])
  }
})

test('each of the 67 services has a form of its own that accepts a full answer and refuses a wrong one', () => {
  expect(Object.keys(demo.services).sort()).toEqual(services.services.map(({ key }) => key).sort())
  const general = new Set(fieldsOfFamilies(['sample', 'basis', 'report']).map(({ key }) => key))
  const shapes = new Set<string>()
  for (const [key, form] of FORMS) {
    const fields = fieldsOf(form)
    expect([key, validateFields(fields)]).toEqual([key, []])
    expect(form.fields.length, key).toBeGreaterThanOrEqual(3)
    expect(fields.filter((field) => !general.has(field.key)).length, key).toBeGreaterThanOrEqual(4)
    const answers = exampleAnswers(fields, DAY)
    expect([key, validateAnswers(fields, answers, '/form')]).toEqual([key, []])
    // Every question that must be answered is missed when it is not.
    const asked = askedFields(fields, {}).filter(({ isRequired }) => isRequired)
    expect(codes(validateAnswers(fields, {}, '/form')), key).toEqual(asked.map((field) => `orders.form_missing /form/${field.key}`))
    expect(asked.length, key).toBeGreaterThan(0)
    expect(codes(validateAnswers(fields, { ...answers, unheard: 'x' }, '/form')), key).toEqual(['orders.form_not_asked /form/unheard'])
    shapes.add(fields.map((field) => field.key).join())
  }
  expect(shapes.size).toBe(FORMS.length)
})

const label = { zh: '问题', en: 'Question' }
const unit = { zh: '件', en: 'pieces' }
const options = [
  { value: 'a', zh: '甲', en: 'A' },
  { value: 'b', zh: '乙', en: 'B' },
]
const base = { key: 'x', label, isRequired: true }

test.each<[string, FormField, unknown, string[]]>([
  ['a text', { ...base, kind: 'text' }, 'so', []],
  ['blanks are no answer', { ...base, kind: 'text' }, '  ', ['orders.form_missing /x']],
  ['a number for a text', { ...base, kind: 'text' }, 3, ['orders.form_kind /x']],
  ['a long text', { ...base, kind: 'text', maxLength: 3 }, 'long', ['orders.form_length /x']],
  ['a number in range', { ...base, kind: 'number', unit, min: 1, max: 3 }, 3, []],
  ['a number out of range', { ...base, kind: 'number', unit, min: 1, max: 3 }, 4, ['orders.form_range /x']],
  ['a fraction', { ...base, kind: 'number', unit, isWhole: true }, 1.5, ['orders.form_whole /x']],
  ['not a number', { ...base, kind: 'number', unit }, '3', ['orders.form_kind /x']],
  ['a choice', { ...base, kind: 'choice', options }, 'b', []],
  ['an unknown choice', { ...base, kind: 'choice', options }, 'c', ['orders.form_option /x']],
  ['several', { ...base, kind: 'multi', options }, ['a', 'b'], []],
  ['one twice', { ...base, kind: 'multi', options }, ['a', 'a'], ['orders.form_option /x']],
  ['none of several', { ...base, kind: 'multi', options }, [], ['orders.form_missing /x']],
  ['a day', { ...base, kind: 'date' }, '2028-02-29', []],
  ['not a day', { ...base, kind: 'date' }, '2026-02-29', ['orders.form_day /x']],
  ['no', { ...base, kind: 'yes_no' }, false, []],
  ['yes in words', { ...base, kind: 'yes_no' }, 'yes', ['orders.form_kind /x']],
])('%s', (_name, field, answer, expected) => {
  expect(codes(validateAnswers([field], { x: answer } as Answers, ''))).toEqual(expected)
})

test('rows of a table are looked at cell by cell', () => {
  const table: FormField = {
    ...base,
    kind: 'table',
    minRows: 1,
    maxRows: 2,
    columns: [
      { key: 'port', kind: 'text', label },
      { key: 'length', kind: 'number', label, unit },
      { key: 'kind', kind: 'choice', label, options },
    ],
  }
  const check = (rows: unknown) => codes(validateAnswers([table], { x: rows } as Answers, ''))
  expect(check([{ port: 'USB', length: 1.5, kind: 'a' }, { port: 'LAN' }])).toEqual([])
  expect(check([{ length: 'long', kind: 'z', other: 1 }, { port: 'A' }, { port: 'B' }])).toEqual([
    'orders.form_rows /x',
    'orders.form_not_asked /x/0/other',
    'orders.form_missing /x/0/port',
    'orders.form_kind /x/0/length',
    'orders.form_kind /x/0/kind',
  ])
})

test('a condition asks only where it holds, and through a chain', () => {
  const fields: FormField[] = [
    { ...base, key: 'a', kind: 'yes_no' },
    { ...base, key: 'b', kind: 'multi', options, when: { key: 'a', is: [true] } },
    { ...base, key: 'c', kind: 'text', when: { key: 'b', is: ['b'] } },
  ]
  expect(validateFields(fields)).toEqual([])
  expect(codes(validateAnswers(fields, { a: false }, ''))).toEqual([])
  expect(codes(validateAnswers(fields, { a: true, b: ['b'] }, ''))).toEqual(['orders.form_missing /c'])
  expect(codes(validateAnswers(fields, { a: false, b: ['b'], c: 'x' }, ''))).toEqual([
    'orders.form_not_asked /b',
    'orders.form_not_asked /c',
  ])
})

test('a form that nobody could answer is not published', () => {
  const fields: FormField[] = [
    { ...base, kind: 'number', unit, min: 3, max: 1 },
    { ...base, kind: 'choice', options: options.slice(1) },
    { ...base, key: 'late', kind: 'text', when: { key: 'later', is: ['a'] } },
    { ...base, key: 'later', kind: 'choice', options },
    { ...base, key: 'odd', kind: 'text', when: { key: 'later', is: ['z'] } },
    { ...base, key: 'table', kind: 'table', columns: [], minRows: 3, maxRows: 1 },
  ]
  expect(codes(validateFields(fields))).toEqual([
    'orders.field_range /fields/0/max',
    'orders.field_key_taken /fields/1/key',
    'orders.field_options /fields/1/options',
    'orders.field_condition /fields/2/when',
    'orders.field_condition /fields/4/when',
    'orders.field_columns /fields/5/columns',
    'orders.field_range /fields/5/maxRows',
  ])
})

test('whatever is sent, it is judged and never breaks', () => {
  const fields = FORMS.flatMap(([, form]) => form.fields).slice(0, 80)
  const keys = fields.map(({ key }) => key)
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys, 'unheard'), fc.jsonValue({ maxDepth: 2 })), (answers) => {
      const problems = validateAnswers(fields, answers as Answers, '/form')
      return problems.every(({ code, field }) => code.startsWith('orders.form_') && field?.startsWith('/form/'))
    }),
  )
})
