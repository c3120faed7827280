import { formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { OrderWork } from '../../contract/work.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrderState, Side } from '../../core/vocabulary.ts'
import { workOf } from '../../core/work/work-kind.ts'
import type { OrdersTables } from '../needs.ts'
import { listOrderItems } from '../sql/order-items.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { listCurrentEntries } from '../sql/work/results.ts'
import { findStudyOfOrder } from '../sql/work/studies.ts'
import { listMarks, listTasksOfOrder, listWorkItems } from '../sql/work/tasks.ts'

/** From the report on the client sees results; before that only how far the work is. */
const REPORTED: readonly OrderState[] = ['reported', 'retest_requested', 'approved', 'settled', 'disputed']

/** The items of an order with their work, for both parties. Results that wait for the money stay with the provider until the order is settled. */
export async function readOrderWork(db: Db<OrdersTables>, order: OrderRow, side: Side, now: Date): Promise<OrderWork> {
  const items = await listOrderItems(db, order.id)
  const kinds = new Map(
    (await listWorkItems(db, order.id)).map((item) => [item.id, workOf({ kind: item.kind, serviceKind: item.service_kind })]),
  )
  const isGlp = (await listWorkItems(db, order.id)).some(({ service_kind }) => service_kind === 'glp_study')
  const tasks = await listTasksOfOrder(db, order.id)
  const isShown = side === 'provider' || (REPORTED.includes(order.state) && (!order.holds_results || order.state === 'settled'))
  const entries = isShown ? await listCurrentEntries(db, order.id) : []
  const marks = await listMarks(db, order.id, localDayOf(now, ORDER_ZONE))
  const study = await findStudyOfOrder(db, order.id)
  return {
    items: items.map((item) => ({
      itemId: item.id,
      name: item.name,
      method: item.method,
      quantity: item.quantity,
      subcontractor: item.subcontractor,
      isAdded: item.amendment_id !== null,
      amount: formatFen(item.amount_fen),
      work: kinds.get(item.id) ?? null,
      marks: marks.filter(({ item_id }) => item_id === item.id).map(({ scheme }) => scheme),
      tasks: tasks
        .filter((task) => task.order_item_id === item.id && (side === 'provider' || task.state !== 'void'))
        .map((task) => ({
          id: task.id,
          state: task.state,
          round: task.round,
          dueDay: task.due_day,
          assigneeName: side === 'provider' ? task.assignee_name : null,
          isPlanned: task.planned_start !== null,
          openInvestigations: side === 'provider' ? task.open_investigations : 0,
          batchId: side === 'provider' ? task.batch_id : null,
          results: entries
            .filter(({ task_id }) => task_id === task.id)
            .map((entry) => ({
              parameter: entry.parameter,
              sampleLabel: entry.sample_label,
              value: entry.value,
              unit: entry.unit,
              verdict: entry.verdict,
            })),
        })),
    })),
    studyId: study?.id ?? null,
    mayOpenStudy: side === 'provider' && !study && isGlp && ['accepted', 'received', 'working'].includes(order.state),
    done: tasks.filter(({ state }) => state === 'checked').length,
    total: tasks.filter(({ state }) => state !== 'void').length,
  }
}
