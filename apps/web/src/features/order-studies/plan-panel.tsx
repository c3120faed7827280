import { type Study, type StudyPlanContent, WriteStudyPlan } from '@jiju/orders/contract/studies'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { writeStudyPlan } from './calls.ts'
import { StepButton } from './step-button.tsx'

const FIELDS = ['purpose', 'testItem', 'referenceItem', 'testSystem', 'design', 'guidelines'] as const
type Changed = { study: Study; onChanged: (next: Study) => void }

/** The plan and its amendments with both signatures; what is signed stays as it is. */
export function StudyPlanPanel({ study, onChanged }: Changed) {
  const { t } = useTranslation('order-studies')
  const format = useFormat()
  const isDirector = study.duties.includes('director')
  const last = study.plans.at(-1)
  const mayWrite = isDirector && (study.state === 'planning' || study.state === 'running') && last?.state !== 'signed'
  const [isWriting, setWriting] = useState(false)
  return (
    <Panel
      title={t('plan.title')}
      note={t('plan.note')}
      extra={
        <>
          {isDirector && last?.state === 'draft' && <StepButton study={study} step="sign" onChanged={onChanged} />}
          {study.duties.includes('sponsor') && last?.state === 'signed' && (
            <StepButton study={study} step="sponsor-sign" onChanged={onChanged} />
          )}
          {mayWrite && !isWriting && (
            <Button size="sm" onClick={() => setWriting(true)}>
              {t(last?.state === 'in_force' ? 'plan.amend' : 'plan.write')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack-24">
        {study.plans.length === 0 && !isWriting && <p className="t3">{t('plan.empty')}</p>}
        {[...study.plans].reverse().map((plan, index) => (
          <details key={plan.id} open={index === 0}>
            <summary>
              {plan.number === 0 ? t('plan.number0') : t('plan.amendment', { number: plan.number })}{' '}
              <Tag kind={plan.state === 'in_force' ? 'ok' : 'warn'}>{t(`plan.state.${plan.state}`)}</Tag>
            </summary>
            <dl className="kv" style={{ marginTop: 8 }}>
              {plan.reason && (
                <>
                  <dt>{t('plan.reason')}</dt>
                  <dd className="pre">{plan.reason}</dd>
                </>
              )}
              {FIELDS.map((field) => (
                <FieldRow key={field} label={t(`plan.${field}`)} text={plan.content[field]} />
              ))}
              <dt>{t('plan.days')}</dt>
              <dd>{format.dayRange(plan.content.startsOn, plan.content.endsOn)}</dd>
              <dt>{t('plan.director')}</dt>
              <dd>{plan.directorSignedAt ? `${plan.directorSignedByName} ${format.stamp(plan.directorSignedAt)}` : t('plan.unsigned')}</dd>
              <dt>{t('plan.sponsor')}</dt>
              <dd>{plan.sponsorSignedAt ? `${plan.sponsorSignedByName} ${format.stamp(plan.sponsorSignedAt)}` : t('plan.unsigned')}</dd>
            </dl>
          </details>
        ))}
        {isWriting && (
          <PlanForm
            study={study}
            onCancel={() => setWriting(false)}
            onChanged={(next) => {
              setWriting(false)
              onChanged(next)
            }}
          />
        )}
      </div>
    </Panel>
  )
}

function FieldRow({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="pre">{text || '—'}</dd>
    </>
  )
}

type Values = Omit<StudyPlanContent, 'phases'> & { reason: string; phases: StudyPlanContent['phases'] }
const EMPTY_PHASE = { name: '', from: '', to: '' }

function PlanForm({ study, onChanged, onCancel }: Changed & { onCancel: () => void }) {
  const { t } = useTranslation('order-studies')
  const before = study.plans.at(-1)
  const isAmendment = study.plans.some(({ state }) => state === 'in_force')
  const initial: Values = before
    ? { ...before.content, reason: before.state === 'draft' ? (before.reason ?? '') : '' }
    : {
        purpose: '',
        testItem: '',
        referenceItem: '',
        testSystem: '',
        design: '',
        guidelines: '',
        startsOn: '',
        endsOn: '',
        phases: [EMPTY_PHASE],
        reason: '',
      }
  const command = useCommand({ run: writeStudyPlan, onDone: onChanged })
  const form = useForm({
    initial,
    schema: WriteStudyPlan,
    toInput: ({ reason, ...content }: Values): WriteStudyPlan => ({ content, ...(reason.trim() ? { reason: reason.trim() } : {}) }),
    extra: ({ reason }): Record<string, string> => (isAmendment && !reason.trim() ? { reason: t('plan.reasonMissing') } : {}),
    onSend: (body) => command.mutate({ study, body }),
  })
  const named = (name: keyof Values) => ({ ...form.field(name), error: form.errorOf(`content.${name}`) ?? form.errorOf(name) })
  const setPhase = (index: number, change: Partial<typeof EMPTY_PHASE>) =>
    form.set({ phases: form.values.phases.map((phase, at) => (at === index ? { ...phase, ...change } : phase)) })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={(name) => form.idOf(name.replace('content.', ''))} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.split('/').at(-1) ?? '')} />
      {isAmendment && <TextArea {...named('reason')} label={t('plan.reason')} rows={2} maxLength={2000} />}
      {FIELDS.map((field) => (
        <TextArea
          key={field}
          {...named(field)}
          label={t(`plan.${field}`)}
          hint={field === 'referenceItem' ? t('optional') : undefined}
          rows={2}
          maxLength={4000}
        />
      ))}
      <div className="form-pair">
        <DateField {...named('startsOn')} label={t('plan.startsOn')} />
        <DateField {...named('endsOn')} label={t('plan.endsOn')} />
      </div>
      <fieldset className="form-group">
        <legend className="field-label">{t('phase.title')}</legend>
        {form.values.phases.map((phase, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: phases are only added behind each other.
          <div className="form-pair" key={index}>
            <TextField
              label={t('phase.name')}
              value={phase.name}
              maxLength={200}
              onChange={({ target }) => setPhase(index, { name: target.value })}
            />
            <DateField label={t('phase.from')} value={phase.from} onChange={({ target }) => setPhase(index, { from: target.value })} />
            <DateField label={t('phase.to')} value={phase.to} onChange={({ target }) => setPhase(index, { to: target.value })} />
          </div>
        ))}
        <div>
          <Button size="sm" onClick={() => form.set({ phases: [...form.values.phases, EMPTY_PHASE] })}>
            {t('phase.add')}
          </Button>
        </div>
      </fieldset>
      <div className="row g8">
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('plan.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
