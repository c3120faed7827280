import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AssessedUse, Assessment, AssessmentFigures } from '../../contract/assessment.ts'
import { at, type BookingTest, createBookingTest, type Person } from '../test-booking.ts'

let t: BookingTest
let instrument: string
let manager: Person
let provider: string
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
beforeEach(async () => {
  t.setNow(at('2026-11-23', '08:00'))
  provider = await t.addOrganisation('provider')
  manager = await t.addPerson(provider, 'provider', 'lab_manager')
  instrument = await t.addInstrument(provider)
})

type Use = {
  day: string
  from: string
  to: string
  until?: string
  outside?: boolean
  proved?: boolean
  unit?: number
  replaces?: { id: string; useId: string }
}

/** A record as the meter log holds it. */
async function record(use: Use): Promise<{ id: string; useId: string }> {
  const { outside = true, proved = true } = use
  const row = { id: newId(), useId: use.replaces?.useId ?? newId() }
  const source = proved ? 'page' : 'inferred'
  const [recorder, second] = [newId(), newId()]
  await t.pool.query(
    `insert into booking.use_record (id, use_id, replaces, resource_id, unit, provider_id, organisation_id, is_outside, started_at, ended_at, start_source, end_source,
       is_proved, recorded_by, recorded_at, confirmed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $10, $14)`,
    [
      row.id,
      row.useId,
      use.replaces?.id ?? null,
      instrument,
      use.unit ?? 1,
      provider,
      outside ? t.enterprise : provider,
      outside,
      at(use.day, use.from),
      at(use.until ?? use.day, use.to),
      source,
      proved,
      recorder,
      use.replaces ? second : null,
    ],
  )
  return row
}

const assessment = async (from = '2026-11-01', to = '2026-11-30') =>
  (await t.call(manager, 'GET', `/assessment?from=${from}&to=${to}`)).json<Assessment>()
const hoursOf = ({ effectiveSeconds, externalSeconds, inferredSeconds, bookedOnlySeconds }: AssessmentFigures) =>
  [effectiveSeconds, externalSeconds, inferredSeconds, bookedOnlySeconds].map((seconds) => seconds / 3600)
const figures = async (from?: string, to?: string) => (await assessment(from, to)).institution

describe('hours from the meter log', () => {
  test('effective, external and inferred; what is not proved stands beside', async () => {
    await record({ day: '2026-11-10', from: '09:00', to: '11:30' })
    await record({ day: '2026-11-11', from: '09:00', to: '10:00', outside: false })
    await record({ day: '2026-11-12', from: '09:00', to: '13:00', proved: false })
    const all = await figures()
    expect(hoursOf(all)).toEqual([3.5, 2.5, 4, 0])
    expect(all).toMatchObject({ uses: 2, externalUses: 1, sharingRate: 2.5 / 3.5, provedRate: 3.5 / 7.5, openingRate: 1 })
    // 1600 h a year are 131.5 h in 30 days.
    expect(all.utilisation).toBeCloseTo(3.5 / ((1600 * 30) / 365), 10)
  })

  test('a use over midnight of two periods is split to the second, and is one use', async () => {
    await record({ day: '2026-10-31', from: '22:00', until: '2026-11-01', to: '03:00' })
    const [october, november, both] = [
      await figures('2026-10-01', '2026-10-31'),
      await figures('2026-11-01', '2026-11-30'),
      await figures('2026-10-01', '2026-11-30'),
    ]
    expect([october, november, both].map((one) => [one.effectiveSeconds / 3600, one.uses])).toEqual([
      [2, 0],
      [3, 1],
      [5, 1],
    ])
  })

  test('minutes in which several units run count once, for outside where any is', async () => {
    await record({ day: '2026-11-10', from: '09:00', to: '11:00', outside: false })
    await record({ day: '2026-11-10', from: '10:00', to: '12:00', unit: 2 })
    await record({ day: '2026-11-10', from: '10:30', to: '11:30', unit: 3 })
    await record({ day: '2026-11-10', from: '11:00', to: '13:00', unit: 1, proved: false })
    const all = await figures()
    expect(hoursOf(all)).toEqual([3, 2, 1, 0])
    expect(all.unitSeconds / 3600).toBe(5)
  })

  test('a correction counts instead of what it replaces', async () => {
    const first = await record({ day: '2026-11-10', from: '09:00', to: '12:00' })
    const second = await record({ day: '2026-11-10', from: '09:00', to: '11:00', replaces: first })
    await record({ day: '2026-11-10', from: '09:00', to: '10:00', replaces: { ...second } })
    expect(hoursOf(await figures())).toEqual([1, 1, 0, 0])
  })

  test('what was booked and not metered is shown, not counted', async () => {
    t.setNow(at('2026-11-20', '08:00'))
    await t.placed(t.engineer, t.slot(instrument, '2026-11-23', '10:00', '12:00'))
    t.setNow(at('2026-11-24', '08:00'))
    expect(hoursOf(await figures())).toEqual([0, 0, 0, 2])
    expect((await figures()).sharingRate).toBeNull()
  })
})

test('income follows accepted charges of proved uses; evaluations average', async () => {
  t.setNow(at('2026-11-20', '08:00'))
  const booked = await t.placed(t.engineer, t.slot(instrument, '2026-11-23', '10:00', '12:00'))
  t.setNow(at('2026-11-23', '10:00'))
  await t.call(t.engineer, 'POST', `/reservations/${booked.id}/check-in`, {})
  t.setNow(at('2026-11-23', '11:00'))
  await t.call(t.engineer, 'POST', `/reservations/${booked.id}/check-out`, {})
  expect(await figures()).toMatchObject({ effectiveSeconds: 3600, outsideIncome: '0.00', pendingIncome: '360.00' })
  const use = (await t.call(t.engineer, 'GET', `/reservations/${booked.id}/use`)).json()
  await t.call(t.engineer, 'POST', `/charges/${use.charges[0].id}/accept`)
  await t.call(t.engineer, 'POST', `/reservations/${booked.id}/evaluation`, { condition: 5, service: 4, process: 3 })
  expect(await figures()).toMatchObject({ outsideIncome: '360.00', insideIncome: '0.00', pendingIncome: '0.00', mark: 4, evaluations: 1 })
  t.setNow(at('2026-11-25', '08:00'))
  expect((await t.call(null, 'GET', `/resources/${instrument}/facts`)).json()).toMatchObject({ externalHours: 1, externalBookings: 1 })

  const messages = (await t.call(manager, 'GET', '/assessment/national-messages?from=2026-11-01&to=2026-11-30&type=6')).json()
  expect(messages.messages).toMatchObject([
    {
      type: 6,
      resourceId: instrument,
      fields: { serviceTime: '1.00', amounts: '360.00', applicantUnit: '澄心医疗', serviceWay: '自主上机' },
    },
  ])
  expect(messages.gaps).toContainEqual({ field: 'applicantPhone', count: 1 })
  const xml = await t.call(manager, 'GET', '/assessment/national-messages.xml?from=2026-11-01&to=2026-11-30&type=7')
  expect(xml.body).toContain('<serviceIncome>360.00</serviceIncome>')
  expect(xml.body).not.toContain('submittedRates')
  const book = await t.call(manager, 'GET', '/assessment.xlsx?from=2026-11-01&to=2026-11-30')
  expect([book.statusCode, book.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})

test('the rows behind a figure sum to it, page by page', async () => {
  await record({ day: '2026-11-10', from: '09:00', to: '11:00', outside: false })
  await record({ day: '2026-11-10', from: '10:00', to: '12:00', unit: 2 })
  await record({ day: '2026-11-12', from: '09:00', to: '13:00', proved: false })
  await record({ day: '2026-10-31', from: '22:00', until: '2026-11-01', to: '03:00' })
  const all = await figures()
  for (const [part, sum] of [
    ['effective', all.effectiveSeconds],
    ['external', all.externalSeconds],
    ['inferred', all.inferredSeconds],
  ] as const) {
    const rows: AssessedUse[] = []
    let cursor = ''
    do {
      const url = `/assessment/uses?from=2026-11-01&to=2026-11-30&resourceId=${instrument}&part=${part}&limit=1${cursor && `&cursor=${cursor}`}`
      const page = (await t.call(manager, 'GET', url)).json()
      rows.push(...page.items)
      cursor = page.nextCursor ?? ''
    } while (cursor)
    expect(rows.reduce((total, row) => total + row.countedSeconds, 0)).toBe(sum)
  }
})

test('pictures: the cells and the steps sum to the hours', async () => {
  await record({ day: '2026-11-10', from: '09:30', to: '11:15', outside: false })
  await record({ day: '2026-11-10', from: '10:00', to: '12:00', unit: 2 })
  await record({ day: '2026-11-30', from: '22:00', until: '2026-12-01', to: '01:00' })
  const all = await figures('2026-10-01', '2026-12-31')
  const pictures = (await t.call(manager, 'GET', '/assessment/patterns?from=2026-10-01&to=2026-12-31&step=month')).json()
  const sum = (rows: Record<string, number>[], name: string) => rows.reduce((total, row) => total + (row[name] ?? 0), 0)
  expect([sum(pictures.cells, 'usedSeconds'), sum(pictures.steps, 'effectiveSeconds'), sum(pictures.steps, 'externalSeconds')]).toEqual([
    all.effectiveSeconds,
    all.effectiveSeconds,
    all.externalSeconds,
  ])
  expect(sum(pictures.cells, 'openSeconds')).toBe(all.openSeconds)
  expect(sum(pictures.steps, 'openSeconds')).toBe(all.openSeconds)
  expect(pictures.steps.map((step: { effectiveSeconds: number }) => step.effectiveSeconds / 3600)).toEqual([0, 4.5, 1])
})

describe('own statements', () => {
  test('are written once a version, shown with the indicators, and never of another institution', async () => {
    const put = (person: Person, field: string, version: string, body: object = {}) =>
      t.call(
        person,
        'PUT',
        `/assessment/statements/2026/${field}`,
        { value: '专职 12 人', evidence: '人事处名册 2026-03', ...body },
        { 'if-match': version },
      )
    expect((await put(manager, 'staff', '"0"')).json()).toMatchObject({ field: 'staff', version: 1 })
    expect((await put(manager, 'staff', '"0"')).statusCode).toBe(412)
    expect((await put(manager, 'staff', '"1"')).json()).toMatchObject({ version: 2 })
    expect((await put(manager, 'hours', '"0"')).statusCode).toBe(404)
    expect((await put(manager, 'patent', '"0"', { resourceId: instrument })).statusCode).toBe(200)
    expect((await put(t.manager, 'patent', '"0"', { resourceId: instrument })).statusCode).toBe(404)
    const { indicators } = await assessment()
    expect(indicators).toHaveLength(9)
    expect(indicators.find(({ key }) => key === 'staff')?.statement?.value).toBe('专职 12 人')
    const effects = (await t.call(manager, 'GET', '/assessment/national-messages?from=2026-01-01&to=2026-12-31&type=7')).json()
    expect(effects.messages[0].fields.patent).toBe('专职 12 人')
  })
})

test('periods are checked, and another institution’s instrument is unknown', async () => {
  const problem = async (url: string) => (await t.call(manager, 'GET', url)).json().problems[0].code
  expect(await problem('/assessment?from=2026-11-30&to=2026-11-01')).toBe('booking.assessment_period_reversed')
  expect(await problem('/assessment?from=2020-11-30&to=2026-11-01')).toBe('booking.assessment_period_too_long')
  const other = await t.addInstrument(t.provider)
  expect(await problem(`/assessment/uses?from=2026-11-01&to=2026-11-30&resourceId=${other}`)).toBe('booking.assessment_resource_unknown')
})
