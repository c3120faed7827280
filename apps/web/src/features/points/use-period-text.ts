import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** What a run or a fact is about, in words: a year, a quarter; a day stays as it is. */
export function usePeriodText(): (period: string) => string {
  const { t } = useTranslation('points')
  return useCallback(
    (period) => {
      const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(period) ?? []
      if (!year) return period
      return quarter ? t('period.quarter', { year, quarter: t(`period.q${quarter as '1'}`) }) : t('period.year', { year })
    },
    [t],
  )
}
