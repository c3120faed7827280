import type { FactReport } from '@jiju/scoring/contract/facts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceUrl, ownFactsOptions, withdrawReport } from '../../features/scoring-facts/calls.ts'
import { FactsPanel } from '../../features/scoring-facts/facts-panel.tsx'
import { OwnEventsPanel } from '../../features/scoring-facts/own-events-panel.tsx'
import { dayNow } from '../../lib/format.ts'
import { lastYear } from '../../lib/recent-periods.ts'
import { upload } from '../../lib/upload.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PeriodField } from '../../ui/period-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

const KINDS = { pending: 'accent', accepted: 'ok', refused: 'bad', withdrawn: 'plain' } as const

/** What is known of the own enterprise, and how to add to it or put it right. */
export function OwnFactsPage() {
  const { t } = useTranslation('scoring-facts')
  const query = useQuery(ownFactsOptions)
  return (
    <>
      <PageHead title={t('own.title')} line={t('own.lead')} actions={<ButtonLink to="/e/consents">{t('own.consents')}</ButtonLink>} />
      <QueryView query={query} skeleton={<Bones rows={8} />} isPage>
        {({ facts, reports, events, deductions, isConsenting }) => (
          <div className="stack">
            <p>{isConsenting ? <Tag kind="ok">{t('enterprise.consentYes')}</Tag> : <Tag kind="warn">{t('enterprise.consentNo')}</Tag>}</p>
            <StatePanel />
            {reports.length > 0 && <ReportsPanel reports={reports} />}
            <OwnEventsPanel events={events} deductions={deductions} />
            <FactsPanel facts={facts} correctFor={null} />
          </div>
        )}
      </QueryView>
    </>
  )
}

function StatePanel() {
  const { t } = useTranslation('scoring-facts')
  const client = useQueryClient()
  const { definitions, nameOf, unitOf } = useFactNames()
  const [factCode, setFactCode] = useState('rd_expense')
  const kind = definitions.find(({ code }) => code === factCode)?.periodKind ?? 'year'
  const year = lastYear(dayNow())
  const usual = { year, quarter: `${year}-Q4`, point: `${year}-12-31` }[kind]
  const [typed, setPeriod] = useState<string | null>(null)
  const period = typed ?? usual
  const [value, setValue] = useState('')
  const [note, setNote] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const send = useCommand({
    run: ({ evidence, query }: { evidence: File; query: string }, headers) =>
      upload<FactReport>(`/api/v1/scoring/own/reports?${query}`, evidence, { headers }),
    onDone: async () => {
      setValue('')
      setNote('')
      setFile(null)
      await client.invalidateQueries({ queryKey: ['facts', 'own'] })
    },
  })
  const submit = (evidence: File) => {
    const query = new URLSearchParams({ factCode, period, value, ...(note.trim() && { note: note.trim() }) })
    send.mutate({ evidence, query: query.toString() })
  }
  return (
    <Panel title={t('own.add')}>
      <div className="stack">
        <ProblemSummary error={send.error} />
        <div className="row g16" style={{ flexWrap: 'wrap', alignItems: 'start' }}>
          <SelectField
            label={t('own.fact')}
            value={factCode}
            options={definitions.map(({ code }) => ({ value: code, label: nameOf(code) }))}
            onPick={(code) => {
              setFactCode(code)
              setPeriod(null)
            }}
          />
          {kind === 'point' ? (
            <TextField label={t('own.day')} type="date" value={period} onChange={(event) => setPeriod(event.target.value)} />
          ) : (
            <PeriodField label={t('own.period')} kinds={[kind]} value={period} onPick={setPeriod} />
          )}
          <TextField
            label={t('own.value', { unit: unitOf(factCode) })}
            inputMode="decimal"
            value={value}
            maxLength={30}
            onChange={(event) => setValue(event.target.value)}
          />
        </div>
        <TextField label={t('own.note')} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        <FileDrop
          label={file?.name ?? t('own.evidence')}
          hint={t('own.evidenceHint')}
          accept=".pdf,.png,.jpg,.jpeg,.xlsx,.zip"
          isDisabled={send.isPending}
          onFiles={([chosen]) => setFile(chosen ?? null)}
        />
        <div>
          <Button kind="primary" disabled={!file || !period || !value} isBusy={send.isPending} onClick={() => file && submit(file)}>
            {t('own.send')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function ReportsPanel({ reports }: { reports: readonly FactReport[] }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const client = useQueryClient()
  const { nameOf, figureOf } = useFactNames()
  const withdraw = useCommand({ run: withdrawReport, onDone: () => client.invalidateQueries({ queryKey: ['facts', 'own'] }) })
  const columns: Column<FactReport>[] = [
    { key: 'fact', title: t('own.fact'), cell: (row) => `${nameOf(row.factCode)} · ${format.period(row.period)}` },
    {
      key: 'value',
      title: t('reports.reported'),
      look: 'num',
      cell: (row) => figureOf(row.factCode, row.value),
    },
    {
      key: 'evidence',
      title: t('own.evidence'),
      cell: (row) => (
        <a href={evidenceUrl(row.id)} download>
          {row.evidenceName}
        </a>
      ),
    },
    { key: 'at', title: t('imports.at'), cell: (row) => format.instant(row.statedAt) },
    {
      key: 'state',
      title: t('own.state'),
      cell: (row) => (
        <>
          <Tag kind={KINDS[row.state]}>{t(`own.${row.state}`)}</Tag>
          {row.decisionReason && <div className="s t3">{row.decisionReason}</div>}
        </>
      ),
    },
    {
      key: 'next',
      title: '',
      look: 'action',
      cell: (row) =>
        row.state === 'pending' && (
          <Button size="sm" isBusy={withdraw.isPending} onClick={() => withdraw.mutate({ id: row.id })}>
            {t('own.withdraw')}
          </Button>
        ),
    },
  ]
  return (
    <Panel title={t('own.reports')} isFlush>
      <ProblemSummary error={withdraw.error} />
      <DataTable caption={t('own.reports')} columns={columns} rows={reports} rowKey={(row) => row.id} />
    </Panel>
  )
}
