import type { Order } from '@jiju/orders/contract/orders'
import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const LOOK: Record<Order['state'], TagKind> = {
  awaiting_approval: 'warn',
  placed: 'warn',
  accepted: 'accent',
  received: 'accent',
  working: 'accent',
  reporting: 'accent',
  reported: 'warn',
  retest_requested: 'warn',
  approved: 'ok',
  settled: 'ok',
  paused: 'warn',
  disputed: 'bad',
  declined: 'bad',
  withdrawn: 'plain',
  cancelled: 'plain',
  lapsed: 'plain',
}

/** The state of an order in words and colour. */
export function OrderStateTag({ state }: { state: Order['state'] }) {
  const { t } = useTranslation('orders')
  return <Tag kind={LOOK[state]}>{t(`state.${state}`)}</Tag>
}
