import { addDays, daysBetween, type LocalDate } from '@jiju/kernel/local-date'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResourceCalendar } from '../contract/calendars.ts'
import { type BookingTest, createBookingTest } from './test-booking.ts'

// A calendar as the simplest thing that could be right: for each unit one array with an entry for each minute.

const MINUTE = 60_000
const DAY = 1440
/** Official days off and make-up days of two years, written out by hand from the State Council's notices: the oracle shares nothing with the code. */
const DAYS_OFF: readonly (readonly [first: LocalDate, last: LocalDate])[] = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
]
const MADE_UP = new Set<LocalDate>([
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
])

/** Working days 08:00 to 20:00, Saturdays 09:00 to 13:00. */
const OPENING = [
  ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '20:00' })),
  { weekday: 6, start: '09:00', end: '13:00' },
]

function openOn(day: LocalDate): readonly [from: number, to: number] | undefined {
  if (DAYS_OFF.some(([first, last]) => first <= day && day <= last)) return undefined
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (MADE_UP.has(day) || (weekday >= 1 && weekday <= 5)) return [480, 1200]
  return weekday === 6 ? [540, 780] : undefined
}

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())

/** Midnight of a day in Shanghai, whose clock never changes. */
const midnight = (day: LocalDate) => Date.parse(`${day}T00:00:00+08:00`)

// Mulberry32: the same history each time.
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Use = { readonly id: string; from: number; to: number; unit: number; version: number }

class Model {
  readonly uses: Use[] = []
  private readonly taken: (string | null)[][]
  private readonly rules: typeof RULES
  private readonly first: LocalDate

  constructor(first: LocalDate, days: number, rules: typeof RULES) {
    this.first = first
    this.rules = rules
    this.taken = Array.from({ length: rules.capacity }, () => new Array<string | null>((days + 2) * DAY).fill(null))
  }

  /** What the calendar's rules and the site's hours say of a use, apart from who else is there. */
  isRight(from: number, to: number): boolean {
    const open = openOn(addDays(this.first, Math.floor(from / DAY)))
    const inDay = from % DAY
    return (
      open !== undefined &&
      inDay >= open[0] &&
      inDay + (to - from) <= open[1] &&
      from % this.rules.step_minutes === 0 &&
      (to - from) % this.rules.step_minutes === 0 &&
      to - from >= this.rules.min_minutes &&
      to - from <= this.rules.max_minutes &&
      from >= this.rules.min_notice_minutes
    )
  }

  isFree(unit: number, from: number, to: number, own?: string): boolean {
    const minutes = this.taken[unit - 1] ?? []
    for (let minute = from - this.rules.buffer_before_minutes; minute < to + this.rules.buffer_after_minutes; minute += 1)
      if (minutes[minute] && minutes[minute] !== own) return false
    return true
  }

  hasRoom(from: number, to: number, own?: string): boolean {
    return this.taken.some((_, index) => this.isFree(index + 1, from, to, own))
  }

  write({ unit, from, to }: Pick<Use, 'unit' | 'from' | 'to'>, id: string | null): void {
    const minutes = this.taken[unit - 1] ?? []
    for (let minute = from - this.rules.buffer_before_minutes; minute < to + this.rules.buffer_after_minutes; minute += 1)
      minutes[minute] = id
  }
}

const RULES = {
  capacity: 2,
  step_minutes: 15,
  min_minutes: 30,
  max_minutes: 300,
  buffer_before_minutes: 15,
  buffer_after_minutes: 30,
  min_notice_minutes: 120,
  horizon_days: 60,
  // Any booking that has not begun can be moved and cancelled.
  free_cancel_hours: 0,
}

describe('histories of 10,000 operations', () => {
  // Two stretches of days with holidays and make-up days on both sides.
  test.each([
    ['2026-09-14', 36, 1, 10_000],
    ['2026-02-05', 34, 2, 10_000],
  ] as const)('around the holidays from %s: every answer is the one that minutes in arrays give', async (first, days, seed, operations) => {
    t.setNow(new Date(midnight(first)))
    const site = await t.addSite(t.provider, { opening: OPENING })
    const resource = await t.addInstrument(t.provider, { siteId: site, calendar: RULES })
    const model = new Model(first, days, RULES)
    const random = randomFrom(seed)
    const below = (limit: number) => Math.floor(random() * limit)
    const range = (from: number, to: number) => ({
      start: new Date(midnight(first) + from * MINUTE).toISOString(),
      end: new Date(midnight(first) + to * MINUTE).toISOString(),
    })
    const unitOf = async (id: string) =>
      Number((await t.pool.query('select unit from booking.reservation where id = $1', [id])).rows[0]?.unit)
    /** Mostly possible times of crowded days, some that break a rule. */
    const wish = () => {
      const day = random() < 0.7 ? 4 + below(14) : below(days)
      const start = day * DAY + 450 + 15 * below(50) + (random() < 0.03 ? 5 : 0)
      return [start, start + 15 * (1 + below(16))] as const
    }
    const seen = new Map<string, number>()
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)

    for (let step = 0; step < operations; step += 1) {
      const dice = random()
      const target = model.uses[below(Math.max(model.uses.length, 1))]
      const [from, to] = wish()
      if (dice < 0.6 || !target) {
        const reply = await t.place(t.engineer, { resourceId: resource, ...range(from, to) })
        const expected = !model.isRight(from, to) ? 422 : model.hasRoom(from, to) ? 201 : 409
        expect([step, 'place', from, to, reply.statusCode]).toEqual([step, 'place', from, to, expected])
        count(`place ${expected}`)
        if (expected !== 201) continue
        const use = { id: reply.json().id as string, from, to, unit: await unitOf(reply.json().id), version: 1 }
        expect(model.isFree(use.unit, from, to)).toBe(true)
        model.write(use, use.id)
        model.uses.push(use)
      } else if (dice < 0.88) {
        const reply = await t.call(t.engineer, 'POST', `/reservations/${target.id}/move`, range(from, to), {
          'if-match': `"${target.version}"`,
        })
        const expected = !model.isRight(from, to) ? 422 : model.hasRoom(from, to, target.id) ? 200 : 409
        expect([step, 'move', from, to, reply.statusCode]).toEqual([step, 'move', from, to, expected])
        count(`move ${expected}`)
        if (expected !== 200) continue
        const unit = await unitOf(target.id)
        model.write(target, null)
        expect(model.isFree(unit, from, to)).toBe(true)
        Object.assign(target, { from, to, unit, version: target.version + 1 })
        model.write(target, target.id)
      } else {
        const reply = await t.call(t.engineer, 'POST', `/reservations/${target.id}/cancel`, {}, { 'if-match': `"${target.version}"` })
        expect([step, 'cancel', reply.statusCode]).toEqual([step, 'cancel', 200])
        count('cancel 200')
        model.write(target, null)
        model.uses.splice(model.uses.indexOf(target), 1)
      }
    }
    // The history has met every kind of answer.
    for (const what of ['place 201', 'place 409', 'place 422', 'move 200', 'move 409', 'move 422', 'cancel 200'])
      expect([what, (seen.get(what) ?? 0) > 50]).toEqual([what, true])

    const { rows } = await t.pool.query<{ id: string; unit: number; start: Date; end: Date }>(
      `select id, unit, lower(during) as start, upper(during) as "end" from booking.reservation where resource_id = $1 and state = 'confirmed'`,
      [resource],
    )
    const stored = rows.map(({ id, unit, start, end }) => [
      id,
      unit,
      (start.getTime() - midnight(first)) / MINUTE,
      (end.getTime() - midnight(first)) / MINUTE,
    ])
    expect(stored.toSorted()).toEqual(model.uses.map(({ id, unit, from, to }) => [id, unit, from, to]).toSorted())
  })
})

test('no calendar day is lost or doubled around the holidays and make-up days of 2025 and 2026', async () => {
  const site = await t.addSite(t.provider, { opening: OPENING })
  const resource = await t.addInstrument(t.provider, { siteId: site })
  const days: LocalDate[] = []
  const wrong: string[] = []
  for (let from: LocalDate = '2025-01-01'; from <= '2026-12-31'; from = addDays(from, 42)) {
    t.setNow(new Date(midnight(from)))
    const calendar = (await t.call(null, 'GET', `/resources/${resource}/calendar?from=${from}&days=42`)).json<ResourceCalendar>()
    for (const { day, open } of calendar.days) {
      days.push(day)
      const expected = openOn(day)
      const hours = open.map(({ start, end }) => [(Date.parse(start) - midnight(day)) / MINUTE, (Date.parse(end) - midnight(day)) / MINUTE])
      if (JSON.stringify(hours) !== JSON.stringify(expected ? [expected] : [])) wrong.push(`${day}: ${JSON.stringify(hours)}`)
    }
  }
  expect(wrong.filter((text) => text < '2027')).toEqual([])
  expect(days.length).toBeGreaterThanOrEqual(730)
  expect(days).toEqual(Array.from({ length: days.length }, (_, index) => addDays('2025-01-01', index)))
  expect(daysBetween('2025-01-01', days.at(-1) ?? '')).toBe(days.length - 1)
})
