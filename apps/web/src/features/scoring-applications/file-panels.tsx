import type { CultivationFile, WatchList } from '@jiju/scoring/contract/cultivation'
import { RecordVisit, WriteNote } from '@jiju/scoring/contract/cultivation'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zonedParts } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { finishFollowUp, recogniseStep, recordVisit, unwatchEnterprise, watchEnterprise, writeNote } from './calls.ts'

const today = () => zonedParts(new Date()).day

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['cultivation'] })
}

/** What the office keeps: watch lists, recognitions, visits with what was promised, notes. */
export function FilePanels({ file, lists }: { file: CultivationFile; lists: readonly WatchList[] }) {
  const { t } = useTranslation('scoring-applications')
  return (
    <div className="stack">
      <p className="s t2">{t('file.private')}</p>
      <WatchPanel file={file} lists={lists} />
      <RecognitionPanel file={file} />
      <VisitPanel file={file} />
      <NotePanel file={file} />
    </div>
  )
}

function WatchPanel({ file, lists }: { file: CultivationFile; lists: readonly WatchList[] }) {
  const { t } = useTranslation('scoring-applications')
  const { enterpriseId } = file.ladder
  const onDone = useRefresh()
  const [listId, setList] = useState('')
  const [reason, setReason] = useState('')
  const add = useCommand({
    run: watchEnterprise,
    onDone: async () => {
      setReason('')
      await onDone()
    },
  })
  const remove = useCommand({ run: unwatchEnterprise, onDone })
  return (
    <Panel title={t('file.watch')}>
      <div className="stack">
        {file.watched.map((entry) => (
          <div key={entry.listId} className="row g8 wrap">
            <Tag kind="accent">{entry.name}</Tag>
            <span className="f1">{entry.reason}</span>
            <Button size="sm" onClick={() => remove.mutate({ enterpriseId, listId: entry.listId })}>
              {t('file.unwatch', { list: entry.name })}
            </Button>
          </div>
        ))}
        <SelectField
          label={t('file.list')}
          value={listId}
          onPick={setList}
          options={[{ value: '', label: t('file.pickList') }, ...lists.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextField label={t('file.reason')} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        <ProblemSummary error={add.error ?? remove.error} />
        <Button
          disabled={listId === '' || reason.trim().length < 2}
          isBusy={add.isPending}
          onClick={() => add.mutate({ enterpriseId, listId, reason: reason.trim() })}
        >
          {t('file.watchIt')}
        </Button>
      </div>
    </Panel>
  )
}

function RecognitionPanel({ file }: { file: CultivationFile }) {
  const { t, i18n } = useTranslation('scoring-applications')
  const format = useFormat()
  const { enterpriseId, steps } = file.ladder
  const onDone = useRefresh()
  const [step, setStep] = useState(file.ladder.next ?? steps[0]?.code ?? '')
  const [recognisedOn, setOn] = useState(today())
  const [document, setDocument] = useState('')
  const command = useCommand({
    run: recogniseStep,
    onDone: async () => {
      setDocument('')
      await onDone()
    },
  })
  const nameOf = (code: string) => steps.find((one) => one.code === code)?.name[i18n.language === 'en' ? 'en' : 'zh'] ?? code
  return (
    <Panel title={t('file.recognitions')}>
      <div className="stack">
        {file.recognitions.map((row) => (
          <p key={row.id}>
            <Tag kind="ok">{nameOf(row.step)}</Tag> {row.document} · {format.day(row.recognisedOn)}
            {row.validUntil && ` — ${format.day(row.validUntil)}`}
          </p>
        ))}
        <SelectField
          label={t('file.step')}
          value={step}
          onPick={setStep}
          options={steps.map(({ code }) => ({ value: code, label: nameOf(code) }))}
        />
        <TextField label={t('file.document')} maxLength={200} value={document} onChange={(event) => setDocument(event.target.value)} />
        <TextField type="date" label={t('file.recognisedOn')} value={recognisedOn} onChange={(event) => setOn(event.target.value)} />
        <ProblemSummary error={command.error} />
        <Button
          disabled={document.trim() === '' || recognisedOn === ''}
          isBusy={command.isPending}
          onClick={() => command.mutate({ enterpriseId, recognition: { step, recognisedOn, validUntil: null, document: document.trim() } })}
        >
          {t('file.recognise')}
        </Button>
      </div>
    </Panel>
  )
}

function VisitPanel({ file }: { file: CultivationFile }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const { enterpriseId } = file.ladder
  const onDone = useRefresh()
  const empty = { visitedOn: today(), visitors: '', findings: '', followUp: '', followUpOn: '' }
  const command = useCommand({
    run: recordVisit,
    onDone: async () => {
      form.reset(empty)
      await onDone()
    },
  })
  const form = useForm({
    initial: empty,
    schema: RecordVisit,
    toInput: ({ followUp, followUpOn, ...rest }) => ({ ...rest, followUp: followUp.trim() || null, followUpOn: followUpOn || null }),
    onSend: (visit) => command.mutate({ enterpriseId, visit }),
  })
  return (
    <Panel title={t('file.visits')}>
      <div className="stack">
        {file.visits.map((visit) => (
          <article key={visit.id}>
            <p className="b">
              {format.day(visit.visitedOn)} · {visit.visitors}
            </p>
            <p className="pre">{visit.findings}</p>
            {visit.followUp && visit.followUpOn && (
              <p className="s">
                {t('file.followUpBy', { what: visit.followUp, day: format.day(visit.followUpOn) })}{' '}
                {visit.result ? (
                  <Tag kind="ok">{t('file.done', { result: visit.result })}</Tag>
                ) : (
                  <FinishFollowUp enterpriseId={enterpriseId} id={visit.id} />
                )}
              </p>
            )}
          </article>
        ))}
        <form className="stack" {...form.form}>
          <TextField type="date" label={t('file.visitedOn')} {...form.field('visitedOn')} />
          <TextField label={t('file.visitors')} maxLength={200} {...form.field('visitors')} />
          <TextArea label={t('file.findings')} maxLength={4000} {...form.field('findings')} />
          <TextField label={t('file.followUp')} maxLength={1000} {...form.field('followUp')} />
          <TextField type="date" label={t('file.followUpOn')} {...form.field('followUpOn')} />
          <ProblemSummary error={command.error} />
          <Button type="submit" isBusy={command.isPending}>
            {t('file.recordVisit')}
          </Button>
        </form>
      </div>
    </Panel>
  )
}

function FinishFollowUp({ enterpriseId, id }: { enterpriseId: string; id: string }) {
  const { t } = useTranslation('scoring-applications')
  const [result, setResult] = useState('')
  const command = useCommand({ run: finishFollowUp, onDone: useRefresh() })
  return (
    <span className="stack">
      <TextField label={t('file.result')} maxLength={1000} value={result} onChange={(event) => setResult(event.target.value)} />
      <ProblemSummary error={command.error} />
      <Button
        size="sm"
        disabled={result.trim().length < 2}
        isBusy={command.isPending}
        onClick={() => command.mutate({ enterpriseId, id, result: result.trim() })}
      >
        {t('file.finish')}
      </Button>
    </span>
  )
}

function NotePanel({ file }: { file: CultivationFile }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const { enterpriseId } = file.ladder
  const onDone = useRefresh()
  const command = useCommand({
    run: writeNote,
    onDone: async () => {
      form.reset({ body: '' })
      await onDone()
    },
  })
  const form = useForm({ initial: { body: '' }, schema: WriteNote, onSend: ({ body }) => command.mutate({ enterpriseId, body }) })
  return (
    <Panel title={t('file.notes')}>
      <div className="stack">
        {file.notes.map((note) => (
          <div key={note.id}>
            <p className="pre">{note.body}</p>
            <p className="s t3">{[note.writer, format.instant(note.writtenAt)].filter(Boolean).join(' · ')}</p>
          </div>
        ))}
        <form className="stack" {...form.form}>
          <TextArea label={t('file.note')} maxLength={4000} {...form.field('body')} />
          <ProblemSummary error={command.error} />
          <Button type="submit" isBusy={command.isPending}>
            {t('file.addNote')}
          </Button>
        </form>
      </div>
    </Panel>
  )
}
