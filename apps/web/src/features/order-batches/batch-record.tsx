import type { Batch } from '@jiju/orders/contract/batches'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag, type TagKind } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { decideBatch, finishBatch, recordStep, witnessStep } from './calls.ts'

const LOOKS: Readonly<Record<Batch['state'], TagKind>> = { running: 'accent', made: 'warn', released: 'ok', rejected: 'bad' }
type Step = Batch['steps'][number]
type Changed = { batch: Batch; onChanged: () => void }

/** A batch from its first step to its release. */
export function BatchRecord({ batch, onChanged }: Changed) {
  const { t } = useTranslation('order-batches')
  const format = useFormat()
  const next = batch.steps.find(({ doneByName }) => doneByName === null)
  const isMade = batch.state === 'running' && next === undefined
  return (
    <Panel
      title={t('record.title', { number: batch.number })}
      note={t('record.recipe', { name: batch.recipeName, code: batch.recipeCode, version: batch.recipeVersion })}
      extra={<Tag kind={LOOKS[batch.state]}>{t(`state.${batch.state}`)}</Tag>}
    >
      <div className="stack-24">
        <dl className="kv">
          <dt>{t('record.planned')}</dt>
          <dd>
            {batch.plannedSize} {batch.sizeUnit}
          </dd>
          {batch.yieldSize && (
            <>
              <dt>{t('record.yield')}</dt>
              <dd>
                {batch.yieldSize} {batch.sizeUnit} · {batch.yieldPercent}%
              </dd>
            </>
          )}
          <dt>{t('record.outside')}</dt>
          <dd className={batch.outside > 0 ? 'bad' : ''}>{t('record.checks', { count: batch.outside })}</dd>
          <dt>{t('record.begun')}</dt>
          <dd>
            {batch.begunByName} {format.stamp(batch.begunAt)}
          </dd>
          {batch.decidedAt && (
            <>
              <dt>{t(`record.${batch.state as 'released'}`)}</dt>
              <dd className="pre">
                {batch.decidedByName} {format.stamp(batch.decidedAt)} · {batch.decisionWords}
              </dd>
            </>
          )}
        </dl>
        <ol className="plain stack-24">
          {batch.steps.map((step) => (
            <li key={step.position} className="stack">
              <StepView
                batch={batch}
                step={step}
                isNext={step.position === next?.position && batch.state === 'running'}
                onChanged={onChanged}
              />
            </li>
          ))}
        </ol>
        {isMade && <FinishForm batch={batch} onChanged={onChanged} />}
        {batch.state === 'made' && <DecideForm batch={batch} onChanged={onChanged} />}
      </div>
    </Panel>
  )
}

function StepView({ batch, step, isNext, onChanged }: Changed & { step: Step; isNext: boolean }) {
  const { t } = useTranslation('order-batches')
  const format = useFormat()
  const mayWork = useAccess('orders.batch.work')
  const witness = useCommand({ run: witnessStep, onDone: onChanged })
  return (
    <>
      <div className="row g8 wrap">
        <h3 className="h2">
          {step.position}. {step.title}
        </h3>
        {step.doneByName && <Tag kind="ok">{t('step.done')}</Tag>}
        {step.witnessedByName && <Tag kind="line">{t('step.witnessed', { name: step.witnessedByName })}</Tag>}
      </div>
      {step.instruction && <p className="t2 pre">{step.instruction}</p>}
      {step.checks.some(({ value }) => value !== null) && (
        <ul className="plain">
          {step.checks.map((check) => (
            <li key={check.parameter}>
              {format.said(check.parameter, check.value ?? '—')} {check.unit} <span className="s t3">{limitOf(check)}</span>{' '}
              {check.isWithin !== null && (
                <Tag kind={check.isWithin ? 'ok' : 'bad'}>{t(check.isWithin ? 'check.within' : 'check.outside')}</Tag>
              )}
              {check.earlier.map((one) => (
                <div key={one.enteredAt} className="s t3">
                  {t('check.was', { value: one.value, name: one.enteredByName, at: format.stamp(one.enteredAt) })}
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
      {step.words && <p className="pre">{step.words}</p>}
      {step.doneAt && (
        <div className="s t3">
          {step.doneByName} {format.stamp(step.doneAt)}
        </div>
      )}
      <ProblemSummary error={witness.error} />
      {mayWork && step.mayWitness && (
        <div>
          <Button size="sm" isBusy={witness.isPending} onClick={() => witness.mutate({ batch, position: step.position })}>
            {t('step.witness')}
          </Button>
        </div>
      )}
      {mayWork && isNext && <StepForm batch={batch} step={step} onChanged={onChanged} />}
    </>
  )
}

function limitOf({ low, high }: { low: string | null; high: string | null }): string {
  if (low !== null && high !== null) return `${low}—${high}`
  return high !== null ? `≤ ${high}` : low !== null ? `≥ ${low}` : ''
}

function StepForm({ batch, step, onChanged }: Changed & { step: Step }) {
  const { t } = useTranslation('order-batches')
  const [values, setValues] = useState<Record<string, string>>({})
  const [reason, setReason] = useState('')
  const [words, setWords] = useState(step.words)
  const command = useCommand({ run: recordStep, onDone: onChanged })
  const isChange = step.checks.some(({ parameter, value }) => value !== null && values[parameter]?.trim())
  const send = (isDone: boolean) =>
    command.mutate({
      batch,
      position: step.position,
      body: {
        values: step.checks.flatMap(({ parameter, value }) => {
          const typed = values[parameter]?.trim()
          return typed ? [{ parameter, value: typed, ...(value !== null && { reason: reason.trim() }) }] : []
        }),
        words: words.trim(),
        isDone,
      },
    })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        send(true)
      }}
    >
      <ProblemSummary error={command.error} />
      {step.checks.map((check) => (
        <TextField
          key={check.parameter}
          label={check.parameter}
          hint={[check.unit, limitOf(check), check.value && t('check.now', { value: check.value })].filter(Boolean).join(' · ')}
          maxLength={200}
          autoComplete="off"
          value={values[check.parameter] ?? ''}
          onChange={(event) => setValues((old) => ({ ...old, [check.parameter]: event.target.value }))}
        />
      ))}
      {isChange && (
        <TextField label={t('check.reason')} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      )}
      <TextArea label={t('step.words')} rows={2} maxLength={4000} value={words} onChange={(event) => setWords(event.target.value)} />
      <div className="row g8">
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('step.finish')}
        </Button>
        <Button isBusy={command.isPending} onClick={() => send(false)}>
          {t('step.save')}
        </Button>
      </div>
    </form>
  )
}

function FinishForm({ batch, onChanged }: Changed) {
  const { t } = useTranslation('order-batches')
  const [yieldSize, setYieldSize] = useState('')
  const command = useCommand({ run: finishBatch, onDone: onChanged })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({ batch, yieldSize: yieldSize.trim() })
      }}
    >
      <ProblemSummary error={command.error} />
      <TextField
        label={t('finish.yield', { unit: batch.sizeUnit })}
        inputMode="decimal"
        value={yieldSize}
        onChange={(event) => setYieldSize(event.target.value)}
      />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending} disabled={!yieldSize.trim()}>
          {t('finish.finish')}
        </Button>
      </div>
    </form>
  )
}

function DecideForm({ batch, onChanged }: Changed) {
  const { t } = useTranslation('order-batches')
  const mayDecide = useAccess('orders.batch.decide')
  const [words, setWords] = useState('')
  const command = useCommand({ run: decideBatch, onDone: onChanged })
  if (!mayDecide || !batch.mayDecide) return <p className="notice">{t('decide.waits')}</p>
  const decide = (isReleased: boolean) => command.mutate({ batch, body: { isReleased, words: words.trim() } })
  return (
    <form className="form" onSubmit={(event) => event.preventDefault()}>
      <ProblemSummary error={command.error} />
      <TextArea label={t('decide.words')} rows={2} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
      <div className="row g8">
        <Button kind="primary" isBusy={command.isPending} disabled={!words.trim()} onClick={() => decide(true)}>
          {t('decide.release')}
        </Button>
        <Button kind="danger" isBusy={command.isPending} disabled={!words.trim()} onClick={() => decide(false)}>
          {t('decide.reject')}
        </Button>
      </div>
    </form>
  )
}
