import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ResourceCalendar } from '../contract/calendars.ts'
import type { ReservationQuote } from '../contract/reservations.ts'
import type { Timeline } from '../contract/timeline.ts'
import { firstFreeSlots } from './availability.ts'
import { at, type BookingTest, createBookingTest, NOW } from './test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
afterEach(() => t.setNow(NOW))

describe('the calendar of a resource', () => {
  test('shows open, free and taken time; who it is only to those concerned', async () => {
    const resource = await t.addInstrument(t.provider)
    const booked = await t.placed(t.engineer, { ...t.slot(resource, '2026-11-24', '10:00', '12:00'), project: '摸底' })
    const read = async (person: Parameters<typeof t.call>[0]) =>
      (await t.call(person, 'GET', `/resources/${resource}/calendar?from=2026-11-23&days=7`)).json<ResourceCalendar>()
    const seen = await read(null)
    expect(seen.days.map((day) => [day.day, day.kind, day.open.length])).toEqual([
      ['2026-11-23', 'working_day', 1],
      ['2026-11-24', 'working_day', 1],
      ['2026-11-25', 'working_day', 1],
      ['2026-11-26', 'working_day', 1],
      ['2026-11-27', 'working_day', 1],
      ['2026-11-28', 'weekend', 0],
      ['2026-11-29', 'weekend', 0],
    ])
    expect(seen.days[0]?.free).toEqual([{ start: at('2026-11-23', '11:40'), end: at('2026-11-23', '20:00') }])
    expect(seen.days[1]?.free).toEqual([
      { start: at('2026-11-24', '08:00'), end: at('2026-11-24', '09:30') },
      { start: at('2026-11-24', '12:30'), end: at('2026-11-24', '20:00') },
    ])
    expect(seen.busy).toEqual([
      {
        start: booked.start,
        end: booked.end,
        blockedStart: booked.start,
        blockedEnd: at('2026-11-24', '12:30'),
        kind: 'booked',
        isMine: false,
        isHeld: false,
      },
    ])
    expect((await read(t.engineer)).busy[0]).toMatchObject({ isMine: true, reservationId: booked.id, label: '摸底' })
    expect((await read(t.manager)).busy[0]).toMatchObject({ isMine: false, reservationId: booked.id, label: '澄心医疗' })
  })

  test('free time is time that can be booked', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { buffer_before_minutes: 30 } })
    await t.placed(t.engineer, t.slot(resource, '2026-11-24', '10:00', '12:00'))
    await t.placed(t.engineer, t.slot(resource, '2026-11-24', '15:00', '16:00'))
    const calendar = (await t.call(null, 'GET', `/resources/${resource}/calendar?from=2026-11-24&days=1`)).json<ResourceCalendar>()
    for (const free of calendar.days[0]?.free ?? [])
      expect((await t.place(t.engineer, { resourceId: resource, ...free })).statusCode).toBe(201)
    expect((await t.call(null, 'GET', `/resources/${resource}/calendar?from=2026-11-24&days=1`)).json().days[0].free).toEqual([])
  })

  test('a day in New York at the change of the clock', async () => {
    const site = await t.addSite(t.provider, { zone: 'America/New_York', opening: [{ weekday: 7, start: '00:00', end: '06:00' }] })
    const resource = await t.addInstrument(t.provider, { siteId: site, calendar: { horizon_days: 365, max_minutes: 600 } })
    const hoursFree = async (day: string) => {
      const [only] =
        (await t.call(null, 'GET', `/resources/${resource}/calendar?from=${day}&days=1`)).json<ResourceCalendar>().days[0]?.free ?? []
      return only && (Date.parse(only.end) - Date.parse(only.start)) / 3_600_000
    }
    expect([await hoursFree('2027-03-14'), await hoursFree('2027-03-21'), await hoursFree('2027-11-07')]).toEqual([5, 6, 7])
    const over = { resourceId: resource, start: '2027-03-14T06:00:00.000Z', end: '2027-03-14T08:00:00.000Z' }
    expect((await t.placed(t.engineer, over)).price.total).toBe('360.00')
  })

  test('offers the slots nearest to an instant', async () => {
    const resource = await t.addInstrument(t.provider)
    const slots = async (query: string) =>
      (await t.call(null, 'GET', `/resources/${resource}/free-slots?${query}`)).json().items.map((slot: { start: string }) => slot.start)
    expect(await slots('minutes=120')).toEqual([at('2026-11-23', '12:00'), at('2026-11-23', '14:00'), at('2026-11-23', '16:00')])
    expect(await slots(`near=${at('2026-11-28', '10:00')}&minutes=240&limit=2`)).toEqual([
      at('2026-11-27', '12:00'),
      at('2026-11-27', '16:00'),
    ])
  })
})

describe('a resource that was taken off the catalogue', () => {
  test('answers like an unknown one at every door; its provider, the operator and who booked it keep what is theirs', async () => {
    const resource = await t.addInstrument(t.provider)
    const unknown = '00000000-0000-7000-8000-000000000000'
    const body = (id: string) => t.slot(id, '2026-11-26', '10:00', '12:00')
    const booked = await t.placed(t.engineer, t.slot(resource, '2026-11-24', '10:00', '12:00'))
    const operator = await t.addPerson(await t.addOrganisation('operator'), 'operator', 'operator')
    const rival = await t.addPerson(await t.addOrganisation('provider'), 'provider', 'lab_manager')
    const doors = (id: string) =>
      [
        ['GET', `/calendars/${id}`],
        ['GET', `/resources/${id}/calendar?from=2026-11-23&days=7`],
        ['GET', `/resources/${id}/free-slots?minutes=60`],
        ['GET', `/resources/${id}/facts`],
        ['POST', '/quotes', body(id)],
      ] as const
    const answers = async (person: Parameters<typeof t.call>[0], id: string) =>
      Promise.all(
        doors(id).map(async ([method, path, sent]) => {
          const reply = await t.call(person, method, path, sent)
          return [reply.statusCode, reply.statusCode === 404 ? reply.json().code : null]
        }),
      )
    const open = doors(resource).map(() => [200, null])
    for (const status of ['retired', 'draft']) {
      await t.pool.query(
        `update catalog.resource set status = $2, work_state = $3, published_version = $4 where id = $1`,
        status === 'retired' ? [resource, 'retired', 'none', 1] : [resource, 'draft', 'draft', null],
      )
      const missing = await answers(null, unknown)
      expect(missing.map(([code]) => code)).toEqual([404, 404, 404, 404, 404])
      for (const person of [null, t.engineer, rival]) expect(await answers(person, resource)).toEqual(missing)
      expect((await t.call(null, 'GET', `/availability?resource=${resource}`)).json().items).toEqual(
        (await t.call(null, 'GET', `/availability?resource=${unknown}`))
          .json()
          .items.map((item: object) => ({ ...item, resourceId: resource })),
      )
      if (status === 'retired') for (const person of [t.manager, operator]) expect(await answers(person, resource)).toEqual(open)
      expect((await t.call(t.engineer, 'GET', `/reservations/${booked.id}`)).json()).toMatchObject({ id: booked.id, state: 'confirmed' })
      const timeline = (await t.call(t.manager, 'GET', '/timeline?from=2026-11-23&days=7&limit=200')).json<Timeline>()
      if (status === 'retired') expect(timeline.reservations.map((reservation) => reservation.id)).toContain(booked.id)
    }
    await t.pool.query(`update catalog.resource set status = 'published', work_state = 'none', published_version = 1 where id = $1`, [
      resource,
    ])
    expect(await answers(null, resource)).toEqual(open)
  })
})

describe('the rules of a calendar', () => {
  test('are public, and changed by the provider alone with the version that was read', async () => {
    const resource = await t.addInstrument(t.provider)
    const read = await t.call(null, 'GET', `/calendars/${resource}`)
    expect([read.statusCode, read.headers.etag]).toEqual([200, '"1"'])
    const { resourceId: _id, providerId: _provider, zone: _zone, version: _version, ...rules } = read.json()
    const edit = {
      ...rules,
      operations: ['with_operator', 'self_service'],
      operatorHourPrice: '80.00',
      minMinutes: 120,
      bufferAfterMinutes: 15,
    }
    const put = (person: typeof t.manager, body: object, version: number) =>
      t.call(person, 'PUT', `/calendars/${resource}`, body, { 'if-match': `"${version}"` })
    const stranger = await t.addPerson(await t.addOrganisation('provider'), 'provider', 'lab_manager')
    expect((await put(stranger, edit, 1)).statusCode).toBe(404)
    expect((await put(t.manager, { ...edit, minMinutes: 45 }, 1)).json().code).toBe('booking.lengths_inconsistent')
    const edited = await put(t.manager, edit, 1)
    expect([edited.statusCode, edited.headers.etag, edited.json().operatorHourPrice]).toEqual([200, '"2"', '80.00'])
    expect((await put(t.manager, edit, 1)).statusCode).toBe(412)
    const booked = await t.placed(t.engineer, { ...t.slot(resource, '2026-11-24', '10:00', '12:00'), operation: 'with_operator' })
    expect(booked).toMatchObject({ blockedEnd: at('2026-11-24', '12:15'), price: { total: '520.00' } })
  })

  test('are opened by the event of a publication, once, and only for what can be booked', async () => {
    const resource = await t.addInstrument(t.provider)
    const service = await t.addInstrument(t.provider)
    await t.pool.query(`update catalog.resource set kind = 'testing_service' where id = $1`, [service])
    await t.pool.query('delete from booking.calendar where resource_id = any($1)', [[resource, service]])
    expect((await t.call(null, 'GET', `/calendars/${resource}`)).statusCode).toBe(404)
    for (const id of [resource, resource, service]) await t.publish('catalog.resource_published', { resourceId: id })
    await t.settle()
    expect((await t.call(null, 'GET', `/calendars/${resource}`)).json()).toMatchObject({
      minMinutes: 60,
      maxMinutes: 480,
      bufferAfterMinutes: 30,
      version: 1,
    })
    expect((await t.call(null, 'GET', `/calendars/${service}`)).statusCode).toBe(404)
  })
})

describe('a quote', () => {
  test('prices, lists what is wrong, offers others, and keeps nothing', async () => {
    const resource = await t.addInstrument(t.provider)
    const ask = async (person: Parameters<typeof t.call>[0], body: object) =>
      (await t.call(person, 'POST', '/quotes', body)).json<ReservationQuote>()
    const good = await ask(t.engineer, t.slot(resource, '2026-11-24', '10:00', '11:30'))
    expect(good).toMatchObject({ isFree: true, problems: [], alternatives: [], price: { total: '270.00', customerClass: 'enterprise' } })
    await t.placed(t.engineer, t.slot(resource, '2026-11-24', '10:00', '11:30'))
    const bad = await ask(null, t.slot(resource, '2026-11-24', '11:10', '12:10'))
    expect([bad.isFree, bad.problems.map((problem) => problem.code), bad.alternatives.length, bad.price?.total]).toEqual([
      false,
      ['booking.not_on_step', 'booking.slot_taken'],
      3,
      '180.00',
    ])
    expect(bad.problems[0]?.message).toMatch(/^时段以 30 分钟为单位。/)
    expect((await ask(t.manager, t.slot(resource, '2026-11-25', '10:00', '11:00'))).price).toMatchObject({
      customerClass: 'inside',
      total: '0.00',
    })
    const { rows } = await t.pool.query('select count(*)::int as count from booking.reservation where resource_id = $1', [resource])
    expect(rows[0].count).toBe(1)
  })

  test('agrees with the booking that follows', async () => {
    const resource = await t.addInstrument(t.provider)
    const body = t.slot(resource, '2026-11-26', '09:00', '12:30')
    const quote = (await t.call(t.engineer, 'POST', '/quotes', body)).json<ReservationQuote>()
    const booked = await t.placed(t.engineer, body)
    expect([booked.price, booked.blockedEnd, booked.cancellation.freeUntil]).toEqual([quote.price, quote.blockedEnd, quote.freeCancelUntil])
  })
})

describe('the provider’s timeline', () => {
  test('shows its resources page by page with who, what and buffers, and the figures of all', async () => {
    const provider = await t.addOrganisation('provider')
    const manager = await t.addPerson(provider, 'provider', 'lab_manager')
    const resources = []
    for (const name of ['A 质谱', 'B 电镜', 'C 流变仪']) resources.push(await t.addInstrument(provider, { name }))
    const [first = '', second = ''] = resources
    await t.placed(t.engineer, t.slot(first, '2026-11-24', '08:00', '14:00'))
    await t.placed(manager, t.slot(second, '2026-11-24', '08:00', '14:00'))
    const page = async (query: string) => (await t.call(manager, 'GET', `/timeline?from=2026-11-23&days=7&${query}`)).json<Timeline>()
    const one = await page('limit=2')
    expect(one.resources.map((resource) => resource.name)).toEqual(['A 质谱', 'B 电镜'])
    expect(one.reservations).toMatchObject([
      { resourceId: first, organisationName: '澄心医疗', kind: 'customer', price: '1080.00', blockedEnd: at('2026-11-24', '14:30') },
      { resourceId: second, kind: 'internal', price: '0.00' },
    ])
    // 12 of 3 × 60 open hours are booked, half of them by others.
    expect([one.bookedPercent, one.externalPercent]).toEqual([6.7, 50])
    const two = await page(`limit=2&cursor=${one.nextCursor}`)
    expect([two.resources.map((resource) => resource.name), two.nextCursor]).toEqual([['C 流变仪'], null])
    expect((await page('q=电镜')).resources).toHaveLength(1)
    expect((await page('order=class')).resources).toHaveLength(3)
    t.setNow('2026-12-01T00:00:00Z')
    expect((await page('limit=1')).resources[0]?.utilisationPercent).toBe(2.5)
    const facts = (await t.call(null, 'GET', `/resources/${first}/facts`)).json()
    // A booking that nobody metered proves nothing.
    expect(facts).toMatchObject({ externalHours: 0, internalHours: 0, externalBookings: 0, utilisationPercent: 0 })
  })
})

describe('free time of many resources', () => {
  test('agrees with booking: the first slot can be had, nothing earlier can', async () => {
    const resources = []
    for (let i = 0; i < 6; i += 1) resources.push(await t.addInstrument(t.provider, { calendar: { buffer_before_minutes: i * 15 } }))
    for (const [index, resource] of resources.entries())
      for (let hour = 8; hour < 8 + index * 2; hour += 2)
        await t
          .placed(
            t.engineer,
            t.slot(resource, '2026-11-24', `${String(hour).padStart(2, '0')}:00`, `${String(hour + 1).padStart(2, '0')}:00`),
          )
          .catch(() => undefined)
    const window = { from: new Date(at('2026-11-24', '00:00')), to: new Date(at('2026-12-20', '00:00')), minutes: 120, now: NOW }
    const slots = await firstFreeSlots(t.db, resources, window)
    expect(slots.size).toBe(6)
    for (const resource of resources) {
      const slot = slots.get(resource)
      const before = {
        resourceId: resource,
        start: new Date((slot?.start.getTime() ?? 0) - 30 * 60_000).toISOString(),
        end: new Date((slot?.end.getTime() ?? 0) - 30 * 60_000).toISOString(),
      }
      expect((await t.place(t.engineer, before)).statusCode).not.toBe(201)
      expect(
        (await t.place(t.engineer, { resourceId: resource, start: slot?.start.toISOString(), end: slot?.end.toISOString() })).statusCode,
      ).toBe(201)
    }
  })

  test('looks further for those that are full, and leaves out what cannot be booked for so long', async () => {
    const full = await t.addInstrument(t.provider)
    const short = await t.addInstrument(t.provider, { calendar: { max_minutes: 60 } })
    const closed = await t.addInstrument(t.provider, { calendar: { is_accepting: false } })
    for (let day = 24; day <= 27; day += 1)
      for (const [from, to] of [
        ['08:00', '13:30'],
        ['14:00', '20:00'],
      ] as const)
        await t.placed(t.engineer, t.slot(full, `2026-11-${day}`, from, to))
    const window = { from: new Date(at('2026-11-24', '00:00')), to: new Date(at('2026-12-20', '00:00')), minutes: 120, now: NOW }
    const slots = await firstFreeSlots(t.db, [full, short, closed], window)
    expect([...slots]).toEqual([[full, { start: new Date(at('2026-11-30', '08:00')), end: new Date(at('2026-11-30', '10:00')) }]])
  })
})

describe('letters', () => {
  test('tell the customer and the lab manager once per change, in their language', async () => {
    const provider = await t.addOrganisation('provider', { name: '测试机构' })
    const manager = await t.addPerson(provider, 'provider', 'lab_manager', 'en')
    const resource = await t.addInstrument(provider, { name: '显微 CT' })
    const booked = await t.placed(t.engineer, t.slot(resource, '2026-11-24', '10:00', '12:00'))
    await t.settle()
    await t.call(t.engineer, 'POST', `/reservations/${booked.id}/move`, t.slot(resource, '2026-11-26', '10:00', '12:00'), {
      'if-match': '"1"',
    })
    await t.call(manager, 'POST', `/reservations/${booked.id}/cancel`, { reason: '停电' }, { 'if-match': '"2"' })
    await t.settle()
    const { rows } = await t.pool.query(
      `select to_address as to, subject, text_body as text from platform.mail where text_body like $1 order by created_at, id`,
      [`%${booked.number}%`],
    )
    expect(rows.map((row) => [row.to.startsWith(t.engineer.id) ? 'engineer' : 'manager', row.subject])).toEqual([
      ['engineer', '预约已确认：显微 CT，2026-11-24 10:00—12:00'],
      ['manager', 'New booking: 显微 CT, 2026-11-24 10:00—12:00, 澄心医疗'],
      ['engineer', '预约已改时：显微 CT，2026-11-26 10:00—12:00'],
      ['manager', 'Booking moved: 显微 CT, 2026-11-26 10:00—12:00, 澄心医疗'],
      ['engineer', '预约已取消：显微 CT，2026-11-26 10:00—12:00'],
    ])
    expect(rows[0].text).toContain('2026-11-23 10:00 前取消不收费，之后收取 30%。')
    expect(rows[4].text).toContain('原因：停电')
    expect(rows.every((row) => !/\{\w+\}/.test(row.subject + row.text))).toBe(true)
  })
})
