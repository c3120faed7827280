import type { Fen } from '@jiju/kernel/money'
import type { LineKind } from '../vocabulary.ts'

/** What an amendment does to the items of an order; money in fen as decimal text, so that it can be kept as JSON. */
export type ItemChange =
  | {
      readonly change: 'add'
      readonly kind: LineKind
      readonly name: string
      readonly method: string
      readonly quantity: number
      readonly sampleCount: number
      readonly unit: string
      readonly unitPriceFen: string
    }
  | { readonly change: 'remove'; readonly itemId: string; readonly name: string; readonly amountFen: string }
  | {
      readonly change: 'reprice'
      readonly itemId: string
      readonly name: string
      readonly before: { readonly quantity: number; readonly unitPriceFen: string }
      readonly quantity: number
      readonly unitPriceFen: string
    }
  | { readonly change: 'subcontract'; readonly itemId: string; readonly name: string }

const amountOf = ({ quantity, unitPriceFen }: { quantity: number; unitPriceFen: string }) => BigInt(quantity) * BigInt(unitPriceFen)

/** By how much the changes raise (or, below zero, lower) the total of the order. */
export function deltaOf(changes: readonly ItemChange[]): Fen {
  return changes.reduce((sum, change) => {
    if (change.change === 'add') return sum + amountOf(change)
    if (change.change === 'remove') return sum - BigInt(change.amountFen)
    if (change.change === 'reprice') return sum + amountOf(change) - amountOf(change.before)
    return sum
  }, 0n)
}
