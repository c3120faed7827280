import type { FactImport } from '@jiju/scoring/contract/fact-imports'
import { SOURCES } from '@jiju/scoring/core/facts/sources'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listImports, templateUrl } from '../../features/scoring-facts/calls.ts'
import { FactImportState } from '../../features/scoring-facts/import-state.tsx'
import { useAccess } from '../../lib/session.ts'
import { upload } from '../../lib/upload.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PeriodField } from '../../ui/period-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Progress } from '../../ui/progress.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

const CONTENTS = ['facts', 'enterprises', 'events'] as const
const TEMPLATES = [
  ['facts', 'templateFacts'],
  ['facts-list', 'templateList'],
  ['enterprises', 'enterprises'],
  ['events', 'events'],
] as const

/** Brings files of facts, enterprises and events, and lists what came in by every door. */
export function ImportsPage() {
  const { t } = useTranslation('scoring-facts')
  const mayImport = useAccess('scoring.fact.import')
  return (
    <>
      <PageHead title={t('imports.title')} line={t('imports.lead')} />
      <div className="two-columns">
        <div className="stack">
          {mayImport && <UploadPanel />}
          <History />
        </div>
        <Panel title={t('imports.templates')} isFlush>
          <ul className="line-list">
            {TEMPLATES.map(([what, text]) => (
              <li key={what}>
                <span>{t(`imports.${text}`)}</span>
                <a className="btn btn-sm" href={templateUrl(what)} download>
                  <Icon name="download" /> Excel
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  )
}

function UploadPanel() {
  const { t } = useTranslation('scoring-facts')
  const navigate = useNavigate()
  const client = useQueryClient()
  const search = useSearch({ from: '/work/o/facts/imports' })
  const [content, setContent] = useState(CONTENTS.find((each) => each === search.content) ?? 'facts')
  const [source, setSource] = useState<(typeof SOURCES)[number]>('statistics')
  const [period, setPeriod] = useState('')
  const [share, setShare] = useState(0)
  const command = useCommand({
    run: ({ file, query }: { file: File; query: string }, headers) =>
      upload<FactImport>(`/api/v1/scoring/fact-imports?${query}`, file, { headers, onProgress: setShare }),
    onDone: async (row) => {
      await client.invalidateQueries({ queryKey: ['facts', 'imports'] })
      await navigate({ to: '/o/facts/imports/$id', params: { id: row.id } })
    },
  })
  const send = (file: File) => {
    setShare(0)
    const query = new URLSearchParams({ content, ...(content === 'facts' && { source, ...(period && { period }) }) })
    command.mutate({ file, query: query.toString() })
  }
  return (
    <Panel title={t('imports.new')}>
      <div className="stack">
        <ProblemSummary error={command.error} />
        <div className="row g16" style={{ flexWrap: 'wrap', alignItems: 'end' }}>
          <SelectField
            label={t('imports.content')}
            value={content}
            options={CONTENTS.map((value) => ({ value, label: t(`imports.${value}`) }))}
            onPick={setContent}
          />
          {content === 'facts' && (
            <>
              <SelectField
                label={t('imports.source')}
                value={source}
                options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
                onPick={setSource}
              />
              <PeriodField label={t('imports.period')} value={period} none={t('imports.periodInRows')} onPick={setPeriod} />
            </>
          )}
        </div>
        <FileDrop
          label={t('imports.drop')}
          hint={t('imports.dropHint')}
          accept=".xlsx,.csv"
          isDisabled={command.isPending}
          onFiles={([file]) => file && send(file)}
        />
        {command.isPending && <Progress label={t('imports.uploading')} share={share} />}
      </div>
    </Panel>
  )
}

function History() {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { query, items, more } = usePages<FactImport>({ queryKey: ['facts', 'imports'], load: listImports, refetchMs: 5000 })
  const columns: Column<FactImport>[] = [
    {
      key: 'file',
      title: t('imports.file'),
      cell: (row) => (
        <>
          <Link to="/o/facts/imports/$id" params={{ id: row.id }}>
            {row.fileName}
          </Link>
          <div className="s t3">
            {t(`imports.${row.content}`)}
            {row.source && ` · ${t(`source.${row.source}`)}`} · {t(`imports.${row.door}`)}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('imports.state'), cell: (row) => <FactImportState row={row} /> },
    { key: 'good', title: t('imports.good'), look: 'num', cell: (row) => format.number(row.rowsGood) },
    { key: 'refused', title: t('imports.refused'), look: 'num', cell: (row) => format.number(row.rowsRefused) },
    { key: 'asked', title: t('imports.asked'), look: 'num', cell: (row) => format.number(row.rowsAsked) },
    { key: 'at', title: t('imports.at'), cell: (row) => format.instant(row.createdAt) },
  ]
  return (
    <Panel title={t('imports.history')} isFlush>
      <QueryView query={query} skeleton={<Bones rows={4} />}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('imports.empty')} />
          ) : (
            <>
              <DataTable caption={t('imports.history')} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}
