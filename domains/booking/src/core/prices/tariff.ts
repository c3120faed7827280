import type { LocalDate } from '@jiju/kernel/local-date'
import { type Fen, scaleFen } from '@jiju/kernel/money'
import type { Problem } from '@jiju/kernel/problem'
import type { CustomerClass } from '../vocabulary.ts'

/** Days on which a band holds. A make-up day is a working day; a statutory holiday is never a weekend. */
export const BAND_DAYS = ['working_day', 'weekend', 'holiday'] as const
export type BandDay = (typeof BAND_DAYS)[number]

/** What a use is charged by when it has ended: the booked time, the metered time, or the longer of both. */
export const CHARGE_BASES = ['booked', 'actual', 'longer'] as const
export type ChargeBasis = (typeof CHARGE_BASES)[number]

export const EXTRA_UNITS = ['booking', 'hour'] as const
type ExtraUnit = (typeof EXTRA_UNITS)[number]

type Named = { readonly nameZh: string; readonly nameEn: string | null }

/** Hours of the day that cost another share of the hourly price. `toMinute` ≤ `fromMinute` runs past midnight and belongs to the day on which it begins. */
export type Band = Named & {
  readonly days: readonly BandDay[]
  readonly fromMinute: number
  readonly toMinute: number
  /** Of the hourly price; 60 is 40 % off. */
  readonly percent: number
}

/** A price for a whole stretch of machine time, such as a half day. */
export type Package = Named & {
  readonly minutes: number
  readonly prices: readonly { readonly customerClass: CustomerClass; readonly priceFen: Fen }[]
}

/** What every booking pays beside machine time: cleaning, gas, a sample holder. */
export type Extra = Named & { readonly per: ExtraUnit; readonly priceFen: Fen }

/**
 * Price rules of one resource from a day on, until the next tariff begins. They lie over the catalogue's prices, which say what an hour, a day or a
 * run costs whom. A published tariff is never changed, so that every quote can be explained for good.
 */
export type Tariff = {
  readonly id: string
  readonly validFrom: LocalDate
  readonly bands: readonly Band[]
  readonly packages: readonly Package[]
  readonly extras: readonly Extra[]
  /** No booking costs less. */
  readonly minimumFen: Fen | null
  /** True when extras and the minimum are charged to the provider's own people too. */
  readonly chargesInside: boolean
  readonly chargeBy: ChargeBasis
  /** What who books and does not come pays; null for nothing. */
  readonly noShow: NoShowRule | null
}

/** A share of the booking's price, or an amount. */
export type NoShowRule = { readonly by: 'percent'; readonly percent: number } | { readonly by: 'amount'; readonly amountFen: Fen }

/** What a booking of that price costs when nobody comes: never more than the booking. A provider's own people pay only where its tariff charges them. */
export function noShowFee(
  tariff: Pick<Tariff, 'noShow' | 'chargesInside'> | undefined,
  booking: { readonly priceFen: Fen; readonly customerClass: CustomerClass },
): Fen {
  const rule = tariff?.noShow
  if (!rule || (booking.customerClass === 'inside' && !tariff.chargesInside)) return 0n
  if (rule.by === 'percent') return scaleFen(booking.priceFen, BigInt(rule.percent), 100n)
  return rule.amountFen < booking.priceFen ? rule.amountFen : booking.priceFen
}

/** The tariff that holds on `day`: the last one that began. */
export function tariffOn(tariffs: readonly Tariff[], day: LocalDate): Tariff | undefined {
  let found: Tariff | undefined
  for (const tariff of tariffs) if (tariff.validFrom <= day && (!found || tariff.validFrom > found.validFrom)) found = tariff
  return found
}

/** What the ranges of single fields cannot say: bands of the same days must not overlap, packages differ in length, prices are stated once for a class. */
export function findTariffProblems({ bands, packages }: Pick<Tariff, 'bands' | 'packages'>): Problem[] {
  const problems: Problem[] = []
  for (const [index, band] of bands.entries()) {
    const other = bands.slice(0, index).find((earlier) => overlapInDay(earlier, band))
    if (other)
      problems.push({
        code: 'booking.bands_overlap',
        kind: 'refused',
        params: { band: band.nameZh, other: other.nameZh },
        field: `/bands/${index}/fromMinute`,
      })
  }
  for (const [index, { minutes, prices }] of packages.entries()) {
    if (packages.findIndex((earlier) => earlier.minutes === minutes) < index)
      problems.push({ code: 'booking.packages_same_length', kind: 'refused', params: { minutes }, field: `/packages/${index}/minutes` })
    if (new Set(prices.map(({ customerClass }) => customerClass)).size < prices.length)
      problems.push({ code: 'booking.package_class_twice', kind: 'refused', field: `/packages/${index}/prices` })
  }
  return problems
}

function overlapInDay(a: Band, b: Band): boolean {
  if (!a.days.some((day) => b.days.includes(day))) return false
  return stretchesOf(a).some((one) => stretchesOf(b).some((other) => one.from < other.to && other.from < one.to))
}

/** The band's minutes within one day of its kind; a band past midnight is two stretches. */
function stretchesOf({ fromMinute, toMinute }: Band): { from: number; to: number }[] {
  if (fromMinute < toMinute) return [{ from: fromMinute, to: toMinute }]
  return [
    { from: fromMinute, to: 1440 },
    { from: 0, to: toMinute },
  ]
}
