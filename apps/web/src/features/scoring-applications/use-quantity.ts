import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'

/** A number with its unit as people read it: no zeros behind the point, yes or no instead of 1 and 0. */
export function useQuantity(): (value: number | null, unit: string) => string {
  const format = useFormat()
  const { t } = useTranslation(['scoring-applications', 'points'])
  return (value, unit) => {
    if (value === null) return '—'
    if (unit === '是否') return t(value >= 1 ? 'yes' : 'no')
    const number = format
      .number(value, 2)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '')
    return `${number} ${t(`points:unit.${unit as '万元'}`, { defaultValue: unit })}`
  }
}
