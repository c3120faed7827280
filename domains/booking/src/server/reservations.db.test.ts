import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Reservation } from '../contract/reservations.ts'
import { at, type BookingTest, createBookingTest, NOW, type Person } from './test-booking.ts'

let t: BookingTest
let stranger: Person
beforeAll(async () => {
  t = await createBookingTest()
  stranger = await t.addPerson(await t.addOrganisation('enterprise'), 'enterprise', 'engineer')
})
afterAll(() => t.close())
afterEach(() => t.setNow(NOW))

const post = (person: Person, path: string, body: object = {}, version?: number) =>
  t.call(person, 'POST', path, body, version === undefined ? {} : { 'if-match': `"${version}"` })
const code = (reply: { json: () => { code: string } }) => reply.json().code

describe('a hold', () => {
  test('keeps the slot for 15 minutes, once more when extended, and becomes a booking at its price', async () => {
    const resource = await t.addInstrument(t.provider)
    const reply = await post(t.engineer, '/holds', t.slot(resource, '2026-11-24', '10:00', '12:00'))
    const hold = reply.json<Reservation>()
    expect([reply.statusCode, hold.state, hold.heldUntil, hold.canExtendHold]).toEqual([201, 'held', '2026-11-23T01:55:00.000Z', true])
    t.setNow('2026-11-23T01:50:00.000Z')
    const extended = await post(t.engineer, `/reservations/${hold.id}/extend-hold`)
    expect(extended.json()).toMatchObject({ heldUntil: '2026-11-23T02:05:00.000Z', canExtendHold: false })
    expect(code(await post(t.engineer, `/reservations/${hold.id}/extend-hold`))).toBe('booking.hold_already_extended')
    await t.pool.query('update catalog.resource_price set price_fen = 99900 where resource_id = $1', [resource])
    const booked = await post(t.engineer, `/reservations/${hold.id}/confirm`, { project: '封堵器', note: '带样品' })
    expect(booked.json()).toMatchObject({
      state: 'confirmed',
      heldUntil: null,
      project: '封堵器',
      note: '带样品',
      price: { total: '360.00' },
    })
    expect(code(await post(t.engineer, `/reservations/${hold.id}/confirm`))).toBe('booking.not_held')
    const history = (await t.call(t.engineer, 'GET', `/reservations/${hold.id}/history`)).json()
    expect(history.items.map((item: { action: string }) => item.action)).toEqual(['held', 'hold_extended', 'confirmed'])
  })

  test('moves with the choice, is given up for nothing, and is no concern of others', async () => {
    const resource = await t.addInstrument(t.provider)
    const hold = (await post(t.engineer, '/holds', t.slot(resource, '2026-11-24', '10:00', '12:00'))).json<Reservation>()
    const moved = await post(t.engineer, `/reservations/${hold.id}/move`, t.slot(resource, '2026-11-24', '14:00', '17:00'), 1)
    expect(moved.json()).toMatchObject({ state: 'held', start: at('2026-11-24', '14:00'), price: { total: '540.00' }, version: 2 })
    expect((await post(stranger, `/reservations/${hold.id}/confirm`)).statusCode).toBe(404)
    expect((await post(t.manager, `/reservations/${hold.id}/confirm`)).statusCode).toBe(404)
    const released = await post(t.engineer, `/reservations/${hold.id}/cancel`, {}, 2)
    expect(released.json()).toMatchObject({ state: 'released', cancelFee: '0.00' })
    expect((await t.place(t.engineer, t.slot(resource, '2026-11-24', '14:00', '17:00'))).statusCode).toBe(201)
  })

  test('that ran out says so when it is submitted, and the job gives it back', async () => {
    const resource = await t.addInstrument(t.provider)
    const hold = (await post(t.engineer, '/holds', t.slot(resource, '2026-11-24', '10:00', '12:00'))).json<Reservation>()
    t.setNow('2026-11-23T01:55:00.000Z')
    expect((await t.call(t.engineer, 'GET', `/reservations/${hold.id}`)).json()).toMatchObject({
      state: 'expired',
      cancellation: { canCancel: false },
    })
    expect((await t.call(null, 'GET', `/resources/${resource}/calendar?from=2026-11-24&days=1`)).json().busy).toEqual([])
    expect(code(await post(t.engineer, `/reservations/${hold.id}/confirm`))).toBe('booking.hold_expired')
    await t.runJob('booking.release_holds')
    const { rows } = await t.pool.query('select state, held_until from booking.reservation where id = $1', [hold.id])
    expect(rows).toEqual([{ state: 'expired', held_until: null }])
    const history = (await t.call(t.engineer, 'GET', `/reservations/${hold.id}/history`)).json()
    expect(history.items.at(-1)).toMatchObject({ action: 'expired', actorSide: 'platform', actorName: null })
  })

  test('is refused by the rules like a booking', async () => {
    const resource = await t.addInstrument(t.provider)
    expect(code(await post(t.engineer, '/holds', t.slot(resource, '2026-11-28', '10:00', '12:00')))).toBe('booking.closed_that_day')
  })
})

describe('moving and resizing', () => {
  test('follows the rules, is priced anew, and needs the current version', async () => {
    const resource = await t.addInstrument(t.provider)
    const booked = await t.placed(t.engineer, t.slot(resource, '2026-11-25', '10:00', '12:00'))
    const later = t.slot(resource, '2026-11-25', '11:00', '14:30')
    expect(code(await post(t.engineer, `/reservations/${booked.id}/move`, later))).toBe('platform.if_match_missing')
    const moved = await post(t.engineer, `/reservations/${booked.id}/move`, later, 1)
    expect(moved.json()).toMatchObject({ version: 2, price: { total: '630.00' }, cancellation: { freeUntil: at('2026-11-24', '11:00') } })
    expect(moved.headers.etag).toBe('"2"')
    expect((await post(t.engineer, `/reservations/${booked.id}/move`, later, 1)).statusCode).toBe(412)
    const refused = await post(t.engineer, `/reservations/${booked.id}/move`, t.slot(resource, '2026-11-25', '11:10', '21:00'), 2)
    expect(refused.json().problems.map((problem: { code: string }) => problem.code)).toEqual([
      'booking.not_on_step',
      'booking.too_long',
      'booking.outside_opening',
    ])
    await t.placed(t.engineer, t.slot(resource, '2026-11-25', '16:00', '17:00'))
    const taken = await post(t.engineer, `/reservations/${booked.id}/move`, t.slot(resource, '2026-11-25', '15:00', '17:00'), 2)
    expect([taken.statusCode, taken.json().code, taken.json().alternatives.length]).toEqual([409, 'booking.slot_taken', 3])
    const history = (await t.call(t.manager, 'GET', `/reservations/${booked.id}/history`)).json()
    expect(history.items[1]).toMatchObject({
      action: 'moved',
      actorSide: 'customer',
      actorName: null,
      from: { start: booked.start },
      to: { start: at('2026-11-25', '11:00') },
      price: '630.00',
    })
  })

  test('late only by the provider, with a reason', async () => {
    const resource = await t.addInstrument(t.provider)
    const booked = await t.placed(t.engineer, t.slot(resource, '2026-11-24', '10:00', '12:00'))
    t.setNow(at('2026-11-23', '11:00'))
    const to = t.slot(resource, '2026-11-24', '14:00', '16:00')
    expect((await t.call(t.engineer, 'GET', `/reservations/${booked.id}`)).json().canMove).toBe(false)
    expect(code(await post(t.engineer, `/reservations/${booked.id}/move`, to, 1))).toBe('booking.too_late_to_move')
    expect(code(await post(t.manager, `/reservations/${booked.id}/move`, to, 1))).toBe('booking.reason_missing')
    expect((await post(t.manager, `/reservations/${booked.id}/move`, { ...to, reason: '色谱柱检修' }, 1)).json()).toMatchObject({
      start: to.start,
      version: 2,
    })
  })
})

describe('cancelling', () => {
  test('costs what the terms said, frees the slot, and cannot be repeated', async () => {
    const resource = await t.addInstrument(t.provider)
    const slot = t.slot(resource, '2026-11-24', '10:00', '12:00')
    const booked = await t.placed(t.engineer, slot)
    await t.pool.query('update booking.calendar set late_cancel_percent = 90, version = version + 1 where resource_id = $1', [resource])
    t.setNow(at('2026-11-23', '20:00'))
    expect((await t.call(t.engineer, 'GET', `/reservations/${booked.id}`)).json().cancellation).toMatchObject({
      feeNow: '108.00',
      canCancel: true,
    })
    const cancelled = await post(t.engineer, `/reservations/${booked.id}/cancel`, { reason: '样品未到' }, 1)
    expect(cancelled.json()).toMatchObject({ state: 'cancelled', cancelFee: '108.00', endReason: '样品未到', version: 2 })
    expect(code(await post(t.engineer, `/reservations/${booked.id}/cancel`, {}, 2))).toBe('booking.already_ended')
    expect((await t.place(t.engineer, slot)).statusCode).toBe(201)
  })

  test('after the start only the provider, for nothing, with a reason', async () => {
    const resource = await t.addInstrument(t.provider)
    const booked = await t.placed(t.engineer, t.slot(resource, '2026-11-24', '10:00', '12:00'))
    t.setNow(at('2026-11-24', '10:30'))
    expect(code(await post(t.engineer, `/reservations/${booked.id}/cancel`, {}, 1))).toBe('booking.already_started')
    expect(code(await post(t.manager, `/reservations/${booked.id}/cancel`, {}, 1))).toBe('booking.reason_missing')
    expect((await post(t.manager, `/reservations/${booked.id}/cancel`, { reason: '停电' }, 1)).json()).toMatchObject({
      state: 'cancelled',
      cancelFee: '0.00',
    })
  })
})

describe('another tenant', () => {
  test('gets the answer of an unknown id everywhere', async () => {
    const resource = await t.addInstrument(t.provider)
    const booked = await t.placed(t.engineer, t.slot(resource, '2026-11-25', '10:00', '12:00'))
    const unknown = '0193a5c0-0000-7000-8000-000000000000'
    const ask = async (id: string) =>
      Promise.all([
        t.call(stranger, 'GET', `/reservations/${id}`),
        t.call(stranger, 'GET', `/reservations/${id}/history`),
        post(stranger, `/reservations/${id}/move`, t.slot(resource, '2026-11-25', '14:00', '15:00'), 1),
        post(stranger, `/reservations/${id}/cancel`, {}, 1),
        post(stranger, `/reservations/${id}/confirm`),
        post(stranger, `/reservations/${id}/extend-hold`),
      ])
    const strip = (reply: { statusCode: number; json: () => object }) => [reply.statusCode, { ...reply.json(), requestId: '' }]
    expect((await ask(booked.id)).map(strip)).toEqual((await ask(unknown)).map(strip))
    expect((await ask(booked.id)).map((reply) => reply.statusCode)).toEqual([404, 404, 404, 404, 404, 404])
    expect((await t.call(stranger, 'GET', '/reservations?scope=organisation')).json().items).toEqual([])
  })
})

describe('lists', () => {
  test('own, of the organisation and of the provider, filtered, page by page without gaps', async () => {
    const provider = await t.addOrganisation('provider')
    const manager = await t.addPerson(provider, 'provider', 'lab_manager')
    const organisation = await t.addOrganisation('enterprise')
    const one = await t.addPerson(organisation, 'enterprise', 'engineer')
    const two = await t.addPerson(organisation, 'enterprise', 'purchaser')
    const resource = await t.addInstrument(provider)
    const other = await t.addInstrument(provider)
    const ids: string[] = []
    for (const [index, hour] of [8, 10, 12, 14, 16, 18].entries()) {
      const body = t.slot(
        index % 2 ? other : resource,
        '2026-11-26',
        `${String(hour).padStart(2, '0')}:00`,
        `${String(hour + 1).padStart(2, '0')}:00`,
      )
      ids.push((await t.placed(index < 4 ? one : two, body)).id)
    }
    await post(one, `/reservations/${ids[0]}/cancel`, {}, 1)
    const list = async (person: Person, query: string) => {
      const found: string[] = []
      let cursor: string | null = null
      do {
        const page = (await t.call(person, 'GET', `/reservations?limit=2&${query}${cursor ? `&cursor=${cursor}` : ''}`)).json() as {
          items: Reservation[]
          nextCursor: string | null
        }
        found.push(...page.items.map((item) => item.id))
        cursor = page.nextCursor
      } while (cursor)
      return found
    }
    expect(await list(one, 'scope=mine&order=start_asc')).toEqual(ids.slice(0, 4))
    expect(await list(two, 'scope=mine')).toEqual([ids[5], ids[4]])
    expect(await list(two, 'scope=organisation')).toEqual([...ids].reverse())
    expect(await list(manager, 'scope=provider&order=start_asc&state=confirmed')).toEqual(ids.slice(1))
    expect(await list(manager, 'scope=organisation')).toEqual([])
    expect(await list(one, `scope=organisation&resourceId=${other}&order=start_asc`)).toEqual([ids[1], ids[3], ids[5]])
    expect(
      await list(one, `scope=organisation&order=start_asc&from=${at('2026-11-26', '13:00')}&until=${at('2026-11-26', '16:00')}`),
    ).toEqual([ids[3]])
    t.setNow(at('2026-11-26', '14:30'))
    expect(await list(one, 'scope=organisation&when=upcoming&order=start_asc')).toEqual(ids.slice(3))
    expect(await list(one, 'scope=organisation&when=past&order=start_asc')).toEqual(ids.slice(0, 3))
    expect(code(await t.call(one, 'GET', '/reservations?cursor=nonsense'))).toBe('platform.cursor_invalid')
  })
})
