import { PlanTraining, type Training } from '@jiju/booking/contract/trainings'
import { LEVELS, type Level } from '@jiju/booking/core/qualification/levels'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { REGION_ZONE } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { fromWallClock, toWallClock } from '../../lib/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { DateTimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { planTraining, testsOptions } from './calls.ts'
import { InstrumentPicker } from './instrument-picker.tsx'

const DAY_MS = 86_400_000

/** Announces a session; its instruments can be kept free for it. */
export function TrainingForm({ now, onDone }: { now: Date; onDone: (training: Training) => void }) {
  const { t } = useTranslation('qualification')
  const tests = (useQuery(testsOptions).data ?? []).filter((test) => test.publishedNumber !== null && !test.isRetired)
  const command = useCommand({
    run: planTraining,
    onDone: (training) => {
      toast(t('training.planned'))
      onDone(training)
    },
  })
  const day = toWallClock(new Date(now.getTime() + 7 * DAY_MS), REGION_ZONE).slice(0, 10)
  const form = useForm({
    initial: {
      title: '',
      description: '',
      location: '',
      level: 2 as Level,
      start: `${day}T09:00`,
      end: `${day}T11:00`,
      places: '4',
      fee: '0',
      testId: '',
      resourceIds: [] as string[],
      takesInstruments: true,
    },
    schema: PlanTraining,
    toInput: (values): PlanTraining => ({
      title: values.title,
      description: values.description.trim() || null,
      location: values.location,
      level: values.level,
      start: fromWallClock(values.start, REGION_ZONE) ?? '',
      end: fromWallClock(values.end, REGION_ZONE) ?? '',
      places: Number(values.places),
      fee: values.fee.trim(),
      testId: values.testId || null,
      resourceIds: values.resourceIds,
      takesInstruments: values.takesInstruments,
    }),
    onSend: (body) => command.mutate(body),
  })
  const { values } = form
  return (
    <div className="panel panel-body">
      <form className="form" {...form.form}>
        <FormErrors errors={form.errors} idOf={form.idOf} />
        <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
        <TextField {...form.field('title')} label={t('training.title')} maxLength={100} />
        <InstrumentPicker
          id={form.idOf('resourceIds')}
          chosen={values.resourceIds}
          error={form.errorOf('resourceIds')}
          onPick={(resourceIds) => form.set({ resourceIds })}
        />
        <SelectField
          label={t('training.grants')}
          value={String(values.level)}
          options={LEVELS.map((value) => ({ value: String(value), label: t(`levels.${value}`) }))}
          onPick={(value) => form.set({ level: Number(value) as Level })}
        />
        <div className="form-pair">
          <DateTimeField {...form.field('start')} label={t('training.start')} stepMinutes={30} />
          <DateTimeField {...form.field('end')} label={t('training.end')} stepMinutes={30} />
        </div>
        <Check isChecked={values.takesInstruments} onChange={(takesInstruments) => form.set({ takesInstruments })}>
          {t('training.takes')}
        </Check>
        <TextField {...form.field('location')} label={t('training.location')} maxLength={200} />
        <div className="form-pair">
          <UnitField {...form.field('places')} label={t('training.places')} unit={t('training.people')} inputMode="numeric" />
          <UnitField {...form.field('fee')} label={t('training.fee')} unit={t('yuan')} hint={t('training.feeHint')} inputMode="decimal" />
        </div>
        <SelectField
          label={t('training.test')}
          value={values.testId}
          options={[{ value: '', label: t('training.noTest') }, ...tests.map((test) => ({ value: test.id, label: test.title }))]}
          onPick={(testId) => form.set({ testId })}
        />
        <TextArea {...form.field('description')} label={t('training.description')} rows={3} maxLength={2000} />
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('training.plan')}
          </Button>
        </div>
      </form>
    </div>
  )
}
