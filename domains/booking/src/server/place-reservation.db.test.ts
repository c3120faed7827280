import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BookingTest, createBookingTest } from './test-booking.ts'

let t: BookingTest
let hplc: string
beforeAll(async () => {
  t = await createBookingTest()
  hplc = await t.addInstrument(t.provider)
})
afterAll(() => t.close())

const codes = (reply: { json: () => { problems: { code: string }[] } }) => reply.json().problems.map((problem) => problem.code)

describe('placing a reservation', () => {
  test('takes the slot with its buffer at the price of the class, and writes audit and event with it', async () => {
    const reply = await t.place(t.engineer, { ...t.slot(hplc, '2026-11-24', '14:00', '16:00'), project: '可沥滤物摸底' })
    expect(reply.statusCode).toBe(201)
    const body = reply.json()
    expect(body).toMatchObject({
      state: 'confirmed',
      kind: 'customer',
      phase: 'upcoming',
      start: '2026-11-24T06:00:00.000Z',
      end: '2026-11-24T08:00:00.000Z',
      blockedEnd: '2026-11-24T08:30:00.000Z',
      organisationName: '澄心医疗',
      providerName: '申江理工大学分析测试中心',
      price: {
        customerClass: 'enterprise',
        lines: [{ code: 'machine_time', quantity: '2', unit: 'hour', unitPrice: '180.00', amount: '360.00' }],
        total: '360.00',
      },
      cancellation: { freeUntil: '2026-11-23T06:00:00.000Z', percentAfter: 30, canCancel: true, feeNow: '0.00' },
      canMove: true,
      version: 1,
    })
    expect(body.number).toMatch(/^BKG-20261123-[0-9A-Z]{7}$/)
    expect(reply.headers.etag).toBe('"1"')
    const read = await t.call(t.engineer, 'GET', `/reservations/${body.id}`)
    expect(read.json()).toEqual(body)
    const audit = await t.pool.query('select action, subject_id, detail from platform.audit_entry where subject_id = $1', [body.id])
    expect(audit.rows).toMatchObject([{ action: 'booking.reservation.place', detail: { priceFen: '36000', resourceId: hplc } }])
    const events = await t.pool.query(`select topic from platform.outbox_event where payload->>'reservationId' = $1`, [body.id])
    expect(events.rows).toEqual([{ topic: 'booking.reservation_placed' }])
  })

  test('refuses what overlaps a buffer and offers the nearest slots; what touches it passes', async () => {
    const resource = await t.addInstrument(t.provider)
    await t.placed(t.engineer, t.slot(resource, '2026-11-25', '10:00', '12:00'))
    const taken = await t.place(t.engineer, t.slot(resource, '2026-11-25', '12:00', '13:00'))
    expect(taken.statusCode).toBe(409)
    expect(taken.json()).toMatchObject({ code: 'booking.slot_taken', title: '这个时段刚被约走。请从最近的空档里另选，已填内容保留。' })
    const alternatives = taken.json().alternatives as { start: string }[]
    expect(alternatives.map((slot) => slot.start)).toEqual([
      '2026-11-25T04:30:00.000Z',
      '2026-11-25T05:30:00.000Z',
      '2026-11-25T06:30:00.000Z',
    ])
    expect((await t.place(t.engineer, t.slot(resource, '2026-11-25', '12:30', '13:30'))).statusCode).toBe(201)
    expect((await t.place(t.engineer, t.slot(resource, '2026-11-25', '08:30', '09:30'))).statusCode).toBe(201)
  })

  test('lists every broken rule with what would pass, in the language of the caller', async () => {
    const reply = await t.place(t.engineer, t.slot(hplc, '2026-11-23', '10:10', '10:25'), { 'accept-language': 'en' })
    expect(reply.statusCode).toBe(422)
    expect(codes(reply)).toEqual(['booking.too_short_notice', 'booking.not_on_step', 'booking.too_short'])
    expect(reply.json().problems[0]).toMatchObject({
      params: { minNoticeMinutes: 120, earliest: '2026-11-23T04:00:00.000Z' },
      field: '/start',
    })
    expect(reply.json().problems[2].message).toBe('15 minutes are less than the shortest booking. Book at least 60 minutes.')
    expect(reply.json().alternatives).toHaveLength(3)
  })

  test.each([
    ['2026-11-28', 'booking.closed_that_day', { nextDay: '2026-11-30' }],
    ['2027-01-01', 'booking.closed_on_holiday', { nextDay: '2027-01-04' }],
  ])('names the next open day when %s is closed', async (day, code, params) => {
    const resource = await t.addInstrument(t.provider, { calendar: { horizon_days: 60 } })
    const reply = await t.place(t.engineer, t.slot(resource, day, '10:00', '12:00'))
    expect(reply.json().problems).toMatchObject([{ code, params }])
  })

  test('a change of hours, prices or rules counts for the next booking, cache or not', async () => {
    const site = await t.addSite(t.provider)
    const resource = await t.addInstrument(t.provider, { siteId: site })
    await t.placed(t.engineer, t.slot(resource, '2026-11-24', '08:00', '09:00'))
    await t.pool.query('update catalog.resource_price set price_fen = 30000 where resource_id = $1', [resource])
    expect((await t.placed(t.engineer, t.slot(resource, '2026-11-24', '10:00', '11:00'))).price.total).toBe('300.00')
    await t.pool.query(`update catalog.site set opening = '[{"weekday":2,"start":"08:00","end":"12:00"}]' where id = $1`, [site])
    expect(codes(await t.place(t.engineer, t.slot(resource, '2026-11-24', '14:00', '15:00')))).toEqual(['booking.outside_opening'])
    await t.pool.query('update booking.calendar set is_accepting = false, version = version + 1 where resource_id = $1', [resource])
    expect(codes(await t.place(t.engineer, t.slot(resource, '2026-12-01', '08:00', '09:00')))).toEqual(['booking.resource_closed'])
    await t.pool.query(`update booking.calendar set is_accepting = true, version = version + 1 where resource_id = $1`, [resource])
    expect((await t.place(t.engineer, t.slot(resource, '2026-12-01', '08:00', '09:00'))).statusCode).toBe(201)
    await t.pool.query(`update catalog.resource set status = 'retired' where id = $1`, [resource])
    expect(codes(await t.place(t.engineer, t.slot(resource, '2026-12-01', '10:00', '11:00')))).toEqual(['booking.resource_closed'])
  })

  test('an organisation that lost its verification meanwhile cannot book', async () => {
    const organisation = await t.addOrganisation('enterprise')
    const person = await t.addPerson(organisation, 'enterprise', 'engineer')
    await t.placed(person, t.slot(hplc, '2026-12-02', '08:00', '09:00'))
    await t.pool.query(`update people.organisation set status = 'suspended' where id = $1`, [organisation])
    const reply = await t.place(person, t.slot(hplc, '2026-12-02', '10:00', '11:00'))
    expect([reply.statusCode, codes(reply)]).toEqual([403, ['booking.organisation_not_verified']])
  })

  test('prices by class: own people, other institutes, enterprises of another district', async () => {
    const resource = await t.addInstrument(t.provider)
    const institute = await t.addOrganisation('provider')
    const elsewhere = await t.addOrganisation('enterprise', { district: '另一区' })
    const academic = await t.addPerson(institute, 'provider', 'lab_staff')
    const stranger = await t.addPerson(elsewhere, 'enterprise', 'engineer')
    const total = async (person: typeof academic, from: string, to: string) =>
      (await t.placed(person, t.slot(resource, '2026-11-26', from, to))).price
    expect(await total(academic, '08:00', '09:00')).toMatchObject({ customerClass: 'academic', total: '120.00' })
    expect(await total(stranger, '10:00', '11:00')).toMatchObject({ customerClass: 'outside_district', total: '200.00' })
    expect(await total(t.manager, '12:00', '13:00')).toMatchObject({ customerClass: 'inside', total: '0.00' })
  })

  test('the provider books for a customer at the customer’s price, nobody else does', async () => {
    const resource = await t.addInstrument(t.provider)
    const body = { ...t.slot(resource, '2026-11-23', '10:00', '11:00'), customerOrganisationId: t.enterprise }
    const reply = await t.place(t.manager, body)
    expect(reply.json()).toMatchObject({ kind: 'customer', organisationId: t.enterprise, price: { total: '180.00' } })
    expect((await t.call(t.engineer, 'GET', `/reservations/${reply.json().id}`)).statusCode).toBe(200)
    const other = await t.addOrganisation('enterprise')
    const forbidden = await t.place(t.engineer, { ...t.slot(resource, '2026-11-26', '10:00', '11:00'), customerOrganisationId: other })
    expect([forbidden.statusCode, codes(forbidden)]).toEqual([403, ['booking.not_your_resource']])
    const unknown = await t.place(t.manager, { ...t.slot(resource, '2026-11-26', '10:00', '11:00'), customerOrganisationId: resource })
    expect(codes(unknown)).toEqual(['booking.customer_missing'])
  })

  test('an unknown resource and a draft answer alike', async () => {
    const draft = await t.addInstrument(t.provider)
    await t.pool.query(`update catalog.resource set status = 'draft', work_state = 'draft', published_version = null where id = $1`, [
      draft,
    ])
    for (const resource of [draft, t.enterprise]) {
      const reply = await t.place(t.engineer, t.slot(resource, '2026-11-26', '10:00', '11:00'))
      expect([reply.statusCode, codes(reply)]).toEqual([404, ['booking.resource_missing']])
    }
  })
})
