import type { EditTariff, TariffList } from '@jiju/booking/contract/tariffs'
import { buildFee, type FeeBuildUp } from '@jiju/booking/core/prices/fee-build-up'
import { type PriceRules, quotePrice } from '@jiju/booking/core/prices/quote'
import type { Tariff } from '@jiju/booking/core/prices/tariff'
import type { CustomerClass, Operation } from '@jiju/booking/core/vocabulary'
import { formatFen, parseFen } from '@jiju/kernel/money'
import type { ShownPrice } from '../../ui/price-lines.tsx'

const fen = (yuan: string) => parseFen(yuan) ?? 0n

/** The wire form as the core reckons with it. */
export function toTariff(tariff: EditTariff & { readonly id?: string }): Tariff {
  return {
    id: tariff.id ?? '',
    validFrom: tariff.validFrom,
    bands: tariff.bands,
    packages: tariff.packages.map((offer) => ({
      ...offer,
      prices: offer.prices.map(({ customerClass, price }) => ({ customerClass, priceFen: fen(price) })),
    })),
    extras: tariff.extras.map(({ price, ...extra }) => ({ ...extra, priceFen: fen(price) })),
    minimumFen: tariff.minimum === null ? null : fen(tariff.minimum),
    chargesInside: tariff.chargesInside,
    chargeBy: tariff.chargeBy,
    noShow: tariff.noShow?.by === 'amount' ? { by: 'amount', amountFen: fen(tariff.noShow.amount) } : tariff.noShow,
  }
}

export function priceRulesOf(list: TariffList, tariffs: readonly Tariff[]): PriceRules {
  return {
    billingStepMinutes: list.billingStepMinutes,
    operatorHourFen: list.operatorHourPrice === null ? null : fen(list.operatorHourPrice),
    zone: list.zone,
    rates: list.rates.map(({ price, ...rate }) => ({ ...rate, priceFen: fen(price) })),
    tariffs,
  }
}

/** The price of a use by the same code as on the server; null when there is none for this class. */
export function reckon(
  rules: PriceRules,
  use: { start: Date; minutes: number; customerClass: CustomerClass; operation: Operation },
): ShownPrice | null {
  const during = { start: use.start, end: new Date(use.start.getTime() + use.minutes * 60_000) }
  const price = quotePrice(rules, { during, customerClass: use.customerClass, operation: use.operation })
  if (!price) return null
  return {
    customerClass: price.customerClass,
    total: formatFen(price.totalFen),
    lines: price.lines.map(({ unitPriceFen, amountFen, ...line }) => ({
      ...line,
      unitPrice: formatFen(unitPriceFen),
      amount: formatFen(amountFen),
    })),
  }
}

type WireBuildUp = NonNullable<EditTariff['buildUp']>

/** The parts of an hourly fee in yuan, and what each class pays of it. */
export function builtFee(wire: WireBuildUp) {
  const build: FeeBuildUp = {
    originalValueFen: fen(wire.originalValue),
    years: wire.years,
    yearlyHours: wire.yearlyHours,
    hourly: wire.hourly.map(({ nameZh, amount }) => ({ nameZh, amountFen: fen(amount) })),
    labourHourFen: fen(wire.labourHour),
    managementPercent: wire.managementPercent,
    shares: wire.shares,
  }
  const built = buildFee(build)
  return {
    depreciation: formatFen(built.depreciationFen),
    consumables: formatFen(built.consumablesFen),
    labour: formatFen(built.labourFen),
    management: formatFen(built.managementFen),
    fullCost: formatFen(built.fullCostFen),
    prices: built.prices.map(({ customerClass, percent, priceFen }) => ({ customerClass, percent, price: formatFen(priceFen) })),
  }
}
