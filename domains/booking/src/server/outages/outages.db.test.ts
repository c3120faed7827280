import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at, type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
beforeEach(() => t.setNow(NOW))

const DAY = '2026-11-25'

const declare = (body: object, person: Person = t.manager) =>
  t.call(person, 'POST', '/outages', { type: 'fault', reason: '离子枪更换', ...body })

async function declared(resourceIds: string[], from: string, to: string, day = DAY) {
  const reply = await declare({ resourceIds, start: at(day, from), end: at(day, to) })
  if (reply.statusCode !== 201) throw new Error(`${reply.statusCode} ${reply.body}`)
  return reply.json().items[0]
}
const affectedOf = async (id: string) => (await t.call(t.manager, 'GET', `/outages/${id}/affected`)).json().items
const read = async (id: string, person: Person = t.engineer) => (await t.call(person, 'GET', `/reservations/${id}`)).json()

describe('declaring an outage', () => {
  test('the preview tells in numbers what declaring then does', async () => {
    const resource = await t.addInstrument(t.provider)
    const hit = await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))
    await t.placed(t.engineer, t.slot(resource, DAY, '16:00', '17:00'))
    const window = { resourceIds: [resource], start: at(DAY, '11:00'), end: at(DAY, '14:00') }
    const preview = (await t.call(t.manager, 'POST', '/outages/preview', window)).json()
    expect(preview).toMatchObject({ bookingCount: 1, customerCount: 1, bookedMinutes: 120, priceTotal: '360.00' })
    expect(preview.bookings[0]).toMatchObject({ reservationId: hit.id, effect: 'displaced', organisationName: '澄心医疗' })

    const outage = await declared([resource], '11:00', '14:00')
    expect(outage).toMatchObject({ affected: 1, open: 1, phase: 'upcoming', resources: [{ id: resource }] })
    expect(await affectedOf(outage.id)).toMatchObject([{ reservationId: hit.id, state: 'open', price: '360.00' }])
    expect(await read(hit.id)).toMatchObject({ state: 'confirmed', isDisplaced: true, cancellation: { feeNow: '0.00' } })
  })

  test('neither its time nor what a displaced booking had taken beside it can be booked', async () => {
    const resource = await t.addInstrument(t.provider)
    await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))
    await declared([resource], '11:00', '14:00')
    expect((await t.place(t.engineer, t.slot(resource, DAY, '13:00', '14:00'))).statusCode).toBe(409)
    expect((await t.place(t.engineer, t.slot(resource, DAY, '08:00', '10:30'))).statusCode).toBe(409)
    expect((await t.place(t.engineer, t.slot(resource, DAY, '14:00', '15:00'))).statusCode).toBe(201)
  })

  test('clean-up that reaches into it is given up, nobody is bothered, and it grows back', async () => {
    const resource = await t.addInstrument(t.provider)
    const before = await t.placed(t.engineer, t.slot(resource, DAY, '09:00', '11:00'))
    const outage = await declared([resource], '11:00', '14:00')
    expect(outage.affected).toBe(0)
    expect(await read(before.id)).toMatchObject({ isDisplaced: false, blockedEnd: at(DAY, '11:00') })
    await t.call(t.manager, 'POST', `/outages/${outage.id}/end`, {}, { 'if-match': '"1"' })
    expect(await read(before.id)).toMatchObject({ blockedEnd: at(DAY, '11:30') })
  })

  test('a sudden one ends the use that is under way, and says so for whoever charges it', async () => {
    const resource = await t.addInstrument(t.provider)
    const running = await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '14:00'))
    t.setNow(at(DAY, '11:30'))
    const reply = await declare({ resourceIds: [resource], end: at(DAY, '18:00') })
    expect(reply.json().items[0]).toMatchObject({ isSudden: true, phase: 'running', affected: 1, open: 0 })
    expect(await read(running.id)).toMatchObject({ end: at(DAY, '11:30'), isDisplaced: false })
    const { rows } = await t.pool.query(
      `select payload from platform.outbox_event where topic = 'booking.outage_interrupted' and payload ->> 'reservationId' = $1`,
      [running.id],
    )
    expect(rows[0].payload).toMatchObject({
      start: at(DAY, '10:00'),
      end: at(DAY, '14:00'),
      usedUntil: at(DAY, '11:30'),
      priceFen: '72000',
    })
  })

  test('holds in it end; all units of an instrument are taken', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { capacity: 3 } })
    await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))
    await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))
    const hold = (await t.call(t.engineer, 'POST', '/holds', t.slot(resource, DAY, '10:00', '12:00'))).json()
    const outage = await declared([resource], '10:00', '12:00')
    expect(outage.affected).toBe(2)
    expect((await t.call(t.engineer, 'POST', `/reservations/${hold.id}/confirm`, {})).statusCode).toBe(409)
    expect((await t.place(t.engineer, t.slot(resource, DAY, '10:30', '11:30'))).statusCode).toBe(409)
    const { rows } = await t.pool.query(`select unit from booking.reservation where outage_id = $1 order by unit`, [outage.id])
    expect(rows.map((row) => row.unit)).toEqual([1, 2, 3])
  })

  test('a recurring one is declared as a whole, on working days', async () => {
    const resource = await t.addInstrument(t.provider)
    const reply = await declare({
      type: 'maintenance',
      resourceIds: [resource],
      start: at('2026-12-04', '14:00'),
      end: at('2026-12-04', '18:00'),
      recurrence: { unit: 'week', every: 4, until: '2027-03-01', offDays: 'next_working_day' },
    })
    const items = reply.json().items
    // 2027-01-01 is New Year's Day, and the days after it are a weekend that is off too.
    expect(items.map((item: { start: string }) => item.start)).toEqual([
      at('2026-12-04', '14:00'),
      at('2027-01-04', '14:00'),
      at('2027-01-29', '14:00'),
      at('2027-02-26', '14:00'),
    ])
    expect(new Set(items.map((item: { seriesId: string }) => item.seriesId)).size).toBe(1)
  })

  test.each([
    ['in the past', { start: at('2026-11-20', '10:00'), end: at('2026-11-20', '12:00') }, 'booking.outage_in_the_past'],
    ['backwards', { start: at(DAY, '12:00'), end: at(DAY, '10:00') }, 'booking.end_not_after_start'],
    [
      'a repetition before the end',
      {
        start: at(DAY, '12:00'),
        end: at('2026-12-05', '10:00'),
        recurrence: { unit: 'week', every: 1, until: '2026-12-31', offDays: 'keep' },
      },
      'booking.outage_repeats_too_soon',
    ],
  ])('refuses one %s', async (_name, window, code) => {
    const resource = await t.addInstrument(t.provider)
    expect((await declare({ resourceIds: [resource], ...window })).json().code).toBe(code)
  })

  test('refuses to lie over another, and another provider’s instrument', async () => {
    const resource = await t.addInstrument(t.provider)
    await declared([resource], '10:00', '12:00')
    const reply = await declare({ resourceIds: [resource], start: at(DAY, '11:00'), end: at(DAY, '13:00') })
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'booking.outage_overlaps'])
    const other = await t.addInstrument(await t.addOrganisation('provider'))
    expect((await declare({ resourceIds: [resource, other], start: at(DAY, '14:00'), end: at(DAY, '15:00') })).statusCode).toBe(404)
  })

  test('its row is no booking that can be moved or cancelled', async () => {
    const resource = await t.addInstrument(t.provider)
    const outage = await declared([resource], '10:00', '12:00')
    const { rows } = await t.pool.query('select id from booking.reservation where outage_id = $1', [outage.id])
    const reply = await t.call(t.manager, 'POST', `/reservations/${rows[0].id}/cancel`, { reason: 'x' }, { 'if-match': '"1"' })
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'booking.is_outage'])
  })
})

describe('single units of several', () => {
  const on = async (resource: string) => {
    const { rows } = await t.pool.query(
      `select unit, kind from booking.reservation where resource_id = $1 and state = 'confirmed' order by unit, kind`,
      [resource],
    )
    return rows.map(({ unit, kind }) => `${unit} ${kind}`)
  }

  test('capacity falls by the unit; its booking keeps its time on a unit that is free, and nobody is asked', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { capacity: 3 } })
    const [first] = [
      await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00')),
      await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00')),
    ]
    const { rows } = await t.pool.query('select unit from booking.reservation where id = $1', [first.id])
    const window = { resourceIds: [resource], units: [rows[0].unit], start: at(DAY, '08:00'), end: at(DAY, '18:00') }
    expect((await t.call(t.manager, 'POST', '/outages/preview', window)).json()).toMatchObject({ bookingCount: 0 })
    const reply = await declare(window)
    expect(reply.json().items[0]).toMatchObject({ affected: 0, resources: [{ id: resource, units: [rows[0].unit] }] })
    expect(await read(first.id)).toMatchObject({ isDisplaced: false, start: at(DAY, '10:00') })
    expect((await t.place(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))).statusCode).toBe(409)
    expect((await t.place(t.engineer, t.slot(resource, DAY, '14:00', '16:00'))).statusCode).toBe(201)
    t.setNow(at(DAY, '09:00'))
    expect((await t.call(null, 'GET', `/resources/${resource}/operating-state`)).json()).toMatchObject({ state: 'limited' })
  })

  test('where no unit is free only the booking of that unit is hit; the preview says the same', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { capacity: 2 } })
    const both = [
      await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00')),
      await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00')),
    ]
    const window = { resourceIds: [resource], units: [2], start: at(DAY, '09:00'), end: at(DAY, '18:00') }
    const preview = (await t.call(t.manager, 'POST', '/outages/preview', window)).json()
    expect(preview.bookingCount).toBe(1)
    const outage = (await declare(window)).json().items[0]
    const [hit] = await affectedOf(outage.id)
    expect(hit).toMatchObject({ reservationId: preview.bookings[0].reservationId, state: 'open' })
    expect(await on(resource)).toEqual(['-2 customer', '1 customer', '2 outage'])
    await t.call(t.manager, 'POST', `/outages/${outage.id}/end`, {}, { 'if-match': '"1"' })
    expect(await on(resource)).toEqual(['1 customer', '2 customer'])
    expect(both.some(({ id }) => id === hit.reservationId)).toBe(true)
  })

  test('recurring ones leave the other unit to be booked each time; more units later are not taken by them', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { capacity: 2 } })
    const recurrence = { unit: 'week', every: 1, until: '2026-12-16', offDays: 'keep' }
    const reply = await declare({ resourceIds: [resource], units: [1], start: at(DAY, '08:00'), end: at(DAY, '12:00'), recurrence })
    expect(reply.json().items).toHaveLength(4)
    for (const day of ['2026-11-25', '2026-12-02']) {
      expect((await t.place(t.engineer, t.slot(resource, day, '09:00', '11:00'))).statusCode).toBe(201)
      expect((await t.place(t.engineer, t.slot(resource, day, '09:00', '11:00'))).statusCode).toBe(409)
    }
    expect((await on(resource)).filter((row) => row.endsWith('outage'))).toEqual(['1 outage', '1 outage', '1 outage', '1 outage'])
  })

  test('a unit that the resource does not have, or units of several resources, are refused; all of them are the whole resource', async () => {
    const [one, other] = [await t.addInstrument(t.provider, { calendar: { capacity: 2 } }), await t.addInstrument(t.provider)]
    const window = { start: at(DAY, '08:00'), end: at(DAY, '12:00') }
    expect((await declare({ resourceIds: [one], units: [3], ...window })).json().code).toBe('booking.outage_unit_unknown')
    expect((await declare({ resourceIds: [one, other], units: [1], ...window })).json().code).toBe('booking.outage_units_one_resource')
    expect((await declare({ resourceIds: [one], units: [2, 1], ...window })).json().items[0].resources[0].units).toBeNull()
  })
})

describe('changing an outage', () => {
  test('later hits more, earlier gives the time back', async () => {
    const resource = await t.addInstrument(t.provider)
    const first = await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '11:00'))
    const second = await t.placed(t.engineer, t.slot(resource, DAY, '13:00', '14:00'))
    const outage = await declared([resource], '10:00', '12:00')
    const later = await t.call(t.manager, 'POST', `/outages/${outage.id}/change`, { end: at(DAY, '15:00') }, { 'if-match': '"1"' })
    expect(later.json()).toMatchObject({ affected: 2, open: 2, version: 2 })
    const earlier = await t.call(t.manager, 'POST', `/outages/${outage.id}/change`, { end: at(DAY, '12:00') }, { 'if-match': '"2"' })
    expect(earlier.json()).toMatchObject({ affected: 2, open: 1 })
    expect((await affectedOf(outage.id)).map((row: { state: string }) => row.state)).toEqual(['open', 'reinstated'])
    expect([(await read(first.id)).isDisplaced, (await read(second.id)).isDisplaced]).toEqual([true, false])
    expect((await t.place(t.engineer, t.slot(resource, DAY, '13:00', '14:00'))).statusCode).toBe(409)
    expect((await t.place(t.engineer, t.slot(resource, DAY, '15:00', '16:00'))).statusCode).toBe(201)
  })

  test('called off, every booking stands as before', async () => {
    const resource = await t.addInstrument(t.provider)
    const booking = await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))
    const outage = await declared([resource], '09:00', '18:00')
    const reply = await t.call(t.manager, 'POST', `/outages/${outage.id}/end`, {}, { 'if-match': '"1"' })
    expect(reply.json()).toMatchObject({ state: 'called_off', open: 0 })
    expect(await read(booking.id)).toMatchObject({ isDisplaced: false, canMove: true, start: at(DAY, '10:00') })
    expect((await t.call(t.manager, 'POST', `/outages/${outage.id}/end`, {}, { 'if-match': '"2"' })).json().code).toBe(
      'booking.outage_over',
    )
  })

  test('ended early, it keeps what it took until then', async () => {
    const resource = await t.addInstrument(t.provider)
    const booking = await t.placed(t.engineer, t.slot(resource, DAY, '15:00', '16:00'))
    const outage = await declared([resource], '09:00', '18:00')
    t.setNow(at(DAY, '12:00'))
    const reply = await t.call(t.manager, 'POST', `/outages/${outage.id}/end`, {}, { 'if-match': '"1"' })
    expect(reply.json()).toMatchObject({ state: 'ended', end: at(DAY, '12:00') })
    expect(await read(booking.id)).toMatchObject({ isDisplaced: false })
    expect((await t.place(t.engineer, t.slot(resource, DAY, '17:00', '18:00'))).statusCode).toBe(201)
  })
})

describe('answering', () => {
  test('the customer moves to another time of the instrument at no higher price', async () => {
    const resource = await t.addInstrument(t.provider)
    const booking = await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))
    await t.pool.query('update catalog.resource_price set price_fen = 30000 where resource_id = $1', [resource])
    await declared([resource], '10:00', '18:00')
    const { version } = await read(booking.id)
    const offered = (await t.call(t.engineer, 'GET', `/reservations/${booking.id}/displacement`)).json()
    const [choice] = offered.equivalents
    expect(choice).toMatchObject({ match: 'same_resource', priceDifference: '0.00' })
    const reply = await t.call(
      t.engineer,
      'POST',
      `/reservations/${booking.id}/take-equivalent`,
      { resourceId: resource, start: choice.start, end: choice.end },
      { 'if-match': `"${version}"` },
    )
    expect([reply.statusCode, reply.json().id, reply.json().price.total]).toEqual([200, booking.id, '360.00'])
    expect((await t.call(t.engineer, 'GET', `/reservations/${booking.id}/displacement`)).json().booking.state).toBe('moved')
  })

  test('elsewhere it is a new booking that replaces the old one without a fee', async () => {
    const resource = await t.addInstrument(t.provider)
    const elsewhere = await t.addOrganisation('provider', { name: '东岸大学转化医学平台' })
    const other = await t.addInstrument(elsewhere)
    await t.pool.query(`update catalog.resource set class_code = '030508' where id = any($1)`, [[resource, other]])
    await t.pool.query('update catalog.resource_price set price_fen = 15000 where resource_id = $1', [other])
    const booking = await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))
    const outage = await declared([resource], '08:00', '20:00')
    const equivalents = (await t.call(t.manager, 'GET', `/outages/${outage.id}/equivalents`)).json()
    expect(equivalents.sameOrLowerPrice).toBe(1)
    const sent = await t.call(t.manager, 'POST', `/outages/${outage.id}/proposals`, { onlySameOrLowerPrice: true })
    expect(sent.json()).toEqual({ sent: 1, withoutEquivalent: 0 })
    const seen = (await t.call(t.engineer, 'GET', `/reservations/${booking.id}/displacement`)).json()
    const choice = seen.equivalents.find((one: { resourceId: string }) => one.resourceId === other)
    expect(choice).toMatchObject({
      start: at(DAY, '10:00'),
      priceDifference: '-60.00',
      isSameProvider: false,
      providerName: '东岸大学转化医学平台',
    })
    const { version } = await read(booking.id)
    const reply = await t.call(
      t.engineer,
      'POST',
      `/reservations/${booking.id}/take-equivalent`,
      { resourceId: other, start: choice.start, end: choice.end },
      { 'if-match': `"${version}"` },
    )
    expect(reply.json()).toMatchObject({ resourceId: other, state: 'confirmed', price: { total: '300.00' } })
    expect(await read(booking.id)).toMatchObject({ state: 'cancelled', cancelFee: '0.00' })
    expect(await affectedOf(outage.id)).toMatchObject([{ state: 'replaced', replacedBy: reply.json().id }])
    const again = await t.call(
      t.engineer,
      'POST',
      `/reservations/${booking.id}/take-equivalent`,
      { resourceId: other, start: choice.start, end: choice.end },
      { 'if-match': `"${version + 1}"` },
    )
    expect(again.json().code).toBe('booking.not_displaced')
  })

  test('cancels free, also late; nothing is said to be free by it', async () => {
    const resource = await t.addInstrument(t.provider)
    const booking = await t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))
    await declared([resource], '08:00', '20:00')
    t.setNow(at(DAY, '07:00'))
    const reply = await t.call(t.engineer, 'POST', `/reservations/${booking.id}/cancel`, {}, { 'if-match': '"2"' })
    expect(reply.json()).toMatchObject({ state: 'cancelled', cancelFee: '0.00' })
    expect((await t.call(t.engineer, 'GET', `/reservations/${booking.id}/displacement`)).json().booking.state).toBe('cancelled')
    const { rows } = await t.pool.query(
      `select 1 from platform.outbox_event where topic = 'booking.slot_freed' and payload ->> 'resourceId' = $1`,
      [resource],
    )
    expect(rows).toEqual([])
  })

  test('what nobody answers is cancelled free at the limit, with notice', async () => {
    const resource = await t.addInstrument(t.provider)
    const booking = await t.placed(t.engineer, t.slot(resource, '2026-11-30', '10:00', '12:00'))
    const outage = await declared([resource], '08:00', '20:00', '2026-11-30')
    await t.call(t.manager, 'POST', `/outages/${outage.id}/proposals`, { answerHours: 24 })
    t.setNow(new Date(NOW.getTime() + 23 * 3_600_000))
    await t.runJob('booking.lapse_displacements')
    expect((await read(booking.id)).state).toBe('confirmed')
    t.setNow(new Date(NOW.getTime() + 25 * 3_600_000))
    await t.runJob('booking.lapse_displacements')
    expect(await read(booking.id)).toMatchObject({ state: 'cancelled', cancelFee: '0.00' })
    expect(await affectedOf(outage.id)).toMatchObject([{ state: 'lapsed' }])
    await t.settle()
    const { rows } = await t.pool.query(
      `select kind from platform.notice where person_id = $1 and kind like 'booking.outage%' order by kind`,
      [t.engineer.id],
    )
    expect(rows.map((row) => row.kind)).toContain('booking.outage_lapsed')
  })
})
