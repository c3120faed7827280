import type { Db } from '@jiju/platform/database/pool'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import type { ThreadRow } from '../sql/messages.ts'

type Posted = { readonly thread: ThreadRow; readonly side: 'client' | 'provider' | 'operator'; readonly messageId: string }

/** Tells the other side; once until it has read, however much is written meanwhile. The operator writes to both. */
export async function tellOfMessage(
  tx: Db<OrdersTables>,
  { notify }: Pick<OrdersNeeds, 'notify'>,
  { thread, side, messageId }: Posted,
): Promise<void> {
  const title = thread.order_title ?? thread.enquiry_title ?? ''
  const path = thread.order_id ? `orders/${thread.order_id}` : `enquiries/${thread.enquiry_id}`
  const keyFor = (readAt: Date | null) => (side === 'operator' ? `message:${messageId}` : `message:${thread.id}:${readAt?.getTime() ?? 0}`)
  const clientId = thread.order_person_id ?? thread.enquirer_id
  if (side !== 'client' && clientId)
    await notify(tx, {
      kind: 'orders.message_client',
      to: [clientId],
      params: { title, from: side === 'operator' ? { zh: '运营方', en: 'The operator' } : thread.provider_name },
      link: `/e/${path}`,
      key: keyFor(thread.client_read_at),
    })
  const isHidden = thread.confidentiality === 'sealed' && thread.order_id === null
  const client = isHidden ? { zh: '匿名企业', en: 'A client that stays hidden' } : thread.organisation_name
  if (side !== 'provider')
    await notify(tx, {
      kind: 'orders.message_provider',
      to: { organisationId: thread.provider_id, roles: ['provider:lab_manager'] },
      params: { title, from: side === 'operator' ? { zh: '运营方', en: 'The operator' } : client },
      link: `/p/${path}`,
      key: keyFor(thread.provider_read_at),
    })
}
