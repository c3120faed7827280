import type { LocalDate } from '@jiju/kernel/local-date'
import { type Fen, scaleFen } from '@jiju/kernel/money'
import { addMinutes, minutesIn, type TimeRange } from '@jiju/kernel/time-range'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { CalendarRules } from '../calendar-rules.ts'
import type { CustomerClass, Operation } from '../vocabulary.ts'
import { splitByBand } from './bands.ts'
import { type Band, type Package, type Tariff, tariffOn } from './tariff.ts'

/** A price of the catalogue: for one class and unit, from day to day, both included; no last day means until further notice. */
export type Rate = {
  readonly customerClass: CustomerClass
  readonly unit: string
  readonly priceFen: Fen
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
}

/** What a line is charged for. `band_time`: hours at another share of the hourly price; `minimum`: what is missing to the least that a booking costs. */
export const PRICE_LINE_CODES = [
  'machine_time',
  'band_time',
  'package',
  'per_day',
  'per_run',
  'per_sample',
  'operator_time',
  'extra',
  'minimum',
] as const
export type PriceLineCode = (typeof PRICE_LINE_CODES)[number]

export const PRICE_LINE_UNITS = ['hour', 'day', 'run', 'sample', 'package', 'booking'] as const
export type PriceLineUnit = (typeof PRICE_LINE_UNITS)[number]

/** One line of a price. `quantity` is a decimal string of `unit`s; quantity × unit price × percent is the amount before it is rounded to the fen. */
export type PriceLine = {
  readonly code: PriceLineCode
  readonly quantity: string
  readonly unit: PriceLineUnit
  readonly unitPriceFen: Fen
  readonly percent: number
  readonly amountFen: Fen
  /** The provider's name of a band, package or extra. */
  readonly nameZh: string | null
  readonly nameEn: string | null
  /** First day of the price or tariff that the line follows; null for what the calendar's rules say. */
  readonly validFrom: LocalDate | null
}

export type Price = {
  readonly customerClass: CustomerClass
  readonly lines: readonly PriceLine[]
  readonly totalFen: Fen
}

// Whose price holds when a class has none of its own: nobody pays more than an enterprise of the district unless the provider says so.
const FALLBACK: Readonly<Record<CustomerClass, readonly CustomerClass[]>> = {
  inside: ['inside'],
  member: ['member', 'enterprise'],
  academic: ['academic', 'enterprise'],
  enterprise: ['enterprise'],
  outside_district: ['outside_district', 'enterprise'],
}

const TIME_UNITS = ['hour', 'day', 'run'] as const

/** What the price of one resource follows. */
export type PriceRules = Pick<CalendarRules, 'billingStepMinutes' | 'operatorHourFen'> & {
  readonly rates: readonly Rate[]
  readonly tariffs: readonly Tariff[]
  /** Zone of the site: whose day and whose night. */
  readonly zone: string
}

type PriceRequest = {
  readonly during: TimeRange
  readonly customerClass: CustomerClass
  readonly operation: Operation
}

/**
 * The price line by line by the prices of the local day on which the use starts; undefined when the provider states none for this customer.
 *
 * Every started billing step counts in full; without an hourly price every started 24 hours, then each run. Bands take their share of the hourly
 * price; packages are used where they make the whole cheaper, from the start on; extras are added; a minimum fills up. A provider's own people pay
 * nothing unless it set an inside price, and neither extras nor minimum unless its tariff says so.
 */
export function quotePrice(rules: PriceRules, request: PriceRequest): Price | undefined {
  const { customerClass, during, operation } = request
  const day = localDayOf(during.start, rules.zone)
  const rate = findRate(rules.rates, { customerClass, day }, TIME_UNITS)
  if (!rate && customerClass !== 'inside') return undefined
  const billedMinutes = Math.ceil(minutesIn(during) / rules.billingStepMinutes) * rules.billingStepMinutes
  const billed = { start: during.start, end: addMinutes(during.start, billedMinutes) }
  const tariff = tariffOn(rules.tariffs, day)

  const lines: PriceLine[] = []
  if (rate?.unit === 'day') lines.push(countLine('per_day', 'day', Math.ceil(minutesIn(during) / 1440), rate))
  else if (rate?.unit === 'run') lines.push(countLine('per_run', 'run', 1, rate))
  else lines.push(...cheapestTime({ rate, tariff, zone: rules.zone, customerClass }, billed))
  if (operation === 'with_operator' && rules.operatorHourFen)
    lines.push(hourLine({ code: 'operator_time', unitPriceFen: rules.operatorHourFen, validFrom: null }, billedMinutes))
  if (tariff && (customerClass !== 'inside' || tariff.chargesInside)) lines.push(...addedLines(tariff, billedMinutes, sumOf(lines)))
  return { customerClass, lines, totalFen: sumOf(lines) }
}

/** The price of samples that are handed in; undefined when the provider states no price a sample for this customer. */
export function quoteSamples(
  rules: PriceRules,
  request: { readonly samples: number; readonly at: Date; readonly customerClass: CustomerClass },
): Price | undefined {
  const { customerClass, samples } = request
  const day = localDayOf(request.at, rules.zone)
  const rate = findRate(rules.rates, { customerClass, day }, ['sample'])
  if (!rate && customerClass !== 'inside') return undefined
  const lines = [countLine('per_sample', 'sample', samples, rate ?? { priceFen: 0n, validFrom: null })]
  return { customerClass, lines, totalFen: sumOf(lines) }
}

function findRate(
  rates: readonly Rate[],
  { customerClass, day }: { customerClass: CustomerClass; day: LocalDate },
  units: readonly string[],
): Rate | undefined {
  for (const payer of FALLBACK[customerClass])
    for (const unit of units) {
      const found = rates.find(
        (rate) =>
          rate.customerClass === payer && rate.unit === unit && rate.validFrom <= day && (rate.validTo === null || day <= rate.validTo),
      )
      if (found) return found
    }
  return undefined
}

type TimeTerms = {
  readonly rate: Rate | undefined
  readonly tariff: Tariff | undefined
  readonly zone: string
  readonly customerClass: CustomerClass
}

/** Plain hours, or some packages of one kind and hours for the rest, whichever costs least; of equal ones the fewest packages. */
function cheapestTime(terms: TimeTerms, billed: TimeRange): PriceLine[] {
  let best = hourLines(terms, billed)
  for (const offer of terms.tariff?.packages ?? []) {
    const priceFen = packagePrice(offer, terms.customerClass)
    if (priceFen === undefined) continue
    for (let count = 1; count <= Math.ceil(minutesIn(billed) / offer.minutes); count += 1) {
      const covered = addMinutes(billed.start, Math.min(count * offer.minutes, minutesIn(billed)))
      const line = {
        ...countLine('package', 'package', count, { priceFen, validFrom: terms.tariff?.validFrom ?? null }),
        ...namesOf(offer),
      }
      const lines = [line, ...hourLines(terms, { start: covered, end: billed.end })]
      if (sumOf(lines) < sumOf(best)) best = lines
    }
  }
  return best
}

function packagePrice(offer: Package, customerClass: CustomerClass): Fen | undefined {
  for (const payer of FALLBACK[customerClass]) {
    const found = offer.prices.find((price) => price.customerClass === payer)
    if (found) return found.priceFen
  }
  return undefined
}

function hourLines({ rate, tariff, zone }: TimeTerms, billed: TimeRange): PriceLine[] {
  const unitPriceFen = rate?.priceFen ?? 0n
  return splitByBand(tariff?.bands ?? [], billed, zone).map(({ band, minutes }) =>
    band
      ? hourLine({ code: 'band_time', unitPriceFen, validFrom: tariff?.validFrom ?? null, band }, minutes)
      : hourLine({ code: 'machine_time', unitPriceFen, validFrom: rate?.validFrom ?? null }, minutes),
  )
}

function addedLines(tariff: Tariff, billedMinutes: number, soFarFen: Fen): PriceLine[] {
  const { validFrom } = tariff
  const lines: PriceLine[] = tariff.extras.map((extra) => ({
    ...(extra.per === 'hour'
      ? hourLine({ code: 'extra', unitPriceFen: extra.priceFen, validFrom }, billedMinutes)
      : countLine('extra', 'booking', 1, { priceFen: extra.priceFen, validFrom })),
    ...namesOf(extra),
  }))
  const missingFen = (tariff.minimumFen ?? 0n) - soFarFen - sumOf(lines)
  if (missingFen > 0n) lines.push(countLine('minimum', 'booking', 1, { priceFen: missingFen, validFrom }))
  return lines
}

function hourLine(line: { code: PriceLineCode; unitPriceFen: Fen; validFrom: LocalDate | null; band?: Band }, minutes: number): PriceLine {
  const { code, unitPriceFen, validFrom, band } = line
  const percent = band?.percent ?? 100
  return {
    code,
    quantity: decimalHours(minutes),
    unit: 'hour',
    unitPriceFen,
    percent,
    amountFen: scaleFen(unitPriceFen, BigInt(minutes * percent), 6_000n),
    ...(band ? namesOf(band) : NAMELESS),
    validFrom,
  }
}

function countLine(
  code: PriceLineCode,
  unit: PriceLineUnit,
  count: number,
  price: { readonly priceFen: Fen; readonly validFrom: LocalDate | null },
): PriceLine {
  const { priceFen, validFrom } = price
  const quantity = String(count)
  return { code, quantity, unit, unitPriceFen: priceFen, percent: 100, amountFen: priceFen * BigInt(count), ...NAMELESS, validFrom }
}

const NAMELESS = { nameZh: null, nameEn: null }

function namesOf({ nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string | null }) {
  return { nameZh, nameEn }
}

function sumOf(lines: readonly PriceLine[]): Fen {
  return lines.reduce((sum, line) => sum + line.amountFen, 0n)
}

/** Hours with at most four decimals, without trailing zeros: 90 → `1.5`. The amount is computed from minutes, not from this. */
function decimalHours(minutes: number): string {
  return String(Math.round((minutes / 60) * 10_000) / 10_000)
}
