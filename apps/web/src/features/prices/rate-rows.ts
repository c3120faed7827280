import type { TariffList } from '@jiju/booking/contract/tariffs'
import { CUSTOMER_CLASSES } from '@jiju/booking/core/vocabulary'

export type RateUnit = 'hour' | 'sample' | 'run' | 'batch' | 'item' | 'day' | 'project'
type Rate = Omit<TariffList['rates'][number], 'unit'> & { readonly unit: RateUnit }

/** The catalogue's prices of today by unit, classes in their usual order. */
export function rateRows({ rates, today }: TariffList): Rate[] {
  const current = rates.filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo)) as Rate[]
  return current.toSorted(
    (a, b) => a.unit.localeCompare(b.unit) || CUSTOMER_CLASSES.indexOf(a.customerClass) - CUSTOMER_CLASSES.indexOf(b.customerClass),
  )
}
