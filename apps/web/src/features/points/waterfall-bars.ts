import type { Points } from './calls.ts'

export type Bar = {
  readonly key: string
  readonly kind: Points['adjustments'][number]['kind'] | 'indicator'
  readonly code: string | null
  /** Place of the dimension in the page's colours; −1 for what comes after the dimensions. */
  readonly dimension: number
  readonly steps: number
  /** Where the bar starts and ends, in steps from nought. */
  readonly from: number
  readonly to: number
  readonly isMissing: boolean
  readonly isRepaired: boolean
}

/** The bars of a score from nought to the total: every indicator in the model's order, then what comes on top or off. */
export function waterfallBars({ indicators, adjustments, dimensions }: Pick<Points, 'indicators' | 'adjustments' | 'dimensions'>): Bar[] {
  let total = 0
  const bar = (rest: Omit<Bar, 'from' | 'to'>): Bar => {
    const from = total
    total += rest.steps
    return { ...rest, from, to: total }
  }
  return [
    ...indicators.map(({ code, branch, dimension, steps, state }) =>
      bar({
        key: `${branch} ${code}`,
        kind: 'indicator',
        code,
        dimension: dimensions.findIndex((one) => one.code === dimension || one.code === code),
        steps,
        isMissing: state === 'missing',
        isRepaired: false,
      }),
    ),
    ...adjustments.map(({ kind, code, on, steps, repairedOn }, place) =>
      bar({ key: `${kind} ${code} ${on} ${place}`, kind, code, dimension: -1, steps, isMissing: false, isRepaired: repairedOn !== null }),
    ),
  ]
}
