import { createHash } from 'node:crypto'
import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getOrder } from '../sql/service-orders.ts'
import { createOrdersTest, type OrdersTest, type Person } from '../test-orders.ts'
import { promisedInAgreement } from './promised.ts'

let orders: OrdersTest
beforeAll(async () => {
  orders = await createOrdersTest()
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

const open = async () => (await orders.placed()).id
const read = async (person: Person, id: string) => (await orders.call(person, 'GET', `/orders/${id}/agreement`)).json()
const accept = async (person: Person, id: string, sha?: string) =>
  orders.call(person, 'POST', `/orders/${id}/agreement/accept`, { contentSha256: sha ?? (await read(person, id)).contentSha256 })
const change = (person: Person, id: string, body: Record<string, unknown>) =>
  orders.call(person, 'POST', `/orders/${id}/agreement/changes`, { topic: 'confidentiality', ...body })
const decide = (person: Person, id: string, number: number, path: string) =>
  orders.call(person, 'POST', `/orders/${id}/agreement/changes/${number}/${path}`)
const fiveYears = { kind: 'replace', clauseKey: '4', heading: '期限', text: '保密义务自信息提供之日起三年内有效，不因本协议终止而免除。' }

async function publish(topic: string, name: string): Promise<{ id: string; version: number; number: number }> {
  const draft = (
    await orders.call(orders.manager, 'POST', '/terms', { topic, name, clauses: [{ heading: '总则', text: '按本机构规定执行。' }] })
  ).json()
  return (await orders.call(orders.manager, 'POST', `/terms/${draft.id}/publish`, undefined, { 'if-match': '"1"' })).json()
}

test('terms are negotiated clause by clause, accepted by both as the same text, frozen and printed', async () => {
  const id = await open()
  const first = await read(orders.engineer, id)
  expect(first).toMatchObject({ state: 'open', canWrite: true, canAccept: true, hasFile: false })
  expect(first.terms.map(({ topic }: { topic: string }) => topic)).toEqual([
    'general',
    'confidentiality',
    'intellectual_property',
    'liability',
    'retention',
  ])
  const proposed = (await change(orders.engineer, id, { ...fiveYears, words: '我方标准' })).json()
  expect(proposed.changes[0]).toMatchObject({ number: 1, state: 'proposed', side: 'client', words: '我方标准' })
  expect(proposed.changes[0].difference.filter(({ kind }: { kind: string }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '五' },
    { kind: 'added', text: '三' },
  ])
  expect(codesOf(await accept(orders.manager, id))).toEqual(['orders.agreement_disputed'])
  expect(codesOf(await decide(orders.engineer, id, 1, 'accept'))).toEqual(['orders.change_decided'])
  expect((await decide(orders.manager, id, 1, 'accept')).json().terms[1]).toMatchObject({
    isChanged: true,
    clauses: [{}, {}, {}, { text: fiveYears.text }],
  })
  expect(codesOf(await accept(orders.engineer, id, first.contentSha256))).toEqual(['orders.agreement_changed'])
  await accept(orders.engineer, id)
  await change(orders.manager, id, { topic: 'liability', kind: 'add', heading: '保险', text: '双方各自投保。' })
  await decide(orders.engineer, id, 2, 'accept')
  const again = await read(orders.manager, id)
  expect(again.acceptances).toMatchObject([{ side: 'client', isCurrent: false }])
  await accept(orders.manager, id)
  expect((await orders.call(orders.engineer, 'GET', `/orders/${id}/agreement/file`)).statusCode).toBe(409)
  expect((await accept(orders.engineer, id)).json()).toMatchObject({ state: 'agreed', canWrite: false })
  for (const reply of [
    await change(orders.engineer, id, { kind: 'strike', clauseKey: '1' }),
    await decide(orders.engineer, id, 2, 'accept'),
    await accept(orders.engineer, id, again.contentSha256),
  ])
    expect(codesOf(reply)).toEqual(['orders.agreement_frozen'])
  await orders.settle()
  const frozen = await read(orders.engineer, id)
  expect(frozen).toMatchObject({ hasFile: true })
  const { rows } = await orders.pool.query('select content, content_sha256 from orders.agreement where order_id = $1', [id])
  expect(createHash('sha256').update(rows[0].content).digest('hex')).toBe(frozen.contentSha256)
  expect(rows[0].content_sha256).toBe(frozen.contentSha256)
  const file = await orders.call(orders.manager, 'GET', `/orders/${id}/agreement/file`)
  expect([file.headers['content-type'], file.rawPayload.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-'])
  expect(file.headers['content-disposition']).toContain('attachment')
})

test('only both parties read it and take its file', async () => {
  const id = await open()
  const stranger = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_manager')
  for (const person of [stranger, orders.ruler])
    for (const path of ['agreement', 'agreement/file']) {
      const reply = await orders.call(person, 'GET', `/orders/${id}/${path}`)
      expect([reply.statusCode, codesOf(reply)]).toEqual([404, ['orders.order_missing']])
    }
  expect(codesOf(await change(stranger, id, fiveYears))).toEqual(['orders.order_missing'])
})

test('what is published is never edited; a revision is another version, and orders keep theirs', async () => {
  const terms = await publish('liability', '本所责任条款')
  const write = { name: '改', clauses: [{ heading: '一', text: '二' }] }
  const put = (id: string, version: number) => orders.call(orders.manager, 'PUT', `/terms/${id}`, write, { 'if-match': `"${version}"` })
  expect(codesOf(await put(terms.id, terms.version))).toEqual(['orders.terms_published'])
  const post = (id: string, path: string, version = 2) =>
    orders.call(orders.manager, 'POST', `/terms/${id}/${path}`, undefined, { 'if-match': `"${version}"` })
  await post(terms.id, 'default')
  const id = await open()
  const second = (await post(terms.id, 'revise')).json()
  expect(second).toMatchObject({ number: 2, state: 'draft' })
  expect(codesOf(await post(terms.id, 'revise'))).toEqual(['orders.terms_drafted'])
  expect((await put(second.id, 1)).json()).toMatchObject({ name: '改', version: 2 })
  expect((await put(second.id, 1)).statusCode).toBe(412)
  expect((await post(second.id, 'publish')).json()).toMatchObject({ state: 'published', isDefault: true })
  const liabilityOf = async (orderId: string) =>
    (await read(orders.engineer, orderId)).terms.find(({ topic }: { topic: string }) => topic === 'liability')
  expect(await liabilityOf(id)).toMatchObject({ termsId: terms.id, number: 1 })
  expect(await liabilityOf(await open())).toMatchObject({ termsId: second.id, number: 2 })
  await post(second.id, 'retire', 3)
  expect(await liabilityOf(await open())).toMatchObject({ name: '责任条款（通用）' })
  const other = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_manager')
  expect((await orders.call(other, 'GET', `/terms/${terms.id}`)).statusCode).toBe(404)
  const general = (await orders.call(other, 'GET', '/terms?topic=general')).json().items[0]
  expect(codesOf(await orders.call(orders.manager, 'POST', `/terms/${general.id}/retire`, undefined, { 'if-match': '"1"' }))).toEqual([
    'orders.terms_missing',
  ])
  expect(codesOf(await orders.call(orders.ruler, 'POST', `/terms/${general.id}/retire`, undefined, { 'if-match': '"1"' }))).toEqual([
    'orders.terms_needed',
  ])
})

test('the provider chooses terms for an order until changes of them are on the table', async () => {
  const own = await publish('confidentiality', '本所保密条款')
  const id = await open()
  const choose = (termsIds: string[], version: number, person = orders.manager) =>
    orders.call(person, 'PUT', `/orders/${id}/agreement/terms`, { termsIds }, { 'if-match': `"${version}"` })
  expect((await choose([own.id], 1)).json().terms[1]).toMatchObject({ name: '本所保密条款' })
  expect((await choose([own.id], 1)).statusCode).toBe(412)
  expect(codesOf(await choose([id], 2))).toEqual(['orders.terms_missing'])
  await change(orders.engineer, id, { kind: 'strike', clauseKey: '1' })
  const platform = (await orders.call(orders.manager, 'GET', '/terms?topic=confidentiality')).json().items
  const generalId = platform.find(({ isPlatform }: { isPlatform: boolean }) => isPlatform).id
  expect(codesOf(await choose([generalId], 2))).toEqual(['orders.terms_negotiated'])
  const put = (person: Person, version: number) =>
    orders.call(
      person,
      'PUT',
      `/orders/${id}/agreement/particulars`,
      { sampleName: '导管', storage: 'cold', model: '' },
      { 'if-match': `"${version}"` },
    )
  expect((await put(orders.engineer, 2)).json().particulars).toEqual({ sampleName: '导管', storage: 'cold' })
  expect((await put(orders.manager, 2)).statusCode).toBe(412)
})

test('one proposal for a clause at a time; both accepting at once freezes one text once', async () => {
  for (let round = 0; round < 20; round += 1) {
    const id = await open()
    const [mine, theirs] = await Promise.all([change(orders.engineer, id, fiveYears), change(orders.manager, id, fiveYears)])
    expect([mine.statusCode, theirs.statusCode].sort()).toEqual([200, 409])
    const by = mine.statusCode === 200 ? [orders.manager, orders.engineer] : [orders.engineer, orders.manager]
    const answers = await Promise.all([decide(by[0] as Person, id, 1, 'accept'), decide(by[1] as Person, id, 1, 'withdraw')])
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    const both = await Promise.all([accept(orders.engineer, id), accept(orders.manager, id)])
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(await read(orders.engineer, id)).toMatchObject({ state: 'agreed', acceptances: [{ isCurrent: true }, { isCurrent: true }] })
  }
})

test('a quote comes with terms that are fixed when it is offered; its order begins with them', async () => {
  const own = await publish('retention', '本所留样条款')
  const enquiry = (
    await orders.call(orders.engineer, 'POST', '/enquiries', {
      kind: 'need',
      title: '导管细胞毒性',
      purpose: 'development',
      items: [{ name: '细胞毒性', quantity: 1, sampleCount: 0 }],
      providerIds: [orders.provider],
    })
  ).json()
  const offer = (termsIds: string[]) =>
    orders.call(orders.manager, 'POST', `/enquiries/${enquiry.id}/quotes`, {
      validDay: '2026-12-23',
      turnaroundDays: 5,
      needsSamples: false,
      termsIds,
      expectedRevision: 0,
      lines: [{ kind: 'test', name: '细胞毒性', quantity: 1, unit: 'item', unitPrice: '900.00' }],
    })
  expect(codesOf(await offer([own.id, enquiry.id]))).toEqual(['orders.terms_missing'])
  const quote = (await offer([own.id])).json().quotes[0]
  const termsOf = async (person: Person) => (await orders.call(person, 'GET', `/quotes/${quote.id}/terms`)).json().items
  expect((await termsOf(orders.engineer)).map(({ name }: { name: string }) => name)).toEqual([
    '委托检测通用条款',
    '保密条款（通用）',
    '知识产权条款（通用）',
    '责任条款（通用）',
    '本所留样条款',
  ])
  // With how many others agreed on them is the provider's own business.
  for (const terms of await termsOf(orders.engineer)) expect(terms).not.toHaveProperty('orderCount')
  const stranger = await orders.addPerson(await orders.addOrganisation('enterprise'), 'enterprise', 'engineer')
  expect((await orders.call(stranger, 'GET', `/quotes/${quote.id}/terms`)).statusCode).toBe(404)
  await orders.call(orders.manager, 'POST', `/terms/${own.id}/retire`, undefined, { 'if-match': '"2"' })
  const order = (await orders.call(orders.engineer, 'POST', `/quotes/${quote.id}/accept`, {})).json()
  expect((await read(orders.engineer, order.id)).terms[4]).toMatchObject({ name: '本所留样条款' })
})

test('samples and work wait for both acceptances once somebody has begun; terms that nobody touched hold as offered', async () => {
  const acceptedOrder = async (): Promise<string> => {
    const { id } = await orders.placed(orders.engineer, { items: [{ serviceId: orders.service, quantity: 1, sampleCount: 0 }] })
    await orders.act(orders.manager, id, 'accept')
    return id
  }
  const untouched = await acceptedOrder()
  expect((await orders.act(orders.staff, untouched, 'begin')).statusCode).toBe(200)
  const id = await acceptedOrder()
  await accept(orders.engineer, id)
  for (const path of ['receive', 'begin']) expect(codesOf(await orders.act(orders.staff, id, path))).toEqual(['orders.agreement_open'])
  await accept(orders.manager, id)
  expect((await orders.act(orders.staff, id, 'begin')).statusCode).toBe(200)
})

test('work of a kind or a service that asks for it waits until both have accepted, from every side of the door; what stood before keeps its rule', async () => {
  const before = await orders.placed(orders.engineer, { items: [{ serviceId: orders.service, quantity: 1, sampleCount: 0 }] })
  const set = (body: object, version: number) => orders.call(orders.manager, 'PUT', '/agreement-rule', body, { 'if-match': `"${version}"` })
  expect((await set({ byKind: {}, byService: { [orders.service]: true } }, 0)).json()).toMatchObject({
    version: 1,
    services: expect.arrayContaining([expect.objectContaining({ id: orders.service, isNeeded: true, isOwn: true })]),
  })
  expect((await set({ byKind: {}, byService: {} }, 0)).statusCode).toBe(412)
  expect(codesOf(await set({ byKind: {}, byService: { [newId()]: true } }, 1))).toEqual(['orders.service_missing'])
  await orders.act(orders.manager, before.id, 'accept')
  expect((await orders.act(orders.staff, before.id, 'begin')).statusCode).toBe(200)

  const { id } = await orders.placed(orders.engineer, { items: [{ serviceId: orders.service, quantity: 1, sampleCount: 0 }] })
  expect((await orders.act(orders.manager, id, 'accept')).json()).toMatchObject({ needsAgreement: true })
  // Given up later, the rule still holds for the order that began with it.
  expect((await set({ byKind: {}, byService: {} }, 1)).statusCode).toBe(200)
  for (const path of ['receive', 'begin']) expect(codesOf(await orders.act(orders.staff, id, path))).toEqual(['orders.agreement_needed'])
  await orders.act(orders.staff, id, 'pause', { reason: '等资料' })
  expect((await orders.act(orders.staff, id, 'resume')).statusCode).toBe(200)
  await accept(orders.engineer, id)
  expect(codesOf(await orders.act(orders.staff, id, 'begin'))).toEqual(['orders.agreement_needed'])
  await accept(orders.manager, id)
  expect((await orders.act(orders.staff, id, 'begin')).statusCode).toBe(200)
})

test('a length of time is a figure that both negotiate: its words name it, and samples are kept as long as was agreed', async () => {
  const { id } = await orders.placed()
  await orders.act(orders.manager, id, 'accept')
  const propose = (body: object) => orders.call(orders.engineer, 'POST', `/orders/${id}/agreement/changes`, { topic: 'retention', ...body })
  const wanted = { kind: 'replace', clauseKey: '1', heading: '留样', text: '剩余样品保存{期限}。' }
  expect(codesOf(await propose(wanted))).toEqual(['orders.figure_unnamed'])
  const figure = { kind: 'samples', amount: 6, unit: 'month' }
  expect(codesOf(await propose({ ...wanted, text: '剩余样品保存半年。', figure }))).toEqual(['orders.figure_unnamed'])
  const proposed = (await propose({ ...wanted, figure })).json()
  const worded = (proposed.changes[0].difference as { kind: string; text: string }[]).filter(({ kind }) => kind !== 'removed')
  expect(worded.map(({ text }) => text).join('')).toBe('剩余样品保存 6 个月。')
  await orders.call(orders.manager, 'POST', `/orders/${id}/agreement/changes/1/accept`)
  await accept(orders.engineer, id)
  await accept(orders.manager, id)
  const { rows } = await orders.pool.query(`select content from orders.agreement where order_id = $1`, [id])
  const retention = JSON.parse(rows[0].content).terms.find(({ topic }: { topic: string }) => topic === 'retention')
  expect(retention.clauses.map((clause: { figure?: object }) => clause.figure)).toEqual([
    figure,
    undefined,
    { kind: 'records', amount: 6, unit: 'year' },
  ])
  const order = await getOrder(orders.db, id)
  expect(await promisedInAgreement(orders.db, order, 'samples', '2026-11-23')).toBe('2027-05-23')
  expect(await promisedInAgreement(orders.db, order, 'records', '2026-11-23')).toBe('2032-11-23')
})
