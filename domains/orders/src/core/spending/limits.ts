import type { Fen } from '@jiju/kernel/money'

/** What one person or every holder of a role may order alone; null is without limit. A month is a calendar month of the district. */
export type SpendingLimit = {
  readonly personId: string | null
  readonly role: string | null
  readonly orderFen: Fen | null
  readonly monthFen: Fen | null
}

type Person = { readonly personId: string; readonly roles: readonly string[] }

/** The limits that hold for a person: the own one, or else those of the roles; empty when nothing limits the person. */
export function limitsOf(limits: readonly SpendingLimit[], { personId, roles }: Person): readonly SpendingLimit[] {
  const own = limits.filter((limit) => limit.personId === personId)
  return own.length > 0 ? own : limits.filter(({ role }) => role !== null && roles.includes(role))
}

/** The widest of several limits, each sum by itself; null where one of them sets none. */
export function widestOf(limits: readonly SpendingLimit[]): { readonly orderFen: Fen | null; readonly monthFen: Fen | null } {
  const widest = (sums: readonly (Fen | null)[]) =>
    sums.reduce<Fen | null>((most, sum) => (most === null || sum === null ? null : sum > most ? sum : most), sums[0] ?? null)
  return { orderFen: widest(limits.map(({ orderFen }) => orderFen)), monthFen: widest(limits.map(({ monthFen }) => monthFen)) }
}

/** True when a person may spend `amountFen` on an order of `totalFen` alone; both are the same for a new order. `usedFen`: spent alone in this month. */
export function covers(
  limit: { readonly orderFen: Fen | null; readonly monthFen: Fen | null },
  { totalFen, amountFen, usedFen }: { readonly totalFen: Fen; readonly amountFen: Fen; readonly usedFen: Fen },
): boolean {
  return (limit.orderFen === null || totalFen <= limit.orderFen) && (limit.monthFen === null || usedFen + amountFen <= limit.monthFen)
}
