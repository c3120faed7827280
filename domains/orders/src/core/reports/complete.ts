import type { Problem } from '@jiju/kernel/problem'
import type { ReportField, ReportVerdict } from './vocabulary.ts'

export type ReportItem = {
  /** The item of the order; null for a line that was added by hand. */
  readonly itemId: string | null
  readonly name: string
  readonly method: string
  readonly sample: string
  readonly requirement: string
  readonly result: string
  readonly unit: string
  readonly verdict: ReportVerdict
}

export type ReportContent = {
  readonly fields: Readonly<Partial<Record<ReportField, string>>>
  readonly items: readonly ReportItem[]
  readonly conclusion: string
  readonly remarks: string
}

const REQUIRED: readonly ReportField[] = ['client', 'sample_name']

/** What is missing before a report can be handed to whoever checks it. `shown` are the fields of its template. */
export function missingIn(content: ReportContent, shown: readonly ReportField[]): Problem[] {
  const problems: Problem[] = []
  for (const field of REQUIRED)
    if (shown.includes(field) && !content.fields[field]?.trim())
      problems.push({ code: `orders.report_${field}_missing`, kind: 'refused', field: `/content/fields/${field}` })
  if (content.items.length === 0) problems.push({ code: 'orders.report_items_missing', kind: 'refused', field: '/content/items' })
  content.items.forEach(({ name, result }, index) => {
    if (!result.trim())
      problems.push({ code: 'orders.report_result_missing', kind: 'refused', params: { name }, field: `/content/items/${index}/result` })
  })
  if (!content.conclusion.trim()) problems.push({ code: 'orders.report_conclusion_missing', kind: 'refused', field: '/content/conclusion' })
  return problems
}
