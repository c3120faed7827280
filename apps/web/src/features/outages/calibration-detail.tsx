import { RecordCalibration, type ResourceCalibrations } from '@jiju/booking/contract/calibrations'
import { CALIBRATION_KINDS, type CalibrationKind } from '@jiju/booking/core/outages/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'
import { calibrationsOptions, recordCalibration, setCalibrationRule } from './calls.ts'

/** One instrument: the rule, what is booked after the due day, a new record, and those before. */
export function CalibrationDetail({ resourceId }: { resourceId: string }) {
  const query = useQuery(calibrationsOptions(resourceId))
  return <QueryView query={query}>{(found) => <Detail found={found} />}</QueryView>
}

function Detail({ found }: { found: ResourceCalibrations }) {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const client = useQueryClient()
  const mayRecord = useAccess('booking.calibration.record')
  const renew = () => client.invalidateQueries({ queryKey: ['calibrations'] })
  const rule = useCommand({
    run: setCalibrationRule,
    onDone: async () => {
      toast(t('calibration.ruleSaved'))
      await renew()
    },
  })
  return (
    <div className="stack-24">
      <ProblemSummary error={rule.error} />
      <Check
        isChecked={found.blocksWhenOverdue}
        isDisabled={!mayRecord || rule.isPending}
        onChange={(blocksWhenOverdue) => rule.mutate({ resourceId: found.resourceId, version: found.version, blocksWhenOverdue })}
      >
        {t('calibration.rule')}
      </Check>
      {found.bookingsAfterDue.length > 0 && (
        <div>
          <h3 className="h2">{t('calibration.after', { count: found.bookingsAfterDue.length })}</h3>
          <ul className="plain stack">
            {found.bookingsAfterDue.map((booking) => (
              <li key={booking.id}>
                <Link to="/p/bookings/$id" params={{ id: booking.id }}>
                  {format.range(booking.start, booking.end)}
                </Link>{' '}
                <span className="t2">{booking.organisationName}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayRecord && <RecordForm resourceId={found.resourceId} onDone={renew} />}
      <div>
        <h3 className="h2">{t('calibration.records')}</h3>
        {found.records.length === 0 && <p className="t3">{t('calibration.noRecords')}</p>}
        <ul className="plain stack">
          {found.records.map((record) => (
            <li key={record.id}>
              <div>
                {t('calibration.last', { kind: t(`calibration.kind.${record.kind}`), day: record.doneOn })} — {record.dueOn}
              </div>
              <div className="s t3">
                {[record.performedBy, record.certificateNo].filter(Boolean).join(' · ')}{' '}
                {record.certificateUrl && <a href={record.certificateUrl}>{t('calibration.certificate')}</a>}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function RecordForm({ resourceId, onDone }: { resourceId: string; onDone: () => void }) {
  const { t } = useTranslation('outages')
  const [file, setFile] = useState<File | null>(null)
  const empty = { kind: 'calibration' as CalibrationKind, doneOn: '', dueOn: '', performedBy: '', certificateNo: '' }
  const form = useForm({
    initial: empty,
    schema: RecordCalibration,
    toInput: ({ certificateNo, ...values }): RecordCalibration => ({ ...values, ...(certificateNo.trim() ? { certificateNo } : {}) }),
    onSend: (body) => command.mutate({ resourceId, body, file }),
  })
  const command = useCommand({
    run: recordCalibration,
    onDone: () => {
      toast(t('calibration.saved'))
      form.reset(empty)
      setFile(null)
      onDone()
    },
  })
  return (
    <form className="form" {...form.form}>
      <h3 className="h2">{t('calibration.formTitle')}</h3>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <SelectField
        label={t('calibration.type')}
        value={form.values.kind}
        options={CALIBRATION_KINDS.map((kind) => ({ value: kind, label: t(`calibration.kind.${kind}`) }))}
        onPick={(kind) => form.set({ kind })}
      />
      <div className="form-pair">
        <DateField {...form.field('doneOn')} label={t('calibration.doneOn')} max={dayNow()} />
        <DateField {...form.field('dueOn')} label={t('calibration.dueOn')} />
      </div>
      <TextField {...form.field('performedBy')} label={t('calibration.by')} maxLength={200} />
      <TextField {...form.field('certificateNo')} label={t('calibration.no')} hint={t('form.optional')} maxLength={100} />
      <FileDrop
        label={file?.name ?? t('calibration.file')}
        hint={t('form.optional')}
        accept="application/pdf,image/*"
        onFiles={([picked]) => setFile(picked ?? null)}
      />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('calibration.save')}
        </Button>
      </div>
    </form>
  )
}
