import { type Calendar, EditCalendar } from '@jiju/booking/contract/calendars'
import { CONFIRMATIONS, OPERATIONS, type Operation, STEP_MINUTES } from '@jiju/booking/core/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RequestProblem } from '../../lib/problem.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { readRules, saveRules } from './calls.ts'

/** How one resource is booked: grid, limits, buffers, cancellation. Existing bookings keep what they were placed with. */
export function RulesPanel({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation('calendar')
  const query = useQuery({ queryKey: ['booking-rules', resourceId], queryFn: () => readRules(resourceId), staleTime: 0, retry: false })
  if (query.error instanceof RequestProblem && query.error.status === 404)
    return (
      <Panel title={t('rules.title')}>
        <p className="t2">{t('rules.notBookable')}</p>
      </Panel>
    )
  return (
    <Panel title={t('rules.title')}>
      <QueryView query={query}>{({ data }) => <RulesForm key={data.version} calendar={data} />}</QueryView>
    </Panel>
  )
}

const NUMBERS = [
  ['billingStepMinutes', 'billingStep', 'minutes'],
  ['minMinutes', 'min', 'minutes'],
  ['maxMinutes', 'max', 'minutes'],
  ['bufferBeforeMinutes', 'before', 'minutes'],
  ['bufferAfterMinutes', 'after', 'minutes'],
  ['minNoticeMinutes', 'notice', 'minutes'],
  ['horizonDays', 'horizon', 'days'],
  ['freeCancelHours', 'freeCancel', 'hours'],
  ['lateCancelPercent', 'lateCancel', 'percent'],
] as const

type NumberName = (typeof NUMBERS)[number][0]

const LIMITS = [
  ['personWeekHours', 'personWeek', 'hours'],
  ['organisationWeekHours', 'organisationWeek', 'hours'],
  ['openBookings', 'openBookings', 'bookings'],
  ['aheadHours', 'ahead', 'hours'],
] as const

const numberOf = (text: string) => (text.trim() === '' ? null : Number(text))

function RulesForm({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation('calendar')
  const { t: word } = useTranslation('bookings')
  const client = useQueryClient()
  const mayEdit = useAccess('booking.calendar.edit')
  const command = useCommand({
    run: saveRules,
    onDone: async () => {
      toast(t('rules.saved'))
      await client.invalidateQueries({ queryKey: ['booking-rules', calendar.resourceId] })
    },
  })
  const numbers = Object.fromEntries(NUMBERS.map(([name]) => [name, String(calendar[name])])) as Record<NumberName, string>
  const form = useForm({
    initial: {
      ...numbers,
      isAccepting: calendar.isAccepting,
      confirmation: calendar.confirmation,
      operations: calendar.operations as Operation[],
      operatorHourPrice: calendar.operatorHourPrice ?? '',
      stepMinutes: String(calendar.stepMinutes),
      decideWithinHours: String(calendar.decideWithinHours),
      capacity: String(calendar.capacity),
      includesInside: calendar.limits.includesInside,
      ...(Object.fromEntries(LIMITS.map(([name]) => [name, String(calendar.limits[name] ?? '')])) as Record<
        (typeof LIMITS)[number][0],
        string
      >),
    },
    schema: EditCalendar,
    toInput: (values) => ({
      isAccepting: values.isAccepting,
      confirmation: values.confirmation,
      operations: values.operations,
      ...(Object.fromEntries(NUMBERS.map(([name]) => [name, numberOf(values[name])])) as unknown as Record<NumberName, number>),
      operatorHourPrice: values.operatorHourPrice.trim() || null,
      stepMinutes: Number(values.stepMinutes) as EditCalendar['stepMinutes'],
      decideWithinHours: numberOf(values.decideWithinHours) as number,
      capacity: numberOf(values.capacity) as number,
      limits: {
        personWeekHours: numberOf(values.personWeekHours),
        organisationWeekHours: numberOf(values.organisationWeekHours),
        openBookings: numberOf(values.openBookings),
        aheadHours: numberOf(values.aheadHours),
        includesInside: values.includesInside,
      },
    }),
    onSend: (body) => command.mutate({ resourceId: calendar.resourceId, version: calendar.version, body }),
  })
  const { values } = form
  return (
    <form className="form form-wide" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <fieldset className="form-group" disabled={!mayEdit} aria-label={t('rules.title')}>
        <Check isChecked={values.isAccepting} onChange={(isAccepting) => form.set({ isAccepting })}>
          {t('rules.accepting')}
        </Check>
        <div className="form-pair">
          <SelectField
            label={t('rules.confirmation')}
            value={values.confirmation}
            options={CONFIRMATIONS.map((value) => ({ value, label: t(`rules.confirmationOption.${value}`) }))}
            onPick={(confirmation) => form.set({ confirmation })}
          />
          <SelectField
            label={t('rules.step')}
            value={values.stepMinutes}
            options={STEP_MINUTES.map((value) => ({ value: String(value), label: `${value} ${t('rules.minutes')}` }))}
            onPick={(stepMinutes) => form.set({ stepMinutes })}
          />
        </div>
        <div>
          <div className="field-label">{t('rules.operations')}</div>
          <div className="row g16 wrap">
            {OPERATIONS.map((operation) => (
              <Check
                key={operation}
                isChecked={values.operations.includes(operation)}
                onChange={(isOn) =>
                  form.set({ operations: OPERATIONS.filter((each) => (each === operation ? isOn : values.operations.includes(each))) })
                }
              >
                {word(`operation.${operation}`)}
              </Check>
            ))}
          </div>
        </div>
        <div className="form-pair">
          {NUMBERS.map(([name, label, unit]) => (
            <UnitField
              key={name}
              {...form.field(name)}
              label={t(`rules.${label}`)}
              unit={unit === 'percent' ? '%' : t(`rules.${unit}`)}
              inputMode="numeric"
              hint={name === 'freeCancelHours' ? t('rules.freeCancelHint') : undefined}
            />
          ))}
          <UnitField
            {...form.field('operatorHourPrice')}
            label={t('rules.operatorPrice')}
            hint={t('rules.operatorPriceHint')}
            unit={t('rules.yuanPerHour')}
            inputMode="decimal"
          />
          {values.confirmation === 'approval' && (
            <UnitField
              {...form.field('decideWithinHours')}
              label={t('rules.decideWithin')}
              hint={t('rules.decideWithinHint')}
              unit={t('rules.hours')}
              inputMode="numeric"
            />
          )}
          <UnitField
            {...form.field('capacity')}
            label={t('rules.capacity')}
            hint={t('rules.capacityHint')}
            unit={t('rules.units')}
            inputMode="numeric"
          />
        </div>
        <h3 className="h3">{t('rules.shares')}</h3>
        <p className="s t3">{t('rules.sharesNote')}</p>
        <div className="form-pair">
          {LIMITS.map(([name, label, unit]) => (
            <UnitField
              key={name}
              {...form.field(name)}
              error={form.errorOf(`limits.${name}`)}
              label={t(`rules.${label}`)}
              unit={t(`rules.${unit}`)}
              inputMode="numeric"
            />
          ))}
        </div>
        <Check isChecked={values.includesInside} onChange={(includesInside) => form.set({ includesInside })}>
          {t('rules.includesInside')}
        </Check>
      </fieldset>
      {mayEdit && (
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('rules.save')}
          </Button>
        </div>
      )}
    </form>
  )
}
