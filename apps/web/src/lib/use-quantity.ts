import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './use-format.ts'

/** The unit of what is there or not, kept as 1 and 0. */
export const YES_OR_NO = '是否'

/** Units of facts as the reader's language calls them. */
export function useUnits(): (unit: string) => string {
  const { t } = useTranslation('common')
  return useCallback((unit) => (unit === '' ? '' : t(`quantity.unit.${unit as '万元'}`, { defaultValue: unit })), [t])
}

/** A number with its unit as people read it: no zeros behind the point, yes or no instead of 1 and 0. */
export function useQuantity(): (value: number | null, unit: string) => string {
  const format = useFormat()
  const { t } = useTranslation('common')
  const unitOf = useUnits()
  return useCallback(
    (value, unit) => {
      if (value === null) return '—'
      if (unit === YES_OR_NO) return t(value >= 1 ? 'quantity.yes' : 'quantity.no')
      const number = format
        .number(value, 2)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
      return `${number} ${unitOf(unit)}`
    },
    [format, t, unitOf],
  )
}
