import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Reservation } from '../../contract/reservations.ts'
import { at, type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
beforeEach(() => t.setNow(NOW))

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)
const hour = (resource: string, day: string, from: number, hours = 1) =>
  t.slot(resource, day, `${String(from).padStart(2, '0')}:00`, `${String(from + hours).padStart(2, '0')}:00`)
const COLLEAGUES = 4

describe('fair shares', () => {
  test('hours of a person in a local week', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { person_week_hours: 4, buffer_after_minutes: 0 } })
    await t.placed(t.engineer, hour(resource, '2026-11-25', 9, 3))
    const refused = await t.place(t.engineer, hour(resource, '2026-11-26', 9, 2))
    expect(refused.json().problems).toMatchObject([
      { code: 'booking.person_week_limit', params: { limitHours: 4, usedHours: 3, leftHours: 1, week: '2026-11-23' }, waivable: true },
    ])
    expect((await t.call(t.engineer, 'POST', '/quotes', hour(resource, '2026-11-26', 9, 2))).json().problems).toMatchObject([
      { code: 'booking.person_week_limit' },
    ])
    expect((await t.place(t.engineer, hour(resource, '2026-12-01', 9, 2))).statusCode).toBe(201)
    const colleague = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
    expect((await t.place(colleague, hour(resource, '2026-11-26', 9, 2))).statusCode).toBe(201)
  })

  test('a booking that moves does not count beside itself', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { person_week_hours: 4 } })
    const placed = await t.placed(t.engineer, hour(resource, '2026-11-25', 9, 4))
    const move = (body: object) => t.call(t.engineer, 'POST', `/reservations/${placed.id}/move`, body, { 'if-match': '"1"' })
    const longer = hour(resource, '2026-11-26', 9, 5)
    expect(codesOf(await move({ start: longer.start, end: longer.end }))).toEqual(['booking.person_week_limit'])
    const same = hour(resource, '2026-11-26', 9, 4)
    expect((await move({ start: same.start, end: same.end })).statusCode).toBe(200)
  })

  test('the provider books for a customer beyond the limit; its own people are limited when it says so', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { person_week_hours: 1 } })
    const wish = { ...hour(resource, '2026-11-25', 9, 2), customerOrganisationId: t.enterprise }
    expect((await t.place(t.manager, wish)).statusCode).toBe(201)
    expect((await t.place(t.manager, hour(resource, '2026-11-25', 13, 2))).statusCode).toBe(201)
    await t.pool.query(`update booking.calendar set limits_include_inside = true, version = version + 1 where resource_id = $1`, [resource])
    expect(codesOf(await t.place(t.manager, hour(resource, '2026-11-26', 13, 2)))).toEqual(['booking.person_week_limit'])
  })

  test.each([
    ['person_week_hours', 3, 'booking.person_week_limit', 1],
    ['organisation_week_hours', 3, 'booking.organisation_week_limit', COLLEAGUES],
    ['open_bookings', 3, 'booking.open_bookings_limit', 1],
    ['ahead_hours', 3, 'booking.ahead_limit', 1],
  ] as const)('of many that come at once %s lets exactly so many pass', async (rule, limit, code, people) => {
    const persons: Person[] = [t.engineer]
    while (persons.length < people) persons.push(await t.addPerson(t.enterprise, 'enterprise', 'engineer'))
    for (let round = 0; round < 5; round += 1) {
      const resource = await t.addInstrument(t.provider, { calendar: { [rule]: limit, buffer_after_minutes: 0 } })
      const replies = await Promise.all(
        Array.from({ length: 12 }, (_, index) => t.place(persons[index % people] ?? t.engineer, hour(resource, '2026-11-25', 8 + index))),
      )
      expect(replies.filter((reply) => reply.statusCode === 201)).toHaveLength(limit)
      for (const reply of replies) if (reply.statusCode !== 201) expect(codesOf(reply)).toEqual([code])
    }
  })

  test('a hold counts, and submitting it does not count it twice', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { open_bookings: 1 } })
    const hold = (await t.call(t.engineer, 'POST', '/holds', hour(resource, '2026-11-25', 9))).json()
    expect(codesOf(await t.place(t.engineer, hour(resource, '2026-11-25', 14)))).toEqual(['booking.open_bookings_limit'])
    expect((await t.call(t.engineer, 'POST', `/reservations/${hold.id}/confirm`, {})).json().state).toBe('confirmed')
  })
})

describe('numbered units', () => {
  test('20 clients on three units: exactly three, on different units', async () => {
    for (let round = 0; round < 10; round += 1) {
      const resource = await t.addInstrument(t.provider, { calendar: { capacity: 3 } })
      const replies = await Promise.all(Array.from({ length: 20 }, () => t.place(t.engineer, hour(resource, '2026-11-25', 10))))
      const won = replies.filter((reply) => reply.statusCode === 201).map((reply) => reply.json() as Reservation)
      expect(won.map(({ unit }) => unit).sort()).toEqual([1, 2, 3])
      for (const reply of replies) if (reply.statusCode !== 201) expect(codesOf(reply)).toEqual(['booking.slot_taken'])
    }
  })

  test('a slot is free while a unit is, everywhere that says so', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { capacity: 2, buffer_after_minutes: 0 } })
    const wish = hour(resource, '2026-11-25', 10, 2)
    const first = async () =>
      (await t.call(null, 'GET', `/resources/${resource}/free-slots?near=${wish.start}&minutes=120&limit=1`)).json().items[0].start
    const calendar = async () => (await t.call(null, 'GET', `/resources/${resource}/calendar?from=2026-11-25&days=1`)).json()
    await t.placed(t.engineer, wish)
    expect(await first()).toBe(wish.start)
    expect((await calendar()).busy).toEqual([])
    expect((await t.call(t.engineer, 'POST', '/quotes', wish)).json().isFree).toBe(true)
    await t.placed(t.engineer, wish)
    expect(await first()).not.toBe(wish.start)
    expect((await calendar()).busy).toMatchObject([{ start: wish.start, end: wish.end, isMine: false }])
    expect((await t.call(t.engineer, 'POST', '/quotes', wish)).json().isFree).toBe(false)
  })

  test('a use needs one unit for its whole time', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { capacity: 2, buffer_after_minutes: 0 } })
    const [one, two] = [
      await t.placed(t.engineer, hour(resource, '2026-11-25', 10)),
      await t.placed(t.engineer, hour(resource, '2026-11-25', 10)),
    ]
    expect([one.unit, two.unit].sort()).toEqual([1, 2])
    const later = hour(resource, '2026-11-25', 11)
    await t.call(t.engineer, 'POST', `/reservations/${two.id}/move`, { start: later.start, end: later.end }, { 'if-match': '"1"' })
    expect((await t.place(t.engineer, hour(resource, '2026-11-25', 10, 2))).statusCode).toBe(409)
  })
})

describe('no-shows', () => {
  const missed = async (person: Person, resource: string, from: number): Promise<Reservation> => {
    t.setNow(NOW)
    const placed = await t.placed(person, hour(resource, '2026-11-24', from))
    t.setNow(at('2026-11-24', '19:00'))
    const reply = await t.call(t.manager, 'POST', `/reservations/${placed.id}/no-show`, undefined, { 'if-match': '"1"' })
    if (reply.statusCode !== 200) throw new Error(reply.body)
    await t.settle()
    return reply.json()
  }

  test('from the threshold on the provider answers first, until the points expire', async () => {
    const person = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
    const resource = await t.addInstrument(t.provider)
    for (const from of [9, 11]) await missed(person, resource, from)
    expect((await t.placed(person, hour(resource, '2026-11-26', 9))).state).toBe('confirmed')
    expect((await missed(person, resource, 13)).state).toBe('no_show')
    const standing = (await t.call(person, 'GET', '/standing')).json()
    expect(standing.providers).toMatchObject([{ points: 3, threshold: 3, isRestricted: true, clearsAt: at('2027-02-22', '19:00') }])
    expect(standing.items).toHaveLength(3)
    const pending = await t.placed(person, hour(resource, '2026-11-26', 11))
    expect(pending).toMatchObject({ state: 'pending', request: { cause: 'no_show' } })
    expect((await t.placed(t.engineer, hour(resource, '2026-11-26', 13))).state).toBe('confirmed')
    const elsewhere = await t.addInstrument(await t.addOrganisation('provider'))
    expect((await t.placed(person, hour(elsewhere, '2026-11-26', 11))).state).toBe('confirmed')
    t.setNow(at('2027-02-22', '19:00'))
    expect((await t.placed(person, hour(resource, '2027-02-25', 9))).state).toBe('confirmed')
  })

  test('an appeal is decided by a second person, and upheld takes the points away', async () => {
    const person = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
    const resource = await t.addInstrument(t.provider)
    await missed(person, resource, 15)
    const [record] = (await t.call(person, 'GET', '/standing')).json().items
    const change = (who: Person, verb: string, version: number, body: object) =>
      t.call(who, 'POST', `/no-shows/${record.id}/${verb}`, body, { 'if-match': `"${version}"` })
    expect((await change(t.engineer, 'appeal', 1, { words: '不是我' })).statusCode).toBe(404)
    expect((await change(person, 'appeal', 1, { words: '当日停电' })).statusCode).toBe(200)
    expect(codesOf(await change(person, 'appeal', 2, { words: '再次' }))).toEqual(['booking.appeal_already_made'])
    expect(codesOf(await change(t.manager, 'decide', 2, { isUpheld: true }))).toEqual(['booking.second_person_needed'])
    const second = await t.addPerson(t.provider, 'provider', 'lab_manager')
    const third = await t.addPerson(t.provider, 'provider', 'lab_manager')
    const replies = await Promise.all([change(second, 'decide', 2, { isUpheld: true }), change(third, 'decide', 2, { isUpheld: false })])
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([
      200,
      expect.toSatisfy((status: number) => status === 409 || status === 412),
    ])
    const { rows } = await t.pool.query(`select action from platform.audit_entry where subject_id = $1 order by at`, [record.id])
    expect(rows).toHaveLength(2)
    const isUpheld = replies[0]?.statusCode === 200
    expect((await t.call(person, 'GET', '/standing')).json().providers).toHaveLength(isUpheld ? 0 : 1)
  })

  test('cannot be recorded before the start, nor by another provider', async () => {
    const resource = await t.addInstrument(t.provider)
    const placed = await t.placed(t.engineer, hour(resource, '2026-11-24', 9))
    const record = (who: Person) => t.call(who, 'POST', `/reservations/${placed.id}/no-show`, undefined, { 'if-match': '"1"' })
    expect(codesOf(await record(t.manager))).toEqual(['booking.no_show_too_early'])
    t.setNow(at('2026-11-24', '09:30'))
    expect((await record(await t.addPerson(await t.addOrganisation('provider'), 'provider', 'lab_manager'))).statusCode).toBe(404)
    expect((await record(t.engineer)).statusCode).toBe(404)
    expect((await record(t.manager)).json().state).toBe('no_show')
    expect((await t.place(t.engineer, hour(resource, '2026-11-24', 13))).statusCode).toBe(201)
  })

  test('the provider sets points, threshold and expiry', async () => {
    const manager = await t.addPerson(await t.addOrganisation('provider'), 'provider', 'lab_manager')
    expect((await t.call(manager, 'GET', '/no-show-policy')).json()).toEqual({ points: 1, threshold: 3, expiresAfterDays: 90, version: 0 })
    const save = (version: number) =>
      t.call(manager, 'PUT', '/no-show-policy', { points: 2, threshold: 4, expiresAfterDays: 30 }, { 'if-match': `"${version}"` })
    expect((await save(0)).json()).toMatchObject({ threshold: 4, version: 1 })
    expect((await save(0)).statusCode).toBe(412)
    expect((await save(1)).json().version).toBe(2)
  })
})
