import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { type Mark, marksOf } from '../../core/reports/scope.ts'
import type { OrdersTables } from '../needs.ts'
import { listOrderItems } from '../sql/order-items.ts'
import { listScopes } from '../sql/reports/report-facts.ts'
import type { ReportRow } from '../sql/reports/reports.ts'

/** The marks that a report may carry at an instant; items are keyed by their place in it. What a subcontractor does is outside the provider's scope. */
export async function marksOfReport(db: Db<OrdersTables>, report: ReportRow, at: Date): Promise<Mark[]> {
  const items = new Map((await listOrderItems(db, report.order_id)).map((item) => [item.id, item]))
  const lines = report.content.items.map(({ itemId }, index) => {
    const item = itemId ? items.get(itemId) : undefined
    return { key: String(index), serviceId: item && item.subcontractor === null ? item.service_id : null }
  })
  return marksOf(lines, await listScopes(db, report.order_id), localDayOf(at, ORDER_ZONE))
}
