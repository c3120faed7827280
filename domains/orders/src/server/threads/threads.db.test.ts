import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEnquiryTest } from '../test-enquiries.ts'
import { createOrdersTest, NOW, type OrdersTest, type Person } from '../test-orders.ts'

let orders: OrdersTest
let enquiries: Awaited<ReturnType<typeof createEnquiryTest>>
beforeAll(async () => {
  orders = await createOrdersTest()
  enquiries = await createEnquiryTest(orders)
})
afterAll(() => orders.close())

type Posted = {
  items: { body: string; note: string | null; isOwn: boolean; isUnread: boolean; files: { fileId: string; name: string }[] }[]
  unread: number
}

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)
const messages = (person: Person, threadId: string) => enquiries.send<Posted>(person, 'GET', `/threads/${threadId}/messages`)
const post = (person: Person, threadId: string, body: Record<string, unknown>) =>
  orders.call(person, 'POST', `/threads/${threadId}/messages`, body)

async function sendFile(person: Person, threadId: string, name: string, content: string) {
  const boundary = 'a-boundary'
  const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n${content}\r\n--${boundary}--\r\n`
  return orders.app.inject({
    method: 'POST',
    url: `/api/v1/orders/threads/${threadId}/files`,
    headers: { 'x-person': person.id, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
}

test('both sides write with files; what is new is marked until it is read; the order goes on in the thread of its enquiry', async () => {
  const enquiry = await enquiries.placed()
  const threadId = enquiry.asked.find(({ providerId }) => providerId === orders.provider)?.threadId ?? ''
  const sent = await sendFile(orders.engineer, threadId, '工艺参数.csv', 'a,b\n1,2\n')
  expect(sent.statusCode, sent.body).toBe(201)
  const { fileId } = sent.json()
  expect((await post(orders.engineer, threadId, { body: '见附件', fileIds: [fileId] })).statusCode).toBe(201)
  orders.setNow('2026-11-23T01:41:00Z')
  const seen = await messages(orders.manager, threadId)
  expect(seen.unread).toBe(1)
  expect(seen.items[0]).toMatchObject({ body: '见附件', isOwn: false, isUnread: true, files: [{ fileId, name: '工艺参数.csv' }] })
  const download = await orders.call(orders.manager, 'GET', `/threads/${threadId}/files/${fileId}`)
  expect(download.headers['content-disposition']).toMatch(/^attachment/)
  expect(download.body).toBe('a,b\n1,2\n')
  expect((await enquiries.read(orders.engineer, enquiry.id)).asked.map(({ unread }) => unread)).toEqual([0, 0])

  await enquiries.send(orders.manager, 'POST', `/threads/${threadId}/read`)
  expect((await messages(orders.manager, threadId)).unread).toBe(0)
  orders.setNow('2026-11-23T01:42:00Z')
  await post(orders.manager, threadId, { body: '收到，请补充浸提比例' })
  expect((await messages(orders.engineer, threadId)).unread).toBe(1)

  orders.setNow('2026-11-23T01:43:00Z')
  const order = await enquiries.accept(orders.engineer, await enquiries.quoted(orders.manager, enquiry, '900.00'))
  expect(order.threadId).toBe(threadId)
  await orders.settle()
  await orders.settle()
  const notes = (await messages(orders.engineer, threadId)).items.map(({ note, body }) => note ?? body)
  expect(notes.sort()).toEqual(['quote_offered', 'order_conclude', '收到，请补充浸提比例', '见附件'].sort())
  orders.setNow(NOW)
})

test('files of others, foreign threads and ended enquiries are refused', async () => {
  const enquiry = await enquiries.placed()
  const [own, other] = enquiry.asked.map(({ threadId }) => threadId ?? '')
  const { fileId } = (await sendFile(orders.engineer, own ?? '', 'a.txt', 'hello')).json()
  expect(codesOf(await post(orders.engineer, other ?? '', { body: 'x', fileIds: [fileId] }))).toEqual(['orders.file_not_sent'])
  const reader = enquiry.asked[0]?.providerId === orders.provider ? orders.manager : enquiries.second
  expect(codesOf(await post(reader, own ?? '', { body: 'x', fileIds: [fileId] }))).toEqual(['orders.file_not_sent'])
  expect((await orders.call(reader, 'GET', `/threads/${own}/files/${fileId}`)).statusCode).toBe(404)
  const markup = await sendFile(orders.engineer, own ?? '', 'a.html', '<html><script>alert(1)</script></html>')
  expect(markup.statusCode).toBe(415)
  const stranger = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_manager')
  for (const person of [stranger, orders.ruler]) {
    expect((await orders.call(person, 'GET', `/threads/${own}/messages`)).statusCode).toBe(404)
    expect((await post(person, own ?? '', { body: 'x' })).statusCode).toBe(404)
  }
  await enquiries.send(orders.engineer, 'POST', `/enquiries/${enquiry.id}/withdraw`)
  expect(codesOf(await post(orders.engineer, own ?? '', { body: 'x' }))).toEqual(['orders.thread_closed'])
})

test('whoever writes much is told of once until it is read', async () => {
  const enquiry = await enquiries.placed({ title: '只提醒一次' })
  const threadId = enquiry.asked.find(({ providerId }) => providerId === orders.provider)?.threadId ?? ''
  for (const body of ['一', '二', '三']) await post(orders.engineer, threadId, { body })
  const told = async () =>
    (
      await orders.pool.query(
        `select count(*)::int as n from platform.notice where person_id = $1 and kind = 'orders.message_provider' and texts::text like '%只提醒一次%'`,
        [orders.manager.id],
      )
    ).rows[0].n
  expect(await told()).toBe(1)
  orders.setNow('2026-11-23T02:00:00Z')
  await enquiries.send(orders.manager, 'POST', `/threads/${threadId}/read`)
  await post(orders.engineer, threadId, { body: '四' })
  expect(await told()).toBe(2)
  orders.setNow(NOW)
})
