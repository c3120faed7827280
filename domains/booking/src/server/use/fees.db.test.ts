import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at, type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
let second: Person
let resource: string
let engineer: Person
beforeAll(async () => {
  t = await createBookingTest()
  second = await t.addPerson(t.provider, 'provider', 'lab_manager')
})
afterAll(() => t.close())
beforeEach(async () => {
  t.setNow(NOW)
  resource = await t.addInstrument(t.provider)
  // Who has missed bookings before is asked to wait for the provider.
  engineer = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
})

const DAY = '2026-11-25'
const ROUNDS = 20
const RULES = { checkIn: 'required', earlyMinutes: 15, graceMinutes: 30, overrunMinutes: 30, allowsUnbooked: true, answerDays: 5 }
const TARIFF = {
  validFrom: '2026-11-23',
  bands: [],
  packages: [],
  extras: [],
  minimum: null,
  chargesInside: false,
  chargeBy: 'booked',
  buildUp: null,
  note: null,
}
const codeOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)
const useOf = async (id: string) => (await t.call(engineer, 'GET', `/reservations/${id}/use`)).json()
const slot = (from = '10:00', to = '12:00', of = resource) => t.slot(of, DAY, from, to)

async function priced(noShow: object, of = resource): Promise<void> {
  const drafted = await t.call(t.manager, 'POST', `/resources/${of}/tariffs`, { ...TARIFF, noShow })
  expect(drafted.statusCode, drafted.body).toBe(201)
  const { id, version } = drafted.json()
  const published = await t.call(t.manager, 'POST', `/tariffs/${id}/publication`, {}, { 'if-match': `"${version}"` })
  expect(published.statusCode, published.body).toBe(200)
}
const required = (of = resource) => t.call(t.manager, 'PUT', `/resources/${of}/use-rules`, RULES, { 'if-match': '"0"' })
const miss = (id: string, version: number, person = t.manager) =>
  t.call(person, 'POST', `/reservations/${id}/no-show`, {}, { 'if-match': `"${version}"` })

describe('the fee of who does not come', () => {
  test.each([
    ['a share of the price', { by: 'percent', percent: 50 }, '180.00'],
    ['an amount', { by: 'amount', amount: '100.00' }, '100.00'],
    ['an amount above the price', { by: 'amount', amount: '9999.00' }, '360.00'],
  ])('%s is told in the quote, frozen with the booking, and charged once', async (_name, noShow, fee) => {
    await priced(noShow)
    const quote = (await t.call(engineer, 'POST', '/quotes', slot())).json()
    expect(quote).toMatchObject({ noShowFee: fee })
    const booking = await t.placed(engineer, slot())
    expect(booking).toMatchObject({ noShowFee: fee })
    t.setNow(at(DAY, '12:30'))
    expect((await miss(booking.id, booking.version)).statusCode).toBe(200)
    const { charges } = await useOf(booking.id)
    expect(charges).toMatchObject([{ kind: 'no_show', version: 1, total: fee, state: 'open', lines: [{ code: 'no_show', amount: fee }] }])
    expect(codeOf(await t.call(engineer, 'POST', `/charges/${charges[0].id}/object`, { words: '来过' }))).toEqual([
      'booking.charge_needs_appeal',
    ])
  })

  test('an appeal that holds takes it off by a new version of the charge; one that does not leaves it', async () => {
    await priced({ by: 'percent', percent: 50 })
    for (const isUpheld of [true, false]) {
      const booking = await t.placed(engineer, isUpheld ? slot() : slot('14:00', '16:00'))
      t.setNow(at(DAY, '17:00'))
      await miss(booking.id, booking.version)
      await t.settle()
      const { items } = (await t.call(engineer, 'GET', '/standing')).json()
      const record = items.find((one: { reservationId: string }) => one.reservationId === booking.id)
      const appealed = await t.call(
        engineer,
        'POST',
        `/no-shows/${record.id}/appeal`,
        { words: '当日停电' },
        { 'if-match': `"${record.version}"` },
      )
      expect(appealed.statusCode, appealed.body).toBe(200)
      const decide = { isUpheld, ...(isUpheld ? {} : { words: '当日未停电' }) }
      const decided = await t.call(second, 'POST', `/no-shows/${record.id}/decide`, decide, { 'if-match': `"${appealed.json().version}"` })
      expect(decided.statusCode, decided.body).toBe(200)
      const { charges } = await useOf(booking.id)
      expect(charges.map(({ total }: { total: string }) => total)).toEqual(isUpheld ? ['180.00', '0.00'] : ['180.00'])
      t.setNow(NOW)
    }
  })

  test(`${ROUNDS} rounds: of the manager, a colleague and the clock who say that nobody came one does, and one fee is charged`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      engineer = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
      const of = await t.addInstrument(t.provider)
      await priced({ by: 'amount', amount: '100.00' }, of)
      await required(of)
      t.setNow(NOW)
      const booking = await t.placed(engineer, slot('10:00', '12:00', of))
      t.setNow(at(DAY, '11:00'))
      await Promise.all([miss(booking.id, booking.version), miss(booking.id, booking.version, second), t.runJob('booking.follow_uses')])
      expect((await useOf(booking.id)).charges).toMatchObject([{ kind: 'no_show', version: 1, total: '100.00' }])
      t.setNow(NOW)
    }
  })

  test(`${ROUNDS} rounds: several who waive the fee at once leave one correction`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      engineer = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
      const of = await t.addInstrument(t.provider)
      await priced({ by: 'amount', amount: '100.00' }, of)
      const booking = await t.placed(engineer, slot('10:00', '12:00', of))
      t.setNow(at(DAY, '13:00'))
      await miss(booking.id, booking.version)
      const [charge] = (await useOf(booking.id)).charges
      const waive = (person: Person) => t.call(person, 'POST', `/charges/${charge.id}/waive`, { reason: '首次' })
      const replies = await Promise.all([waive(t.manager), waive(second), waive(t.manager)])
      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409])
      expect((await useOf(booking.id)).charges.map(({ total }: { total: string }) => total)).toEqual(['100.00', '0.00'])
      t.setNow(NOW)
    }
  })
})

describe('who leaves early', () => {
  const checkIn = (id: string) => t.call(engineer, 'POST', `/reservations/${id}/check-in`, {})
  const checkOut = (id: string) => t.call(engineer, 'POST', `/reservations/${id}/check-out`, {})

  test('gives the rest back on the step of the calendar, pays as agreed, and what was booked stays readable', async () => {
    const booking = await t.placed(engineer, slot('10:00', '14:00'))
    t.setNow(at(DAY, '10:00'))
    await checkIn(booking.id)
    t.setNow(at(DAY, '11:10'))
    const done = (await checkOut(booking.id)).json()
    expect(done).toMatchObject({ state: 'completed', end: at(DAY, '11:30'), bookedUntil: at(DAY, '14:00'), blockedEnd: at(DAY, '12:00') })
    expect((await useOf(booking.id)).charges).toMatchObject([{ bookedMinutes: 240, meteredMinutes: 70, total: '720.00' }])
    const { rows } = await t.pool.query(
      `select payload from platform.outbox_event where topic = 'booking.slot_freed' and payload ->> 'resourceId' = $1`,
      [resource],
    )
    expect(rows.map(({ payload }) => payload)).toMatchObject([{ start: at(DAY, '11:30'), end: at(DAY, '14:00') }])
    // A correction afterwards still reckons with what was booked.
    t.setNow(at(DAY, '12:00'))
    const [use] = (await useOf(booking.id)).records
    const correction = { start: at(DAY, '10:00'), end: at(DAY, '11:20'), reason: '签退偏早' }
    const proposal = await t.call(t.manager, 'POST', `/uses/${use.useId}/corrections`, correction)
    expect(proposal.statusCode, proposal.body).toBe(201)
    const proposed = proposal.json()
    expect((await t.call(second, 'POST', `/use-corrections/${proposed.id}/confirm`, { words: '核对无误' })).statusCode).toBe(200)
    expect((await useOf(booking.id)).charges.at(-1)).toMatchObject({ bookedMinutes: 240, total: '720.00' })
  })

  test('keeps the slot where the rules of the resource say so', async () => {
    await t.call(t.manager, 'PUT', `/resources/${resource}/use-rules`, { ...RULES, freesRest: false }, { 'if-match': '"0"' })
    const booking = await t.placed(engineer, slot('10:00', '14:00'))
    t.setNow(at(DAY, '10:00'))
    await checkIn(booking.id)
    t.setNow(at(DAY, '11:10'))
    expect((await checkOut(booking.id)).json()).toMatchObject({ end: at(DAY, '14:00'), bookedUntil: null })
  })

  test('who waits is offered what was given back', async () => {
    await t.pool.query('update booking.calendar set min_notice_minutes = 0, version = version + 1 where resource_id = $1', [resource])
    const other = await t.addPerson(await t.addOrganisation('enterprise'), 'enterprise', 'engineer')
    const booking = await t.placed(engineer, slot('10:00', '16:00'))
    const wish = { resourceIds: [resource], fromDay: DAY, untilDay: DAY, weekdays: [3], fromMinute: 720, untilMinute: 960, minutes: 120 }
    expect((await t.call(other, 'POST', '/wishes', wish)).statusCode).toBe(201)
    await t.settle()
    t.setNow(at(DAY, '10:00'))
    await checkIn(booking.id)
    t.setNow(at(DAY, '11:10'))
    await checkOut(booking.id)
    await t.settle()
    const { items } = (await t.call(other, 'GET', '/wishes?state=open')).json()
    expect(items).toMatchObject([{ state: 'offered', offer: { start: at(DAY, '12:00'), end: at(DAY, '14:00') } }])
  })

  test(`${ROUNDS} rounds: two newcomers and the one who leaves: the rest is taken once`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const of = await t.addInstrument(t.provider, { calendar: { min_notice_minutes: 0 } })
      t.setNow(NOW)
      const booking = await t.placed(engineer, slot('10:00', '16:00', of))
      t.setNow(at(DAY, '10:00'))
      await checkIn(booking.id)
      t.setNow(at(DAY, '11:10'))
      const newcomer = () => t.place(engineer, slot('13:00', '15:00', of))
      const [out, ...early] = await Promise.all([checkOut(booking.id), newcomer(), newcomer()])
      const late = await Promise.all([newcomer(), newcomer()])
      expect(out.statusCode).toBe(200)
      expect([...early, ...late].filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    }
    t.setNow(NOW)
  })
})

describe('lists of charges', () => {
  test('each side has its own, filtered, with a sum, page by page, and as a workbook', async () => {
    const enterprise = await t.addOrganisation('enterprise')
    const person = await t.addPerson(enterprise, 'enterprise', 'engineer')
    await priced({ by: 'amount', amount: '100.00' })
    for (const [from, to] of [
      ['08:00', '09:00'],
      ['10:00', '11:00'],
      ['12:00', '13:00'],
    ] as const) {
      t.setNow(NOW)
      const booking = await t.placed(person, slot(from, to))
      t.setNow(at(DAY, '18:00'))
      await miss(booking.id, booking.version)
    }
    const first = (await t.call(person, 'GET', '/charges?limit=2&kind=no_show')).json()
    expect(first).toMatchObject({ count: 3, total: '300.00', items: [{ kind: 'no_show', total: '100.00', state: 'open' }, {}] })
    const next = (await t.call(person, 'GET', `/charges?limit=2&kind=no_show&cursor=${encodeURIComponent(first.nextCursor)}`)).json()
    expect(next.items).toHaveLength(1)
    expect((await t.call(person, 'GET', '/charges?state=accepted')).json()).toMatchObject({ count: 0, items: [] })
    expect((await t.call(person, 'GET', `/charges?from=${DAY}&to=${DAY}`)).json().count).toBe(3)
    expect((await t.call(person, 'GET', `/charges?to=2026-11-24`)).json().count).toBe(0)
    const received = (await t.call(t.manager, 'GET', `/received-charges?resourceId=${resource}`)).json()
    expect(received).toMatchObject({ count: 3, total: '300.00' })
    const book = await t.call(t.manager, 'GET', `/received-charges.xlsx?resourceId=${resource}`)
    expect([book.statusCode, book.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const stranger = await t.addPerson(await t.addOrganisation('enterprise'), 'enterprise', 'engineer')
    expect((await t.call(stranger, 'GET', '/charges')).json().count).toBe(0)
  })

  test('a place in a training is charged when its result is recorded; objected to, it can be waived', async () => {
    const planned = await t.call(t.manager, 'POST', '/trainings', {
      title: '上机培训',
      description: null,
      testId: null,
      level: 1,
      start: at(DAY, '09:00'),
      end: at(DAY, '10:00'),
      location: '204',
      places: 3,
      fee: '200.00',
      trainerId: t.manager.id,
      resourceIds: [resource],
      takesInstruments: false,
    })
    expect(planned.statusCode, planned.body).toBe(201)
    const { id } = planned.json()
    expect((await t.call(engineer, 'POST', `/trainings/${id}/enrol`, {})).statusCode).toBe(200)
    t.setNow(at(DAY, '10:30'))
    const training = (await t.call(t.manager, 'GET', `/trainings/${id}`)).json()
    const enrolments = (await t.call(t.manager, 'GET', `/trainings/${id}/enrolments`)).json().items
    const results = [{ enrolmentId: enrolments[0].id, result: 'passed' }]
    const recorded = await t.call(t.manager, 'POST', `/trainings/${id}/results`, { results }, { 'if-match': `"${training.version}"` })
    expect(recorded.statusCode, recorded.body).toBe(200)
    const { items } = (await t.call(engineer, 'GET', '/charges?kind=training')).json()
    expect(items).toMatchObject([{ kind: 'training', trainingId: id, name: '上机培训', total: '200.00', state: 'open' }])
    expect((await t.call(engineer, 'POST', `/charges/${items[0].id}/object`, { words: '设备故障' })).statusCode).toBe(200)
    const board = (await t.call(t.manager, 'GET', '/use-board')).json()
    expect(board.objections).toMatchObject([{ kind: 'training', useId: null, number: training.number }])
    expect((await t.call(t.manager, 'POST', `/charges/${items[0].id}/waive`, { reason: '补课免收' })).statusCode).toBe(200)
    expect((await t.call(engineer, 'GET', '/charges?kind=training')).json()).toMatchObject({ count: 1, total: '0.00' })
  })
})

describe('replies to evaluations', () => {
  test(`${ROUNDS} rounds: the provider answers once, whoever is first`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const of = await t.addInstrument(t.provider)
      t.setNow(NOW)
      const booking = await t.placed(engineer, slot('10:00', '12:00', of))
      t.setNow(at(DAY, '10:00'))
      await t.call(engineer, 'POST', `/reservations/${booking.id}/check-in`, {})
      t.setNow(at(DAY, '12:00'))
      await t.call(engineer, 'POST', `/reservations/${booking.id}/check-out`, {})
      const marks = { condition: 2, service: 5, process: 4, words: '基线漂移' }
      expect((await t.call(engineer, 'POST', `/reservations/${booking.id}/evaluation`, marks)).statusCode).toBe(201)
      const listed = (await t.call(t.manager, 'GET', `/evaluations?resourceId=${of}&only=low`)).json()
      expect(listed.items).toMatchObject([{ reservationId: booking.id, reply: null }])
      const answer = (person: Person) => t.call(person, 'POST', `/evaluations/${booking.id}/reply`, { words: '已更换灯源' })
      const replies = await Promise.all([answer(t.manager), answer(second)])
      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
      expect((await t.call(t.manager, 'GET', `/evaluations?resourceId=${of}&only=unanswered`)).json().items).toEqual([])
      expect((await useOf(booking.id)).evaluation).toMatchObject({ reply: { words: '已更换灯源' } })
    }
    t.setNow(NOW)
  })
})
