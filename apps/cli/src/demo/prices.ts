import type { Rate } from '@jiju/booking/core/prices/quote'
import type { CustomerClass } from '@jiju/booking/core/vocabulary'
import type { LocalDate } from '@jiju/kernel/local-date'
import { type Context, type Row, yuanToFen } from './context.ts'
import type { Random } from './random.ts'
import type { Provider } from './reference.ts'

// Of the price for an enterprise of the district, in per cent, by what kind of house sells: public ones give their own people half or more off.
const SHARES: Readonly<Record<'public' | 'commercial', readonly (readonly [CustomerClass, number])[]>> = {
  public: [
    ['inside', 40],
    ['academic', 75],
    ['enterprise', 100],
    ['outside_district', 115],
  ],
  commercial: [
    ['academic', 90],
    ['enterprise', 100],
    ['outside_district', 110],
  ],
}

type PricedUnit = { readonly unit: string; readonly yuan: number }

/** Prices of one resource for every customer class, rounded to ten fen-less yuan; some houses raised theirs at the last New Year. */
export function pricesOf(
  context: Context,
  random: Random,
  subject: { resourceId: string; provider: Provider; offers: readonly PricedUnit[] },
): { rates: Rate[]; rows: Row[] } {
  const year = Number(context.referenceDay.slice(0, 4))
  const isCommercial = ['testing', 'cdmo', 'pilot', 'glp'].includes(subject.provider.type)
  const wasRaised = random.chance(0.3)
  const rates: Rate[] = []
  for (const { unit, yuan } of subject.offers)
    for (const [customerClass, percent] of SHARES[isCommercial ? 'commercial' : 'public']) {
      const current = roundYuan((yuan * percent) / 100)
      const before: LocalDate = `${year - 1}-12-31`
      const since: LocalDate = `${year}-01-01`
      if (wasRaised)
        rates.push({ customerClass, unit, priceFen: yuanToFen(roundYuan(current * 0.92)), validFrom: `${year - 2}-01-01`, validTo: before })
      rates.push({ customerClass, unit, priceFen: yuanToFen(current), validFrom: wasRaised ? since : `${year - 2}-01-01`, validTo: null })
    }
  const rows = rates.map((rate) => ({
    id: context.id(`price|${subject.resourceId}|${rate.customerClass}|${rate.unit}|${rate.validFrom}`),
    resource_id: subject.resourceId,
    customer_class: rate.customerClass,
    unit: rate.unit,
    price_fen: rate.priceFen.toString(),
    valid_from: rate.validFrom,
    valid_to: rate.validTo,
    created_at: context.instant(-400),
  }))
  return { rates, rows }
}

/** Prices that people would set: whole fives below 200 yuan, tens below 2,000, hundreds above. */
export function roundYuan(yuan: number): number {
  const step = yuan < 200 ? 5 : yuan < 2000 ? 10 : 100
  return Math.max(step, Math.round(yuan / step) * step)
}
