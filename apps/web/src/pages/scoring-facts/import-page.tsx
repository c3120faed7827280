import type { FactImportDetail, FactImportIssue } from '@jiju/scoring/contract/fact-imports'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  acceptQuestions,
  applyImport,
  cancelImport,
  importOptions,
  isWorking,
  listIssues,
  rejectedUrl,
  type Shown,
} from '../../features/scoring-facts/calls.ts'
import { FactImportState } from '../../features/scoring-facts/import-state.tsx'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Progress } from '../../ui/progress.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

type Detail = z.infer<typeof FactImportDetail>

/** What is in a file: every mistake in its place, the questions to answer, and which rows to write. */
export function FactImportPage() {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { id } = useParams({ from: '/work/o/facts/imports/$id' })
  const query = useQuery(importOptions(id))
  return (
    <QueryView query={query} skeleton={<Bones rows={8} />} isPage>
      {(row) => (
        <>
          <PageHead
            title={row.fileName}
            beside={<FactImportState row={row} />}
            line={[t(`imports.${row.content}`), row.source && t(`source.${row.source}`), row.period && format.period(row.period)]
              .filter(Boolean)
              .join(' · ')}
            crumb={[{ label: t('imports.title'), link: { to: '/o/facts/imports' } }]}
          />
          <div className="stack">
            {isWorking(row) && <Working row={row} />}
            {row.failure && <p className="notice notice-bad">{row.failure}</p>}
            {row.state !== 'uploaded' && row.state !== 'failed' && (
              <>
                <Counts row={row} />
                {row.state === 'checked' && !row.mode && <Decision row={row} />}
                <Kinds row={row} />
                <Issues row={row} />
              </>
            )}
          </div>
        </>
      )}
    </QueryView>
  )
}

function Working({ row }: { row: Detail }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  if (row.state === 'uploaded')
    return <Panel>{<Progress label={t('import.checking', { count: format.number(row.rowsDone) as never })} share={null} />}</Panel>
  const label = t('import.writing', { done: format.number(row.rowsDone), total: format.number(row.rowsGood) })
  return <Panel>{<Progress label={label} share={row.rowsDone / Math.max(1, row.rowsGood)} />}</Panel>
}

function Counts({ row }: { row: Detail }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const figure = (key: string, label: string, value: number) => ({ key, label, value: format.number(value) })
  return (
    <>
      <Figures
        items={[
          figure('rows', t('import.rows'), row.rowsTotal),
          figure('values', t('import.values'), row.valueCount),
          figure('good', t('imports.good'), row.rowsGood),
          figure('mistakes', t('import.mistakes'), row.mistakeCount),
          figure('questions', t('import.questions'), row.questionCount),
        ]}
      />
      {row.recordedCount + row.replacedCount + row.unchangedCount > 0 && (
        <p className="notice notice-ok">
          {t('import.written', {
            recorded: format.number(row.recordedCount),
            replaced: format.number(row.replacedCount),
            unchanged: format.number(row.unchangedCount),
          })}
          {row.lackingConsentCount > 0 && ` ${t('import.lacking', { count: format.number(row.lackingConsentCount) as never })}`}
        </p>
      )}
    </>
  )
}

function Decision({ row }: { row: Detail }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const client = useQueryClient()
  const mayImport = useAccess('scoring.fact.import')
  const [isAsking, setAsking] = useState(false)
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ['facts'] })
  }
  const apply = useCommand({ run: applyImport, onDone: refresh })
  const cancel = useCommand({ run: cancelImport, onDone: refresh })
  const accept = useCommand({
    run: acceptQuestions,
    onDone: async () => {
      setAsking(false)
      await refresh()
    },
  })
  const isClean = row.mistakeCount + row.questionCount === 0
  const isBusy = apply.isPending || cancel.isPending
  if (!mayImport) return null
  return (
    <Panel title={t('import.decide')} note={isClean ? undefined : t('import.allHint')}>
      <div className="stack">
        <ProblemSummary error={apply.error ?? cancel.error} />
        <p className="t2">{t('import.goodHint')}</p>
        <div className="row g8" style={{ flexWrap: 'wrap' }}>
          <Button
            kind="primary"
            disabled={row.rowsGood === 0}
            isBusy={isBusy}
            onClick={() => apply.mutate({ id: row.id, mode: isClean ? 'all_or_nothing' : 'good_rows' })}
          >
            {isClean ? t('import.writeAll') : t('import.writeGood', { count: format.number(row.rowsGood) as never })}
          </Button>
          {row.questionCount > 0 && <Button onClick={() => setAsking(true)}>{t('import.acceptAll')}</Button>}
          {row.rowsRefused + row.rowsAsked > 0 && (
            <a className="btn" href={rejectedUrl(row.id)} download>
              <Icon name="download" /> {t('import.rejected')}
            </a>
          )}
          <Button isBusy={isBusy} onClick={() => cancel.mutate({ id: row.id })}>
            {t('import.cancel')}
          </Button>
        </div>
      </div>
      {isAsking && (
        <AskReason
          title={t('import.acceptTitle')}
          line={t('import.acceptLine')}
          label={t('import.acceptReason')}
          error={accept.error}
          isPending={accept.isPending}
          onSend={(reason) => accept.mutate({ id: row.id, positions: null, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </Panel>
  )
}

function Kinds({ row }: { row: Detail }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  if (row.kinds.length === 0) return null
  const columns: Column<Detail['kinds'][number]>[] = [
    { key: 'example', title: t('import.kind'), cell: (kind) => kind.example },
    { key: 'what', title: t('import.nature'), cell: (kind) => <IssueTag isQuestion={kind.isQuestion} /> },
    { key: 'count', title: t('import.count'), look: 'num', cell: (kind) => format.number(kind.count) },
  ]
  return (
    <Panel title={t('import.kinds')} isFlush>
      <DataTable caption={t('import.kinds')} columns={columns} rows={row.kinds} rowKey={(kind) => `${kind.code} ${kind.isQuestion}`} />
    </Panel>
  )
}

function IssueTag({ isQuestion }: { isQuestion: boolean }) {
  const { t } = useTranslation('scoring-facts')
  return isQuestion ? <Tag kind="warn">{t('import.question')}</Tag> : <Tag kind="bad">{t('import.mistake')}</Tag>
}

function Issues({ row }: { row: Detail }) {
  const { t } = useTranslation('scoring-facts')
  const client = useQueryClient()
  const mayImport = useAccess('scoring.fact.import')
  const [show, setShow] = useState<Shown>('all')
  const [asked, setAsked] = useState<number | null>(null)
  const { query, items, more } = usePages<FactImportIssue>({
    queryKey: ['facts', 'issues', row.id, show, row.questionCount],
    load: (cursor) => listIssues(row.id, show, cursor),
  })
  const accept = useCommand({
    run: acceptQuestions,
    onDone: async () => {
      setAsked(null)
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  const isOpen = mayImport && row.state === 'checked' && !row.mode
  const columns: Column<FactImportIssue>[] = [
    {
      key: 'place',
      title: t('import.place'),
      cell: (issue) => <span className="nw">{t('import.cell', { sheet: issue.sheet, row: issue.row })}</span>,
    },
    {
      key: 'column',
      title: t('import.column'),
      cell: (issue) => (issue.column ? `${letterOf(issue.column)} · ${issue.columnName ?? ''}` : (issue.columnName ?? '—')),
    },
    { key: 'value', title: t('import.value'), cell: (issue) => issue.value || '—' },
    {
      key: 'reason',
      title: t('import.reason'),
      cell: (issue) => (
        <>
          <IssueTag isQuestion={issue.isQuestion} /> {issue.message}
          {issue.acceptReason && <div className="s t3">{t('import.accepted', { reason: issue.acceptReason })}</div>}
        </>
      ),
    },
    {
      key: 'next',
      title: '',
      look: 'action',
      cell: (issue) =>
        isOpen &&
        issue.isQuestion &&
        !issue.acceptReason && (
          <Button size="sm" onClick={() => setAsked(issue.position)}>
            {t('import.accept')}
          </Button>
        ),
    },
  ]
  return (
    <Panel
      title={t('import.issues')}
      extra={
        <Segmented
          label={t('import.issues')}
          value={show}
          options={[
            { value: 'all', label: t('import.all') },
            { value: 'mistakes', label: t('import.mistakes') },
            { value: 'questions', label: t('import.question') },
          ]}
          onPick={setShow}
        />
      }
      isFlush
    >
      <QueryView query={query} skeleton={<Bones rows={6} />}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('import.noIssues')} />
          ) : (
            <>
              <DataTable caption={t('import.issues')} columns={columns} rows={items} rowKey={(issue) => String(issue.position)} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
      {asked !== null && (
        <AskReason
          title={t('import.acceptTitle')}
          line={t('import.acceptLine')}
          label={t('import.acceptReason')}
          error={accept.error}
          isPending={accept.isPending}
          onSend={(reason) => accept.mutate({ id: row.id, positions: [asked], reason })}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  )
}

/** Columns as a spreadsheet letters them: 28 → AB. */
function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
