import type { ClaimAct, ClaimState, PaperKind } from './vocabulary.ts'

type ClaimMove = { readonly from: ClaimState; readonly act: ClaimAct; readonly to: ClaimState; readonly by: 'office' | 'provider' }

/** Every way in which a claim changes. An accepted one is only taken back after a check on the spot found a fault. */
export const CLAIM_MOVES: readonly ClaimMove[] = [
  { from: 'pending', act: 'ask_more', to: 'more_asked', by: 'office' },
  { from: 'pending', act: 'accept', to: 'accepted', by: 'office' },
  { from: 'pending', act: 'reject', to: 'rejected', by: 'office' },
  { from: 'more_asked', act: 'supply', to: 'pending', by: 'provider' },
  { from: 'more_asked', act: 'accept', to: 'accepted', by: 'office' },
  { from: 'more_asked', act: 'reject', to: 'rejected', by: 'office' },
  { from: 'accepted', act: 'reject', to: 'rejected', by: 'office' },
]

/** Where `act` leads from a state; undefined when it is not allowed. */
export function claimMoveOf(from: ClaimState, act: ClaimAct): ClaimMove | undefined {
  return CLAIM_MOVES.find((move) => move.from === from && move.act === act)
}

/** Which acts a side may do now. */
export function claimActsOf(state: ClaimState, side: 'office' | 'provider', hasFault: boolean): ClaimAct[] {
  return CLAIM_MOVES.filter((move) => move.from === state && move.by === side && (state !== 'accepted' || hasFault)).map(({ act }) => act)
}

/** What proves a claim. A log of the instruments is asked for only where instruments were booked. */
export function missingPapers(there: readonly PaperKind[], { usesInstruments }: { usesInstruments: boolean }): PaperKind[] {
  const needed: readonly PaperKind[] = ['agreement', 'order', ...(usesInstruments ? (['meter_log'] as const) : []), 'report', 'invoice']
  return needed.filter((kind) => !there.includes(kind))
}
