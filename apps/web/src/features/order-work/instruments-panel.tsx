import type { CalibrationState } from '@jiju/orders/core/work/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag, type TagKind } from '../../ui/tag.tsx'
import { recordInstrument, type Task, workMeansOptions } from './calls.ts'

const LOOKS: Readonly<Record<CalibrationState, TagKind>> = { unknown: 'line', valid: 'ok', due_soon: 'warn', overdue: 'bad' }

/** What was used, with how its calibration stood on that day. */
export function InstrumentsPanel({ task, onChanged }: { task: Task; onChanged: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const format = useFormat()
  const mayRecord = useAccess('orders.task.work') && task.state === 'running' && task.isWorkable
  return (
    <Panel title={t('instrument.title')}>
      <div className="stack">
        {task.instruments.length === 0 && <p className="t3">{t('instrument.empty')}</p>}
        <ul className="plain stack">
          {task.instruments.map((used) => (
            <li key={used.id}>
              <div className="row g8 wrap">
                <span>{used.name}</span>
                <Tag kind={LOOKS[used.calibrationState]}>{t(`calibration.${used.calibrationState}`)}</Tag>
              </div>
              <div className="s t3">
                {t('instrument.usedOn', { day: format.day(used.usedOn) })}
                {used.calibrationDueOn && ` · ${t('instrument.dueOn', { day: format.day(used.calibrationDueOn) })}`}
                {used.certificateNo && ` · ${used.certificateNo}`}
              </div>
              {used.reason && <div className="s t2">{t('instrument.because', { reason: used.reason })}</div>}
            </li>
          ))}
        </ul>
        {mayRecord && <RecordForm task={task} onChanged={onChanged} />}
      </div>
    </Panel>
  )
}

function RecordForm({ task, onChanged }: { task: Task; onChanged: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const means = useQuery(workMeansOptions).data
  const today = dayNow()
  const [resourceId, setResourceId] = useState('')
  const [usedOn, setUsedOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: recordInstrument,
    onDone: (next) => {
      setResourceId('')
      setReason('')
      onChanged(next)
    },
  })
  const instruments = (means?.resources ?? []).filter(({ kind }) => kind === 'instrument')
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (resourceId) command.mutate({ task, body: { resourceId, usedOn, ...(reason.trim() ? { reason: reason.trim() } : {}) } })
      }}
    >
      <ProblemSummary error={command.error} />
      <SelectField
        label={t('instrument.more')}
        value={resourceId}
        options={[
          { value: '', label: t('plan.choose') },
          ...instruments.map(({ id, name, nameEn }) => ({ value: id, label: (currentLanguage() === 'en' && nameEn) || name })),
        ]}
        onPick={setResourceId}
      />
      {resourceId && (
        <>
          <DateField label={t('instrument.day')} value={usedOn} max={today} onChange={({ target }) => setUsedOn(target.value)} />
          <TextField
            label={t('instrument.reason')}
            hint={t('instrument.reasonHint')}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div>
            <Button type="submit" isBusy={command.isPending}>
              {t('instrument.record')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
