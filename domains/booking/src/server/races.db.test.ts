import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, type BookingTest, createBookingTest, NOW } from './test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())

const MINUTE = 60_000
const DAY = '2026-11-25'

/** Live reservations of a resource that overlap each other with their buffers, found without the constraint. */
async function doubleSold(resourceId: string): Promise<number> {
  const { rows } = await t.pool.query(
    `select count(*)::int as count from booking.reservation a join booking.reservation b
       on a.resource_id = b.resource_id and a.id < b.id and lower(a.blocked) < upper(b.blocked) and lower(b.blocked) < upper(a.blocked)
     where a.resource_id = $1 and a.state in ('held', 'pending', 'confirmed', 'in_use', 'completed')
       and b.state in ('held', 'pending', 'confirmed', 'in_use', 'completed')`,
    [resourceId],
  )
  return rows[0].count
}

const statuses = (replies: { statusCode: number }[]) => replies.map((reply) => reply.statusCode).sort()

describe('one slot is sold once', () => {
  test('of 200 clients for one slot one wins and 199 are told so', async () => {
    const resource = await t.addInstrument(t.provider)
    const replies = await Promise.all(Array.from({ length: 200 }, () => t.place(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))))
    expect(replies.filter((reply) => reply.statusCode === 201)).toHaveLength(1)
    expect(replies.filter((reply) => reply.statusCode === 409)).toHaveLength(199)
  })

  test.each([
    [
      'identical',
      [
        ['10:00', '12:00'],
        ['10:00', '12:00'],
      ],
      1,
    ],
    [
      'overlapping',
      [
        ['10:00', '12:00'],
        ['11:00', '13:00'],
      ],
      1,
    ],
    [
      'within each other’s buffer',
      [
        ['10:00', '12:00'],
        ['12:00', '13:00'],
      ],
      1,
    ],
    [
      'touching at their buffers',
      [
        ['10:00', '12:00'],
        ['12:30', '13:30'],
      ],
      2,
    ],
  ])('%s ranges, 20 clients each', async (_name, ranges, winners) => {
    const resource = await t.addInstrument(t.provider)
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const [from = '', to = ''] = ranges[index % 2] ?? []
        return t.place(t.engineer, t.slot(resource, DAY, from, to))
      }),
    )
    expect(replies.filter((reply) => reply.statusCode === 201)).toHaveLength(winners)
    expect(replies.filter((reply) => reply.statusCode === 409)).toHaveLength(40 - winners)
    expect(await doubleSold(resource)).toBe(0)
  })

  test('creating, moving and cancelling around one slot never sells it twice and never fails', async () => {
    const resource = await t.addInstrument(t.provider)
    for (let round = 0; round < 6; round += 1) {
      const day = `2026-12-0${1 + (round % 4)}`
      const early = await t.placed(t.engineer, t.slot(resource, day, '08:00', '09:00'))
      const late = await t.placed(t.engineer, t.slot(resource, day, '18:00', '19:00'))
      const middle = t.slot(resource, day, '12:00', '13:00')
      const change = (id: string, verb: string, body: object) =>
        t.call(t.engineer, 'POST', `/reservations/${id}/${verb}`, body, { 'if-match': '"1"' })
      const replies = await Promise.all([
        ...Array.from({ length: 8 }, () => t.place(t.engineer, middle)),
        change(early.id, 'move', middle),
        change(late.id, 'move', middle),
        change(early.id, 'move', { start: late.start, end: late.end }),
        change(late.id, 'move', { start: early.start, end: early.end }),
        change(early.id, 'cancel', {}),
        t.place(t.engineer, t.slot(resource, day, '08:00', '09:00')),
      ])
      expect(replies.filter((reply) => ![200, 201, 409, 412].includes(reply.statusCode)).map((reply) => reply.body)).toEqual([])
      expect(await doubleSold(resource)).toBe(0)
      const { rows } = await t.pool.query(
        `select count(*)::int as count from booking.reservation where resource_id = $1 and state = 'confirmed' and lower(during) = $2`,
        [resource, middle.start],
      )
      expect(rows[0].count).toBe(1)
      await t.pool.query(`update booking.reservation set state = 'cancelled' where resource_id = $1`, [resource])
    }
  })

  test('two that swap places do not wait for each other', async () => {
    const resource = await t.addInstrument(t.provider)
    const one = await t.placed(t.engineer, t.slot(resource, DAY, '09:00', '10:00'))
    const two = await t.placed(t.engineer, t.slot(resource, DAY, '15:00', '16:00'))
    const replies = await Promise.all([
      t.call(t.engineer, 'POST', `/reservations/${one.id}/move`, { start: two.start, end: two.end }, { 'if-match': '"1"' }),
      t.call(t.engineer, 'POST', `/reservations/${two.id}/move`, { start: one.start, end: one.end }, { 'if-match': '"1"' }),
    ])
    expect(statuses(replies)).toEqual([409, 409])
  })

  test('of 20 moves of one version one wins, the others are told that it changed', async () => {
    const resource = await t.addInstrument(t.provider)
    const { id } = await t.placed(t.engineer, t.slot(resource, DAY, '09:00', '10:00'))
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const hour = 10 + (index % 8)
        return t.call(t.engineer, 'POST', `/reservations/${id}/move`, t.slot(resource, DAY, `${hour}:00`, `${hour + 1}:00`), {
          'if-match': '"1"',
        })
      }),
    )
    expect(statuses(replies)).toEqual([200, ...Array.from({ length: 19 }, () => 412)])
    expect((await t.call(t.engineer, 'GET', `/reservations/${id}`)).json().version).toBe(2)
  })
})

describe('holds that run out', () => {
  test('a hold that ran out stops nobody: of 20 clients one gets the slot, and the hold cannot be submitted any more', async () => {
    const resource = await t.addInstrument(t.provider)
    const slot = t.slot(resource, '2026-11-27', '10:00', '12:00')
    const hold = (await t.call(t.engineer, 'POST', '/holds', slot)).json()
    expect((await t.place(t.engineer, slot)).statusCode).toBe(409)
    t.setNow(new Date(NOW.getTime() + 15 * MINUTE))
    const replies = await Promise.all([
      ...Array.from({ length: 20 }, () => t.place(t.engineer, slot)),
      ...Array.from({ length: 5 }, () => t.call(t.engineer, 'POST', `/reservations/${hold.id}/confirm`, {})),
    ])
    t.setNow(NOW)
    expect(replies.slice(0, 20).filter((reply) => reply.statusCode === 201)).toHaveLength(1)
    expect(replies.slice(20).map((reply) => reply.json().code)).toEqual(Array.from({ length: 5 }, () => 'booking.hold_expired'))
    expect(await doubleSold(resource)).toBe(0)
  })

  test('several holds in the way of one long booking are released together, from many sides at once', async () => {
    const resource = await t.addInstrument(t.provider)
    const people = await Promise.all(Array.from({ length: 4 }, () => t.addPerson(t.enterprise, 'enterprise', 'engineer')))
    for (const [index, person] of people.entries())
      expect(
        (
          await t.call(
            person,
            'POST',
            '/holds',
            t.slot(resource, '2026-11-26', `${8 + index * 2}:00`.padStart(5, '0'), `${9 + index * 2}:00`.padStart(5, '0')),
          )
        ).statusCode,
      ).toBe(201)
    t.setNow(new Date(NOW.getTime() + 16 * MINUTE))
    const replies = await Promise.all(
      Array.from({ length: 24 }, (_, index) => {
        const from = 8 + (index % 3) * 2
        return t.place(t.engineer, t.slot(resource, '2026-11-26', `${from}:00`.padStart(5, '0'), `${from + 6}:00`))
      }),
    )
    t.setNow(NOW)
    expect(replies.filter((reply) => reply.statusCode === 201)).toHaveLength(1)
    expect(replies.filter((reply) => reply.statusCode === 409)).toHaveLength(23)
    expect(await doubleSold(resource)).toBe(0)
  })

  test('submitting and giving up the same hold: one of the two happens', async () => {
    const resource = await t.addInstrument(t.provider)
    for (let round = 0; round < 5; round += 1) {
      const hold = (await t.call(t.engineer, 'POST', '/holds', t.slot(resource, DAY, '10:00', '12:00'))).json()
      const [submit, giveUp] = await Promise.all([
        t.call(t.engineer, 'POST', `/reservations/${hold.id}/confirm`, {}),
        t.call(t.engineer, 'POST', `/reservations/${hold.id}/cancel`, {}, { 'if-match': '"1"' }),
      ])
      const { rows } = await t.pool.query('select state from booking.reservation where id = $1', [hold.id])
      expect([submit?.statusCode === 200, giveUp?.statusCode === 200]).toEqual([
        rows[0].state === 'confirmed',
        rows[0].state === 'released',
      ])
      await t.pool.query(`update booking.reservation set state = 'cancelled', held_until = null where id = $1`, [hold.id])
    }
  })

  test('a person in many tabs holds no more than five slots', async () => {
    const resource = await t.addInstrument(t.provider)
    const person = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        t.call(person, 'POST', '/holds', {
          ...t.slot(
            resource,
            `2026-12-${String(7 + (index % 5)).padStart(2, '0')}`,
            index < 5 ? '08:00' : index < 10 ? '12:00' : '16:00',
            index < 5 ? '09:00' : index < 10 ? '13:00' : '17:00',
          ),
        }),
      ),
    )
    expect(statuses(replies)).toEqual([...Array.from({ length: 5 }, () => 201), ...Array.from({ length: 7 }, () => 422)])
  })
})

describe('Idempotency-Key', () => {
  test('the same request 20 times at once is one booking with one answer', async () => {
    const resource = await t.addInstrument(t.provider)
    const body = t.slot(resource, DAY, '10:00', '12:00')
    const replies = await Promise.all(Array.from({ length: 20 }, () => t.place(t.engineer, body, { 'idempotency-key': 'twenty' })))
    expect(new Set(replies.map((reply) => reply.statusCode))).toEqual(new Set([201]))
    expect(new Set(replies.map((reply) => reply.json().id)).size).toBe(1)
    const { rows } = await t.pool.query('select count(*)::int as count from booking.reservation where resource_id = $1', [resource])
    expect(rows[0].count).toBe(1)
  })

  test('a repeat after the answer was lost gets the same answer, also from another process and when the slot could not be booked any more', async () => {
    const resource = await t.addInstrument(t.provider)
    const body = t.slot(resource, DAY, '10:00', '12:00')
    const first = await t.place(t.engineer, body, { 'idempotency-key': 'lost' })
    t.setNow(at(DAY, '11:00'))
    const other = await t.newApp()
    const again = await other.inject({
      method: 'POST',
      url: '/api/v1/booking/reservations',
      payload: body,
      headers: { 'x-person': t.engineer.id, 'idempotency-key': 'lost' },
    })
    t.setNow(NOW)
    await other.close()
    expect([again.statusCode, again.headers['idempotency-replayed'], again.headers.etag]).toEqual([201, 'true', '"1"'])
    expect(again.json()).toEqual(first.json())
  })

  test('the same key for something else is refused and books nothing', async () => {
    const resource = await t.addInstrument(t.provider)
    await t.place(t.engineer, t.slot(resource, DAY, '08:00', '09:00'), { 'idempotency-key': 'reused' })
    const reply = await t.place(t.engineer, t.slot(resource, DAY, '10:00', '11:00'), { 'idempotency-key': 'reused' })
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'platform.idempotency_key_reused'])
    const { rows } = await t.pool.query('select count(*)::int as count from booking.reservation where resource_id = $1', [resource])
    expect(rows[0].count).toBe(1)
  })

  test('a refusal leaves the key free', async () => {
    const resource = await t.addInstrument(t.provider)
    const taken = await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))
    const body = t.slot(resource, DAY, '11:00', '13:00')
    expect((await t.place(t.engineer, body, { 'idempotency-key': 'free' })).statusCode).toBe(409)
    await t.call(t.engineer, 'POST', `/reservations/${taken.id}/cancel`, {}, { 'if-match': '"1"' })
    expect((await t.place(t.engineer, body, { 'idempotency-key': 'free' })).statusCode).toBe(201)
  })
})

describe('histories against a model', () => {
  // The model: one array of half-hours per day; what is taken is written into it with its buffer.
  const operation = fc.oneof(
    fc.record({ kind: fc.constant('place' as const), from: fc.integer({ min: 14, max: 42 }), halves: fc.integer({ min: 1, max: 10 }) }),
    fc.record({
      kind: fc.constant('move' as const),
      pick: fc.nat(20),
      from: fc.integer({ min: 14, max: 42 }),
      halves: fc.integer({ min: 1, max: 10 }),
    }),
    fc.record({ kind: fc.constant('cancel' as const), pick: fc.nat(20) }),
  )

  test('every answer is the one that minutes in an array give', async () => {
    const OPEN = [16, 40] as const
    const BUFFER = { before: 1, after: 1 }
    const site = await t.addSite(t.provider)
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 10, maxLength: 40 }), async (operations) => {
        const resource = await t.addInstrument(t.provider, {
          siteId: site,
          calendar: { min_minutes: 60, max_minutes: 240, buffer_before_minutes: 30, buffer_after_minutes: 30 },
        })
        const taken = new Array<string | null>(52).fill(null)
        const live: { id: string; version: number; from: number; to: number }[] = []
        const write = (from: number, to: number, value: string | null) => {
          for (let half = from - BUFFER.before; half < to + BUFFER.after; half += 1) taken[half] = value
        }
        const isRight = (from: number, to: number) => from >= OPEN[0] && to <= OPEN[1] && to - from >= 2 && to - from <= 8
        const isFree = (from: number, to: number, own: string | null) => {
          // Each side keeps its own buffers, so two bookings are two half-hours apart at least.
          for (let half = from - BUFFER.before; half < to + BUFFER.after; half += 1) if (taken[half] && taken[half] !== own) return false
          return true
        }
        const range = (from: number, to: number) => ({
          start: new Date(Date.parse(at(DAY, '00:00')) + from * 30 * MINUTE).toISOString(),
          end: new Date(Date.parse(at(DAY, '00:00')) + to * 30 * MINUTE).toISOString(),
        })
        for (const step of operations) {
          const target = step.kind === 'place' ? undefined : live[step.pick % Math.max(live.length, 1)]
          if (step.kind === 'place') {
            const to = step.from + step.halves
            const reply = await t.place(t.engineer, { resourceId: resource, ...range(step.from, to) })
            const expected = !isRight(step.from, to) ? 422 : isFree(step.from, to, null) ? 201 : 409
            expect(reply.statusCode).toBe(expected)
            if (expected === 201) {
              live.push({ id: reply.json().id, version: 1, from: step.from, to })
              write(step.from, to, reply.json().id)
            }
          } else if (target && step.kind === 'move') {
            const to = step.from + step.halves
            const reply = await t.call(t.engineer, 'POST', `/reservations/${target.id}/move`, range(step.from, to), {
              'if-match': `"${target.version}"`,
            })
            const expected = !isRight(step.from, to) ? 422 : isFree(step.from, to, target.id) ? 200 : 409
            expect(reply.statusCode).toBe(expected)
            if (expected === 200) {
              write(target.from, target.to, null)
              write(step.from, to, target.id)
              Object.assign(target, { from: step.from, to, version: target.version + 1 })
            }
          } else if (target) {
            const reply = await t.call(t.engineer, 'POST', `/reservations/${target.id}/cancel`, {}, { 'if-match': `"${target.version}"` })
            expect(reply.statusCode).toBe(200)
            write(target.from, target.to, null)
            live.splice(live.indexOf(target), 1)
          }
        }
        expect(await doubleSold(resource)).toBe(0)
        const day = (await t.call(null, 'GET', `/resources/${resource}/calendar?from=${DAY}&days=1`)).json()
        expect(day.busy).toHaveLength(live.length)
      }),
      { numRuns: 12 },
    )
  })
})
