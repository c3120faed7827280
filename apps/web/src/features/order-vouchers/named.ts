import { currentLanguage } from '../../lib/i18n.ts'

/** The name of a programme in the reader's language. */
export const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }): string => (currentLanguage() === 'en' ? nameEn : nameZh)

/** `1/2` as `50 %`, and what is no whole percent as the fraction. */
export function rateText({ numerator, denominator }: { numerator: number; denominator: number }): string {
  const percent = (numerator * 100) / denominator
  return Number.isInteger(percent) ? `${percent}%` : `${numerator}/${denominator}`
}

/** Money that can be zero without being free. */
export const yuan = (format: { money: (value: string | null | undefined) => string }, value: string | null | undefined): string =>
  `¥${format.money(value)}`
