import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEntry, feedText, invitationText } from './calendar-text.ts'

const ENTRY: CalendarEntry = {
  uid: '019abc',
  sequence: 2,
  changedAt: new Date('2026-11-23T01:40:00Z'),
  start: new Date('2026-11-24T06:00:00Z'),
  end: new Date('2026-11-24T08:00:00Z'),
  status: 'CONFIRMED',
  summary: '高效液相色谱仪',
  location: '理化楼，演示路 1 号',
  description: '编号：BKG-1\n项目：封堵器',
  url: 'http://localhost:4000/e/bookings/019abc',
}
const PEOPLE = {
  organiser: { name: '集聚', address: 'no-reply@jiju.example' },
  attendee: { name: '陈 "工" 程师', address: 'chen@example.org' },
}

const parsed = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component)) }
}
const linesOf = (text: string) => text.split('\r\n')

describe('a feed', () => {
  test('says for each appointment who it is, in which version, when and how certain', () => {
    const cancelled: CalendarEntry = { ...ENTRY, uid: '019abd', status: 'CANCELLED', sequence: 3 }
    const { calendar, events } = parsed(feedText('集聚 · 我的预约', [ENTRY, cancelled]))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('集聚 · 我的预约')
    expect(
      events.map((event) => [
        event.uid,
        event.sequence,
        event.component.getFirstPropertyValue('status'),
        event.startDate.toJSDate().toISOString(),
      ]),
    ).toEqual([
      ['019abc', 2, 'CONFIRMED', '2026-11-24T06:00:00.000Z'],
      ['019abd', 3, 'CANCELLED', '2026-11-24T06:00:00.000Z'],
    ])
    expect(events[0]?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-23T01:40:00Z')
    expect(events[0]?.component.getFirstPropertyValue('transp')).toBe('OPAQUE')
    expect(events[1]?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  })

  test('without appointments is a calendar too, and the same appointments are the same text', () => {
    expect(parsed(feedText('空', [])).events).toEqual([])
    expect(feedText('集聚', [ENTRY])).toBe(feedText('集聚', [ENTRY]))
  })

  test.each([
    ['Asia/Shanghai', '2026-11-24T06:00:00Z', '2026-11-24T14:00:00'],
    // The hour before and after the clock goes forward, and both hours that the clock shows twice.
    ['Europe/Berlin', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00'],
    ['Europe/Berlin', '2026-03-29T01:30:00Z', '2026-03-29T03:30:00'],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25T02:30:00'],
    ['Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00'],
    ['America/New_York', '2026-11-01T05:30:00Z', '2026-11-01T01:30:00'],
  ])('in %s shows %s at %s', (zone, instant, wall) => {
    const start = new Date(instant)
    const { events } = parsed(feedText('', [{ ...ENTRY, start, end: new Date(start.getTime() + 3_600_000) }]))
    const read = events[0]?.startDate.toJSDate() ?? new Date(0)
    expect(read).toEqual(start)
    expect(events[0]?.duration.toSeconds()).toBe(3600)
    expect(
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(read).replace(' ', 'T'),
    ).toBe(wall)
  })
})

describe('an invitation', () => {
  test('names organiser and attendee, and asks for no answer', () => {
    const text = invitationText('REQUEST', ENTRY, PEOPLE)
    const { calendar, events } = parsed(text)
    const [event] = events
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(events).toHaveLength(1)
    expect(event?.organizer).toBe('mailto:no-reply@jiju.example')
    const [attendee] = event?.attendees ?? []
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:chen@example.org')
    expect([attendee?.getParameter('cn'), attendee?.getParameter('partstat'), attendee?.getParameter('rsvp')]).toEqual([
      '陈 工 程师',
      'ACCEPTED',
      'FALSE',
    ])
    expect([event?.uid, event?.sequence, event?.location]).toEqual(['019abc', 2, '理化楼，演示路 1 号'])
    expect(event?.component.getFirstPropertyValue('url')).toBe('http://localhost:4000/e/bookings/019abc')
  })

  test('that is taken back keeps the UID and is cancelled', () => {
    const { calendar, events } = parsed(invitationText('CANCEL', { ...ENTRY, sequence: 3 }, PEOPLE))
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect([events[0]?.uid, events[0]?.sequence, events[0]?.component.getFirstPropertyValue('status')]).toEqual(['019abc', 3, 'CANCELLED'])
  })
})

describe('texts', () => {
  const nasty = fc.string({ unit: 'grapheme', maxLength: 400 })
  const written = fc.oneof(
    nasty,
    fc
      .array(
        fc.oneof(
          nasty,
          fc.constantFrom('，', ',', ';', '\\', '\n', '\r\n', '\r', '"', ':', '😀', '👩‍🔬', 'BEGIN:VEVENT', '\\n', '\t', 'é'),
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  )
  /** What a reader may expect to find again: line breaks are LF, other control characters spaces. */
  const expected = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, ' ')

  test('come back as they were written, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(written, written, written, (summary, location, description) => {
        const text = invitationText('REQUEST', { ...ENTRY, summary, location, description }, PEOPLE)
        for (const line of linesOf(text)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
        expect(/[^\r]\n|\r[^\n]/.test(text)).toBe(false)
        const { events } = parsed(text)
        expect(events).toHaveLength(1)
        const read = events[0]
        expect(read?.summary ?? '').toBe(expected(summary))
        expect(read?.location ?? '').toBe(expected(location))
        expect(read?.description ?? '').toBe(expected(description))
      }),
      { numRuns: 500 },
    )
  })

  test('of people stand in parameters without breaking out of them', () => {
    fc.assert(
      fc.property(written, (name) => {
        const { events } = parsed(invitationText('REQUEST', ENTRY, { ...PEOPLE, attendee: { name, address: 'chen@example.org' } }))
        expect(events[0]?.attendees).toHaveLength(1)
        expect(String(events[0]?.attendees[0]?.getFirstValue()).toLowerCase()).toBe('mailto:chen@example.org')
      }),
      { numRuns: 500 },
    )
  })
})
