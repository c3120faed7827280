import { SOURCE_WORDS } from '@jiju/scoring/core/facts/source-words'
import type { Source } from '@jiju/scoring/core/facts/sources'
import type { Context, Row } from './context.ts'
import { timedId } from './stable-id.ts'

type Supplier = {
  readonly body: string
  readonly source: Source
  readonly contact: string
  readonly expectedDays: number
}

/** Which office of the district delivers what, and how often it said it would; the data officer uploads it for them. */
const SUPPLIERS: readonly Supplier[] = [
  { body: 'kewei', source: 'science_bureau', contact: '创新发展科 020-0000 0101', expectedDays: 365 },
  { body: 'kewei', source: 'technology_contracts', contact: '成果转化科 020-0000 0102', expectedDays: 365 },
  { body: 'kewei', source: 'talent_system', contact: '人才工作专班 020-0000 0103', expectedDays: 90 },
  { body: 'chanye', source: 'statistics', contact: '运行监测科 020-0000 0201', expectedDays: 365 },
  { body: 'chanye', source: 'finance', contact: '投资服务科 020-0000 0202', expectedDays: 365 },
]
const MINUTE = 60_000

/** Suppliers of facts, and the deliveries by which the facts of each source and year came in. */
export function generateDeliveries(context: Context, facts: readonly Row[]): { name: string; rows: Row[] }[] {
  const { id, instant } = context
  const random = context.random('scoring-deliveries')
  const officer = id('person|data')
  const suppliers = SUPPLIERS.map(({ body, source, contact, expectedDays }) => ({
    organisation_id: id(`organisation|${body}`),
    source,
    added_by: officer,
    added_at: instant(-300, 600),
    contact,
    expected_days: expectedDays,
  }))
  const batches = new Map<string, { source: Source; year: string; values: number; enterprises: Set<unknown>; at: number }>()
  for (const { source, period, reason, received_at, enterprise_id } of facts) {
    if (source === 'self_report' || reason !== null) continue
    const year = String(period).slice(0, 4)
    const key = `${source} ${year}`
    const batch = batches.get(key) ?? { source: source as Source, year, values: 0, enterprises: new Set(), at: 0 }
    batch.values += 1
    batch.enterprises.add(enterprise_id)
    batch.at = Math.max(batch.at, (received_at as Date).getTime())
    batches.set(key, batch)
  }
  const imports = [...batches.values()].map(({ source, year, values, enterprises, at }) => {
    return {
      id: timedId(at - 30 * MINUTE, random),
      content: 'facts',
      door: 'upload',
      source,
      period: year,
      file_name: `${SOURCE_WORDS[source].zh} ${year}（演示）.xlsx`,
      state: 'applied',
      mode: 'good_rows',
      rows_total: enterprises.size,
      rows_done: enterprises.size,
      rows_good: enterprises.size,
      value_count: values,
      recorded_count: values,
      created_by: officer,
      organisation_id: id('organisation|operator'),
      created_at: new Date(at - 30 * MINUTE),
      checked_at: new Date(at - 20 * MINUTE),
      finished_at: new Date(at),
    }
  })
  return [
    { name: 'scoring.fact_supplier', rows: suppliers },
    { name: 'scoring.fact_import', rows: imports },
  ]
}
