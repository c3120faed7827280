import { EnterResults } from '@jiju/orders/contract/work'
import { VERDICTS, type Verdict } from '@jiju/orders/core/work/vocabulary'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { changeResult, enterResults, type Task } from './calls.ts'

type Values = {
  parameter: string
  sampleLabel: string
  value: string
  unit: string
  limitLow: string
  limitHigh: string
  limitWords: string
  basis: string
  verdict: Verdict | 'by_limits'
  reason: string
}
type Result = Task['results'][number]

const EMPTY: Values = {
  parameter: '',
  sampleLabel: '',
  value: '',
  unit: '',
  limitLow: '',
  limitHigh: '',
  limitWords: '',
  basis: '',
  verdict: 'by_limits',
  reason: '',
}

const toBody = ({ limitLow, limitHigh, verdict, reason: _, ...words }: Values): EnterResults['results'][number] => ({
  ...words,
  limitLow: limitLow.trim() || null,
  limitHigh: limitHigh.trim() || null,
  ...(verdict === 'by_limits' ? {} : { verdict }),
})

/** One figure: entered new, or changed with the reason. What is the same from one to the next stays in the form. */
export function ResultForm({ task, result, onChanged }: { task: Task; result?: Result; onChanged: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const initial: Values = result
    ? { ...result, limitLow: result.limitLow ?? '', limitHigh: result.limitHigh ?? '', verdict: 'by_limits', reason: '' }
    : EMPTY
  const done = (next: Task) => {
    toast(t('result.saved'))
    onChanged(next)
  }
  const enter = useCommand({
    run: enterResults,
    onDone: (next) => {
      form.reset({ ...form.values, parameter: '', value: '', verdict: 'by_limits' })
      done(next)
    },
  })
  const change = useCommand({ run: changeResult, onDone: done })
  const form = useForm({
    initial,
    schema: EnterResults,
    toInput: (values): EnterResults => ({ results: [toBody(values)] }),
    extra: (values): Record<string, string> => (result && !values.reason.trim() ? { reason: t('result.reasonMissing') } : {}),
    onSend: (body) => {
      const [one] = body.results
      if (!one) return
      if (result) change.mutate({ task, resultId: result.id, body: { ...one, isWithdrawn: false, reason: form.values.reason.trim() } })
      else enter.mutate({ task, body })
    },
  })
  const named = (name: keyof Values) => ({ ...form.field(name), error: form.errorOf(`results.0.${name}`) ?? form.errorOf(name) })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={(name) => form.idOf(name.replace('results.0.', ''))} />
      <ProblemSummary error={enter.error ?? change.error} idOf={(field) => form.idOf(field.split('/').at(-1) ?? '')} />
      <div className="form-pair">
        <TextField {...named('parameter')} label={t('result.parameter')} maxLength={200} autoComplete="off" />
        <TextField {...named('sampleLabel')} label={t('result.sample')} hint={t('result.sampleHint')} maxLength={60} autoComplete="off" />
      </div>
      <div className="form-pair">
        <TextField
          {...named('value')}
          label={t('result.value')}
          hint={t('result.valueHint')}
          maxLength={500}
          inputMode="text"
          autoComplete="off"
        />
        <TextField {...named('unit')} label={t('result.unit')} hint={t('optional')} maxLength={40} autoComplete="off" />
      </div>
      <div className="form-pair">
        <TextField {...named('limitLow')} label={t('result.low')} hint={t('optional')} inputMode="decimal" autoComplete="off" />
        <TextField {...named('limitHigh')} label={t('result.high')} hint={t('optional')} inputMode="decimal" autoComplete="off" />
      </div>
      <div className="form-pair">
        <TextField {...named('limitWords')} label={t('result.limitWords')} hint={t('optional')} maxLength={200} autoComplete="off" />
        <TextField {...named('basis')} label={t('result.basis')} hint={t('optional')} maxLength={300} autoComplete="off" />
      </div>
      <SelectField
        id={form.idOf('verdict')}
        label={t('result.verdict')}
        value={form.values.verdict}
        options={[
          { value: 'by_limits' as const, label: t('result.byLimits') },
          ...VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) })),
        ]}
        onPick={(verdict) => form.set({ verdict })}
      />
      {result && (
        <TextArea
          id={form.idOf('reason')}
          label={t('result.reason')}
          hint={t('result.reasonHint')}
          rows={2}
          maxLength={1000}
          value={form.values.reason}
          error={form.errorOf('reason')}
          onChange={(event) => form.set({ reason: event.target.value })}
        />
      )}
      <div>
        <Button kind="primary" type="submit" isBusy={enter.isPending || change.isPending}>
          {t(result ? 'result.change' : 'result.add')}
        </Button>
      </div>
    </form>
  )
}
