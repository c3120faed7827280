import type { Fen } from '@jiju/kernel/money'

type PricedItem = { readonly quantity: number; readonly unitPriceFen: Fen; readonly amountFen: Fen }

/**
 * An offered price as prices of its items: the same for every unit, in whole fen; what does not divide stays as `restFen` for a line of its own.
 * Amounts and rest sum to the whole.
 */
export function spreadOffered(totalFen: Fen, quantities: readonly number[]): { items: PricedItem[]; restFen: Fen } {
  const units = quantities.reduce((sum, quantity) => sum + BigInt(quantity), 0n)
  if (units === 0n) return { items: [], restFen: totalFen }
  const unitPriceFen = totalFen / units
  const items = quantities.map((quantity) => ({ quantity, unitPriceFen, amountFen: unitPriceFen * BigInt(quantity) }))
  return { items, restFen: totalFen - unitPriceFen * units }
}
