import type { Equivalent } from '@jiju/booking/contract/outages'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'

/** The difference of another slot in price and time, in words. */
export function useDifference() {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const length = (minutes: number) => (minutes >= 1440 ? t('mine.days', { count: Math.round(minutes / 1440) }) : format.hours(minutes))
  return {
    price: ({ priceDifference }: Pick<Equivalent, 'priceDifference'>) => {
      const fen = parseFen(priceDifference) ?? 0n
      if (fen === 0n) return t('mine.samePrice')
      return fen < 0n
        ? t('mine.cheaper', { amount: format.money(formatFen(-fen)) })
        : t('mine.dearer', { amount: format.money(priceDifference) })
    },
    time: ({ minutesLater }: Pick<Equivalent, 'minutesLater'>) => {
      if (minutesLater === 0) return t('mine.sameTime')
      return minutesLater > 0 ? t('mine.later', { length: length(minutesLater) }) : t('mine.earlier', { length: length(-minutesLater) })
    },
  }
}
