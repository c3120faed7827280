import { type Fen, scaleFen } from '@jiju/kernel/money'

/** A rule holds from its day until a later one; one of a provider comes before the one for all (`providerId` null). */
type DatedRule = { readonly providerId: string | null; readonly validFrom: string }

/** The rule that holds for a provider on a day; undefined when none does. */
export function ruleOn<Rule extends DatedRule>(rules: readonly Rule[], providerId: string, day: string): Rule | undefined {
  const inForce = rules.filter((rule) => rule.validFrom <= day && (rule.providerId === null || rule.providerId === providerId))
  const newest = (some: readonly Rule[]) =>
    some.reduce<Rule | undefined>((best, rule) => (!best || rule.validFrom > best.validFrom ? rule : best), undefined)
  return newest(inForce.filter((rule) => rule.providerId !== null)) ?? newest(inForce)
}

/** The platform's fee; the provider's share is the rest, so that both sum to the whole. `basisPoints` are hundredths of a percent. */
export const feeFen = (incomeFen: Fen, basisPoints: number): Fen => scaleFen(incomeFen, BigInt(basisPoints), 10_000n)

/** The part of an order's price that is set aside before the work; a voucher's part need not be. */
export const depositFen = (totalFen: Fen, voucherFen: Fen, percent: number): Fen => {
  const own = totalFen > voucherFen ? totalFen - voucherFen : 0n
  return scaleFen(own, BigInt(percent), 100n)
}
