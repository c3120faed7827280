import { formatFen, parseFen } from '@jiju/kernel/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LINE_KINDS, type LineKind, type Purpose } from '../vocabulary.ts'
import { allocateVoucher, type CostLine, eligibleParts, netOfDiscounts, shareOfCharge, sumOf, voucherAmount } from './amount.ts'
import amounts from './cases/amounts.json' with { type: 'json' }
import base from './cases/base.json' with { type: 'json' }
import conditions from './cases/conditions.json' with { type: 'json' }
import quotaAndBudget from './cases/quota-and-budget.json' with { type: 'json' }
import { CLAIM_MOVES, claimActsOf, claimMoveOf, missingPapers } from './claims.ts'
import { drawSample } from './draw-sample.ts'
import { judgeVoucher, rejudgeVoucher, type VoucherFacts } from './judge.ts'
import { REFERENCE_PROGRAMME } from './reference-programme.ts'
import type { ParameterSource, VoucherRules } from './rules.ts'
import { type ApplicantKind, CLAIM_STATES, PARAMETERS, type Relation } from './vocabulary.ts'
import { problemsOfRules } from './write-rules.ts'

type WrittenRules = Omit<typeof base.rules, 'validTo' | 'orderCap'> & { validTo: string | null; orderCap: string | null }
type WrittenLine = { kind: string; service: string | null; amount: string }
type WrittenFacts = Omit<typeof base.facts, 'lines' | 'district' | 'listedSince' | 'relation'> & {
  lines: WrittenLine[]
  district: string | null
  listedSince: string | null
  relation: string | null
}
type Expected = { amount: string; eligible?: string; isEligible?: boolean; conditions?: Record<string, string> }
type Case = { name: string; rules: Partial<WrittenRules>; facts: Partial<WrittenFacts>; expect: Expected }

const fen = (text: string): bigint => {
  const amount = parseFen(text)
  if (amount === undefined) throw new Error(`not yuan: ${text}`)
  return amount
}

function rulesOf(written: WrittenRules): VoucherRules {
  const [numerator, denominator] = written.rate.split('/').map(Number) as [number, number]
  return {
    validFrom: written.validFrom,
    validTo: written.validTo,
    rate: { numerator, denominator },
    quotaFen: { enterprise: fen(written.enterpriseQuota), team: fen(written.teamQuota) },
    minimumFen: fen(written.minimum),
    orderCapFen: written.orderCap === null ? null : fen(written.orderCap),
    allowedPurposes: written.allowedPurposes as Purpose[],
    excludedPurposes: written.excludedPurposes as Purpose[],
    lineKinds: written.lineKinds as LineKind[],
    excludedServiceIds: written.excludedServices,
    districts: written.districts,
    needsListedProvider: written.needsListedProvider,
    excludesRelatedParties: written.excludesRelatedParties,
  }
}

const factsOf = (written: WrittenFacts): VoucherFacts => ({
  day: written.day,
  purpose: written.purpose as Purpose,
  lines: written.lines.map(({ kind, service, amount }) => ({ kind: kind as LineKind, serviceId: service, amountFen: fen(amount) })),
  applicant: {
    organisationKind: 'enterprise',
    isVerified: written.verified,
    kind: written.applicant as ApplicantKind,
    kindSource: null,
    district: written.district,
  },
  listing: written.listedSince === null ? null : { since: written.listedSince, source: '名单' },
  relation: written.relation === null ? null : { relation: written.relation as Relation, source: '登记' },
  takenFen: fen(written.taken),
  budgetLeftFen: fen(written.budgetLeft),
  isClosed: written.closed,
})

const RULES = rulesOf(base.rules)
const FACTS = factsOf(base.facts)
const files = { amounts, conditions, 'quota-and-budget': quotaAndBudget }

describe.each(Object.entries(files))('cases of %s', (_, { cases }) => {
  test.each((cases as Case[]).map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const judged = judgeVoucher(rulesOf({ ...base.rules, ...one.rules }), factsOf({ ...base.facts, ...one.facts }))
    const { amount, eligible, isEligible = amount !== '0.00', conditions: expected = {} } = one.expect
    expect(formatFen(judged.amountFen)).toBe(amount)
    expect(judged.isEligible).toBe(isEligible)
    if (eligible !== undefined) expect(formatFen(judged.eligibleFen)).toBe(eligible)
    const verdicts = Object.fromEntries(judged.conditions.map(({ code, verdict }) => [code, verdict]))
    expect(verdicts).toMatchObject(expected)
    // Whatever a case does not name speaks against nothing.
    for (const [code, verdict] of Object.entries(verdicts))
      if (verdict === 'not_met' && amount !== '0.00') expect([code, verdict]).toEqual([])
  })
})

const line = fc.record({
  kind: fc.constantFrom(...LINE_KINDS),
  serviceId: fc.constantFrom(null, 'a', 'b', '校准'),
  amountFen: fc.bigInt({ min: -500_000n, max: 5_000_000n }),
})
const lines = fc.array(line, { minLength: 1, maxLength: 12 }) as fc.Arbitrary<CostLine[]>
const money = fc.bigInt({ min: 0n, max: 40_000_000n })

test('a voucher never exceeds rate, cap, quota or budget, and its parts sum to it', () => {
  fc.assert(
    fc.property(lines, money, money, fc.option(money), fc.integer({ min: 1, max: 100 }), (costs, takenFen, budgetLeftFen, cap, percent) => {
      const rules = { ...RULES, orderCapFen: cap === 0n ? null : cap, rate: { numerator: percent, denominator: 100 } }
      const { amountFen, eligibleFen, isEligible } = judgeVoucher(rules, { ...FACTS, lines: costs, takenFen, budgetLeftFen })
      const parts = eligibleParts(costs, rules)
      expect(sumOf(parts)).toBe(eligibleFen)
      expect(amountFen * 100n <= eligibleFen * BigInt(percent)).toBe(true)
      expect(takenFen + amountFen <= (takenFen > RULES.quotaFen.enterprise ? takenFen : RULES.quotaFen.enterprise)).toBe(true)
      expect(amountFen <= budgetLeftFen && (rules.orderCapFen === null || amountFen <= rules.orderCapFen)).toBe(true)
      expect(isEligible).toBe(amountFen > 0n)
      const shares = allocateVoucher(amountFen, parts)
      expect(sumOf(shares)).toBe(amountFen)
      for (const [index, share] of shares.entries()) expect(share >= 0n && share <= (parts[index] ?? 0n)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('discounts are spread to the fen and make no line negative', () => {
  fc.assert(
    fc.property(lines, (costs) => {
      const net = netOfDiscounts(costs)
      const gross = sumOf(costs.map(({ amountFen }) => (amountFen > 0n ? amountFen : 0n)))
      const total = sumOf(costs.map(({ amountFen }) => amountFen))
      expect(sumOf(net)).toBe(gross === 0n ? 0n : total > 0n ? total : 0n)
      expect(net.every((amount) => amount >= 0n)).toBe(true)
    }),
  )
})

test('orders one after the other never use more than the quota', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 1n, max: 90_000_000n }), { maxLength: 30 }), (prices) => {
      let takenFen = 0n
      for (const amountFen of prices)
        takenFen += judgeVoucher(RULES, { ...FACTS, takenFen, lines: [{ kind: 'test', serviceId: 'a', amountFen }] }).amountFen
      expect(takenFen <= RULES.quotaFen.enterprise).toBe(true)
    }),
  )
})

test('an amendment judges money anew and leaves what was found about the parties', () => {
  const { conditions: before } = judgeVoucher(RULES, FACTS)
  const changed = {
    ...FACTS,
    relation: { relation: 'parent', source: '后来登记' } as const,
    lines: [{ kind: 'test', serviceId: 'a', amountFen: 400_000n } as const],
  }
  expect(rejudgeVoucher(RULES, changed, before)).toMatchObject({ isEligible: true, amountFen: 200_000n })
  expect(rejudgeVoucher({ ...RULES, minimumFen: 400_001n }, changed, before)).toMatchObject({ isEligible: false, amountFen: 0n })
  expect(voucherAmount(100n, { numerator: 1, denominator: 2 }, [-5n])).toBe(0n)
})

test('an order that costs less in the end has a smaller voucher, never above the rate', () => {
  expect(shareOfCharge(60_000n, { chargeFen: undefined, totalFen: 120_000n })).toBe(60_000n)
  expect(shareOfCharge(60_000n, { chargeFen: 150_000n, totalFen: 120_000n })).toBe(60_000n)
  expect(shareOfCharge(60_000n, { chargeFen: 100_001n, totalFen: 120_000n })).toBe(50_000n)
  expect(shareOfCharge(60_000n, { chargeFen: 0n, totalFen: 120_000n })).toBe(0n)
})

test('the reference programme can be written, and each mistake in rules is named', () => {
  const { sources } = REFERENCE_PROGRAMME as { sources: ParameterSource[] }
  const when = { today: '2026-11-23', isFirst: true }
  expect(problemsOfRules(RULES, sources, when)).toEqual([])
  expect(sources.map(({ parameter }) => parameter).sort()).toEqual(PARAMETERS.filter((one) => one !== 'budget').sort())
  const codes = (rules: Partial<VoucherRules>, given = sources, at = when) =>
    problemsOfRules({ ...RULES, ...rules }, given, at).map(({ code }) => code)
  expect(codes({ validTo: '2025-12-31' })).toEqual(['orders.voucher_rules_days'])
  expect(codes({}, sources, { ...when, isFirst: false })).toEqual(['orders.voucher_rules_backdated'])
  expect(codes({ rate: { numerator: 3, denominator: 2 } })).toEqual(['orders.voucher_rate_invalid'])
  expect(codes({ excludedPurposes: ['research'] })).toEqual(['orders.voucher_purposes_conflict'])
  expect(codes({}, sources.slice(1))).toEqual(['orders.voucher_sources_missing'])
})

test('claims move by their table, and an accepted one only with a fault', () => {
  for (const state of CLAIM_STATES) {
    const moves = CLAIM_MOVES.filter(({ from }) => from === state)
    expect(claimActsOf(state, 'office', true)).toEqual(moves.filter(({ by }) => by === 'office').map(({ act }) => act))
  }
  expect(claimActsOf('accepted', 'office', false)).toEqual([])
  expect(claimActsOf('more_asked', 'provider', false)).toEqual(['supply'])
  expect(claimMoveOf('rejected', 'accept')).toBeUndefined()
  expect(missingPapers(['order', 'invoice'], { usesInstruments: true })).toEqual(['agreement', 'meter_log', 'report'])
  expect(missingPapers(['order', 'invoice', 'agreement', 'report'], { usesInstruments: false })).toEqual([])
})

test('a sample depends on the seed and the claims, not on their order, and draws each about as often', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `claim-${index}`)
  expect(drawSample(ids, 10, 'seed')).toEqual(drawSample([...ids].reverse(), 10, 'seed'))
  expect(drawSample(ids, 10, 'seed')).not.toEqual(drawSample(ids, 10, 'other'))
  expect(drawSample(ids, 1, 'seed')).toHaveLength(1)
  expect(drawSample(ids, 100, 'seed')).toHaveLength(40)
  const drawn = new Map<string, number>()
  for (let seed = 0; seed < 2000; seed += 1) for (const id of drawSample(ids, 10, String(seed))) drawn.set(id, (drawn.get(id) ?? 0) + 1)
  // 200 each on average; 6 standard deviations are about 80.
  for (const id of ids) expect(Math.abs((drawn.get(id) ?? 0) - 200)).toBeLessThan(80)
})
