import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import type { TimelineState, TimelineTexts } from './timeline/timeline-model.ts'

const STATES: readonly TimelineState[] = ['confirmed', 'in_use', 'done', 'internal', 'pending', 'outage']

/** Words and formats of the timeline in the reader's language; stable, so that rows are not drawn again. */
export function useTimelineTexts(): TimelineTexts {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  return useMemo(() => {
    // Asked for every bar that scrolls into view.
    const states = new Map(STATES.map((state) => [state, t(`state.${state}`)]))
    return {
      label: t('gridLabel'),
      resource: t('resourceColumn'),
      schedule: t('timeColumn'),
      free: t('free'),
      utilisation: (ratio) => format.percent(ratio, 0),
      day: (day) => format.day(day),
      shortDay: (day) => day.slice(8),
      range: (start, end) => format.range(start, end),
      state: (state) => states.get(state) ?? state,
    }
  }, [t, format])
}
