import { BOOKABLE_KINDS } from '@jiju/booking/core/vocabulary'
import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented, SelectField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { CALENDAR_VIEWS, type CalendarView } from './time-axis.ts'

const STEP: Record<CalendarView, number> = { day: 1, week: 7, four_weeks: 28 }

/** Which days are shown, of which resources, in which form. */
export function CalendarToolbar(props: {
  days: readonly LocalDate[]
  view: CalendarView
  form: 'timeline' | 'list'
  kind: string
  order: 'name' | 'class'
  count: number
  isPhone: boolean
  onDay: (day: LocalDate) => void
  onView: (view: CalendarView) => void
  onForm: (form: 'timeline' | 'list') => void
  onKind: (kind: string) => void
  onOrder: (order: 'name' | 'class') => void
}) {
  const { t } = useTranslation(['calendar', 'common'])
  const format = useFormat()
  const { days, view, isPhone } = props
  const first = days[0] ?? ''
  const last = days.at(-1) ?? ''
  return (
    <div className="panel-head">
      <div className="row g8 wrap">
        <Button aria-label={t(`previous.${view}`)} onClick={() => props.onDay(addDays(first, -STEP[view]))}>
          <Icon name="chevronLeft" />
        </Button>
        <Button onClick={() => props.onDay(dayNow())}>{t('today')}</Button>
        <Button aria-label={t(`next.${view}`)} onClick={() => props.onDay(addDays(first, STEP[view]))}>
          <Icon name="chevronRight" />
        </Button>
        <div className="tl-first-day">
          <DateField isLabelHidden label={t('date')} value={first} onChange={({ target }) => target.value && props.onDay(target.value)} />
        </div>
        <span className="b">{first === last ? format.day(first) : format.dayRange(first, last)}</span>
      </div>
      {!isPhone && (
        <div className="row g8 wrap">
          <SelectField
            isLabelHidden
            label={t('kind')}
            value={props.kind}
            options={[
              { value: '', label: t('resources', { count: props.count }) },
              ...BOOKABLE_KINDS.map((value) => ({ value: value as string, label: t(`common:kind.${value}`) })),
            ]}
            onPick={props.onKind}
          />
          <SelectField
            isLabelHidden
            label={t('order.label')}
            value={props.order}
            options={[
              { value: 'name', label: t('order.name') },
              { value: 'class', label: t('order.class') },
            ]}
            onPick={props.onOrder}
          />
          <Segmented
            label={t('view.label')}
            value={view}
            options={CALENDAR_VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
            onPick={props.onView}
          />
          <Segmented
            label={t('form.label')}
            value={props.form}
            options={[
              { value: 'timeline', label: t('form.timeline') },
              { value: 'list', label: t('form.list') },
            ]}
            onPick={props.onForm}
          />
        </div>
      )}
    </div>
  )
}
