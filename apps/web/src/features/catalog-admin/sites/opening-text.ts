import type { WeeklyOpening } from '@jiju/catalog/contract/sites'
import { useTranslation } from 'react-i18next'

/** Runs of weekdays with the same hours: `[{from: 1, to: 5, hours: '09:00—17:00'}]`. Closed days are left out. */
export function openingRuns(opening: WeeklyOpening): { from: number; to: number; hours: string }[] {
  const runs: { from: number; to: number; hours: string }[] = []
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const hours = opening
      .filter((range) => range.weekday === weekday)
      .sort((a, b) => a.start.localeCompare(b.start))
      .map((range) => `${range.start}—${range.end}`)
      .join(' ')
    if (!hours) continue
    const last = runs.at(-1)
    if (last && last.to === weekday - 1 && last.hours === hours) last.to = weekday
    else runs.push({ from: weekday, to: weekday, hours })
  }
  return runs
}

/** `周一至周五 09:00—17:00` in the reader's language. */
export function useOpeningText(): (opening: WeeklyOpening) => string {
  const { t } = useTranslation(['editor', 'common'])
  const days = t('common:format.weekdays', { returnObjects: true }) as string[]
  return (opening) =>
    openingRuns(opening)
      .map(
        ({ from, to, hours }) =>
          `${from === to ? days[from - 1] : t('sites.dayRange', { from: days[from - 1], to: days[to - 1] })} ${hours}`,
      )
      .join(t('sites.rangeSeparator')) || t('sites.openingNone')
}
