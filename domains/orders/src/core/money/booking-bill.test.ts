import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BookingBill, billAfter, billTotalFen, planBill } from './booking-bill.ts'
import { feeFen } from './rules.ts'

const RICH = { client: { prepaid: 1_000_000n, payable: 0n }, providerPayableFen: 1_000_000n }
const opened = (totalFen: bigint): BookingBill => ({ totalFen, chargedFen: 0n, creditedFen: 0n, paidFen: 0n, feeBasisPoints: 200 })

test.each([
  ['accepted', { totalFen: 300n, isAccepted: true }, 0n, 300n],
  ['not answered', { totalFen: 300n, isAccepted: false }, 0n, 0n],
  ['lower and not answered', { totalFen: 200n, isAccepted: false }, 300n, 200n],
  ['higher and not answered', { totalFen: 400n, isAccepted: false }, 300n, 300n],
  ['higher and accepted', { totalFen: 400n, isAccepted: true }, 300n, 400n],
  ['waived', { totalFen: 0n, isAccepted: false }, 300n, 0n],
])('what a bill shall come to: %s', (_, charge, billed, expected) => expect(billTotalFen(charge, billed)).toBe(expected))

test('an accepted charge is collected and shared out', () => {
  const plan = planBill(opened(24_000n), RICH)
  expect(plan).toEqual({
    chargeFen: 24_000n,
    creditDueFen: 0n,
    shareBackFen: 0n,
    feeBackFen: 0n,
    collect: { from: 'prepaid', amountFen: 24_000n, feeFen: 480n },
  })
  expect(plan && billAfter(opened(24_000n), plan)).toMatchObject({ paidFen: 24_000n, feeFen: 480n, isDone: true })
})

test('without money it is owed; a provider that books elsewhere pays from what it has earned', () => {
  expect(planBill(opened(500n), { client: { prepaid: 499n, payable: 0n }, providerPayableFen: 0n })).toMatchObject({
    chargeFen: 500n,
    collect: null,
  })
  expect(planBill(opened(500n), { client: { prepaid: 499n, payable: 500n }, providerPayableFen: 0n })?.collect?.from).toBe('payable')
})

test('a correction that the provider cannot give back waits as a whole', () => {
  const paid = { ...opened(100n), chargedFen: 500n, paidFen: 500n }
  expect(planBill(paid, { client: { prepaid: 0n, payable: 0n }, providerPayableFen: 391n })).toBeUndefined()
  expect(planBill(paid, { client: { prepaid: 0n, payable: 0n }, providerPayableFen: 392n })).toMatchObject({
    shareBackFen: 392n,
    feeBackFen: 8n,
  })
})

test('whatever totals follow one another, every fen is charged, credited, owed or paid, and the fee is that of what was paid', () => {
  const step = fc.record({ total: fc.bigInt({ min: 0n, max: 100_000n }), prepaid: fc.bigInt({ min: 0n, max: 100_000n }) })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), fc.array(step, { minLength: 1, maxLength: 8 }), (feeBasisPoints, steps) => {
      let bill: BookingBill = { ...opened(0n), feeBasisPoints }
      let [clientPays, earned, fees] = [0n, 0n, 0n]
      for (const { total, prepaid } of steps) {
        const plan = planBill({ ...bill, totalFen: total }, { client: { prepaid, payable: 0n }, providerPayableFen: earned })
        if (!plan) throw new Error('the provider had it all')
        const after = billAfter({ ...bill, totalFen: total }, plan)
        const amounts = [plan.chargeFen, plan.creditDueFen, plan.shareBackFen, plan.feeBackFen, plan.collect?.feeFen ?? 0n]
        expect(amounts.every((fen) => fen >= 0n)).toBe(true)
        const collected = plan.collect?.amountFen ?? 0n
        clientPays += collected - plan.shareBackFen - plan.feeBackFen
        fees += (plan.collect?.feeFen ?? 0n) - plan.feeBackFen
        earned += collected - (plan.collect?.feeFen ?? 0n) - plan.shareBackFen
        expect(after.chargedFen - after.creditedFen).toBe(total)
        expect([after.paidFen, after.feeFen]).toEqual([clientPays, fees])
        expect(fees + earned).toBe(clientPays)
        expect(fees).toBe(feeFen(clientPays, feeBasisPoints))
        bill = after
      }
    }),
  )
})
