import type { CultivationFile, Visit, WatchList } from '@jiju/scoring/contract/cultivation'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { endRecognition, finishFollowUp, unwatchEnterprise } from './calls.ts'
import { NoteDialog, RecogniseDialog, useRefresh, VisitDialog, WatchDialog } from './file-dialogs.tsx'

/** What the office keeps: watch lists, recognitions, visits with what was promised, notes. */
export function FilePanels({ file, lists }: { file: CultivationFile; lists: readonly WatchList[] }) {
  const { t } = useTranslation('scoring-applications')
  const mayWrite = useAccess('scoring.cultivation.write')
  return (
    <>
      <p className="notice" role="note">
        {t('file.private')}
      </p>
      <VisitPanel file={file} mayWrite={mayWrite} />
      <WatchPanel file={file} lists={lists} mayWrite={mayWrite} />
      <RecognitionPanel file={file} mayWrite={mayWrite} />
      <NotePanel file={file} mayWrite={mayWrite} />
    </>
  )
}

type PanelProps = { readonly file: CultivationFile; readonly mayWrite: boolean }

/** A list with the button that adds to it. */
function KeptPanel({
  title,
  add,
  none,
  count,
  isAddable,
  dialog,
  children,
}: {
  title: string
  add: string
  none: string
  count: number
  isAddable: boolean
  dialog: (onClose: () => void) => ReactNode
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Panel
      isFlush
      title={title}
      extra={
        isAddable && (
          <Button size="sm" onClick={() => setOpen(true)}>
            {add}
          </Button>
        )
      }
    >
      {count > 0 ? children : <p className="panel-body t2">{none}</p>}
      {isOpen && dialog(() => setOpen(false))}
    </Panel>
  )
}

function WatchPanel({ file, lists, mayWrite }: PanelProps & { lists: readonly WatchList[] }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const { enterpriseId } = file.ladder
  const remove = useCommand({ run: unwatchEnterprise, onDone: useRefresh() })
  return (
    <KeptPanel
      title={t('file.watch')}
      add={t('file.watchIt')}
      none={t('file.noWatch')}
      count={file.watched.length}
      isAddable={mayWrite && lists.length > 0}
      dialog={(onClose) => <WatchDialog file={file} lists={lists} onClose={onClose} />}
    >
      <ProblemSummary error={remove.error} />
      <DataTable
        caption={t('file.watch')}
        columns={[
          { key: 'list', title: t('file.list'), cell: ({ name }) => <Tag kind="accent">{name}</Tag> },
          { key: 'reason', title: t('file.reason'), cell: ({ reason }) => reason },
          { key: 'since', title: t('file.since'), cell: ({ addedAt }) => format.dayOf(addedAt) },
          {
            key: 'act',
            title: t('file.act'),
            look: 'action',
            cell: ({ listId, name }) =>
              mayWrite && (
                <Button size="sm" aria-label={t('file.unwatch', { list: name })} onClick={() => remove.mutate({ enterpriseId, listId })}>
                  {t('file.remove')}
                </Button>
              ),
          },
        ]}
        rows={file.watched}
        rowKey={({ listId }) => listId}
      />
    </KeptPanel>
  )
}

function RecognitionPanel({ file, mayWrite }: PanelProps) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const { enterpriseId, steps } = file.ladder
  const refresh = useRefresh()
  const [ending, setEnding] = useState<CultivationFile['recognitions'][number] | null>(null)
  const command = useCommand({
    run: endRecognition,
    onDone: async () => {
      await refresh()
      setEnding(null)
    },
  })
  const nameOf = (code: string) => steps.find((one) => one.code === code)?.name[currentLanguage()] ?? code
  return (
    <KeptPanel
      title={t('file.recognitions')}
      add={t('file.recognise')}
      none={t('file.noRecognition')}
      count={file.recognitions.length}
      isAddable={mayWrite}
      dialog={(onClose) => <RecogniseDialog file={file} onClose={onClose} />}
    >
      <DataTable
        caption={t('file.recognitions')}
        columns={[
          { key: 'step', title: t('file.step'), cell: ({ step }) => <Tag kind="ok">{nameOf(step)}</Tag> },
          { key: 'document', title: t('file.document'), cell: ({ document }) => document },
          { key: 'from', title: t('file.recognisedOn'), cell: ({ recognisedOn }) => format.day(recognisedOn) },
          { key: 'until', title: t('file.until'), cell: ({ validUntil }) => (validUntil ? format.day(validUntil) : t('file.noEnd')) },
          {
            key: 'act',
            title: t('file.act'),
            look: 'action',
            cell: (row) =>
              mayWrite && (
                <Button size="sm" aria-label={t('file.endOf', { document: row.document })} onClick={() => setEnding(row)}>
                  {t('file.end')}
                </Button>
              ),
          },
        ]}
        rows={file.recognitions}
        rowKey={({ id }) => id}
      />
      {ending && (
        <AskReason
          title={t('file.endOf', { document: ending.document })}
          line={t('file.endLine', { step: nameOf(ending.step) })}
          label={t('file.endReason')}
          error={command.error}
          isPending={command.isPending}
          onSend={(reason) => command.mutate({ enterpriseId, id: ending.id, reason })}
          onClose={() => setEnding(null)}
        />
      )}
    </KeptPanel>
  )
}

function VisitPanel({ file, mayWrite }: PanelProps) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const refresh = useRefresh()
  const [finishing, setFinishing] = useState<Visit | null>(null)
  const command = useCommand({
    run: finishFollowUp,
    onDone: async () => {
      await refresh()
      setFinishing(null)
    },
  })
  return (
    <KeptPanel
      title={t('file.visits')}
      add={t('file.recordVisit')}
      none={t('file.noVisit')}
      count={file.visits.length}
      isAddable={mayWrite}
      dialog={(onClose) => <VisitDialog file={file} onClose={onClose} />}
    >
      <DataTable
        caption={t('file.visits')}
        columns={[
          { key: 'day', title: t('file.visitedOn'), cell: (row) => <span className="nw">{format.day(row.visitedOn)}</span> },
          { key: 'who', title: t('file.visitors'), cell: (row) => row.visitors },
          { key: 'what', title: t('file.findings'), cell: (row) => <span className="pre">{row.findings}</span> },
          {
            key: 'followUp',
            title: t('cultivation.promised'),
            cell: (row) =>
              row.followUp &&
              row.followUpOn && (
                <>
                  {t('file.followUpBy', { what: row.followUp, day: format.day(row.followUpOn) })}
                  {row.result && <div className="s t2">{t('file.done', { result: row.result })}</div>}
                </>
              ),
          },
          {
            key: 'act',
            title: t('file.act'),
            look: 'action',
            cell: (row) => {
              if (!row.followUp) return null
              if (row.result) return <Tag kind="ok">{t('file.isDone')}</Tag>
              return (
                mayWrite && (
                  <Button size="sm" onClick={() => setFinishing(row)}>
                    {t('file.finish')}
                  </Button>
                )
              )
            },
          },
        ]}
        rows={file.visits}
        rowKey={({ id }) => id}
      />
      {finishing && (
        <AskReason
          title={t('file.finish')}
          line={finishing.followUp}
          label={t('file.result')}
          error={command.error}
          isPending={command.isPending}
          onSend={(result) => command.mutate({ enterpriseId: file.ladder.enterpriseId, id: finishing.id, result })}
          onClose={() => setFinishing(null)}
        />
      )}
    </KeptPanel>
  )
}

function NotePanel({ file, mayWrite }: PanelProps) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  return (
    <KeptPanel
      title={t('file.notes')}
      add={t('file.addNote')}
      none={t('file.noNote')}
      count={file.notes.length}
      isAddable={mayWrite}
      dialog={(onClose) => <NoteDialog file={file} onClose={onClose} />}
    >
      <ul className="line-list">
        {file.notes.map((note) => (
          <li key={note.id}>
            <span className="f1">
              <span className="pre">{note.body}</span>
              <span className="s t3" style={{ display: 'block' }}>
                {[note.writer, format.instant(note.writtenAt)].filter(Boolean).join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </KeptPanel>
  )
}
