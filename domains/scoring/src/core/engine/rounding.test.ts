import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allotSteps, stepsText, toSteps } from './rounding.ts'

describe('rounding', () => {
  it.each([
    [78.44, 1, 'half_up', 784],
    [78.45, 1, 'half_up', 785],
    [78.35, 1, 'half_up', 784],
    [78.45, 1, 'half_even', 784],
    [78.35, 1, 'half_even', 784],
    [78.450001, 1, 'half_even', 785],
    [0.5, 0, 'half_up', 1],
    [0.5, 0, 'half_even', 0],
    [1.5, 0, 'half_even', 2],
    // 1.005 is a little less in binary; ten digits cannot tell it from the half.
    [1.005, 2, 'half_up', 101],
    [0.7999999999999999, 1, 'half_up', 8],
    [Number.NaN, 1, 'half_up', Number.NaN],
  ] as const)('%d to %d decimals, %s, is %d steps', (score, decimals, rounding, steps) => {
    expect(toSteps(score, { decimals, rounding })).toBe(steps)
  })

  it.each([
    [784, 1, '78.4'],
    [784, 0, '784'],
    [5, 3, '0.005'],
    [-5, 1, '-0.5'],
    [0, 2, '0.00'],
  ] as const)('%d steps with %d decimals are shown as %s', (steps, decimals, text) => expect(stepsText(steps, decimals)).toBe(text))
})

describe('shares in whole steps', () => {
  it('give what is left to the largest remainders, the earlier first', () => {
    expect(allotSteps([1.5, 1.5, 1], 4)).toEqual([2, 1, 1])
    expect(allotSteps([3.3, 3.3, 3.4], 10)).toEqual([3, 3, 4])
    expect(allotSteps([2, 2], 3)).toEqual([1, 2])
    expect(allotSteps([], 0)).toEqual([])
  })

  it('sum to the whole and lie within a step of their part', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 900, noNaN: true }), { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = Math.round(parts.reduce((sum, part) => sum + part, 0)) + 0
        const steps = allotSteps(parts, whole)
        expect(steps.reduce((sum, step) => sum + step, 0)).toBe(whole)
        for (const [index, step] of steps.entries()) expect(Math.abs(step - (parts[index] as number))).toBeLessThan(1.5)
      }),
    )
  })
})
