import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Reservation } from '../../contract/reservations.ts'
import { at, type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
let colleague: Person
let second: Person
beforeAll(async () => {
  t = await createBookingTest()
  colleague = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
  second = await t.addPerson(t.provider, 'provider', 'lab_manager')
})
afterAll(() => t.close())
beforeEach(() => t.setNow(NOW))

const DAY = '2026-11-25'
const RULES = { checkIn: 'required', earlyMinutes: 15, graceMinutes: 30, overrunMinutes: 30, allowsUnbooked: true, answerDays: 5 }

type Reply = Awaited<ReturnType<BookingTest['call']>>
const codeOf = (reply: Reply) => reply.json().problems?.map(({ code }: { code: string }) => code)
const checkIn = (person: Person, { id }: { id: string }, body = {}) => t.call(person, 'POST', `/reservations/${id}/check-in`, body)
const checkOut = (person: Person, { id }: { id: string }, body = {}) => t.call(person, 'POST', `/reservations/${id}/check-out`, body)
const useOf = async (person: Person, { id }: { id: string }) => (await t.call(person, 'GET', `/reservations/${id}/use`)).json()
const setRules = (resource: string, rules: object = {}) =>
  t.call(t.manager, 'PUT', `/resources/${resource}/use-rules`, { ...RULES, ...rules }, { 'if-match': '"0"' })
const booked = async (from = '10:00', to = '12:00', resource?: string) =>
  t.placed(t.engineer, t.slot(resource ?? (await t.addInstrument(t.provider)), DAY, from, to))
const stateOf = async ({ id }: { id: string }) =>
  (await t.pool.query('select state from booking.reservation where id = $1', [id])).rows[0].state
const events = async (id: string) =>
  (
    await t.pool.query(`select topic from platform.outbox_event where payload->>'reservationId' = $1 order by occurred_at, id`, [id])
  ).rows.map(({ topic }) => topic)

async function used(from: string, to: string, placed?: Reservation): Promise<Reservation> {
  const row = placed ?? (await booked())
  t.setNow(at(DAY, from))
  expect((await checkIn(t.engineer, row)).statusCode).toBe(200)
  t.setNow(at(DAY, to))
  expect((await checkOut(t.engineer, row)).statusCode).toBe(200)
  return row
}

describe('check-in and check-out', () => {
  test('metered time stands beside booked time, and the charge follows the booking', async () => {
    const row = await booked()
    t.setNow(at(DAY, '09:40'))
    expect(codeOf(await checkIn(t.engineer, row))).toEqual(['booking.use_too_early'])
    t.setNow(at(DAY, '10:07'))
    expect((await checkIn(colleague, row)).json()).toMatchObject({ state: 'in_use', version: 2 })
    expect((await useOf(t.engineer, row)).running).toMatchObject({ lateMinutes: 7, source: 'page', plannedEnd: at(DAY, '12:00') })
    t.setNow(at(DAY, '11:30'))
    expect((await checkOut(t.engineer, row)).json()).toMatchObject({ state: 'completed', version: 3 })
    const use = await useOf(t.engineer, row)
    expect(use.records).toMatchObject([{ minutes: 83, startSource: 'page', endSource: 'page', isProved: true, side: 'outside' }])
    expect(use.charges).toMatchObject([
      {
        version: 1,
        basis: 'booked',
        chargedBy: 'booked',
        bookedMinutes: 120,
        meteredMinutes: 83,
        total: '360.00',
        state: 'open',
        canAnswer: true,
      },
    ])
    expect(await events(row.id)).toEqual([
      'booking.reservation_placed',
      'booking.reservation_started',
      'booking.reservation_finished',
      'booking.charge_created',
    ])
    expect(codeOf(await checkOut(t.engineer, row))).toEqual(['booking.use_already_ended'])
  })

  test('staff, code and another instrument’s code', async () => {
    const resource = await t.addInstrument(t.provider)
    const other = await t.addInstrument(t.provider)
    const made = (await t.call(t.manager, 'POST', '/use-codes', { resourceIds: [resource, other] })).json()
    const code = (id: string) => made.items.find((item: { resourceId: string }) => item.resourceId === id).code
    expect(made.items[0].qrSvg).toMatch(/^<svg /)
    const row = await booked('10:00', '12:00', resource)
    t.setNow(at(DAY, '09:50'))
    expect(codeOf(await checkIn(t.engineer, row, { code: code(other) }))).toEqual(['booking.use_code_other'])
    const scanned = await t.call(t.engineer, 'GET', `/use-codes/${code(resource)}`)
    expect(scanned.json()).toMatchObject({ state: 'free', booking: { reservationId: row.id, canBegin: true, lateMinutes: 0 } })
    expect((await checkIn(t.engineer, row, { code: code(resource) })).statusCode).toBe(200)
    expect((await t.call(t.engineer, 'GET', `/use-codes/${code(resource)}`)).json().running).toMatchObject({ isMine: true, canEnd: true })
    t.setNow(at(DAY, '11:00'))
    expect((await checkOut(t.manager, row)).statusCode).toBe(200)
    expect((await useOf(t.manager, row)).records).toMatchObject([{ startSource: 'qr', endSource: 'staff', isProved: true }])
    expect((await t.call(t.engineer, 'GET', '/use-codes/0000000000')).statusCode).toBe(404)
    const renewed = (await t.call(t.manager, 'POST', '/use-codes', { resourceIds: [resource], isRenewal: true })).json()
    expect(renewed.items[0].code).not.toBe(code(resource))
    expect((await t.call(t.engineer, 'GET', `/use-codes/${code(resource)}`)).statusCode).toBe(404)
  })

  test('actual and longer are charged by the agreed prices over metered time', async () => {
    for (const [chargeBy, to, total] of [
      ['actual', '11:00', '180.00'],
      ['longer', '11:00', '360.00'],
      ['longer', '12:29', '450.00'],
    ] as const) {
      const row = await booked()
      await t.pool.query('update booking.reservation set charge_by = $2 where id = $1', [row.id, chargeBy])
      // Later prices do not reach what was agreed.
      await t.pool.query('update catalog.resource_price set price_fen = 99900 where resource_id = $1', [row.resourceId])
      await used('10:00', to, row)
      expect((await useOf(t.engineer, row)).charges).toMatchObject([{ basis: chargeBy, total }])
      t.setNow(NOW)
    }
  })

  test('who is still written there but over makes room for the next; who still has time does not', async () => {
    const resource = await t.addInstrument(t.provider)
    const first = await booked('09:00', '10:00', resource)
    const next = await booked('10:30', '12:00', resource)
    t.setNow(at(DAY, '09:00'))
    await checkIn(t.engineer, first)
    await t.pool.query(`update booking.use_rules set early_minutes = 240 where resource_id = $1`, [resource])
    t.setNow(at(DAY, '10:20'))
    expect((await checkIn(t.engineer, next)).statusCode).toBe(200)
    expect(await stateOf(first)).toBe('completed')
    expect((await useOf(t.engineer, first)).records).toMatchObject([
      { start: at(DAY, '09:00'), end: at(DAY, '10:00'), endSource: 'inferred', isProved: false },
    ])
    const walkUp = (await t.call(t.manager, 'POST', '/use-codes', { resourceIds: [resource] })).json().items[0].code
    expect(codeOf(await t.call(t.manager, 'POST', `/use-codes/${walkUp}/uses`, { minutes: 30, purpose: '检查' }))).toEqual([
      'booking.use_by_somebody',
    ])
  })

  test('strangers find nothing', async () => {
    const row = await booked()
    const stranger = await t.addPerson(await t.addOrganisation('enterprise'), 'enterprise', 'engineer')
    t.setNow(at(DAY, '10:00'))
    for (const reply of [
      await checkIn(stranger, row),
      await checkOut(stranger, row),
      await t.call(stranger, 'GET', `/reservations/${row.id}/use`),
    ])
      expect(reply.statusCode).toBe(404)
  })
})

describe('without a booking', () => {
  test('the provider’s own people use what is idle until the next booking, by rule', async () => {
    const resource = await t.addInstrument(t.provider)
    const { code } = (await t.call(t.manager, 'POST', '/use-codes', { resourceIds: [resource] })).json().items[0]
    await booked('10:30', '12:00', resource)
    t.setNow(at(DAY, '09:00'))
    const body = { minutes: 180, purpose: '校准后验证' }
    expect(codeOf(await t.call(t.engineer, 'POST', `/use-codes/${code}/uses`, body))).toEqual(['booking.resource_missing'])
    const begun = (await t.call(t.manager, 'POST', `/use-codes/${code}/uses`, body)).json()
    expect(begun).toMatchObject({ reservationId: null, plannedEnd: at(DAY, '10:30') })
    t.setNow(at(DAY, '09:45'))
    expect((await t.call(t.engineer, 'POST', `/running-uses/${begun.useId}/finish`)).statusCode).toBe(404)
    expect((await t.call(t.manager, 'POST', `/running-uses/${begun.useId}/finish`)).statusCode).toBe(204)
    const { items } = (await t.call(t.manager, 'GET', `/uses?resourceId=${resource}`)).json()
    expect(items).toMatchObject([{ reservationId: null, minutes: 45, side: 'inside', purpose: '校准后验证', isProved: true }])
    await setRules(resource, { allowsUnbooked: false })
    expect(codeOf(await t.call(t.manager, 'POST', `/use-codes/${code}/uses`, body))).toEqual(['booking.unbooked_not_allowed'])
  })

  test('a customer books what is free now by the same rules, and is told why not', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { min_notice_minutes: 0 } })
    const strict = await t.addInstrument(t.provider)
    const made = (await t.call(t.manager, 'POST', '/use-codes', { resourceIds: [resource, strict] })).json().items
    const codeFor = (id: string) => made.find((item: { resourceId: string }) => item.resourceId === id).code
    t.setNow(at(DAY, '09:41'))
    const scanned = (await t.call(t.engineer, 'GET', `/use-codes/${codeFor(resource)}`)).json()
    expect(scanned).toMatchObject({ booking: null, canUseUnbooked: false, bookNow: { start: at(DAY, '09:30'), problems: [] } })
    const row = (await t.call(t.engineer, 'POST', `/use-codes/${codeFor(resource)}/book-now`, { minutes: 60 })).json()
    expect(row).toMatchObject({ state: 'in_use', start: at(DAY, '09:30'), end: at(DAY, '10:30') })
    expect((await useOf(t.engineer, row)).running).toMatchObject({ start: at(DAY, '09:41'), source: 'qr' })
    expect(codeOf(await t.call(t.engineer, 'POST', `/use-codes/${codeFor(strict)}/book-now`, { minutes: 60 }))).toEqual([
      'booking.too_short_notice',
    ])
    const why = (await t.call(t.engineer, 'GET', `/use-codes/${codeFor(strict)}`)).json().bookNow.problems
    expect(why).toMatchObject([{ code: 'booking.too_short_notice' }])
  })
})

describe('devices', () => {
  const event = (kind: 'start' | 'end', time: string, more: object = {}) => ({
    eventId: `e-${kind}-${time}`,
    device: 'interlock 1',
    kind,
    at: at(DAY, time),
    ...more,
  })
  const report = (resource: string, body: object, person = t.manager) => t.call(person, 'POST', `/resources/${resource}/meter-events`, body)

  test('begin and end the booking whose time it is; the same event again changes nothing', async () => {
    const row = await booked()
    t.setNow(at(DAY, '10:05'))
    const start = event('start', '10:04')
    expect((await report(row.resourceId, start)).json()).toMatchObject({
      outcome: 'started',
      isRepeat: false,
      reservationId: row.id,
      at: at(DAY, '10:04'),
    })
    expect((await report(row.resourceId, start)).json()).toMatchObject({ outcome: 'started', isRepeat: true, reservationId: row.id })
    expect(codeOf(await report(row.resourceId, { ...start, kind: 'end' }))).toEqual(['booking.meter_event_reused'])
    t.setNow(at(DAY, '11:10'))
    // The device's clock runs ten minutes ahead, and it says when it sent.
    const end = event('end', '11:15', { sentAt: at(DAY, '11:20') })
    expect((await report(row.resourceId, end)).json()).toMatchObject({ outcome: 'finished', at: at(DAY, '11:05'), skewSeconds: 600 })
    expect((await useOf(t.engineer, row)).records).toMatchObject([
      { minutes: 61, startSource: 'api_key', endSource: 'api_key', device: 'interlock 1' },
    ])
    expect((await report(row.resourceId, event('end', '11:09'))).json()).toMatchObject({ outcome: 'unmatched', useId: null })
    const stranger = await t.addPerson(await t.addOrganisation('provider'), 'provider', 'lab_manager')
    expect((await report(row.resourceId, event('start', '11:08'), stranger)).statusCode).toBe(404)
  })

  test('a machine that runs without a booking is recorded as the provider’s own use', async () => {
    const resource = await t.addInstrument(t.provider)
    t.setNow(at(DAY, '07:30'))
    expect((await report(resource, event('start', '07:30'))).json()).toMatchObject({ outcome: 'started', reservationId: null })
    t.setNow(at(DAY, '08:00'))
    await report(resource, event('end', '08:00'))
    const { rows } = await t.pool.query(`select side, source, is_proved from booking_pub.use where resource_id = $1`, [resource])
    expect(rows).toEqual([{ side: 'inside', source: 'api_key', is_proved: true }])
  })
})

describe('what nobody said', () => {
  test('nobody came within the grace: missed, the slot is free, somebody else books it', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { min_notice_minutes: 0 } })
    await setRules(resource)
    const row = await booked('10:00', '12:00', resource)
    expect((await useOf(t.engineer, row)).missedAt).toBe(at(DAY, '10:30'))
    t.setNow(at(DAY, '10:29'))
    await t.runJob('booking.follow_uses')
    expect(await stateOf(row)).toBe('confirmed')
    t.setNow(at(DAY, '10:30'))
    await t.runJob('booking.follow_uses')
    expect(await stateOf(row)).toBe('no_show')
    expect(await events(row.id)).toContain('booking.no_show')
    const { rows } = await t.pool.query(
      `select 1 from platform.outbox_event where topic = 'booking.slot_freed' and payload->>'resourceId' = $1`,
      [resource],
    )
    expect(rows).toHaveLength(1)
    expect(codeOf(await checkIn(t.engineer, row))).toEqual(['booking.use_was_missed'])
    expect((await t.place(t.engineer, t.slot(resource, DAY, '10:30', '11:30'))).statusCode).toBe(201)
    await t.settle()
  })

  test('forgot to leave: closed at the booked end, to be confirmed, with a charge', async () => {
    const row = await booked()
    await setRules(row.resourceId)
    t.setNow(at(DAY, '10:00'))
    await checkIn(t.engineer, row)
    t.setNow(at(DAY, '12:29'))
    await t.runJob('booking.follow_uses')
    expect(await stateOf(row)).toBe('in_use')
    t.setNow(at(DAY, '12:30'))
    await t.runJob('booking.follow_uses')
    const use = await useOf(t.engineer, row)
    expect(use).toMatchObject({ canConfirm: true, records: [{ end: at(DAY, '12:00'), endSource: 'inferred', isProved: false }] })
    expect(use.charges).toHaveLength(1)
    const [record] = use.records
    expect((await t.call(t.engineer, 'POST', `/uses/${record.useId}/confirm`)).json()).toMatchObject({
      isProved: true,
      endSource: 'inferred',
    })
    expect(codeOf(await t.call(t.engineer, 'POST', `/uses/${record.useId}/confirm`))).toEqual(['booking.use_already_proved'])
    expect((await useOf(t.engineer, row)).records).toHaveLength(2)
  })

  test('the next booker hears of an overrun once', async () => {
    const resource = await t.addInstrument(t.provider)
    const row = await booked('10:00', '11:00', resource)
    const next = await t.placed(colleague, t.slot(resource, DAY, '11:30', '12:30'))
    t.setNow(at(DAY, '10:00'))
    await checkIn(t.engineer, row)
    t.setNow(at(DAY, '11:10'))
    await t.runJob('booking.follow_uses')
    await t.runJob('booking.follow_uses')
    const { rows } = await t.pool.query(`select person_id, texts from platform.notice where kind = 'booking.overrun_next' and link = $1`, [
      `/e/bookings/${next.id}`,
    ])
    expect(rows.map(({ person_id }) => person_id)).toEqual([colleague.id])
    expect(JSON.stringify(rows[0].texts)).toContain('10')
    const board = (await t.call(t.manager, 'GET', '/use-board')).json()
    expect(board.running).toEqual(expect.arrayContaining([expect.objectContaining({ overMinutes: 10, nextStart: at(DAY, '11:30') })]))
  })

  test('a booking that nobody metered is closed as booked a day after its end', async () => {
    const row = await booked()
    t.setNow(at('2026-11-26', '11:59'))
    await t.runJob('booking.follow_uses')
    expect(await stateOf(row)).toBe('confirmed')
    t.setNow(at('2026-11-26', '12:00'))
    await t.runJob('booking.follow_uses')
    expect(await stateOf(row)).toBe('completed')
    expect((await useOf(t.engineer, row)).records).toMatchObject([
      { minutes: 120, startSource: 'inferred', endSource: 'inferred', isProved: false },
    ])
  })
})

describe('corrections', () => {
  const propose = (person: Person, useId: string, body: object = {}) =>
    t.call(person, 'POST', `/uses/${useId}/corrections`, { start: at(DAY, '10:00'), end: at(DAY, '10:30'), reason: '联锁晚断', ...body })
  const decide = (person: Person, id: string, act: string) =>
    t.call(person, 'POST', `/use-corrections/${id}/${act}`, act === 'withdraw' ? undefined : {})

  test('need a second person, leave the old record and make a new charge', async () => {
    const row = await booked()
    await t.pool.query(`update booking.reservation set charge_by = 'actual' where id = $1`, [row.id])
    await used('10:00', '11:00', row)
    const [record] = (await useOf(t.engineer, row)).records
    expect(codeOf(await propose(t.manager, record.useId, { end: at('2026-11-26', '10:00') }))).toEqual(['booking.correction_in_future'])
    expect((await propose(t.engineer, record.useId)).statusCode).toBe(404)
    const correction = (await propose(t.manager, record.useId, { adjustment: '-10.00' })).json()
    expect(correction).toMatchObject({ state: 'proposed', canDecide: false, canWithdraw: true, adjustment: '-10.00' })
    expect(codeOf(await propose(second, record.useId))).toEqual(['booking.correction_waits'])
    expect(codeOf(await decide(t.manager, correction.id, 'confirm'))).toEqual(['booking.correction_own'])
    expect((await t.call(second, 'GET', '/use-board')).json().corrections).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: correction.id, canDecide: true })]),
    )
    expect((await decide(second, correction.id, 'confirm')).json()).toMatchObject({ state: 'confirmed' })
    expect(codeOf(await decide(second, correction.id, 'decline'))).toEqual(['booking.correction_decided'])
    const use = await useOf(t.engineer, row)
    expect(use.records).toMatchObject([
      { minutes: 60, isCorrection: false },
      { minutes: 30, isCorrection: true, reason: '联锁晚断', isProved: true },
    ])
    expect(use.corrections).toMatchObject([{ state: 'confirmed', proposerName: null }])
    expect(use.charges).toMatchObject([
      { version: 1, total: '180.00', state: 'replaced', replaces: null },
      { version: 2, total: '80.00', state: 'open', replaces: use.charges[0].id, reason: '联锁晚断' },
    ])
    const { rows } = await t.pool.query(
      `select source, is_corrected, extract(epoch from ended_at - started_at)::int as s from booking_pub.use where reservation_id = $1`,
      [row.id],
    )
    expect(rows).toEqual([{ source: 'page', is_corrected: true, s: 1800 }])
  })

  test('can be declined and taken back', async () => {
    const row = await used('10:00', '11:00')
    const [record] = (await useOf(t.engineer, row)).records
    const one = (await propose(t.manager, record.useId)).json()
    expect(codeOf(await decide(second, one.id, 'withdraw'))).toEqual(['booking.correction_not_own'])
    expect((await decide(second, one.id, 'decline')).json().state).toBe('declined')
    const two = (await propose(t.manager, record.useId)).json()
    expect((await decide(t.manager, two.id, 'withdraw')).json().state).toBe('withdrawn')
    expect((await useOf(t.engineer, row)).records).toHaveLength(1)
  })
})

describe('charges', () => {
  const chargeOf = async (row: Reservation) => (await useOf(t.engineer, row)).charges.at(-1)

  test('are accepted, or objected to and corrected, once', async () => {
    const row = await used('10:00', '11:00')
    const charge = await chargeOf(row)
    expect((await t.call(t.manager, 'POST', `/charges/${charge.id}/accept`)).statusCode).toBe(404)
    expect((await t.call(t.engineer, 'POST', `/charges/${charge.id}/object`, { words: '10 点半就结束了' })).json()).toMatchObject({
      state: 'objected',
      answer: { words: '10 点半就结束了', isSilence: false },
    })
    expect(codeOf(await t.call(t.engineer, 'POST', `/charges/${charge.id}/accept`))).toEqual(['booking.charge_answered'])
    expect((await t.call(t.manager, 'GET', '/use-board')).json().objections).toEqual(
      expect.arrayContaining([expect.objectContaining({ chargeId: charge.id, words: '10 点半就结束了' })]),
    )
    const [record] = (await useOf(t.engineer, row)).records
    const correction = (
      await t.call(t.manager, 'POST', `/uses/${record.useId}/corrections`, {
        start: record.start,
        end: record.end,
        adjustment: '-60.00',
        reason: '让价',
      })
    ).json()
    await t.call(second, 'POST', `/use-corrections/${correction.id}/confirm`, {})
    const corrected = await chargeOf(row)
    expect(corrected).toMatchObject({ version: 2, total: '300.00', state: 'open' })
    expect(corrected.lines.at(-1)).toMatchObject({ code: 'adjustment', amount: '-60.00' })
    expect((await t.call(t.engineer, 'POST', `/charges/${corrected.id}/accept`)).json().state).toBe('accepted')
  })

  test('silence accepts at the limit of working days', async () => {
    const row = await used('10:00', '11:00')
    const charge = await chargeOf(row)
    expect(charge.answerUntil).toBe(at('2026-12-03', '00:00'))
    t.setNow(at('2026-12-03', '00:00'))
    expect((await chargeOf(row)).state).toBe('accepted')
    expect(codeOf(await t.call(t.engineer, 'POST', `/charges/${charge.id}/object`, { words: '晚了' }))).toEqual(['booking.charge_silent'])
    await t.runJob('booking.accept_silent_charges')
    await t.runJob('booking.accept_silent_charges')
    expect((await chargeOf(row)).answer).toMatchObject({ isSilence: true, at: at('2026-12-03', '00:00') })
    expect((await events(row.id)).filter((topic) => topic === 'booking.charge_accepted')).toHaveLength(1)
  })

  test('carry consumables at the price of the day, and stock falls', async () => {
    const row = await booked()
    const item = {
      resourceId: null,
      nameZh: '氮气',
      nameEn: 'Nitrogen',
      unitName: '瓶',
      stock: 5,
      isOffered: true,
      price: '35.00',
      validFrom: '2026-01-01',
    }
    expect(codeOf(await t.call(t.manager, 'POST', '/consumables', { ...item, price: undefined }))).toEqual([
      'booking.consumable_needs_price',
    ])
    const made = (await t.call(t.manager, 'POST', '/consumables', item)).json()
    const changed = await t.call(
      t.manager,
      'PUT',
      `/consumables/${made.id}`,
      { ...item, price: '40.00', validFrom: DAY },
      { 'if-match': '"1"' },
    )
    expect(changed.json()).toMatchObject({ version: 2, prices: [{ price: '40.00' }, { price: '35.00' }] })
    const taken = { consumables: [{ consumableId: made.id, quantity: 2 }] }
    expect(codeOf(await t.call(t.engineer, 'POST', `/reservations/${row.id}/consumables`, taken))).toEqual([
      'booking.consumables_not_in_use',
    ])
    t.setNow(at(DAY, '10:00'))
    await checkIn(t.engineer, row)
    expect((await t.call(t.engineer, 'POST', `/reservations/${row.id}/consumables`, taken)).statusCode).toBe(200)
    t.setNow(at(DAY, '11:00'))
    await checkOut(t.engineer, row, { consumables: [{ consumableId: made.id, quantity: 1 }] })
    const charge = await chargeOf(row)
    expect(charge.lines.at(-1)).toMatchObject({ code: 'consumable', nameZh: '氮气', quantity: '3', unit: '瓶', amount: '120.00' })
    expect(charge.total).toBe('480.00')
    expect((await t.call(t.manager, 'GET', '/consumables')).json().items).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: made.id, stock: 2 })]),
    )
  })
})

test('evaluations: once after the use, averages from three on', async () => {
  const resource = await t.addInstrument(t.provider)
  const marks = { condition: 5, service: 4, process: 3 }
  for (const [index, [from, to]] of [
    ['08:00', '09:00'],
    ['10:00', '11:00'],
    ['12:00', '13:00'],
  ].entries()) {
    t.setNow(NOW)
    const row = await booked(from, to, resource)
    expect(codeOf(await t.call(t.engineer, 'POST', `/reservations/${row.id}/evaluation`, marks))).toEqual(['booking.evaluation_too_early'])
    await used(from ?? '', to ?? '', row)
    expect((await t.call(t.manager, 'POST', `/reservations/${row.id}/evaluation`, marks)).statusCode).toBe(404)
    expect((await t.call(t.engineer, 'POST', `/reservations/${row.id}/evaluation`, { ...marks, words: '稳定' })).statusCode).toBe(201)
    expect(codeOf(await t.call(t.engineer, 'POST', `/reservations/${row.id}/evaluation`, marks))).toEqual(['booking.evaluation_given'])
    const summary = (await t.call(null, 'GET', `/resources/${resource}/evaluations`)).json()
    expect(summary).toMatchObject({ count: index + 1, averages: index < 2 ? null : { condition: 5, service: 4, process: 3, all: 4 } })
  }
  expect((await t.call(t.manager, 'GET', `/evaluations?resourceId=${resource}`)).json().items).toHaveLength(3)
})

test('the log is append-only also for whoever writes SQL', async () => {
  for (const table of ['use_event', 'use_record', 'charge', 'charge_answer'])
    await expect(t.pool.query(`delete from booking.${table}`)).rejects.toThrow('append-only')
})
