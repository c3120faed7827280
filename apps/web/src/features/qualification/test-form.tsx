import { type KnowledgeTest, KnowledgeTestEntry } from '@jiju/booking/contract/tests'
import { LEVELS, type Level } from '@jiju/booking/core/qualification/levels'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { saveTest } from './calls.ts'
import { InstrumentPicker } from './instrument-picker.tsx'
import { QuestionFields } from './question-fields.tsx'

const numberOrNull = (text: string) => (text.trim() === '' ? null : Number(text))
const EMPTY_QUESTION: KnowledgeTestEntry['questions'][number] = { text: '', options: ['', ''], correct: [0], isMultiple: false }

/** Writes a test, or the draft of its next version. */
export function TestForm({ test, onDone }: { test: KnowledgeTest | null; onDone: (test: KnowledgeTest) => void }) {
  const { t } = useTranslation('qualification')
  const command = useCommand({
    run: saveTest,
    onDone: (saved) => {
      toast(t('test.saved'))
      onDone(saved)
    },
  })
  const form = useForm({
    initial: {
      title: test?.title ?? '',
      intro: test?.intro ?? '',
      questions: test?.questions ?? [EMPTY_QUESTION],
      passPercent: String(test?.passPercent ?? 80),
      attemptLimit: String(test ? (test.attemptLimit ?? '') : 3),
      pauseHours: String(test?.pauseHours ?? 24),
      isShuffled: test?.isShuffled ?? true,
      grantsLevel: String(test?.grantsLevel ?? ''),
      resourceIds: test?.resourceIds ?? [],
      validityMonths: String(test?.validityMonths ?? ''),
    },
    schema: KnowledgeTestEntry,
    toInput: (values): KnowledgeTestEntry => ({
      title: values.title,
      intro: values.intro.trim() || null,
      questions: values.questions,
      passPercent: Number(values.passPercent),
      attemptLimit: numberOrNull(values.attemptLimit),
      pauseHours: Number(values.pauseHours),
      isShuffled: values.isShuffled,
      grantsLevel: numberOrNull(values.grantsLevel) as Level | null,
      resourceIds: values.grantsLevel === '' ? [] : values.resourceIds,
      validityMonths: numberOrNull(values.validityMonths),
    }),
    onSend: (body) => command.mutate({ target: test, body }),
  })
  const { values } = form
  return (
    <form className="form form-wide" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1).replaceAll('/', '.'))} />
      <div className="panel panel-body stack">
        <TextField {...form.field('title')} label={t('test.title')} maxLength={100} />
        <TextArea {...form.field('intro')} label={t('test.intro')} rows={2} maxLength={2000} />
        <div className="form-pair">
          <UnitField {...form.field('passPercent')} label={t('test.passPercent')} unit="%" inputMode="numeric" />
          <UnitField
            {...form.field('attemptLimit')}
            label={t('test.attemptLimit')}
            unit={t('test.times')}
            hint={t('test.noLimit')}
            inputMode="numeric"
          />
          <UnitField {...form.field('pauseHours')} label={t('test.pauseHours')} unit={t('test.hours')} inputMode="numeric" />
        </div>
        <Check isChecked={values.isShuffled} onChange={(isShuffled) => form.set({ isShuffled })}>
          {t('test.shuffled')}
        </Check>
        <SelectField
          label={t('test.grants')}
          value={values.grantsLevel}
          options={[
            { value: '', label: t('test.onlyOpens') },
            ...LEVELS.map((value) => ({ value: String(value), label: t(`levels.${value}`) })),
          ]}
          onPick={(grantsLevel) => form.set({ grantsLevel })}
        />
        {values.grantsLevel !== '' && (
          <>
            <InstrumentPicker
              id={form.idOf('resourceIds')}
              chosen={values.resourceIds}
              error={form.errorOf('resourceIds')}
              onPick={(resourceIds) => form.set({ resourceIds })}
            />
            <UnitField
              {...form.field('validityMonths')}
              label={t('rule.validity')}
              unit={t('rule.months')}
              hint={t('test.validityHint')}
              inputMode="numeric"
            />
          </>
        )}
      </div>
      {values.questions.map((question, index) => (
        <QuestionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: questions have no name but their place.
          key={index}
          index={index}
          question={question}
          errors={form.errors}
          idOf={form.idOf}
          onChange={(changed) => form.set({ questions: values.questions.with(index, changed) })}
          onRemove={
            values.questions.length > 1 ? () => form.set({ questions: values.questions.filter((_, other) => other !== index) }) : undefined
          }
        />
      ))}
      <div className="row g8 wrap">
        <Button onClick={() => form.set({ questions: [...values.questions, EMPTY_QUESTION] })}>{t('test.addQuestion')}</Button>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('test.save')}
        </Button>
      </div>
    </form>
  )
}
