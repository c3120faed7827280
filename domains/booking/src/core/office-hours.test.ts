import { describe, expect, test } from 'vitest'
import { addOfficeHours, answerDue } from './office-hours.ts'

const at = (text: string) => new Date(`${text}:00+08:00`)

describe('office hours', () => {
  test.each([
    ['within one day', '2026-11-23T09:40', 4, '2026-11-23T13:40'],
    ['over the night', '2026-11-23T15:00', 4, '2026-11-24T11:00'],
    ['before the office opens', '2026-11-23T06:00', 1, '2026-11-23T10:00'],
    ['over the weekend', '2026-11-27T16:30', 4, '2026-11-30T12:30'],
    ['a Saturday that is worked for a holiday', '2026-10-09T16:00', 2, '2026-10-10T10:00'],
    ['over the National Day holiday', '2026-09-30T16:00', 2, '2026-10-08T10:00'],
    ['to the end of a day, not into the next', '2026-11-23T13:00', 4, '2026-11-23T17:00'],
  ])('%s', (_name, from, hours, until) => {
    expect(addOfficeHours(at(from), hours, 'Asia/Shanghai')).toEqual(at(until))
  })

  test('elsewhere only the weekend is known', () => {
    expect(addOfficeHours(new Date('2026-10-01T20:00:00Z'), 2, 'Europe/Berlin').toISOString()).toBe('2026-10-02T09:00:00.000Z')
  })

  test('an answer is due before the time begins', () => {
    expect(answerDue(at('2026-11-23T09:40'), 4, 'Asia/Shanghai', at('2026-11-23T12:00'))).toEqual(at('2026-11-23T12:00'))
  })
})
