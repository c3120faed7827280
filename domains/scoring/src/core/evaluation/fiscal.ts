/** What became of one supported enterprise between the year before its first payment and the last year known. */
type SupportedChange = { readonly before: number | null; readonly after: number | null }

type FiscalLine = {
  readonly known: number
  readonly supported: number
  /** Sum of the changes of those known, in the fact's unit; null where none is known. */
  readonly change: number | null
  /** The same for each 10,000 yuan that those known were paid; null where nothing is known. */
  readonly perWan: number | null
}

/** Money beside what changed among those who got it. Both are sums over the enterprises whose change is known: same numerator, same denominator. */
export function fiscalLine(enterprises: readonly (SupportedChange & { readonly paidFen: bigint })[]): FiscalLine {
  const known = enterprises.filter(({ before, after }) => before !== null && after !== null)
  if (known.length === 0) return { known: 0, supported: enterprises.length, change: null, perWan: null }
  const change = known.reduce((sum, { before, after }) => sum + (after as number) - (before as number), 0)
  const paidWan = Number(known.reduce((sum, { paidFen }) => sum + paidFen, 0n)) / 1_000_000
  return { known: known.length, supported: enterprises.length, change, perWan: paidWan > 0 ? change / paidWan : null }
}
