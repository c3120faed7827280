import type { ArchiveItem, Study } from '@jiju/orders/contract/studies'
import { ARCHIVE_KINDS } from '@jiju/orders/core/work/vocabulary'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { archiveItem, giveStatement } from './calls.ts'
import { StepButton } from './step-button.tsx'
import { WordsForm } from './words-form.tsx'

type Changed = { study: Study; onChanged: (next: Study) => void }

/** The statement of quality assurance, without which no final report is signed. */
export function StatementPanel({ study, onChanged }: Changed) {
  const { t } = useTranslation('order-studies')
  const format = useFormat()
  const command = useCommand({ run: giveStatement, onDone: onChanged })
  const mayState = study.state === 'completed' && study.duties.includes('quality')
  return (
    <Panel
      title={t('statement.title')}
      extra={
        study.state === 'completed' &&
        study.duties.includes('director') && <StepButton study={study} step="finalise" onChanged={onChanged} />
      }
    >
      <div className="stack">
        {study.statement === null ? (
          !mayState && <p className="t3">{t('statement.empty')}</p>
        ) : (
          <>
            <p className="pre">{study.statement}</p>
            <ul className="plain s t2">
              {study.statementLines.map((line) => (
                <li key={`${line.subject} ${line.inspectedOn}`}>
                  {t('statement.line', {
                    subject: line.subject,
                    on: format.day(line.inspectedOn),
                    director: line.directorOn ? format.day(line.directorOn) : '—',
                    management: line.managementOn ? format.day(line.managementOn) : '—',
                  })}
                </li>
              ))}
            </ul>
            <div className="s t3">
              {study.statementByName} {study.statementAt && format.stamp(study.statementAt)}
            </div>
          </>
        )}
        {mayState && (
          <WordsForm
            labels={[t('statement.words')]}
            button={t('statement.give')}
            error={command.error}
            isBusy={command.isPending}
            onSend={([words = '']) => command.mutate({ study, words })}
          />
        )}
        {study.finalSignedAt && (
          <p className="ok">{t('statement.final', { name: study.finalSignedByName, at: format.stamp(study.finalSignedAt) })}</p>
        )}
      </div>
    </Panel>
  )
}

/** What is kept, where, and for how long. */
export function ArchivePanel({ study, onChanged }: Changed) {
  const { t } = useTranslation('order-studies')
  const format = useFormat()
  const isArchivist = study.duties.includes('archivist')
  const mayAdd = isArchivist && ['running', 'completed', 'final', 'stopped'].includes(study.state)
  return (
    <Panel
      title={t('archive.title')}
      extra={isArchivist && study.state === 'final' && <StepButton study={study} step="archive" onChanged={onChanged} />}
    >
      <div className="stack">
        {study.archive.length === 0 && <p className="t3">{t('archive.empty')}</p>}
        <ul className="plain stack">
          {study.archive.map((item) => (
            <li key={item.id}>
              <div>
                {t(`archive.kind.${item.kind}`)} · {item.name}
              </div>
              <div className="s t3">
                {item.place} · {item.retainUntil ? t('archive.until', { day: item.retainUntil }) : item.retainWords} · {item.archivedByName}{' '}
                {format.stamp(item.archivedAt)}
              </div>
            </li>
          ))}
        </ul>
        {mayAdd && <ArchiveForm study={study} onChanged={onChanged} />}
      </div>
    </Panel>
  )
}

const EMPTY: ArchiveItem = { kind: 'raw_data', name: '', place: '', retainUntil: null, retainWords: '' }

function ArchiveForm({ study, onChanged }: Changed) {
  const { t } = useTranslation('order-studies')
  const [item, setItem] = useState<ArchiveItem>(EMPTY)
  const set = (change: Partial<ArchiveItem>) => setItem((old) => ({ ...old, ...change }))
  const command = useCommand({
    run: archiveItem,
    onDone: (next) => {
      setItem(EMPTY)
      onChanged(next)
    },
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({ study, body: item })
      }}
    >
      <ProblemSummary error={command.error} />
      <SelectField
        label={t('archive.kindLabel')}
        value={item.kind}
        options={ARCHIVE_KINDS.map((value) => ({ value, label: t(`archive.kind.${value}`) }))}
        onPick={(kind) => set({ kind })}
      />
      <TextField label={t('archive.name')} maxLength={300} value={item.name} onChange={(event) => set({ name: event.target.value })} />
      <TextField label={t('archive.place')} maxLength={200} value={item.place} onChange={(event) => set({ place: event.target.value })} />
      <DateField
        label={t('archive.retainUntil')}
        value={item.retainUntil ?? ''}
        onChange={({ target }) => set({ retainUntil: target.value || null })}
      />
      <TextField
        label={t('archive.retainWords')}
        hint={t('archive.retainHint')}
        maxLength={300}
        value={item.retainWords}
        onChange={(event) => set({ retainWords: event.target.value })}
      />
      <div>
        <Button type="submit" isBusy={command.isPending} disabled={!item.name.trim() || !item.place.trim()}>
          {t('archive.add')}
        </Button>
      </div>
    </form>
  )
}
