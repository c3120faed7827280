import type { Fen } from '@jiju/kernel/money'
import type { Problem } from '@jiju/kernel/problem'
import type { LineKind } from '../vocabulary.ts'

export type PricedLine = { readonly kind: LineKind; readonly quantity: number; readonly unitPriceFen: Fen }

export const amountOf = ({ quantity, unitPriceFen }: Omit<PricedLine, 'kind'>): Fen => unitPriceFen * BigInt(quantity)

export function totalOf(lines: readonly PricedLine[]): Fen {
  return lines.reduce((sum, line) => sum + amountOf(line), 0n)
}

/** Only a discount takes something off, and never more than there is. Fields are JSON pointers into the quote. */
export function findLineProblems(lines: readonly PricedLine[]): Problem[] {
  const problems = lines.flatMap(({ kind, unitPriceFen }, index): Problem[] =>
    (kind === 'discount') === unitPriceFen < 0n
      ? []
      : [{ code: 'orders.line_sign', kind: 'refused', params: { line: index + 1 }, field: `/lines/${index}/unitPrice` }],
  )
  if (problems.length === 0 && totalOf(lines) < 0n) problems.push({ code: 'orders.total_negative', kind: 'refused', field: '/lines' })
  return problems
}
