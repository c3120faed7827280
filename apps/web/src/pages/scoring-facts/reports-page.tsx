import type { FactReport } from '@jiju/scoring/contract/facts'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decideReport, evidenceUrl, listReports } from '../../features/scoring-facts/calls.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** What enterprises state of themselves, waiting for an officer. */
export function FactReportsPage() {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const client = useQueryClient()
  const { nameOf, figureOf } = useFactNames()
  const mayDecide = useAccess('scoring.fact.write')
  const [asked, setAsked] = useState<{ report: FactReport; isAccepted: boolean } | null>(null)
  const { query, items, more } = usePages<FactReport>({ queryKey: ['facts', 'reports'], load: listReports })
  const decide = useCommand({
    run: decideReport,
    onDone: async () => {
      setAsked(null)
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  const columns: Column<FactReport>[] = [
    {
      key: 'enterprise',
      title: t('enterprises.name'),
      cell: (row) => (
        <>
          <Link to="/o/facts/enterprises/$id" params={{ id: row.enterpriseId }}>
            {row.enterpriseName}
          </Link>
          <div className="s t3">{format.instant(row.statedAt)}</div>
        </>
      ),
    },
    { key: 'fact', title: t('data.fact'), cell: (row) => `${nameOf(row.factCode)} · ${format.period(row.period)}` },
    {
      key: 'stated',
      title: t('reports.stated'),
      look: 'num',
      cell: (row) => (row.statedValue === null ? '—' : figureOf(row.factCode, row.statedValue)),
    },
    {
      key: 'value',
      title: t('reports.reported'),
      cell: (row) => (
        <>
          <span className="nw">{figureOf(row.factCode, row.value)}</span>
          {row.doubts.map((doubt) => (
            <div key={doubt} className="s row g8">
              <Tag kind="warn">{t('reports.doubt')}</Tag> <span>{doubt}</span>
            </div>
          ))}
        </>
      ),
    },
    { key: 'note', title: t('reports.note'), cell: (row) => row.note ?? '—' },
    {
      key: 'evidence',
      title: t('reports.evidence'),
      cell: (row) => (
        <a href={evidenceUrl(row.id)} download>
          {row.evidenceName}
        </a>
      ),
    },
    {
      key: 'next',
      title: '',
      look: 'action',
      cell: (row) =>
        mayDecide && (
          <span className="row g8">
            <Button
              size="sm"
              kind="primary"
              isBusy={decide.isPending}
              onClick={() =>
                row.doubts.length > 0
                  ? setAsked({ report: row, isAccepted: true })
                  : decide.mutate({ id: row.id, isAccepted: true, reason: null })
              }
            >
              {t('reports.accept')}
            </Button>
            <Button size="sm" onClick={() => setAsked({ report: row, isAccepted: false })}>
              {t('reports.refuse')}
            </Button>
          </span>
        ),
    },
  ]
  return (
    <>
      <PageHead title={t('reports.title')} line={t('reports.lead')} />
      {!asked && <ProblemSummary error={decide.error} />}
      <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
        {() => (
          <Panel isFlush>
            {items.length === 0 ? (
              <Empty title={t('reports.empty')} />
            ) : (
              <>
                <DataTable caption={t('reports.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
                <LoadMore {...more} />
              </>
            )}
          </Panel>
        )}
      </QueryView>
      {asked && (
        <AskReason
          title={asked.isAccepted ? t('reports.acceptTitle') : t('reports.refuseTitle')}
          line={asked.isAccepted ? asked.report.doubts.join(' ') : undefined}
          label={asked.isAccepted ? t('reports.acceptReason') : t('reports.refuseReason')}
          verb={asked.isAccepted ? t('reports.accept') : t('reports.refuse')}
          error={decide.error}
          isPending={decide.isPending}
          onSend={(reason) => decide.mutate({ id: asked.report.id, isAccepted: asked.isAccepted, reason })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
