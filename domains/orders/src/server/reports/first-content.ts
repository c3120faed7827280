import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { ReportContent, ReportItem } from '../../core/reports/complete.ts'
import type { ReportLanguage } from '../../core/reports/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import type { OrderItemRow } from '../sql/order-items.ts'
import {
  type CheckedResult,
  findWorkDays,
  listCheckedResults,
  listReportedSamples,
  listUsedInstruments,
  type ReportedSample,
} from '../sql/reports/report-facts.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { reportWords } from './report-words.ts'

const TEST_TYPE = { zh: '委托检测', en: 'Commissioned test', zh_en: '委托检测 Commissioned test' } as const

/** What a draft begins with: what the order, its samples, its work and its checked results already say. */
export async function firstContent(
  db: Db<OrdersTables>,
  order: OrderRow,
  items: readonly OrderItemRow[],
  language: ReportLanguage,
): Promise<ReportContent> {
  const samples = await listReportedSamples(db, order.id)
  const results = await listCheckedResults(db, order.id)
  const instruments = await listUsedInstruments(db, order.id)
  const { from, to } = await findWorkDays(db, order.id)
  const answer = answersOf(items)
  const all = (pick: (sample: ReportedSample) => string) => unique(samples.map(pick))
  const days = [from, to].flatMap((at) => (at ? [localDayOf(at, ORDER_ZONE)] : []))
  return {
    fields: {
      client: answer('reportHolder') || order.organisation_name,
      sample_name: all(({ name }) => name) || answer('sampleName') || answer('testItem') || answer('softwareName'),
      model: all(({ spec }) => spec) || answer('sampleModel'),
      batch: all(({ batch }) => batch) || answer('batchNumber'),
      maker: all(({ maker }) => maker) || answer('maker'),
      sample_number: all(({ number }) => number),
      received_on: all(({ received_at }) => (received_at ? localDayOf(received_at, ORDER_ZONE) : '')),
      test_type: TEST_TYPE[language],
      basis: unique(items.map(({ method }) => method)),
      judgement_basis: answer('judgement') || unique(results.map(({ basis }) => basis)),
      tested_on: [...new Set(days)].join(' – '),
      instruments: unique(
        instruments.map(({ name, due }) => (due ? `${name}（${reportWords(language)('calibratedUntil')} ${due}）` : name)),
      ),
    },
    items: items.flatMap((item) =>
      linesOf(
        item,
        results.filter((result) => result.order_item_id === item.id),
      ),
    ),
    conclusion: '',
    remarks: '',
  }
}

function linesOf(item: OrderItemRow, results: readonly CheckedResult[]): ReportItem[] {
  const line = {
    itemId: item.id,
    name: item.name,
    method: item.method,
    sample: '',
    requirement: '',
    result: '',
    unit: '',
    verdict: 'not_judged',
  } as const
  if (results.length === 0) return [line]
  return results.map((result) => ({
    ...line,
    name: result.parameter === item.name ? item.name : `${item.name}：${result.parameter}`.slice(0, 300),
    sample: result.sample_label,
    requirement: result.limits,
    result: result.value,
    unit: result.unit,
    verdict: result.verdict,
  }))
}

/** The answers of an order's forms, the first that says something. */
function answersOf(items: readonly OrderItemRow[]): (key: string) => string {
  return (key) => {
    const value = items.map(({ form }) => form[key]).find((one) => one !== undefined && one !== '')
    return typeof value === 'string' ? value : ''
  }
}

const unique = (texts: readonly string[]): string => [...new Set(texts.filter(Boolean))].join('、')
