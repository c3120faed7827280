import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCircles, type NamedOrder } from './circles.ts'

let count = 0
const order = (from: string, to: string, fact: Partial<NamedOrder> = {}): NamedOrder => {
  count += 1
  return {
    id: String(count),
    number: `ORD-${count}`,
    organisationId: from,
    organisationName: from.toUpperCase(),
    providerId: to,
    providerName: to.toUpperCase(),
    totalFen: 100_000n,
    on: '2026-11-02',
    ...fact,
  }
}
const ring = (names: string, fact: (index: number) => Partial<NamedOrder> = () => ({})) =>
  [...names].map((name, index) => order(name, names[(index + 1) % names.length] ?? '', fact(index)))

test.each([
  ['two that order of each other', ring('ab'), ['a b']],
  ['three', ring('abc'), ['a b c']],
  ['six', ring('abcdef'), ['a b c d e f']],
  ['seven are too far', ring('abcdefg'), []],
  ['no way back', [order('a', 'b'), order('b', 'c')], []],
  ['one leg of less than half', ring('abc', (index) => ({ totalFen: index === 1 ? 49_999n : 100_000n })), []],
  ['one leg of half', ring('abc', (index) => ({ totalFen: index === 1 ? 50_000n : 100_000n })), ['a b c']],
  ['ninety days from first to last', ring('abc', (index) => ({ on: index === 2 ? '2027-01-31' : '2026-11-02' })), ['a b c']],
  ['a day more', ring('abc', (index) => ({ on: index === 2 ? '2027-02-01' : '2026-11-02' })), []],
  ['a short way and a long one', [...ring('abc'), order('b', 'a')], ['a b', 'a b c']],
])('%s', (_name, orders, subjects) => {
  expect(
    findCircles(orders)
      .map(({ subject }) => subject)
      .toSorted(),
  ).toEqual(subjects)
})

test('legs are named with their sums, and the least of them is what can have gone round', () => {
  const [finding] = findCircles([
    ...ring('abc', (index) => ({ totalFen: BigInt(100_000 - index * 10_000) })),
    order('a', 'b', { totalFen: 5_000n }),
  ])
  expect(finding?.amountFen).toBe(80_000n)
  expect(finding?.evidence.filter(({ kind }) => kind === 'leg').map(({ label, amountFen }) => `${label} ${amountFen}`)).toEqual([
    'A → B 105000',
    'B → C 90000',
    'C → A 80000',
  ])
})

test('whatever is ordered, every finding is a closed way over organisations that are named once', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 14 }), (pairs) => {
      const orders = pairs.filter(([from, to]) => from !== to).map(([from, to]) => order(from, to))
      const findings = findCircles(orders)
      for (const { subject } of findings) {
        const path = subject.split(' ')
        expect(new Set(path).size).toBe(path.length)
        for (const [index, from] of path.entries())
          expect(orders.some((one) => one.organisationId === from && one.providerId === path[(index + 1) % path.length])).toBe(true)
      }
      expect(new Set(findings.map(({ subject }) => subject)).size).toBe(findings.length)
    }),
  )
})
