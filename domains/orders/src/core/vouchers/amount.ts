import { allocateFen, type Fen } from '@jiju/kernel/money'
import type { LineKind } from '../vocabulary.ts'
import type { VoucherRules } from './rules.ts'

/** A line of an order or a quote as far as vouchers depend on it. A discount is negative. */
export type CostLine = { readonly kind: LineKind; readonly serviceId: string | null; readonly amountFen: Fen }

/** Whether the cost of a line counts towards the voucher. */
export function counts(line: CostLine, rules: Pick<VoucherRules, 'lineKinds' | 'excludedServiceIds'>): boolean {
  return (
    line.amountFen > 0n &&
    rules.lineKinds.includes(line.kind) &&
    (line.serviceId === null || !rules.excludedServiceIds.includes(line.serviceId))
  )
}

/** What each line really costs: discounts are spread over the lines that cost something, by their price, and are never more than these. */
export function netOfDiscounts(lines: readonly CostLine[]): Fen[] {
  const weights = lines.map(({ amountFen }) => (amountFen > 0n ? amountFen : 0n))
  const gross = sumOf(weights)
  if (gross === 0n) return lines.map(() => 0n)
  const discount = -sumOf(lines.map(({ amountFen }) => (amountFen < 0n ? amountFen : 0n)))
  const spread = allocateFen(discount < gross ? discount : gross, weights)
  return weights.map((weight, index) => weight - (spread[index] ?? 0n))
}

/** The part of each line that counts: its net cost, or nothing. */
export function eligibleParts(lines: readonly CostLine[], rules: Pick<VoucherRules, 'lineKinds' | 'excludedServiceIds'>): Fen[] {
  const net = netOfDiscounts(lines)
  return lines.map((line, index) => (counts(line, rules) ? (net[index] ?? 0n) : 0n))
}

/** What the voucher pays at most of `eligible`: the rate, rounded down to the fen so that it is never above it, and no more than any of the limits. */
export function voucherAmount(eligible: Fen, rate: VoucherRules['rate'], limits: readonly (Fen | null)[]): Fen {
  const share = (eligible * BigInt(rate.numerator)) / BigInt(rate.denominator)
  const least = limits.reduce<Fen>((sum, limit) => (limit !== null && limit < sum ? limit : sum), share)
  return least > 0n ? least : 0n
}

/** What a reserved voucher pays when an order costs `chargeFen` in the end: never more than was reserved, and less in proportion when it costs less. */
export function shareOfCharge(reserved: Fen, { chargeFen, totalFen }: { chargeFen: Fen | undefined; totalFen: Fen }): Fen {
  if (chargeFen === undefined || chargeFen >= totalFen) return reserved
  return chargeFen > 0n ? (reserved * chargeFen) / totalFen : 0n
}

/** The voucher's part of each line, by what counts of it; the parts sum to the voucher. */
export function allocateVoucher(amount: Fen, parts: readonly Fen[]): Fen[] {
  return amount === 0n ? parts.map(() => 0n) : allocateFen(amount, parts)
}

export const sumOf = (amounts: readonly Fen[]): Fen => amounts.reduce((sum, amount) => sum + amount, 0n)
