import { type Fen, scaleFen } from '@jiju/kernel/money'
import type { OrderState, PausableState, Side } from '../vocabulary.ts'

/** Percent of the order's total that a client owes for cancelling at each stage; frozen with the order. */
export type CancelRates = { readonly received: number; readonly working: number; readonly reporting: number }

/** What holds for a provider that has set nothing. */
export const DEFAULT_CANCEL_RATES: CancelRates = { received: 10, working: 50, reporting: 90 }

/** What cancelling costs the client now. Before samples are there it is free, and it always is when the provider gives up. */
export function cancelFee(
  { state, pausedFrom, totalFen }: { state: OrderState; pausedFrom: PausableState | null; totalFen: Fen },
  rates: CancelRates,
  side: Side,
): Fen {
  const stage = state === 'paused' ? pausedFrom : state
  if (side !== 'client' || (stage !== 'received' && stage !== 'working' && stage !== 'reporting')) return 0n
  return scaleFen(totalFen, BigInt(rates[stage]), 100n)
}
