import type { Db } from '@jiju/platform/database/pool'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { SAMPLE_WORKERS } from '../samples/tell-of-samples.ts'
import type { DeviationRow } from '../sql/deviations.ts'

/** Opened: whoever ordered hears of it. Decided: the provider does. */
export async function tellDeviation(
  tx: Db<OrdersTables>,
  needs: OrdersNeeds,
  deviation: DeviationRow,
  what: 'opened' | 'decided',
): Promise<void> {
  const isOpened = what === 'opened'
  const kind = isOpened
    ? deviation.needs_decision
      ? 'orders.deviation_opened'
      : 'orders.deviation_told'
    : `orders.deviation_${deviation.decision}`
  await needs.notify(tx, {
    kind,
    to: isOpened ? [deviation.orderer_id] : { organisationId: deviation.provider_id, roles: SAMPLE_WORKERS },
    params: { number: deviation.order_number, what: deviation.what, words: deviation.decision_words ?? '—' },
    link: `${isOpened ? '/e' : '/p'}/orders/${deviation.order_id}`,
    key: `deviation ${deviation.id} ${what}`,
  })
}
