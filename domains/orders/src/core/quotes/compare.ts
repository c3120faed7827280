import type { Fen } from '@jiju/kernel/money'

/** One quote as far as it is compared. `punctualRatio` (0–1) is null while nothing is known; `missingItems` counts what it leaves out. */
export type ComparedQuote = {
  readonly totalFen: Fen
  readonly reportDay: string
  readonly accreditations: readonly string[]
  readonly punctualRatio: number | null
  readonly validUntil: Date
  readonly missingItems: number
}

/** What a comparison shows row by row. */
export const COMPARED = ['total', 'report_day', 'accreditation', 'punctuality', 'validity', 'coverage'] as const
export type Compared = (typeof COMPARED)[number]

/** Smaller is better; null is not compared. */
const RANKS: Readonly<Record<Compared, (quote: ComparedQuote) => number | bigint | string | null>> = {
  total: ({ totalFen }) => totalFen,
  report_day: ({ reportDay }) => reportDay,
  accreditation: ({ accreditations }) => -accreditations.length,
  punctuality: ({ punctualRatio }) => (punctualRatio === null ? null : -punctualRatio),
  validity: ({ validUntil }) => -validUntil.getTime(),
  coverage: ({ missingItems }) => missingItems,
}

/** In which rows the quotes differ, and which of them (by index) are best there; rows in which all are alike have no best. */
export function compareQuotes(quotes: readonly ComparedQuote[]): { row: Compared; best: number[] }[] {
  return COMPARED.flatMap((row) => {
    const values = quotes.map(RANKS[row])
    if (new Set(values.map(String)).size < 2) return []
    const known = values.filter((value) => value !== null)
    const least = known.reduce((a, b) => (b < a ? b : a), known[0] ?? 0)
    return [{ row, best: values.flatMap((value, index) => (value !== null && value === least ? [index] : [])) }]
  })
}
