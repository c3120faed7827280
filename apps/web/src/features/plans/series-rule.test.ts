import { parseRule } from '@jiju/booking/core/series/rule'
import { expect, test } from 'vitest'
import { type RuleValues, ruleOf, weekOfMonth } from './series-rule.ts'

const values: RuleValues = {
  frequency: 'WEEKLY',
  interval: '1',
  weekdays: [3, 1],
  monthly: 'day',
  ends: 'count',
  count: '8',
  untilDay: '',
}

test.each([
  [{}, 'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=8'],
  [{ frequency: 'DAILY', interval: '2' }, 'FREQ=DAILY;INTERVAL=2;COUNT=8'],
  [{ frequency: 'MONTHLY', ends: 'until', untilDay: '2027-03-31' }, 'FREQ=MONTHLY;UNTIL=20270331'],
  [{ frequency: 'MONTHLY', monthly: 'weekday' }, 'FREQ=MONTHLY;BYDAY=4WE;COUNT=8'],
] as const)('%o is %s, and the server understands it', (more, rule) => {
  expect(ruleOf({ ...values, ...more }, '2026-11-25')).toBe(rule)
  expect(parseRule(rule)).toBeDefined()
})

test.each([{ count: '' }, { interval: '0' }, { ends: 'until', untilDay: '2026-11-24' }] as const)('%o is no rule yet', (more) => {
  expect(ruleOf({ ...values, ...more }, '2026-11-25')).toBeNull()
})

test('a fifth weekday is the last', () => expect(weekOfMonth('2026-11-30')).toBe(-1))
