import type { Report } from '@jiju/orders/contract/reports'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { editReport, reportOptions } from '../../features/order-reports/calls.ts'
import { ContentEditor } from '../../features/order-reports/content-editor.tsx'
import { ContentView } from '../../features/order-reports/content-view.tsx'
import { IssuedReport } from '../../features/order-reports/issued-report.tsx'
import { SignBar } from '../../features/order-reports/sign-bar.tsx'
import { ReportStateTag } from '../../features/order-reports/state-tag.tsx'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'

/** One report of the own provider: written while it is a draft, then signed, then issued. */
export function ReportPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(reportOptions(id))
  return (
    <QueryView query={query} isPage>
      {(report) => <ReportView key={`${report.id} ${report.state}`} report={report} />}
    </QueryView>
  )
}

function ReportView({ report }: { report: Report }) {
  const { t } = useTranslation('order-reports')
  const client = useQueryClient()
  const mayPrepare = useAccess('orders.report.prepare')
  const [content, setContent] = useState(report.content)
  const isDirty = JSON.stringify(content) !== JSON.stringify(report.content)
  const renew = async (next: Report) => {
    client.setQueryData(reportOptions(next.id).queryKey, next)
    await client.invalidateQueries({ queryKey: ['reports'] })
    await client.invalidateQueries({ queryKey: ['orders'] })
  }
  const keep = useCommand({
    run: editReport,
    onDone: async (next) => {
      setContent(next.content)
      toast(t('editor.kept'))
      await renew(next)
    },
  })
  const isEdited = report.state === 'draft' && mayPrepare
  return (
    <>
      <PageHead
        crumb={[{ label: t('list.title'), link: { to: '/p/reports' } }, { label: report.number ?? report.orderNumber }]}
        title={report.number ?? report.orderTitle}
        beside={<ReportStateTag state={report.state} />}
        line={
          <>
            <Link to="/p/orders/$id" params={{ id: report.orderId }}>
              {report.orderNumber}
            </Link>{' '}
            · {report.orderTitle} · {report.organisationName} · {report.templateName}
          </>
        }
      />
      <div className="stack">
        {report.returnedReason && report.state === 'draft' && (
          <p className="notice notice-warn">{t('view.returned', { reason: report.returnedReason })}</p>
        )}
        {report.replaces && (
          <p className="notice">{t('view.replaces', { number: report.replaces.number, reason: report.replaces.reason })}</p>
        )}
        <div className="two-columns">
          <div className="stack">
            {isEdited ? <ContentEditor report={report} content={content} onChange={setContent} /> : <ContentView report={report} />}
          </div>
          <aside className="stack">
            <Panel title={t('view.now')}>
              <div className="stack">
                <ProblemSummary error={keep.error} />
                {isEdited && (
                  <Button
                    isBlock
                    kind={isDirty ? 'primary' : 'default'}
                    isBusy={keep.isPending}
                    onClick={() => keep.mutate({ report, content })}
                  >
                    {t('editor.keep')}
                  </Button>
                )}
                {isEdited && isDirty && <p className="s warn">{t('editor.dirty')}</p>}
                <SignBar report={report} isDirty={isDirty} onDone={renew} />
              </div>
            </Panel>
            <Panel title={t('view.signatures')}>
              <Signatures report={report} />
            </Panel>
            {report.number && (
              <Panel title={t('view.issued')}>
                <IssuedReport report={report} side="operator" />
              </Panel>
            )}
          </aside>
        </div>
      </div>
    </>
  )
}

function Signatures({ report }: { report: Report }) {
  const { t } = useTranslation('order-reports')
  const format = useFormat()
  return (
    <dl className="kv">
      {(['prepared', 'checked', 'approved'] as const).map((step) => {
        const signature = report[step]
        return (
          <div key={step} style={{ display: 'contents' }}>
            <dt>{t(`sign.${step}`)}</dt>
            <dd>{signature ? `${signature.personName} · ${format.instant(signature.at)}` : '—'}</dd>
          </div>
        )
      })}
      <dt>{t('issued.marks')}</dt>
      <dd>{report.marks.length > 0 ? report.marks.map(({ scheme }) => scheme.toUpperCase()).join(' ') : t('view.noMarks')}</dd>
    </dl>
  )
}
