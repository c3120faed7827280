import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at, type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
let resource: string
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
beforeEach(async () => {
  t.setNow(NOW)
  resource = await t.addInstrument(t.provider, { calendar: { operations: ['self_service', 'with_operator'], buffer_after_minutes: 0 } })
})

const RULE = {
  level: 2,
  afterHoursLevel: null,
  dayStartMinute: 480,
  dayEndMinute: 1080,
  isWeekendAfterHours: true,
  disuseDays: null,
  validityMonths: 12,
  includesInside: false,
}
const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)
const hour = (from: number, operation: string = 'self_service', day = '2026-11-25') => ({
  ...t.slot(resource, day, `${String(from).padStart(2, '0')}:00`, `${String(from + 1).padStart(2, '0')}:00`),
  operation,
})
const ask = (rule: object = {}, version = 0, of = resource, by: Person = t.manager) =>
  t.call(by, 'PUT', `/resources/${of}/qualification-rule`, { ...RULE, ...rule }, { 'if-match': `"${version}"` })
const grant = async (person: Person, body: object = {}) => {
  const reply = await t.call(t.manager, 'POST', '/qualifications', {
    personId: person.id,
    resourceIds: [resource],
    level: 2,
    reason: '已考核',
    ...body,
  })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json().items[0]
}
const suspend = (id: string, version = 1) =>
  t.call(t.manager, 'POST', `/qualifications/${id}/suspend`, { reason: '违反操作规程' }, { 'if-match': `"${version}"` })
/** Somebody who has booked with the provider once, so that it knows them. */
const newcomer = async () => {
  const person = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
  const other = await t.addInstrument(t.provider)
  await t.placed(person, t.slot(other, '2026-11-27', '09:00', '10:00'))
  return person
}
const noticesOf = async (person: Person) => {
  const { rows } = await t.pool.query(`select kind from platform.notice where person_id = $1 order by id`, [person.id])
  return rows.map(({ kind }) => kind as string)
}

describe('self-service needs a level', () => {
  test('at the start of the use; an operator is never asked for', async () => {
    const person = await newcomer()
    expect((await ask()).statusCode).toBe(200)
    const refused = await t.place(person, hour(10))
    expect(refused.json().problems).toMatchObject([
      { code: 'booking.level_needed_operator', params: { needed: 2, held: 0, lack: 'none' }, waivable: true },
    ])
    expect((await t.call(person, 'POST', '/quotes', hour(10))).json().problems).toMatchObject([{ code: 'booking.level_needed_operator' }])
    expect((await t.place(person, hour(10, 'with_operator'))).statusCode).toBe(201)
    await grant(person, { validUntil: '2026-11-25' })
    expect((await t.place(person, hour(11))).statusCode).toBe(201)
    expect(codesOf(await t.place(person, hour(11, 'self_service', '2026-11-26')))).toEqual(['booking.level_needed_operator'])
    await grant(person, { level: 1, validUntil: null })
    expect((await t.place(person, hour(12, 'self_service', '2026-11-26'))).json().problems).toMatchObject([
      { params: { needed: 2, held: 1, lack: 'lapsed' } },
    ])
  })

  test('a hold is asked too, and moving is no way around', async () => {
    const person = await newcomer()
    await ask({ level: 0, afterHoursLevel: 3 })
    const placed = await t.placed(person, hour(10))
    const evening = hour(18)
    const move = { start: evening.start, end: evening.end }
    expect(codesOf(await t.call(person, 'POST', `/reservations/${placed.id}/move`, move, { 'if-match': '"1"' }))).toEqual([
      'booking.level_needed_operator',
    ])
    expect(codesOf(await t.call(person, 'POST', '/holds', evening))).toEqual(['booking.level_needed_operator'])
    await grant(person, { level: 3 })
    expect((await t.call(person, 'POST', `/reservations/${placed.id}/move`, move, { 'if-match': '"1"' })).statusCode).toBe(200)
  })

  test('the provider’s own people only when the rule says so', async () => {
    await ask()
    expect((await t.place(t.manager, hour(9))).statusCode).toBe(201)
    await ask({ includesInside: true }, 1)
    expect(codesOf(await t.place(t.manager, hour(10)))).toEqual(['booking.level_needed_operator'])
    expect((await t.place(t.manager, { ...hour(10), customerOrganisationId: t.enterprise })).statusCode).toBe(201)
  })

  test('a level lapses without use, and use keeps it', async () => {
    const person = await newcomer()
    await ask({ disuseDays: 14, validityMonths: null })
    await grant(person)
    expect((await t.place(person, hour(9, 'self_service', '2026-12-04'))).statusCode).toBe(201)
    expect((await t.place(person, hour(9, 'self_service', '2026-12-14'))).json().problems).toMatchObject([{ params: { lack: 'lapsed' } }])
    await t.pool.query(
      `update booking.reservation set state = 'completed', during = tstzrange('2026-12-04T01:00Z', '2026-12-04T02:00Z') where resource_id = $1`,
      [resource],
    )
    expect((await t.place(person, hour(9, 'self_service', '2026-12-14'))).statusCode).toBe(201)
    const passport = (await t.call(person, 'GET', '/passport')).json()
    expect(passport.items).toMatchObject([
      { lapsesAt: '2026-12-18T02:00:00.000Z', lastUsedAt: '2026-12-04T02:00:00.000Z', state: 'expiring' },
    ])
  })

  test('the page says beforehand what is needed and held', async () => {
    const person = await newcomer()
    const read = async () => (await t.call(person, 'GET', `/resources/${resource}/qualification`)).json()
    expect(await read()).toMatchObject({ isAsked: false, level: 0 })
    await ask()
    expect(await read()).toMatchObject({ isAsked: true, level: 2, heldLevel: 0, offersOperator: true, training: null, test: null })
    await grant(person)
    expect(await read()).toMatchObject({ heldLevel: 2, lapsesAt: '2027-11-23T01:40:00.000Z' })
  })
})

describe('losing the ground', () => {
  test('suspending finds coming bookings; the manager lets staff run one and releases another', async () => {
    const person = await newcomer()
    await ask()
    const held = await grant(person)
    const [one, two] = [await t.placed(person, hour(10)), await t.placed(person, hour(11))]
    await t.placed(person, hour(12, 'with_operator'))
    const suspended = await suspend(held.id)
    expect(suspended.json()).toMatchObject({ losses: 2, qualification: { state: 'suspended', suspended: { reason: '违反操作规程' } } })
    expect((await t.place(person, hour(14))).json().problems).toMatchObject([{ params: { lack: 'suspended' } }])
    expect(await noticesOf(person)).toEqual(
      expect.arrayContaining(['booking.qualification_granted', 'booking.qualification_suspended', 'booking.ground_lost_customer']),
    )
    expect(await noticesOf(t.manager)).toContain('booking.ground_lost_provider')
    const losses = (await t.call(t.manager, 'GET', '/ground-losses')).json().items as { id: string; reservationId: string }[]
    const lossOf = (id: string) => losses.find(({ reservationId }) => reservationId === id)?.id
    const decide = (id: string | undefined, body: object) => t.call(t.manager, 'POST', `/ground-losses/${id}/decide`, body)
    expect((await decide(lossOf(one.id), { choice: 'with_operator' })).statusCode).toBe(204)
    expect(codesOf(await decide(lossOf(one.id), { choice: 'release', reason: '资格暂停' }))).toEqual(['booking.ground_loss_decided'])
    expect((await decide(lossOf(two.id), { choice: 'release', reason: '资格暂停' })).statusCode).toBe(204)
    expect((await t.call(person, 'GET', `/reservations/${one.id}`)).json()).toMatchObject({
      operation: 'with_operator',
      price: one.price,
      state: 'confirmed',
    })
    expect((await t.call(person, 'GET', `/reservations/${two.id}`)).json()).toMatchObject({
      state: 'cancelled',
      cancellation: expect.anything(),
    })
  })

  test('who holds it again keeps the booking; a lapse by time is found by the job', async () => {
    const person = await newcomer()
    await ask({ disuseDays: 7, validityMonths: null })
    const held = await grant(person)
    const placed = await t.placed(person, hour(10))
    await suspend(held.id)
    const open = async () =>
      (await t.call(t.manager, 'GET', '/ground-losses'))
        .json()
        .items.filter((l: { reservationId: string }) => l.reservationId === placed.id)
    expect(await open()).toHaveLength(1)
    expect((await t.call(t.manager, 'POST', `/qualifications/${held.id}/resume`, undefined, { 'if-match': '"2"' })).statusCode).toBe(200)
    expect(await open()).toHaveLength(0)
    await t.pool.query(
      `update booking.qualification set granted_at = granted_at - interval '6 days', valid_from = valid_from - interval '6 days' where id = $1`,
      [held.id],
    )
    await t.runJob('booking.review_ground')
    await t.runJob('booking.review_ground')
    expect(await open()).toMatchObject([{ cause: 'lapsed' }])
    await t.call(person, 'POST', `/reservations/${placed.id}/cancel`, {}, { 'if-match': '"1"' })
    await t.runJob('booking.review_ground')
    expect(await open()).toHaveLength(0)
  })

  test('suspending raced against booking: no booking stands without a level unseen', async () => {
    await ask()
    for (let round = 0; round < 20; round += 1) {
      const person = await newcomer()
      const held = await grant(person)
      const from = 8 + (round % 10)
      const day = round < 10 ? '2026-12-01' : '2026-12-02'
      const [booked, suspended] = await Promise.all([t.place(person, hour(from, 'self_service', day)), suspend(held.id)])
      expect(suspended.statusCode).toBe(200)
      const { rows } = await t.pool.query(
        `select (select count(*)::int from booking.reservation where booker_id = $1 and resource_id = $2 and state = 'confirmed') as booked,
          (select count(*)::int from booking.ground_loss where person_id = $1 and state = 'open') as lost`,
        [person.id, resource],
      )
      expect(rows[0]).toEqual(booked.statusCode === 201 ? { booked: 1, lost: 1 } : { booked: 0, lost: 0 })
    }
  })
})

describe('the provider’s table of people and instruments', () => {
  test('filters, pages and counts', async () => {
    const provider = await t.addOrganisation('provider')
    const manager = await t.addPerson(provider, 'provider', 'lab_manager')
    const own = await t.addInstrument(provider)
    await ask({}, 0, own, manager)
    const people = [await t.addPerson(provider, 'provider', 'lab_staff'), await t.addPerson(provider, 'provider', 'lab_staff')]
    for (const [index, person] of people.entries())
      await t.call(manager, 'POST', '/qualifications', {
        personId: person.id,
        resourceIds: [own],
        level: 2,
        reason: '考核',
        validUntil: index === 0 ? '2026-12-01' : null,
      })
    const read = async (query = '') => (await t.call(manager, 'GET', `/qualifications${query}`)).json()
    const all = await read()
    expect(all).toMatchObject({
      resources: [{ id: own, level: 2 }],
      counts: { people: 2, expiring: 1, suspended: 0, openLosses: 0 },
      nextCursor: null,
    })
    expect((await read('?state=expiring')).items).toMatchObject([{ personId: people[0]?.id, qualifications: [{ state: 'expiring' }] }])
    const first = await read('?limit=1')
    const second = await read(`?limit=1&cursor=${first.nextCursor}`)
    expect([first.items[0].personId, second.items[0].personId].sort()).toEqual(people.map(({ id }) => id).sort())
    expect((await t.call(manager, 'GET', `/qualification-candidates?q=${encodeURIComponent('lab_staff')}`)).json().items).toHaveLength(2)
    expect((await t.call(manager, 'GET', '/qualification-candidates?q=engineer')).json().items).toEqual([])
    expect(
      (await t.call(manager, 'POST', '/qualifications', { personId: t.engineer.id, resourceIds: [own], level: 1, reason: 'x' })).statusCode,
    ).toBe(404)
    expect(
      (await t.call(t.manager, 'POST', '/qualifications', { personId: t.manager.id, resourceIds: [own], level: 1, reason: 'x' }))
        .statusCode,
    ).toBe(404)
  })

  test('reminders 30 and 7 days before, once each', async () => {
    const person = await newcomer()
    await ask()
    await grant(person, { validUntil: '2026-12-10' })
    const reminded = async () => (await noticesOf(person)).filter((kind) => kind === 'booking.qualification_lapses').length
    await t.runJob('booking.remind_lapsing')
    await t.runJob('booking.remind_lapsing')
    expect(await reminded()).toBe(1)
    t.setNow(at('2026-12-05', '08:40'))
    await t.runJob('booking.remind_lapsing')
    expect(await reminded()).toBe(2)
  })
})
