import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ApprovalStep, chainFor, decides } from './approval-chain.ts'
import { covers, limitsOf, type SpendingLimit, widestOf } from './limits.ts'

const limit = (whose: Partial<SpendingLimit>, orderFen: bigint | null, monthFen: bigint | null = null): SpendingLimit => ({
  personId: null,
  role: null,
  ...whose,
  orderFen,
  monthFen,
})

describe('limits', () => {
  const engineer = limit({ role: 'enterprise:engineer' }, 500_00n, 2000_00n)
  const purchaser = limit({ role: 'enterprise:purchaser' }, 9000_00n, null)
  const own = limit({ personId: 'p' }, 100_00n)

  test.each([
    ['the own limit goes before those of the roles', { personId: 'p', roles: ['enterprise:engineer'] }, [own]],
    ['without one all roles count', { personId: 'q', roles: ['enterprise:engineer', 'enterprise:purchaser'] }, [engineer, purchaser]],
    ['who has none is not limited', { personId: 'q', roles: ['enterprise:finance'] }, []],
  ])('%s', (_case, person, expected) => expect(limitsOf([engineer, purchaser, own], person)).toEqual(expected))

  test('of several the widest sum counts, and none is wider than any', () => {
    expect(widestOf([engineer, purchaser])).toEqual({ orderFen: 9000_00n, monthFen: null })
    expect(widestOf([engineer, limit({}, 100n, 300_00n)])).toEqual({ orderFen: 500_00n, monthFen: 2000_00n })
  })

  test('both sums hold, and the month counts what is spent already', () => {
    expect(covers(engineer, { totalFen: 500_00n, amountFen: 500_00n, usedFen: 1500_00n })).toBe(true)
    expect(covers(engineer, { totalFen: 500_00n, amountFen: 500_00n, usedFen: 1500_01n })).toBe(false)
    expect(covers(engineer, { totalFen: 500_01n, amountFen: 1n, usedFen: 0n })).toBe(false)
  })
})

describe('approval chain', () => {
  const members = [
    { personId: 'engineer', roles: ['enterprise:engineer'] },
    { personId: 'approver', roles: ['enterprise:approver'] },
    { personId: 'owner', roles: ['enterprise:owner'] },
  ]
  const step = (role: string, upToFen: bigint | null): ApprovalStep => ({ personId: null, role, upToFen })
  const steps = [step('enterprise:approver', 1000n), step('enterprise:owner', null)]

  test.each([
    ['the first step that covers it is the last', steps, 'engineer', 1000n, ['enterprise:approver']],
    ['above it the next is asked too', steps, 'engineer', 1001n, ['enterprise:approver', 'enterprise:owner']],
    ['a step that only the orderer could decide is left out', steps, 'approver', 10n, ['enterprise:owner']],
    ['nobody is left', steps, 'owner', 1001n, undefined],
    ['without steps the owners approve', [], 'engineer', 10n, ['enterprise:owner']],
    ['no step is wide enough', [step('enterprise:approver', 1000n)], 'engineer', 1001n, undefined],
  ])('%s', (_case, chain, ordererId, totalFen, expected) => {
    expect(chainFor(chain, { members, ordererId, totalFen })?.map(({ role }) => role)).toEqual(expected)
  })

  test('whatever the chain, each of its steps has somebody else who decides, and the last covers the order', () => {
    const anyStep = fc.record({
      personId: fc.constant(null),
      role: fc.constantFrom('enterprise:approver', 'enterprise:owner', 'enterprise:finance'),
      upToFen: fc.option(fc.bigInt({ min: 1n, max: 100n })),
    })
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 6 }),
        fc.constantFrom(...members.map(({ personId }) => personId)),
        fc.bigInt({ min: 0n, max: 120n }),
        (anySteps, ordererId, totalFen) => {
          const chain = chainFor(anySteps, { members, ordererId, totalFen })
          if (!chain) return
          const last = chain.at(-1)
          expect(last?.upToFen === null || totalFen <= (last?.upToFen ?? -1n)).toBe(true)
          for (const one of chain) expect(members.some((member) => member.personId !== ordererId && decides(one, member))).toBe(true)
        },
      ),
    )
  })
})
