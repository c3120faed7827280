import { expect, test } from 'vitest'
import { findRelatedParties, findRoundTrips, findSameInvoices, findSplitOrders, findWithoutTrace, type OrderFact } from './rules.ts'
import type { Evidence } from './vocabulary.ts'

const order = (id: string, fact: Partial<OrderFact> = {}): OrderFact => ({
  id,
  number: `ORD-${id}`,
  organisationId: 'client',
  providerId: 'lab',
  totalFen: 100_000n,
  on: '2026-11-02',
  ...fact,
})
const row = (kind: Evidence['kind'], on: string | null, amountFen: bigint | null = null): Evidence => ({
  kind,
  id: null,
  label: kind,
  amountFen,
  on,
})

test('parties with something in common are one finding for all their orders; without orders there is none', () => {
  const tie = { ...row('account', null), organisationId: 'client', providerId: 'lab' }
  const elsewhere = { ...row('person', null), organisationId: 'client', providerId: 'other' }
  expect(findRelatedParties([order('1'), order('2'), order('3', { providerId: 'third' })], [tie, elsewhere])).toEqual([
    expect.objectContaining({ rule: 'related_parties', subject: 'client lab', amountFen: 200_000n }),
  ])
})

test.each([
  ['all of it the next day', '2026-11-03', 100_000n, 1],
  ['half of it on the last day', '2027-01-01', 50_000n, 1],
  ['half of it a day too late', '2027-01-02', 50_000n, 0],
  ['less than half', '2026-11-03', 49_999n, 0],
  ['before the settlement', '2026-11-01', 100_000n, 0],
])('money back: %s', (_name, on, amountFen, findings) => {
  expect(findRoundTrips([order('1')], [{ ...row('credit_note', on, amountFen), orderId: '1' }])).toHaveLength(findings)
})

test('small sums that come back count together', () => {
  const back = ['2026-11-03', '2026-11-04'].map((on) => ({ ...row('receipt', on, 30_000n), orderId: '1' }))
  expect(findRoundTrips([order('1')], back)).toEqual([expect.objectContaining({ amountFen: 60_000n })])
})

test('an invoice that stands once is nothing; twice it names the parties that are the same', () => {
  const use = (organisationId: string) => ({ ...row('invoice', '2026-11-02', 100n), key: 'lab 0123', organisationId, providerId: 'lab' })
  expect(findSameInvoices([use('client')])).toEqual([])
  expect(findSameInvoices([use('client'), use('second')])).toEqual([
    expect.objectContaining({ organisationId: null, providerId: 'lab', amountFen: 200n }),
  ])
})

const near = (id: string, fact: Partial<OrderFact> & { personId?: string }) => ({
  ...order(id, fact),
  personId: fact.personId ?? 'engineer',
  limitFen: 120_000n,
})

test.each([
  ['two just below the limit in a week', [near('1', {}), near('2', { on: '2026-11-09' })], 1],
  ['eight days apart', [near('1', {}), near('2', { on: '2026-11-10' })], 0],
  ['one far below', [near('1', {}), near('2', { totalFen: 95_999n })], 0],
  ['exactly four fifths', [near('1', {}), near('2', { totalFen: 96_000n })], 1],
  ['one above: it was approved', [near('1', {}), near('2', { totalFen: 120_001n })], 0],
  ['two persons', [near('1', {}), near('2', { personId: 'second' })], 0],
  ['two providers', [near('1', {}), near('2', { providerId: 'second' })], 0],
])('orders near a limit: %s', (_name, orders, findings) => {
  expect(findSplitOrders(orders)).toHaveLength(findings)
})

test('each order without a trace is one finding', () => {
  expect(findWithoutTrace([order('1'), order('2')]).map(({ subject }) => subject)).toEqual(['1', '2'])
})
