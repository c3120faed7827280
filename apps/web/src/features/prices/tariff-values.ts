import type { EditTariff, Tariff } from '@jiju/booking/contract/tariffs'
import { BAND_DAYS, type BandDay } from '@jiju/booking/core/prices/tariff'
import { CUSTOMER_CLASSES, type CustomerClass } from '@jiju/booking/core/vocabulary'

/** What is typed into the form of a tariff. Times are clocks, amounts and counts are texts. */
export type TariffValues = {
  readonly validFrom: string
  readonly bands: readonly BandValues[]
  readonly packages: readonly PackageValues[]
  readonly extras: readonly ExtraValues[]
  readonly minimum: string
  readonly chargesInside: boolean
  readonly chargeBy: EditTariff['chargeBy']
  readonly noShowBy: 'none' | 'percent' | 'amount'
  /** Per cent or yuan. */
  readonly noShow: string
  readonly buildUp: BuildUpValues | null
  readonly note: string
}
type Named = { readonly nameZh: string; readonly nameEn: string }
export type BandValues = Named & { readonly days: readonly BandDay[]; readonly from: string; readonly to: string; readonly percent: string }
export type PackageValues = Named & { readonly hours: string; readonly prices: Readonly<Record<CustomerClass, string>> }
export type ExtraValues = Named & { readonly per: EditTariff['extras'][number]['per']; readonly price: string }
export type BuildUpValues = {
  readonly originalValue: string
  readonly years: string
  readonly yearlyHours: string
  readonly hourly: readonly { readonly nameZh: string; readonly amount: string }[]
  readonly labourHour: string
  readonly managementPercent: string
  readonly shares: Readonly<Record<CustomerClass, string>>
}

const eachClass = (textOf: (customerClass: CustomerClass) => string) =>
  Object.fromEntries(CUSTOMER_CLASSES.map((each) => [each, textOf(each)])) as Record<CustomerClass, string>

export const NEW_BAND: BandValues = { nameZh: '', nameEn: '', days: BAND_DAYS, from: '22:00', to: '06:00', percent: '' }
export const NEW_PACKAGE: PackageValues = { nameZh: '', nameEn: '', hours: '', prices: eachClass(() => '') }
export const NEW_EXTRA: ExtraValues = { nameZh: '', nameEn: '', per: 'booking', price: '' }
export const NEW_BUILD_UP: BuildUpValues = {
  originalValue: '',
  years: '5',
  yearlyHours: '800',
  hourly: [],
  labourHour: '0',
  managementPercent: '0',
  shares: eachClass(() => ''),
}

export function emptyTariff(validFrom: string): TariffValues {
  return {
    validFrom,
    bands: [],
    packages: [],
    extras: [],
    minimum: '',
    chargesInside: false,
    chargeBy: 'booked',
    noShowBy: 'none',
    noShow: '',
    buildUp: null,
    note: '',
  }
}

const clockOf = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))
const named = ({ nameZh, nameEn }: { nameZh: string; nameEn: string | null }) => ({ nameZh, nameEn: nameEn ?? '' })

export function valuesOf(tariff: Tariff): TariffValues {
  const { buildUp } = tariff
  return {
    validFrom: tariff.validFrom,
    bands: tariff.bands.map((band) => ({
      ...named(band),
      days: band.days,
      from: clockOf(band.fromMinute),
      to: clockOf(band.toMinute),
      percent: String(band.percent),
    })),
    packages: tariff.packages.map((offer) => ({
      ...named(offer),
      hours: String(offer.minutes / 60),
      prices: eachClass((each) => offer.prices.find(({ customerClass }) => customerClass === each)?.price ?? ''),
    })),
    extras: tariff.extras.map((extra) => ({ ...named(extra), per: extra.per, price: extra.price })),
    minimum: tariff.minimum ?? '',
    chargesInside: tariff.chargesInside,
    chargeBy: tariff.chargeBy,
    noShowBy: tariff.noShow?.by ?? 'none',
    noShow: tariff.noShow ? String(tariff.noShow.by === 'percent' ? tariff.noShow.percent : tariff.noShow.amount) : '',
    buildUp: buildUp && {
      originalValue: buildUp.originalValue,
      years: String(buildUp.years),
      yearlyHours: String(buildUp.yearlyHours),
      hourly: buildUp.hourly,
      labourHour: buildUp.labourHour,
      managementPercent: String(buildUp.managementPercent),
      shares: eachClass((each) => String(buildUp.shares.find(({ customerClass }) => customerClass === each)?.percent ?? '')),
    },
    note: tariff.note ?? '',
  }
}

const sentName = ({ nameZh, nameEn }: Named) => ({ nameZh: nameZh.trim(), nameEn: nameEn.trim() || null })

function noShowOf({ noShowBy, noShow }: TariffValues): EditTariff['noShow'] {
  if (noShowBy === 'none') return null
  return noShowBy === 'percent' ? { by: 'percent', percent: numberOf(noShow) } : { by: 'amount', amount: noShow.trim() }
}

/** What is sent; the contract says what is wrong with it. */
export function inputOf(values: TariffValues): EditTariff {
  const { buildUp } = values
  return {
    validFrom: values.validFrom,
    bands: values.bands.map((band) => ({
      ...sentName(band),
      days: [...band.days],
      fromMinute: minuteOf(band.from),
      toMinute: minuteOf(band.to),
      percent: numberOf(band.percent),
    })),
    packages: values.packages.map((offer) => ({
      ...sentName(offer),
      minutes: numberOf(offer.hours) * 60,
      prices: CUSTOMER_CLASSES.flatMap((customerClass) => {
        const price = offer.prices[customerClass].trim()
        return price === '' ? [] : [{ customerClass, price }]
      }),
    })),
    extras: values.extras.map((extra) => ({ ...sentName(extra), per: extra.per, price: extra.price.trim() })),
    minimum: values.minimum.trim() || null,
    chargesInside: values.chargesInside,
    chargeBy: values.chargeBy,
    noShow: noShowOf(values),
    buildUp: buildUp && {
      originalValue: buildUp.originalValue.trim(),
      years: numberOf(buildUp.years),
      yearlyHours: numberOf(buildUp.yearlyHours),
      hourly: buildUp.hourly.map(({ nameZh, amount }) => ({ nameZh: nameZh.trim(), amount: amount.trim() })),
      labourHour: buildUp.labourHour.trim(),
      managementPercent: numberOf(buildUp.managementPercent),
      shares: CUSTOMER_CLASSES.flatMap((customerClass) => {
        const percent = buildUp.shares[customerClass].trim()
        return percent === '' ? [] : [{ customerClass, percent: Number(percent) }]
      }),
    },
    note: values.note.trim() || null,
  }
}
