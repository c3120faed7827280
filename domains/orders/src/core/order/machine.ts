import type { OrderState, PausableState, Side } from '../vocabulary.ts'

/** One allowed change of an order. `from` null is a new order; `needsReason` says that the other side reads why. */
export type Transition = {
  readonly from: OrderState | null
  readonly act: string
  readonly to: OrderState
  readonly by: readonly Side[]
  readonly needsReason?: boolean
}

const transition = <const T extends Transition>(row: T): T => row

/** Every way in which an order changes its state; docs/order-states.md is drawn from it. */
export const TRANSITIONS = [
  // Ordering: at the list price, by accepting a quote, by taking a need that was offered at a price, or first by the client's own approvers.
  transition({ from: null, act: 'place', to: 'placed', by: ['client'] }),
  transition({ from: null, act: 'conclude', to: 'accepted', by: ['client'] }),
  transition({ from: null, act: 'take', to: 'accepted', by: ['provider'] }),
  transition({ from: null, act: 'submit', to: 'awaiting_approval', by: ['client'] }),
  transition({ from: 'awaiting_approval', act: 'approve_purchase', to: 'placed', by: ['client'] }),
  transition({ from: 'awaiting_approval', act: 'conclude_purchase', to: 'accepted', by: ['client'] }),
  transition({ from: 'awaiting_approval', act: 'refuse_purchase', to: 'withdrawn', by: ['client'], needsReason: true }),
  transition({ from: 'awaiting_approval', act: 'withdraw', to: 'withdrawn', by: ['client'] }),
  transition({ from: 'awaiting_approval', act: 'lapse', to: 'lapsed', by: ['platform'] }),
  transition({ from: 'placed', act: 'accept', to: 'accepted', by: ['provider'] }),
  transition({ from: 'placed', act: 'decline', to: 'declined', by: ['provider'], needsReason: true }),
  transition({ from: 'placed', act: 'withdraw', to: 'withdrawn', by: ['client'] }),
  transition({ from: 'placed', act: 'lapse', to: 'lapsed', by: ['platform'] }),
  // Work.
  transition({ from: 'accepted', act: 'receive', to: 'received', by: ['provider'] }),
  transition({ from: 'accepted', act: 'begin', to: 'working', by: ['provider'] }),
  transition({ from: 'received', act: 'begin', to: 'working', by: ['provider'] }),
  transition({ from: 'working', act: 'deliver_part', to: 'working', by: ['provider'] }),
  transition({ from: 'working', act: 'finish', to: 'reporting', by: ['provider'] }),
  transition({ from: 'reporting', act: 'reopen', to: 'working', by: ['provider'], needsReason: true }),
  transition({ from: 'reporting', act: 'issue', to: 'reported', by: ['provider'] }),
  // While something is missing the clock stands still.
  transition({ from: 'accepted', act: 'pause', to: 'paused', by: ['provider'], needsReason: true }),
  transition({ from: 'received', act: 'pause', to: 'paused', by: ['provider'], needsReason: true }),
  transition({ from: 'working', act: 'pause', to: 'paused', by: ['provider'], needsReason: true }),
  transition({ from: 'reporting', act: 'pause', to: 'paused', by: ['provider'], needsReason: true }),
  transition({ from: 'paused', act: 'resume', to: 'accepted', by: ['provider'] }),
  transition({ from: 'paused', act: 'resume', to: 'received', by: ['provider'] }),
  transition({ from: 'paused', act: 'resume', to: 'working', by: ['provider'] }),
  transition({ from: 'paused', act: 'resume', to: 'reporting', by: ['provider'] }),
  // What both sides have signed.
  transition({ from: 'accepted', act: 'amend', to: 'accepted', by: ['client', 'provider'] }),
  transition({ from: 'received', act: 'amend', to: 'received', by: ['client', 'provider'] }),
  transition({ from: 'working', act: 'amend', to: 'working', by: ['client', 'provider'] }),
  transition({ from: 'reporting', act: 'amend', to: 'reporting', by: ['client', 'provider'] }),
  transition({ from: 'paused', act: 'amend', to: 'paused', by: ['client', 'provider'] }),
  // The client's answer to the report; silence accepts.
  transition({ from: 'reported', act: 'approve', to: 'approved', by: ['client', 'platform'] }),
  transition({ from: 'reported', act: 'ask_retest', to: 'retest_requested', by: ['client'], needsReason: true }),
  transition({ from: 'retest_requested', act: 'agree_retest', to: 'working', by: ['provider'] }),
  transition({ from: 'retest_requested', act: 'refuse_retest', to: 'reported', by: ['provider'], needsReason: true }),
  transition({ from: 'reported', act: 'object', to: 'disputed', by: ['client'], needsReason: true }),
  transition({ from: 'retest_requested', act: 'object', to: 'disputed', by: ['client', 'platform'], needsReason: true }),
  transition({ from: 'disputed', act: 'rule_redo', to: 'working', by: ['operator'], needsReason: true }),
  transition({ from: 'disputed', act: 'rule_pay', to: 'approved', by: ['operator'], needsReason: true }),
  transition({ from: 'disputed', act: 'rule_refund', to: 'cancelled', by: ['operator'], needsReason: true }),
  transition({ from: 'disputed', act: 'settle_dispute', to: 'approved', by: ['client'] }),
  transition({ from: 'approved', act: 'settle', to: 'settled', by: ['platform'] }),
  // Giving up, with the fee of the stage.
  transition({ from: 'accepted', act: 'cancel', to: 'cancelled', by: ['client', 'provider'], needsReason: true }),
  transition({ from: 'received', act: 'cancel', to: 'cancelled', by: ['client', 'provider'], needsReason: true }),
  transition({ from: 'working', act: 'cancel', to: 'cancelled', by: ['client', 'provider'], needsReason: true }),
  transition({ from: 'reporting', act: 'cancel', to: 'cancelled', by: ['client', 'provider'], needsReason: true }),
  transition({ from: 'paused', act: 'cancel', to: 'cancelled', by: ['client', 'provider'], needsReason: true }),
] as const

export type Act = (typeof TRANSITIONS)[number]['act']

/** An order as far as its next change depends on it. */
export type OrderStanding = { readonly state: OrderState; readonly pausedFrom: PausableState | null }

/** What `act` makes of an order that stands so; undefined when it is not allowed. A paused order resumes where it stopped. */
export function transitionOf(standing: OrderStanding | null, act: Act): Transition | undefined {
  return TRANSITIONS.find(
    (row) =>
      row.act === act &&
      row.from === (standing?.state ?? null) &&
      (row.from !== 'paused' || row.act !== 'resume' || row.to === standing?.pausedFrom),
  )
}

/** The acts that `side` may do to an order that stands so. */
export function actsOf(standing: OrderStanding, side: Side): Act[] {
  const acts = TRANSITIONS.filter(
    (row) => (row.by as readonly Side[]).includes(side) && transitionOf(standing, row.act)?.to === row.to && row.from === standing.state,
  ).map(({ act }) => act)
  return [...new Set(acts)]
}

/** Whose turn it is; null when nothing more happens. `hasSamplesDue`: the client still has to send samples. */
export function turnOf({ state }: OrderStanding, hasSamplesDue: boolean): Side | null {
  switch (state) {
    case 'awaiting_approval':
    case 'paused':
    case 'reported':
      return 'client'
    case 'accepted':
      return hasSamplesDue ? 'client' : 'provider'
    case 'placed':
    case 'received':
    case 'working':
    case 'reporting':
    case 'retest_requested':
      return 'provider'
    case 'disputed':
      return 'operator'
    case 'approved':
      return 'platform'
    default:
      return null
  }
}
