import type { Order } from '@jiju/orders/contract/orders'
import { useQuery } from '@tanstack/react-query'
import { GrantsPanel } from '../../features/order-batches/grants-panel.tsx'
import { OpenStudyPanel } from '../../features/order-studies/open-study.tsx'
import { orderWorkOptions } from '../../features/order-work/calls.ts'
import { useAccess } from '../../lib/session.ts'

/** What only some orders have: a study to open, access to computing or data. */
export function WorkExtras({ order }: { order: Order }) {
  const work = useQuery(orderWorkOptions(order.id)).data
  const mayOpen = useAccess('orders.task.decide')
  if (!work) return null
  const itemIds = work.items.filter((item) => item.work === 'access').map(({ itemId }) => itemId)
  return (
    <>
      {work.mayOpenStudy && mayOpen && <OpenStudyPanel order={order} />}
      {itemIds.length > 0 && <GrantsPanel order={order} itemIds={itemIds} />}
    </>
  )
}
