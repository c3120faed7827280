import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, type BookingTest, createBookingTest } from '../test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())

const ROUNDS = 30
const hourAfter = (from: string) => `${String(Number(from.slice(0, 2)) + 1).padStart(2, '0')}${from.slice(2)}`
const dayOf = (round: number) => `2026-12-${String(1 + (round % 4)).padStart(2, '0')}`

/** Live rows of one resource that take the same time on the same unit: bookings twice sold, or confirmed into an outage. Found without the constraint. */
async function clashes(resourceId: string): Promise<number> {
  const { rows } = await t.pool.query(
    `select count(*)::int as count from booking.reservation a join booking.reservation b
       on a.resource_id = b.resource_id and a.unit = b.unit and a.id < b.id and lower(a.blocked) < upper(b.blocked) and lower(b.blocked) < upper(a.blocked)
     where a.resource_id = $1 and a.unit > 0 and a.state in ('held', 'pending', 'confirmed', 'in_use', 'completed')
       and b.state in ('held', 'pending', 'confirmed', 'in_use', 'completed')`,
    [resourceId],
  )
  return rows[0].count
}

/** Displaced bookings whose time no outage keeps, or that nobody can answer for. */
async function abandoned(resourceId: string): Promise<number> {
  const { rows } = await t.pool.query(
    `select count(*)::int as count from booking.reservation b
     where b.resource_id = $1 and b.unit < 0 and b.state in ('held', 'pending', 'confirmed', 'in_use')
       and (not exists (select from booking.reservation o where o.resource_id = b.resource_id and o.unit = -b.unit and o.kind = 'outage' and o.state = 'confirmed' and o.blocked @> b.blocked)
         or not exists (select from booking.displacement d where d.reservation_id = b.id and d.state = 'open'))`,
    [resourceId],
  )
  return rows[0].count
}

const declare = (resourceIds: string[], day: string, from = '10:00', to = '16:00') =>
  t.call(t.manager, 'POST', '/outages', { resourceIds, type: 'fault', reason: '故障', start: at(day, from), end: at(day, to) })

describe('an outage of one unit × bookings', () => {
  test(`${ROUNDS} rounds: three bookings and an outage of one of three units: two are left to book, each kept, moved over or displaced`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const resource = await t.addInstrument(t.provider, { calendar: { capacity: 3 } })
      const day = dayOf(round)
      const slot = t.slot(resource, day, '10:00', '12:00')
      const window = { start: at(day, '08:00'), end: at(day, '18:00'), type: 'fault', reason: '故障' }
      await t.placed(t.engineer, slot)
      const [outage] = await Promise.all([
        t.call(t.manager, 'POST', '/outages', { resourceIds: [resource], units: [1 + (round % 3)], ...window }),
        ...Array.from({ length: 3 }, () => t.place(t.engineer, slot)),
      ])
      expect(outage?.statusCode, outage?.body).toBe(201)
      expect([await clashes(resource), await abandoned(resource)]).toEqual([0, 0])
      const { rows } = await t.pool.query(
        `select count(*) filter (where kind = 'outage')::int as outages, count(*) filter (where kind = 'customer' and unit > 0)::int as booked
         from booking.reservation where resource_id = $1 and state = 'confirmed'`,
        [resource],
      )
      expect(rows[0].outages).toBe(1)
      expect(rows[0].booked).toBeLessThanOrEqual(2)
    }
  })
})

describe('outage × booking', () => {
  test(`${ROUNDS} rounds: whoever was first is displaced, whoever came later is told, nobody is confirmed into the outage`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const resource = await t.addInstrument(t.provider, { calendar: { capacity: 1 + (round % 3 === 2 ? 1 : 0) } })
      const day = dayOf(round)
      const slots = ['08:30', '10:30', '12:00', '13:30', '15:00'].map((from) => t.slot(resource, day, from, hourAfter(from)))
      const [outage, ...replies] = await Promise.all([
        declare([resource], day),
        ...slots.flatMap((slot) => [t.place(t.engineer, slot), t.place(t.engineer, slot), t.call(t.engineer, 'POST', '/holds', slot)]),
      ])
      expect(outage?.statusCode).toBe(201)
      // A person holds five at most: the sixth is refused as such.
      expect(replies.filter((reply) => ![201, 409, 422].includes(reply.statusCode)).map((reply) => reply.body)).toEqual([])
      expect([await clashes(resource), await abandoned(resource)]).toEqual([0, 0])
      const { rows } = await t.pool.query(
        `select count(*)::int as count from booking.reservation where resource_id = $1 and kind = 'outage'`,
        [resource],
      )
      expect(rows[0].count).toBe(round % 3 === 2 ? 2 : 1)
      await t.pool.query(`update booking.reservation set state = 'released', held_until = null where state = 'held'`)
    }
  }, 60_000)

  test('outages of several instruments, moves, cancellations and early ends around one day leave nothing twice and nothing forgotten', async () => {
    for (let round = 0; round < 12; round += 1) {
      const resources = [await t.addInstrument(t.provider), await t.addInstrument(t.provider)]
      const day = dayOf(round)
      const bookings = await Promise.all(
        resources.flatMap((resource) =>
          ['08:00', '10:00', '12:00', '14:00'].map((from) => t.placed(t.engineer, t.slot(resource, day, from, hourAfter(from)))),
        ),
      )
      const early = (await declare([resources[0] ?? ''], day, '08:00', '09:00')).json().items[0]
      const replies = await Promise.all([
        declare(resources, day, '09:30', '13:00'),
        declare([...resources].reverse(), day, '09:30', '13:00'),
        t.call(t.manager, 'POST', `/outages/${early.id}/end`, {}, { 'if-match': '"1"' }),
        ...bookings.map((booking, index) =>
          index % 2 === 0
            ? t.call(t.engineer, 'POST', `/reservations/${booking.id}/cancel`, {}, { 'if-match': '"1"' })
            : t.call(t.engineer, 'POST', `/reservations/${booking.id}/move`, t.slot('', day, '17:00', '18:00'), { 'if-match': '"1"' }),
        ),
        ...resources.map((resource) => t.place(t.engineer, t.slot(resource, day, '08:00', '09:00'))),
      ])
      expect(replies.filter((reply) => reply.statusCode >= 500).map((reply) => reply.body)).toEqual([])
      expect(
        replies
          .slice(0, 2)
          .map((reply) => reply.statusCode)
          .sort(),
      ).toEqual([201, 409])
      for (const resource of resources) expect([await clashes(resource), await abandoned(resource)]).toEqual([0, 0])
    }
  }, 60_000)
})

describe('moving to an equivalent', () => {
  async function displacedWithOther() {
    const resource = await t.addInstrument(t.provider)
    const other = await t.addInstrument(await t.addOrganisation('provider'))
    const day = '2026-12-03'
    const booking = await t.placed(t.engineer, t.slot(resource, day, '10:00', '12:00'))
    await declare([resource], day, '08:00', '20:00')
    return { resource, other, booking, slot: t.slot(other, day, '10:00', '12:00') }
  }
  const take = (id: string, body: object) => t.call(t.engineer, 'POST', `/reservations/${id}/take-equivalent`, body, { 'if-match': '"2"' })

  test(`${ROUNDS} rounds against another booking of that slot: it moves whole, or stays whole`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { other, booking, slot } = await displacedWithOther()
      const [moved, placed] = await Promise.all([take(booking.id, slot), t.place(t.engineer, slot)])
      expect([moved?.statusCode, placed?.statusCode].sort()).toEqual([expect.any(Number), 409])
      const { rows } = await t.pool.query('select state from booking.displacement where reservation_id = $1', [booking.id])
      const old = (await t.call(t.engineer, 'GET', `/reservations/${booking.id}`)).json()
      expect([rows[0].state, old.state]).toEqual(moved?.statusCode === 200 ? ['replaced', 'cancelled'] : ['open', 'confirmed'])
      expect(await clashes(other)).toBe(0)
    }
  }, 60_000)

  test('of many answers to one displacement one counts: two places, another time, cancelling and the limit', async () => {
    for (let round = 0; round < 15; round += 1) {
      const { resource, other, booking, slot } = await displacedWithOther()
      const third = await t.addInstrument(await t.addOrganisation('provider'))
      const replies = await Promise.all([
        take(booking.id, slot),
        take(booking.id, { ...slot, resourceId: third }),
        take(booking.id, t.slot(resource, '2026-12-04', '10:00', '12:00')),
        t.call(t.engineer, 'POST', `/reservations/${booking.id}/cancel`, {}, { 'if-match': '"2"' }),
      ])
      expect(replies.filter((reply) => reply.statusCode === 200)).toHaveLength(1)
      expect(replies.filter((reply) => ![200, 409, 412].includes(reply.statusCode)).map((reply) => reply.body)).toEqual([])
      const { rows } = await t.pool.query(
        `select count(*)::int as count from booking.reservation where (resource_id = any($1) or id = $2) and kind = 'customer' and state = 'confirmed'`,
        [[other, third], booking.id],
      )
      expect(rows[0].count).toBe(replies[3]?.statusCode === 200 ? 0 : 1)
    }
  }, 60_000)
})
