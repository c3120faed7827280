import type { Calendar } from '@jiju/booking/contract/calendars'
import type { AskSeries, PlacedSeries } from '@jiju/booking/contract/series'
import type { Operation } from '@jiju/booking/core/vocabulary'
import { weekdayOf } from '@jiju/kernel/local-date'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { fromWallClock, toWallClock } from '../../lib/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { DateField, DateTimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { placeSeries, seriesPreviewOptions } from './calls.ts'
import { type Repeat, type RuleValues, ruleOf } from './series-rule.ts'
import { SeriesTable } from './series-table.tsx'
import { useLater } from './use-later.ts'
import { WeekdayPicker } from './weekday-picker.tsx'

/** A series: the rule, then every use it names with price and what speaks against it; booked whole or without what cannot be had. */
export function SeriesForm({
  rules,
  first,
  operation,
  onPlaced,
}: {
  rules: Calendar
  first: { start: number; end: number }
  operation: Operation | undefined
  onPlaced: (placed: PlacedSeries) => void
}) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const { zone } = rules
  const [start, setStart] = useState(() => toWallClock(new Date(first.start), zone))
  const [end, setEnd] = useState(() => toWallClock(new Date(first.end), zone))
  const [excludedDays, setExcludedDays] = useState<string[]>([])
  const [addedDays, setAddedDays] = useState<string[]>([])
  const [project, setProject] = useState('')
  const firstDay = start.slice(0, 10)
  const [values, setValues] = useState<RuleValues>({
    frequency: 'WEEKLY',
    interval: '1',
    weekdays: [weekdayOf(firstDay)],
    monthly: 'day',
    ends: 'count',
    count: '4',
    untilDay: '',
  })
  const [from, until] = [fromWallClock(start, zone), fromWallClock(end, zone)]
  const rule = ruleOf(values, firstDay)
  const body: AskSeries | null =
    from && until && from < until && rule
      ? {
          resourceId: rules.resourceId,
          start: from,
          end: until,
          rule,
          ...(operation ? { operation } : {}),
          ...(excludedDays.length > 0 ? { excludedDays } : {}),
          ...(addedDays.length > 0 ? { addedDays } : {}),
        }
      : null
  const asked = useLater(body)
  const preview = useQuery(seriesPreviewOptions(asked))
  const command = useCommand({ run: placeSeries, onDone: onPlaced })
  const isCurrent = preview.data !== undefined && JSON.stringify(asked) === JSON.stringify(body)
  const shown = preview.data
  const left = shown ? shown.taken + shown.refused : 0

  const moveStart = (text: string) => {
    const next = fromWallClock(text, zone)
    if (next && from && until) setEnd(toWallClock(new Date(Date.parse(until) + Date.parse(next) - Date.parse(from)), zone))
    const day = text.slice(0, 10)
    if (day !== firstDay && values.weekdays.length === 1) setValues({ ...values, weekdays: [weekdayOf(day)] })
    setStart(text)
  }
  const submit = (take: 'all' | 'possible') => {
    if (asked && shown && isCurrent)
      command.mutate({ ...asked, take, quotedTotal: shown.total, ...(project.trim() ? { project: project.trim() } : {}) })
  }
  return (
    <div className="form">
      <ProblemSummary error={command.error ?? preview.error} />
      <div className="form-pair">
        <DateTimeField
          label={t('series.start')}
          value={start}
          stepMinutes={rules.stepMinutes}
          onChange={({ target }) => moveStart(target.value)}
        />
        <DateTimeField
          label={t('series.end')}
          value={end}
          stepMinutes={rules.stepMinutes}
          onChange={({ target }) => setEnd(target.value)}
        />
      </div>
      <RuleFields values={values} onChange={setValues} />
      <AddDay firstDay={firstDay} days={addedDays} onChange={setAddedDays} />
      <TextField label={t('project')} value={project} maxLength={200} onChange={({ target }) => setProject(target.value)} />
      <section aria-live="polite" className="stack" style={{ gap: 12 }}>
        {shown?.problems.map((problem) => (
          <p key={problem.code} className="notice notice-warn">
            {problem.message}
          </p>
        ))}
        {shown && shown.occurrences.length > 0 && (
          <>
            <div className="row sb wrap g8">
              <h3 className="h3">{t('series.uses', { count: shown.occurrences.length })}</h3>
              <span className="m t2">{t('series.counts', { free: shown.free, taken: shown.taken, refused: shown.refused })}</span>
            </div>
            <SeriesTable
              occurrences={shown.occurrences}
              zone={zone}
              excludedDays={excludedDays}
              onExclude={(day) => setExcludedDays([...excludedDays, day].sort())}
              onRestore={(day) => setExcludedDays(excludedDays.filter((other) => other !== day))}
            />
            {shown.request && <p className="notice">{t('series.request', { until: format.instant(shown.request.decideUntil, zone) })}</p>}
          </>
        )}
      </section>
      {shown && shown.problems.length === 0 && (
        <div className="row sb wrap g12">
          <div>
            <div className="s t3">{t('series.total')}</div>
            <div className="b" style={{ fontSize: 20, lineHeight: '28px' }}>
              {shown.free === 0 ? '—' : format.price(shown.total)}
            </div>
          </div>
          {shown.free === 0 ? (
            <p className="m t2">{t('series.none')}</p>
          ) : (
            <Button kind="primary" isBusy={command.isPending || !isCurrent} onClick={() => submit(left === 0 ? 'all' : 'possible')}>
              {left === 0 ? t('series.bookAll', { count: shown.free }) : t('series.bookPossible', { count: shown.free, left })}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function RuleFields({ values, onChange }: { values: RuleValues; onChange: (values: RuleValues) => void }) {
  const { t } = useTranslation('plans')
  const set = (change: Partial<RuleValues>) => onChange({ ...values, ...change })
  return (
    <>
      <div>
        <div className="field-label">{t('series.repeat')}</div>
        <Segmented
          label={t('series.repeat')}
          value={values.frequency}
          onPick={(frequency: Repeat) => set({ frequency })}
          options={(['DAILY', 'WEEKLY', 'MONTHLY'] as const).map((value) => ({ value, label: t(`series.frequency.${value}`) }))}
        />
      </div>
      <div className="form-pair">
        <TextField
          label={t(`series.interval.${values.frequency}`)}
          type="number"
          inputMode="numeric"
          min={1}
          max={99}
          value={values.interval}
          onChange={({ target }) => set({ interval: target.value })}
        />
        {values.frequency === 'MONTHLY' && (
          <SelectField
            label={t('series.monthly')}
            value={values.monthly}
            onPick={(monthly) => set({ monthly })}
            options={[
              { value: 'day', label: t('series.monthlyDay') },
              { value: 'weekday', label: t('series.monthlyWeekday') },
            ]}
          />
        )}
      </div>
      {values.frequency === 'WEEKLY' && (
        <WeekdayPicker label={t('series.weekdays')} days={values.weekdays} onChange={(weekdays) => set({ weekdays })} />
      )}
      <div className="form-pair">
        <SelectField
          label={t('series.ends')}
          value={values.ends}
          onPick={(ends) => set({ ends })}
          options={[
            { value: 'count', label: t('series.endsCount') },
            { value: 'until', label: t('series.endsUntil') },
          ]}
        />
        {values.ends === 'count' ? (
          <TextField
            label={t('series.count')}
            type="number"
            inputMode="numeric"
            min={1}
            max={60}
            value={values.count}
            onChange={({ target }) => set({ count: target.value })}
          />
        ) : (
          <DateField label={t('series.until')} value={values.untilDay} onChange={({ target }) => set({ untilDay: target.value })} />
        )}
      </div>
    </>
  )
}

function AddDay({ firstDay, days, onChange }: { firstDay: string; days: readonly string[]; onChange: (days: string[]) => void }) {
  const { t } = useTranslation('plans')
  const [day, setDay] = useState('')
  return (
    <div className="row g8 wrap" style={{ alignItems: 'flex-end' }}>
      <DateField label={t('series.addDay')} value={day} min={firstDay} onChange={({ target }) => setDay(target.value)} />
      <Button
        disabled={day < firstDay || days.includes(day)}
        onClick={() => {
          onChange([...days, day].sort())
          setDay('')
        }}
      >
        {t('series.add')}
      </Button>
      {days.map((added) => (
        <Button
          key={added}
          size="sm"
          aria-label={t('series.takeOut', { day: added })}
          onClick={() => onChange(days.filter((other) => other !== added))}
        >
          {added} ×
        </Button>
      ))}
    </div>
  )
}
