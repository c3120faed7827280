import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ResourceAvailability } from '../contract/calendars.ts'
import { at, type BookingTest, createBookingTest, NOW } from './test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
afterEach(() => t.setNow(NOW))

const UNKNOWN = '00000000-0000-7000-8000-000000000000'
const ask = (query: string, person: Parameters<typeof t.call>[0] = null) => t.call(person, 'GET', `/availability?${query}`)
const read = async (ids: readonly string[], more = '', person: Parameters<typeof t.call>[0] = null) => {
  const reply = await ask(`${ids.map((id) => `resource=${id}`).join('&')}${more}`, person)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json<{ items: ResourceAvailability[] }>().items
}
const one = async (id: string, more = '') => (await read([id], more))[0]

describe('GET /availability', () => {
  test('the first free slot and the free share of seven days, in the order asked for', async () => {
    const first = await t.addInstrument(t.provider)
    const second = await t.addInstrument(t.provider)
    await t.placed(t.engineer, t.slot(second, '2026-11-23', '12:00', '20:00'))
    await t.placed(t.engineer, t.slot(second, '2026-11-24', '10:00', '12:00'))
    const items = await read([second, first], '&minutes=120')
    expect(items.map((item) => item.resourceId)).toEqual([second, first])
    // It is Monday 09:40 and bookings need two hours' notice. Two hours and their buffer do not fit before 10:00; the buffer of what is booked ends at 12:30.
    expect(items.map((item) => item.firstFree)).toEqual([
      { start: at('2026-11-24', '12:30'), end: at('2026-11-24', '14:30') },
      { start: at('2026-11-23', '12:00'), end: at('2026-11-23', '14:00') },
    ])
    expect(items[1]?.days.map((day) => [day.day, day.freeMinutes, day.openMinutes])).toEqual([
      ['2026-11-23', 500, 720],
      ['2026-11-24', 720, 720],
      ['2026-11-25', 720, 720],
      ['2026-11-26', 720, 720],
      ['2026-11-27', 720, 720],
      ['2026-11-28', 0, 0],
      ['2026-11-29', 0, 0],
    ])
    expect(items[0]?.days.slice(0, 2).map((day) => day.freeMinutes)).toEqual([0, 90 + 450])
  })

  test('a length that a resource does not sell becomes the nearest that it does', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: { step_minutes: 30, min_minutes: 60, max_minutes: 240 } })
    const lengths = []
    for (const minutes of [5, 60, 61, 91, 240, 241, 44_640]) lengths.push((await one(resource, `&minutes=${minutes}`))?.minutes)
    expect(lengths).toEqual([60, 60, 90, 120, 240, 240, 240])
    expect((await one(resource))?.minutes).toBe(120)
    expect((await one(resource, '&minutes=241'))?.firstFree).toEqual({ start: at('2026-11-23', '12:00'), end: at('2026-11-23', '16:00') })
  })

  test('holidays are closed, make-up days open, unless the site rules otherwise', async () => {
    t.setNow('2026-09-30T09:00:00Z')
    const resource = await t.addInstrument(t.provider)
    const always = await t.addInstrument(t.provider, { siteId: await t.addSite(t.provider, { holidayRule: 'as_weekday' }) })
    const [closed, open] = await read([resource, always])
    expect(closed?.days.map((day) => [day.day, day.openMinutes])).toEqual(
      ['2026-09-30', '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06'].map((day, index) => [
        day,
        index === 0 ? 720 : 0,
      ]),
    )
    expect(closed?.firstFree?.start).toBe(at('2026-10-08', '08:00'))
    expect(open?.days.slice(0, 3).map((day) => day.openMinutes)).toEqual([720, 720, 720])
    t.setNow('2026-10-08T16:30:00Z')
    const saturday = (await one(resource))?.days.find((day) => day.day === '2026-10-10')
    expect(saturday?.openMinutes).toBe(720)
  })

  test('what others hold is taken until the hold ends', async () => {
    const resource = await t.addInstrument(t.provider)
    const hold = await t.call(t.engineer, 'POST', '/holds', t.slot(resource, '2026-11-23', '12:00', '20:00'))
    expect(hold.statusCode, hold.body).toBe(201)
    const other = await t.addPerson(await t.addOrganisation('enterprise'), 'enterprise', 'engineer')
    for (const person of [null, other]) {
      const [item] = await read([resource], '', person)
      expect([item?.firstFree?.start, item?.days[0]?.freeMinutes]).toEqual([at('2026-11-24', '08:00'), 0])
    }
    t.setNow(new Date(NOW.getTime() + 16 * 60_000))
    expect((await one(resource))?.firstFree?.start).toBe(at('2026-11-23', '12:00'))
  })

  test('a cancelled booking gives its time back', async () => {
    const resource = await t.addInstrument(t.provider)
    const booked = await t.placed(t.engineer, t.slot(resource, '2026-11-24', '08:00', '16:00'))
    expect((await one(resource))?.days[1]?.freeMinutes).toBe(210)
    await t.call(t.engineer, 'POST', `/reservations/${booked.id}/cancel`, {}, { 'if-match': `"${booked.version}"` })
    expect((await one(resource))?.days[1]?.freeMinutes).toBe(720)
  })

  test('what takes no bookings is left out: unknown, closed by its provider, out of service', async () => {
    const open = await t.addInstrument(t.provider)
    const closed = await t.addInstrument(t.provider, { calendar: { is_accepting: false } })
    const broken = await t.addInstrument(t.provider)
    await t.pool.query(`update catalog.resource set operating_status = 'out_of_service' where id = $1`, [broken])
    expect((await read([closed, UNKNOWN, open, broken])).map((item) => item.resourceId)).toEqual([open])
  })

  test('nothing free within four weeks is said as such', async () => {
    const site = await t.addSite(t.provider, { opening: [] })
    const resource = await t.addInstrument(t.provider, { siteId: site })
    expect(await one(resource)).toMatchObject({ firstFree: null, minutes: 120 })
  })

  test('fifty resources at once, no more; what cannot be read is refused', async () => {
    const resource = await t.addInstrument(t.provider)
    const ids = Array.from({ length: 49 }, (_, n) => UNKNOWN.replace(/00$/, String(n).padStart(2, '0')))
    expect((await read([...ids, resource])).map((item) => item.resourceId)).toEqual([resource])
    const refused = [
      [...ids, resource, UNKNOWN].map((id) => `resource=${id}`).join('&'),
      '',
      'resource=abc',
      `resource=${resource}&minutes=4`,
      `resource=${resource}&minutes=44641`,
      `resource=${resource}&minutes=-60`,
      `resource=${resource}&minutes=1.5`,
      `resource=${resource}&minutes=abc`,
    ]
    for (const query of refused) {
      const reply = await ask(query)
      expect([reply.statusCode, reply.headers['content-type']], query).toEqual([400, 'application/problem+json; charset=utf-8'])
    }
  })
})
