import type { Fen } from '@jiju/kernel/money'
import { feeFen } from './rules.ts'

/** What a booking's bill is for: time that was used, a booking that nobody used, a place in a training. */
export const BILL_KINDS = ['use', 'no_show', 'training'] as const
export type BillKind = (typeof BILL_KINDS)[number]

/**
 * What a bill shall come to, in fen: what was accepted last, and never more than the provider asks for now. A lower charge gives back at once, a higher one
 * waits until it is accepted.
 */
export function billTotalFen(charge: { readonly totalFen: Fen; readonly isAccepted: boolean }, billedFen: Fen): Fen {
  return charge.isAccepted || charge.totalFen < billedFen ? charge.totalFen : billedFen
}

/** A bill and what was posted for it so far, in fen. */
export type BookingBill = {
  readonly totalFen: Fen
  readonly chargedFen: Fen
  readonly creditedFen: Fen
  readonly paidFen: Fen
  readonly feeBasisPoints: number
}

/** Where a client's money can come from: what it has paid ahead, or what it has itself earned. */
export type Purse = 'prepaid' | 'payable'

type Balances = {
  readonly client: Readonly<Record<Purse, Fen>>
  /** What the provider has earned and not yet been paid out. */
  readonly providerPayableFen: Fen
}

/** What is to be posted to bring a bill to its total; nothing of it below zero. */
export type BillPlan = {
  readonly chargeFen: Fen
  /** Taken off what is still owed. */
  readonly creditDueFen: Fen
  /** Given back of what was paid: out of the provider's share, and out of the fee. */
  readonly shareBackFen: Fen
  readonly feeBackFen: Fen
  readonly collect: { readonly from: Purse; readonly amountFen: Fen; readonly feeFen: Fen } | null
}

/**
 * Brings a bill to its total: charges or credits the difference, collects what is owed as a whole from the first purse that holds it, and shares it out by the
 * frozen fee. What is given back comes from provider and platform as they had it. Undefined when the provider has too little left to give back.
 */
export function planBill(bill: BookingBill, balances: Balances): BillPlan | undefined {
  const difference = bill.totalFen - (bill.chargedFen - bill.creditedFen)
  const chargeFen = difference > 0n ? difference : 0n
  const creditFen = difference < 0n ? -difference : 0n
  const owedFen = bill.chargedFen - bill.creditedFen - bill.paidFen
  const creditDueFen = creditFen < owedFen ? creditFen : owedFen
  const backFen = creditFen - creditDueFen
  const keptFen = bill.paidFen - backFen
  const feeOf = (paidFen: Fen) => feeFen(paidFen, bill.feeBasisPoints)
  const feeBackFen = feeOf(bill.paidFen) - feeOf(keptFen)
  const shareBackFen = backFen - feeBackFen
  if (shareBackFen > balances.providerPayableFen) return undefined
  const dueFen = owedFen + chargeFen - creditDueFen
  const from = (['prepaid', 'payable'] as const).find((purse) => balances.client[purse] >= dueFen)
  const collect = dueFen > 0n && from ? { from, amountFen: dueFen, feeFen: feeOf(keptFen + dueFen) - feeOf(keptFen) } : null
  return { chargeFen, creditDueFen, shareBackFen, feeBackFen, collect }
}

/** The bill after what was planned is posted. */
export function billAfter(bill: BookingBill, plan: BillPlan): BookingBill & { readonly feeFen: Fen; readonly isDone: boolean } {
  const chargedFen = bill.chargedFen + plan.chargeFen
  const creditedFen = bill.creditedFen + plan.creditDueFen + plan.shareBackFen + plan.feeBackFen
  const paidFen = bill.paidFen - plan.shareBackFen - plan.feeBackFen + (plan.collect?.amountFen ?? 0n)
  return { ...bill, chargedFen, creditedFen, paidFen, feeFen: feeFen(paidFen, bill.feeBasisPoints), isDone: paidFen === bill.totalFen }
}
