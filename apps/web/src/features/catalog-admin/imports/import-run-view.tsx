import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { type Step, Steps } from '../../../ui/steps.tsx'
import { toast } from '../../../ui/toast.tsx'
import { applyImport, cancelImport, type ImportRun, importOptions, isRunning, rejectedFileUrl } from './calls.ts'
import type { ImportWorkspace } from './import-desk.tsx'
import { ImportLines } from './import-lines.tsx'

/** One import from upload to result: progress, what is wrong row by row, the choice of mode, what was done. */
export function ImportRunView({
  run,
  workspace,
  show,
  onShow,
}: {
  run: ImportRun
  workspace: ImportWorkspace
  show: 'all' | 'rejected' | 'warned'
  onShow: (show: 'all' | 'rejected' | 'warned') => void
}) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const isOver = ['applied', 'failed', 'cancelled'].includes(run.state)
  const isApplying = run.state === 'checked' && isRunning(run)
  const steps: Step[] = [
    { key: 'upload', name: t('detail.steps.upload'), state: 'done' },
    { key: 'check', name: t('detail.steps.check'), state: run.state === 'uploaded' ? 'now' : run.checkedAt ? 'done' : 'bad' },
    {
      key: 'choose',
      name: t('detail.steps.choose'),
      state: isOver ? (run.mode ? 'done' : 'bad') : run.state === 'uploaded' ? 'todo' : isApplying ? 'done' : 'now',
    },
    {
      key: 'result',
      name: t('detail.steps.result'),
      state: run.state === 'applied' ? 'done' : isOver ? 'bad' : isApplying ? 'now' : 'todo',
    },
  ]
  return (
    <div className="stack">
      <div className="panel">
        <Steps label={t('title')} steps={steps} />
      </div>
      {isRunning(run) && <Running run={run} isApplying={isApplying} />}
      {run.state === 'checked' && !isApplying && <Choice run={run} />}
      {isOver && <Result run={run} workspace={workspace} />}
      {run.linesDroppedAt ? (
        <p className="notice">{t('detail.linesDropped', { day: format.dayOf(run.linesDroppedAt) })}</p>
      ) : (
        run.checkedAt && <ImportLines run={run} show={show} onShow={onShow} />
      )}
    </div>
  )
}

function Running({ run, isApplying }: { run: ImportRun; isApplying: boolean }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const left = useEstimate(run)
  const total = run.rowsTotal
  const counts = { done: format.number(run.rowsDone), total: format.number(total) }
  const label = total === null ? t('detail.checkingNoTotal') : isApplying ? t('detail.applying', counts) : t('detail.checking', counts)
  return (
    <Panel>
      <div className="stack">
        <Progress
          label={left ? `${label}，${t('detail.remaining', { time: format.hours(left) })}` : label}
          share={total ? Math.min(run.rowsDone / total, 1) : null}
        />
        <p className="s t3">{t('detail.mayLeave')}</p>
      </div>
    </Panel>
  )
}

/** Minutes that are left at the pace so far; undefined until there is a pace, and below one minute. */
function useEstimate(run: ImportRun): number | undefined {
  const start = useRef<{ at: number; done: number } | null>(null)
  useEffect(() => {
    start.current ??= { at: performance.now(), done: run.rowsDone }
  }, [run.rowsDone])
  if (!start.current || !run.rowsTotal) return undefined
  const done = run.rowsDone - start.current.done
  if (done <= 0) return undefined
  const minutes = ((performance.now() - start.current.at) / done) * (run.rowsTotal - run.rowsDone) * (1 / 60_000)
  return minutes >= 1 ? Math.ceil(minutes) : undefined
}

function Choice({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const client = useQueryClient()
  const rejected = run.rowsRejected ?? 0
  const valid = run.rowsValid ?? 0
  const [mode, setMode] = useState<'all_or_nothing' | 'valid_rows_only'>(rejected === 0 ? 'all_or_nothing' : 'valid_rows_only')
  const renew = (next: ImportRun) => {
    client.setQueryData(importOptions(run.id).queryKey, next)
  }
  const apply = useCommand({ run: applyImport, onDone: renew })
  const cancel = useCommand({
    run: cancelImport,
    onDone: (next) => {
      toast(t('detail.cancelled'))
      renew(next)
    },
  })
  const isBlocked = valid === 0 || (mode === 'all_or_nothing' && rejected > 0)
  return (
    <Panel
      title={
        rejected === 0 && (run.rowsWarned ?? 0) === 0
          ? t('detail.allValid', { total: format.number(run.rowsTotal) })
          : t('detail.summary', {
              total: format.number(run.rowsTotal),
              valid: format.number(valid),
              rejected: format.number(rejected),
              warned: format.number(run.rowsWarned),
            })
      }
      extra={
        rejected > 0 && (
          <a className="btn btn-sm" href={rejectedFileUrl(run.id)} download>
            {t('detail.rejectedFile')}
          </a>
        )
      }
    >
      <div className="stack">
        <ProblemSummary error={apply.error ?? cancel.error} />
        <fieldset className="form-group" style={{ gap: 4 }}>
          <legend className="field-label">{t('detail.mode')}</legend>
          {(['all_or_nothing', 'valid_rows_only'] as const).map((value) => (
            <label key={value} className="check">
              <input type="radio" name="mode" checked={mode === value} onChange={() => setMode(value)} />
              <span>
                {t(`detail.modeOption.${value}`)}{' '}
                <span className="s t3">{t(`detail.modeHint.${value}`, { rejected: format.number(rejected) })}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {mode === 'all_or_nothing' && rejected > 0 && (
          <p className="notice notice-warn">{t('detail.cannot', { rejected: format.number(rejected) })}</p>
        )}
        <div className="row g8">
          <Button kind="primary" disabled={isBlocked} isBusy={apply.isPending} onClick={() => apply.mutate({ id: run.id, mode })}>
            {t('detail.apply', { count: mode === 'all_or_nothing' ? (run.rowsTotal ?? 0) : valid })}
          </Button>
          <Button isBusy={cancel.isPending} onClick={() => cancel.mutate({ id: run.id })}>
            {t('detail.cancel')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function Result({ run, workspace }: { run: ImportRun; workspace: ImportWorkspace }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  return (
    <Panel>
      <div className="stack" role="status">
        {run.state === 'applied' && (
          <p className="notice notice-ok">
            {t('detail.result', {
              created: format.number(run.rowsCreated),
              updated: format.number(run.rowsUpdated),
              unchanged: format.number(run.rowsUnchanged),
            })}
          </p>
        )}
        {run.state === 'failed' && <p className="notice notice-bad">{t('detail.failed', { reason: run.failure?.message ?? '—' })}</p>}
        {run.state === 'cancelled' && <p className="notice">{t('detail.cancelled')}</p>}
        {run.state === 'applied' && (run.rowsRejected ?? 0) > 0 && !run.linesDroppedAt && (
          <p className="row g8 wrap">
            {t('detail.resultRejected', { rejected: format.number(run.rowsRejected) })}
            <a href={rejectedFileUrl(run.id)} download>
              {t('detail.rejectedFile')}
            </a>
          </p>
        )}
        {run.state === 'applied' && workspace === '/p/import' && (run.rowsCreated ?? 0) > 0 && (
          <p className="t2">{t('detail.reviewNext')}</p>
        )}
        <div className="row g8 wrap">
          {workspace === '/p/import' ? (
            <>
              <ButtonLink to="/p/resources">{t('detail.toResources')}</ButtonLink>
              <ButtonLink to="/p/import">{t('detail.again')}</ButtonLink>
            </>
          ) : (
            <ButtonLink to="/o/data">{t('detail.again')}</ButtonLink>
          )}
        </div>
      </div>
    </Panel>
  )
}
