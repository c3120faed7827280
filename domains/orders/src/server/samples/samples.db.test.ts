import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrdersTest, type OrdersTest, type Person } from '../test-orders.ts'

let orders: OrdersTest
let colleague: Person
beforeAll(async () => {
  orders = await createOrdersTest()
  colleague = await orders.addPerson(orders.provider, 'provider', 'lab_staff')
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)
const bar = { name: '封堵器', spec: 'ASD-12', batch: '2611A', quantity: '10', unit: '件', storage: 'cold', rest: 'dispose' }
const post = (person: Person, url: string, body: object = {}) => orders.call(person, 'POST', url, body)

/** An accepted order with `count` declared samples. */
async function accepted(count = 2, more: object = {}) {
  const { id } = await orders.placed()
  await orders.act(orders.manager, id, 'accept')
  const samples = Array.from({ length: count }, () => ({ description: { ...bar, ...more } }))
  const reply = await post(orders.engineer, `/orders/${id}/samples`, { samples })
  expect([reply.statusCode, reply.body.slice(0, 300)]).toEqual([200, expect.anything()])
  return { id, samples: reply.json().items as { id: string; number: string; code: string; version: number }[] }
}

/** As `accepted`, and the staff has received them. */
async function received(count = 1, more: object = {}) {
  const order = await accepted(count, more)
  const items = order.samples.map(({ id }) => ({ sampleId: id, condition: 'intact', celsius: 4.6 }))
  expect((await post(orders.staff, `/orders/${order.id}/receipts`, { items })).statusCode).toBe(200)
  return { ...order, first: order.samples[0]?.id ?? '' }
}

async function upload(person: Person, orderId: string): Promise<string> {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const boundary = 'proof'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="proof.png"\r\ncontent-type: image/png\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), png, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const reply = await orders.app.inject({
    method: 'POST',
    url: `/api/v1/orders/orders/${orderId}/sample-files`,
    headers: { 'x-person': person.id, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
  expect(reply.statusCode).toBe(201)
  return reply.json().fileId
}

test('from declaration to receipt: numbers, labels, parcel, condition with photo, and the order is received only with all samples', async () => {
  const { id, samples } = await accepted()
  expect(samples.map(({ number }) => number)).toEqual(['S1', 'S2'])
  expect(samples[0]?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
  const labels = (await orders.call(orders.engineer, 'GET', `/orders/${id}/sample-labels`)).json()
  expect(labels.items[0]).toMatchObject({ number: 'S1', url: `http://localhost:4000/s/${samples[0]?.code}` })
  expect(labels.items[0].qrSvg).toContain('<svg')
  const pdf = await orders.call(orders.engineer, 'GET', `/orders/${id}/sample-labels.pdf`)
  expect([pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-'])
  const found = await orders.call(
    orders.staff,
    'GET',
    `/sample-codes/${encodeURIComponent(`http://localhost:4000/s/${samples[0]?.code?.toLowerCase()}`)}`,
  )
  expect(found.json()).toEqual({ id: samples[0]?.id, orderId: id })

  const sampleIds = samples.map((sample) => sample.id)
  const sent = await post(orders.engineer, `/orders/${id}/parcels`, {
    sampleIds,
    carrier: '顺达冷链',
    trackingNumber: 'SD7702145890',
    celsius: 4,
  })
  expect(sent.json().items.map(({ state }: { state: string }) => state)).toEqual(['sent', 'sent'])
  expect(codesOf(await orders.act(orders.staff, id, 'receive'))).toEqual(['orders.samples_undecided'])
  expect(codesOf(await orders.act(orders.staff, id, 'begin'))).toEqual(['orders.samples_undecided'])

  const photo = await upload(orders.staff, id)
  const unsaid = { items: [{ sampleId: sampleIds[0], condition: 'damaged' }] }
  expect(codesOf(await post(orders.staff, `/orders/${id}/receipts`, unsaid))).toEqual(['orders.sample_condition_unsaid'])
  const half = await post(orders.staff, `/orders/${id}/receipts`, {
    items: [{ sampleId: sampleIds[0], condition: 'intact', celsius: 4.6, fileIds: [photo] }],
  })
  expect(half.json().items[0]).toMatchObject({
    state: 'received',
    condition: 'intact',
    arrivalCelsius: 4.6,
    holder: { id: orders.staff.id },
  })
  expect(codesOf(await orders.act(orders.staff, id, 'receive'))).toEqual(['orders.samples_undecided'])
  const whole = await post(orders.staff, `/orders/${id}/receipts`, {
    items: [{ sampleId: sampleIds[1], condition: 'temperature', celsius: 9.1, words: '冰袋已化' }],
    receivesOrder: true,
  })
  expect(whole.json().items[1]).toMatchObject({ state: 'received', orderState: 'received' })
  const event = half.json().events.find(({ kind }: { kind: string }) => kind === 'received')
  expect(event).toMatchObject({ from: '顺达冷链', celsius: 4.6, trackingNumber: 'SD7702145890', files: [{ fileId: photo, isImage: true }] })
  const file = (url: string, person: Person) =>
    orders.app.inject({ method: 'GET', url, headers: { 'x-person': person.id } }).then(({ statusCode }) => statusCode)
  expect(await file(event.files[0].url, orders.engineer)).toBe(200)
  expect(await file(`/api/v1/orders/samples/${sampleIds[1]}/files/${photo}`, orders.engineer)).toBe(404)
})

test('a refused sample pauses the order; the client sends another, and only then it is received', async () => {
  const { id, samples } = await accepted()
  const [one, two] = samples
  const items = [
    { sampleId: one?.id, condition: 'intact' },
    { sampleId: two?.id, condition: 'damaged', refusal: '内包装破损，已受潮' },
  ]
  const reply = await post(orders.staff, `/orders/${id}/receipts`, { items, pausesOrder: true, impact: '报告顺延' })
  expect(reply.json()).toMatchObject({
    items: [{ state: 'received' }, { state: 'refused', orderState: 'paused', refusal: '内包装破损，已受潮' }],
    deviations: [{ kind: 'sample_refused', sampleNumber: 'S2', needsDecision: true, decision: null }],
  })
  await orders.act(orders.staff, id, 'resume')
  expect(codesOf(await orders.act(orders.staff, id, 'receive'))).toEqual(['orders.samples_undecided'])
  const deviation = reply.json().deviations[0].id
  expect(codesOf(await post(orders.staff, `/deviations/${deviation}/decide`, { decision: 'go_on' }))).toEqual(['orders.deviation_missing'])
  expect((await post(orders.engineer, `/deviations/${deviation}/decide`, { decision: 'replace' })).json()).toMatchObject({
    decision: 'replace',
  })
  expect(codesOf(await post(orders.engineer, `/deviations/${deviation}/decide`, { decision: 'stop' }))).toEqual([
    'orders.deviation_decided',
  ])
  // Decided, but the other sample is not declared yet, and then not there yet.
  expect(codesOf(await orders.act(orders.staff, id, 'receive'))).toEqual(['orders.samples_undecided'])
  const again = await post(orders.engineer, `/orders/${id}/samples`, { samples: [{ description: bar, replacesId: two?.id }] })
  const third = again.json().items[2]
  expect(third).toMatchObject({ number: 'S3', replacesId: two?.id })
  expect(codesOf(await orders.act(orders.staff, id, 'receive'))).toEqual(['orders.samples_undecided'])
  await post(orders.staff, `/orders/${id}/receipts`, { items: [{ sampleId: third.id, condition: 'intact' }] })
  expect((await orders.act(orders.staff, id, 'receive')).json()).toMatchObject({ state: 'received' })
  await orders.settle()
  const { rows } = await orders.pool.query(`select kind from platform.notice where person_id = $1 and kind like 'orders.%' order by kind`, [
    orders.engineer.id,
  ])
  expect(rows.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['orders.deviation_opened', 'orders.samples_due', 'orders.samples_received']),
  )
})

test('from hand to hand: who holds it offers, the other confirms or refuses, nobody else touches it', async () => {
  const { first, id } = await received()
  const offer = (person: Person, toPersonId: string) => post(person, `/samples/${first}/handovers`, { toPersonId })
  expect(codesOf(await offer(colleague, orders.staff.id))).toEqual(['orders.sample_not_holder'])
  expect(codesOf(await offer(orders.staff, orders.engineer.id))).toEqual(['orders.handler_missing'])
  expect(codesOf(await offer(orders.staff, orders.staff.id))).toEqual(['orders.handover_to_self'])
  const offered = (await offer(orders.staff, colleague.id)).json().sample
  expect(offered.offer).toMatchObject({ from: { id: orders.staff.id }, to: { id: colleague.id } })
  expect(codesOf(await offer(orders.staff, orders.manager.id))).toEqual(['orders.sample_offered'])
  expect(codesOf(await post(orders.manager, `/sample-handovers/${offered.offer.id}/confirm`))).toEqual(['orders.handover_missing'])
  await post(colleague, `/sample-handovers/${offered.offer.id}/refuse`, { words: '标签不清' })
  expect(codesOf(await post(colleague, `/sample-handovers/${offered.offer.id}/confirm`))).toEqual(['orders.handover_missing'])
  const again = (await offer(orders.staff, colleague.id)).json().sample.offer.id
  expect((await post(colleague, `/sample-handovers/${again}/confirm`, { words: '外观完好' })).json().sample.holder.id).toBe(colleague.id)
  expect(codesOf(await post(orders.staff, `/samples/${first}/uses`, { quantity: '1', words: '试做' }))).toEqual([
    'orders.sample_not_holder',
  ])
  const taken = await post(orders.manager, `/samples/${first}/take-over`, { words: '保管人休假' })
  expect(taken.json().sample.holder.id).toBe(orders.manager.id)
  const history = taken.json().events.map(({ kind }: { kind: string }) => kind)
  expect(history).toEqual(['declared', 'received', 'offered', 'offer_refused', 'offered', 'handed_over', 'taken_over'])
  const stranger = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_manager')
  for (const url of [`/samples/${first}`, `/orders/${id}/samples`, `/orders/${id}/sample-labels`])
    expect((await orders.call(stranger, 'GET', url)).statusCode).toBe(404)
  expect(codesOf(await post(stranger, `/samples/${first}/take-over`, { words: 'x' }))).toEqual(['orders.sample_missing'])
})

test('what is taken was there: split, derived, used, corrected by a further event', async () => {
  const { first } = await received()
  const place = (await post(orders.manager, '/storage-places', { room: '理化室', shelf: 'A-1', storage: 'cold' })).json()
  const warm = (await post(orders.manager, '/storage-places', { room: '留样库', storage: 'room' })).json()
  expect(codesOf(await post(orders.manager, '/storage-places', { room: '留样库', storage: 'cool' }))).toEqual([
    'orders.storage_place_exists',
  ])
  expect(codesOf(await post(orders.staff, `/samples/${first}/places`, { placeId: warm.id }))).toEqual(['orders.storage_unfit'])
  expect((await post(orders.staff, `/samples/${first}/places`, { placeId: place.id })).json().sample.place.name).toBe('理化室 / A-1')
  const retire = { room: '理化室', shelf: 'A-1', storage: 'cold', isRetired: true }
  expect(codesOf(await orders.call(orders.manager, 'PUT', `/storage-places/${place.id}`, retire, { 'if-match': '"1"' }))).toEqual([
    'orders.storage_place_in_use',
  ])

  const split = await post(orders.staff, `/samples/${first}/parts`, { parts: [{ quantity: '3.5' }, { quantity: '2', name: '留样' }] })
  expect(split.json().sample.remaining).toBe('4.5')
  expect(split.json().relatives.map((one: { number: string; remaining: string }) => `${one.number} ${one.remaining}`)).toEqual([
    'S1-1 3.5',
    'S1-2 2',
  ])
  expect(codesOf(await post(orders.staff, `/samples/${first}/parts`, { parts: [{ quantity: '4' }, { quantity: '0.501' }] }))).toEqual([
    'orders.sample_too_little',
  ])
  const derived = await post(orders.staff, `/samples/${first}/derived`, {
    uses: '0.5',
    name: '浸提液',
    quantity: '100',
    unit: 'mL',
    storage: 'frozen',
    words: '37 ℃ 72 h',
  })
  expect(derived.json().relatives[2]).toMatchObject({ number: 'S1-3', origin: 'derived', remaining: '100', unit: 'mL', storage: 'frozen' })
  const used = await post(orders.staff, `/samples/${first}/uses`, { quantity: '4', words: '细胞毒性' })
  expect(used.json().sample).toMatchObject({ state: 'used_up', remaining: '0', holder: null })
  const wrong = used.json().events.at(-1).id
  expect(codesOf(await post(orders.staff, `/samples/${first}/corrections`, { remaining: '10.001', words: '重数' }))).toEqual([
    'orders.sample_too_much',
  ])
  const corrected = await post(orders.staff, `/samples/${first}/corrections`, { remaining: '0.5', words: '少用 0.5 件', correctsId: wrong })
  expect(corrected.json().sample).toMatchObject({ state: 'received', remaining: '0.5', holder: { id: orders.staff.id } })
  expect(corrected.json().events.at(-1)).toMatchObject({ kind: 'corrected', correctsId: wrong })
  await expect(orders.pool.query('update orders.custody_event set words = $1', ['x'])).rejects.toThrow(/append-only/)
  await expect(orders.pool.query('delete from orders.custody_event')).rejects.toThrow(/append-only/)
})

test('lost or broken: the client is told and decides before the work is finished', async () => {
  const { id, first } = await received()
  await orders.act(orders.staff, id, 'receive')
  await orders.act(orders.staff, id, 'begin')
  const broken = await post(orders.staff, `/samples/${first}/losses`, {
    kind: 'broken',
    quantity: '2',
    words: '跌落',
    impact: '余 8 件仍够用',
  })
  expect(broken.json().sample).toMatchObject({ state: 'received', remaining: '8' })
  const lost = await post(orders.staff, `/samples/${first}/losses`, { kind: 'lost', words: '冷库盘点未找到' })
  expect(lost.json().sample).toMatchObject({ state: 'lost', remaining: '0', holder: null })
  expect(codesOf(await orders.act(orders.staff, id, 'finish'))).toContain('orders.deviation_undecided')
  const { items } = (await orders.call(orders.engineer, 'GET', `/orders/${id}/deviations`)).json()
  expect(items.map(({ kind, number }: { kind: string; number: number }) => `${number} ${kind}`)).toEqual([
    '1 sample_broken',
    '2 sample_lost',
  ])
  for (const one of items) await post(orders.engineer, `/deviations/${one.id}/decide`, { decision: 'go_on', words: '按剩余数量出报告' })
  expect(codesOf(await orders.act(orders.staff, id, 'finish')) ?? []).not.toContain('orders.deviation_undecided')
  const edit = { impact: '', cause: '搬运未用托盘', correctiveAction: '', isClosed: true }
  const put = (body: object, version: number) =>
    orders.call(orders.staff, 'PUT', `/deviations/${items[0].id}`, body, { 'if-match': `"${version}"` })
  expect(codesOf(await put(edit, 2))).toEqual(['orders.deviation_incomplete'])
  expect((await put({ ...edit, correctiveAction: '改用托盘并培训' }, 2)).json()).toMatchObject({ state: 'closed' })
})

test('the clock of retention: announced once, then sent back or destroyed with proof before a second person', async () => {
  orders.setNow('2026-11-23T01:40:00Z')
  const { id, samples, first } = await received(3)
  const [, second, third] = samples
  await orders.call(orders.manager, 'PUT', '/sample-rule', { retentionDays: 30 }, { 'if-match': '"0"' })
  const proof = await upload(orders.staff, id)
  const destroy = (sampleId: string | undefined) =>
    post(orders.staff, `/samples/${sampleId}/destructions`, { method: '高温焚烧', fileIds: [proof] })
  expect(codesOf(await destroy(first))).toEqual(['orders.sample_in_work'])
  await orders.act(orders.engineer, id, 'cancel', { reason: '项目终止' })
  const kept = (await orders.call(orders.engineer, 'GET', `/orders/${id}/samples`)).json().items
  expect(kept.map(({ retainUntil }: { retainUntil: string }) => retainUntil)).toEqual(['2026-12-23', '2026-12-23', '2026-12-23'])
  expect(codesOf(await destroy(first))).toEqual(['orders.retention_running'])
  const until = { until: '2026-12-01', words: '库位紧张' }
  expect(codesOf(await post(orders.staff, `/samples/${first}/retention`, until))).toEqual(['orders.retention_running'])

  const told = async () =>
    (
      await orders.pool.query(
        `select count(*)::int as count from platform.notice where kind like 'orders.sample_retention_%' and link = $1`,
        [`/samples/${first}`],
      )
    ).rows[0].count
  await orders.runJob('orders.announce_disposal')
  expect(await told()).toBe(0)
  orders.setNow('2026-12-18T01:00:00Z')
  await Promise.all([orders.runJob('orders.announce_disposal'), orders.runJob('orders.announce_disposal')])
  const count = await told()
  expect(count).toBeGreaterThan(1)
  await orders.runJob('orders.announce_disposal')
  expect(await told()).toBe(count)

  orders.setNow('2026-12-23T01:00:00Z')
  const proposed = (await destroy(first)).json().sample.destruction
  expect(proposed.method).toBe('高温焚烧')
  expect(codesOf(await destroy(first))).toEqual(['orders.sample_act_not_allowed'])
  expect(codesOf(await post(orders.staff, `/sample-destructions/${proposed.id}/witness`))).toEqual(['orders.destruction_own'])
  const gone = await post(colleague, `/sample-destructions/${proposed.id}/witness`)
  expect(gone.json().sample).toMatchObject({ state: 'destroyed', holder: null })
  expect(gone.json().events.filter(({ files }: { files: unknown[] }) => files.length > 0)).toMatchObject([{ kind: 'destruction_proposed' }])

  await post(orders.engineer, `/samples/${second?.id}/release`, { rest: 'return' })
  expect(codesOf(await destroy(second?.id))).toEqual(['orders.rest_is_returned'])
  const back = { sampleIds: [second?.id, third?.id], carrier: '顺达', trackingNumber: 'SD1' }
  expect((await post(orders.staff, `/orders/${id}/returns`, back)).json().items.map(({ state }: { state: string }) => state)).toEqual([
    'destroyed',
    'returning',
    'returning',
  ])
  expect((await post(orders.engineer, `/samples/${second?.id}/confirm-return`)).json().sample.state).toBe('returned')
  orders.setNow('2026-11-23T01:40:00Z')
})

test('lists of both sides by what waits', async () => {
  const { id, samples } = await accepted()
  await post(orders.engineer, `/orders/${id}/parcels`, { sampleIds: [samples[0]?.id], carrier: '顺达', trackingNumber: 'SD-LIST-1' })
  const ids = async (person: Person, query: string) =>
    (await orders.call(person, 'GET', `/samples?${query}`)).json().items.map((one: { id: string }) => one.id)
  expect(await ids(orders.engineer, 'view=to_send&limit=1')).toEqual([samples[1]?.id])
  expect(await ids(orders.staff, 'view=on_the_way&q=SD-LIST-1')).toEqual([samples[0]?.id])
  expect(await ids(orders.staff, `q=${samples[1]?.code.toLowerCase()}`)).toEqual([samples[1]?.id])
  const stranger = await orders.addPerson(await orders.addOrganisation('enterprise'), 'enterprise', 'engineer')
  expect(await ids(stranger, 'view=all')).toEqual([])
  const counts = (await orders.call(orders.staff, 'GET', '/sample-counts')).json()
  expect(counts).toMatchObject({ onTheWay: (await ids(orders.staff, 'view=on_the_way&limit=200')).length, offered: 0 })
})

test('races: one hand-over is confirmed once, nobody holds a sample twice, and what is left never goes below zero', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { first } = await received()
    const offer = (await post(orders.staff, `/samples/${first}/handovers`, { toPersonId: colleague.id })).json().sample.offer.id
    const answers = await Promise.all([
      post(colleague, `/sample-handovers/${offer}/confirm`),
      post(colleague, `/sample-handovers/${offer}/confirm`),
      post(orders.staff, `/sample-handovers/${offer}/withdraw`),
      post(orders.manager, `/samples/${first}/take-over`, { words: '抽查' }),
      ...Array.from({ length: 4 }, () => post(orders.staff, `/samples/${first}/uses`, { quantity: '4', words: '竞用' })),
    ])
    expect(answers.map(({ statusCode }) => statusCode).every((status) => status < 500)).toBe(true)
    expect(answers.slice(0, 3).filter(({ statusCode }) => statusCode === 200).length).toBeLessThanOrEqual(1)
    expect(answers.slice(4).filter(({ statusCode }) => statusCode === 200).length).toBeLessThanOrEqual(2)
    const { rows } = await orders.pool.query(
      `select remaining::float8 as remaining, (select count(*)::int from orders.custody_period where sample_id = s.id and held_until is null) as holders,
        (select coalesce(sum(quantity), 0)::float8 from orders.custody_event where sample_id = s.id and kind = 'consumed') as used
      from orders.sample s where id = $1`,
      [first],
    )
    expect(rows[0].holders).toBe(1)
    expect(rows[0].remaining + rows[0].used).toBe(10)
    expect(rows[0].remaining).toBeGreaterThanOrEqual(0)
  }
  // The promises hold in the database itself.
  const { first } = await received()
  const second = orders.pool.query(
    `insert into orders.custody_period (id, sample_id, person_id, held_from) values ($1, $2, $3, '2026-11-24')`,
    [newId(), first, colleague.id],
  )
  await expect(second).rejects.toThrow(/custody_(one_holder|held_once)/)
  await expect(orders.pool.query('update orders.sample set remaining = remaining - 11 where id = $1', [first])).rejects.toThrow(
    /sample_remaining/,
  )
})
