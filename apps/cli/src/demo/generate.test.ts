import { createHash } from 'node:crypto'
import type { CalendarRules } from '@jiju/booking/core/calendar-rules'
import { openSpans, readHours } from '@jiju/booking/core/opening-hours'
import { NEVER_DUE } from '@jiju/booking/core/outages/calibration'
import { findSlotProblems } from '@jiju/booking/core/reservation-rules'
import { ResourceContent } from '@jiju/catalog/contract/resource-content'
import { addDays } from '@jiju/kernel/local-date'
import { isUscc } from '@jiju/kernel/uscc'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Row } from './context.ts'
import { type DemoDistrict, generateDemo } from './generate.ts'
import { ENTERPRISES, INSTRUMENT_TYPES, PERSONS, PROVIDERS, SERVICES, ZONE } from './reference.ts'

const DAY = '2026-11-22'
const MINUTE = 60_000

// A whole year of bookings is some seconds of work on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let district: DemoDistrict
let small: DemoDistrict
beforeAll(() => {
  district = generateDemo({ referenceDay: DAY })
  small = generateDemo({ referenceDay: DAY, isSmall: true })
})

const rowsOf = (name: string, from = district) => from.tables.find((table) => table.name === name)?.rows ?? []
const hashOf = (from: DemoDistrict) => createHash('sha256').update(JSON.stringify(from.tables)).digest('hex')
const rangeOf = (text: unknown) => {
  const [start, end] = String(text).slice(1, -1).split(',') as [string, string]
  return { start: new Date(start), end: new Date(end) }
}
const groupBy = (rows: readonly Row[], column: string): Map<unknown, Row[]> => {
  const groups = new Map<unknown, Row[]>()
  for (const row of rows) {
    const group = groups.get(row[column])
    if (group) group.push(row)
    else groups.set(row[column], [row])
  }
  return groups
}

test('the same seed and day give the same rows, another seed others', () => {
  expect(hashOf(generateDemo({ referenceDay: DAY, isSmall: true }))).toBe(hashOf(small))
  expect(hashOf(generateDemo({ referenceDay: DAY, isSmall: true, seed: 7 }))).not.toBe(hashOf(small))
})

test('ids of what people link to do not depend on the day', () => {
  const later = generateDemo({ referenceDay: '2027-03-01', isSmall: true })
  const ids = new Set(rowsOf('catalog.resource', small).map(({ id }) => id))
  for (const { id } of rowsOf('catalog.resource', later)) expect(ids).toContain(id)
})

test('30 providers, 782 instruments, 67 testing services, 40 enterprises', () => {
  const published = rowsOf('catalog.resource').filter(({ status }) => status === 'published')
  const organisations = groupBy(rowsOf('people.organisation'), 'kind')
  expect(rowsOf('catalog.provider')).toHaveLength(30)
  expect(organisations.get('provider')).toHaveLength(30)
  expect(organisations.get('enterprise')).toHaveLength(40)
  expect([...organisations.keys()].sort()).toEqual(['bank', 'enterprise', 'government', 'operator', 'provider'])
  const kinds = groupBy(published, 'kind')
  expect(kinds.get('instrument')).toHaveLength(782)
  expect(kinds.get('testing_service')).toHaveLength(67)
  expect(kinds.size).toBe(10)
})

test('the small district has 5 providers, 40 instruments, 10 services, 6 enterprises', () => {
  const kinds = groupBy(rowsOf('catalog.resource', small), 'kind')
  expect(rowsOf('catalog.provider', small)).toHaveLength(5)
  expect(kinds.get('instrument')).toHaveLength(40)
  expect(kinds.get('testing_service')).toHaveLength(10)
  expect(groupBy(rowsOf('people.organisation', small), 'kind').get('enterprise')).toHaveLength(6)
})

test('every credit code has right check characters, and none occurs twice', () => {
  const codes = rowsOf('people.organisation').map(({ uscc }) => String(uscc))
  expect(codes.filter((code) => !isUscc(code))).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
})

test('the instrument types cover the national classes and are all used as often as they count', () => {
  expect(INSTRUMENT_TYPES.length).toBeGreaterThanOrEqual(80)
  const names = groupBy(
    rowsOf('catalog.resource').filter(({ kind }) => kind === 'instrument'),
    'class_code',
  )
  for (const major of ['01', '02', '03', '08', '09', '10', '11', 'x1', 'x3'])
    expect(
      [...names.keys()].some((code) => String(code).startsWith(major)),
      major,
    ).toBe(true)
  expect(INSTRUMENT_TYPES.reduce((sum, { count }) => sum + count, 0)).toBe(782)
})

test('the services stand for all 85 lines of the fact sheet, each once', () => {
  const facts = SERVICES.flatMap((service) => service.facts)
  expect(facts).toHaveLength(85)
  expect(new Set(facts).size).toBe(85)
  expect(SERVICES.filter(({ provider }) => !PROVIDERS.some(({ key }) => key === provider))).toEqual([])
})

test('all contents satisfy the contract', () => {
  for (const { content } of rowsOf('catalog.resource')) expect(ResourceContent.safeParse(content).error).toBeUndefined()
})

test('services cite replaced and upcoming standards too, and some scopes have run out', () => {
  const standards = new Map(rowsOf('catalog.standard').map((row) => [row.id, row]))
  const services = new Set(rowsOf('catalog.resource').flatMap(({ id, kind }) => (kind === 'testing_service' ? [id] : [])))
  const cited = rowsOf('catalog.resource_standard').filter(({ resource_id }) => services.has(resource_id))
  const statuses = new Set(cited.map(({ standard_id }) => standards.get(standard_id)?.status))
  expect([...statuses]).toEqual(expect.arrayContaining(['active', 'replaced']))
  const expired = rowsOf('catalog.accreditation').filter(({ valid_to }) => String(valid_to) < DAY)
  expect(expired.length).toBeGreaterThan(1)
  expect(expired.length).toBeLessThan(rowsOf('catalog.accreditation').length / 3)
})

test('every role of every kind of organisation has a person who can sign in', () => {
  const roles = new Set(rowsOf('people.membership').flatMap((row) => row.roles as string[]))
  for (const account of PERSONS.accounts) for (const role of account.roles) expect(roles).toContain(role)
  const emails = rowsOf('people.person').map(({ email }) => email)
  expect(new Set(emails).size).toBe(emails.length)
  for (const account of ['engineer', 'owner', 'manager', 'operator', 'admin', 'bank', 'officer'])
    expect(emails).toContain(`${account}@demo.jiju.example`)
})

const LIVE = new Set(['held', 'pending', 'confirmed', 'in_use', 'completed'])

test('no instrument is used twice at a time, buffers included', () => {
  let pairs = 0
  // A displaced booking has lost its unit to an outage, whose row keeps its time.
  const live = rowsOf('booking.reservation').filter(({ state, unit }) => LIVE.has(String(state)) && Number(unit) > 0)
  for (const rows of groupBy(
    live.map((row) => ({ ...row, place: `${row.resource_id} ${row.unit}` })),
    'place',
  ).values()) {
    const blocked = rows.map((row) => rangeOf(row.blocked)).sort((a, b) => a.start.getTime() - b.start.getTime())
    for (let i = 1; i < blocked.length; i += 1) {
      pairs += 1
      expect((blocked[i - 1]?.end as Date) <= (blocked[i]?.start as Date)).toBe(true)
    }
  }
  expect(pairs).toBeGreaterThan(30_000)
})

test('every booking obeys every rule at the time when it was made', () => {
  const sites = new Map(rowsOf('catalog.site').map((row) => [row.id, row]))
  const resources = new Map(rowsOf('catalog.resource').map((row) => [row.id, row]))
  const calendars = new Map(rowsOf('booking.calendar').map((row) => [row.resource_id, row]))
  const rows = rowsOf('booking.reservation').filter((row, index) => row.kind === 'customer' && index % 4 === 0)
  const broken: unknown[] = []
  for (const row of rows) {
    const resource = resources.get(row.resource_id) as Row
    const site = sites.get(resource.site_id) as Row
    const opening = (resource.opening ?? site.opening) as Parameters<typeof readHours>[0]['opening']
    const hours = readHours({ zone: ZONE, opening, holidayRule: site.holiday_rule as 'closed', dayExceptions: [] })
    const problems = findSlotProblems(rulesOf(calendars.get(row.resource_id) as Row), hours, {
      during: rangeOf(row.during),
      operation: row.operation as 'self_service',
      now: row.created_at as Date,
      isByProvider: false,
    })
    if (problems.length > 0) broken.push([row.during, row.created_at, problems])
  }
  expect(broken).toEqual([])
  expect(rows.length).toBeGreaterThan(5_000)
})

function rulesOf(row: Row): CalendarRules {
  return {
    isAccepting: true,
    confirmation: 'instant',
    operations: row.operations as CalendarRules['operations'],
    operatorHourFen: null,
    stepMinutes: row.step_minutes as number,
    billingStepMinutes: row.billing_step_minutes as number,
    minMinutes: row.min_minutes as number,
    maxMinutes: row.max_minutes as number,
    bufferBeforeMinutes: row.buffer_before_minutes as number,
    bufferAfterMinutes: row.buffer_after_minutes as number,
    minNoticeMinutes: row.min_notice_minutes as number,
    horizonDays: row.horizon_days as number,
    freeCancelHours: row.free_cancel_hours as number,
    lateCancelPercent: row.late_cancel_percent as number,
    decideWithinHours: 4,
    capacity: 1,
    limits: { personWeekHours: null, organisationWeekHours: null, openBookings: null, aheadHours: null, includesInside: false },
    calibration: NEVER_DUE,
    qualification: null,
  }
}

test('past ones are done, coming ones confirmed; a cancelled one ended before it began', () => {
  const now = new Date('2026-11-21T16:00:00Z')
  const wrong = rowsOf('booking.reservation').filter((row) => {
    const { start, end } = rangeOf(row.during)
    const states =
      end <= now
        ? ['completed', 'cancelled', 'no_show']
        : start <= now
          ? ['in_use', 'confirmed']
          : ['confirmed', 'pending', 'held', 'cancelled']
    const createdAt = row.created_at as Date
    const endedAt = row.ended_at as Date | null
    const endsRightly = row.state === 'cancelled' ? endedAt !== null && endedAt < start && endedAt >= createdAt : endedAt === null
    const total = (row.price_lines as { amountFen: string }[]).reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)
    return !states.includes(String(row.state)) || createdAt > now || !endsRightly || BigInt(row.price_fen as string) !== total
  })
  expect(wrong).toEqual([])
})

test('in the last four weeks instruments are used from a fifth to nearly all of their hours, and outsiders have a part in it', () => {
  const sites = new Map(rowsOf('catalog.site').map((row) => [row.id, row]))
  const reservations = groupBy(rowsOf('booking.reservation'), 'resource_id')
  const from = addDays(DAY, -28)
  const shares = rowsOf('catalog.resource').flatMap((resource) => {
    if (resource.kind !== 'instrument' || resource.operating_status === 'under_repair') return []
    const site = sites.get(resource.site_id) as Row
    const opening = (resource.opening ?? site.opening) as Parameters<typeof readHours>[0]['opening']
    const spans = openSpans(readHours({ zone: ZONE, opening, holidayRule: site.holiday_rule as 'closed', dayExceptions: [] }), from, 28)
    let open = 0
    for (let i = 0; i < spans.length; i += 2) open += ((spans[i + 1] as number) - (spans[i] as number)) / MINUTE
    const used = (reservations.get(resource.id) ?? [])
      .filter((row) => row.state === 'completed' && row.kind !== 'outage')
      .map((row) => rangeOf(row.during))
      .filter(({ start }) => start.getTime() >= (spans[0] as number))
      .reduce((sum, { start, end }) => sum + (end.getTime() - start.getTime()) / MINUTE, 0)
    return [used / open]
  })
  shares.sort((a, b) => a - b)
  const at = (part: number) => shares[Math.floor(shares.length * part)] as number
  expect(at(0.02)).toBeGreaterThan(0.08)
  expect(at(0.5)).toBeGreaterThan(0.25)
  expect(at(0.98)).toBeLessThan(0.97)
  const total = rowsOf('booking.reservation').length
  expect(total).toBeGreaterThan(40_000)
  expect(total).toBeLessThan(60_000)
  expect(rowsOf('booking.reservation').filter(({ kind }) => kind === 'customer').length / total).toBeGreaterThan(0.4)
  expect(ENTERPRISES).toHaveLength(40)
})

test('outages of every kind: over, running with displaced bookings whose time it keeps, recurring; faults with pictures; calibrations overdue and due soon', () => {
  const outages = rowsOf('booking.outage')
  const displaced = rowsOf('booking.reservation').filter(({ unit }) => Number(unit) < 0)
  expect(displaced.length).toBeGreaterThanOrEqual(3)
  const slot = rowsOf('booking.reservation').find(
    (row) =>
      row.kind === 'outage' &&
      row.resource_id === displaced[0]?.resource_id &&
      rangeOf(row.blocked).start <= rangeOf(displaced[0]?.blocked).start &&
      rangeOf(row.blocked).end >= rangeOf(displaced[0]?.blocked).end,
  )
  expect(slot).toBeDefined()
  for (const row of displaced)
    expect(rangeOf(slot?.blocked).start <= rangeOf(row.blocked).start && rangeOf(slot?.blocked).end >= rangeOf(row.blocked).end).toBe(true)
  expect(rowsOf('booking.displacement').map((row) => row.reservation_id)).toEqual(displaced.map((row) => row.id))
  expect(outages.filter(({ series_id }) => series_id !== null)).toHaveLength(6)
  expect(rowsOf('booking.fault_photo')).toHaveLength(2)
  const due = rowsOf('booking.calendar').map((row) => row.calibration_due_on)
  expect(due.some((day) => day !== null && String(day) < DAY)).toBe(true)
})

test('requests that wait on calendars that ask first, a bench of three units, a missed booking under appeal, a queue of samples', () => {
  const calendars = new Map(rowsOf('booking.calendar').map((row) => [row.resource_id, row]))
  const pending = rowsOf('booking.reservation').filter(({ state }) => state === 'pending')
  // Five that were asked for, and the time that a request to move holds.
  expect(pending.map(({ kind }) => kind).sort()).toEqual([...Array(5).fill('customer'), 'move'])
  expect(rowsOf('booking.move_request')).toHaveLength(1)
  expect(pending.map((row) => calendars.get(row.resource_id)?.confirmation)).toEqual(Array(6).fill('approval'))
  const bench = [...calendars.values()].filter(({ capacity }) => capacity === 3)
  expect(bench).toHaveLength(1)
  const units = rowsOf('booking.reservation').filter((row) => row.resource_id === bench[0]?.resource_id && row.unit === 2)
  expect(units.length).toBeGreaterThan(0)
  const [missed] = rowsOf('booking.no_show')
  expect(missed?.appealed_at).toBeInstanceOf(Date)
  expect(rowsOf('booking.reservation').find(({ id }) => id === missed?.reservation_id)?.state).toBe('no_show')
  const placed = rowsOf('booking.sample_place').reduce((sum, { samples }) => sum + Number(samples), 0)
  expect(placed).toBe(rowsOf('booking.sample_submission').reduce((sum, { sample_count }) => sum + Number(sample_count), 0))
  expect(rowsOf('booking.sample_submission')).toHaveLength(4)
})

test('a weekly series, a bundle, what belongs together, and a waiting list on which one slot is kept', () => {
  const groups = rowsOf('booking.reservation_group')
  expect(groups.map(({ kind }) => kind).sort()).toEqual(['bundle', 'series'])
  const members = (kind: string) =>
    rowsOf('booking.reservation').filter((row) => row.group_id === groups.find((group) => group.kind === kind)?.id)
  expect(
    members('series').map((row) => rangeOf(row.during).start.getTime() - rangeOf(members('series')[0]?.during).start.getTime()),
  ).toEqual([0, 7 * 86_400_000, 14 * 86_400_000])
  expect(new Set(members('bundle').map(({ resource_id }) => resource_id)).size).toBe(2)
  expect(new Set(members('bundle').map(({ during }) => during)).size).toBe(1)
  expect(rowsOf('booking.companion_list')).toHaveLength(1)
  const [offer] = rowsOf('booking.waiting_offer')
  const held = rowsOf('booking.reservation').filter(({ state }) => state === 'held')
  expect(held.map(({ id }) => id)).toEqual([offer?.reservation_id])
  expect(rowsOf('booking.waiting_wish').length).toBeGreaterThanOrEqual(4)
  expect(rowsOf('booking.waiting_choice')).toHaveLength(rowsOf('booking.waiting_wish').length)
})

test('the register holds 4,227 enterprises with the accounts among them, and of one source one statement holds', () => {
  const enterprises = rowsOf('scoring.enterprise')
  const codes = enterprises.map(({ credit_code }) => String(credit_code))
  expect(enterprises).toHaveLength(4227)
  expect(new Set(codes).size).toBe(4227)
  expect(codes.filter((code) => !isUscc(code))).toEqual([])
  const accounts = rowsOf('people.organisation').filter(({ kind, status }) => kind === 'enterprise' && status === 'verified')
  for (const { uscc } of accounts) expect(codes).toContain(uscc)
  const current = rowsOf('scoring.fact').filter(({ state }) => state === 'current')
  const keys = current.map((row) => `${row.enterprise_id} ${row.fact_code} ${row.period} ${row.source}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(rowsOf('scoring.enterprise', small).length).toBe(200)
})
