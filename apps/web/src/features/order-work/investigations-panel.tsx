import { CAUSES, type Cause } from '@jiju/orders/core/work/vocabulary'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented, SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { closeInvestigation, type Task } from './calls.ts'

type Investigation = Task['investigations'][number]

/** Results outside their limits: where they came from, what follows, and whether the test may be done again. */
export function InvestigationsPanel({ task, onChanged }: { task: Task; onChanged: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const format = useFormat()
  const mayDecide = useAccess('orders.task.decide')
  if (task.investigations.length === 0) return null
  return (
    <Panel title={t('investigation.title')} note={t('investigation.note')}>
      <ul className="plain stack-24">
        {task.investigations.map((one) => (
          <li key={one.id} className="stack">
            <div className="row g8 wrap">
              <span className="b">
                {one.parameter} {one.value}
              </span>
              <Tag kind={one.state === 'open' ? 'bad' : 'ok'}>{t(`investigation.${one.state}`)}</Tag>
            </div>
            <div className="s t3">{t('investigation.openedBy', { name: one.openedByName, at: format.stamp(one.openedAt) })}</div>
            {one.state === 'closed' ? (
              <dl className="kv">
                <dt>{t('investigation.cause')}</dt>
                <dd>{one.cause && t(`cause.${one.cause}`)}</dd>
                <dt>{t('investigation.findings')}</dt>
                <dd className="pre">{one.findings}</dd>
                <dt>{t('investigation.conclusion')}</dt>
                <dd className="pre">{one.conclusion}</dd>
                <dt>{t('investigation.retest')}</dt>
                <dd>
                  {t(one.isRetestAllowed ? 'investigation.allowed' : 'investigation.notAllowed')}{' '}
                  {one.isRetestAllowed && task.retestId && (
                    <Link to="/p/tasks/$id" params={{ id: task.retestId }}>
                      {t('investigation.openRetest')}
                    </Link>
                  )}
                </dd>
                <dt>{t('investigation.closedBy')}</dt>
                <dd>
                  {one.closedByName} {one.closedAt && format.stamp(one.closedAt)}
                </dd>
              </dl>
            ) : (
              mayDecide && <CloseForm investigation={one} onChanged={onChanged} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function CloseForm({ investigation, onChanged }: { investigation: Investigation; onChanged: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const [cause, setCause] = useState<Cause>('confirmed')
  const [findings, setFindings] = useState('')
  const [conclusion, setConclusion] = useState('')
  const [retest, setRetest] = useState<'yes' | 'no'>('no')
  const command = useCommand({
    run: closeInvestigation,
    onDone: (next) => {
      toast(t('investigation.saved'))
      onChanged(next)
    },
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({
          id: investigation.id,
          body: { cause, findings: findings.trim(), conclusion: conclusion.trim(), isRetestAllowed: retest === 'yes' },
        })
      }}
    >
      <ProblemSummary error={command.error} />
      <SelectField
        label={t('investigation.cause')}
        value={cause}
        options={CAUSES.map((value) => ({ value, label: t(`cause.${value}`) }))}
        onPick={setCause}
      />
      <TextArea
        label={t('investigation.findings')}
        rows={3}
        maxLength={4000}
        value={findings}
        onChange={(event) => setFindings(event.target.value)}
      />
      <TextArea
        label={t('investigation.conclusion')}
        rows={2}
        maxLength={4000}
        value={conclusion}
        onChange={(event) => setConclusion(event.target.value)}
      />
      <Segmented
        label={t('investigation.retest')}
        value={retest}
        options={[
          { value: 'no', label: t('investigation.notAllowed') },
          { value: 'yes', label: t('investigation.allowed') },
        ]}
        onPick={setRetest}
      />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending} disabled={!findings.trim() || !conclusion.trim()}>
          {t('investigation.close')}
        </Button>
      </div>
    </form>
  )
}
