import { type Fen, scaleFen } from '@jiju/kernel/money'
import type { CustomerClass } from '../vocabulary.ts'

/**
 * How a provider arrives at an hourly price: depreciation + consumables + labour, and a management fee on top.
 * Source: the usual form of Chinese universities (基本消耗费 + 分析费 + 管理费), depreciation by original value ÷ (years × hours a year).
 */
export type FeeBuildUp = {
  readonly originalValueFen: Fen
  /** Over how many years it is written off. */
  readonly years: number
  /** Hours that it is expected to run a year. */
  readonly yearlyHours: number
  /** Water and power, air conditioning, maintenance, room …, each for an hour. */
  readonly hourly: readonly { readonly nameZh: string; readonly amountFen: Fen }[]
  readonly labourHourFen: Fen
  readonly managementPercent: number
  /** What each class pays of the full cost. */
  readonly shares: readonly { readonly customerClass: CustomerClass; readonly percent: number }[]
}

type BuiltFee = {
  readonly depreciationFen: Fen
  readonly consumablesFen: Fen
  readonly labourFen: Fen
  readonly managementFen: Fen
  /** The sum of the four, for one hour. */
  readonly fullCostFen: Fen
  readonly prices: readonly { readonly customerClass: CustomerClass; readonly percent: number; readonly priceFen: Fen }[]
}

/** The full cost of an hour, part by part, and the price of each class. 800,000.00 over 5 years of 800 hours is 200.00 an hour. */
export function buildFee(build: FeeBuildUp): BuiltFee {
  const depreciationFen = scaleFen(build.originalValueFen, 1n, BigInt(build.years) * BigInt(build.yearlyHours))
  const consumablesFen = build.hourly.reduce((sum, { amountFen }) => sum + amountFen, 0n)
  const labourFen = build.labourHourFen
  const managementFen = scaleFen(depreciationFen + consumablesFen + labourFen, BigInt(build.managementPercent), 100n)
  const fullCostFen = depreciationFen + consumablesFen + labourFen + managementFen
  return {
    depreciationFen,
    consumablesFen,
    labourFen,
    managementFen,
    fullCostFen,
    prices: build.shares.map((share) => ({ ...share, priceFen: scaleFen(fullCostFen, BigInt(share.percent), 100n) })),
  }
}
