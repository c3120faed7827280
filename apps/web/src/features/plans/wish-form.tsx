import type { Calendar } from '@jiju/booking/contract/calendars'
import { PlaceWish, type WaitingWish } from '@jiju/booking/contract/waiting'
import { addDays } from '@jiju/kernel/local-date'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow, zonedParts } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Check, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { DateField, TimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { placeWish, similarOptions } from './calls.ts'
import { WeekdayPicker } from './weekday-picker.tsx'

/** The waiting list: days, hours of the day, how long, and which others would do. */
export function WishForm({
  rules,
  first,
  onPlaced,
}: {
  rules: Calendar
  first: { start: number; end: number } | null
  onPlaced: (wish: WaitingWish) => void
}) {
  const { t } = useTranslation('plans')
  const similar = useQuery(similarOptions(rules.resourceId))
  const [others, setOthers] = useState<readonly string[]>([])
  const command = useCommand({ run: placeWish, onDone: onPlaced })
  const today = dayNow(rules.zone)
  const day = first ? zonedParts(new Date(first.start), rules.zone).day : today
  const length = first ? (first.end - first.start) / 60_000 : Math.max(rules.minMinutes, Math.min(rules.maxMinutes, 120))
  const form = useForm({
    initial: {
      fromDay: day,
      untilDay: addDays(day, 6),
      weekdays: [1, 2, 3, 4, 5],
      from: '08:00',
      until: '20:00',
      hours: String(length / 60),
      project: '',
    },
    schema: PlaceWish,
    toInput: (values): PlaceWish => ({
      resourceIds: [rules.resourceId, ...others],
      fromDay: values.fromDay,
      untilDay: values.untilDay,
      weekdays: values.weekdays,
      fromMinute: minuteOf(values.from),
      untilMinute: minuteOf(values.until),
      minutes: Math.round(Number(values.hours) * 60),
      ...(values.project.trim() ? { project: values.project.trim() } : {}),
    }),
    onSend: (body) => command.mutate(body),
  })
  const { values } = form
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <p className="m t2">{t('wish.hint')}</p>
      <div className="form-pair">
        <DateField {...form.field('fromDay')} label={t('wish.fromDay')} min={today} />
        <DateField {...form.field('untilDay')} label={t('wish.untilDay')} min={values.fromDay} />
      </div>
      <WeekdayPicker label={t('wish.weekdays')} days={values.weekdays} onChange={(weekdays) => form.set({ weekdays })} />
      <div className="form-pair">
        <TimeField
          id={form.idOf('fromMinute')}
          error={form.errorOf('fromMinute')}
          label={t('wish.from')}
          value={values.from}
          onChange={({ target }) => form.set({ from: target.value })}
        />
        <TimeField
          id={form.idOf('untilMinute')}
          error={form.errorOf('untilMinute')}
          label={t('wish.until')}
          isEnd
          value={values.until}
          onChange={({ target }) => form.set({ until: target.value })}
        />
      </div>
      <UnitField
        {...form.field('hours')}
        id={form.idOf('minutes')}
        error={form.errorOf('minutes')}
        label={t('wish.length')}
        unit={t('wish.hours')}
        inputMode="decimal"
      />
      {(similar.data?.items.length ?? 0) > 0 && (
        <fieldset className="form-group" style={{ gap: 4 }}>
          <legend className="field-label">{t('wish.similar')}</legend>
          {similar.data?.items.slice(0, 7).map((item) => (
            <Check
              key={item.resourceId}
              isChecked={others.includes(item.resourceId)}
              onChange={(isChecked) =>
                setOthers(isChecked ? [...others, item.resourceId] : others.filter((other) => other !== item.resourceId))
              }
            >
              {currentLanguage() === 'en' && item.nameEn ? item.nameEn : item.name} <span className="t3">· {item.providerName}</span>
            </Check>
          ))}
        </fieldset>
      )}
      <TextField {...form.field('project')} label={t('project')} maxLength={200} />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('wish.submit')}
        </Button>
      </div>
    </form>
  )
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(':')
  return Number(hour) * 60 + Number(minute)
}
