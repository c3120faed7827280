import { expect, test } from 'vitest'
import { orderNeedsAgreement, serviceNeedsAgreement } from './agreement-rule.ts'

const NOTHING = { byKind: {}, byService: {} }

test.each([
  ['a test by default', NOTHING, 'testing_service', false],
  ['a study by default', NOTHING, 'glp_study', true],
  ['a test of a provider that wants it', { byKind: { testing_service: true }, byService: {} }, 'testing_service', true],
  ['a study that its provider has let off', { byKind: {}, byService: { one: false } }, 'glp_study', false],
  ['a service against its kind', { byKind: { computing: false }, byService: { one: true } }, 'computing', true],
  ['what is booked, not ordered', NOTHING, 'instrument', false],
])('%s', (_name, rule, kind, needs) => {
  expect(serviceNeedsAgreement(rule, { id: 'one', kind })).toBe(needs)
})

test('one service that waits makes the order wait', () => {
  const services = ['testing_service', 'pilot_line'].map((kind) => ({ id: kind, kind }))
  expect(orderNeedsAgreement(NOTHING, services)).toBe(true)
  expect(orderNeedsAgreement(NOTHING, services.slice(0, 1))).toBe(false)
  expect(orderNeedsAgreement(NOTHING, [])).toBe(false)
})
