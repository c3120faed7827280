import { formatFen } from '@jiju/kernel/money'
import { localDayOf, minuteOfDayAt } from '@jiju/kernel/zoned-time'
import type { WorkbookTable } from '@jiju/platform/files/write-workbook'
import type { Language } from '@jiju/platform/http/problem-texts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import words from './export-words.json' with { type: 'json' }

export const exportFileName = (day: string, language: Language): string => `${words[language].file}-${day}.xlsx`

/** Orders as one sheet, each in a row, as their list shows them; times on the district's clock. */
export function orderTable(rows: AsyncIterable<OrderRow>, language: Language): WorkbookTable {
  const { sheet, columns, states } = words[language]
  return { title: sheet, headers: columns, rows: cellsOf(rows, states) }
}

async function* cellsOf(rows: AsyncIterable<OrderRow>, states: Readonly<Record<OrderRow['state'], string>>) {
  for await (const row of rows)
    yield [
      row.number,
      row.title,
      row.organisation_name,
      row.provider_name,
      row.person_name,
      states[row.state],
      stamp(row.placed_at),
      row.due_day ?? '',
      row.settled_at ? stamp(row.settled_at) : '',
      Number(formatFen(row.total_fen)),
    ]
}

function stamp(at: Date): string {
  const minutes = minuteOfDayAt(at, ORDER_ZONE)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${localDayOf(at, ORDER_ZONE)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
