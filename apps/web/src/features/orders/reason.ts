import type { Order } from '@jiju/orders/contract/orders'
import type { TFunction } from 'i18next'

/** Why a step was made: people's words as they stand, the platform's reason from the catalogue. */
export function reasonOf({ side, reason }: Pick<Order['steps'][number], 'side' | 'reason'>, t: TFunction<'orders'>): string {
  return side === 'platform' && reason === 'no_answer' ? t('noAnswer') : (reason ?? '')
}
