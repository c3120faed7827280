import { type SampleQueue, SubmitSamples } from '@jiju/booking/contract/samples'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccess, useMe, workspacePath } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { sampleQuoteOptions, submitSamples } from './calls.ts'

/** Samples instead of machine time: how many, when they would be done and what they cost, then one button. */
export function SubmitForm({ queue }: { queue: SampleQueue }) {
  const { t } = useTranslation(['samples', 'common'])
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { href } = useRouter().latestLocation
  const me = useMe()
  const mayPlace = useAccess('booking.reservation.place')
  const { resourceId } = queue
  const command = useCommand({
    run: submitSamples,
    onDone: async (submitted) => {
      toast(t('form.done', { day: format.day(submitted.promisedDay, submitted.zone) }))
      await client.invalidateQueries({ queryKey: ['samples'] })
      if (workspacePath(me) === '/e') await navigate({ to: '/e/samples/$id', params: { id: submitted.id } })
    },
  })
  const form = useForm({
    initial: { samples: '1', sampleKind: '', project: '', note: '' },
    schema: SubmitSamples.omit({ promisedDay: true, resourceId: true }),
    toInput: ({ samples, sampleKind, project, note }) => ({
      samples: Number(samples),
      sampleKind,
      ...(project.trim() ? { project } : {}),
      ...(note.trim() ? { note } : {}),
    }),
    onSend: (filled) => {
      if (quote.data?.promisedDay) command.mutate({ ...filled, resourceId, promisedDay: quote.data.promisedDay })
    },
  })
  const samples = Number(form.values.samples)
  const isCount = Number.isInteger(samples) && samples >= 1 && samples <= 1000
  const quote = useQuery(sampleQuoteOptions(isCount ? { resourceId, samples } : null))
  const problems = quote.data?.problems ?? []
  return (
    <form className="form" {...form.form}>
      <p className="m t2">{t('form.lead')}</p>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} />
      <UnitField {...form.field('samples')} label={t('form.samples')} unit={t('form.unit')} inputMode="numeric" />
      <dl className="kv" aria-live="polite">
        <dt>{t('form.promised')}</dt>
        <dd className="b">{quote.data?.promisedDay ? format.day(quote.data.promisedDay) : '—'}</dd>
        <dt>{t('common:price.total')}</dt>
        <dd>
          {quote.data?.total && quote.data.unitPrice
            ? t('form.price', { unit: format.money(quote.data.unitPrice), total: format.money(quote.data.total) })
            : '—'}
        </dd>
      </dl>
      {problems.length > 0 && (
        <ul className="notice notice-warn" role="status" style={{ flexDirection: 'column' }}>
          {problems.map((problem) => (
            <li key={problem.code}>{problem.message}</li>
          ))}
        </ul>
      )}
      {me?.person && mayPlace && (
        <>
          <TextField {...form.field('sampleKind')} label={t('form.kind')} hint={t('form.kindHint')} maxLength={200} />
          <TextField {...form.field('project')} label={`${t('form.project')}（${t('common:optional')}）`} maxLength={200} />
          <TextField
            {...form.field('note')}
            label={`${t('form.note')}（${t('common:optional')}）`}
            hint={t('form.noteHint')}
            maxLength={1000}
          />
          <Button
            kind="primary"
            isBlock
            type="submit"
            isBusy={command.isPending}
            disabled={problems.length > 0 || !quote.data?.promisedDay}
          >
            {t('form.submit')}
          </Button>
        </>
      )}
      {me && !me.person && (
        <ButtonLink to="/signin" search={{ next: href }} kind="primary" isBlock>
          {t('form.signIn')}
        </ButtonLink>
      )}
      <p className="s t3">{t('form.waiting', { count: queue.waitingSamples })}</p>
    </form>
  )
}
