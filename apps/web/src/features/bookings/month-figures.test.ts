import { expect, test } from 'vitest'
import { monthFigures } from './month-figures.ts'

const now = new Date('2026-12-31T20:00:00Z')
const row = (start: string, state: 'confirmed' | 'cancelled', total: string, cancelFee: string | null = null) => ({
  start: new Date(start).toISOString(),
  end: new Date(Date.parse(start) + 90 * 60_000).toISOString(),
  state,
  kind: 'customer' as const,
  price: { customerClass: 'enterprise' as const, lines: [], total },
  cancelFee,
})

test('the month is that of the region, and December is followed by January', () => {
  expect(monthFigures.range(now)).toEqual({ from: '2026-12-31T16:00:00.000Z', until: '2027-01-31T16:00:00.000Z' })
  expect(monthFigures.range(new Date('2026-12-15T00:00:00Z'))).toEqual({
    from: '2026-11-30T16:00:00.000Z',
    until: '2026-12-31T16:00:00.000Z',
  })
})

test('hours of what is used, money of what is paid', () => {
  const rows = [
    row('2027-01-05T09:00+08:00', 'confirmed', '360.00'),
    row('2027-01-06T09:00+08:00', 'cancelled', '240.00', '72.00'),
    row('2026-12-31T09:00+08:00', 'confirmed', '1.00'),
  ]
  expect(monthFigures.sum(rows, now)).toEqual({ hours: 1.5, yuan: '432.00' })
})
