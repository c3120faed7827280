import { afterAll, beforeAll, expect, test } from 'vitest'
import data from '../../../../../db/demo/service-forms.json' with { type: 'json' }
import { exampleAnswers } from '../../core/forms/example-answers.ts'
import { fieldsOfFamilies } from '../../core/forms/families.ts'
import type { FormField } from '../../core/forms/field.ts'
import { createOrdersTest, type OrdersTest } from '../test-orders.ts'

let orders: OrdersTest
beforeAll(async () => {
  orders = await createOrdersTest()
})
afterAll(() => orders.close())

type Reply = { json: () => { problems?: { code: string; field?: string; message: string }[] } }
const problemsOf = (reply: Reply) => reply.json().problems?.map(({ code, field }) => `${code} ${field ?? ''}`.trim())

const label = { zh: '浸提比例', en: 'Extraction ratio' }
const fields: FormField[] = [
  { key: 'ratio', kind: 'number', label, unit: { zh: 'cm²/mL', en: 'cm²/mL' }, min: 1, max: 6, isRequired: true },
  { key: 'sterile', kind: 'yes_no', label: { zh: '已灭菌', en: 'Sterile' }, isRequired: true },
  { key: 'method', kind: 'text', label: { zh: '灭菌方式', en: 'Sterilised by' }, isRequired: true, when: { key: 'sterile', is: [true] } },
]
const publish = (service: string, version: number, body: object = { fields }) =>
  orders.call(orders.manager, 'PUT', `/services/${service}/form`, body, { 'if-match': `"${version}"` })
const place = (service: string, item: object) =>
  orders.call(orders.engineer, 'POST', '/orders', {
    purpose: 'development',
    items: [{ serviceId: service, quantity: 1, sampleCount: 1, ...item }],
  })

test('a service without a form asks the general questions; the first answer to them makes them its first version', async () => {
  const service = await orders.addService(orders.provider)
  const before = (await orders.call(orders.engineer, 'GET', `/services/${service}/form`)).json()
  expect(before).toMatchObject({ version: 0, createdAt: null })
  expect((await place(service, {})).json().items[0]).toMatchObject({ form: {}, formVersion: null })
  const placed = (await place(service, { form: { sampleName: '球囊导管' } })).json()
  expect(placed.items[0]).toMatchObject({ form: { sampleName: '球囊导管' }, formVersion: 1 })
  expect((await orders.call(orders.engineer, 'GET', `/services/${service}/forms/1`)).json().fields).toEqual(before.fields)
})

test('each version is new and none ever changes; who answered keeps the questions', async () => {
  const service = await orders.addService(orders.provider)
  expect((await publish(service, 0)).json()).toMatchObject({ version: 1, fields })
  const placed = (await place(service, { form: { ratio: 3, sterile: true, method: '环氧乙烷' }, formVersion: 1 })).json()
  expect(placed.items[0].formVersion).toBe(1)
  const shorter = fields.slice(0, 1)
  expect(problemsOf(await publish(service, 0, { fields: shorter }))).toEqual(['platform.version_stale'])
  expect((await publish(service, 1, { fields: shorter })).json().version).toBe(2)
  expect((await orders.call(orders.engineer, 'GET', `/services/${service}/forms/1`)).json().fields).toEqual(fields)
  const late = await place(service, { form: { ratio: 3 }, formVersion: 1 })
  expect([late.statusCode, problemsOf(late)]).toEqual([409, ['orders.form_changed /items/0/form']])
  expect((await orders.call(orders.engineer, 'GET', `/services/${service}/forms/7`)).statusCode).toBe(404)
})

test('everything that is wrong with the answers is told at once, in words', async () => {
  const service = await orders.addService(orders.provider)
  await publish(service, 0)
  const refused = await place(service, { form: { ratio: 9, sterile: true, colour: 'red' } })
  expect([refused.statusCode, problemsOf(refused)]).toEqual([
    422,
    ['orders.form_not_asked /items/0/form/colour', 'orders.form_range /items/0/form/ratio', 'orders.form_missing /items/0/form/method'],
  ])
  expect(refused.json().problems[1].message).toBe('“浸提比例”应在 1—6 cm²/mL 范围内。请核对数值和单位。')
})

test('only its provider publishes a form, and only one that can be answered', async () => {
  const service = await orders.addService(orders.provider)
  const wrong = await publish(service, 0, { fields: [{ ...fields[2], isRequired: true }] })
  expect(problemsOf(wrong)).toEqual(['orders.field_condition /fields/0/when'])
  const other = await orders.addService(await orders.addOrganisation('provider'))
  expect(problemsOf(await publish(other, 0))).toEqual(['orders.service_missing'])
})

test('two publish the next version at once: one wins', async () => {
  const service = await orders.addService(orders.provider)
  for (let round = 0; round < 20; round += 1) {
    const replies = await Promise.all([publish(service, round), publish(service, round), publish(service, round)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412])
  }
})

test('answers that come while the first form is published keep the questions that they answer', async () => {
  for (let round = 0; round < 20; round += 1) {
    const service = await orders.addService(orders.provider)
    const [published, placed] = await Promise.all([publish(service, 0), place(service, { form: { sampleName: '导管' } })])
    const form = (await orders.call(orders.engineer, 'GET', `/services/${service}/forms/1`)).json()
    if (placed.statusCode === 201) {
      expect(published.statusCode).toBe(412)
      expect(form.fields.map(({ key }: FormField) => key)).toContain('sampleName')
    } else {
      expect(published.statusCode).toBe(200)
      expect(problemsOf(placed)).toContain('orders.form_not_asked /items/0/form/sampleName')
    }
  }
})

test('each of the 67 demo services is ordered through the API with its own form, and refused without', async () => {
  type Demo = { families: string[]; fields: FormField[] }
  const demo = Object.entries(data.services as unknown as Record<string, Demo>)
  expect(demo).toHaveLength(67)
  for (const [key, form] of demo) {
    const service = await orders.addService(orders.provider, key)
    const all = [...fieldsOfFamilies(form.families), ...form.fields]
    expect([key, (await publish(service, 0, { fields: all })).statusCode]).toEqual([key, 200])
    const refused = await place(service, { form: {} })
    expect([key, refused.statusCode]).toEqual([key, 422])
    const placed = await place(service, { form: exampleAnswers(all, '2026-11-23') })
    expect([key, placed.statusCode]).toEqual([key, 201])
  }
})
