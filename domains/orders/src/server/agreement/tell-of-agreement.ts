import { formatFen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import texts from '../notices/agreements.json' with { type: 'json' }
import type { OrderRow } from '../sql/service-orders.ts'

const kind = (name: keyof typeof texts, isUrgent = false) => ({ group: 'orders', mail: 'at_once', isUrgent, texts: texts[name] }) as const

export const AGREEMENT_NOTICES = {
  'orders.agreement_proposed': kind('orders.agreement_proposed', true),
  'orders.agreement_answered': kind('orders.agreement_answered'),
  'orders.agreement_accepted': kind('orders.agreement_accepted', true),
  'orders.agreement_agreed': kind('orders.agreement_agreed'),
  'orders.amendment_proposed': kind('orders.amendment_proposed', true),
  'orders.amendment_ended': kind('orders.amendment_ended'),
} as const satisfies NoticeKinds

type News = {
  readonly kind: keyof typeof AGREEMENT_NOTICES
  readonly to: 'client' | 'provider'
  readonly key: string
  /** By how much an amendment changes the total. */
  readonly deltaFen?: bigint
  readonly reason?: string
}

/** Tells one side what the other has done about their agreement or an amendment. */
export async function tellOfAgreement(tx: Db<OrdersTables>, needs: OrdersNeeds, order: OrderRow, news: News): Promise<void> {
  const isClient = news.to === 'client'
  await needs.notify(tx, {
    kind: news.kind,
    to: isClient ? [order.person_id] : { organisationId: order.provider_id, roles: ['provider:lab_manager'] },
    params: {
      number: order.number,
      title: order.title,
      partner: isClient ? order.provider_name : order.organisation_name,
      delta: formatFen(news.deltaFen ?? 0n),
      reason: news.reason ?? '',
    },
    link: `${isClient ? '/e' : '/p'}/orders/${order.id}`,
    key: news.key,
  })
}
