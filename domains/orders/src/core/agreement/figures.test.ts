import { addDays } from '@jiju/kernel/local-date'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clauseWords, FIGURE_UNITS, type Figure, isFigureNamed, keptUntil, promisedUntil } from './figures.ts'

const figure = (amount: number, unit: Figure['unit'], kind: Figure['kind'] = 'samples'): Figure => ({ kind, amount, unit })
const clause = (key: string, one?: Figure) => ({ key, heading: '留样', text: one ? '保存{期限}。' : '销毁。', ...(one && { figure: one }) })

test.each([
  ['2026-11-23', figure(30, 'day'), '2026-12-23'],
  ['2026-11-30', figure(3, 'month'), '2027-02-28'],
  ['2028-02-29', figure(1, 'year'), '2029-02-28'],
  ['2026-11-23', figure(6, 'year'), '2032-11-23'],
])('from %s', (from, one, until) => {
  expect(keptUntil(from, one)).toBe(until)
})

test('a longer time never ends earlier, and a time ends after it began', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((after) => addDays('2000-01-01', after))
  fc.assert(
    fc.property(days, fc.constantFrom(...FIGURE_UNITS), fc.integer({ min: 1, max: 100 }), (from, unit, amount) => {
      const until = keptUntil(from, figure(amount, unit))
      expect(until > from).toBe(true)
      expect(keptUntil(from, figure(amount + 1, unit)) > until).toBe(true)
    }),
  )
})

test('words name their figure, and only then', () => {
  expect(clauseWords(clause('1', figure(6, 'month')))).toBe('保存 6 个月。')
  expect(isFigureNamed(clause('1', figure(6, 'month')))).toBe(true)
  expect(isFigureNamed({ text: '保存{期限}。' })).toBe(false)
  expect(isFigureNamed({ text: '保存。', figure: figure(6, 'month') })).toBe(false)
})

test('of two promises the longer holds; of another kind none is found', () => {
  const clauses = [clause('1', figure(30, 'day')), clause('2'), clause('3', figure(2, 'month'))]
  expect(promisedUntil(clauses, 'samples', '2026-11-23')).toBe('2027-01-23')
  expect(promisedUntil(clauses, 'records', '2026-11-23')).toBeUndefined()
})
