import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReservationGroup } from '../../contract/groups.ts'
import type { PlacedSeries, SeriesPreview } from '../../contract/series.ts'
import { at, type BookingTest, createBookingTest } from '../test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())

const HORIZON = { horizon_days: 120 }
const weekly = (resourceId: string, count: number, from = '10:00', to = '12:00') => ({
  ...t.slot(resourceId, '2026-11-25', from, to),
  rule: `FREQ=WEEKLY;COUNT=${count}`,
})
const preview = async (body: object): Promise<SeriesPreview> => {
  const reply = await t.call(t.engineer, 'POST', '/series/preview', body)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json()
}
const place = (body: object, headers: Record<string, string> = {}) => t.call(t.engineer, 'POST', '/series', body, headers)
const placed = async (body: object): Promise<PlacedSeries> => {
  const reply = await place(body)
  if (reply.statusCode !== 201) throw new Error(`${reply.statusCode} ${reply.body}`)
  return reply.json()
}
const live = async (resourceId: string): Promise<number> => {
  const { rows } = await t.pool.query(
    `select count(*)::int as count from booking.reservation where resource_id = $1 and state in ('pending', 'confirmed')`,
    [resourceId],
  )
  return rows[0].count
}
const read = async (id: string, person = t.engineer): Promise<ReservationGroup> => (await t.call(person, 'GET', `/groups/${id}`)).json()

describe('a series is shown before it is booked', () => {
  test('each use is free, taken or against a rule, with its price and why', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: HORIZON })
    await t.placed(t.manager, { ...t.slot(resource, '2026-12-09', '11:00', '13:00'), isInternal: true })
    const body = { ...weekly(resource, 7), addedDays: ['2026-12-05'], excludedDays: ['2026-12-16'] }
    const shown = await preview(body)
    const days = shown.occurrences.map(({ start, outcome }) => `${start.slice(0, 10)} ${outcome}`)
    expect(days).toEqual([
      '2026-11-25 free',
      '2026-12-02 free',
      // A Saturday.
      '2026-12-05 refused',
      '2026-12-09 taken',
      '2026-12-23 free',
      '2026-12-30 free',
      '2027-01-06 free',
    ])
    expect(shown).toMatchObject({ free: 5, taken: 1, refused: 1, total: '1800.00', request: null })
    expect(shown.occurrences[2]?.problems.map(({ code }) => code)).toEqual(['booking.closed_that_day'])
    expect(await live(resource)).toBe(1)
  })

  test('limits count the uses before: the third of a week that allows two is refused', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { person_week_hours: 4 } })
    const body = { ...t.slot(resource, '2026-11-25', '10:00', '12:00'), rule: 'FREQ=DAILY;COUNT=3' }
    const shown = await preview(body)
    expect(shown.occurrences.map(({ outcome }) => outcome)).toEqual(['free', 'free', 'refused'])
    expect(shown.occurrences[2]?.problems.map(({ code }) => code)).toEqual(['booking.person_week_limit'])
    const answer = await placed({ ...body, take: 'possible' })
    expect(answer.group.reservations).toHaveLength(2)
    expect(answer.leftOut.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['booking.person_week_limit']])
  })

  test('a rule that is not understood is a problem of the whole', async () => {
    const resource = await t.addInstrument(t.provider)
    const shown = await preview({ ...weekly(resource, 2), rule: 'FREQ=YEARLY;COUNT=2' })
    expect(shown.problems.map(({ code }) => code)).toEqual(['booking.series_rule_invalid'])
    expect((await place({ ...weekly(resource, 61), take: 'all' })).json().code).toBe('booking.series_too_long')
  })
})

describe('a series is booked whole, without its clashes, or not at all', () => {
  test('all: one clash and nothing is booked, the answer names it', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: HORIZON })
    await t.placed(t.manager, { ...t.slot(resource, '2026-12-02', '11:00', '13:00'), isInternal: true })
    const refused = await place({ ...weekly(resource, 3), take: 'all' })
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({
      code: 'booking.series_not_all',
      occurrences: [{ start: at('2026-12-02', '10:00'), codes: ['booking.slot_taken'] }],
    })
    expect(await live(resource)).toBe(1)
    const answer = await placed({ ...weekly(resource, 3), take: 'possible', quotedTotal: '720.00' })
    expect(answer.group.number).toMatch(/^SER-20261123-/)
    expect(answer.group.reservations.map(({ start, state }) => [start, state])).toEqual([
      [at('2026-11-25', '10:00'), 'confirmed'],
      [at('2026-12-09', '10:00'), 'confirmed'],
    ])
    expect(answer.leftOut.map(({ start, outcome }) => [start, outcome])).toEqual([[at('2026-12-02', '10:00'), 'taken']])
    expect(answer.group.total).toBe('720.00')
  })

  test('a repeat of the key answers the same; another price than quoted is refused', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: HORIZON })
    const body = { ...weekly(resource, 3), take: 'all' }
    expect((await place({ ...body, quotedTotal: '1.00' })).json().code).toBe('booking.price_changed')
    const key = { 'idempotency-key': 'series-1' }
    const [one, two] = [await place(body, key), await place(body, key)]
    expect(two.json()).toEqual(one.json())
    expect(await live(resource)).toBe(3)
  })

  test('people are told once of the whole', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: HORIZON })
    const { group } = await placed({ ...weekly(resource, 3), take: 'all' })
    await t.settle()
    const { rows } = await t.pool.query(`select kind from platform.notice where link like $1 order by kind`, [`%${group.id}%`])
    expect(rows.map(({ kind }) => kind)).toEqual(['booking.group_placed_customer', 'booking.group_placed_provider'])
    const { rows: single } = await t.pool.query(
      `select count(*)::int as count from platform.notice where kind = 'booking.placed_customer' and link = any($1)`,
      [group.reservations.map(({ id }) => `/e/bookings/${id}`)],
    )
    expect(single[0].count).toBe(0)
  })
})

describe('one, this and the following, or all', () => {
  const move = (group: ReservationGroup, body: object) =>
    t.call(t.engineer, 'POST', `/groups/${group.id}/move`, body, { 'if-match': `"${group.version}"` })
  const cancel = (group: ReservationGroup, body: object) =>
    t.call(t.engineer, 'POST', `/groups/${group.id}/cancel`, body, { 'if-match': `"${group.version}"` })

  test('this and the following move by the same days to the same time, also onto each other’s old places', async () => {
    const resource = await t.addInstrument(t.provider)
    const body = { ...t.slot(resource, '2026-11-24', '13:00', '15:00'), rule: 'FREQ=DAILY;COUNT=4', take: 'all' }
    const { group } = await placed(body)
    const second = group.reservations[1]
    const change = { scope: 'following', reservationId: second?.id, start: at('2026-11-26', '13:00'), end: at('2026-11-26', '15:00') }
    const shown = await t.call(t.engineer, 'POST', `/groups/${group.id}/move/preview`, change)
    // Friday would become Saturday.
    expect(shown.json().items.map((item: { problems: { code: string }[] }) => item.problems.map(({ code }) => code))).toEqual([
      [],
      [],
      ['booking.closed_that_day'],
    ])
    expect((await move(group, change)).json().code).toBe('booking.closed_that_day')
    const earlier = { ...change, start: at('2026-11-25', '14:00'), end: at('2026-11-25', '16:00') }
    const moved = await move(group, earlier)
    expect(moved.statusCode, moved.body).toBe(200)
    expect(moved.json().reservations.map(({ start }: { start: string }) => start)).toEqual([
      at('2026-11-24', '13:00'),
      at('2026-11-25', '14:00'),
      at('2026-11-26', '14:00'),
      at('2026-11-27', '14:00'),
    ])
  })

  test('a daily series moves a day on as a whole', async () => {
    const resource = await t.addInstrument(t.provider)
    const body = { ...t.slot(resource, '2026-11-30', '13:00', '15:00'), rule: 'FREQ=DAILY;COUNT=4', take: 'all' }
    const { group } = await placed(body)
    const moved = await move(group, { scope: 'all', start: at('2026-12-01', '13:00'), end: at('2026-12-01', '15:00') })
    expect(moved.statusCode, moved.body).toBe(200)
    const back = await move(moved.json(), { scope: 'all', start: at('2026-11-30', '13:00'), end: at('2026-11-30', '16:00') })
    expect(back.json().reservations.map(({ start, end }: { start: string; end: string }) => [start, end])).toEqual([
      [at('2026-11-30', '13:00'), at('2026-11-30', '16:00')],
      [at('2026-12-01', '13:00'), at('2026-12-01', '16:00')],
      [at('2026-12-02', '13:00'), at('2026-12-02', '16:00')],
      [at('2026-12-03', '13:00'), at('2026-12-03', '16:00')],
    ])
  })

  test('the fee is shown before, and another fee is refused', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { ...HORIZON, free_cancel_hours: 240 } })
    const { group } = await placed({ ...weekly(resource, 3), take: 'all' })
    const ask = `/groups/${group.id}/cancellation?scope=all`
    const shown = (await t.call(t.engineer, 'GET', ask)).json()
    // Two lie within ten days: thirty per cent of 360 yuan each.
    expect(shown).toMatchObject({ fee: '216.00', items: [{ fee: '108.00' }, { fee: '108.00' }, { fee: '0.00' }] })
    expect((await cancel(group, { scope: 'all', quotedFee: '0.00' })).json().code).toBe('booking.fee_changed')
    const one = await cancel(group, { scope: 'one', reservationId: group.reservations[2]?.id, quotedFee: '0.00' })
    expect(one.json().reservations.map(({ state }: { state: string }) => state)).toEqual(['confirmed', 'confirmed', 'cancelled'])
    expect((await cancel(group, { scope: 'all' })).statusCode).toBe(412)
    const rest = await cancel(one.json(), { scope: 'all', quotedFee: '216.00' })
    expect(rest.statusCode, rest.body).toBe(200)
    expect(await live(resource)).toBe(0)
    expect((await cancel(rest.json(), { scope: 'all' })).json().code).toBe('booking.group_over')
  })

  test('another organisation sees nothing of it', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: HORIZON })
    const { group } = await placed({ ...weekly(resource, 2), take: 'all' })
    const stranger = await t.addPerson(await t.addOrganisation('enterprise'), 'enterprise', 'engineer')
    expect((await t.call(stranger, 'GET', `/groups/${group.id}`)).json().code).toBe('booking.group_missing')
    expect((await read(group.id, t.manager)).reservations).toHaveLength(2)
  })
})

describe('a series on a calendar with approval', () => {
  const requested = async (resource: string) => (await placed({ ...weekly(resource, 3), take: 'all' })).group
  const inbox = async () =>
    (await t.call(t.manager, 'GET', '/requests')).json().items as { id: string; version: number; group: { id: string } }[]

  test('is one request with one limit, and one answer confirms all', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { ...HORIZON, confirmation: 'approval' } })
    const group = await requested(resource)
    expect(group.reservations.map(({ state }) => state)).toEqual(['pending', 'pending', 'pending'])
    expect(new Set(group.reservations.map(({ request }) => request?.decideUntil)).size).toBe(1)
    const mine = (await inbox()).filter((item) => item.group?.id === group.id)
    expect(mine).toHaveLength(1)
    const approved = await t.call(t.manager, 'POST', `/reservations/${mine[0]?.id}/approve`, {}, { 'if-match': `"${mine[0]?.version}"` })
    expect(approved.statusCode, approved.body).toBe(200)
    expect((await read(group.id)).reservations.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  })

  test('declining gives all back, and silence too', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { ...HORIZON, confirmation: 'approval' } })
    const group = await requested(resource)
    const first = group.reservations[0]
    const declined = await t.call(t.manager, 'POST', `/reservations/${first?.id}/decline`, { reason: 'no_staff' }, { 'if-match': '"1"' })
    expect(declined.statusCode, declined.body).toBe(200)
    expect((await read(group.id)).reservations.map(({ state }) => state)).toEqual(['declined', 'declined', 'declined'])
    expect(await live(resource)).toBe(0)
  })

  test('of answers to two of its uses at once one wins', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { ...HORIZON, confirmation: 'approval' } })
    for (let round = 0; round < 10; round += 1) {
      const group = await requested(resource)
      const [a, b] = group.reservations
      const replies = await Promise.all([
        t.call(t.manager, 'POST', `/reservations/${a?.id}/approve`, {}, { 'if-match': '"1"' }),
        t.call(t.manager, 'POST', `/reservations/${b?.id}/decline`, { reason: 'own_use' }, { 'if-match': '"1"' }),
      ])
      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
      expect(new Set((await read(group.id)).reservations.map(({ state }) => state)).size).toBe(1)
      await t.pool.query(
        `update booking.reservation set state = 'cancelled', decide_until = null, awaits = null, decline_reason = null where resource_id = $1`,
        [resource],
      )
    }
  })
})

describe('races', () => {
  test('series × single × series: nothing is sold twice, nobody waits in circles', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: HORIZON })
    for (let round = 0; round < 10; round += 1) {
      const replies = await Promise.all([
        place({ ...weekly(resource, 6), take: 'all' }),
        place({ ...weekly(resource, 6, '11:00', '13:00'), take: 'possible' }),
        place({ ...weekly(resource, 6, '09:00', '11:00'), take: 'all' }),
        t.place(t.engineer, t.slot(resource, '2026-12-30', '10:00', '12:00')),
        t.place(t.engineer, t.slot(resource, '2026-11-25', '10:00', '12:00')),
        t.place(t.engineer, t.slot(resource, '2026-12-09', '11:00', '12:00')),
      ])
      expect(replies.filter(({ statusCode }) => ![201, 409, 422].includes(statusCode)).map(({ body }) => body)).toEqual([])
      for (const reply of [replies[0], replies[2]]) if (reply?.statusCode === 201) expect(reply.json().group.reservations).toHaveLength(6)
      const { rows } = await t.pool.query(
        `select count(*)::int as count from booking.reservation a join booking.reservation b on a.resource_id = b.resource_id and a.id < b.id
           and a.blocked && b.blocked where a.resource_id = $1 and a.state = 'confirmed' and b.state = 'confirmed'`,
        [resource],
      )
      expect(rows[0].count).toBe(0)
      await t.pool.query(`update booking.reservation set state = 'cancelled' where resource_id = $1`, [resource])
    }
  })
})
