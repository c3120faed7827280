import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ResourceAvailability, ResourceCalendar, SlotRange } from '../contract/calendars.ts'
import type { ReservationQuote } from '../contract/reservations.ts'
import { type BookingTest, createBookingTest, NOW } from './test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const dayFrom = (offset: number) => new Date(NOW.getTime() + offset * DAY).toISOString().slice(0, 10)

/** Rules and hours as a provider may set them; what is taken are hours from now. */
const anyInstrument = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'),
  holidayRule: fc.constantFrom('closed', 'as_weekday'),
  opening: fc
    .array(
      fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: fc.integer({ min: 0, max: 20 }), hours: fc.integer({ min: 2, max: 24 }) }),
      {
        minLength: 3,
        maxLength: 7,
      },
    )
    .map((days) => [...new Map(days.map((day) => [day.weekday, day])).values()])
    .map((days) =>
      days.map(({ weekday, from, hours }) => ({ weekday, start: clock(from * 60), end: clock(Math.min(1440, (from + hours) * 60)) })),
    ),
  step: fc.constantFrom(15, 30, 60),
  minSteps: fc.integer({ min: 1, max: 4 }),
  moreSteps: fc.integer({ min: 0, max: 12 }),
  bufferBefore: fc.constantFrom(0, 15, 45),
  bufferAfter: fc.constantFrom(0, 30, 120),
  notice: fc.constantFrom(0, 60, 1440, 4320),
  horizon: fc.integer({ min: 1, max: 20 }),
  capacity: fc.constantFrom(1, 1, 3),
  dueIn: fc.option(fc.integer({ min: -2, max: 14 })),
  blocks: fc.boolean(),
  taken: fc.array(fc.record({ from: fc.integer({ min: 0, max: 400 }), hours: fc.integer({ min: 1, max: 30 }) }), { maxLength: 6 }),
  near: fc.integer({ min: -2, max: 25 }),
  steps: fc.integer({ min: 1, max: 20 }),
})
type Made = typeof anyInstrument extends fc.Arbitrary<infer Value> ? Value : never

async function make(given: Made): Promise<{ id: string; lengths: { min: number; max: number } }> {
  const siteId = await t.addSite(t.provider, { zone: given.zone, holidayRule: given.holidayRule, opening: given.opening })
  const lengths = { min: given.step * given.minSteps, max: given.step * (given.minSteps + given.moreSteps) }
  const id = await t.addInstrument(t.provider, {
    siteId,
    calendar: {
      step_minutes: given.step,
      min_minutes: lengths.min,
      max_minutes: lengths.max,
      buffer_before_minutes: given.bufferBefore,
      buffer_after_minutes: given.bufferAfter,
      min_notice_minutes: given.notice,
      horizon_days: given.horizon,
      capacity: given.capacity,
      calibration_due_on: given.dueIn === null ? null : dayFrom(given.dueIn),
      blocks_when_overdue: given.blocks,
    },
  })
  for (const { from, hours } of given.taken) {
    const start = Math.ceil((NOW.getTime() + from * 60 * MINUTE) / (60 * MINUTE)) * 60 * MINUTE
    // Many of these are refused by opening hours or by each other; those that pass are what is taken.
    await t.place(t.manager, { resourceId: id, start: new Date(start), end: new Date(start + hours * 60 * MINUTE), isInternal: true })
  }
  return { id, lengths }
}

const answerOf = async <Body>(url: string): Promise<Body> => {
  const reply = await t.call(t.engineer, 'GET', url)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json<Body>()
}
const quoteOf = async (resourceId: string, { start, end }: SlotRange): Promise<ReservationQuote> =>
  (await t.call(t.engineer, 'POST', '/quotes', { resourceId, start, end })).json()

/** The shortest uses at the beginning of each span that the week's page shows as free. */
function beginnings({ days, stepMinutes, minMinutes }: ResourceCalendar): SlotRange[] {
  const step = stepMinutes * MINUTE
  return days.flatMap(({ free }) =>
    free.flatMap((span) => {
      const start = Math.ceil(Date.parse(span.start) / step) * step
      const end = start + minMinutes * MINUTE
      return end <= Date.parse(span.end) ? [{ start: new Date(start).toISOString(), end: new Date(end).toISOString() }] : []
    }),
  )
}

test('whatever any page offers can be booked: free slots, the first free one, the free time of a calendar, the nearest instead of a refused one', async () => {
  let offered = 0
  await fc.assert(
    fc.asyncProperty(anyInstrument, async (given) => {
      const { id, lengths } = await make(given)
      const minutes = Math.min(lengths.max, given.step * given.steps)
      const near = new Date(NOW.getTime() + given.near * DAY).toISOString()
      const { items } = await answerOf<{ items: SlotRange[] }>(`/resources/${id}/free-slots?minutes=${minutes}&near=${near}&limit=10`)
      const [{ firstFree } = { firstFree: null }] = (
        await answerOf<{ items: ResourceAvailability[] }>(`/availability?resource=${id}&minutes=${minutes}`)
      ).items
      const calendar = await answerOf<ResourceCalendar>(`/resources/${id}/calendar?from=${dayFrom(-1)}&days=28`)
      const { alternatives } = await quoteOf(id, { start: near, end: new Date(Date.parse(near) + minutes * MINUTE).toISOString() })
      const slots = [...items, ...(firstFree ? [firstFree] : []), ...beginnings(calendar), ...alternatives]
      for (const slot of slots) {
        const { problems, isFree } = await quoteOf(id, slot)
        expect({ slot, isFree, problems: problems.map(({ code }) => code) }).toEqual({ slot, isFree: true, problems: [] })
      }
      offered += slots.length
      const [first] = slots
      if (first) expect((await t.place(t.engineer, { resourceId: id, ...first })).statusCode).toBe(201)
    }),
    { numRuns: 60 },
  )
  expect(offered).toBeGreaterThan(100)
})
