import type { Calendar } from '@jiju/booking/contract/calendars'
import { addDays } from '@jiju/kernel/local-date'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Segmented } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bone } from '../../ui/states.tsx'
import { MonthGrid } from './month-grid.tsx'
import { daysOptions } from './requests.ts'
import type { Span } from './slot-grid.ts'
import { SlotList } from './slot-list.tsx'
import { useWeek } from './use-week.ts'
import { WeekGrid } from './week-grid.tsx'

type View = 'week' | 'month' | 'list'

/** The free time of one resource: week grid, month overview, or a list that works without a mouse. */
export function BookingCalendar({ rules, chosen, onChoose }: { rules: Calendar; chosen: Span | null; onChoose: (span: Span) => void }) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const [view, setView] = useState<View>('week')
  const week = useWeek(rules, chosen)
  const { from } = week
  const days = view === 'month' ? 28 : 7
  const query = useQuery(daysOptions(rules.resourceId, from, days))
  const [earlier, later] = [week.earlier(days), week.later(days)]

  return (
    <Panel
      title={t('calendar.title')}
      note={t('calendar.note', { step: format.hours(rules.stepMinutes) })}
      isFlush
      extra={
        <>
          <button
            type="button"
            className="icon-btn"
            aria-label={t(view === 'month' ? 'calendar.earlierMonth' : 'calendar.earlier')}
            disabled={!earlier}
            onClick={earlier}
          >
            <Icon name="chevronLeft" />
          </button>
          <span className="m b" aria-live="polite">
            {format.dayRange(from, addDays(from, days - 1), rules.zone)}
          </span>
          <button
            type="button"
            className="icon-btn"
            aria-label={t(view === 'month' ? 'calendar.laterMonth' : 'calendar.later')}
            disabled={!later}
            onClick={later}
          >
            <Icon name="chevronRight" />
          </button>
          <Segmented
            label={t('calendar.view')}
            value={view}
            onPick={setView}
            options={[
              { value: 'week', label: t('calendar.week') },
              { value: 'month', label: t('calendar.month') },
              { value: 'list', label: t('calendar.list') },
            ]}
          />
        </>
      }
    >
      <QueryView query={query} skeleton={<Bone height={300} style={{ margin: 16, width: 'calc(100% - 32px)' }} />}>
        {(calendar) =>
          view === 'week' ? (
            <WeekGrid calendar={calendar} chosen={chosen} onChoose={onChoose} />
          ) : view === 'list' ? (
            <SlotList key={calendar.from} calendar={calendar} chosen={chosen} onChoose={onChoose} />
          ) : (
            <MonthGrid
              calendar={calendar}
              onOpenDay={(day) => {
                week.openDay(day)
                setView('week')
              }}
            />
          )
        }
      </QueryView>
      {query.data && query.data.zone !== Intl.DateTimeFormat().resolvedOptions().timeZone && (
        <p className="s t3" style={{ padding: '0 16px 12px' }}>
          {t('calendar.zoneNote', { zone: query.data.zone })}
        </p>
      )}
    </Panel>
  )
}
