import type { LocalDate } from '@jiju/kernel/local-date'
import { type Fen, scaleFen } from '@jiju/kernel/money'
import { minutesIn, type TimeRange } from '@jiju/kernel/time-range'
import type { CalendarRules } from './calendar-rules.ts'
import type { CustomerClass, Operation } from './vocabulary.ts'

/** A price of the catalogue: for one class and unit, from day to day, both included; no last day means until further notice. */
export type Rate = {
  readonly customerClass: CustomerClass
  readonly unit: string
  readonly priceFen: Fen
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
}

export type PriceLineCode = 'machine_time' | 'operator_time' | 'per_run' | 'per_day'

/** One line of a price. `quantity` is a decimal string of `unit`s. */
export type PriceLine = {
  readonly code: PriceLineCode
  readonly quantity: string
  readonly unit: 'hour' | 'day' | 'run'
  readonly unitPriceFen: Fen
  readonly amountFen: Fen
}

export type Price = { readonly customerClass: CustomerClass; readonly lines: readonly PriceLine[]; readonly totalFen: Fen }

// Whose price holds when a class has none of its own: nobody pays more than an enterprise of the district unless the provider says so.
const FALLBACK: Readonly<Record<CustomerClass, readonly CustomerClass[]>> = {
  inside: ['inside'],
  member: ['member', 'enterprise'],
  academic: ['academic', 'enterprise'],
  enterprise: ['enterprise'],
  outside_district: ['outside_district', 'enterprise'],
}

const TIME_UNITS = ['hour', 'day', 'run'] as const

type PriceRequest = {
  readonly during: TimeRange
  /** Local day of the start: the price of the day of use holds. */
  readonly day: LocalDate
  readonly customerClass: CustomerClass
  readonly operation: Operation
}

/**
 * The price line by line; undefined when the provider states none for this customer. Every started billing step counts in full; without an
 * hourly price every started 24 hours, then each run. A provider's own people pay nothing unless it set an inside price.
 */
export function quotePrice(
  rates: readonly Rate[],
  rules: Pick<CalendarRules, 'billingStepMinutes' | 'operatorHourFen'>,
  request: PriceRequest,
): Price | undefined {
  const machine = findRate(rates, request)
  if (!machine && request.customerClass !== 'inside') return undefined
  const minutes = minutesIn(request.during)
  const billedMinutes = Math.ceil(minutes / rules.billingStepMinutes) * rules.billingStepMinutes
  const lines: PriceLine[] = []
  if (!machine || machine.unit === 'hour') lines.push(hourLine('machine_time', billedMinutes, machine?.priceFen ?? 0n))
  else if (machine.unit === 'day') lines.push(countLine('per_day', 'day', Math.ceil(minutes / 1440), machine.priceFen))
  else lines.push(countLine('per_run', 'run', 1, machine.priceFen))
  if (request.operation === 'with_operator' && rules.operatorHourFen)
    lines.push(hourLine('operator_time', billedMinutes, rules.operatorHourFen))
  return { customerClass: request.customerClass, lines, totalFen: lines.reduce((sum, line) => sum + line.amountFen, 0n) }
}

function findRate(rates: readonly Rate[], { customerClass, day }: PriceRequest): Rate | undefined {
  for (const payer of FALLBACK[customerClass])
    for (const unit of TIME_UNITS) {
      const found = rates.find(
        (rate) =>
          rate.customerClass === payer && rate.unit === unit && rate.validFrom <= day && (rate.validTo === null || day <= rate.validTo),
      )
      if (found) return found
    }
  return undefined
}

function hourLine(code: PriceLineCode, minutes: number, unitPriceFen: Fen): PriceLine {
  return { code, quantity: decimalHours(minutes), unit: 'hour', unitPriceFen, amountFen: scaleFen(unitPriceFen, BigInt(minutes), 60n) }
}

function countLine(code: PriceLineCode, unit: 'day' | 'run', count: number, unitPriceFen: Fen): PriceLine {
  return { code, quantity: String(count), unit, unitPriceFen, amountFen: unitPriceFen * BigInt(count) }
}

/** Hours with at most four decimals, without trailing zeros: 90 → `1.5`. The amount is computed from minutes, not from this. */
function decimalHours(minutes: number): string {
  return String(Math.round((minutes / 60) * 10_000) / 10_000)
}
