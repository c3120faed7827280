import { parseRule } from '@jiju/booking/core/series/rule'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'

/** A rule of RFC 5545 in the reader's words; as it is written when it cannot be read. */
export function useRuleText(): (rule: string) => string {
  const { t } = useTranslation('plans')
  const format = useFormat()
  return (text) => {
    const rule = parseRule(text)
    if (!rule) return text
    const every = rule.interval === 1 ? t(`rule.each.${rule.frequency}`) : t(`rule.every.${rule.frequency}`, { interval: rule.interval })
    const days = rule.days
      .map(({ weekday, nth }) => (nth === undefined ? '' : t(nth < 0 ? 'rule.last' : 'rule.nth', { nth })) + format.weekdayName(weekday))
      .join(t('wish.weekdaySeparator'))
    const { end } = rule
    const ends =
      'count' in end
        ? t('rule.count', { count: end.count })
        : t('rule.until', { day: 'untilDay' in end ? format.day(end.untilDay) : format.instant(end.untilInstant) })
    return [every, days, ends].filter(Boolean).join(t('rule.separator'))
  }
}
