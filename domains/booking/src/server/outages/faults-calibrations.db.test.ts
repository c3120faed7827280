import { localDayOf } from '@jiju/kernel/zoned-time'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { at, type BookingTest, createBookingTest, NOW } from '../test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
beforeEach(() => t.setNow(NOW))

const record = (resource: string, dueOn: string, doneOn = '2026-01-05') =>
  t.call(t.manager, 'POST', `/resources/${resource}/calibrations`, {
    kind: 'calibration',
    doneOn,
    dueOn,
    performedBy: '校准实验室',
  })
const calibrationsOf = async (resource: string) => (await t.call(t.manager, 'GET', `/resources/${resource}/calibrations`)).json()
const noticesTo = async (personId: string): Promise<string[]> => {
  await t.settle()
  const { rows } = await t.pool.query('select kind from platform.notice where person_id = $1 order by created_at, id', [personId])
  return rows.map((row) => row.kind)
}

test('after the due day new bookings are refused where the provider says so, before it they pass; those made are listed', async () => {
  const resource = await t.addInstrument(t.provider)
  const late = await t.placed(t.engineer, t.slot(resource, '2026-12-02', '10:00', '12:00'))
  expect((await record(resource, '2026-12-01')).statusCode).toBe(201)
  expect((await t.place(t.engineer, t.slot(resource, '2026-12-02', '14:00', '15:00'))).statusCode).toBe(201)
  const { version } = await calibrationsOf(resource)
  const rule = await t.call(
    t.manager,
    'PUT',
    `/resources/${resource}/calibration-rule`,
    { blocksWhenOverdue: true },
    { 'if-match': `"${version}"` },
  )
  expect(rule.json()).toMatchObject({ state: 'due_soon', blocksWhenOverdue: true })
  expect(rule.json().bookingsAfterDue.map((row: { id: string }) => row.id)).toContain(late.id)
  const refused = await t.place(t.engineer, t.slot(resource, '2026-12-02', '16:00', '17:00'))
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'booking.calibration_overdue'])
  expect((await t.place(t.engineer, t.slot(resource, '2026-12-01', '16:00', '17:00'))).statusCode).toBe(201)
  await record(resource, '2027-01-04', '2026-11-20')
  expect((await t.place(t.engineer, t.slot(resource, '2026-12-02', '16:00', '17:00'))).statusCode).toBe(201)
})

test('times that the calibration keeps away are offered at no door until it is renewed, but to the provider', async () => {
  const resource = await t.addInstrument(t.provider)
  await record(resource, '2026-11-25')
  const { version } = await calibrationsOf(resource)
  await t.call(t.manager, 'PUT', `/resources/${resource}/calibration-rule`, { blocksWhenOverdue: true }, { 'if-match': `"${version}"` })
  await t.placed(t.manager, { ...t.slot(resource, '2026-11-25', '08:00', '20:00'), isInternal: true })

  const daysOf = (ranges: { start: string }[]) => [...new Set(ranges.map(({ start }) => localDayOf(new Date(start), 'Asia/Shanghai')))]
  const slots = async (near: string) =>
    daysOf((await t.call(null, 'GET', `/resources/${resource}/free-slots?minutes=120&limit=10&near=${near}`)).json().items)
  const free = async (person: Parameters<typeof t.call>[0]) =>
    daysOf(
      (await t.call(person, 'GET', `/resources/${resource}/calendar?from=2026-11-23&days=5`))
        .json()
        .days.flatMap((day: { free: [] }) => day.free),
    )
  const wish = {
    fromDay: '2026-11-25',
    untilDay: '2026-11-27',
    weekdays: [1, 2, 3, 4, 5],
    fromMinute: 480,
    untilMinute: 1200,
    minutes: 120,
  }
  const wished = await t.call(t.engineer, 'POST', '/wishes', { resourceIds: [resource], ...wish })
  expect(wished.statusCode, wished.body).toBe(201)
  const offer = async () => {
    await t.settle()
    return (await t.call(t.engineer, 'GET', `/wishes/${wished.json().id}`)).json().offer
  }

  expect(await slots(at('2026-11-27', '10:00'))).toEqual(['2026-11-23', '2026-11-24'])
  expect(await free(t.engineer)).toEqual(['2026-11-23', '2026-11-24'])
  expect(await free(t.manager)).toEqual(['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'])
  const shown = (await t.call(null, 'GET', `/availability?resource=${resource}`)).json().items[0]
  expect(shown.days.filter((day: { freeMinutes: number }) => day.freeMinutes > 0).map((day: { day: string }) => day.day)).toEqual([
    '2026-11-23',
    '2026-11-24',
  ])
  const refused = await t.place(t.engineer, t.slot(resource, '2026-11-26', '10:00', '12:00'))
  expect(refused.json()).toMatchObject({ code: 'booking.calibration_overdue' })
  expect(
    daysOf((await t.call(t.engineer, 'POST', '/quotes', t.slot(resource, '2026-11-26', '10:00', '12:00'))).json().alternatives),
  ).toEqual(['2026-11-24'])
  expect(await offer()).toBeNull()
  t.setNow(at('2026-11-26', '09:00'))
  expect((await t.call(null, 'GET', `/availability?resource=${resource}`)).json().items[0].firstFree).toBeNull()

  t.setNow(NOW)
  await record(resource, '2027-11-25', '2026-11-20')
  expect(await slots(at('2026-11-27', '10:00'))).toContain('2026-11-27')
  expect((await offer()).start).toBe(at('2026-11-26', '08:00'))
})

test('a day that cannot be is refused, also another provider’s instrument', async () => {
  const resource = await t.addInstrument(t.provider)
  expect((await record(resource, '2026-01-05')).json().code).toBe('booking.calibration_due_before_done')
  const other = await t.addInstrument(await t.addOrganisation('provider'))
  expect((await record(other, '2027-01-05')).statusCode).toBe(404)
})

test('lab managers are reminded 30, 7 and 1 days before, of each once', async () => {
  const resource = await t.addInstrument(t.provider)
  await record(resource, '2026-12-30')
  const counts: number[] = []
  for (const day of ['2026-11-29', '2026-11-30', '2026-12-05', '2026-12-23', '2026-12-29', '2026-12-30', '2026-12-31']) {
    t.setNow(at(day, '08:30'))
    await t.runJob('booking.remind_calibrations')
    const { rows } = await t.pool.query(
      `select count(*)::int as count from platform.notice where kind = 'booking.calibration_due' and key like $1`,
      [`calibration ${resource} %`],
    )
    counts.push(rows[0].count)
  }
  expect(counts).toEqual([0, 1, 1, 2, 3, 3, 3])
})

test('a fault is reported, judged, made an outage, and resolved; each side hears of the other', async () => {
  const resource = await t.addInstrument(t.provider)
  const reported = (
    await t.call(t.engineer, 'POST', '/fault-reports', { resourceId: resource, impact: 'limited', description: '基线漂移' })
  ).json()
  expect(await noticesTo(t.manager.id)).toContain('booking.fault_reported')
  const stranger = await t.addPerson(await t.addOrganisation('enterprise'), 'enterprise', 'engineer')
  expect((await t.call(stranger, 'GET', `/fault-reports/${reported.id}`)).statusCode).toBe(404)
  const judged = await t.call(t.manager, 'POST', `/fault-reports/${reported.id}/triage`, { verdict: 'limited' }, { 'if-match': '"1"' })
  expect(judged.json()).toMatchObject({ state: 'triaged', verdict: 'limited', version: 2 })
  expect((await t.call(null, 'GET', `/resources/${resource}/operating-state`)).json()).toMatchObject({ state: 'limited' })

  const outage = {
    resourceIds: [resource],
    type: 'fault',
    reason: '更换检测器',
    end: at('2026-11-25', '18:00'),
    faultReportId: reported.id,
  }
  const [declared] = (await t.call(t.manager, 'POST', '/outages', outage)).json().items
  expect((await t.call(t.engineer, 'GET', `/fault-reports/${reported.id}`)).json()).toMatchObject({
    verdict: 'down',
    outageId: declared.id,
  })
  expect((await t.call(null, 'GET', `/resources/${resource}/operating-state`)).json()).toMatchObject({
    state: 'down',
    reason: '更换检测器',
    expectedUntil: at('2026-11-25', '18:00'),
  })
  const resolved = await t.call(t.manager, 'POST', `/fault-reports/${reported.id}/resolve`, { resolution: '已更换' }, { 'if-match': '"3"' })
  expect(resolved.json()).toMatchObject({ state: 'resolved', resolution: '已更换' })
  expect(await noticesTo(t.engineer.id)).toEqual(expect.arrayContaining(['booking.fault_triaged', 'booking.fault_resolved']))
  const again = await t.call(t.manager, 'POST', `/fault-reports/${reported.id}/resolve`, { resolution: 'x' }, { 'if-match': '"4"' })
  expect(again.json().code).toBe('booking.fault_resolved')
})

test('a calendar that gets more units takes none of them into an outage', async () => {
  const resource = await t.addInstrument(t.provider)
  const window = {
    resourceIds: [resource],
    type: 'maintenance',
    reason: '维护',
    start: at('2026-11-25', '10:00'),
    end: at('2026-11-25', '16:00'),
  }
  await t.call(t.manager, 'POST', '/outages', window)
  const { resourceId: _r, providerId: _p, zone: _z, version, ...rules } = (await t.call(t.manager, 'GET', `/calendars/${resource}`)).json()
  const edited = await t.call(t.manager, 'PUT', `/calendars/${resource}`, { ...rules, capacity: 3 }, { 'if-match': `"${version}"` })
  expect(edited.statusCode).toBe(200)
  expect((await t.place(t.engineer, t.slot(resource, '2026-11-25', '11:00', '12:00'))).statusCode).toBe(409)
  expect((await t.place(t.engineer, t.slot(resource, '2026-11-25', '17:00', '18:00'))).statusCode).toBe(201)
})

test('the operator reads downtime by provider', async () => {
  t.setNow(at('2026-11-26', '10:00'))
  const overview = (await t.call(t.manager, 'GET', '/outages/downtime?days=30')).json()
  expect(overview.hours).toBeGreaterThan(5)
  expect(overview.providers[0]).toMatchObject({ providerId: t.provider })
})
