import type { Report } from '@jiju/orders/contract/reports'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPdf } from '../../lib/open-pdf.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { actOnReport, type PlainAct, type ReasonedAct, reasonReport } from './calls.ts'

const OPEN: readonly Report['state'][] = ['prepared', 'checked', 'approved']

/** What the reader may do with a report now: preview, sign, give back, give up, issue, withdraw. `isDirty`: what is typed is not kept yet. */
export function SignBar({ report, isDirty, onDone }: { report: Report; isDirty: boolean; onDone: (next: Report) => void }) {
  const { t } = useTranslation('order-reports')
  const mayPrepare = useAccess('orders.report.prepare')
  const mayApprove = useAccess('orders.report.approve')
  const mayReturn = useAccess('orders.report.return')
  const [asked, setAsked] = useState<ReasonedAct | 'issue' | 'discard' | null>(null)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const done = (next: Report, act: string) => {
    setAsked(null)
    setReason('')
    toast(t(`done.${act as PlainAct}`))
    onDone(next)
  }
  const plain = useCommand({ run: actOnReport, onDone: (next, { act }) => done(next, act) })
  const reasoned = useCommand({ run: reasonReport, onDone: (next, { act }) => done(next, act) })
  const may = (act: Report['maySign'][number]) =>
    report.maySign.includes(act) && (act === 'approve' || act === 'issue' ? mayApprove : mayPrepare)
  const needsReason = asked === 'return' || asked === 'withdraw'
  const view = () => {
    setError(null)
    openPdf(`/api/v1/orders/reports/${report.id}/${report.sha256 ? 'file' : 'preview'}`).catch(setError)
  }
  const confirm = () => {
    if (asked === 'return' || asked === 'withdraw') reasoned.mutate({ report, act: asked, reason: reason.trim() })
    else if (asked) plain.mutate({ report, act: asked })
  }
  const isBusy = plain.isPending || reasoned.isPending
  const shownError = error ?? (asked ? null : plain.error)
  return (
    <div className="stack">
      <ProblemSummary error={shownError} />
      <div className="row g8 wrap">
        <Button onClick={view}>{t(report.sha256 ? 'act.view' : 'act.preview')}</Button>
        {(['prepare', 'check', 'approve'] as const).map(
          (act) =>
            may(act) && (
              <Button key={act} kind="primary" isBusy={isBusy} disabled={isDirty} onClick={() => plain.mutate({ report, act })}>
                {t(`act.${act}`)}
              </Button>
            ),
        )}
        {may('issue') && (
          <Button kind="primary" onClick={() => setAsked('issue')}>
            {t('act.issue')}
          </Button>
        )}
        {OPEN.includes(report.state) && mayReturn && <Button onClick={() => setAsked('return')}>{t('act.return')}</Button>}
        {(OPEN.includes(report.state) || report.state === 'draft') && mayPrepare && (
          <Button kind="danger" onClick={() => setAsked('discard')}>
            {t('act.discard')}
          </Button>
        )}
        {report.state === 'issued' && mayApprove && (
          <Button kind="danger" onClick={() => setAsked('withdraw')}>
            {t('act.withdraw')}
          </Button>
        )}
      </div>
      <Dialog
        title={asked ? t(`act.${asked}`) : ''}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        foot={
          <>
            <Button onClick={() => setAsked(null)}>{t('cancel')}</Button>
            <Button
              kind={asked === 'issue' ? 'primary' : 'danger'}
              isBusy={isBusy}
              disabled={needsReason && !reason.trim()}
              onClick={confirm}
            >
              {asked && t(`act.${asked}`)}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={asked ? (plain.error ?? reasoned.error) : null} />
          <p>{asked && t(`effect.${asked}`)}</p>
          {needsReason && (
            <TextArea
              label={t('act.reason')}
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </div>
      </Dialog>
    </div>
  )
}
