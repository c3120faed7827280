import type { Study } from '@jiju/orders/contract/studies'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { judgeDeviation, recordPhase, reportDeviation } from './calls.ts'
import { WordsForm } from './words-form.tsx'

type Changed = { study: Study; onChanged: (next: Study) => void }

/** The phases of the plan in force, with the days on which they took place. */
export function PhasesPanel({ study, onChanged }: Changed) {
  const { t } = useTranslation('order-studies')
  const format = useFormat()
  const mayRecord = study.state === 'running' && study.duties.includes('director')
  const command = useCommand({ run: recordPhase, onDone: onChanged })
  const today = dayNow()
  if (study.phases.length === 0) return null
  return (
    <Panel title={t('phase.title')} isFlush>
      <ProblemSummary error={command.error} />
      <DataTable
        caption={t('phase.title')}
        rows={study.phases}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t('phase.name'), cell: ({ name }) => name },
          { key: 'planned', title: t('phase.planned'), cell: (phase) => format.dayRange(phase.plannedFrom, phase.plannedTo) },
          { key: 'begun', title: t('phase.begun'), cell: ({ begunOn }) => (begunOn ? format.day(begunOn) : '—') },
          { key: 'ended', title: t('phase.ended'), cell: ({ endedOn }) => (endedOn ? format.day(endedOn) : '—') },
          ...(mayRecord
            ? [
                {
                  key: 'act',
                  title: '',
                  look: 'action' as const,
                  cell: (phase: Study['phases'][number]) =>
                    phase.endedOn ? null : (
                      <Button
                        size="sm"
                        isBusy={command.isPending}
                        aria-label={t(phase.begunOn ? 'phase.endOf' : 'phase.beginOf', { name: phase.name })}
                        onClick={() =>
                          command.mutate({
                            study,
                            phaseId: phase.id,
                            body: phase.begunOn ? { begunOn: phase.begunOn, endedOn: today } : { begunOn: today, endedOn: null },
                          })
                        }
                      >
                        {t(phase.begunOn ? 'phase.end' : 'phase.begin')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

/** What went otherwise than planned, and what the director made of it. */
export function StudyDeviationsPanel({ study, onChanged }: Changed) {
  const { t } = useTranslation('order-studies')
  const format = useFormat()
  const isDirector = study.duties.includes('director')
  const mayReport = !study.duties.includes('sponsor') && (study.state === 'running' || study.state === 'completed')
  const judge = useCommand({ run: judgeDeviation, onDone: onChanged })
  return (
    <Panel title={t('deviation.title')} note={t('deviation.note', { count: study.deviations.length })}>
      <div className="stack-24">
        {study.deviations.length === 0 && <p className="t3">{t('deviation.empty')}</p>}
        {study.deviations.map((one) => (
          <div key={one.id} className="stack">
            <div className="row g8 wrap">
              <span className="b">{t('deviation.number', { number: one.number })}</span>
              <span className="t2">{format.day(one.happenedOn)}</span>
              <Tag kind={one.impact ? 'ok' : 'warn'}>{t(one.impact ? 'deviation.judged' : 'deviation.open')}</Tag>
            </div>
            <p className="pre">{one.words}</p>
            {one.impact ? (
              <dl className="kv">
                <dt>{t('deviation.impact')}</dt>
                <dd className="pre">{one.impact}</dd>
                <dt>{t('deviation.measure')}</dt>
                <dd className="pre">{one.measure}</dd>
                <dt>{t('deviation.by')}</dt>
                <dd>{one.judgedByName}</dd>
              </dl>
            ) : (
              isDirector && (
                <WordsForm
                  labels={[t('deviation.impact'), t('deviation.measure')]}
                  button={t('deviation.judge')}
                  error={judge.error}
                  isBusy={judge.isPending}
                  onSend={([impact = '', measure = '']) => judge.mutate({ study, deviationId: one.id, body: { impact, measure } })}
                />
              )
            )}
          </div>
        ))}
        {mayReport && (
          <details>
            <summary>{t('deviation.add')}</summary>
            <div style={{ marginTop: 12 }}>
              <ReportForm study={study} onChanged={onChanged} />
            </div>
          </details>
        )}
      </div>
    </Panel>
  )
}

function ReportForm({ study, onChanged }: Changed) {
  const { t } = useTranslation('order-studies')
  const today = dayNow()
  const [happenedOn, setHappenedOn] = useState<string>(today)
  const [words, setWords] = useState('')
  const command = useCommand({
    run: reportDeviation,
    onDone: (next) => {
      setWords('')
      onChanged(next)
    },
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({ study, body: { happenedOn, words: words.trim() } })
      }}
    >
      <ProblemSummary error={command.error} />
      <DateField label={t('deviation.day')} value={happenedOn} max={today} onChange={({ target }) => setHappenedOn(target.value)} />
      <TextArea label={t('deviation.words')} rows={2} maxLength={4000} value={words} onChange={(event) => setWords(event.target.value)} />
      <div>
        <Button type="submit" isBusy={command.isPending} disabled={!words.trim() || !happenedOn}>
          {t('deviation.report')}
        </Button>
      </div>
    </form>
  )
}
