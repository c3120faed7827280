import { EXPORTS, TEMPLATES } from '@jiju/catalog/contract/imports'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { upload } from '../../../lib/upload.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { usePages } from '../../../lib/use-pages.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Empty } from '../../../ui/states.tsx'
import { exportUrl, type ImportRun, isRunning, listImports, templateUrl } from './calls.ts'
import { ImportStateTag } from './import-state-tag.tsx'

export type ImportWorkspace = '/p/import' | '/o/data/imports'

const OWN_SHEETS = ['resources', 'services', 'facilities', 'methods', 'accreditations', 'prices', 'sites', 'provider'] as const
const LIBRARY_SHEETS = ['standards'] as const
const OWN_EXPORTS = OWN_SHEETS
const LIBRARY_EXPORTS = ['standards', 'twins', 'device_classes', 'survey_classes'] as const

/** Bring a file, see earlier ones, get templates and exports. */
export function ImportDesk({ workspace }: { workspace: ImportWorkspace }) {
  const { t } = useTranslation('imports')
  const isLibrary = workspace === '/o/data/imports'
  return (
    <div className="two-columns">
      <div className="stack">
        <Upload workspace={workspace} />
        <Runs workspace={workspace} />
      </div>
      <div className="stack">
        <Panel title={t('templates')} note={t('templateHint')} isFlush>
          <ul className="line-list">
            {TEMPLATES.filter((name) => (isLibrary ? LIBRARY_SHEETS : OWN_SHEETS).some((sheet) => sheet === name)).map((name) => (
              <li key={name}>
                <span>{t(`what.${name}`)}</span>
                <a className="btn btn-sm" href={templateUrl(name)} download>
                  <Icon name="download" /> {t('export.xlsx')}
                </a>
              </li>
            ))}
          </ul>
        </Panel>
        <Export names={EXPORTS.filter((name) => (isLibrary ? LIBRARY_EXPORTS : OWN_EXPORTS).some((each) => each === name))} />
      </div>
    </div>
  )
}

function Upload({ workspace }: { workspace: ImportWorkspace }) {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [share, setShare] = useState(0)
  const command = useCommand({
    run: ({ chosen }: { chosen: File }, headers) => upload<ImportRun>('/api/v1/catalog/imports', chosen, { headers, onProgress: setShare }),
    onDone: async (run) => {
      await client.invalidateQueries({ queryKey: ['imports'] })
      await navigate({ to: `${workspace}/$id`, params: { id: run.id } })
    },
  })
  return (
    <Panel title={t('new')}>
      <div className="stack">
        <p className="t2">{t('lead')}</p>
        <ProblemSummary error={command.error} />
        <FileDrop
          label={t('drop')}
          hint={t('dropHint')}
          accept=".xlsx,.csv"
          isDisabled={command.isPending}
          onFiles={([chosen]) => {
            if (!chosen) return
            setFile(chosen)
            setShare(0)
            command.mutate({ chosen })
          }}
        />
        {command.isPending && <Progress label={`${t('uploading')} ${file?.name ?? ''}`} share={share} />}
      </div>
    </Panel>
  )
}

function Runs({ workspace }: { workspace: ImportWorkspace }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { query, items, more } = usePages<ImportRun>({
    queryKey: ['imports', 'list'],
    load: (cursor) => listImports(cursor),
    refetchMs: 5_000,
  })
  const columns: Column<ImportRun>[] = [
    {
      key: 'file',
      title: t('column.file'),
      cell: (row) => (
        <>
          <Link to={`${workspace}/$id`} params={{ id: row.id }}>
            {row.fileName}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {t(`format.${row.format}`)}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('column.state'), cell: (row) => <ImportStateTag run={row} /> },
    { key: 'valid', title: t('column.valid'), look: 'num', cell: (row) => format.number(row.rowsValid) },
    {
      key: 'rejected',
      title: t('column.rejected'),
      look: 'num',
      cell: (row) => <span className={row.rowsRejected ? 'bad' : undefined}>{format.number(row.rowsRejected)}</span>,
    },
    { key: 'at', title: t('column.at'), cell: (row) => format.instant(row.createdAt) },
    {
      key: 'next',
      title: t('column.next'),
      look: 'action',
      cell: (row) => (
        <ButtonLink
          size="sm"
          kind={row.state === 'checked' && !isRunning(row) ? 'primary' : 'default'}
          to={`${workspace}/$id`}
          params={{ id: row.id }}
        >
          {row.state === 'checked' && !isRunning(row) ? t('confirm') : t('open')}
        </ButtonLink>
      ),
    },
  ]
  return (
    <Panel title={t('history')} isFlush>
      <QueryView query={query}>
        {() => (
          <>
            {items.length === 0 ? (
              <Empty title={t('historyEmpty')} />
            ) : (
              <DataTable caption={t('history')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </>
        )}
      </QueryView>
    </Panel>
  )
}

function Export({ names }: { names: readonly (typeof EXPORTS)[number][] }) {
  const { t } = useTranslation('imports')
  const [what, setWhat] = useState(names[0] ?? 'resources')
  return (
    <Panel title={t('exportTitle')} note={t('exportHint')}>
      <div className="stack">
        <SelectField
          label={t('format.what')}
          value={what}
          options={names.map((value) => ({ value, label: t(`what.${value}`) }))}
          onPick={setWhat}
        />
        <div className="row g8">
          <a className="btn" href={exportUrl(what, 'xlsx')} download>
            <Icon name="download" /> {t('export.xlsx')}
          </a>
          <a className="btn" href={exportUrl(what, 'csv')} download>
            <Icon name="download" /> {t('export.csv')}
          </a>
        </div>
      </div>
    </Panel>
  )
}
