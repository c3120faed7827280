import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BundlePreview, PlacedBundle } from '../../contract/bundles.ts'
import { at, type BookingTest, createBookingTest } from '../test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())

const DAY = '2026-11-25'
const time = (from = '10:00', to = '12:00', day = DAY) => ({ start: at(day, from), end: at(day, to) })
const parts = (...lists: string[][]) => ({ parts: lists.map((resourceIds) => ({ resourceIds })) })
const place = (body: object, person = t.engineer) => t.call(person, 'POST', '/bundles', body)
const placed = async (body: object): Promise<PlacedBundle> => {
  const reply = await place(body)
  if (reply.statusCode !== 201) throw new Error(`${reply.statusCode} ${reply.body}`)
  return reply.json()
}
const live = async (...resourceIds: string[]): Promise<number> => {
  const { rows } = await t.pool.query(
    `select count(*)::int as count from booking.reservation where resource_id = any($1) and state in ('pending', 'confirmed')`,
    [resourceIds],
  )
  return rows[0].count
}
const instrument = (calendar: Record<string, unknown> = {}) => t.addInstrument(t.provider, { calendar })

/** People's help: a service of the catalogue that nobody books by itself. */
async function addService(capacity: number): Promise<string> {
  const id = newId()
  await t.pool.query(
    `insert into catalog.resource (id, provider_id, kind, status, work_state, site_id, name_zh, content, published_version, published_at)
     select $1, provider_id, 'technical_service', 'published', 'none', id, '操作人员', '{}', 1, now() from catalog.site where provider_id = $2 limit 1`,
    [id, t.provider],
  )
  await t.pool.query(
    `insert into catalog.resource_price (id, resource_id, customer_class, unit, price_fen, valid_from) values ($1, $2, 'enterprise', 'hour', 6000, '2020-01-01'),
      ($3, $2, 'outside_district', 'hour', 6000, '2020-01-01')`,
    [newId(), id, newId()],
  )
  const set = { companions: [{ nameZh: '操作人员', nameEn: 'operator', isNeeded: false, resourceIds: [id] }] }
  const host = await instrument()
  const reply = await t.call(t.manager, 'PUT', `/resources/${host}/companions`, set, { 'if-match': '"0"' })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  await t.pool.query(`update booking.calendar set capacity = $2 where resource_id = $1`, [id, capacity])
  return id
}

describe('several resources in one booking', () => {
  test('all under one number with one total', async () => {
    const [a, b, operator] = [await instrument(), await instrument(), await addService(2)]
    const body = { ...time(), ...parts([a], [b], [operator]) }
    const shown: BundlePreview = (await t.call(t.engineer, 'POST', '/bundles/preview', body)).json()
    expect(shown).toMatchObject({ total: '840.00', request: null, problems: [] })
    const { group, reservations } = await placed({ ...body, quotedTotal: '840.00', project: '组合实验' })
    expect(group).toMatchObject({ kind: 'bundle', total: '840.00' })
    expect(group?.number).toMatch(/^SET-20261123-/)
    expect(reservations.map(({ resourceId, state, project }) => [resourceId, state, project])).toEqual([
      [a, 'confirmed', '组合实验'],
      [b, 'confirmed', '组合实验'],
      [operator, 'confirmed', '组合实验'],
    ])
  })

  test('one that is taken and nothing is booked', async () => {
    const [a, b] = [await instrument(), await instrument()]
    await t.placed(t.manager, { ...t.slot(b, DAY, '11:00', '13:00'), isInternal: true })
    const reply = await place({ ...time(), ...parts([a], [b]) })
    expect(reply.statusCode).toBe(409)
    expect(reply.json().problems.map(({ code }: { code: string }) => code)).toEqual(['booking.bundle_not_possible', 'booking.slot_taken'])
    expect(await live(a)).toBe(0)
  })

  test('parts move and are cancelled together, never alone', async () => {
    const [a, b] = [await instrument(), await instrument()]
    const { group, reservations } = await placed({ ...time(), ...parts([a], [b]) })
    const alone = (verb: string, body: object) =>
      t.call(t.engineer, 'POST', `/reservations/${reservations[0]?.id}/${verb}`, body, { 'if-match': '"1"' })
    expect((await alone('cancel', {})).json().code).toBe('booking.bundle_together')
    expect((await alone('move', time('14:00', '16:00'))).json().code).toBe('booking.bundle_together')
    const change = (verb: string, version: number, body: object) =>
      t.call(t.engineer, 'POST', `/groups/${group?.id}/${verb}`, body, { 'if-match': `"${version}"` })
    await t.placed(t.manager, { ...t.slot(b, DAY, '16:00', '18:00'), isInternal: true })
    const clash = await change('move', 1, { scope: 'all', ...time('14:00', '16:00') })
    expect(clash.json()).toMatchObject({ code: 'booking.slot_taken', reservation: { id: reservations[1]?.id } })
    const moved = await change('move', 1, { scope: 'all', ...time('13:00', '15:00') })
    expect(moved.json().reservations.map(({ start }: { start: string }) => start)).toEqual([at(DAY, '13:00'), at(DAY, '13:00')])
    const cancelled = await change('cancel', 2, { scope: 'one', reservationId: reservations[0]?.id })
    expect(cancelled.json().reservations.map(({ state }: { state: string }) => state)).toEqual(['cancelled', 'cancelled'])
  })

  test('one part that the provider answers first makes all of it one request', async () => {
    const [a, b] = [await instrument(), await instrument({ confirmation: 'approval' })]
    const { reservations } = await placed({ ...time(), ...parts([a], [b]) })
    expect(reservations.map(({ state }) => state)).toEqual(['pending', 'pending'])
    const approved = await t.call(t.manager, 'POST', `/reservations/${reservations[0]?.id}/approve`, {}, { 'if-match': '"1"' })
    expect(approved.statusCode, approved.body).toBe(200)
    const { rows } = await t.pool.query(`select state from booking.reservation where resource_id = any($1)`, [[a, b]])
    expect(rows.map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
    const read = async (person: typeof t.engineer) => (await t.call(person, 'GET', `/reservations/${reservations[1]?.id}`)).json()
    expect(await read(t.engineer)).toMatchObject({ canMove: false, canAskMove: false, moveBlock: 'bundle_needs_approval' })
    expect(await read(t.manager)).toMatchObject({ canMove: true, moveBlock: null })
  })

  test('resources of two providers are not booked together', async () => {
    const other = await t.addOrganisation('provider')
    const reply = await place({ ...time(), ...parts([await instrument()], [await t.addInstrument(other)]) })
    expect(reply.json().code).toBe('booking.bundle_one_provider')
  })
})

describe('any one of equivalents', () => {
  test('the first of the list that is free, or the cheapest', async () => {
    const [a, b] = [await instrument(), await instrument()]
    await t.pool.query(`update catalog.resource_price set price_fen = 9000 where resource_id = $1`, [b])
    const wish = { ...time(), ...parts([a, b]) }
    const cheapest = await placed({ ...wish, choose: 'cheapest' })
    expect(cheapest.group).toBeNull()
    expect(cheapest.reservations[0]).toMatchObject({ resourceId: b, price: { total: '180.00' }, group: null })
    expect((await placed(wish)).reservations[0]?.resourceId).toBe(a)
    expect((await place(wish)).json().code).toBe('booking.bundle_not_possible')
  })

  test('times at which all parts can be had are found, earliest first', async () => {
    const [a, b, room] = [await instrument(), await instrument(), await instrument()]
    for (const id of [a, b]) await t.placed(t.manager, { ...t.slot(id, DAY, '08:00', '16:00'), isInternal: true })
    await t.placed(t.manager, { ...t.slot(room, DAY, '16:00', '20:00'), isInternal: true })
    const body = { from: at(DAY, '00:00'), until: at('2026-11-26', '23:00'), minutes: 120, limit: 2, ...parts([a, b], [room]) }
    const found = (await t.call(t.engineer, 'POST', '/bundles/times', body)).json()
    expect(found.items.map(({ start }: { start: string }) => start)).toEqual([at('2026-11-26', '08:00'), at('2026-11-26', '08:30')])
    expect(found.items[0]).toMatchObject({ resourceIds: [a, room], total: '720.00' })
  })
})

describe('what the provider says belongs together', () => {
  const set = (resource: string, companions: object[], version = 0, person = t.manager) =>
    t.call(person, 'PUT', `/resources/${resource}/companions`, { companions }, { 'if-match': `"${version}"` })
  const need = (isNeeded: boolean, ...resourceIds: string[]) => ({ nameZh: '准备间', nameEn: 'prep room', isNeeded, resourceIds })

  test('a needed one is asked for at every door', async () => {
    const [a, room] = [await instrument(), await instrument()]
    expect((await set(a, [need(true, room)])).statusCode).toBe(200)
    const single = t.slot(a, DAY, '10:00', '12:00')
    const alone = await t.place(t.engineer, single)
    expect(alone.json()).toMatchObject({ code: 'booking.companion_missing' })
    expect((await t.call(t.engineer, 'POST', '/holds', single)).json().code).toBe('booking.companion_missing')
    expect((await t.call(t.engineer, 'POST', '/series/preview', { ...single, rule: 'FREQ=DAILY;COUNT=1' })).json().refused).toBe(1)
    expect((await place({ ...time(), ...parts([a]) })).json().code).toBe('booking.bundle_not_possible')
    const { group } = await placed({ ...time(), ...parts([a], [room]) })
    const moved = await t.call(
      t.engineer,
      'POST',
      `/groups/${group?.id}/move`,
      { scope: 'all', ...time('14:00', '16:00') },
      { 'if-match': '"1"' },
    )
    expect(moved.statusCode, moved.body).toBe(200)
    expect((await t.call(t.engineer, 'GET', `/resources/${a}/companions`)).json().companions).toMatchObject([
      { isNeeded: true, choices: [{ resourceId: room }] },
    ])
  })

  test('only own resources, never itself, each change at its version', async () => {
    const [a, room] = [await instrument(), await instrument()]
    const foreign = await t.addInstrument(await t.addOrganisation('provider'))
    expect((await set(a, [need(true, foreign)])).json().code).toBe('booking.companion_unknown')
    expect((await set(a, [need(true, a)])).json().code).toBe('booking.companion_itself')
    expect((await set(foreign, [need(true, room)])).json().code).toBe('booking.resource_missing')
    expect((await set(a, [need(true, room)])).statusCode).toBe(200)
    expect((await set(a, [])).statusCode).toBe(412)
    expect((await set(a, [], 1)).json().version).toBe(2)
    expect((await t.place(t.engineer, t.slot(a, DAY, '10:00', '12:00'))).statusCode).toBe(201)
  })
})

describe('races', () => {
  const strange = (replies: { statusCode: number; body: string }[]) =>
    replies.filter(({ statusCode }) => ![201, 409].includes(statusCode)).map(({ body }) => body)
  const giveBack = (...ids: string[]) =>
    t.pool.query(`update booking.reservation set state = 'cancelled' where resource_id = any($1)`, [ids])

  test('a bundle against a booking of each of its parts: all or none, nothing twice', async () => {
    const [a, b, c] = [await instrument(), await instrument(), await instrument()]
    for (let round = 0; round < 15; round += 1) {
      const [bundle, ...singles] = await Promise.all([
        place({ ...time(), ...parts([c], [a], [b]) }),
        ...[a, b, c].map((id) => t.place(t.engineer, t.slot(id, DAY, '11:00', '13:00'))),
      ])
      expect(strange([...(bundle ? [bundle] : []), ...singles])).toEqual([])
      const wonSingles = singles.filter(({ statusCode }) => statusCode === 201).length
      expect(wonSingles).toBe(bundle?.statusCode === 201 ? 0 : wonSingles)
      expect(await live(a, b, c)).toBe(bundle?.statusCode === 201 ? 3 : wonSingles)
      await giveBack(a, b, c)
    }
  })

  test('bundles that name the same resources in opposite order: one wins, none waits in circles', async () => {
    const [a, b, c] = [await instrument(), await instrument(), await instrument()]
    for (let round = 0; round < 15; round += 1) {
      const replies = await Promise.all([
        place({ ...time(), ...parts([a], [b], [c]) }),
        place({ ...time(), ...parts([c], [b], [a]) }),
        place({ ...time('11:00', '13:00'), ...parts([b], [a]) }),
        place({ ...time('09:00', '11:00'), ...parts([c], [a]) }),
      ])
      expect(strange(replies)).toEqual([])
      const winners = replies.filter(({ statusCode }) => statusCode === 201)
      expect(winners).toHaveLength(1)
      expect(await live(a, b, c)).toBe(winners[0]?.json().reservations.length)
      await giveBack(a, b, c)
    }
  })

  test('four who want any of three equivalents get three', async () => {
    const [a, b, c] = [await instrument(), await instrument(), await instrument()]
    for (let round = 0; round < 8; round += 1) {
      const replies = await Promise.all(Array.from({ length: 4 }, () => place({ ...time(), ...parts([a, b, c]) })))
      expect(strange(replies)).toEqual([])
      expect(await live(a, b, c)).toBe(3)
      await giveBack(a, b, c)
    }
  })
})
