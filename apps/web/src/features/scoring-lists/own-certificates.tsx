import type { Certificate } from '@jiju/scoring/contract/certificates'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownRunsOptions } from '../../lib/own-runs.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { issueCertificate, listOwnCertificates } from './calls.ts'

const LOOK = { valid: 'ok', replaced: 'warn', withdrawn: 'bad' } as const

/** Certificates of the own points: how each stands now, its PDF, and the page that its QR code leads to. */
export function OwnCertificates() {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const mayIssue = useAccess('scoring.certificate.issue')
  const { query, items, more } = usePages<Certificate>({ queryKey: ['scoring', 'own-certificates'], load: listOwnCertificates })
  const columns: Column<Certificate>[] = [
    {
      key: 'number',
      title: t('certificate.number'),
      cell: (row) => (
        <>
          <Link to="/v/$code" params={{ code: row.code }} style={{ whiteSpace: 'nowrap' }}>
            {row.content.number}
          </Link>
          <div className="s t3 mono" style={{ whiteSpace: 'nowrap' }}>
            {row.code}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('runs.state'), cell: (row) => <Standing certificate={row} /> },
    { key: 'period', title: t('certificate.period'), cell: (row) => format.period(row.content.period) },
    { key: 'score', title: t('certificate.score'), look: 'num', cell: (row) => row.content.score },
    {
      key: 'rank',
      title: t('certificate.rank'),
      look: 'num',
      isWideOnly: true,
      cell: (row) => `${row.content.rankAll} / ${row.content.scoredCount}`,
    },
    { key: 'issued', title: t('certificate.issued'), isWideOnly: true, cell: (row) => format.stamp(row.issuedAt) },
    {
      key: 'do',
      title: t('certificate.file'),
      look: 'action',
      cell: (row) => (
        <a className="btn btn-sm" href={`/api/v1/scoring/certificates/${row.id}/file`}>
          {t('certificate.download')}
        </a>
      ),
    },
  ]
  return (
    <Panel title={t('own.certificates')} note={t('own.certificatesNote')} isFlush>
      {mayIssue && <Issue />}
      <QueryView query={query} skeleton={<Bones rows={3} />}>
        {() =>
          items.length === 0 ? (
            <p className="panel-body t3">{t('own.noCertificates')}</p>
          ) : (
            <>
              <DataTable caption={t('own.certificates')} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}

function Standing({ certificate: { state, successorRun, withdrawReason } }: { certificate: Certificate }) {
  const { t } = useTranslation('scoring-lists')
  const why =
    state === 'replaced'
      ? t('own.replacedBy', { run: successorRun ?? '' })
      : state === 'withdrawn'
        ? withdrawReason
        : successorRun && t('own.correctionOnNotice', { run: successorRun })
  return (
    <>
      <Tag kind={LOOK[state]}>{t(`certificate.${state}`)}</Tag>
      {why && <div className="s t3">{why}</div>}
    </>
  )
}

/** A certificate of any published run that scored the enterprise, the newest unless another is chosen. */
function Issue() {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const client = useQueryClient()
  const [picked, setPicked] = useState<string>()
  const runs = useQuery(ownRunsOptions).data?.items.filter(({ score }) => score !== null) ?? []
  const runId = picked ?? runs[0]?.runId
  const issue = useCommand({
    run: issueCertificate,
    onDone: async ({ content }) => {
      toast(t('own.issued', { number: content.number }))
      await client.invalidateQueries({ queryKey: ['scoring', 'own-certificates'] })
    },
  })
  if (!runId) return null
  return (
    <div className="panel-body stack">
      <ProblemSummary error={issue.error} />
      <div className="row g12 wrap" style={{ alignItems: 'flex-end' }}>
        <SelectField
          label={t('own.of')}
          value={runId}
          onPick={setPicked}
          options={runs.map((run) => ({
            value: run.runId,
            label: `${format.period(run.period)} · ${run.number} · ${t(`certificate.${run.publication?.state ?? 'notice'}`)}`,
          }))}
        />
        <Button kind="primary" isBusy={issue.isPending} onClick={() => issue.mutate({ runId })}>
          {t('certificate.issue')}
        </Button>
      </div>
    </div>
  )
}
