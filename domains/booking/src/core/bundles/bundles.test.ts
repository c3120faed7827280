import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Choice, chooseResources } from './choose.ts'
import { findCompanionProblems } from './companions.ts'

const need = (name: string, isNeeded: boolean, ...resourceIds: string[]) => ({ nameZh: name, nameEn: null, isNeeded, resourceIds })

describe('what belongs together', () => {
  test.each([
    ['nothing is needed', [need('room', false, 'r1')], [], []],
    ['the room is there', [need('room', true, 'r1', 'r2')], ['x', 'r2'], []],
    ['the room is missing', [need('room', true, 'r1')], ['x'], ['room']],
    ['one operator does not serve two needs', [need('first', true, 'o1'), need('second', true, 'o1')], ['o1'], ['second']],
  ])('%s', (_, companions, beside, missing) => {
    expect(findCompanionProblems(companions, beside).map(({ params }) => params?.namesZh)).toEqual(missing)
  })
})

describe('one resource for each need', () => {
  const at = (resourceId: string, priceFen: bigint): Choice => ({ resourceId, priceFen })
  test('the front of the lists, or the least money; none twice', () => {
    const needs = [
      [at('a', 300n), at('b', 100n)],
      [at('b', 50n), at('c', 90n)],
    ]
    expect(chooseResources(needs, 'listed')?.map(({ resourceId }) => resourceId)).toEqual(['a', 'b'])
    expect(chooseResources(needs, 'cheapest')?.map(({ resourceId }) => resourceId)).toEqual(['b', 'c'])
  })
  test('a need whose only choice another has taken first still gets it', () => {
    expect(chooseResources([[at('a', 1n), at('b', 9n)], [at('a', 1n)]], 'cheapest')?.map(({ resourceId }) => resourceId)).toEqual([
      'b',
      'a',
    ])
    expect(chooseResources([[at('a', 1n)], [at('a', 1n)]], 'listed')).toBeUndefined()
  })

  test('the cheapest answer is as cheap as the best of all answers', () => {
    const choice = fc.record({ resourceId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), priceFen: fc.bigInt(0n, 900n) })
    const list = fc.uniqueArray(choice, { selector: ({ resourceId }) => resourceId, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), (needs) => {
        const all = needs.reduce<Choice[][]>(
          (before, choices) => before.flatMap((chosen) => choices.map((next) => [...chosen, next])),
          [[]],
        )
        const sums = all
          .filter((chosen) => new Set(chosen.map(({ resourceId }) => resourceId)).size === chosen.length)
          .map((chosen) => chosen.reduce((sum, { priceFen }) => sum + priceFen, 0n))
        const found = chooseResources(needs, 'cheapest')
        expect(found?.reduce((sum, { priceFen }) => sum + priceFen, 0n)).toBe(sums.sort((a, b) => (a < b ? -1 : 1))[0])
        expect(chooseResources(needs, 'listed') === undefined).toBe(sums.length === 0)
      }),
    )
  })
})
