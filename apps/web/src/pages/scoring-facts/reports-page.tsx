import type { FactReport } from '@jiju/scoring/contract/facts'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskReason } from '../../features/scoring-facts/ask-reason.tsx'
import { decideReport, evidenceUrl, listReports } from '../../features/scoring-facts/calls.ts'
import { useFactNames } from '../../features/scoring-facts/use-fact-names.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

/** What enterprises state of themselves, waiting for an officer. */
export function FactReportsPage() {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const client = useQueryClient()
  const { nameOf, unitOf } = useFactNames()
  const mayDecide = useAccess('scoring.fact.write')
  const [refused, setRefused] = useState<string | null>(null)
  const { query, items, more } = usePages<FactReport>({ queryKey: ['facts', 'reports'], load: listReports })
  const decide = useCommand({
    run: decideReport,
    onDone: async () => {
      setRefused(null)
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
    { key: 'fact', title: t('data.fact'), cell: (row) => `${nameOf(row.factCode)} · ${row.period}` },
    { key: 'stated', title: t('reports.stated'), look: 'num', cell: (row) => row.statedValue ?? '—' },
    { key: 'value', title: t('reports.reported'), look: 'num', cell: (row) => `${row.value} ${unitOf(row.factCode)}` },
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
              onClick={() => decide.mutate({ id: row.id, isAccepted: true, reason: null })}
            >
              {t('reports.accept')}
            </Button>
            <Button size="sm" onClick={() => setRefused(row.id)}>
              {t('reports.refuse')}
            </Button>
          </span>
        ),
    },
  ]
  return (
    <>
      <PageHead title={t('reports.title')} line={t('reports.lead')} />
      {!refused && <ProblemSummary error={decide.error} />}
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
      {refused && (
        <AskReason
          title={t('reports.refuseTitle')}
          label={t('reports.refuseReason')}
          error={decide.error}
          isPending={decide.isPending}
          onSend={(reason) => decide.mutate({ id: refused, isAccepted: false, reason })}
          onClose={() => setRefused(null)}
        />
      )}
    </>
  )
}
