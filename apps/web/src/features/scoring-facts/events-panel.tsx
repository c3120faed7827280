import type { NegativeEvent } from '@jiju/scoring/contract/facts'
import { SOURCES } from '@jiju/scoring/core/facts/sources'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Empty } from '../../ui/states.tsx'
import { AskReason } from './ask-reason.tsx'
import { endEvent, recordEvent, repairEvent } from './calls.ts'

type Act = { readonly event: NegativeEvent; readonly kind: 'repair' | 'end' }

/** What counts against an enterprise, with its repair and its end. */
export function EventsPanel({
  enterpriseId,
  events,
  mayWrite,
}: {
  enterpriseId: string
  events: readonly NegativeEvent[]
  mayWrite: boolean
}) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const client = useQueryClient()
  const [isRecording, setRecording] = useState(false)
  const [act, setAct] = useState<Act | null>(null)
  const [repairedOn, setRepairedOn] = useState('')
  const done = async () => {
    setAct(null)
    setRecording(false)
    await client.invalidateQueries({ queryKey: ['facts'] })
  }
  const repair = useCommand({ run: repairEvent, onDone: done })
  const end = useCommand({ run: endEvent, onDone: done })
  const columns: Column<NegativeEvent>[] = [
    { key: 'code', title: t('enterprise.event'), cell: (row) => row.code },
    { key: 'document', title: t('enterprise.reason'), cell: (row) => row.document },
    { key: 'occurred', title: t('enterprise.occurred'), cell: (row) => format.day(row.occurredOn) },
    { key: 'repaired', title: t('enterprise.repaired'), cell: (row) => (row.repairedOn ? format.day(row.repairedOn) : '—') },
    {
      key: 'next',
      title: '',
      look: 'action',
      cell: (row) =>
        row.endedAt ? (
          <span className="s t3">{t('enterprise.ended', { reason: row.endReason ?? '' })}</span>
        ) : (
          mayWrite && (
            <span className="row g8">
              {!row.repairedOn && (
                <Button size="sm" onClick={() => setAct({ event: row, kind: 'repair' })}>
                  {t('enterprise.repair')}
                </Button>
              )}
              <Button size="sm" onClick={() => setAct({ event: row, kind: 'end' })}>
                {t('enterprise.end')}
              </Button>
            </span>
          )
        ),
    },
  ]
  return (
    <Panel
      title={t('enterprise.events')}
      extra={
        mayWrite && (
          <Button size="sm" onClick={() => setRecording(true)}>
            {t('enterprise.recordEvent')}
          </Button>
        )
      }
      isFlush
    >
      {events.length === 0 ? (
        <Empty title={t('enterprise.noEvents')} />
      ) : (
        <DataTable caption={t('enterprise.events')} columns={columns} rows={events} rowKey={(row) => row.id} />
      )}
      {act && (
        <AskReason
          title={act.kind === 'repair' ? t('enterprise.repair') : t('enterprise.end')}
          label={t('enterprise.why')}
          error={act.kind === 'repair' ? repair.error : end.error}
          isPending={repair.isPending || end.isPending}
          onClose={() => setAct(null)}
          onSend={(reason) =>
            act.kind === 'repair' ? repair.mutate({ id: act.event.id, repairedOn, reason }) : end.mutate({ id: act.event.id, reason })
          }
        >
          {act.kind === 'repair' && (
            <TextField
              label={t('enterprise.repairedOn')}
              type="date"
              value={repairedOn}
              onChange={(event) => setRepairedOn(event.target.value)}
            />
          )}
        </AskReason>
      )}
      {isRecording && <Record enterpriseId={enterpriseId} onDone={done} onClose={() => setRecording(false)} />}
    </Panel>
  )
}

function Record({ enterpriseId, onDone, onClose }: { enterpriseId: string; onDone: () => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation('scoring-facts')
  const [code, setCode] = useState('')
  const [occurredOn, setOccurredOn] = useState('')
  const [document, setDocument] = useState('')
  const [source, setSource] = useState<(typeof SOURCES)[number]>('court')
  const record = useCommand({ run: recordEvent, onDone })
  return (
    <Dialog
      title={t('enterprise.recordEvent')}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          isBusy={record.isPending}
          onClick={() => record.mutate({ id: enterpriseId, body: { code, occurredOn, repairedOn: null, source, document } })}
        >
          {t('enterprise.confirm')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={record.error} />
        <TextField
          label={t('enterprise.event')}
          value={code}
          placeholder="administrative_penalty"
          maxLength={60}
          onChange={(event) => setCode(event.target.value.trim())}
        />
        <TextField
          label={t('enterprise.occurred')}
          type="date"
          value={occurredOn}
          onChange={(event) => setOccurredOn(event.target.value)}
        />
        <SelectField
          label={t('enterprise.source')}
          value={source}
          options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
          onPick={setSource}
        />
        <TextField label={t('enterprise.reason')} value={document} maxLength={200} onChange={(event) => setDocument(event.target.value)} />
      </div>
    </Dialog>
  )
}
