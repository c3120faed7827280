import type { LocalDate } from '@jiju/kernel/local-date'
import type { Fen } from '@jiju/kernel/money'

/** What the order of providers depends on. */
export type Ranked = {
  readonly id: string
  readonly resultDay: LocalDate
  readonly totalFen: Fen | null
  /** Accredited on that day under every scheme that was asked for. */
  readonly isAccredited: boolean
}

/** Who meets the condition first, then the earlier result, then the lower price (unknown last), then the id. */
export function compareRanked(a: Ranked, b: Ranked): number {
  if (a.isAccredited !== b.isAccredited) return a.isAccredited ? -1 : 1
  if (a.resultDay !== b.resultDay) return a.resultDay < b.resultDay ? -1 : 1
  if (a.totalFen !== b.totalFen) {
    if (a.totalFen === null) return 1
    if (b.totalFen === null) return -1
    return a.totalFen < b.totalFen ? -1 : 1
  }
  return a.id < b.id ? -1 : 1
}
