import type { Fen } from '@jiju/kernel/money'
import { minutesIn, type TimeRange } from '@jiju/kernel/time-range'
import { type PriceLine, type PriceRules, quotePrice, type Rate } from '../prices/quote.ts'
import type { ChargeBasis } from '../prices/tariff.ts'
import type { CustomerClass, Operation } from '../vocabulary.ts'

/** A consumable taken during a use, at the price of that day. */
export type TakenConsumable = {
  readonly nameZh: string
  readonly nameEn: string | null
  readonly unitName: string
  readonly quantity: number
  readonly unitPriceFen: Fen
}

/** A line of a charge: a line of the price, a consumable, or what a correction added or took off. */
export type ChargeLine = Omit<PriceLine, 'code' | 'unit'> & {
  readonly code: PriceLine['code'] | 'consumable' | 'adjustment' | 'no_show' | 'training'
  readonly unit: string
}

/** What was agreed when the booking was made; never recomputed. */
export type Agreed = {
  readonly during: TimeRange
  readonly customerClass: CustomerClass
  readonly operation: Operation
  readonly basis: ChargeBasis
  readonly lines: readonly PriceLine[]
}

type Charge = {
  readonly chargedBy: 'booked' | 'metered'
  readonly bookedMinutes: number
  readonly meteredMinutes: number
  readonly lines: readonly ChargeLine[]
  readonly totalFen: Fen
}

/**
 * What a use costs: the agreed lines when booked time decides, else the same prices over the metered time; consumables and a correction's
 * adjustment follow. An adjustment never takes a charge below nothing.
 */
export function chargeOf(
  agreed: Agreed,
  use: { readonly metered: TimeRange; readonly consumables: readonly TakenConsumable[]; readonly adjustFen: Fen },
  rules: PriceRules | undefined,
): Charge {
  const bookedMinutes = Math.round(minutesIn(agreed.during))
  const meteredMinutes = Math.round(minutesIn(use.metered))
  const byMeter = agreed.basis === 'actual' || (agreed.basis === 'longer' && meteredMinutes > bookedMinutes)
  const metered = byMeter && rules ? priceMetered(agreed, use.metered, meteredMinutes, rules) : undefined
  const time: readonly ChargeLine[] = metered ?? agreed.lines
  const lines = [...time, ...use.consumables.map(consumableLine)]
  const soFar = sumOf(lines)
  const adjustFen = use.adjustFen < -soFar ? -soFar : use.adjustFen
  if (adjustFen !== 0n) lines.push(adjustmentLine(adjustFen))
  return { chargedBy: metered ? 'metered' : 'booked', bookedMinutes, meteredMinutes, lines, totalFen: soFar + adjustFen }
}

/** Metered time at the prices that were agreed; a use of less than a minute counts as one. */
function priceMetered(agreed: Agreed, metered: TimeRange, minutes: number, rules: PriceRules): readonly PriceLine[] | undefined {
  const end = new Date(metered.start.getTime() + Math.max(1, minutes) * 60_000)
  const request = { during: { start: metered.start, end }, customerClass: agreed.customerClass, operation: agreed.operation }
  return quotePrice(agreedRules(agreed, rules), request)?.lines
}

/** The rules with the unit prices that stand on the booking, whatever the catalogue says by now. */
function agreedRules({ customerClass, lines }: Agreed, rules: PriceRules): PriceRules {
  const time = lines.find(({ code }) => code === 'machine_time' || code === 'band_time' || code === 'per_day' || code === 'per_run')
  const operator = lines.find(({ code }) => code === 'operator_time')
  const rate: Rate | undefined = time && {
    customerClass,
    unit: time.unit,
    priceFen: time.unitPriceFen,
    validFrom: '0001-01-01',
    validTo: null,
  }
  return {
    ...rules,
    ...(rate && { rates: [rate] }),
    operatorHourFen: operator?.unitPriceFen ?? null,
  }
}

function consumableLine({ nameZh, nameEn, unitName, quantity, unitPriceFen }: TakenConsumable): ChargeLine {
  const amountFen = unitPriceFen * BigInt(quantity)
  return {
    code: 'consumable',
    quantity: String(quantity),
    unit: unitName,
    unitPriceFen,
    percent: 100,
    amountFen,
    nameZh,
    nameEn,
    validFrom: null,
  }
}

/** The one line of a charge for a booking that nobody used, or for a place in a training. */
export function feeLine(code: 'no_show' | 'training', amountFen: Fen): ChargeLine {
  return { ...adjustmentLine(amountFen), code }
}

/** What takes a whole charge off. */
export function waivingLine(totalFen: Fen): ChargeLine {
  return adjustmentLine(-totalFen)
}

function adjustmentLine(amountFen: Fen): ChargeLine {
  return {
    code: 'adjustment',
    quantity: '1',
    unit: 'booking',
    unitPriceFen: amountFen,
    percent: 100,
    amountFen,
    nameZh: null,
    nameEn: null,
    validFrom: null,
  }
}

function sumOf(lines: readonly ChargeLine[]): Fen {
  return lines.reduce((sum, line) => sum + line.amountFen, 0n)
}
