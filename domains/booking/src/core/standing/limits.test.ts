import { describe, expect, test } from 'vitest'
import type { FairShare } from '../calendar-rules.ts'
import { findLimitProblems } from './limits.ts'
import { isRestricted, type Standing, weeksOf } from './standing.ts'

const ZONE = 'Asia/Shanghai'
const at = (text: string) => new Date(`${text}:00+08:00`)
const range = (start: string, end: string) => ({ start: at(start), end: at(end) })
const NONE: FairShare = { personWeekHours: null, organisationWeekHours: null, openBookings: null, aheadHours: null, includesInside: false }
const IDLE: Standing = {
  weeks: [{ personMinutes: 0, organisationMinutes: 0 }],
  openBookings: 0,
  firstOpenStart: null,
  aheadMinutes: 0,
  noShow: { points: 0, threshold: 3, clearsAt: null },
}

function problems(limits: Partial<FairShare>, standing: Partial<Standing>, during = range('2026-11-25T10:00', '2026-11-25T14:00')) {
  return findLimitProblems({ ...NONE, ...limits }, { ...IDLE, ...standing }, { during, weeks: weeksOf(during, ZONE) })
}

describe('weeks of a site', () => {
  test('a week goes from Monday to Sunday by the local clock', () => {
    const [week, ...others] = weeksOf(range('2026-11-29T22:00', '2026-11-30T00:00'), ZONE)
    expect(week).toEqual({ monday: '2026-11-23', range: range('2026-11-23T00:00', '2026-11-30T00:00') })
    expect(others).toEqual([])
  })

  test('a use over Sunday midnight touches two', () => {
    expect(weeksOf(range('2026-11-29T22:00', '2026-11-30T02:00'), ZONE).map((week) => week.monday)).toEqual(['2026-11-23', '2026-11-30'])
  })
})

describe('fair share', () => {
  test('no limit, no problem', () => {
    expect(problems({}, { weeks: [{ personMinutes: 9_000, organisationMinutes: 9_000 }], openBookings: 99, aheadMinutes: 99_999 })).toEqual(
      [],
    )
  })

  test('exactly the limit passes, a minute more says what is left', () => {
    expect(problems({ personWeekHours: 8 }, { weeks: [{ personMinutes: 240, organisationMinutes: 0 }] })).toEqual([])
    expect(problems({ personWeekHours: 8 }, { weeks: [{ personMinutes: 270, organisationMinutes: 0 }] })).toMatchObject([
      { code: 'booking.person_week_limit', params: { limitHours: 8, usedHours: 4.5, leftHours: 3.5, week: '2026-11-23' }, waivable: true },
    ])
  })

  test('only the part inside a week counts for it', () => {
    const during = range('2026-11-29T22:00', '2026-11-30T02:00')
    const weeks = [
      { personMinutes: 0, organisationMinutes: 360 },
      { personMinutes: 0, organisationMinutes: 361 },
    ]
    expect(problems({ organisationWeekHours: 8 }, { weeks }, during).map(({ params }) => params?.week)).toEqual(['2026-11-30'])
  })

  test('every broken limit is named at once', () => {
    const standing = { openBookings: 2, firstOpenStart: at('2026-11-24T09:00'), aheadMinutes: 600 }
    expect(problems({ openBookings: 2, aheadHours: 12 }, standing)).toMatchObject([
      { code: 'booking.open_bookings_limit', params: { limit: 2, nextStart: at('2026-11-24T09:00').toISOString() } },
      { code: 'booking.ahead_limit', params: { limitHours: 12, usedHours: 10, leftHours: 2 } },
    ])
  })
})

test('points restrict from the threshold on', () => {
  expect(isRestricted({ points: 2, threshold: 3, clearsAt: null })).toBe(false)
  expect(isRestricted({ points: 3, threshold: 3, clearsAt: null })).toBe(true)
})
