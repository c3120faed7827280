import { DeclareOutage, type Outage, type PreviewOutage } from '@jiju/booking/contract/outages'
import { OFF_DAY_RULES } from '@jiju/booking/core/outages/recurrence'
import { OUTAGE_TYPES } from '@jiju/booking/core/outages/vocabulary'
import { useTranslation } from 'react-i18next'
import { REGION_ZONE } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { fromWallClock, toWallClock } from '../../lib/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { DateField, DateTimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { declareOutage } from './calls.ts'
import { EffectPreview } from './effect-preview.tsx'
import { ResourcePicker } from './resource-picker.tsx'
import { UnitPicker } from './unit-picker.tsx'

const HOUR_MS = 3_600_000

type Repeat = 'none' | 'week' | 'month'

/** Declares an outage; what it would do to bookings stands beside the form before it happens. */
export function OutageForm({
  resourceIds,
  faultReportId,
  now,
  onDone,
}: {
  resourceIds: readonly string[]
  faultReportId: string | undefined
  now: Date
  onDone: (outage: Outage) => void
}) {
  const { t } = useTranslation('outages')
  const command = useCommand({
    run: declareOutage,
    onDone: ({ items }) => {
      toast(t('form.done'))
      if (items[0]) onDone(items[0])
    },
  })
  const form = useForm({
    initial: {
      resourceIds: [...resourceIds],
      units: [] as number[],
      type: (faultReportId ? 'fault' : 'maintenance') as (typeof OUTAGE_TYPES)[number],
      begin: (faultReportId ? 'now' : 'later') as 'now' | 'later',
      start: toWallClock(new Date(Math.ceil((now.getTime() + 24 * HOUR_MS) / HOUR_MS) * HOUR_MS), REGION_ZONE),
      end: toWallClock(new Date(Math.ceil((now.getTime() + 28 * HOUR_MS) / HOUR_MS) * HOUR_MS), REGION_ZONE),
      reason: '',
      note: '',
      repeat: 'none' as Repeat,
      every: '1',
      until: '',
      offDays: 'next_working_day' as (typeof OFF_DAY_RULES)[number],
    },
    schema: DeclareOutage,
    toInput: (values): DeclareOutage => ({
      ...windowOf(values),
      type: values.type,
      reason: values.reason,
      ...(values.note.trim() ? { note: values.note.trim() } : {}),
      ...(faultReportId ? { faultReportId } : {}),
    }),
    extra: (values): Record<string, string> => (values.resourceIds.length === 0 ? { resourceIds: t('form.pickResource') } : {}),
    onSend: (body) => command.mutate(body),
  })
  const { values } = form
  const wish = windowOf(values)
  const isComplete =
    wish.resourceIds.length > 0 && wish.end !== '' && wish.start !== '' && (values.repeat === 'none' || values.until !== '')
  return (
    <div className="two-columns">
      <div className="panel panel-body">
        <form className="form" {...form.form}>
          <FormErrors errors={form.errors} idOf={form.idOf} />
          <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
          <ResourcePicker
            id={form.idOf('resourceIds')}
            chosen={values.resourceIds}
            error={form.errorOf('resourceIds')}
            onPick={(next) => form.set({ resourceIds: next, units: [] })}
          />
          <UnitPicker
            id={form.idOf('units')}
            resourceIds={values.resourceIds}
            chosen={values.units}
            onPick={(units) => form.set({ units })}
          />
          <SelectField
            id={form.idOf('type')}
            label={t('form.type')}
            value={values.type}
            options={OUTAGE_TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))}
            onPick={(type) => form.set({ type })}
          />
          <div>
            <div className="field-label">{t('form.begin')}</div>
            <Segmented
              label={t('form.begin')}
              isWide
              value={values.begin}
              options={[
                { value: 'now', label: t('form.beginNow') },
                { value: 'later', label: t('form.beginLater') },
              ]}
              onPick={(begin) => form.set(begin === 'now' ? { begin, repeat: 'none' } : { begin })}
            />
          </div>
          <div className="form-pair">
            {values.begin === 'later' && <DateTimeField {...form.field('start')} label={t('form.start')} stepMinutes={30} />}
            <DateTimeField {...form.field('end')} label={t('form.end')} hint={t('form.endHint')} stepMinutes={30} />
          </div>
          <TextField {...form.field('reason')} label={t('form.reason')} hint={t('form.reasonHint')} maxLength={200} />
          <TextArea {...form.field('note')} label={t('form.note')} hint={t('form.optional')} rows={2} maxLength={1000} />
          {values.begin === 'later' && (
            <>
              <SelectField
                label={t('form.repeat')}
                value={values.repeat}
                options={[
                  { value: 'none', label: t('form.repeatNone') },
                  { value: 'week', label: t('form.repeatWeek') },
                  { value: 'month', label: t('form.repeatMonth') },
                ]}
                onPick={(repeat) => form.set({ repeat })}
              />
              {values.repeat !== 'none' && (
                <>
                  <div className="form-pair">
                    <UnitField
                      {...form.field('every')}
                      label={t('form.every')}
                      unit={values.repeat === 'week' ? t('form.weeks') : t('form.months')}
                      inputMode="numeric"
                    />
                    <DateField {...form.field('until')} label={t('form.until')} min={values.start.slice(0, 10)} />
                  </div>
                  <SelectField
                    label={t('form.offDays')}
                    value={values.offDays}
                    options={OFF_DAY_RULES.map((rule) => ({ value: rule, label: t(`form.offDay.${rule}`) }))}
                    onPick={(offDays) => form.set({ offDays })}
                  />
                </>
              )}
            </>
          )}
          <div>
            <Button kind="primary" type="submit" isBusy={command.isPending}>
              {t('form.submit')}
            </Button>
          </div>
        </form>
      </div>
      <EffectPreview wish={isComplete ? wish : null} />
    </div>
  )
}

function windowOf(values: {
  resourceIds: string[]
  units: number[]
  begin: 'now' | 'later'
  start: string
  end: string
  repeat: Repeat
  every: string
  until: string
  offDays: (typeof OFF_DAY_RULES)[number]
}): PreviewOutage {
  return {
    resourceIds: values.resourceIds,
    ...(values.units.length > 0 ? { units: values.units } : {}),
    ...(values.begin === 'later' ? { start: fromWallClock(values.start, REGION_ZONE) ?? '' } : {}),
    end: fromWallClock(values.end, REGION_ZONE) ?? '',
    ...(values.repeat === 'none'
      ? {}
      : { recurrence: { unit: values.repeat, every: Number(values.every) || 1, until: values.until, offDays: values.offDays } }),
  }
}
