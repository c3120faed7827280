import type { LocalDate } from '@jiju/kernel/local-date'
import { formatFen, parseFen } from '@jiju/kernel/money'
import type { EditTariff, Tariff as WireTariff } from '../../contract/tariffs.ts'
import type { NoShowRule, Tariff } from '../../core/prices/tariff.ts'
import type { StoredRules, TariffRow, TariffValues } from '../sql/tariffs.ts'

/** What prices a booking; a text of fen where it comes as JSON. */
export type StoredTariff = StoredRules &
  Pick<TariffRow, 'id' | 'valid_from' | 'charges_inside' | 'charge_by' | 'no_show_percent'> & {
    readonly minimum_fen: bigint | string | null
    readonly no_show_fen: bigint | string | null
  }

/** The stored form as the core reckons with it. */
export function toTariff(row: StoredTariff): Tariff {
  return {
    id: row.id,
    validFrom: row.valid_from,
    bands: row.bands,
    packages: row.packages.map((offer) => ({
      ...offer,
      prices: offer.prices.map(({ customerClass, priceFen }) => ({ customerClass, priceFen: BigInt(priceFen) })),
    })),
    extras: row.extras.map((extra) => ({ ...extra, priceFen: BigInt(extra.priceFen) })),
    minimumFen: row.minimum_fen === null ? null : BigInt(row.minimum_fen),
    chargesInside: row.charges_inside,
    chargeBy: row.charge_by,
    noShow: noShowOf(row),
  }
}

function noShowOf({
  no_show_percent: percent,
  no_show_fen: amountFen,
}: Pick<StoredTariff, 'no_show_percent' | 'no_show_fen'>): NoShowRule | null {
  if (percent !== null) return { by: 'percent', percent }
  return amountFen === null ? null : { by: 'amount', amountFen: BigInt(amountFen) }
}

/** The contract has checked that every amount can be read. */
function fen(yuan: string): bigint {
  const read = parseFen(yuan)
  if (read === undefined) throw new Error(`not an amount: ${yuan}`)
  return read
}

export function toValues(edit: EditTariff): TariffValues {
  const { buildUp } = edit
  return {
    valid_from: edit.validFrom,
    bands: edit.bands,
    packages: edit.packages.map(({ prices, ...offer }) => ({
      ...offer,
      prices: prices.map(({ customerClass, price }) => ({ customerClass, priceFen: fen(price).toString() })),
    })),
    extras: edit.extras.map(({ price, ...extra }) => ({ ...extra, priceFen: fen(price).toString() })),
    minimum_fen: edit.minimum === null ? null : fen(edit.minimum),
    charges_inside: edit.chargesInside,
    charge_by: edit.chargeBy,
    no_show_percent: edit.noShow?.by === 'percent' ? edit.noShow.percent : null,
    no_show_fen: edit.noShow?.by === 'amount' ? fen(edit.noShow.amount) : null,
    build_up: buildUp && {
      originalValueFen: fen(buildUp.originalValue).toString(),
      years: buildUp.years,
      yearlyHours: buildUp.yearlyHours,
      hourly: buildUp.hourly.map(({ nameZh, amount }) => ({ nameZh, amountFen: fen(amount).toString() })),
      labourHourFen: fen(buildUp.labourHour).toString(),
      managementPercent: buildUp.managementPercent,
      shares: buildUp.shares,
    },
    note: edit.note,
  }
}

const yuan = (stored: string) => formatFen(BigInt(stored))

/** Row to wire. `inForceId`: the tariff that prices a use that starts today. */
export function presentTariff(row: TariffRow, inForceId: string | undefined): WireTariff {
  const { build_up: buildUp } = row
  const noShow = noShowOf(row)
  return {
    id: row.id,
    resourceId: row.resource_id,
    state: row.state,
    validFrom: row.valid_from,
    bands: row.bands.map((band) => ({ ...band, days: [...band.days] })),
    packages: row.packages.map(({ nameZh, nameEn, minutes, prices }) => ({
      nameZh,
      nameEn,
      minutes,
      prices: prices.map(({ customerClass, priceFen }) => ({ customerClass, price: yuan(priceFen) })),
    })),
    extras: row.extras.map(({ nameZh, nameEn, per, priceFen }) => ({ nameZh, nameEn, per, price: yuan(priceFen) })),
    minimum: row.minimum_fen === null ? null : formatFen(row.minimum_fen),
    chargesInside: row.charges_inside,
    chargeBy: row.charge_by,
    noShow: noShow?.by === 'amount' ? { by: 'amount', amount: formatFen(noShow.amountFen) } : noShow,
    buildUp: buildUp && {
      originalValue: yuan(buildUp.originalValueFen),
      years: buildUp.years,
      yearlyHours: buildUp.yearlyHours,
      hourly: buildUp.hourly.map(({ nameZh, amountFen }) => ({ nameZh, amount: yuan(amountFen) })),
      labourHour: yuan(buildUp.labourHourFen),
      managementPercent: buildUp.managementPercent,
      shares: [...buildUp.shares],
    },
    note: row.note,
    isInForce: row.id === inForceId,
    publishedAt: row.published_at?.toISOString() ?? null,
    version: row.version,
  }
}

/** The published tariff that prices a use that starts on `day`. */
export function inForceOn(rows: readonly TariffRow[], day: LocalDate): TariffRow | undefined {
  const begun = rows.filter((row) => row.state === 'published' && row.valid_from <= day)
  return begun.reduce<TariffRow | undefined>((last, row) => (last && last.valid_from > row.valid_from ? last : row), undefined)
}
