import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEnquiryTest } from '../test-enquiries.ts'
import { createOrdersTest, NOW, type OrdersTest } from '../test-orders.ts'

let orders: OrdersTest
let enquiries: Awaited<ReturnType<typeof createEnquiryTest>>
beforeAll(async () => {
  orders = await createOrdersTest()
  enquiries = await createEnquiryTest(orders)
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

test('a need goes to chosen providers, who quote side by side, and one quote becomes the order', async () => {
  const enquiry = await enquiries.placed({ deadlineDay: '2026-12-31' })
  expect(enquiry).toMatchObject({ state: 'open', side: 'client', acts: ['withdraw', 'ask_more'], openUntil: '2026-12-07T10:00:00.000Z' })
  expect(enquiry.asked.map(({ state, answerUntil }) => [state, answerUntil])).toEqual([
    ['asked', '2026-11-25T10:00:00.000Z'],
    ['asked', '2026-11-25T10:00:00.000Z'],
  ])
  const inbox = (await orders.call(orders.manager, 'GET', '/enquiry-inbox')).json()
  expect(inbox.items.map(({ id }: { id: string }) => id)).toContain(enquiry.id)

  const dear = await enquiries.quoted(orders.manager, enquiry, '1500.00')
  await enquiries.quoted(orders.manager, enquiry, '1300.00', { expectedRevision: 1, turnaroundDays: 6 })
  const cheap = await enquiries.quoted(enquiries.second, enquiry, '1100.00', {
    turnaroundDays: 12,
    lines: [enquiries.line(enquiry, '1200.00'), { kind: 'discount', name: '新客优惠', quantity: 1, unit: '次', unitPrice: '-100.00' }],
  })
  const compared = (await orders.call(orders.engineer, 'GET', `/enquiries/${enquiry.id}/comparison`)).json()
  expect(compared.columns.map(({ quote }: { quote: { total: string } }) => quote.total).sort()).toEqual(['1100.00', '1300.00'])
  expect(compared.marks.map(({ row }: { row: string }) => row)).toEqual(['total', 'report_day'])
  expect(compared.extras.sort()).toEqual(['-100.00', '0.00'])

  expect(codesOf(await orders.call(orders.engineer, 'POST', `/quotes/${dear}/accept`, {}))).toEqual(['orders.quote_superseded'])
  const order = await enquiries.accept(orders.engineer, cheap)
  expect(order).toMatchObject({ state: 'accepted', total: '1100.00', turnaroundDays: 12, enquiryId: enquiry.id, quoteId: cheap })
  expect(order.items.map(({ sampleCount, method }) => [sampleCount, method])).toEqual([
    [2, ''],
    [0, ''],
  ])
  const after = await enquiries.read(orders.engineer, enquiry.id)
  expect(after).toMatchObject({ state: 'awarded', orderId: order.id, acts: [] })
  expect(Object.fromEntries(after.asked.map(({ providerId, state }) => [providerId, state]))).toEqual({
    [orders.provider]: 'lost',
    [enquiries.secondId]: 'won',
  })
  await orders.settle()
  const { rows } = await orders.pool.query(`select kind from platform.notice where person_id = $1 order by id`, [orders.manager.id])
  expect(rows.map(({ kind }) => kind)).toContain('orders.quote_lost')
})

test('another organisation’s enquiry, quote and inbox answer like unknown ones; a provider sees only its own part', async () => {
  const enquiry = await enquiries.placed()
  const quoteId = await enquiries.quoted(orders.manager, enquiry, '900.00')
  const stranger = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_manager')
  const rival = await orders.addPerson(await orders.addOrganisation('enterprise'), 'enterprise', 'engineer')
  for (const person of [stranger, rival]) {
    expect((await orders.call(person, 'GET', `/enquiries/${enquiry.id}`)).statusCode).toBe(404)
    expect((await orders.call(person, 'GET', `/enquiries/${enquiry.id}/comparison`)).statusCode).toBe(404)
    expect((await orders.call(person, 'POST', `/quotes/${quoteId}/accept`, {})).statusCode).toBe(404)
    expect((await orders.call(person, 'POST', `/quotes/${quoteId}/withdraw`, { reason: 'no_capacity' })).statusCode).toBe(404)
  }
  expect((await orders.call(stranger, 'POST', `/enquiries/${enquiry.id}/decline`, { reason: 'no_capacity' })).statusCode).toBe(404)
  const seen = await enquiries.read(enquiries.second, enquiry.id)
  expect(seen.asked).toHaveLength(1)
  expect(seen.quotes).toEqual([])
})

test('a sealed client stays hidden until its quote is accepted', async () => {
  const enquiry = await enquiries.placed({ confidentiality: 'sealed', title: '匿名询价' })
  const hidden = await enquiries.read(orders.manager, enquiry.id)
  expect(hidden).toMatchObject({ organisationName: null, personName: null })
  expect(JSON.stringify(hidden)).not.toContain('澜心')
  const inbox = await orders.call(orders.manager, 'GET', '/enquiry-inbox')
  const own = inbox.json().items.find(({ id }: { id: string }) => id === enquiry.id)
  expect(own.organisationName).toBeNull()
  const threadId = hidden.asked[0]?.threadId
  await enquiries.send(orders.engineer, 'POST', `/threads/${enquiry.asked[0]?.threadId}/messages`, { body: '请问周期？' })
  const messages = await orders.call(orders.manager, 'GET', `/threads/${threadId}/messages`)
  expect(messages.body).not.toContain('澜心')
  expect(messages.json().items[0]).toMatchObject({ side: 'client', personName: null, organisationName: null, body: '请问周期？' })
  const notices = await orders.pool.query(`select texts from platform.notice where person_id = $1 and texts::text like '%匿名询价%'`, [
    orders.manager.id,
  ])
  expect(JSON.stringify(notices.rows)).not.toContain('澜心')
  await enquiries.accept(orders.engineer, await enquiries.quoted(orders.manager, enquiry, '800.00'))
  expect(await enquiries.read(orders.manager, enquiry.id)).toMatchObject({ organisationName: '澜心医疗科技（上海）有限公司' })
  expect(await enquiries.read(enquiries.second, enquiry.id)).toMatchObject({ organisationName: null, orderId: null, state: 'awarded' })
})

test('what cannot be asked or quoted is refused with all reasons', async () => {
  const nobody = await orders.call(orders.engineer, 'POST', '/enquiries', {
    kind: 'need',
    title: '没人会做',
    purpose: 'other',
    items: [{ name: '不存在的检测项', quantity: 1, sampleCount: 0 }],
    isToFitting: true,
  })
  expect([nobody.statusCode, codesOf(nobody)]).toEqual([422, ['orders.nobody_fits']])
  const wrong = await orders.call(orders.engineer, 'POST', '/enquiries', {
    kind: 'service',
    award: 'first',
    title: '都不对',
    purpose: 'other',
    deadlineDay: '2026-11-01',
    items: [{ name: 'x', quantity: 1, sampleCount: 0 }],
    providerIds: [orders.provider],
  })
  expect(codesOf(wrong)).toEqual(['orders.offer_needed', 'orders.deadline_past', 'orders.service_missing'])
  const enquiry = await enquiries.placed()
  const quote = await orders.call(orders.manager, 'POST', `/enquiries/${enquiry.id}/quotes`, {
    ...enquiries.offer(enquiry, '-5.00'),
    validDay: '2026-11-01',
  })
  expect(codesOf(quote)).toEqual(['orders.line_sign', 'orders.validity'])
  const taken = await orders.call(orders.manager, 'POST', `/enquiries/${enquiry.id}/take`, { turnaroundDays: 3, expectedOffered: '1.00' })
  expect(codesOf(taken)).toEqual(['orders.not_offered'])
  const silent = await orders.call(orders.manager, 'POST', `/enquiries/${enquiry.id}/decline`, { reason: 'other' })
  expect(codesOf(silent)).toEqual(['orders.decline_words_missing'])
})

test('all fitting providers are asked by service, standard and words, and never the asker', async () => {
  const own = await orders.addPerson(enquiries.secondId, 'provider', 'lab_manager')
  const { items } = await enquiries.send<{ items: { providerId: string; services: { reason: string }[] }[] }>(
    own,
    'POST',
    '/enquiry-fits',
    {
      items: [{ serviceId: orders.service, name: '细胞毒性' }],
    },
  )
  expect(items.map(({ providerId }) => providerId)).toEqual([orders.provider])
  expect(items[0]?.services[0]?.reason).toBe('service')
  const enquiry = await enquiries.placed({ providerIds: [], isToFitting: true, items: [{ name: '细胞毒性', quantity: 1, sampleCount: 1 }] })
  expect(new Set(enquiry.asked.map(({ providerId }) => providerId))).toEqual(new Set([orders.provider, enquiries.secondId]))
  const more = await orders.addOrganisation('provider')
  const asked = await enquiries.send(orders.engineer, 'POST', `/enquiries/${enquiry.id}/providers`, {
    providerIds: [more, orders.provider],
  })
  expect(asked.asked).toHaveLength(3)
})

test('withdrawing ends quotes and closes who was asked', async () => {
  const enquiry = await enquiries.placed()
  await enquiries.quoted(orders.manager, enquiry, '900.00')
  const ended = await enquiries.send(orders.engineer, 'POST', `/enquiries/${enquiry.id}/withdraw`)
  expect(ended).toMatchObject({ state: 'withdrawn', acts: [] })
  expect(ended.quotes[0]?.state).toBe('declined')
  expect(ended.asked.map(({ state }) => state)).toEqual(['closed', 'closed'])
  expect(codesOf(await orders.call(enquiries.second, 'POST', `/enquiries/${enquiry.id}/quotes`, enquiries.offer(enquiry, '1.00')))).toEqual(
    ['orders.enquiry_ended'],
  )
})

test('the answer clock reminds, brings to the operator, counts, and the enquiry lapses at its end', async () => {
  orders.setNow('2026-11-30T02:00:00Z')
  const enquiry = await enquiries.placed({ openDays: 3 })
  const kinds = async (personId: string) =>
    (
      await orders.pool.query(
        `select kind from platform.notice where person_id = $1 and texts::text like '%' || $2 || '%' order by created_at, id`,
        [personId, enquiry.number],
      )
    ).rows.map(({ kind }) => kind)
  await enquiries.send(enquiries.second, 'POST', `/enquiries/${enquiry.id}/decline`, { reason: 'no_capacity' })
  orders.setNow('2026-12-02T00:59:00Z')
  await orders.runJob('orders.sweep_enquiries')
  expect(await kinds(orders.manager.id)).toEqual(['orders.enquiry_received'])
  orders.setNow('2026-12-02T01:00:00Z')
  await Promise.all([orders.runJob('orders.sweep_enquiries'), orders.runJob('orders.sweep_enquiries')])
  expect(await kinds(orders.manager.id)).toEqual(['orders.enquiry_received', 'orders.answer_due'])
  orders.setNow('2026-12-02T10:00:01Z')
  await Promise.all([orders.runJob('orders.sweep_enquiries'), orders.runJob('orders.sweep_enquiries')])
  expect(await kinds(orders.manager.id)).toEqual(['orders.enquiry_received', 'orders.answer_due', 'orders.answer_overdue'])
  expect(await kinds(orders.ruler.id)).toEqual(['orders.answer_overdue_operator'])
  const overdue = (await orders.call(orders.ruler, 'GET', '/overdue-enquiries')).json().items
  expect(overdue.find(({ enquiryId }: { enquiryId: string }) => enquiryId === enquiry.id)).toMatchObject({
    providerId: orders.provider,
    otherAnswers: 1,
  })
  const remind = () => orders.call(orders.ruler, 'POST', `/overdue-enquiries/${enquiry.id}/providers/${orders.provider}/remind`)
  expect((await remind()).statusCode).toBe(200)
  expect(await kinds(orders.manager.id)).toContain('orders.operator_reminds')
  const counts = (await orders.call(orders.manager, 'GET', '/enquiry-inbox/counts')).json()
  expect(counts.facts.answers.of - counts.facts.answers.inTime).toBeGreaterThan(0)
  expect(counts.late).toBeGreaterThan(0)

  const quoteId = await enquiries.quoted(orders.manager, enquiry, '500.00', { validDay: '2026-12-04' })
  expect((await remind()).statusCode).toBe(409)
  orders.setNow('2026-12-03T10:00:01Z')
  await orders.runJob('orders.sweep_enquiries')
  expect(await enquiries.read(orders.engineer, enquiry.id)).toMatchObject({ state: 'open', acts: ['withdraw', 'accept'] })
  orders.setNow('2026-12-04T16:00:00Z')
  await Promise.all([orders.runJob('orders.sweep_enquiries'), orders.runJob('orders.sweep_enquiries')])
  expect(await enquiries.read(orders.engineer, enquiry.id)).toMatchObject({ state: 'lapsed' })
  expect(codesOf(await orders.call(orders.engineer, 'POST', `/quotes/${quoteId}/accept`, {}))).toEqual(['orders.quote_lapsed'])
  orders.setNow(NOW)
})

test('a choice above the person’s limit waits for the approvers; refused, the enquiry is open again as if nothing had been chosen', async () => {
  const owner = await orders.addPerson(orders.enterprise, 'enterprise', 'owner')
  const policy = {
    limits: [{ personId: orders.engineer.id, role: null, order: '1000.00', month: null }],
    steps: [{ personId: owner.id, role: null, upTo: null }],
  }
  const set = await orders.call(owner, 'PUT', '/spending', policy, { 'if-match': '"0"' })
  expect(set.statusCode, set.body).toBe(200)
  const above = await orders.call(orders.engineer, 'POST', '/enquiries', {
    kind: 'need',
    award: 'first',
    offered: '5000.00',
    title: '超额',
    purpose: 'other',
    items: [{ name: '溶血', quantity: 1, sampleCount: 1 }],
    providerIds: [orders.provider],
  })
  expect(codesOf(above)).toEqual(['orders.offer_above_limit'])

  const enquiry = await enquiries.placed({ title: '须先批准' })
  const dear = await enquiries.quoted(orders.manager, enquiry, '9000.00')
  const cheap = await enquiries.quoted(enquiries.second, enquiry, '8000.00')
  const waiting = await enquiries.accept(orders.engineer, dear)
  expect(waiting.state).toBe('awaiting_approval')
  expect(await enquiries.read(orders.engineer, enquiry.id)).toMatchObject({ state: 'deciding', acts: [], orderId: waiting.id })
  const seen = await enquiries.read(orders.manager, enquiry.id)
  expect([seen.state, seen.orderId, seen.quotes[0]?.state, seen.asked[0]?.state]).toEqual(['open', null, 'offered', 'quoted'])
  expect(codesOf(await orders.call(orders.manager, 'POST', `/quotes/${dear}/withdraw`, { reason: 'no_capacity' }))).toEqual([
    'orders.enquiry_deciding',
  ])
  expect(codesOf(await orders.call(orders.engineer, 'POST', `/quotes/${cheap}/accept`, {}))).toEqual(['orders.enquiry_deciding'])
  const refused = await orders.act(owner, waiting.id, 'refuse-purchase', { position: 1, words: '请选便宜的' })
  expect(refused.statusCode, refused.body).toBe(200)
  expect(await enquiries.read(orders.engineer, enquiry.id)).toMatchObject({
    state: 'open',
    orderId: null,
    acts: ['withdraw', 'ask_more', 'accept'],
  })

  const again = await enquiries.accept(orders.engineer, cheap)
  const approved = await orders.act(owner, again.id, 'approve-purchase', { position: 1 })
  expect(approved.statusCode, approved.body).toBe(200)
  expect(await enquiries.read(orders.manager, enquiry.id)).toMatchObject({ state: 'awarded', asked: [{ state: 'lost' }] })
  expect(await enquiries.read(enquiries.second, enquiry.id)).toMatchObject({ orderId: again.id, asked: [{ state: 'won' }] })
  await orders.settle()
  const { rows } = await orders.pool.query(
    `select kind from platform.notice where person_id = $1 and texts::text like '%须先批准%' order by created_at, id`,
    [orders.manager.id],
  )
  expect(rows.map(({ kind }) => kind)).toContain('orders.quote_lost')
  await orders.pool.query('delete from orders.spending_limit')
})
