import { quantileOf } from './distribution.ts'
import { type Groups, quantileOfGroups } from './groups.ts'

/** How a fact is spread in a cohort. `isWhole`: all values are whole numbers, as counts are. */
export type FactSpread = {
  readonly tenth: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  readonly ninetieth: number
  readonly isWhole: boolean
}

/** Of ascending values; null where there are none. */
export function spreadOf(ascending: Float64Array): FactSpread | null {
  return ascending.length === 0 ? null : spread((part) => quantileOf(ascending, part), ascending.every(Number.isInteger))
}

export function spreadOfGroups(groups: Groups, isWhole: boolean): FactSpread {
  return spread((part) => quantileOfGroups(groups, part), isWhole)
}

function spread(at: (part: number) => number, isWhole: boolean): FactSpread {
  return { tenth: at(0.1), lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75), ninetieth: at(0.9), isWhole }
}
