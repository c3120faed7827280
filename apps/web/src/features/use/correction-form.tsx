import type { UseRecord } from '@jiju/booking/contract/use'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zonedParts } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { instantOf } from '../../lib/zone.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { proposeCorrection } from './calls.ts'

/** What a use really was, or shall cost; it holds when somebody else confirms it. */
export function CorrectionForm({ record, onDone }: { record: UseRecord; onDone: () => unknown }) {
  const { t } = useTranslation('use')
  const wall = (instant: string) => {
    const { day, time } = zonedParts(instant, record.zone)
    return `${day}T${time}`
  }
  const [start, setStart] = useState(wall(record.start))
  const [end, setEnd] = useState(wall(record.end))
  const [adjustment, setAdjustment] = useState('')
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: proposeCorrection,
    onDone: async () => {
      toast(t('correction.proposed'))
      await onDone()
    },
  })
  const send = () => {
    const body = {
      // What was not touched keeps its seconds.
      start: start === wall(record.start) ? record.start : instantAt(start, record.zone),
      end: end === wall(record.end) ? record.end : instantAt(end, record.zone),
      reason: reason.trim(),
      ...(adjustment.trim() ? { adjustment: adjustment.trim() } : {}),
    }
    command.mutate({ id: record.useId, body })
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p className="s t2">{t('correction.lead')}</p>
      <ProblemSummary error={command.error} />
      <TextField
        label={t('correction.start')}
        type="datetime-local"
        required
        value={start}
        onChange={(event) => setStart(event.target.value)}
      />
      <TextField label={t('correction.end')} type="datetime-local" required value={end} onChange={(event) => setEnd(event.target.value)} />
      {record.reservationId && (
        <TextField
          label={t('correction.adjustment')}
          hint={t('correction.adjustmentHint')}
          inputMode="decimal"
          pattern="-?\d{1,9}(\.\d{1,2})?"
          value={adjustment}
          onChange={(event) => setAdjustment(event.target.value)}
        />
      )}
      <TextArea
        label={t('correction.reason')}
        rows={2}
        maxLength={500}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div>
        <Button type="submit" kind="primary" disabled={!reason.trim() || !start || !end} isBusy={command.isPending}>
          {t('correction.propose')}
        </Button>
      </div>
    </form>
  )
}

function instantAt(wallClock: string, zone: string): string {
  const [day = '', time = ''] = wallClock.split('T')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(instantOf(day, hours * 60 + minutes, zone)).toISOString()
}
