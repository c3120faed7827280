import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SampleSubmission } from '../../contract/samples.ts'
import { type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
beforeEach(() => t.setNow(NOW))

const RULES = { isAccepting: true, dailyCapacity: 6, leadDays: 1, maxSamples: 20, instructions: '常温寄送' }
const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

async function addQueue(rules: Partial<typeof RULES> = {}): Promise<string> {
  const resource = await t.addInstrument(t.provider)
  await t.pool.query(
    `insert into catalog.resource_price (id, resource_id, customer_class, unit, price_fen, valid_from) values ($1, $2, 'enterprise', 'sample', 12000, '2020-01-01')`,
    [newId(), resource],
  )
  const reply = await t.call(t.manager, 'PUT', `/resources/${resource}/sample-queue`, { ...RULES, ...rules }, { 'if-match': '"0"' })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return resource
}

const submit = (resourceId: string, samples: number, promisedDay: string, person: Person = t.engineer) =>
  t.call(person, 'POST', '/sample-submissions', { resourceId, samples, sampleKind: '聚乳酸薄膜', promisedDay })
const submitted = async (resourceId: string, samples: number): Promise<SampleSubmission> => {
  const reply = await submit(resourceId, samples, '2027-06-01')
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}
const act = (person: Person, row: { id: string }, version: number, verb: string, body?: object) =>
  t.call(person, 'POST', `/sample-submissions/${row.id}/${verb}`, body, { 'if-match': `"${version}"` })
const dayOf = async (row: { id: string }) => (await t.call(t.engineer, 'GET', `/sample-submissions/${row.id}`)).json().promisedDay

/** Days on which more stands than the capacity, or whose sum is not that of the places. */
async function wrongDays(resource: string): Promise<number> {
  const { rows } = await t.pool.query(
    `select count(*)::int as count from booking.sample_day d
     where d.resource_id = $1 and (d.taken > d.capacity or d.taken <> (
       select coalesce(sum(p.samples), 0) from booking.sample_place p join booking.sample_submission s on s.id = p.submission_id
       where s.resource_id = d.resource_id and p.day = d.day))`,
    [resource],
  )
  return rows[0].count
}

describe('submitting samples', () => {
  test('shows the promised date and the price first, and freezes both', async () => {
    const resource = await addQueue()
    const quote = (await t.call(null, 'POST', '/sample-quotes', { resourceId: resource, samples: 8 })).json()
    expect(quote).toMatchObject({ promisedDay: '2026-11-25', unitPrice: '120.00', total: '960.00', problems: [] })
    const reply = await submit(resource, 8, quote.promisedDay)
    expect(reply.json()).toMatchObject({ state: 'queued', promisedDay: '2026-11-25', total: '960.00', samplesAhead: 0 })
    expect(reply.json().number).toMatch(/^SMP-20261123-/)
    const second = await submitted(resource, 4)
    expect(second).toMatchObject({ promisedDay: '2026-11-25', samplesAhead: 8 })
    expect((await t.call(null, 'GET', `/resources/${resource}/sample-queue`)).json()).toMatchObject({
      queue: { waitingSamples: 12, nextPromisedDay: '2026-11-26' },
    })
  })

  test('is refused with every reason at once', async () => {
    const resource = await addQueue({ isAccepting: false, maxSamples: 3 })
    expect(codesOf(await submit(resource, 4, '2027-06-01'))).toEqual(['booking.sample_queue_closed', 'booking.too_many_samples'])
    expect(codesOf(await submit(await t.addInstrument(t.provider), 1, '2027-06-01'))).toEqual(['booking.sample_queue_missing'])
    const other = await addQueue()
    await t.pool.query(`delete from catalog.resource_price where resource_id = $1 and unit = 'sample'`, [other])
    expect(codesOf(await submit(other, 1, '2027-06-01'))).toEqual(['booking.sample_price_missing'])
  })

  test('a date later than the one shown is not agreed to', async () => {
    const resource = await addQueue()
    await submitted(resource, 6)
    const reply = await submit(resource, 1, '2026-11-24')
    expect(reply.json().problems).toMatchObject([{ code: 'booking.sample_promise_later', params: { promisedDay: '2026-11-25' } }])
  })

  test('of many that come at once each day takes its capacity and nobody is promised a place that another has', async () => {
    for (let round = 0; round < 5; round += 1) {
      const resource = await addQueue({ dailyCapacity: 5 })
      const replies = await Promise.all(Array.from({ length: 20 }, () => submit(resource, 2, '2026-11-26')))
      expect(replies.filter((reply) => reply.statusCode === 201)).toHaveLength(7)
      for (const reply of replies) if (reply.statusCode !== 201) expect(codesOf(reply)).toEqual(['booking.sample_promise_later'])
      expect(await wrongDays(resource)).toBe(0)
    }
  })
})

describe('the queue', () => {
  test('goes from step to step, each by the provider, and tells when it is done', async () => {
    const resource = await addQueue()
    const row = await submitted(resource, 2)
    expect(codesOf(await act(t.manager, row, 1, 'finish'))).toEqual(['booking.sample_step_impossible'])
    expect((await act(t.engineer, row, 1, 'receive')).statusCode).toBe(409)
    expect((await act(t.manager, row, 1, 'receive')).json()).toMatchObject({ state: 'received', version: 2 })
    expect((await act(t.manager, row, 2, 'start')).json().state).toBe('running')
    expect((await act(t.engineer, row, 3, 'cancel', {})).statusCode).toBe(409)
    expect((await act(t.manager, row, 3, 'finish')).json().state).toBe('done')
    const { rows } = await t.pool.query(`select kind from platform.notice where link = $1`, [`/e/samples/${row.id}`])
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['booking.sample_done', 'booking.sample_submitted_customer'])
  })

  test('sorted anew, the promises follow and are told; a stale order is refused', async () => {
    const resource = await addQueue()
    const [one, two, three] = [await submitted(resource, 6), await submitted(resource, 6), await submitted(resource, 6)]
    const order = (ids: string[]) => t.call(t.manager, 'POST', `/resources/${resource}/sample-queue/order`, { order: ids })
    expect((await order([three.id, one.id, two.id])).statusCode).toBe(200)
    expect([await dayOf(one), await dayOf(two), await dayOf(three)]).toEqual(['2026-11-25', '2026-11-26', '2026-11-24'])
    const { rows } = await t.pool.query(
      `select count(*)::int as count from platform.notice where kind = 'booking.sample_promise_changed' and link like '/e/samples/%' and link in ($1, $2, $3)`,
      [`/e/samples/${one.id}`, `/e/samples/${two.id}`, `/e/samples/${three.id}`],
    )
    expect(rows[0].count).toBe(3)
    expect(codesOf(await order([one.id, two.id]))).toEqual(['booking.queue_changed'])
    expect(await wrongDays(resource)).toBe(0)
  })

  test('cancelled places go to those behind; a larger day brings all forward', async () => {
    const resource = await addQueue()
    const [one, two] = [await submitted(resource, 6), await submitted(resource, 12)]
    expect(await dayOf(two)).toBe('2026-11-26')
    expect((await act(t.engineer, one, 1, 'cancel', {})).statusCode).toBe(200)
    expect(await dayOf(two)).toBe('2026-11-25')
    await t.call(t.manager, 'PUT', `/resources/${resource}/sample-queue`, { ...RULES, dailyCapacity: 12 }, { 'if-match': '"1"' })
    expect(await dayOf(two)).toBe('2026-11-24')
    expect(await wrongDays(resource)).toBe(0)
  })

  test('submitting, cancelling and sorting at once leave every day right', async () => {
    const resource = await addQueue({ dailyCapacity: 4 })
    const standing = await Promise.all(Array.from({ length: 6 }, () => submitted(resource, 3)))
    const ids = standing.map(({ id }) => id)
    const replies = await Promise.all([
      ...standing.slice(0, 3).map((row) => act(t.engineer, row, 1, 'cancel', {})),
      ...Array.from({ length: 5 }, () => submit(resource, 2, '2027-06-01')),
      t.call(t.manager, 'POST', `/resources/${resource}/sample-queue/order`, { order: ids.toReversed() }),
    ])
    expect(replies.filter((reply) => ![200, 201, 409, 412].includes(reply.statusCode)).map((reply) => reply.body)).toEqual([])
    expect(await wrongDays(resource)).toBe(0)
  })

  test('belongs to its sides', async () => {
    const resource = await addQueue()
    const row = await submitted(resource, 1)
    const stranger = await t.addPerson(await t.addOrganisation('provider'), 'provider', 'lab_manager')
    expect((await t.call(stranger, 'GET', `/sample-submissions/${row.id}`)).statusCode).toBe(404)
    expect((await act(stranger, row, 1, 'receive')).statusCode).toBe(404)
    expect((await t.call(stranger, 'PUT', `/resources/${resource}/sample-queue`, RULES, { 'if-match': '"1"' })).statusCode).toBe(404)
    expect(
      (await t.call(t.manager, 'GET', '/sample-queues'))
        .json()
        .items.find((item: { queue: { resourceId: string } }) => item.queue.resourceId === resource).submissions,
    ).toHaveLength(1)
    expect((await t.call(t.manager, 'GET', '/inbox')).json().samples).toBeGreaterThan(0)
  })
})
